"""Rows of a table beside the steps of its own source: put in, moved, taken out, emptied; neighbours are told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Spot, Step
from sopgen.rules.drawing.letters import letters
from sopgen.rules.drawing.source import DueStep, Source
from sopgen.rules.drawing.wording import FACT, shortened
from sopgen.rules.ranges import ranges

_TALL: Final = 4.0  # points: a lower gap between rows is none


def changed_rows(chart: Chart, source: Source) -> Iterator[Breach]:
    """Rows that were put in between or stand elsewhere, steps that were taken out: neighbours once."""
    yield from (_inserted(chart, source, run) for run in _runs([each for each in chart.steps if each.due is None]))
    if moved := _runs(_moved(chart)):
        yield _moved_together(chart, moved[0]) if len(moved) == 1 else _out_of_order(chart, moved)
    present = {step.due for step in chart.steps}
    yield from (
        _deleted(chart, run) for run in _gone(chart, [due for due in source.steps if due.number not in present])
    )


def _moved_together(chart: Chart, run: Sequence[Step]) -> Breach:
    first, last = run[0], run[-1]
    words, due = shortened(first.texts.get("kegiatan", "")), [step.due or step.order for step in run]
    message = (
        Message(
            f"Langkah ini (“{words}”) dipindahkan; di spesifikasinya langkah {first.due}.",
            f"This step (“{words}”) was moved; in the spec it is step {first.due}.",
        )
        if first is last
        else Message(
            f"{len(run)} langkah mulai dari sini (“{words}” dan seterusnya) dipindahkan; di spesifikasinya langkah "
            f"{due[0]}–{due[-1]}.",
            f"{len(run)} steps from here on (“{words}” and what follows) were moved; in the spec they are steps "
            f"{due[0]}–{due[-1]}.",
        )
    )
    orders = [*due, *(step.order for step in run)]
    return Breach(message, FACT, first.order, first.spot, "moved", _around(chart, min(orders), max(orders)), grave=True)


def _out_of_order(chart: Chart, runs: Sequence[Sequence[Step]]) -> Breach:
    """Rows that were sorted anew, or exchanged, in several places."""
    steps = [step for run in runs for step in run]
    due = [step.due or step.order for step in steps]
    words = shortened(steps[0].texts.get("kegiatan", ""))
    orders = [*due, *(step.order for step in steps)]
    return Breach(
        Message(
            f"Urutan langkah diubah: langkah {ranges(due)} di spesifikasinya (“{words}” dan lainnya) berada di baris "
            "lain.",
            f"The order of steps was changed: steps {ranges(due)} of the spec (“{words}” and others) moved.",
        ),
        FACT,
        steps[0].order,
        steps[0].spot,
        "moved",
        _around(chart, min(orders), max(orders)),
        grave=True,
        more=tuple(step.spot for step in steps[1:]),
    )


def _runs(steps: Sequence[Step]) -> list[list[Step]]:
    """Rows that follow one another, and do so in the spec if they are in it."""
    runs: list[list[Step]] = []
    for step in steps:
        if (
            runs
            and runs[-1][-1].order == step.order - 1
            and (runs[-1][-1].due or 0) + bool(step.due) == (step.due or 0)
        ):
            runs[-1].append(step)
        else:
            runs.append([step])
    return runs


def _gone(chart: Chart, missing: Sequence[DueStep]) -> list[list[DueStep]]:
    """Steps that follow one another in the spec; those that left empty rows behind by themselves."""
    runs: list[list[DueStep]] = []
    for due in missing:
        if runs and runs[-1][-1].number == due.number - 1 and _emptied(chart, due) == _emptied(chart, runs[-1][0]):
            runs[-1].append(due)
        else:
            runs.append([due])
    return runs


def _inserted(chart: Chart, source: Source, run: Sequence[Step]) -> Breach:
    first, last = run[0], run[-1]
    words = shortened(first.texts.get("kegiatan", ""))
    told = f" (“{words}”)" if words else ""
    named = first.name if first is last else f"{first.name}–{last.name}"
    more = "" if first is last else " dan seterusnya" if words else ""
    said = {letters(due.texts.get("kegiatan", "")) for due in source.steps}
    if words and all(letters(each.texts.get("kegiatan", "")) in said for each in run):
        message = Message(
            f"Langkah {named}{told}{more} tercetak dua kali; spesifikasinya memuatnya satu kali.",
            f"Step {named}{told} is printed twice; the spec has it once.",
        )
    else:
        message = Message(
            f"Langkah {named}{told}{more} disisipkan; tidak ada di spesifikasinya.",
            f"Step {named}{told} was put in; the spec does not have it.",
        )
    return Breach(
        message,
        FACT,
        first.order,
        first.spot,
        "inserted",
        _around(chart, first.order, last.order),
        grave=any(each.texts.get("kegiatan", "").strip() for each in run),
    )


def _around(chart: Chart, first: int, last: int) -> tuple[int, ...]:
    return tuple(order for order in range(first - 1, last + 2) if 0 < order <= len(chart.steps))


def _moved(chart: Chart) -> tuple[Step, ...]:
    """The fewest rows that keep the others from standing in the source's order."""
    known = [step for step in chart.steps if step.due is not None]
    ordered: list[list[int]] = []
    for at, step in enumerate(known):
        before = [each for each in ordered if (known[each[-1]].due or 0) < (step.due or 0)]
        ordered.append([*max(before, key=len, default=[]), at])
    kept = max(ordered, key=len, default=[])
    return tuple(step for at, step in enumerate(known) if at not in kept)


