"""Room for every head and every label: the routed table again in lanes and rows as wide and high as these ask for.

What is given them is taken from the air of the rows and the comfort of the columns, never from the type, and it
never costs a page, a connector or a crossing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sopgen.diagnostics import Refusal
from sopgen.layout import style
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.connectors import Pair
from sopgen.layout.flowpages.labels import CAREFUL, SMALLER, Manner
from sopgen.layout.flowpages.lanewidths import symbol_size
from sopgen.layout.flowpages.pagelabels import Lost, UnlabelledError
from sopgen.layout.flowpages.sizes import Choice, FlowSizes
from sopgen.layout.route import NoRoomError
from sopgen.scene import FlowChoice, Page

_CORRIDORS = 2  # times that lanes grow for returns
_ONE_MORE = 12.0  # points that a lane grows by for another return beside the first
_TRIES, _TRIES_LEAST = 240, 8  # tables routed again, times kegiatan; each is as dear as these
_CARES = 6  # times that lanes or rows grow for labels
_LANE_MOST = 36.0  # points that a lane grows by for a label
_ROW_STEP, _LOW_ROW_STEP, _ROW_MOST = 12.0, 6.0, 36.0  # points that a row grows by; a low one where texts are short


class FlowResult(NamedTuple):
    """The flow pages and what the router reached on them."""

    pages: tuple[Page, ...]
    charts: tuple[Chart, ...]
    size: float
    symbol_sizes: dict[str, tuple[float, float]]
    choice: FlowChoice


class Routed(NamedTuple):
    """All pages routed as a choice wants it, and the row heights that their tracks need."""

    choice: Choice
    charts: list[Chart]
    pairs: list[Pair]
    heights: dict[int, float]
    inward: bool = False  # as `Room` says

    @property
    def crossings(self) -> int:
        return sum(chart.routed.crossings for chart in self.charts)


class CareBudget:
    """The times that one layout may route a table again for the sake of heads and labels."""

    def __init__(self, steps: int, *, careful: bool) -> None:
        self.careful = careful
        self.left = max(_TRIES_LEAST, _TRIES // steps) if careful else 0

    def renew(self) -> None:
        """A few times more, where a page more may serve."""
        self.left = max(self.left, _TRIES_LEAST) if self.careful else 0


Draw = Callable[[Routed, Manner], FlowResult]
Route = Callable[[Choice], Routed]


class Care:
    """Gives heads and labels of one routed table their room, on so many pages at most."""

    def __init__(
        self, routed: Routed, pages: int, sizes: FlowSizes, budget: CareBudget, route: Route, draw: Draw
    ) -> None:
        self.plain, self.pages = routed, pages
        self.sizes, self.budget, self.route, self.draw = sizes, budget, route, draw

    def drawn(self) -> tuple[FlowResult | None, list[Routed]]:
        """The drawing, None where there is no such room; and what was routed, with most room for most of all first.

        Where the budget is spent nothing is given but one try with heads that enter from inside.
        """
        before = self.sizes.room
        if not self.budget.left:
            routed = self._from_inside(self.plain) if self.budget.careful else self.plain
            self.sizes.room = before
            return None, [routed]
        routed = self._from_inside(self._with_corridors())
        crowded = bool(crowded_heads(routed))
        drawn, routed = self._labelled(routed)
        if drawn is not None and not crowded:
            drawn = self._off_the_frame(drawn, routed)
        self.sizes.room = before
        return (None if crowded else drawn), [routed, self.plain]

    def _with_corridors(self) -> Routed:
        """With room for the heads of returns beside outer lanes' symbols, where there is."""
        routed = self.plain
        for _ in range(_CORRIDORS):  # in wider lanes a return may take the other side, or stand beside another
            lanes = {*crowded_heads(routed)}
            if not lanes:
                break
            before = self.sizes.room.wider
            for clear in (style.CLEAR_WISH, style.CLEAR_LEAST):
                growth = _corridor_growth(routed, clear)
                more = {i: before[i] + _ONE_MORE if i in before else growth for i in lanes}
                wider = self._in_wider({**before, **more})
                if wider is not None:
                    routed = wider
                    break
            else:
                break  # a second time would ask the same
        return routed

    def _from_inside(self, routed: Routed) -> Routed:
        """With fewer returns that enter outer lanes' symbols from outside, where these lanes cannot be wider."""
        heads, before = len(crowded_heads(routed)), self.sizes.room
        if not heads:
            return routed
        self.sizes.room = before._replace(inward=True)
        inside = self._again(always=True)
        if inside is not None and len(crowded_heads(inside)) < heads:
            return inside
        self.sizes.room = before
        return routed

    def _off_the_frame(self, drawn: FlowResult, routed: Routed) -> FlowResult:
        """In outer lanes so wide that no run passes a row too near to the table's frame, where there is room."""
        lanes = {lane for chart in routed.charts for lane in chart.framed_lanes()}
        if not lanes:
            return drawn
        least, before = _corridor_growth(routed, style.FRAME_CLEAR), self.sizes.room.wider
        growth = {lane: max(least, before.get(lane, 0.0) + style.LANE_GROWTH) for lane in lanes}
        wider = self._in_wider({**before, **growth})
        if wider is None or crowded_heads(wider):
            return drawn
        return self._labelled(wider)[0] or drawn

    def _in_wider(self, lanes: dict[int, float]) -> Routed | None:
        """Routed in lanes wider by so much, if it can be; else these stay as they are."""
        before = self.sizes.room.wider
        self.sizes.room = self.sizes.room._replace(wider=lanes)
        routed = self._again()
        if routed is None:
            self.sizes.room = self.sizes.room._replace(wider=before)
        return routed

    def _labelled(self, routed: Routed) -> tuple[FlowResult | None, Routed]:
        """With room for all labels; or None, and what has room for most of them."""
        best, fewest = routed, 1_000
        for _ in range(_CARES):
            found = self._try(routed, CAREFUL)
            if isinstance(found, FlowResult):
                return found, routed
            if 0 < len(found) < fewest:
                best, fewest = routed, len(found)
            wider = self._again() if self._grow(routed, found) else None
            if wider is None:
                break
            routed = wider
        found = self._try(best, SMALLER)
        return (found if isinstance(found, FlowResult) else None), best

    def _try(self, routed: Routed, manner: Manner) -> FlowResult | tuple[Lost, ...]:
        """The drawing, or what labels found no place in it: none where something else did."""
        try:
            return self.draw(routed, manner)
        except UnlabelledError as error:
            return error.lost
        except NoRoomError:
            return ()

    def _grow(self, routed: Routed, lost: tuple[Lost, ...]) -> bool:
        """More room for these labels: lanes where they are too narrow, else rows; False when that is enough."""
        room, widths = self.sizes.room, routed.choice.table.widths
        wider, rows = dict(room.wider), dict(room.rows)
        step = _LOW_ROW_STEP if routed.choice.row < style.ROW_STEPS[-1] else _ROW_STEP
        grown = False
        for label in lost:
            growth = style.on_grid(widths.lanes[label.lane] - widths.lane + label.short)
            if label.short > 0.0 and growth <= _LANE_MOST:
                wider[label.lane] = max(wider.get(label.lane, 0.0), growth)
                grown = True
            elif rows.get(label.step, 0.0) + step <= _ROW_MOST:
                rows[label.step] = rows.get(label.step, 0.0) + step
                grown = True
        self.sizes.room = room._replace(wider=wider, rows=rows)
        return grown

    def _again(self, *, always: bool = False) -> Routed | None:
        """Routed in what is wider now, with no more crossings, and no more connectors unless there is a page more.

        `always`: however much was tried before.
        """
        if not self.budget.left and not always:
            return None
        for count, choice in enumerate(self.sizes.again(self.plain.choice, self.pages)):
            if count == 0:  # where no table has so few pages nothing is routed
                self.budget.left = max(0, self.budget.left - 1)
            try:
                routed = self.route(choice)
            except (NoRoomError, Refusal):
                continue
            if self._serves(routed):
                return routed
        return None

    def _serves(self, routed: Routed) -> bool:
        plain, pages = self.plain, len(routed.charts)
        joined = len(routed.pairs) <= len(plain.pairs) or pages > len(plain.charts)
        return pages <= self.pages and joined and routed.crossings <= plain.crossings


def _corridor_growth(routed: Routed, clear: float) -> float:
    """What a usual lane grows by for a return's head and a bit of shaft beside its symbol. Points."""
    lane = routed.choice.table.widths.lane
    return style.on_grid(2 * (style.HEAD_ROOM + clear + 0.05) - (lane - symbol_size(lane)[0]))


def crowded_heads(routed: Routed) -> list[int]:
    """The lanes of the returns' heads that have too short a shaft, a head once."""
    return [lane for chart in routed.charts for lane in chart.crowded_heads()]
