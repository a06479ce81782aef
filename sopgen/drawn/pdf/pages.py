"""A page → a panel."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sopgen.diagnostics import Message
from sopgen.drawn.head import Head, Range, heads_of
from sopgen.drawn.hyphens import MARK, SOFT, whole, whole_label, words_of
from sopgen.drawn.model import Box, Cell, Note, Panel, Point, Symbol, distance_to_symbol
from sopgen.drawn.pdf.enlarging import legible
from sopgen.drawn.pdf.leftovers import leftovers, unrimmed, without_signs
from sopgen.drawn.pdf.lists import by_column
from sopgen.drawn.pdf.objects import sheets_of
from sopgen.drawn.pdf.rules import Grid, grid_of
from sopgen.drawn.pdf.spill import given_back
from sopgen.drawn.pdf.strokes import Shape, sort_paths
from sopgen.drawn.pdf.texts import LABELS, SPREAD, Finder, Written, blank_of, lines_of, paragraph, runs_of
from sopgen.drawn.pdf.turning import upright
from sopgen.drawn.pdf.values import Character, Sheet
from sopgen.drawn.standins import is_like_symbol
from sopgen.drawn.words import BOXES, HEADER, bare, meaning, polarity

_WIDEST: Final = 0.6  # of a page: no symbol is wider
_HIGHEST: Final = 0.3
_LABEL_HIGH: Final = 16.0
_LABEL_SIZE: Final = 700.0  # square points
_SAME: Final = 3.0  # points between one column on two pages
_PAGE_NUMBER: Final = re.compile(
    r"[-–—\s]*(?:(?:halaman|hal\.?|page)\s*)?\d{1,3}(?:\s*(?:dari|of|/)\s*\d{1,3})?[-–—\s]*"
    r"|(?:halaman|hal\.?|page)\s*\d{1,3}\s*(?:dari|of|/)\s*\d{1,3}\s+\d{1,4}",
    re.IGNORECASE,
)
"""The second form: an SOP's own and that of the volume it is bound in."""
_DENIALS: Final = frozenset({"tidak", "belum", "kurang", "tdk", "blm"})
_ALONE: Final = frozenset(
    {"ya", "y", "iya", "yes", "ok", "sebagian", "tunda", "ditunda", "bersyarat", "lainnya", "selesai", "rujuk"}
)
"""Labels that go with no denial above them."""
_SINGLE: Final = _ALONE | {"tidak", "t", "tdk", "belum", "revisi", "perbaikan", "ditolak"}
"""Labels of one word that go on with none of the others."""
_AROUND: Final = 14.0  # points beyond the outermost cells with symbols where lines and labels may still stand


class _Chart(NamedTuple):
    """Where on a page the chart is: from left to right, and from the first row with a symbol to the last."""

    box: Box

    def fitted(self, across: Range, above: Sequence[float]) -> _Chart:
        """As wide as the lanes; below the lowest of the heads' edges `above` that is above its middle."""
        _, y0, _, y1 = self.box
        return _Chart((across[0], max([y0, *(y for y in above if y < (y0 + y1) / 2)]), across[1], y1))

    def holds(self, x: float, y: float, more: float = 0.0) -> bool:
        x0, y0, x1, y1 = self.box
        return x0 - more <= x <= x1 + more and y0 - more <= y <= y1 + more


def read_pdf(data: bytes) -> tuple[Panel, ...]:
    """All pages that hold something. Raises `NotOpened`, `TooManyRules`."""
    panels: list[Panel] = []
    across: Range | None = None
    for number, sheet in enumerate(sheets_of(data)):
        panel, across = _panel(legible(upright(sheet)), number, across)
        if panel.cells or panel.symbols or panel.pictures:
            panels.append(panel)
    return tuple(_unhyphenated(panels))


def _unhyphenated(panels: Sequence[Panel]) -> Iterator[Panel]:
    if any(SOFT in cell.text for panel in panels for cell in panel.cells):  # the file marks its own: others are typed
        panels = [_typed(panel) for panel in panels]
    words = words_of(cell.text for panel in panels for cell in panel.cells)
    for panel in panels:
        cells = (cell._replace(text=whole(cell.text, words)) for cell in panel.cells)
        notes = (note._replace(text=whole_label(note.text.replace(MARK, "-"))) for note in panel.notes)
        yield panel._replace(cells=tuple(cells), notes=tuple(notes))


def _typed(panel: Panel) -> Panel:
    return panel._replace(cells=tuple(cell._replace(text=cell.text.replace(MARK, "-")) for cell in panel.cells))


