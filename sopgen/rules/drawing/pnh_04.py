"""PNH-04. All symbols hang together from start to end: no loose arrow, no step without one (Slides 44 and 47)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import TOUCHES, Arrow, Breach, Chart, Spot, Step, Symbol, Way, rows_of, way_of
from sopgen.rules.drawing.due_symbols import drawn_anew, due_spot
from sopgen.rules.drawing.lanes_due import lanes_due
from sopgen.rules.drawing.naming import arrow_words, ways
from sopgen.rules.drawing.source import DueStep
from sopgen.rules.drawing.wording import or_made_anew

_ENTER: Final = Message(
    "Tarik panah ke tengah sisi atas simbolnya, dari langkah yang mendahuluinya.",
    "Draw an arrow to its symbol's top centre, from the step that leads to it.",
)
_LEAVE: Final = Message(
    "Tarik panah dari simbolnya ke langkah berikutnya; bila alur selesai di sini, jadikan simbolnya kapsul.",
    "Draw an arrow from its symbol to the next step; where the flow ends, make the symbol a capsule.",
)


def check(chart: Chart) -> Iterator[Breach]:
    if not chart.symbols and not chart.strangers:
        yield from _nothing(chart)
        return
    yield from _loose(chart)
    yield from _headless(chart)
    yield from _short(chart)
    yield from _steps(chart)


def _nothing(chart: Chart) -> Iterator[Breach]:
    """No symbol at all, and no picture where they belong, which might show them."""
    if chart.steps and not chart.is_pictured:
        yield Breach(
            Message(
                "Tidak ada bagan alur: tidak satu langkah pun bersimbol di kolom pelaksana.",
                "There is no flowchart: no step has a symbol in the executors' columns.",
            ),
            Message(
                "Gambar alurnya: kapsul, kotak, dan belah ketupat di kolom pelaksana, dihubungkan panah.",
                "Draw the flow: capsules, boxes and diamonds in the executors' columns, joined by arrows.",
            ),
            spot=chart.lanes[0].spot if chart.lanes else chart.steps[0].spot,
        )


def _loose(chart: Chart) -> Iterator[Breach]:
    for arrow in chart.arrows:
        ends = ((arrow.start, arrow.points[0]), (arrow.end, arrow.points[-1]))
        loose = [point for end, point in ends if end.is_loose]
        if loose:
            named = arrow_words(chart, arrow)
            steps = [symbol.step for symbol in arrow.symbols if symbol.step]
            near = [step for point in loose if (step := _row_at(chart, arrow.panel, point))]
            yield Breach(
                Message(f"{named.id} tidak menempel pada simbol.", f"{named.en} hangs on no symbol."),
                Message("Tempelkan kedua ujungnya pada simbol.", "Attach both its ends to symbols."),
                steps[0] if steps else next(iter(near), None),
                Spot(arrow.panel, loose[0]),
                "loose",
                (*steps, *near, *_beyond(chart, arrow)),
                ways=_broken(chart, arrow),
            )


def _beyond(chart: Chart, arrow: Arrow) -> Iterator[int]:
    """The rows to which the source leads on from the end that is known."""
    start, end = way_of(arrow)
    known = start or end
    number = chart.step(known).due if known else None
    for edge in chart.source.edges if chart.source and number else ():
        goal = edge[1] if start and edge[0] == number else edge[0] if end and edge[1] == number else None
        row = chart.row_of_due(goal) if goal is not None else None
        if row is not None:
            yield row.order


def _broken(chart: Chart, arrow: Arrow) -> tuple[Way, ...]:
    """The arrows that one with a loose end may have been part of: others may run into it."""
    start, end = way_of(arrow)
    joined = any(other.panel == arrow.panel and other.end.joined and other.end.symbol is None for other in chart.arrows)
    return ((None if joined else start, end),)


def _row_at(chart: Chart, panel: int, point: tuple[float, float]) -> int | None:
    return next(
        (step.order for step in chart.steps if step.panel == panel and step.down[0] <= point[1] < step.down[1]), None
    )


def _headless(chart: Chart) -> Iterator[Breach]:
    for arrow in chart.arrows:
        if (arrow.headless or arrow.double) and not arrow.plain:
            told, remedy = _DOUBLE if arrow.double else _WITHOUT
            yield Breach(
                told,
                remedy,
                next((symbol.step for symbol in reversed(arrow.symbols) if symbol.step), None),
                Spot(arrow.panel, arrow.points[-1]),
                "headless",
                rows_of(arrow),
                about=ways(chart, [arrow]),
                ways=_both(arrow),
            )


_WITHOUT: Final = (
    Message("Panah tanpa kepala panah.", "An arrow without a head."),
    Message("Beri kepala panah di ujung yang dituju.", "Give it a head where it leads to."),
)
_DOUBLE: Final = (
    Message("Panah berkepala di kedua ujungnya.", "An arrow with a head at either end."),
    Message("Sisakan satu kepala panah, di ujung yang dituju.", "Leave one head, where it leads to."),
)


def _both(arrow: Arrow) -> tuple[Way, ...]:
    """Either way, as nothing says which."""
    start, end = way_of(arrow)
    return ((start, end), (end, start))


def _short(chart: Chart) -> Iterator[Breach]:
    """Ends that stop before their symbol, but near enough to mean it: said once."""
    short = [
        arrow
        for arrow in chart.arrows
        if max(arrow.start.gap, arrow.end.gap) > TOUCHES and not (arrow.start.is_loose or arrow.end.is_loose)
    ]
    if not short:
        return
    widest = max(max(arrow.start.gap, arrow.end.gap) for arrow in short)
    ordered = sorted(short, key=lambda arrow: (arrow.panel, arrow.points[0][1]))
    spots = [Spot(arrow.panel, _far_end(arrow)) for arrow in ordered]
    what = f"{len(short)} arrows end" if len(short) > 1 else "An arrow ends"
    yield Breach(
        Message(
            f"{len(short)} panah berujung sampai {widest:.0f} pt dari simbolnya; dianggap menempel.",
            f"{what} up to {widest:.0f} pt from the symbol; taken as attached.",
        ),
        Message("Tempelkan ujungnya pada simbol.", "Attach its end to the symbol."),
        spot=spots[0],
        kind="short",
        steps=tuple(sorted({symbol.step for arrow in short for symbol in arrow.symbols if symbol.step})),
        note=True,
        about=ways(chart, ordered),
        more=tuple(spots[1:]),
    )


def _far_end(arrow: Arrow) -> tuple[float, float]:
    """The end that stops farther from its symbol."""
    return arrow.points[-1] if arrow.end.gap >= arrow.start.gap else arrow.points[0]


def _steps(chart: Chart) -> Iterator[Breach]:
    for step in chart.steps:
        symbols = chart.of_step(step.order)
        if not symbols:
            if any(stranger.step == step.order for stranger in chart.strangers):
                continue  # FMT-02 speaks of it
            if strayed := _strayed(chart, step):
                yield _in_another_row(chart, step, strayed)
            else:
                yield Breach(
                    Message("Langkah tanpa simbol.", "A step without a symbol."),
                    drawn_anew(chart, step),
                    step.order,
                    due_spot(chart, step),
                    "no-symbol",
                    (step.order,),
                )
        elif lacking := _lacking(chart, step, symbols):
            yield _one_gone(chart, step, lacking)
        elif step.order > 1 and not any(chart.into(symbol) for symbol in symbols):
            told = Message("Tidak ada panah menuju langkah ini.", "No arrow leads to this step.")
            yield Breach(told, _ENTER, step.order, symbols[0].spot, "no-in", (step.order,), ways=((None, step.order),))
        elif not any(chart.out_of(symbol) or symbol.kind == "terminator" for symbol in symbols) and not _ends(
            chart, step.order
        ):
            told = Message("Tidak ada panah dari langkah ini.", "No arrow leads on from this step.")
            yield Breach(told, _LEAVE, step.order, symbols[0].spot, "no-out", (step.order,))


def _lacking(chart: Chart, step: Step, symbols: Sequence[Symbol]) -> tuple[int, ...]:
    """The source's lanes of a joint activity in which nothing is drawn, where all that is stands in its others."""
    due, lanes = _due(chart, step), lanes_due(chart)
    if due is None or len(symbols) >= len(due.kinds):
        return ()
    found = {lanes[at] for symbol in symbols for at in symbol.lanes if at < len(lanes)}
    return tuple(at for at in due.lanes if at not in found and at in lanes) if found <= set(due.lanes) else ()


