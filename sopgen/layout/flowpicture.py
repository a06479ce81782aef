"""Document in, its flowchart alone out: one tall page with the lanes, the symbols and the arrows of every flow page.

Nothing of the drawing is measured or routed anew: each flow page's lanes are moved, as they stand, under those of the
page before. Only the lanes' names and the numbers of the kegiatan are set, level, for Graphviz turns no text.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Final, NamedTuple

from sopgen.layout import style
from sopgen.layout.setting import Setter
from sopgen.scene import Arrow, Box, Cell, Document, Lane, Page, Point, Row, Rule, Symbol, Table, Text
from sopgen.text.block import Block, block_of, items_of
from sopgen.text.face import Face
from sopgen.text.measure import DEFAULT, Measurer

EDGE: Final = 6.0  # points around the picture
BLOCK_GAP: Final = 15.0  # between the charts of two pages
NUMBER_COLUMN: Final = 21.0
NAME_SIZES: Final = (8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
NAME_PAD: Final = (2.5, 4.0)
NUMBER_SIZE: Final = 8.0


class _Shift(NamedTuple):
    dx: float
    dy: float

    def point(self, point: Point) -> Point:
        return round(point[0] + self.dx, 3), round(point[1] + self.dy, 3)

    def box(self, box: Box) -> Box:
        return (*self.point(box[:2]), *self.point(box[2:]))

    def text(self, text: Text) -> Text:
        runs = tuple(
            run._replace(
                x=run.x + self.dx,
                baseline=run.baseline + self.dy,
                glyphs=tuple(glyph._replace(box=self.box(glyph.box)) for glyph in run.glyphs),
            )
            for run in text.runs
        )
        return text._replace(runs=runs, box=self.box(text.box), cell=self.box(text.cell))

    def symbol(self, symbol: Symbol) -> Symbol:
        number = self.text(symbol.number) if symbol.number else None
        return symbol._replace(box=self.box(symbol.box), number=number)

    def arrow(self, arrow: Arrow) -> Arrow:
        return arrow._replace(
            points=tuple(map(self.point, arrow.points)),
            omegas=tuple(map(self.point, arrow.omegas)),
            label=self.text(arrow.label) if arrow.label else None,
        )

    def lane(self, lane: Lane) -> Lane:
        return lane._replace(x0=round(lane.x0 + self.dx, 3), x1=round(lane.x1 + self.dx, 3))

    def row(self, row: Row) -> Row:
        return row._replace(y0=round(row.y0 + self.dy, 3), y1=round(row.y1 + self.dy, 3))


def flow_picture(document: Document, measurer: Measurer = DEFAULT) -> Document:
    """The same document with one page: its flowchart. The page is as large as the chart."""
    setter = Setter(measurer)
    pages = [page for page in document.pages if page.kind == "prosedur"]
    heads = [cell for _, cell in pages[0].cells() if cell.role == "nama_pelaksana"]
    names = [lane.name for lane in pages[0].lanes]
    face = next((text.face for cell in heads for text in cell.texts), Face("sans", bold=True))
    fill = heads[0].fill if heads else None
    tables: list[Table] = []
    items: list[tuple[_Shift, Page]] = []
    top = EDGE
    for page in pages:
        block = _Block(page, names, face, fill, setter)
        table, shift = block.placed(top)
        tables.append(table)
        items.append((shift, page))
        top = table.rows[-1] + BLOCK_GAP
    width = max(table.columns[-1] for table in tables) + EDGE
    size = (round(width, 2), round(tables[-1].rows[-1] + EDGE, 2))
    picture = Page(
        1,
        "prosedur",
        size,
        (EDGE, EDGE, size[0] - EDGE, size[1] - EDGE),
        tuple(tables),
        symbols=tuple(shift.symbol(symbol) for shift, page in items for symbol in page.symbols),
        arrows=tuple(shift.arrow(arrow) for shift, page in items for arrow in page.arrows),
        lanes=tuple(map(items[0][0].lane, pages[0].lanes)),
        rows=tuple(shift.row(row) for shift, page in items for row in page.rows),
    )
    return document._replace(pages=(picture,))


class _Group(NamedTuple):
    """Lanes `first` … `last` under one head."""

    name: str
    first: int
    last: int


class _Block(NamedTuple):
    """One flow page's chart."""

    page: Page
    names: list[str]
    face: Face
    fill: str | None
    setter: Setter

    def placed(self, top: float) -> tuple[Table, _Shift]:
        """The table around the chart, and the way from the page's places to the picture's."""
        lanes, rows = self.page.lanes, self.page.rows
        size, head = self._name_size(lanes)
        groups = _groups(lanes)
        common = self._group_height(groups, lanes, size) if groups else 0.0
        shift = _Shift(EDGE + NUMBER_COLUMN - lanes[0].x0, top + common + head - rows[0].y0)
        columns = (EDGE, *(shift.lane(lane).x0 for lane in lanes), shift.lane(lanes[-1]).x1)
        heads = (top, round(top + common, 3)) if groups else (top,)
        edges = (*heads, *(shift.row(row).y0 for row in rows), shift.row(rows[-1]).y1)
        cells = [*self._head_cells(columns, edges, size, groups), *self._row_cells(columns, edges, len(heads))]
        return Table("alur", columns, edges, tuple(cells), _rules(columns, edges, groups)), shift

    def _name_size(self, lanes: tuple[Lane, ...]) -> tuple[float, float]:
        """The largest size at which no word is divided, else the smallest; and the height that the names then need."""
        rooms = [lane.x1 - lane.x0 - 2 * NAME_PAD[0] for lane in lanes]
        blocks = [self._block(name) for name in self.names]
        size = next(
            (
                size
                for size in NAME_SIZES
                if all(
                    block.widest_word * size * style.SLACK <= room for block, room in zip(blocks, rooms, strict=True)
                )
            ),
            NAME_SIZES[-1],
        )
        tall = max(self.setter.height(block, room, size) for block, room in zip(blocks, rooms, strict=True))
        return size, max(style.HEADER_ROW, style.on_grid(tall + 2 * NAME_PAD[1]))

    def _group_height(self, groups: list[_Group], lanes: tuple[Lane, ...], size: float) -> float:
        rooms = [lanes[g.last].x1 - lanes[g.first].x0 - 2 * NAME_PAD[0] for g in groups]
        tall = max(self.setter.height(self._block(g.name), room, size) for g, room in zip(groups, rooms, strict=True))
        return max(style.HEADER_ROW, style.on_grid(tall + 2 * NAME_PAD[1]))

    def _block(self, text: str) -> Block:
        return block_of(items_of(text, (), "none"), self.face, self.setter.measurer)

    def _head_cells(
        self, columns: tuple[float, ...], edges: tuple[float, ...], size: float, groups: list[_Group]
    ) -> list[Cell]:
        levels = 2 if groups else 1
        grouped = {lane for group in groups for lane in range(group.first, group.last + 1)}

        def cell(role: str, name: str, level: int, rows: int, column: int, span: int) -> Cell:
            box = (columns[column], edges[level], columns[column + span], edges[level + rows])
            text = self.setter.text(role, self._block(name), size, box, pad=NAME_PAD, align="center")
            return Cell(level, column, role, (text,) if text else (), rows, span, fill=self.fill, header=True)

        cells = [cell("kepala_no", "", 0, levels, 0, 1)]
        cells += [cell("kelompok_pelaksana", g.name, 0, 1, g.first + 1, g.last - g.first + 1) for g in groups]
        for lane, name in enumerate(self.names):
            level = 1 if lane in grouped else 0
            cells.append(cell("nama_pelaksana", name, level, levels - level, lane + 1, 1))
        return sorted(cells, key=lambda each: (each.row, each.column))

    def _row_cells(self, columns: tuple[float, ...], edges: tuple[float, ...], levels: int) -> list[Cell]:
        cells = []
        plain = self.face._replace(bold=False)
        for index, row in enumerate(self.page.rows, start=levels):
            box = (columns[0], edges[index], columns[1], edges[index + 1])
            if row.strip:
                width = len(columns) - 1
                cells.append(Cell(index, 0, "jalur_sambungan", column_span=width, fill=style.STRIP_TINT))
            elif row.step is not None:
                middle = (box[1] + box[3] + self.setter.cap(plain, NUMBER_SIZE)) / 2
                at = ((box[0] + box[2]) / 2, middle)
                text = self.setter.single("no", str(row.step), plain, NUMBER_SIZE, at, box, "center")
                cells.append(Cell(index, 0, "no", (text._replace(step=row.step),), step=row.step))
        return cells