def _panel(sheet: Sheet, number: int, before: Range | None) -> tuple[Panel, Range | None]:
    """`before`: from where to where the lanes stand on the page before; also what holds for the next."""
    drawn = sort_paths(without_signs(sheet.paths, sheet.characters))
    grid = grid_of(drawn)
    blank = blank_of(sheet.characters)
    bare = Panel(Message("", ""), sheet.size, tuple(_cells(grid.cells, sheet.characters, blank)[0]))
    heads = heads_of(bare)
    across = _lanes(grid, heads, before)
    boxes = [fill for fill in unrimmed(drawn.fills, grid) if across and _is_between(fill.box, across)]
    symbols = [
        shape
        for shape in [*grid.shapes, *boxes]
        if shape.box[2] - shape.box[0] < _WIDEST * sheet.size[0]
        and shape.box[3] - shape.box[1] < _HIGHEST * sheet.size[1]
    ]
    pictured = [box for box in sheet.pictures if across and _is_between(box, across) and is_like_symbol(box)]
    chart = _chart(grid, [*(shape.box for shape in symbols), *pictured]) or _lanes_alone(grid, heads)
    if chart and across:
        chart = chart.fitted(across, [head.bottom for head in heads])
    lines = [line for line in grid.lines if chart and any(chart.holds(*point, _AROUND) for point in line.points)]
    inside, free, rest = _apart(sheet.characters, symbols, chart, [(head.top, head.bottom) for head in heads], blank)
    boxed = {at for at, text in inside.items() if _is_label(symbols[at], text)}
    notes = [*_notes(free), *(Note(inside[at], symbols[at].box) for at in sorted(boxed))]
    surfaces = [fill for fill in drawn.fills if fill not in boxes]
    cells, below = _cells(grid.cells, rest, blank)
    panel = Panel(
        Message(f"halaman {number + 1}", f"page {number + 1}"),
        sheet.size,
        tuple(cells),
        tuple(
            Symbol(at + 1, shape.kind, shape.box, inside.get(at, ""))
            for at, shape in enumerate(symbols)
            if at not in boxed
        ),
        tuple(line.stroke for line in lines),
        tuple(notes),
        sheet.pictures,
        wrapped=True,
        page=number + 1,
        turned=sheet.turned,
        backdrop=sheet.backdrop,
        veiled=sheet.hidden,
        enlarged=sheet.enlarged,
        retyped=sheet.retyped,
        overlaid=sheet.overlaid,
        below=tuple(below),
        unread=(*sheet.unread, *drawn.unread, *leftovers(grid, (lines, symbols), surfaces, sheet.characters)),
    )
    return panel, across


def _is_between(box: Box, across: Range) -> bool:
    return across[0] < box[0] and box[2] < across[1]


def _lanes(grid: Grid, heads: Sequence[Head], before: Range | None) -> Range | None:
    """From where to where the lanes stand: by the page's own heads, else as on the page before if rules stand there."""
    if heads:
        return min(head.chart[0] for head in heads), max(head.chart[1] for head in heads)
    edges = {x for box in grid.cells for x in (box[0], box[2])}
    if before and all(any(abs(x - edge) < _SAME for edge in edges) for x in before):
        return before
    return None


