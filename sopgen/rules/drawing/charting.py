"""What was read out of a file (`drawn`) → the chart that the rules examine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.drawn.ends import Attached, Goal
from sopgen.drawn.flow import is_plain
from sopgen.drawn.model import Box, Panel, Point, distance_to_path, distance_to_symbol, overlap
from sopgen.drawn.placing import Placed
from sopgen.drawn.reading import Imported
from sopgen.intake.sop import COLUMN_LABELS
from sopgen.rules.drawing.alignment import aligned
from sopgen.rules.drawing.chart import (
    BELONGS,
    SIDES,
    TOUCHES,
    Arrow,
    Chart,
    Edge,
    End,
    Heading,
    Label,
    Side,
    Step,
    Symbol,
    side_of,
)
from sopgen.rules.drawing.letters import letters
from sopgen.rules.drawing.source import Source


def chart_of(imported: Imported, source: Source | None = None) -> Chart:
    """`source`: what the file itself says that it should be."""
    panels = imported.panels
    on = sorted({part.panel for part in imported.parts})
    bare = Chart(
        panels,
        imported.identity,
        tuple(_headings(imported)),
        imported.parts[0].head.columns,
        tuple(_lanes(imported)),
        tuple(" ".join(name.split()) for name in imported.lanes),
        (),
        (),
        (),
        tuple(Label(note, panel) for panel in on for note in panels[panel].notes),
        tuple(
            Edge(edge.source + 1, None if edge.target is None else edge.target + 1, edge.label)
            for edge in imported.read.edges
        ),
        (),
        sum(len(panel.breaks) + 1 for panel in panels),
        source,
        any(
            meet(box, (*part.head.chart, *part.down))
            for part in imported.parts
            for box in (*panels[part.panel].pictures, *panels[part.panel].unread)
        ),
    )
    symbols = tuple(_symbol(bare, each) for each in imported.read.placed)
    unplaced = (
        Symbol(each, panel, bare.page(panel, each.centre[1]), None, ())
        for panel in on
        for each in panels[panel].symbols
        if each.kind == "unknown" and all(each is not placed.symbol for placed in imported.read.placed)
    )
    return bare._replace(
        steps=tuple(_steps(imported, source)),
        symbols=tuple(symbol for symbol in symbols if symbol.kind != "unknown"),
        arrows=tuple(_arrows(imported, symbols)),
        strangers=(*(symbol for symbol in symbols if symbol.kind == "unknown"), *unplaced),
    )


def meet(box: Box, field: tuple[float, float, float, float]) -> bool:
    """Whether a box lies in part within left, right, top and bottom."""
    left, right, top, bottom = field
    return overlap((box[0], box[2]), (left, right)) > 1 and overlap((box[1], box[3]), (top, bottom)) > 1


def _symbol(chart: Chart, placed: Placed) -> Symbol:
    step = None if placed.step is None else placed.step + 1
    page = chart.page(placed.panel, placed.symbol.centre[1])
    return Symbol(placed.symbol, placed.panel, page, step, placed.lanes, placed.extra)


def _headings(imported: Imported) -> Iterator[Heading]:
    for part in imported.parts:
        if part.headed:
            for cell in imported.panels[part.panel].cells:
                if part.head.top - 1 <= cell.box[1] and cell.box[3] <= part.head.bottom + 1 and cell.text.strip():
                    yield Heading(cell, part.panel)


def _lanes(imported: Imported) -> Iterator[Heading]:
    """The cells of the first head that name the executors."""
    part = imported.parts[0]
    cells = imported.panels[part.panel].cells
    for lane in part.head.lanes:
        named = [
            cell
            for cell in cells
            if cell.text == lane.name
            and (cell.box[0], cell.box[2]) == lane.across
            and part.head.top - 1 <= cell.box[1] <= part.head.bottom
        ]
        if named:
            yield Heading(max(named, key=lambda cell: cell.box[1]), part.panel)


def _steps(imported: Imported, source: Source | None) -> Iterator[Step]:
    rows = [(part.panel, row) for part in imported.parts for row in part.rows]
    due = aligned([(row.number, row.texts) for _, row in rows], source.steps if source else ())
    for order, ((panel, row), number) in enumerate(zip(rows, due, strict=True), start=1):
        yield Step(order, row.number, panel, row.across, row.down, row.texts, number)


def _arrows(imported: Imported, symbols: Sequence[Symbol]) -> Iterator[Arrow]:
    for panel, attached in imported.read.attached.items():
        mine = [symbol for symbol in symbols if symbol.panel == panel]
        for each in attached:
            points, heads = each.stroke.points, each.stroke.heads
            start = _end(attached, each, 0, mine)
            end = _end(attached, each, 1, mine)
            same = start.symbol is not None and end.symbol is not None and start.symbol.step == end.symbol.step
            yield Arrow(
                each.stroke.name,
                panel,
                points,
                start,
                end,
                each.stroke.omegas,
                plain=is_plain(each) and same,
                headless=heads == (False, False) and end.symbol is not None and not end.joined and not start.joined,
                double=heads == (True, True) and start.symbol is not None and end.symbol is not None,
            )


def _end(attached: Sequence[Attached], each: Attached, at: int, symbols: Sequence[Symbol]) -> End:
    goal, point = (each.end if at else each.start), each.stroke.points[-at]
    if goal.symbol is not None:
        symbol = symbols[goal.symbol]
        gap = distance_to_symbol(symbol.drawn, point)
        glued = each.stroke.glue[at] == symbol.drawn.id
        if gap > BELONGS and not glued:
            return End(None, gap=gap)
        return End(symbol, _side(symbol, point, gap, each.stroke.sites[at] if glued else None), gap=0 if glued else gap)
    if goal.piece is not None:
        gap = distance_to_path(attached[goal.piece].stroke.points, point)
        number = _reached(attached, goal, at, frozenset())
        return End(None if number is None else symbols[number], joined=True, gap=gap)
    return End(None)


def _side(symbol: Symbol, point: Point, gap: float, site: int | None) -> Side | None:
    """By the place; where a glued line ends at no side's middle, by the site that its program will lead it to."""
    side = side_of(symbol, point) if gap <= TOUCHES or site is None else None
    return SIDES[site] if side is None and site is not None and site < len(SIDES) else side


