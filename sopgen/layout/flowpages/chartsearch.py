"""One page's chart: the roomiest columns that serve, with the fewest crossings that any of them allow.

In: the flow, the page's kegiatan and strips, lanes' columns from roomy to tight. Out: a routed `Chart`.
The fewest crossings of a page hardly depend on its columns. So they are found once, as if there were columns enough,
and the grids are first asked for a drawing with just as many; only where none has room is more searched for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sopgen.flow import Flow
from sopgen.layout import style
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.chartproblem import ChartStyle, ProblemBuilder
from sopgen.layout.flowpages.connectors import Strips
from sopgen.layout.flowpages.easing import eased
from sopgen.layout.flowpages.lanes import LaneGrid
from sopgen.layout.flowpages.routememory import CrossingsMemory, Finder, Found, find_anew
from sopgen.layout.route import Crossings, NoRoomError, route
from sopgen.layout.route.budget import WorkBudget
from sopgen.layout.route.problem import Problem
from sopgen.layout.route.pulls import Taste
from sopgen.layout.route.stretches import MAX_CROSSINGS

_Attempt = tuple[ProblemBuilder, Problem]


class _Attempts:
    """Problems from roomy to tight columns, each made when it is first needed."""

    def __init__(self, made: Iterable[_Attempt]) -> None:
        self._made: list[_Attempt] = []
        self._rest = iter(made)

    def __iter__(self) -> Iterator[_Attempt]:
        yield from self._made
        for attempt in self._rest:
            self._made.append(attempt)
            yield attempt


class ChartSearch:
    """The charts of one page: kegiatan `steps` (first, last) between its `strips`.

    `known`: what is known of pages' crossings, to share with searches of other lanes; `budget`: that of the layout;
    `finder`: who knows routes already.
    """

    def __init__(
        self,
        flow: Flow,
        steps: tuple[int, int],
        strips: Strips,
        sizes: ChartStyle,
        known: CrossingsMemory | None = None,
        budget: WorkBudget | None = None,
        finder: Finder = find_anew,
    ) -> None:
        self.flow, self.steps, self.strips, self.sizes = flow, steps, strips, sizes
        self._pages = CrossingsMemory() if known is None else known
        self._budget = budget
        self._finder = finder
        self._found: dict[object, Chart] = {}
        self._crossings = MAX_CROSSINGS  # the fewest drawn so far

    def best(self, key: object, grids: Iterable[LaneGrid], *, strive: bool = False) -> Chart:
        """The chart in the first of the grids that serves best; `key` names the grids. Raises NoRoomError.

        `strive`: only one with no more crossings than the best so far is of use.
        """
        if key not in self._found:
            most = self._crossings if strive else MAX_CROSSINGS
            self._found[key] = self._search(_Attempts(self._problem(grid) for grid in grids), most)
            self._crossings = min(self._crossings, self._found[key].routed.crossings)
        return self._found[key]

    def _problem(self, grid: LaneGrid) -> _Attempt:
        builder = ProblemBuilder(self.flow, grid, self.steps, self.strips, self.sizes)
        return builder, builder.problem()

    def _search(self, attempts: _Attempts, most: int) -> Chart:
        for attempt in attempts:
            try:
                return self._chart(attempt)
            except NoRoomError:
                continue
        best: Chart | None = None
        for attempt in attempts:
            try:
                best = self._chart(attempt, most)
            except NoRoomError:
                continue
            most = best.routed.crossings - 1
            if most <= best.least or (self._budget is not None and self._budget.spent):
                break
        if best is None:
            raise NoRoomError
        return best

    def _known(self, attempt: _Attempt) -> Crossings:
        """What is known of the page's crossings: that depends on how it is linked, hardly on its columns."""
        _, problem = attempt
        ends = tuple(tuple((box.on_border, box.tight) for box in band.boxes) for band in problem.bands)
        kind = (self.steps, problem.links, ends, problem.reading)
        return self._pages.of(kind, lambda: Crossings(problem, budget=self._budget))

    def _chart(self, attempt: _Attempt, most: int | None = None) -> Chart:
        builder, problem = attempt
        sizes = self.sizes
        widths = {
            link: sizes.label_widths[edges[0].label]
            for link, edges in builder.carried.items()
            if edges[0].label and builder.leaves_here(link)
        }
        grid = builder.grid
        reach = grid.symbol_width / 2
        taste = Taste(grid.edges, widths, style.LABEL_CLEAR, reach, style.HEAD_ROOM, style.FRAME_CLEAR)

        def find() -> Found:
            known = self._known(attempt)
            return Found(route(problem, taste, known, most), known.least, known.lower_bound)

        routed, least, lower_bound = self._finder(problem, taste, most, find)
        chart = Chart(
            self.flow,
            grid,
            tuple(builder.rows),
            tuple(builder.levels),
            dict(builder.carried),
            routed,
            sizes.symbol_height,
            sizes.pentagon_width,
            tuple(range(len(builder.head) + len(builder.foot))),
            least,
            min(routed.crossings, lower_bound),
        )
        return eased(chart)
