"""The flow table without its page: column edges, header cells, and the cells of a row."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from sopgen.columns import Column, Columns, HeadCell, text_in
from sopgen.layout import style
from sopgen.layout.flowpages.rows import TextRows, Widths
from sopgen.layout.setting import Setter
from sopgen.scene import Box, Cell, SpecPath, Text
from sopgen.text.block import Block, Item, block_of, items_by_line
from sopgen.text.face import Face

_HEAD_PAD = (2.5, 2.0)
_NAME_PAD = 2 * _HEAD_PAD[0]  # points of a lane that its name leaves free, both sides together
_LOW_HEAD_AIR = 5.0  # points that the names' row leaves free above and below them, where rows are low too
_NAME_ROW = 24.0  # points that the row of the names is high at least
_DIVIDED_SIZE = 7.5  # of names whose words are divided at a syllable


@dataclass(frozen=True)
class FlowTable:
    """One choice of size and widths for the whole flow table."""

    rows: TextRows
    widths: Widths
    size: float
    left: float
    bold: Face
    italic: Face
    header_size: float
    turned: bool
    header_rows: tuple[float, ...]
    edges: tuple[float, ...]

    @property
    def setter(self) -> Setter:
        return self.rows.setter

    @property
    def columns(self) -> Columns:
        return self.rows.columns

    @property
    def lanes(self) -> range:
        """Where the executors' columns stand."""
        return self.columns.lanes

    @property
    def lane_edges(self) -> tuple[float, ...]:
        return self.edges[self.lanes.start : self.lanes.stop + 1]

    def span(self, column: int, row_top: float, row_bottom: float, columns: int = 1) -> Box:
        return (self.edges[column], row_top, self.edges[column + columns], row_bottom)

    def body_cells(self, step: int, row: int, top: float, bottom: float) -> list[Cell]:
        """The cells of one kegiatan: its number, its texts, and an empty cell a lane."""
        return [self._cell(column, step, row, i, top, bottom) for i, column in enumerate(self.columns.each)]

    def _cell(self, column: Column, step: int, row: int, at: int, top: float, bottom: float) -> Cell:
        box = self.span(at, top, bottom)
        text: Text | None = None
        path: SpecPath = () if column.kind == "lane" else ("kegiatan", step - 1)
        if column.kind == "number":
            face = self.bold if step in self.columns.bold else self.rows.face
            middle = (top + bottom + self.setter.cap(face, self.size)) / 2
            centre = (box[0] + box[2]) / 2
            number = self.setter.single(column.key, str(step), face, self.size, (centre, middle), box, "center")
            text = number._replace(step=step)
        elif column.kind == "text":
            text = self.setter.text(column.key, self.rows.blocks[step, column.key], self.size, box, step=step)
            isi = text_in(self.rows.sop.kegiatan[step - 1], column)
            if text and isi.butir:
                text = text._replace(items=items_by_line(*isi))
        path += (column.field,) if column.kind == "text" else ()
        return Cell(row, at, column.key, (text,) if text else (), step=step, fill=column.fill, path=path)

    def header_cells(self, top: float, fill: str) -> list[Cell]:
        """The grey head: the heads above several columns, those of one, and the row of column numbers if asked for."""
        levels = self.columns.levels
        edges = list(accumulate(self.header_rows, initial=top))
        cells = [self._head_cell(cell, edges, fill) for cell in self.columns.head_cells]
        if len(self.header_rows) > levels:
            cells += self._number_cells(edges[levels], fill)
        return cells

    def _head_cell(self, cell: HeadCell, edges: list[float], fill: str) -> Cell:
        box = self.span(cell.first, edges[cell.level], edges[cell.level + cell.levels], cell.span)
        role, block = cell.head.role, self.rows.heads[cell.head]
        named = cell.column.kind == "lane" and cell.head == cell.column.head
        if not named:
            text = self._heading(role, block, box)
        elif self.turned:
            length = box[3] - box[1] - 2 * style.HEADER_PAD
            text = self.setter.turned(role, block, self.header_size, box, length)
        else:  # in the size that was chosen for all names
            text = self.setter.text(role, block, self.header_size, box, pad=_HEAD_PAD, align="center")
        texts = (text,) if text else ()
        if named:
            path: SpecPath = ("pelaksana", cell.column.lane)
        else:
            path = cell.head.place if cell.head.place[:1] == ("pelaksana",) else ()
        return Cell(cell.level, cell.first, role, texts, cell.levels, cell.span, fill=fill, header=True, path=path)

    def _heading(self, role: str, block: Block, box: Box) -> Text | None:
        size = style.HEADER_SIZE
        widest = block.widest_word * size * style.SLACK
        room = box[2] - box[0] - 2 * _HEAD_PAD[0]
        if widest > room:  # a bureau's own long label: smaller rather than divided
            size = max(style.HEADER_LEAST, size * room / widest)
        return self.setter.text(role, block, size, box, pad=_HEAD_PAD, align="center")

    def _number_cells(self, top: float, fill: str) -> list[Cell]:
        cells = []
        level = self.columns.levels
        for column in range(len(self.columns.each)):
            box = self.span(column, top, top + self.header_rows[level])
            text = self.setter.text(
                "nomor_kolom",
                block_of((Item("", f"({column + 1})"),), self.rows.face, self.setter.measurer),
                7.0,
                box,
                pad=(0.5, 1.0),
                align="center",
            )
            cells.append(Cell(level, column, "nomor_kolom", (text,) if text else (), fill=fill, header=True))
        return cells