def _reached(attached: Sequence[Attached], goal: Goal, at: int, seen: frozenset[int]) -> int | None:
    """The symbol that a line leads to (or comes from) where it runs on with another one."""
    if goal.symbol is not None or goal.piece is None or goal.piece in seen:
        return goal.symbol
    other = attached[goal.piece]
    return _reached(attached, other.end if at else other.start, at, seen | {goal.piece})


def with_known_heads(panels: Sequence[Panel], source: Source) -> tuple[Panel, ...]:
    """Panels whose table can be read though the bureau calls its columns by names of its own.

    The activities' column is known besides by standing left of the executors'.
    """
    hits = [_heads(panel, source) for panel in panels]
    best = max(range(len(panels)), key=lambda at: len(hits[at]), default=0)
    if not panels or not hits[best]:
        return tuple(panels)
    renamed = {cell: COLUMN_LABELS[role] for role, cell in hits[best].items() if role in COLUMN_LABELS}
    cells = tuple(cell._replace(text=renamed.get(at, cell.text)) for at, cell in enumerate(panels[best].cells))
    return (*panels[:best], panels[best]._replace(cells=cells), *panels[best + 1 :])


def _heads(panel: Panel, source: Source) -> dict[str, int]:
    """Role → number of the uppermost cell that says its label."""
    found: dict[str, int] = {}
    order = sorted(range(len(panel.cells)), key=lambda at: (panel.cells[at].box[1], panel.cells[at].box[0]))
    for role, label in source.labels.items():
        at = next((at for at in order if letters(panel.cells[at].text) == letters(label)), None)
        if at is not None:
            found[role] = at
    doers = found.get("pelaksana")
    if doers is not None and "kegiatan" not in found:
        box = panel.cells[doers].box
        beside = [
            at for at in order if panel.cells[at].box[2] <= box[0] + 1 and abs(panel.cells[at].box[1] - box[1]) < 2
        ]
        if beside:
            found["kegiatan"] = max(beside, key=lambda at: panel.cells[at].box[2])
    return found