def _one_gone(chart: Chart, step: Step, lacking: Sequence[int]) -> Breach:
    assert chart.source is not None
    names = ", ".join(chart.source.lane_names[at] for at in lacking)
    left, _, right, _ = chart.lanes[lanes_due(chart).index(lacking[0])].cell.box
    return Breach(
        Message(
            f"Simbol langkah {step.name} di kolom {names} tidak ada.",
            f"Step {step.name} has no symbol in the column of {names}.",
        ),
        or_made_anew(
            Message("Gambar lagi simbolnya dengan garis atau panahnya", "Draw it again with its line or arrow")
        ),
        step.order,
        Spot(step.panel, ((left + right) / 2, step.down[0] + 0.5)),
        "no-symbol",
        (step.order,),
        grave=True,
    )


def _strayed(chart: Chart, step: Step) -> Symbol | None:
    """Its symbol, where that stands in the row of another step, which has one of its own."""
    due = _due(chart, step)
    if due is None or not due.kinds:
        return None
    for other in sorted(chart.steps, key=lambda each: abs(each.order - step.order)):
        symbols = [symbol for symbol in chart.of_step(other.order) if not symbol.extra]
        own = _due(chart, other)
        home = [symbol for symbol in symbols if own and _looks_like(chart, symbol, own)]
        fitting = [symbol for symbol in symbols if _looks_like(chart, symbol, due)]
        surplus = [symbol for symbol in fitting if symbol not in home]
        if own and len(home) > len(own.kinds) - own.extras:
            surplus += [symbol for symbol in fitting if symbol in home]
        if surplus and len(symbols) > 1:
            return min(surplus, key=lambda symbol: abs(symbol.drawn.centre[1] - sum(step.down) / 2))
    return None


