"""TBL-01. The table's head has its columns, in order (KemenPAN-RB slides 2014, slide 51)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sopgen.columns import FORM
from sopgen.diagnostics import Message
from sopgen.drawn.words import COLUMNS, meaning
from sopgen.intake.sop import COLUMN_LABELS
from sopgen.rules.drawing.cell_edits import CellEdit, is_lane, undone
from sopgen.rules.drawing.chart import Breach, Chart, Heading, Spot
from sopgen.rules.drawing.letters import letters
from sopgen.rules.drawing.source import heads_of
from sopgen.rules.drawing.standing import COLUMN_NUMBER
from sopgen.rules.drawing.wording import or_made_anew, shortened

_RESTORED = or_made_anew(Message("Pulihkan kolom dan judulnya", "Put the column and its heading back"))
_MEANS = {"no": "nomor", "mutu_baku": "mutu"}


def check(chart: Chart) -> Iterator[Breach]:
    yield from _retyped(chart)
    labels = chart.source.labels if chart.source else COLUMN_LABELS
    found = {role: _heading(chart, role, label) for role, label in labels.items()}
    gone = [role for role in sorted(labels, key=_in_form) if found[role] is None]
    if gone:
        listed = ", ".join(labels[role] for role in gone)
        yield Breach(
            Message(f"Kolom {listed} tidak ada di kepala tabel.", f"The table's head has no column {listed}."),
            _RESTORED if chart.source else Message("Tulis judul kolomnya.", "Write the column's heading."),
            spot=_before(chart, gone[0], labels),
            kind="column",
            steps=tuple(step.order for step in chart.steps),
        )
    yield from _added(chart)
    ordered = [(role, heading) for role in FORM if role in labels and (heading := found[role])]
    for (one, left), (other, right) in pairwise(ordered):
        if left.cell.box[0] > right.cell.box[0]:
            yield Breach(
                Message(
                    f"Kolom {labels[other]} berada di kiri kolom {labels[one]}.",
                    f"Column {labels[other]} stands left of column {labels[one]}.",
                ),
                Message("Kembalikan urutan kolomnya.", "Put the columns back in order."),
                spot=right.spot,
                kind="column",
                steps=tuple(step.order for step in chart.steps),
            )


def _retyped(chart: Chart) -> Iterator[Breach]:
    """Headings of a workbook with its spec that say something else, each at its cell; those that are gone once."""
    edits = [each for each in undone(chart, "head") if not is_lane(chart, each)]
    gone = [each for each in edits if each.there.strip() and not each.here.strip()]
    if gone:
        listed = ", ".join(_quoted(each.there) for each in gone)
        yield _heading_changed(gone, Message(f"Judul kolom {listed} dihapus.", f"The heading {listed} was deleted."))
    for each in edits:
        if each not in gone:
            here, there = _quoted(each.here), _quoted(each.there)
            told = (
                Message(f"Judul kolom {there} diganti {here}.", f"The heading {there} was changed to {here}.")
                if each.there.strip()
                else Message(f"Tulisan {here} ditambahkan di kepala tabel.", f"{here} was added to the table's head.")
            )
            yield _heading_changed([each], told)


def _heading_changed(edits: Sequence[CellEdit], told: Message) -> Breach:
    spots = [each.spot for each in edits]
    return Breach(told, _RESTORED, spot=spots[0], grave=True, more=tuple(spots[1:]))


def _quoted(text: str) -> str:
    return f"“{shortened(text)}”"


def _added(chart: Chart) -> Iterator[Breach]:
    """Columns that the source does not have; executors' are another rule's."""
    if chart.source is None:
        return
    known = {letters(name).casefold() for name in heads_of(chart.source.document)}
    lanes = {heading.cell.box for heading in chart.lanes}
    for heading in chart.headings:
        x0, _, x1, _ = heading.cell.box
        middle = (x0 + x1) / 2
        is_ours = any(left <= middle <= right for left, right in chart.columns.values())
        name = " ".join(heading.cell.text.split())
        if letters(name).casefold() in known or heading.cell.box in lanes or is_ours or COLUMN_NUMBER.fullmatch(name):
            continue
        yield Breach(
            Message(
                f"Kolom “{name}” ditambahkan; tidak ada di spesifikasinya.",
                f"A column “{name}” was added; the spec does not have it.",
            ),
            or_made_anew(Message("Hapus kolomnya", "Delete the column")),
            spot=heading.spot,
            kind="column-added",
            grave=True,
        )


def _heading(chart: Chart, role: str, label: str) -> Heading | None:
    """By its words in the source; without one by any that bureaus use for it."""
    if chart.source:
        said = {letters(each).casefold() for each in (label, COLUMN_LABELS[role])}  # the reader may have renamed it
        return next((each for each in chart.headings if letters(each.cell.text).casefold() in said), None)
    key = _MEANS.get(role, role)
    return next((each for each in chart.headings if meaning(" ".join(each.cell.text.split()), COLUMNS) == key), None)


def _in_form(role: str) -> int:
    return FORM.index(role) if role in FORM else len(FORM)


def _before(chart: Chart, role: str, labels: Mapping[str, str]) -> Spot | None:
    """The nearest heading left of where one is missing."""
    for before in reversed(FORM[: _in_form(role)]):
        if before in labels and (heading := _heading(chart, before, labels[before])):
            return heading.spot
    return _head_spot(chart)


def _head_spot(chart: Chart) -> Spot | None:
    first = min(chart.headings, key=lambda each: (each.panel, each.cell.box[1], each.cell.box[0]), default=None)
    return first.spot if first else None