def _groups(lanes: tuple[Lane, ...]) -> list[_Group]:
    """Neighbours that stand under a common head."""
    found = []
    for name, numbered in groupby(enumerate(lanes), key=lambda each: each[1].group):
        members = [number for number, _ in numbered]
        if name:
            found.append(_Group(name, members[0], members[-1]))
    return found


def _rules(columns: tuple[float, ...], edges: tuple[float, ...], groups: list[_Group]) -> tuple[Rule, ...]:
    x0, x1, y0, y1 = columns[0], columns[-1], edges[0], edges[-1]
    inside = {lane for group in groups for lane in range(group.first + 1, group.last + 1)}
    lanes = [
        Rule(x, edges[1] if lane in inside else y0, x, y1, style.RULE_LANE, style.RULE_LANE_GREY)
        for lane, x in enumerate(columns[2:-1], start=1)
    ]
    rows = [Rule(columns[g.first + 1], edges[1], columns[g.last + 2], edges[1], style.RULE_TEXT) for g in groups]
    rows += [Rule(x0, y, x1, y, style.RULE_TEXT) for y in edges[2 if groups else 1 : -1]]
    number = Rule(columns[1], y0, columns[1], y1, style.RULE_TEXT)
    corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0))
    frame = [Rule(*a, *b, style.RULE_FRAME) for a, b in pairwise(corners)]
    return (*lanes, *rows, number, *frame)
