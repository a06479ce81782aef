"""The flow pages: size, widths, cuts, routes and heights, in the order that the circle is cut open.

For each size from the largest: column widths, wrapping, heights, page cuts. The largest size that
reaches the fewest pages is routed; gaps that need more tracks grow, and rows that no longer fit move
on to the next page. Heights only grow, so this ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sopgen.diagnostics import Message
from sopgen.flow import Flow
from sopgen.layout import style
from sopgen.layout.chart import Chart, ChartStyle, route_chart, stack_gap
from sopgen.layout.connectors import Pair, has_foot, has_head, plan_pairs, unnumbered
from sopgen.layout.faults import fault, in_millimetres, refuse
from sopgen.layout.flowpage import FlowPage, PagePlan, UnlabelledError
from sopgen.layout.flowtable import FlowTable, flow_table
from sopgen.layout.lanes import LaneGrid, lane_grid
from sopgen.layout.pagination import Cuts, TooTallError, cut_pages, fill_page, page_excess
from sopgen.layout.paper import Sheet, foot_texts
from sopgen.layout.route import NoRoomError
from sopgen.layout.route.problem import BandKind
from sopgen.layout.rows import TextRows, TooNarrowError, Widths, choose_fields, lane_width, text_rows
from sopgen.layout.setting import Setter
from sopgen.scene import Page, Text
from sopgen.spec.sop import Sop
from sopgen.text.block import Block, Item

_OUTER_GROWTHS = 8
_LANE_GROWTHS = 2
_ROW_GROWTH = 84.0  # points a row may grow by for a turned label
_ROUNDS = 24
_STRIVE_MOST = 30  # kegiatan: beyond, choosing columns for a number of pages would take too long


class FlowResult(NamedTuple):
    """The flow pages and what the router reached on them."""

    pages: tuple[Page, ...]
    charts: tuple[Chart, ...]
    size: float
    symbol_sizes: dict[str, tuple[float, float]]


@dataclass(slots=True)
class _Room:
    """What was widened so far because something found no place."""

    outer: int = 0
    lanes: int = 0
    squeezed: bool = False
    rows: dict[int, float] = field(default_factory=dict)


class FlowLayout:
    """Lays out the flow table of one SOP on one sheet."""

    def __init__(self, sop: Sop, flow: Flow, sheet: Sheet, setter: Setter) -> None:
        self.sop, self.flow, self.sheet, self.setter = sop, flow, sheet, setter
        self.face, self.bold = sheet.face(), sheet.face(bold=True)
        self.rows: TextRows = text_rows(sop, setter, self.face, self.bold)
        self.spans = {(n.lane_lo, n.lane_hi) for level in flow.levels for n in level.nodes}
        self.title, self.title_height = self._title()
        self.room = _Room()
        self.header = sum(style.HEADER_LIKELY)  # height of the table's head, as last seen
        self.start: tuple[float, ...] | None = None  # column widths found last: a good start for the next size
        self.routes: dict[object, Chart | None] = {}  # widening rows or re-cutting pages routes no page twice
        self.name_words = max(Block((Item("", p.nama),), self.bold, setter.measurer).widest_word for p in sop.pelaksana)
        self.label_widths = {e.label: setter.measurer.width(e.label, self.face, style.LABEL_SIZE) for e in flow.edges}

    # --- title --------------------------------------------------------------------------------------

    def _title(self) -> tuple[tuple[Text, ...], float]:
        """ "PROSEDUR <JUDUL>", a leading "SOP" dropped as in the seed."""
        judul = " ".join(self.sop.judul.split())
        if judul[:4].upper() == "SOP " and judul[4:].strip():
            judul = judul[4:].strip()
        word = self.sop.tampilan.printed("prosedur", "PROSEDUR")
        block = Block((Item("", f"{word} {judul}".upper()),), self.bold, self.setter.measurer)
        width = self.sheet.right - self.sheet.left - 24
        size = next(
            (
                s
                for s in (style.TITLE_SIZE, 9.5, style.TITLE_LEAST)
                if block.line_count(self.setter.room(width, s)) <= 2
            ),
            style.TITLE_LEAST,
        )
        lines = block.lines(self.setter.room(width, size))
        ink = self.setter.ink(block, len(lines), size)
        height = style.on_grid(ink + 10.5)
        box = (self.sheet.left, self.sheet.top, self.sheet.right, self.sheet.top + height)
        text = self.setter.lines(
            "judul_prosedur",
            block,
            lines,
            size,
            box,
            (self.sheet.left + 12, self.sheet.right - 12),
            self.sheet.top,
            "center",
        )
        return (text,), height

    # --- sizes --------------------------------------------------------------------------------------

    def lay_out(self, first_number: int, count_identity: int, watermark: Text | None) -> FlowResult:
        """All flow pages, the first with page number `first_number`. Raises Refusal."""
        last: Exception | None = None
        for _ in range(_ROUNDS):
            table, cuts = self._choose_size()
            try:
                return self._draw(table, cuts, first_number, count_identity, watermark)
            except NoRoomError as error:
                last = error
                if self.room.outer >= _OUTER_GROWTHS:
                    break
                self.room.outer += 1
            except UnlabelledError as error:
                last = error
                if not self._make_room_for_labels(error.steps):
                    break
        raise self._no_room(last)

    def _make_room_for_labels(self, steps: tuple[int, ...]) -> bool:
        grown = False
        for step in steps:
            if self.room.rows.get(step, 0.0) < _ROW_GROWTH:
                self.room.rows[step] = self.room.rows.get(step, 0.0) + 12.0
                grown = True
        if not grown and self.room.lanes < _LANE_GROWTHS:
            self.room.lanes += 1
            grown = True
        return grown

    def _no_room(self, error: Exception | None) -> Exception:
        if isinstance(error, UnlabelledError):
            steps = ", ".join(map(str, error.steps))
            return refuse(
                fault(
                    "GAMBAR-06",
                    Message(
                        f"label cabang pada kegiatan {steps} tidak mendapat tempat yang bersih di kertas ini (tidak muat)",
                        f"a branch label of step {steps} finds no clear place: it does not fit the paper",
                    ),
                    Message(
                        "persingkat label, atau pilih kertas F4 atau Legal", "shorten the label, or choose F4 or Legal"
                    ),
                    ("kegiatan", error.steps[0] - 1),
                    error.steps[0],
                )
            )
        forced = [e for e in self.flow.edges if e.rute]
        if forced:
            step = forced[0].steps[0] or 1
            return refuse(
                fault(
                    "GAMBAR-04",
                    Message(
                        f"rute manual pada kegiatan {step} tidak dapat digambar: panah tidak mendapat jalur "
                        "(aturan PNH-01, PNH-03 dan jarak 1 mm)",
                        f"the manual route of step {step} cannot be drawn: the arrow finds no track "
                        "(rules PNH-01, PNH-03 and 1 mm clearance)",
                    ),
                    Message("hapus atau ubah `rute`", "remove or change `rute`"),
                    ("kegiatan", step - 1),
                    step,
                )
            )
        return refuse(
            fault(
                "GAMBAR-05",
                Message(
                    "panah tidak mendapat jalur di kertas ini (tidak muat): terlalu banyak panah berdampingan",
                    "the arrows do not fit the paper: too many side by side",
                ),
                Message("pilih kertas F4 atau Legal, atau bagi SOP", "choose F4 or Legal, or divide the SOP"),
                ("kegiatan",),
            )
        )

    def _choose_size(self) -> tuple[FlowTable, Cuts]:
        """The largest size that reaches the fewest pages."""
        sizes = self._sizes()
        expected = self.header
        smallest = self._table(sizes[-1])
        if self.header > expected:  # turned lane names: less height is left for the rows than was thought
            smallest = self._table(sizes[-1])
        try:
            fewest = self._cut(smallest, self._least_heights(smallest))
        except TooTallError as error:
            if not self.room.squeezed and smallest.widths.lane > self._least_lane():
                self.room.squeezed = True  # narrower lanes leave more room for long texts
                return self._choose_size()
            raise self._too_tall(error, smallest) from None
        failed: list[FlowTable] = []
        for size in sizes[:-1]:
            table = self._table(size)
            try:
                cuts: Cuts | None = self._cut(table, self._least_heights(table))
            except TooTallError:
                cuts = None
            if cuts is not None and len(cuts.pages) <= len(fewest.pages):
                return self._larger(failed, len(fewest.pages)) or (table, cuts)
            failed.append(table)
        return self._larger(failed, len(fewest.pages)) or (smallest, fewest)

    def _sizes(self) -> list[float]:
        """The sizes to try, the largest first."""
        tampilan = self.sop.tampilan
        sizes = []
        size = tampilan.ukuran_huruf
        while size > tampilan.ukuran_huruf_terkecil:
            sizes.append(size)
            size -= style.SIZE_STEP
        return [*sizes, min(tampilan.ukuran_huruf, tampilan.ukuran_huruf_terkecil)]

    def _larger(self, failed: list[FlowTable], pages: int) -> tuple[FlowTable, Cuts] | None:
        """A size that just missed so few pages, with column widths chosen for just that."""
        if len(self.rows.steps) > _STRIVE_MOST:
            return None
        for plain in failed:
            table = self._table(plain.size, (plain, pages))
            try:
                cuts = self._cut(table, self._least_heights(table))
            except TooTallError:
                continue
            if len(cuts.pages) <= pages:
                return table, cuts
        return None

    def _too_tall(self, error: TooTallError, table: FlowTable) -> Exception:
        step = error.step
        names = ("uraian", "kelengkapan", "waktu", "output", "keterangan")
        from sopgen.layout.rows import FIELDS

        heights = [self.rows.height(step, f, w, table.size) for f, w in zip(FIELDS, table.widths.fields, strict=True)]
        name = names[heights.index(max(heights))]
        excess = in_millimetres(error.excess)
        return refuse(
            fault(
                "GAMBAR-02",
                Message(
                    f"baris kegiatan {step} tidak muat pada satu halaman: `{name}` {excess} terlalu tinggi "
                    f"pada huruf {table.size:g} pt",
                    f"the row of step {step} does not fit the paper: `{name}` is {excess} too high at {table.size:g} pt",
                ),
                Message(
                    "persingkat teks, bagi kegiatan menjadi beberapa, atau kecilkan tampilan.ukuran_huruf_terkecil",
                    "shorten the text, divide the step, or lower tampilan.ukuran_huruf_terkecil",
                ),
                ("kegiatan", step - 1, name),
                step,
            )
        )

    def _table(self, size: float, strive: tuple[FlowTable, int] | None = None) -> FlowTable:
        """The table at this size. `strive`: a table of this size, and the number of pages its columns should reach."""
        total = self.sheet.right - self.sheet.left
        lanes = len(self.sop.pelaksana)
        least = self._least_lane()
        try:
            words = max(self.name_words * 7.5 * style.SLACK + 5.0, self._stem_labels())
            lane = lane_width(lanes, total, least, words)
            if self.room.squeezed:
                lane = max(least, style.on_grid(lane * 0.65))
            lane += self.room.lanes * style.LANE_GROWTH
            if strive is not None and lane == style.LANE_WISH:
                lane -= style.GRID
        except TooNarrowError as error:
            raise self._too_narrow(lanes, error) from None
        outer = lane + self.room.outer * style.LANE_GROWTH
        rest = total - style.NO_WIDTH - lane * max(0, lanes - 2) - outer * min(2, lanes)
        if rest < 200.0:
            raise self._too_narrow(lanes, TooNarrowError(total - rest + 200.0 - style.NO_WIDTH, total - 200.0))
        floors = [self._symbol_floor(s, self._symbol_size(lane)[1]) for s in self.rows.steps]
        excess = None
        if strive is not None:
            plain, pages = strive
            spaces = self._space(plain, first=True), self._space(plain, first=False)

            excess = page_excess(self.flow, len(floors), *spaces, pages)
        head = self.title_height + self.header
        limit = self.sheet.bottom - self.sheet.top - head - style.STRIP_HEAD - style.STRIP_FOOT
        fields = choose_fields(self.rows, rest, size, floors, limit, excess, self.start)
        self.start = fields
        widths = Widths(style.NO_WIDTH, lane, outer, outer, fields)
        italic = self.sheet.face(italic=True)
        table = flow_table(
            self.rows, widths, size, self.sheet.left, self.bold, italic, numbers=self.sop.tampilan.nomor_kolom
        )
        self.header = sum(table.header_rows)
        return table

    def _stem_labels(self) -> float:
        """The lane in which every first branch's label can stand beside its stem."""
        firsts = [k.arah[0].label for k in self.sop.kegiatan if k.keputusan and k.arah[0].ke is not None]
        widest = max((self.label_widths[label] for label in firsts), default=0.0)
        return 2 * (widest + style.LABEL_SIDE + style.LABEL_CLEAR + 0.2)

    def _least_lane(self) -> float:
        return style.on_grid(style.SYMBOL_LEAST_WIDTH + 4 * style.CLEAR_LEAST)

    def _too_narrow(self, lanes: int, error: TooNarrowError) -> Exception:
        return refuse(
            fault(
                "GAMBAR-03",
                Message(
                    f"{lanes} kolom pelaksana tidak muat pada kertas {self.sop.tampilan.kertas}: perlu "
                    f"{in_millimetres(error.needed)}, tersedia {in_millimetres(error.available)}",
                    f"{lanes} lanes do not fit the paper {self.sop.tampilan.kertas}: {in_millimetres(error.needed)} "
                    f"needed, {in_millimetres(error.available)} available",
                ),
                Message("pilih kertas F4 atau Legal, atau bagi SOP", "choose F4 or Legal, or divide the SOP"),
                ("pelaksana",),
            )
        )

    def _symbol_size(self, lane: float) -> tuple[float, float]:
        """Symbols fill a lane but for a corridor at each side."""
        corridor = max(2 * style.CLEAR_LEAST, min(10.5, lane * 0.19))
        width = min(style.SYMBOL_WIDTH, lane - 2 * corridor)
        return width, min(style.SYMBOL_HEIGHT, round(width / style.SYMBOL_RATIO * 2) / 2)

    def _symbol_floor(self, step: int, height: float) -> float:
        levels = len(self.flow.levels_of(step))
        extra = self.room.rows.get(step, 0.0)
        stack = levels * height + (levels - 1) * (stack_gap(0) + extra)
        return style.on_grid(stack + (style.ROW_LEAST - style.SYMBOL_HEIGHT) + extra)

    def _least_heights(self, table: FlowTable) -> dict[int, float]:
        height = self._symbol_size(table.widths.lane)[1]
        return {s: max(style.on_grid(table.text_height(s)), self._symbol_floor(s, height)) for s in self.rows.steps}

    def _space(self, table: FlowTable, *, first: bool) -> float:
        header = first or self.sop.tampilan.kepala_berulang
        head = self.title_height + sum(table.header_rows) if header else 0.0
        return int((self.sheet.bottom - self.sheet.top - head) / style.GRID) * style.GRID

    def _cut(self, table: FlowTable, heights: dict[int, float]) -> Cuts:
        return cut_pages(self.flow, heights, self._space(table, first=True), self._space(table, first=False))

    # --- drawing ------------------------------------------------------------------------------------

    def _draw(
        self, table: FlowTable, cuts: Cuts, first_number: int, count_identity: int, watermark: Text | None
    ) -> FlowResult:
        heights = self._least_heights(table)
        charts: list[Chart] = []
        for _ in range(_ROUNDS):
            pairs = plan_pairs(self.flow, list(cuts.pages))
            charts = [self._chart(table, steps, i, pairs) for i, steps in enumerate(cuts.pages)]
            grown = self._grow(charts, heights)
            if self._fits(table, cuts, grown, pairs):
                heights = grown
                break
            heights = grown
            try:
                cuts = self._cut(table, heights)
            except TooTallError as error:
                raise self._too_tall(error, table) from None
        numbers = self._pair_numbers(charts, pairs, table)
        pages = []
        arrow = 1
        total = count_identity + len(cuts.pages)
        stretches = self._stretched(table, charts, heights)
        for i, chart in enumerate(charts):
            number = first_number + i
            header = i == 0 or self.sop.tampilan.kepala_berulang
            plan = PagePlan(chart, tuple(pairs), i, number, tuple(stretches[i]), header)
            page = FlowPage(self.sop, self.sheet, table, plan, self.title, self.title_height, numbers, arrow).page(
                foot_texts(self.sheet, self.sop, self.setter, number, total), watermark
            )
            arrow += len(page.arrows)
            pages.append(page)
        width, height = self._symbol_size(table.widths.lane)
        sizes = {
            "terminator": (width, height),
            "process": (width, height),
            "decision": (width, height),
            "offpage": (self._pentagon(width), height),
        }
        return FlowResult(tuple(pages), tuple(charts), table.size, sizes)

    def _pentagon(self, width: float) -> float:
        return round(width * style.PENTAGON_SHARE * 2) / 2

    def _grid(self, table: FlowTable, spacing: float) -> LaneGrid:
        return lane_grid(table.lane_edges, self._symbol_size(table.widths.lane)[0], self.spans, spacing)

    def _chart(self, table: FlowTable, steps: tuple[int, int], page: int, pairs: list[Pair]) -> Chart:
        """Route one page with the roomiest columns that serve."""
        width, height = self._symbol_size(table.widths.lane)
        sizes = ChartStyle(height, self._pentagon(width), self.label_widths, self.room.rows)
        for spacing in style.CORRIDOR_STEPS:
            key = (table.lane_edges, spacing, steps, page, tuple(pairs))
            if key not in self.routes:
                try:
                    self.routes[key] = route_chart(self.flow, self._grid(table, spacing), steps, page, pairs, sizes)
                except NoRoomError:
                    self.routes[key] = None
            chart = self.routes[key]
            if chart is not None:
                return chart._replace(stack_extra=dict(self.room.rows))
        raise NoRoomError

    def _grow(self, charts: list[Chart], heights: dict[int, float]) -> dict[int, float]:
        grown = dict(heights)
        for chart in charts:
            before = self._row_heights(chart, heights)
            for i, row in enumerate(chart.rows):
                if row.step is not None:
                    stack = chart.stack_height(row) + style.ROW_LEAST - style.SYMBOL_HEIGHT
                    before[i] = max(before[i], style.on_grid(stack))
            for row, height in zip(chart.rows, chart.least_heights(before), strict=True):
                if row.step is not None:
                    grown[row.step] = max(grown[row.step], height)
        return grown

    def _row_heights(self, chart: Chart, heights: dict[int, float]) -> list[float]:
        strips = {BandKind.HEAD: style.STRIP_HEAD, BandKind.FOOT: style.STRIP_FOOT}
        return [heights[row.step] if row.step is not None else strips[row.kind] for row in chart.rows]

    def _fits(self, table: FlowTable, cuts: Cuts, heights: dict[int, float], pairs: list[Pair]) -> bool:
        for i, (first, last) in enumerate(cuts.pages):
            strips = style.STRIP_HEAD * has_head(pairs, i) + style.STRIP_FOOT * has_foot(pairs, i)
            if sum(heights[s] for s in range(first, last + 1)) + strips > self._space(table, first=i == 0) + 1e-6:
                return False
        return True

    def _stretched(self, table: FlowTable, charts: list[Chart], heights: dict[int, float]) -> list[list[float]]:
        """Rows stretched to the pages' foot; a short last page takes no more than the others do."""
        result = []
        most = style.STRETCH_MOST
        used: list[float] = []
        for i, chart in enumerate(charts):
            natural = self._row_heights(chart, heights)
            growable = [row.step is not None for row in chart.rows]
            limit = most if i < len(charts) - 1 or not used else max(6.0, max(used))
            filled = fill_page(natural, growable, self._space(table, first=i == 0), limit)
            used.append(min((b - a for a, b, g in zip(natural, filled, growable, strict=True) if g), default=0.0))
            result.append(filled)
        return result

    def _pair_numbers(self, charts: list[Chart], pairs: list[Pair], table: FlowTable) -> dict[int, int]:
        """Numbers of the pairs that need one, by (page left, place along the strip)."""
        grid_x = {i: chart.grid.x for i, chart in enumerate(charts)}
        places: dict[int, tuple[int, float]] = {}
        for i, chart in enumerate(charts):
            for band, level in enumerate(chart.levels):
                if level is not None:
                    continue
                columns = chart.routed.columns.departures[band] or chart.routed.columns.arrivals[band]
                for pair_id, column in zip(chart.routed.wiring.bands[band].pentagons, columns, strict=True):
                    pair = next(p for p in pairs if p.id == pair_id)
                    if pair.leaves == i:
                        places[pair_id] = (i, grid_x[i][column])
        needing = [p for p in pairs if not unnumbered(p, pairs)]
        needing.sort(key=lambda p: (*places[p.id], p.id))
        return {p.id: n for n, p in enumerate(needing, start=1)}
