"""Sop, flow, paper and setter in, the flow pages out: sizes, routes and heights, in the order that cuts their circle.

The size that `flowsize` chose is routed; gaps that need more tracks grow, and rows that no longer fit
move on to the next page. Heights only grow, so this ends. What finds no place asks for more room, and
all begins anew.
"""

from __future__ import annotations

from itertools import islice

from sopgen.columns import Columns
from sopgen.diagnostics import Refusal
from sopgen.flow import Flow
from sopgen.intake.sop import Sop
from sopgen.layout import style
from sopgen.layout.flowpages.care import Care, CareBudget, Draw, FlowResult, Routed, crowded_heads
from sopgen.layout.flowpages.chart import LOW, USUAL, Chart
from sopgen.layout.flowpages.chartproblem import ChartStyle
from sopgen.layout.flowpages.chartsearch import ChartSearch
from sopgen.layout.flowpages.connectors import Pair, has_foot, has_head, plan_pairs, strips_of, unnumbered
from sopgen.layout.flowpages.dress import Dress, usual_dress
from sopgen.layout.flowpages.growing import AIMS, Aim, Growth
from sopgen.layout.flowpages.heights import grown_rows, stretched_rows
from sopgen.layout.flowpages.labels import ANYHOW, CAREFUL, SMALLER, Manner
from sopgen.layout.flowpages.lanes import LaneGrid, lane_grid
from sopgen.layout.flowpages.lanewidths import symbol_size
from sopgen.layout.flowpages.omegas import too_low_rows
from sopgen.layout.flowpages.page import DrawnChart, FlowPage, PagePlan
from sopgen.layout.flowpages.pagelabels import Lost, UnlabelledError
from sopgen.layout.flowpages.pagination import Cuts, TooTallError
from sopgen.layout.flowpages.refusals import no_room, too_tall, unlabelled
from sopgen.layout.flowpages.routememory import CrossingsMemory, Finder, RouteMemory, find_anew
from sopgen.layout.flowpages.rows import text_rows
from sopgen.layout.flowpages.sizes import Choice, FlowSizes
from sopgen.layout.flowpages.table import FlowTable
from sopgen.layout.paper import Paper
from sopgen.layout.route import NoRoomError
from sopgen.layout.route.budget import WorkBudget
from sopgen.layout.setting import Setter
from sopgen.scene import FlowChoice, Text

_CROSSING_GROWTHS = 2  # growths of the outer lanes tried to avoid crossings alone
_ROUNDS = 40
_WORK = 24_000  # ways that all searches of a layout may try together (a second), and more for each kegiatan
_WORK_PER_STEP = 100
_RESERVE, _MOST_RESERVE = 6.0, 18.0  # points a row that cuts leave free when all that work is done
_FOLLOWED = RouteMemory()
_CHOICES = 8  # ways to set the table that are routed for one number of pages