def _due(chart: Chart, step: Step) -> DueStep | None:
    steps = chart.source.steps if chart.source else ()
    return next((each for each in steps if each.number == step.due), None)


def _looks_like(chart: Chart, symbol: Symbol, due: DueStep) -> bool:
    """Whether a symbol is of the kind, and stands in the lanes, of a step of the source."""
    lanes = lanes_due(chart)
    return symbol.kind in due.kinds and {lanes[at] for at in symbol.lanes if at < len(lanes)} <= set(due.lanes)


def _in_another_row(chart: Chart, step: Step, symbol: Symbol) -> Breach:
    assert symbol.step is not None
    other = chart.step(symbol.step).name
    return Breach(
        Message(
            f"Simbol langkah {step.name} berada di baris langkah {other}.",
            f"The symbol of step {step.name} stands in the row of step {other}.",
        ),
        or_made_anew(Message("Kembalikan simbolnya ke barisnya", "Move it back to its row")),
        step.order,
        symbol.spot,
        "strayed",
        (step.order, symbol.step),
        grave=True,
    )


def _ends(chart: Chart, order: int) -> bool:
    """Where the flow ends, whatever its symbol (SIM-01 speaks of that): the last row, or where the source says so."""
    if chart.source is None:
        return order == len(chart.steps)
    due = chart.step(order).due
    return due is not None and all(start != due for start, goal in chart.source.edges if goal is not None)