def _chart(grid: Grid, symbols: Sequence[Box]) -> _Chart | None:
    """The columns and rows whose cells hold a symbol's middle."""
    finder = Finder(grid.cells)
    homes = [
        grid.cells[at]
        for box in symbols
        if (at := finder.find((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)) is not None
    ]
    if not symbols:
        return None
    boxes = [*homes, *(symbols if homes else (_grown(box) for box in symbols))]
    whole = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return _Chart(whole)


def _lanes_alone(grid: Grid, heads: Sequence[Head]) -> _Chart | None:
    """Without symbols, as where signs stand for them: the lanes' columns below the first head."""
    if not heads:
        return None
    left, right = heads[0].chart
    low = [box[3] for box in grid.cells if box[1] >= heads[0].bottom - 1 and left - 1 <= box[0] and box[2] <= right + 1]
    return _Chart((left, heads[0].bottom, right, max(low))) if low else None


def _grown(box: Box) -> Box:
    return box[0] - _AROUND, box[1] - _AROUND, box[2] + _AROUND, box[3] + _AROUND


def _apart(
    characters: Sequence[Character],
    symbols: Sequence[Shape],
    chart: _Chart | None,
    heads: Sequence[Range],
    blank: float,
) -> tuple[dict[int, str], list[Written], list[Character]]:
    """Texts in symbols, labels beside them, and the characters of the table, to which its `heads` belong."""
    if chart is None:
        return {}, [], list(characters)
    rest: list[Character] = []
    near: list[Character] = []
    for run in runs_of(characters):
        x0, x1 = min(each.box[0] for each in run), max(each.box[2] for each in run)
        y = sum(each.box[1] + each.box[3] for each in run) / (2 * len(run))
        inside = min(chart.box[2], x1) - max(chart.box[0], x0)  # a label may cross the border, a cell's text does not
        in_head = any(top < y < bottom for top, bottom in heads)
        (near if chart.holds(chart.box[0], y) and inside > 1 and not in_head else rest).extend(run)
    finder = Finder([shape.box for shape in symbols])
    own: dict[int, list[Written]] = defaultdict(list)
    free: list[Written] = []
    for line in lines_of(near, split=LABELS, blank=blank):
        middle = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
        at = finder.find(*middle)
        if at is None or not _is_inside(symbols[at], middle):
            free.append(line)
        else:
            own[at].append(line)
    return {at: paragraph(lines) for at, lines in own.items()}, free, rest


def _is_label(shape: Shape, text: str) -> bool:
    """Whether a box is a branch's label with a frame."""
    x0, y0, x1, y1 = shape.box
    low = y1 - y0 < _LABEL_HIGH and (x1 - x0) * (y1 - y0) < _LABEL_SIZE
    return low and shape.kind in {"process", "unknown"} and polarity(text) is not None


def _is_inside(shape: Shape, point: Point) -> bool:
    return distance_to_symbol(Symbol(0, shape.kind, shape.box), point) == 0


def _notes(lines: list[Written]) -> list[Note]:
    """Labels; lines right below each other are one."""
    groups: list[list[Written]] = []
    for line in (part for each in lines for part in _parted(each)):
        for group in groups:
            last = group[-1]
            beside = min(last.box[2], line.box[2]) - max(last.box[0], line.box[0])
            overlap = beside > 0.5 * min(last.box[2] - last.box[0], line.box[2] - line.box[0])
            if 0 < line.base - last.base < 1.35 * line.size and overlap and _goes_on(last.text, line.text):
                group.append(line)
                break
        else:
            groups.append([line])
    return [
        Note(
            " ".join(line.text for line in group),
            (
                min(line.box[0] for line in group),
                min(line.box[1] for line in group),
                max(line.box[2] for line in group),
                max(line.box[3] for line in group),
            ),
        )
        for group in groups
    ]


def _goes_on(one: str, other: str) -> bool:
    """Whether a label's second line this is, and no label of its own."""
    if other[:1].islower():
        return True
    word = bare(other)
    if bare(one) in _DENIALS:  # "Tidak" above "Lengkap"
        return word not in _ALONE and polarity(other) is not False
    return polarity(one) is not True and polarity(other) is None and word not in _ALONE


def _parted(line: Written) -> list[Written]:
    """Two labels that stand side by side, each by itself: `Tidak Ya`. A letter is as wide as another, so far."""
    words = line.text.split(" ")
    if len(words) != 2 or not all(word[:1].isupper() and bare(word) in _SINGLE for word in words):
        return [line]
    x0, y0, x1, y1 = line.box
    letter = (x1 - x0) / len(line.text)
    middle = x0 + letter * (len(words[0]) + 0.5)
    boxes = (x0, y0, middle - letter / 2, y1), (middle + letter / 2, y0, x1, y1)
    return [line._replace(text=word, box=box) for word, box in zip(words, boxes, strict=True)]


def _cells(boxes: Sequence[Box], characters: Sequence[Character], blank: float) -> tuple[list[Cell], list[Cell]]:
    """The table's cells with their texts, and texts outside of any as cells of their own; then those of the foot."""
    finder = Finder(boxes)
    written, full = given_back(boxes, [(finder.find(*_middle(each.box)), each) for each in characters])
    by_cell: dict[int | None, list[Character]] = defaultdict(list)
    for number, each in written:
        by_cell[number].append(each)
    cells = [
        Cell(
            box,
            paragraph(_lines(by_cell[number], blank), box[2] - box[0]) if number in by_cell else "",
            overfull=number in full,
        )
        for number, box in enumerate(boxes)
    ]
    free, below = _loose(lines_of(by_cell.get(None, []), split=SPREAD, blank=blank), boxes)
    return sorted([*cells, *free], key=lambda cell: (cell.box[1], cell.box[0])), below


def _lines(characters: Sequence[Character], blank: float) -> list[Written]:
    """Of a cell, downward; a list in columns goes on below itself."""
    return by_column(lines_of(characters, split=SPREAD, blank=blank)) or lines_of(characters, blank=blank)


def _middle(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _loose(lines: Sequence[Written], boxes: Sequence[Box]) -> tuple[list[Cell], list[Cell]]:
    """Texts outside of all cells, page numbers aside; and apart what stands below the table, unless it holds labels."""
    lowest = max((box[3] for box in boxes), default=0.0)
    texts = [Cell(line.box, line.text, ruled=False) for line in lines if not _PAGE_NUMBER.fullmatch(line.text)]
    below = [cell for cell in texts if cell.box[1] > lowest]
    if boxes and not any(meaning(cell.text.rstrip(" :"), {**HEADER, **BOXES}) for cell in below):
        return [cell for cell in texts if cell not in below], below
    return texts, []