class FlowLayout:
    """Lays out the flow table of one SOP on one paper.

    `careful`: heads and labels are given room. `hasty`: in the smallest type, the first drawing that has room is taken.
    """

    def __init__(
        self,
        sop: Sop,
        columns: Columns,
        flow: Flow,
        paper: Paper,
        setter: Setter,
        dress: Dress | None = None,
        *,
        careful: bool = True,
        hasty: bool = False,
    ) -> None:
        self.sop, self.flow, self.paper, self.setter = sop, flow, paper, setter
        self.dress = dress or usual_dress(sop, paper, setter)
        self.rows = text_rows(sop, columns, setter, paper.face(), paper.face(bold=True))
        self.careful, self.hasty = careful and not hasty, hasty
        self.spans = {(n.lane_lo, n.lane_hi) for level in flow.levels for n in level.nodes}
        self.finder: Finder = find_anew
        self._begin()

    def _begin(self, aim: Aim = AIMS[0]) -> None:
        """Nothing widened yet, nothing tried. `aim`: how labels are to stand."""
        self.sizes = FlowSizes(self.sop, self.flow, self.paper, self.rows, self.dress)
        self.cares = CareBudget(len(self.rows.steps), careful=self.careful)
        self.growing = False  # something found no room: rather many tracks than heads with long shafts
        self.striving = False  # for fewer crossings than a drawing that is there already
        self.known = CrossingsMemory()  # of each page, whatever its lanes are
        self.budget = WorkBudget(0 if self.hasty else _WORK + _WORK_PER_STEP * len(self.sop.kegiatan))
        self.growth = Growth(self.sizes, self.budget, aim)
        self.searches: dict[object, ChartSearch] = {}  # widening rows or re-cutting pages routes no page twice

    def lay_out(self, first_number: int, identity_count: int, watermark: Text | None) -> FlowResult:
        """All flow pages, the first with page number `first_number`. Raises Refusal."""
        refusal: Refusal | None = None
        best: FlowResult | None = None
        for _ in range(_ROUNDS):
            try:
                result = self._first_that_serves(first_number, identity_count, watermark)
            except Refusal:
                if refusal is None and best is None:
                    raise
                if best is None and self.growth.lower_aim():
                    self._begin(AIMS[-1])
                    continue
                break  # the room that was asked for is not there
            except (NoRoomError, UnlabelledError) as error:
                refusal = self._refusal(error, refusal)
                self.growing = True
                given_up = best is not None and isinstance(error, NoRoomError)  # no room for fewer crossings
                if given_up or not (self.growth.make_room(error) or (best is None and self.growth.lower_aim())):
                    break
                continue
            if best is None or _better(result, best):
                best = result
            # crossings that only narrow outer lanes force: try wider ones
            if not _avoidable(result) or self.sizes.room.outer >= _CROSSING_GROWTHS or self.budget.spent:
                break
            self.sizes.room = self.sizes.room._replace(outer=self.sizes.room.outer + 1)
            self.striving = True
        if best is not None:
            return best
        assert refusal is not None
        raise refusal

    def follow(
        self, choice: FlowChoice, first_number: int, identity_count: int, watermark: Text | None
    ) -> FlowResult | None:
        """All flow pages as they were set before, whatever else may serve better now; None where that has no room."""
        table = self.sizes.table_of(choice)
        if table is None:
            return None
        self.sizes.room = self.sizes.room._replace(rows=dict(choice.rows), inward=choice.inward)
        self.growing = choice.growing
        self.finder = _FOLLOWED
        try:
            cuts = self.sizes.cut(table, self.sizes.least_heights(table, choice.row))
            routed = self._route(Choice(table, cuts, choice.row))
        except (Refusal, NoRoomError, TooTallError):
            return None
        for manner in (CAREFUL, SMALLER, ANYHOW):
            try:
                return self._draw(routed, manner, first_number, identity_count, watermark)
            except UnlabelledError:
                continue
            except NoRoomError:
                break
        return None

    def _first_that_serves(self, first_number: int, identity_count: int, watermark: Text | None) -> FlowResult:
        """The best of the choices whose tracks, heads and labels find room on as few pages as can be.

        Raises Refusal, or why the first choice could not be drawn where none in usual lanes could.
        """

        def draw(routed: Routed, manner: Manner) -> FlowResult:
            return self._draw(routed, manner, first_number, identity_count, watermark)

        pages, usual = self.sizes.usual() if self.hasty else self.sizes.fewest()
        self.growth.bound(usual)
        crowded: FlowResult | None = None  # drawn, with shafts that are too short
        most = 0
        while True:
            found = self._on(pages, draw, any_type=crowded is not None)
            if isinstance(found, FlowResult):
                most = most or max(pages + 1, self.growth.most_for_heads)
                crowded = found if crowded is None or _roomier(found, crowded) else crowded
            if crowded is not None:
                if not _crowded(crowded) or not self._gives or pages >= most:
                    return crowded
                self.cares.renew()
                pages += 1  # its heads may have their shafts there
                continue
            if isinstance(found, (NoRoomError, UnlabelledError)) and (pages >= usual or self.budget.spent):
                if self.budget.spent or not self.sizes.shrink():
                    raise found
                pages, usual = self.sizes.fewest()
                continue
            pages += 1

    @property
    def _gives(self) -> bool:
        """Whether a page is given for room: attempts are too dear where the budget is spent."""
        return self.careful and not self.budget.spent

    def _on(self, pages: int, draw: Draw, *, any_type: bool) -> FlowResult | NoRoomError | UnlabelledError | None:
        """The drawing on so many pages, or why the first choice could not be drawn; None where that needs more.

        `any_type`: in type that reads less well, too.
        """
        error: NoRoomError | UnlabelledError | None = None
        crowded: list[Routed] = []
        choices = (
            self.sizes.smallest() if self.hasty else islice(self.sizes.choices(pages, any_type=any_type), _CHOICES)
        )
        for choice in choices:
            if crowded and choice.table.size < min(style.TYPE_COMFORT, crowded[0].choice.table.size):
                break  # rather a label or a head in too little room than small type
            try:
                routed = self._route(choice)
            except NoRoomError as found:
                error = error or found
                if self.budget.spent:  # each choice is dear then: rather the first one with more room
                    break
                continue
            fits = len(routed.charts) <= pages
            if self.budget.spent:
                crowded.append(routed)
                break
            if fits:
                last = not self.cares.left
                drawn, roomy = Care(routed, pages, self.sizes, self.cares, self._route, draw).drawn()
                if drawn is not None:
                    return drawn
                crowded += roomy
                if last:
                    break
        return self._anyhow(crowded, draw, error)

    def _anyhow(
        self, crowded: list[Routed], draw: Draw, error: NoRoomError | UnlabelledError | None
    ) -> FlowResult | NoRoomError | UnlabelledError | None:
        """The first drawing of what was routed with too little room, fewest short heads first; or the first error."""
        for routed in sorted(crowded, key=lambda routed: len(crowded_heads(routed))):
            try:
                return draw(routed, self.growth.manner)
            except (NoRoomError, UnlabelledError) as found:
                error = error or found
        return error

    def _refusal(self, error: NoRoomError | UnlabelledError, before: Refusal | None) -> Refusal:
        paper = self.sop.tampilan.kertas
        if isinstance(error, UnlabelledError):
            return unlabelled(paper, error.steps)
        return before or no_room(paper, self.flow, error.steps)

    # --- drawing ------------------------------------------------------------------------------------

    def _draw(
        self, routed: Routed, manner: Manner, first_number: int, identity_count: int, watermark: Text | None
    ) -> FlowResult:
        (table, *_), charts, pairs, heights, _ = routed
        numbers = _pair_numbers(charts, pairs)
        total = identity_count + len(charts)
        drawings: list[tuple[FlowPage, DrawnChart]] = []
        arrows = 0
        spaces = [self.sizes.space(table, first=i == 0) for i in range(len(charts))]
        lost: list[Lost] = []  # of all pages: room for them is made at once
        stretched = stretched_rows(charts, heights, spaces)
        for i, (chart, rows) in enumerate(zip(charts, stretched, strict=True)):
            header = i == 0 or self.sop.tampilan.kepala_berulang
            plan = PagePlan(chart, tuple(pairs), i, first_number + i, tuple(rows), header)
            drawing = FlowPage(self.sop, self.paper, table, plan, self.dress.above(i), numbers, arrows + 1, manner)
            try:
                drawn = drawing.chart()
            except UnlabelledError as error:
                lost += error.lost
                continue
            arrows += len(drawn.lines)
            drawings.append((drawing, drawn))
        if lost:
            raise UnlabelledError(tuple(lost))
        pages = [
            drawing.page(drawn, self.dress.foot(drawing.plan.number, total), watermark) for drawing, drawn in drawings
        ]
        if low := too_low_rows(tuple(pages)):
            raise NoRoomError(rows=low)
        higher = tuple(charts[0].stack_extra.items())
        choice = FlowChoice(table.size, *table.widths[1:], routed.choice.row, higher, self.growing, routed.inward)
        return FlowResult(tuple(pages), tuple(charts), table.size, _symbol_sizes(table), choice)

    def _route(self, choice: Choice) -> Routed:
        """Routes and heights for the first cuts that hold all rows with their tracks."""
        table, cuts, row = choice
        heights = self.sizes.least_heights(table, row)
        charts: list[Chart] = []
        pairs: list[Pair] = []
        for attempt in range(_ROUNDS + len(self.sop.kegiatan)):  # each makes a row higher
            pairs = plan_pairs(self.flow, list(cuts.pages))
            charts = []
            clear = LOW if row < style.ROW_STEPS[-1] else USUAL
            fitting = True
            feet: dict[int, int] = {}
            for i, steps in enumerate(cuts.pages):
                charts.append(self._chart(table, steps, i, pairs, feet)._replace(clear=clear))
                feet |= charts[-1].feet()
                heights = grown_rows(charts[-1], heights, row)
                fitting = fitting and self._fits(table, cuts, i, heights, pairs)
                if not fitting and self.budget.spent:
                    break  # attempts are dear: what stands below will move anyway
            if fitting:
                break
            # where attempts are dear, cuts leave room for the tracks that other pages may need
            reserve = min(_RESERVE * (attempt + 1), _MOST_RESERVE) if self.budget.spent else 0.0
            try:
                cuts = self.sizes.cut(table, {step: height + reserve for step, height in heights.items()})
            except TooTallError as error:
                raise too_tall(error, table) from None
        else:
            raise NoRoomError  # cuts that call for other heights each time: no drawing whose rows hold their tracks
        return Routed(choice, charts, pairs, heights, self.sizes.room.inward)

    def _grid(self, table: FlowTable, spacing: float) -> LaneGrid:
        width = symbol_size(table.widths.lane)[0]
        return lane_grid(table.lane_edges, width, self.spans, spacing, many_tracks=self.growing)

    def _chart(
        self, table: FlowTable, steps: tuple[int, int], page: int, pairs: list[Pair], feet: dict[int, int]
    ) -> Chart:
        """Route one page with the roomiest columns that serve without crossings that tighter ones avoid."""
        strips, ids = strips_of(pairs, page, feet)
        inward = self.sizes.room.inward
        key = (steps, strips, table.widths.lane, inward)
        if key not in self.searches:
            width, height = symbol_size(table.widths.lane)
            lanes = self.sizes.lanes
            sizes = ChartStyle(height, _pentagon_width(width), lanes.narrow_labels, lanes.whole_labels, inward)
            self.searches[key] = ChartSearch(self.flow, steps, strips, sizes, self.known, self.budget, self.finder)
        grids = (self._grid(table, spacing) for spacing in style.CORRIDOR_STEPS)
        try:
            chart = self.searches[key].best((table.lane_edges, self.growing), grids, strive=self.striving)
        except NoRoomError:
            raise NoRoomError(steps) from None
        return chart._replace(stack_extra=self.sizes.room.rows, pairs=ids)

    def _fits(self, table: FlowTable, cuts: Cuts, page: int, heights: dict[int, float], pairs: list[Pair]) -> bool:
        """Whether the rows of a page, as high as these, find room between its strips."""
        first, last = cuts.pages[page]
        strips = style.STRIP_HEAD * has_head(pairs, page) + style.STRIP_FOOT * has_foot(pairs, page)
        space = self.sizes.space(table, first=page == 0)
        return sum(heights[s] for s in range(first, last + 1)) + strips <= space + 1e-6