def flow_table(
    rows: TextRows, widths: Widths, size: float, left: float, bold: Face, italic: Face, *, numbers: bool
) -> FlowTable:
    """Header sizes, turning and column edges for these widths."""
    columns = rows.columns
    edges = _edges(left, widths, columns)
    header_size, turned, name_row = _name_row(rows, widths, edges)
    head = [_group_row(rows, level, edges) for level in range(columns.levels - 1)]
    head.append(style.on_grid(max(name_row, _NAME_ROW)))
    for cell in columns.head_cells:
        if cell.level == 0 and cell.column.kind == "text" and cell.levels == columns.levels:
            tall = _heading_height(rows, cell, edges) + 2 * style.HEADER_PAD
            head[-1] = max(head[-1], style.on_grid(tall - sum(head[:-1])))
    if numbers:
        head.append(style.NUMBER_ROW)
    return FlowTable(rows, widths, size, left, bold, italic, header_size, turned, tuple(head), edges)


def least_head(rows: TextRows, *, numbers: bool) -> float:
    """Below which no head of these columns is, whatever their widths."""
    groups = (rows.columns.levels - 1) * style.HEADER_ROW
    return groups + _NAME_ROW + (style.NUMBER_ROW if numbers else 0.0)


def _group_row(rows: TextRows, level: int, edges: tuple[float, ...]) -> float:
    """The height of a row of heads that stand above several columns."""
    cells = [cell for cell in rows.columns.head_cells if cell.level == level and cell.head != cell.column.head]
    tallest = max(_heading_height(rows, cell, edges) for cell in cells)
    return max(style.HEADER_ROW, style.on_grid(tallest + 7.0))


def _name_row(rows: TextRows, widths: Widths, edges: tuple[float, ...]) -> tuple[float, bool, float]:
    """The type size of the lanes' names, whether they are turned, and the height of their row."""
    narrow = min(widths.lanes) - _NAME_PAD
    setter, names = rows.setter, rows.names
    widest = max(name.widest_word for name in names) * style.SLACK
    if widest * style.NAME_SIZES[-1] > narrow and narrow + _NAME_PAD < style.TURNED_LANE:
        height, smaller = _turned_height(setter, names, 8.0, narrow), _turned_height(setter, names, 7.0, narrow)
        # where one more line fits across the lane, the head gets much lower
        return (7.0, True, smaller) if smaller < 0.8 * height else (8.0, True, height)
    cells = [cell for cell in rows.columns.head_cells if cell.column.kind == "text" and cell.column.groups]
    others = [_heading_height(rows, cell, edges) for cell in cells if cell.head == cell.column.head]
    size, named = name_height(rows, narrow + _NAME_PAD)
    air = _LOW_HEAD_AIR if rows.columns.low else 2 * style.HEADER_PAD + 3.0
    return size, False, max(named, *others, 0.0) + air


def name_height(rows: TextRows, lane: float) -> tuple[float, float]:
    """The type size of upright names in lanes so wide, the largest that keeps the head low; and the tallest's height.

    No word is divided where a smaller size keeps it whole.
    """
    narrow = lane - _NAME_PAD
    widest = max(name.widest_word for name in rows.names) * style.SLACK
    whole = [size for size in style.NAME_SIZES if widest * size <= narrow] or [_DIVIDED_SIZE]
    heights = [(size, max(rows.setter.height(name, narrow, size) for name in rows.names)) for size in whole]
    most = style.HEAD_MOST - style.HEADER_ROW - 2 * style.HEADER_PAD - 3.0
    return next(((size, height) for size, height in heights if height <= most), heights[-1])


def lane_of_low_head(rows: TextRows) -> float:
    """The narrowest lanes in which names of good size leave the table's head low; the usual ones where none are."""
    lane = style.LANE_WISH
    while lane <= style.LANE_MOST:
        if name_height(rows, lane)[0] >= style.NAME_SIZES[1]:
            return lane
        lane += style.GRID
    return style.LANE_WISH


def _heading_height(rows: TextRows, cell: HeadCell, edges: tuple[float, ...]) -> float:
    width = edges[cell.first + cell.span] - edges[cell.first]
    return rows.setter.height(rows.heads[cell.head], width - 5.0, style.HEADER_SIZE)


def _edges(left: float, widths: Widths, columns: Columns) -> tuple[float, ...]:
    rest = {"number": iter((widths.number,)), "lane": iter(widths.lanes), "text": iter(widths.texts)}
    return tuple(round(edge, 2) for edge in accumulate((next(rest[c.kind]) for c in columns.each), initial=left))


def _turned_height(setter: Setter, names: tuple[Block, ...], size: float, narrow: float) -> float:
    """The least height at which every turned name fits across its narrow lane."""
    longest = max(name.natural_width for name in names) * size * style.SLACK
    height = max(name.widest_word for name in names) * size * style.SLACK
    pad = 2 * style.HEADER_PAD

    def fit(length: float) -> bool:
        return all(setter.height(name, length, size) <= narrow for name in names)

    # in the row, a little higher, a word may stand whole that was divided, and need a line more
    while height < longest and not (fit(height) and fit(style.on_grid(max(height + pad + 2.0, _NAME_ROW)) - pad)):
        height += style.GRID
    return height + pad + 2.0
