"""The flow table without its page: column edges, header cells, and the cells of a row."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

from sopgen.layout import style
from sopgen.layout.flowpages.rows import FIELDS, TextRows, Widths
from sopgen.layout.setting import Setter
from sopgen.scene import Box, Cell, Text
from sopgen.text.block import Block, Item
from sopgen.text.face import Face


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
    names: tuple[Block, ...]
    edges: tuple[float, ...] = field(default=())

    @property
    def setter(self) -> Setter:
        return self.rows.setter

    @property
    def lanes(self) -> int:
        return len(self.names)

    @property
    def lane_edges(self) -> tuple[float, ...]:
        return self.edges[2 : 3 + self.lanes]

    def span(self, column: int, row_top: float, row_bottom: float, columns: int = 1) -> Box:
        return (self.edges[column], row_top, self.edges[column + columns], row_bottom)

    def body_cells(self, step: int, row: int, top: float, bottom: float) -> list[Cell]:
        """The cells of one kegiatan: its number, its texts, and an empty cell a lane."""
        face = self.rows.blocks[step, "kegiatan"].face
        middle = (top + bottom + self.setter.cap(face, self.size)) / 2
        box = self.span(0, top, bottom)
        centre = (box[0] + box[2]) / 2
        number = self.setter.single("no", str(step), face, self.size, centre, middle, box, "center", step=step)
        cells = [Cell(row, 0, "no", (number,), step=step)]
        cells.append(self._cell("kegiatan", step, row, 1, top, bottom))
        cells += [Cell(row, 2 + i, "pelaksana", step=step) for i in range(self.lanes)]
        for i, name in enumerate(FIELDS[1:]):
            cells.append(self._cell(name, step, row, 2 + self.lanes + i, top, bottom))
        return cells

    def _cell(self, name: str, step: int, row: int, column: int, top: float, bottom: float) -> Cell:
        text = self.setter.text(
            name, self.rows.blocks[step, name], self.size, self.span(column, top, bottom), step=step
        )
        return Cell(row, column, name, (text,) if text else (), step=step)

    def header_cells(self, top: float, fill: str) -> list[Cell]:
        """The grey head: group row, name row, and the row of column numbers where asked for."""
        first, second = top, top + self.header_rows[0]
        third = second + self.header_rows[1]
        after = 2 + self.lanes

        def cell(key: str, row: int, column: int, rows: int, columns: int, y0: float, y1: float) -> Cell:
            box = (self.edges[column], y0, self.edges[column + columns], y1)
            text = self._heading(f"kepala_{key}", self.rows.headers[key], box)
            return Cell(row, column, f"kepala_{key}", (text,) if text else (), rows, columns, None, fill, header=True)

        cells = [
            cell("no", 0, 0, 2, 1, first, third),
            cell("kegiatan", 0, 1, 2, 1, first, third),
            cell("pelaksana", 0, 2, 1, self.lanes, first, second),
            cell("mutu_baku", 0, after, 1, 3, first, second),
            cell("keterangan", 0, after + 3, 2, 1, first, third),
        ]
        for i, block in enumerate(self.names):
            box = self.span(2 + i, second, third)
            text = (
                self.setter.turned(
                    "nama_pelaksana", block, self.header_size, box, third - second - 2 * style.HEADER_PAD
                )
                if self.turned
                else self._heading("nama_pelaksana", block, box, self.header_size)
            )
            cells.append(Cell(1, 2 + i, "nama_pelaksana", (text,) if text else (), fill=fill, header=True))
        for i, key in enumerate(("kelengkapan", "waktu", "output")):
            cells.append(cell(key, 1, after + i, 1, 1, second, third))
        if len(self.header_rows) > 2:
            cells += self._number_cells(third, fill)
        return cells

    def _heading(self, role: str, block: Block, box: Box, size: float = style.HEADER_SIZE) -> Text | None:
        pad = (2.5, 2.0)
        widest = block.widest_word * size * style.SLACK
        room = box[2] - box[0] - 2 * pad[0]
        if widest > room:  # a bureau's own long label: smaller rather than divided
            size = max(style.HEADER_LEAST, size * room / widest)
        return self.setter.text(role, block, size, box, pad=pad, align="center")

    def _number_cells(self, top: float, fill: str) -> list[Cell]:
        cells = []
        face = self.rows.blocks[1, "kegiatan"].face
        for column in range(len(self.edges) - 1):
            box = self.span(column, top, top + self.header_rows[2])
            text = self.setter.text(
                "nomor_kolom",
                Block((Item("", f"({column + 1})"),), face, self.setter.measurer),
                7.0,
                box,
                pad=(0.5, 1.0),
                align="center",
            )
            cells.append(Cell(2, column, "nomor_kolom", (text,) if text else (), fill=fill, header=True))
        return cells


def flow_table(
    rows: TextRows, widths: Widths, size: float, left: float, bold: Face, italic: Face, *, numbers: bool
) -> FlowTable:
    """Header sizes, turning and column edges for these widths."""
    names = rows.names
    header_size, turned, name_row = _name_row(rows, widths)
    groups = (("pelaksana", _lanes_width(widths, len(names))), ("mutu_baku", sum(widths.fields[1:4])))
    group_row = max(_heading_height(rows, key, width) for key, width in groups)
    head = [max(style.HEADER_ROW, style.on_grid(group_row + 7.0)), style.on_grid(max(name_row, 24.0))]
    for key, width in (("kegiatan", widths.fields[0]), ("keterangan", widths.fields[4])):
        tall = _heading_height(rows, key, width) + 2 * style.HEADER_PAD
        head[1] = max(head[1], style.on_grid(tall - head[0]))
    if numbers:
        head.append(style.NUMBER_ROW)
    edges = _edges(left, widths, len(names))
    return FlowTable(rows, widths, size, left, bold, italic, header_size, turned, tuple(head), names, edges)


def _name_row(rows: TextRows, widths: Widths) -> tuple[float, bool, float]:
    """The type size of the lanes' names, whether they are turned, and the height of their row."""
    narrow = min(widths.lane, widths.first_lane, widths.last_lane) - 5.0
    setter, names = rows.setter, rows.names
    widest = max(name.widest_word for name in names) * style.SLACK
    size = next((s for s in (style.HEADER_SIZE, 8.0, 7.5, 7.0) if widest * s <= narrow), style.HEADER_SIZE)
    divided = widest * size > narrow
    if divided and narrow + 5.0 < style.TURNED_LANE:
        height, smaller = _turned_height(setter, names, 8.0, narrow), _turned_height(setter, names, 7.0, narrow)
        # where one more line fits across the lane, the head gets much lower
        return (7.0, True, smaller) if smaller < 0.8 * height else (8.0, True, height)
    if divided:
        size = 7.5  # words are divided at a syllable
    fields = zip(("kelengkapan", "waktu", "output"), widths.fields[1:4], strict=True)
    others = [_heading_height(rows, key, width) for key, width in fields]
    heights = [setter.height(name, narrow, size) for name in names]
    return size, False, max(*heights, *others) + 2 * style.HEADER_PAD + 3.0


def _heading_height(rows: TextRows, key: str, width: float) -> float:
    return rows.setter.height(rows.headers[key], width - 5.0, style.HEADER_SIZE)


def _edges(left: float, widths: Widths, count: int) -> tuple[float, ...]:
    lanes = [widths.lane] * count
    lanes[0] = widths.first_lane
    lanes[-1] = max(lanes[-1], widths.last_lane)
    edges = accumulate([widths.number, widths.fields[0], *lanes, *widths.fields[1:]], initial=left)
    return tuple(round(edge, 2) for edge in edges)


def _lanes_width(widths: Widths, count: int) -> float:
    return widths.lane * max(0, count - 2) + widths.first_lane + (widths.last_lane if count > 1 else 0.0)


def _turned_height(setter: Setter, names: tuple[Block, ...], size: float, narrow: float) -> float:
    """The least height at which every turned name fits across its narrow lane."""
    longest = max(name.natural_width for name in names) * size * style.SLACK
    height = max(name.widest_word for name in names) * size * style.SLACK
    while height < longest:
        if all(setter.height(name, height, size) <= narrow for name in names):
            break
        height += style.GRID
    return height + 2 * style.HEADER_PAD + 2.0