def _avoidable(result: FlowResult) -> int:
    """Crossings that the table's width forces, not the flow."""
    return sum(chart.routed.crossings - chart.least for chart in result.charts)


def _crowded(result: FlowResult) -> int:
    """How many heads of returns have too short a shaft."""
    return sum(len(chart.crowded_heads()) for chart in result.charts)


def _crossings(result: FlowResult) -> int:
    return sum(chart.routed.crossings for chart in result.charts)


def _roomier(result: FlowResult, other: FlowResult) -> bool:
    """Whether a page more is worth it: for shafts on all heads, and no crossing more."""
    return not _crowded(result) and _crossings(result) <= _crossings(other)


def _better(result: FlowResult, other: FlowResult) -> bool:
    return len(result.pages) <= len(other.pages) and _crossings(result) < _crossings(other)


def _pair_numbers(charts: list[Chart], pairs: list[Pair]) -> dict[int, int]:
    """Numbers of the pairs that need one, by (page, place along the strip at its foot): each foot reads 1 2 3."""
    by_id = {pair.id: pair for pair in pairs}
    places: dict[int, tuple[int, float]] = {}
    for i, chart in enumerate(charts):
        for pair_id, x in chart.pentagon_places():
            if min(by_id[pair_id].leaves, by_id[pair_id].enters) == i:
                places[pair_id] = (i, x)
    needing = [p.id for p in pairs if not unnumbered(p, pairs)]
    needing.sort(key=lambda pair_id: (*places[pair_id], pair_id))
    return {pair_id: n for n, pair_id in enumerate(needing, start=1)}


def _pentagon_width(symbol_width: float) -> float:
    return round(symbol_width * style.PENTAGON_SHARE * 2) / 2


def _symbol_sizes(table: FlowTable) -> dict[str, tuple[float, float]]:
    width, height = symbol_size(table.widths.lane)
    return {
        "terminator": (width, height),
        "process": (width, height),
        "decision": (width, height),
        "offpage": (_pentagon_width(width), height),
    }