def _emptied(chart: Chart, due: DueStep) -> Spot | None:
    """The empty row in which a step stood."""
    after = _last_before(chart, due)
    return next((gap.spot for gap in gaps(chart) if after and gap.step == after.order), None)


def _last_before(chart: Chart, due: DueStep) -> Step | None:
    return max((step for step in chart.steps if step.due and step.due < due.number), default=None)


def _deleted(chart: Chart, run: Sequence[DueStep]) -> Breach:
    numbers = {due.number for due in run}
    ways = [edge for edge in chart.source.edges if not numbers.isdisjoint(edge)] if chart.source else []
    near = tuple(
        row.order for edge in ways for number in edge if number is not None and (row := chart.row_of_due(number))
    )
    first, last = run[0], run[-1]
    after = _last_before(chart, first)
    below = next((step for step in chart.steps if step.due and step.due > last.number), None)
    words = shortened(first.texts.get("kegiatan", ""))
    spot = _emptied(chart, first)
    numbered = f"{first.number}" if first is last else f"{first.number}–{last.number}"
    quoted = Message(f"“{words}”", f"“{words}”")
    if first is not last:
        quoted = Message(f"{quoted.id} dan seterusnya", f"{quoted.en} and what follows")
    told = (
        Message(
            f"Isi langkah {numbered} di spesifikasinya ({quoted.id}) dikosongkan; barisnya masih ada.",
            f"What step {numbered} of the spec says ({quoted.en}) was emptied; its row is still there.",
        )
        if spot
        else Message(
            f"Langkah {numbered} di spesifikasinya ({quoted.id}) tidak ada lagi.",
            f"Step {numbered} of the spec ({quoted.en}) is gone.",
        )
    )
    return Breach(
        told,
        FACT,
        after.order if after else None,
        spot or (after.spot if after else None),
        "deleted",
        tuple(dict.fromkeys((*near, *(row.order for row in (after, below) if row)))),
        grave=True,
        where=None if spot or chart.panels[0].sheet or not chart.source else _due_places(chart.source, numbers),
    )


def _due_places(source: Source, numbers: set[int]) -> Message:
    """On which pages of a file without cells they should stand."""
    told: list[Message] = []
    for page in source.document.pages:
        here = [row.step for row in page.rows if row.step in numbers]
        if here:
            listed = f"{here[0]}" if len(here) == 1 else f"{here[0]}–{here[-1]}"
            told.append(Message(f"hal. {page.number}, langkah {listed}", f"p. {page.number}, step {listed}"))
    return Message(*("; ".join(said) for said in zip(*told, strict=True)))


def gaps(chart: Chart) -> Iterator[Breach]:
    """Empty rows between steps of one page."""
    for above, below in zip(chart.steps, chart.steps[1:], strict=False):
        gap = below.down[0] - above.down[1]
        same_page = chart.page(above.panel, above.down[0] + 1) == chart.page(below.panel, below.down[0] + 1)
        if above.panel == below.panel and same_page and gap > _TALL and not _is_strip(chart, above, below):
            yield Breach(
                Message(
                    f"Baris kosong di antara langkah {above.name} dan {below.name}.",
                    f"An empty row between steps {above.name} and {below.name}.",
                ),
                Message("Hapus barisnya.", "Delete the row."),
                above.order,
                Spot(above.panel, (above.across[0] + 0.5, above.down[1] + 1)),
                "gap",
                (above.order, below.order),
            )


def _is_strip(chart: Chart, above: Step, below: Step) -> bool:
    return any(
        symbol.kind == "offpage"
        and symbol.panel == above.panel
        and above.down[1] - 1 < symbol.drawn.centre[1] < below.down[0] + 1
        for symbol in chart.symbols
    )
