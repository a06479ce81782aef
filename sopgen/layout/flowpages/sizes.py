"""Sop, flow and paper in; the flow table's size, columns and page cuts out.

For each size from the largest: column widths, wrapping, heights, page cuts. The first choice that reaches the fewest
pages is taken: of the largest type, of the most comfortable columns, of the airiest rows. Lanes and rows are as wide
and high as `Room` says they must be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sopgen.diagnostics import Refusal
from sopgen.flow import Flow
from sopgen.intake.sop import Sop
from sopgen.layout import style
from sopgen.layout.flowpages.chart import stack_gap
from sopgen.layout.flowpages.dress import Dress
from sopgen.layout.flowpages.lanewidths import LaneWidths, Room, least_lane, symbol_size
from sopgen.layout.flowpages.pagination import Cuts, Cutting, TooTallError
from sopgen.layout.flowpages.refusals import head_too_tall, too_tall
from sopgen.layout.flowpages.rows import TextRows, Widths, can_be_reached, choose_fields
from sopgen.layout.flowpages.table import FlowTable, flow_table, least_head
from sopgen.layout.paper import Paper
from sopgen.scene import FlowChoice

_STRIVE_MOST = 30  # kegiatan: beyond, choosing columns for a number of pages would take too long


class Choice(NamedTuple):
    """One way to set the table: its columns and size, its page cuts, and what a row is high at least."""

    table: FlowTable
    cuts: Cuts
    row: float


class FlowSizes:
    """Chooses the size of one SOP's flow table on one paper, below what each page bears above it.

    `room` is a value: who needs more gives it another one.
    """

    def __init__(self, sop: Sop, flow: Flow, paper: Paper, rows: TextRows, dress: Dress) -> None:
        self.sop, self.flow, self.paper, self.rows = sop, flow, paper, rows
        self.dress = dress
        self.row_steps = style.ROW_STEPS + (style.LOW_ROW_STEPS if rows.columns.low else ())
        self.room = Room()
        self.lanes = LaneWidths(sop, flow, paper, rows)
        self._levels = {step: len(flow.levels_of(step)) for step in rows.steps}
        self._cutting = Cutting(flow, len(rows.steps))
        self._tables: tuple[Room, dict[object, FlowTable]] = (self.room, {})  # what was set, in this room
        self._small_most = float("inf")  # pages on which type may be smaller than what reads well
        self.shrunk = False  # on any number of pages

    def fewest(self) -> tuple[int, int]:
        """The number of pages that the lowest rows need: in the narrowest lanes, in usual ones.

        In type that reads well, or in smaller type where that saves several pages, or where a row asks for it.
        Raises Refusal.
        """
        smallest = self._smallest()
        least = self._table(self._readable()[-1])
        short = self.rows.columns.low  # a table of few texts, which every page makes longer
        if self.shrunk or short or least.size == smallest.size or self._pages_of(least) == float("inf"):
            self._small_most = float("inf")
            return self._fewest_of(smallest)
        readable = self._fewest_of(least)
        self._small_most = readable[0] - style.PAGES_FOR_TYPE
        if self._small_most < 1:  # so few pages save none
            return readable
        small = self._fewest_of(smallest)
        return small if small[0] <= self._small_most else readable

    def shrink(self) -> bool:
        """Allow all type, where something finds no room; False where it was allowed already."""
        before, self.shrunk = self._small_most, True
        return before != float("inf")

    def _fewest_of(self, table: FlowTable) -> tuple[int, int]:
        """The same in the type of one table, that of usual lanes."""
        usual = self._count(table)
        if usual == 1 or not self._may_reach(usual - 1, table):
            return usual, usual
        narrow = (self._try_table(table.size, lane) for lane in self._narrower(table)[-1:])
        fewest = int(min([usual, *(self._pages_of(narrowest) for narrowest in narrow if narrowest)]))
        while fewest > 1 and self._strives_for(fewest - 1, table):
            fewest -= 1
        return fewest, usual

    def _may_reach(self, pages: int, table: FlowTable) -> bool:
        """Whether so few pages could hold the lowest rows, in the narrowest lanes, below the lowest head."""
        lane = (self._narrower(table) or [table.widths.lane])[-1]
        try:
            lane, _, rest = self.lanes.widths(self.room, lane, strive=True)
        except Refusal:
            return True
        row = self.row_steps[-1]
        floors = [self._symbol_floor(step, symbol_size(lane)[1], row) for step in self.rows.steps]
        head = least_head(self.rows, numbers=self.sop.tampilan.nomor_kolom)
        excess = self._cutting.excess(self._space(head, first=True), self._space(head, first=False), pages)
        return can_be_reached(self.rows, rest, table.size, floors, self._row_most(sum(table.header_rows)), excess)

    def usual(self) -> tuple[int, int]:
        """The same without any search: in usual lanes."""
        usual = self._count(self._smallest())
        return usual, usual

    def _strives_for(self, pages: int, table: FlowTable) -> bool:
        """Whether columns chosen for so few pages reach them, in the narrowest lanes."""
        if len(self.rows.steps) > _STRIVE_MOST:
            return False
        lane = (self._narrower(table) or [table.widths.lane])[-1]
        narrow = self._try_table(table.size, lane)
        striving = narrow and self._try_table(table.size, lane, strive=(narrow, pages))
        return striving is not None and self._pages_of(striving) <= pages

    def choices(self, pages: float, *, any_type: bool = False) -> Iterator[Choice]:
        """The ways to set the table on so many pages, the best first.

        What is given up, in this order: air in the rows, the columns' comfort, type. `any_type`: also where smaller
        type saves no pages. Raises Refusal.
        """
        self._smallest()
        for size in self._sizes() if any_type or pages <= self._small_most else self._readable():
            table = self._table(size)
            yield from self._airy(table, pages)
            if len(self.rows.steps) <= _STRIVE_MOST:
                yield from self._airy(self._table(size, strive=(table, pages)), pages)
            yield from self._airy_with_narrow_lanes(table, pages)

    def smallest(self) -> Iterator[Choice]:
        """The one way that gives each row the most room: the smallest type, the lowest rows. Raises Refusal."""
        table, row = self._smallest(), self.row_steps[-1]
        yield Choice(table, self.cut(table, self.least_heights(table, row)), row)

    def again(self, choice: Choice, pages: float) -> Iterator[Choice]:
        """The same choice in lanes and rows that were given more room meanwhile, on so many pages."""
        table = self._try_table(choice.table.size, choice.table.widths.lane)
        if table is not None:
            yield from (wider for wider in self._airy(table, pages) if wider.row <= choice.row)

    def _airy_with_narrow_lanes(self, table: FlowTable, pages: float) -> Iterator[Choice]:
        lanes = self._narrower(table)
        narrowest = lanes and self._try_table(table.size, lanes[-1])
        if not narrowest:
            return
        if self._pages_of(narrowest) <= pages:
            for lane in lanes:
                narrow = self._try_table(table.size, lane)
                if narrow:
                    yield from self._airy(narrow, pages)
        elif len(self.rows.steps) <= _STRIVE_MOST:
            narrow = self._try_table(table.size, lanes[-1], strive=(narrowest, pages))
            if narrow:
                yield from self._airy(narrow, pages)

    def _airy(self, table: FlowTable, pages: float) -> Iterator[Choice]:
        for row in self.row_steps:
            cuts = self._try_cut(table, row)
            if cuts is not None and len(cuts.pages) <= pages:
                yield Choice(table, cuts, row)

    def _smallest(self) -> FlowTable:
        """The table in the smallest type. Raises Refusal where a row fits on no page."""
        size = self._sizes()[-1]
        smallest = self._table(size)
        try:
            self._count(smallest)
        except TooTallError as error:
            if not self.room.squeezed and smallest.widths.lane > least_lane():
                self.room = self.room._replace(squeezed=True)  # narrower lanes leave more room for long texts
                return self._smallest()
            head = head_too_tall(smallest, self.dress.above(0).height, self.paper.bottom - self.paper.top)
            raise (head or too_tall(error, smallest)) from None
        return smallest

    def _count(self, table: FlowTable) -> int:
        row = self.row_steps[-1]
        return len(self.cut(table, self.least_heights(table, row)).pages)

    def _pages_of(self, table: FlowTable) -> float:
        """The fewest pages that this table takes; no number reaches where a row fits on none."""
        cuts = self._try_cut(table, self.row_steps[-1])
        return len(cuts.pages) if cuts else float("inf")

    def _narrower(self, table: FlowTable) -> list[float]:
        """The widths that lanes may have for the sake of the text columns."""
        return [lane for lane in style.LANE_STEPS if lane < table.widths.lane]

    def _readable(self) -> list[float]:
        """Those that read well at arm's length, or else the one asked for, the largest first."""
        sizes = self._sizes()
        return [size for size in sizes if size >= style.TYPE_COMFORT] or sizes[:1]

    def _sizes(self) -> list[float]:
        """The sizes to try, the largest first."""
        tampilan = self.sop.tampilan
        sizes = []
        size = tampilan.ukuran_huruf
        while size > tampilan.ukuran_huruf_terkecil:
            sizes.append(size)
            size -= style.SIZE_STEP
        return [*sizes, min(tampilan.ukuran_huruf, tampilan.ukuran_huruf_terkecil)]

    # --- columns ------------------------------------------------------------------------------------

    def _try_table(self, size: float, lane: float, strive: tuple[FlowTable, float] | None = None) -> FlowTable | None:
        try:
            return self._table(size, strive=strive, lane=lane)
        except Refusal:
            return None

    def _table(
        self, size: float, *, strive: tuple[FlowTable, float] | None = None, lane: float | None = None
    ) -> FlowTable:
        """The table at this size. `strive`: a table of this size, and the number of pages its columns should reach.

        `lane`: a width of the lanes other than the usual one. Widths are sought from those of the smallest type.
        """
        if self._tables[0] is not self.room:
            self._tables = (self.room, {})
        key = (size, lane, strive and (strive[0].header_rows, strive[1]))
        if key not in self._tables[1]:
            self._tables[1][key] = self._chosen(size, strive, lane)
        return self._tables[1][key]

    def _chosen(self, size: float, strive: tuple[FlowTable, float] | None, lane: float | None) -> FlowTable:
        """The columns that make the table lowest, and no row higher than its head leaves room for, if that can be."""
        lane, lanes, rest = self.lanes.widths(self.room, lane, strive=strive is not None)
        height = symbol_size(lane)[1]
        row = self.row_steps[0 if strive is None else -1]
        floors = [self._symbol_floor(s, height, row) for s in self.rows.steps]
        excess = None
        if strive is not None:
            plain, pages = strive
            spaces = self.space(plain, first=True), self.space(plain, first=False)
            excess = self._cutting.excess(*spaces, int(pages))

        begin = strive[0] if strive else self._tables[1].get((self._sizes()[-1], None, None))
        start = begin.widths.texts if begin else None

        def with_head(head: float) -> FlowTable:
            texts = choose_fields(self.rows, rest, size, floors, self._row_most(head), excess, start)
            return self._set(Widths(style.NO_WIDTH, lane, lanes, texts), size)

        likely = sum(style.HEADER_LIKELY)
        table = with_head(likely)
        head = sum(table.header_rows)
        tallest = max(self.least_heights(table, row).values())
        return with_head(head) if tallest > self._row_most(max(head, likely)) and head != likely else table

    def _row_most(self, head: float) -> float:
        """The highest row that a page has room for below a head so high: on the grid, as rows are."""
        room = self.paper.bottom - self.paper.top - self.dress.lowest - head
        return int((room - style.STRIP_HEAD - style.STRIP_FOOT) / style.GRID) * style.GRID

    def _set(self, widths: Widths, size: float) -> FlowTable:
        bold, italic = self.paper.face(bold=True), self.paper.face(italic=True)
        numbers = self.sop.tampilan.nomor_kolom
        return flow_table(self.rows, widths, size, self.paper.left, bold, italic, numbers=numbers)

    def table_of(self, choice: FlowChoice) -> FlowTable | None:
        """The table with these columns; None where it is not of this paper, of as many columns, or of a size wanted."""
        widths = Widths(style.NO_WIDTH, choice.lane, choice.lanes, choice.texts)
        total = widths.number + sum(widths.lanes) + sum(widths.texts)
        columns = len(choice.lanes) == len(self.sop.pelaksana) and len(choice.texts) == len(self.rows.texts)
        paper = self.paper.right - self.paper.left
        if not columns or abs(total - paper) > style.GRID or choice.size not in self._sizes():
            return None
        return self._set(widths, choice.size)

    def is_possible(self) -> bool:
        """Whether a table can be set with the room that was asked for."""
        room = self.room
        try:
            self._smallest()
        except Refusal:
            return False
        finally:
            self.room = room
        return True

    def holds(self, pages: int) -> bool:
        """Whether so many pages hold lanes and rows with the room that was asked for, in the smallest type."""
        room = self.room
        try:
            table = self._smallest()
        except Refusal:
            return False
        squeezed, self.room = self.room != room, room
        return not squeezed and self._pages_of(table) <= pages

    # --- rows ---------------------------------------------------------------------------------------

    def least_heights(self, table: FlowTable, row: float) -> dict[int, float]:
        """Row heights that texts and symbols need, before any track; `row` is the least with one symbol."""
        height = symbol_size(table.widths.lane)[1]
        columns = table.rows.heights(table.size)
        texts = zip(*(c.at(w) for c, w in zip(columns, table.widths.texts, strict=True)), strict=True)
        return {
            step: max(style.on_grid(max(cells)), self._symbol_floor(step, height, row))
            for step, cells in zip(self.rows.steps, texts, strict=True)
        }

    def _symbol_floor(self, step: int, height: float, row: float) -> float:
        levels = self._levels[step]
        extra = self.room.rows.get(step, 0.0)
        stack = levels * height + (levels - 1) * (stack_gap(0) + extra)
        return max(row, style.on_grid(stack + (row - style.SYMBOL_HEIGHT) + extra))

    def space(self, table: FlowTable, *, first: bool) -> float:
        """The height that a page has for rows and strips."""
        return self._space(sum(table.header_rows), first=first)

    def _space(self, table_head: float, *, first: bool) -> float:
        header = first or self.sop.tampilan.kepala_berulang
        head = self.dress.above(0 if first else 1).height + (table_head if header else 0.0)
        return int((self.paper.bottom - self.paper.top - head) / style.GRID) * style.GRID

    def cut(self, table: FlowTable, heights: dict[int, float]) -> Cuts:
        """The page cuts for rows of these heights. Raises TooTallError."""
        return self._cutting.pages(heights, self.space(table, first=True), self.space(table, first=False))

    def _try_cut(self, table: FlowTable, row: float) -> Cuts | None:
        try:
            return self.cut(table, self.least_heights(table, row))
        except TooTallError:
            return None
