"""One page's chart: the roomiest columns that serve, with the fewest crossings that any of them allow.

In: the flow, the page's kegiatan and connector pairs, lanes' columns from roomy to tight. Out: a routed `Chart`.
The fewest crossings of a page hardly depend on its columns. So they are found once, as if there were columns enough,
and the grids are first asked for a drawing with just as many; only where none has room is more searched for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sopgen.flow import Flow
from sopgen.layout import style
from sopgen.layout.chart import Chart
from sopgen.layout.chartproblem import ChartStyle, ProblemBuilder
from sopgen.layout.connectors import Pair
from sopgen.layout.lanes import LaneGrid
from sopgen.layout.route import Limits, NoRoomError, Stretch, fewest_crossings, route
from sopgen.layout.route.problem import Problem
from sopgen.layout.route.pulls import Taste
from sopgen.layout.route.topology import MAX_CROSSINGS

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
    """The charts of one page: kegiatan `steps` (first, last) as flow page `page`."""

    def __init__(self, flow: Flow, steps: tuple[int, int], page: int, pairs: list[Pair], sizes: ChartStyle) -> None:
        self.flow, self.steps, self.page, self.pairs, self.sizes = flow, steps, page, pairs, sizes
        self._fewest: dict[tuple[bool, ...], tuple[Stretch, ...]] = {}
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
        builder = ProblemBuilder(self.flow, grid, self.steps, self.page, self.pairs, self.sizes)
        return builder, builder.problem()

    def _search(self, attempts: _Attempts, most: int) -> Chart:
        roomiest = next(iter(attempts))
        kind = _borders(roomiest[1])
        if kind not in self._fewest:
            try:
                return self._chart(roomiest, Limits(most=0), ())
            except NoRoomError:
                self._fewest[kind] = _fewest(attempts)
        fewest = self._fewest[kind]
        proved = tuple(stretch.lower_bound for stretch in fewest)
        exactly = Limits(most_each=tuple(stretch.crossings for stretch in fewest), least_each=proved)
        for attempt in attempts:
            try:
                return self._chart(attempt, exactly, fewest)
            except NoRoomError:
                continue
        best: Chart | None = None
        for attempt in attempts:
            try:
                best = self._chart(attempt, Limits(most=most, least_each=proved), fewest)
            except NoRoomError:
                continue
            most = best.routed.crossings - 1
            if most <= best.least:
                break
        if best is None:
            raise NoRoomError
        return best

    def _chart(self, attempt: _Attempt, limits: Limits, fewest: tuple[Stretch, ...]) -> Chart:
        builder, problem = attempt
        sizes = self.sizes
        widths = {
            link: sizes.label_widths[edges[0].label]
            for link, edges in builder.carried.items()
            if edges[0].label and builder.leaves_here(link)
        }
        grid = builder.grid
        routed = route(problem, Taste(grid.edges, widths, style.LABEL_CLEAR, grid.symbol_width / 2), limits)
        return Chart(
            self.flow,
            grid,
            tuple(builder.rows),
            tuple(builder.levels),
            dict(builder.carried),
            routed,
            sizes.symbol_height,
            sizes.pentagon_width,
            sizes.stack_extra,
            sum(stretch.crossings for stretch in fewest),
            min(routed.crossings, sum(stretch.lower_bound for stretch in fewest)),
        )


def _fewest(attempts: _Attempts) -> tuple[Stretch, ...]:
    """The fewest crossings with columns enough; in the roomiest grid whose strips hold their pentagons."""
    for _, problem in attempts:
        try:
            return fewest_crossings(problem)
        except NoRoomError:
            continue
    raise NoRoomError


def _borders(problem: Problem) -> tuple[bool, ...]:
    """Which symbols are centred on lane borders: that alone of the columns matters for the fewest crossings."""
    return tuple(box.on_border for band in problem.bands for box in band.boxes)
