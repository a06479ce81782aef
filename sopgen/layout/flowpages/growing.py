"""What finds no room on the flow pages asks for more: lanes and rows grow, a step at a time.

For labels first the lanes of their own and then the rows a little, as long as they shall read upright; turned and small
ones then find room in rows that are higher still.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from sopgen.layout import style
from sopgen.layout.flowpages.labels import ANYHOW, UPRIGHT, Manner
from sopgen.layout.flowpages.pagelabels import Lost, UnlabelledError
from sopgen.layout.flowpages.sizes import FlowSizes
from sopgen.layout.route import NoRoomError
from sopgen.layout.route.budget import WorkBudget

_LANE_GROWTHS = (1, 2, 4, 6, 8)  # what all lanes grow by for labels that higher rows do not help, of LANE_GROWTH
_ROW_GROWTHS = (12.0, 24.0, 36.0, 60.0, 84.0, 132.0)  # points that a row may grow by; the last hold turned labels
_UPRIGHT_ROWS = 3  # of these, what rows grow by while labels stand upright
_LANE_MOST, _LANE_STEP = 96.0, 18.0  # points that a lane grows by for its own labels, and in one go
_MORE_PAGES = 0.25  # of its pages that a flow may need more so that its heads have shafts
_HASTY_OUTER, _HASTY_ROWS = 6, 2  # steps of growth that are left out when all that work is done


class Aim(NamedTuple):
    """How labels are to stand, and on how many pages more, as a share of the flow's, they may stand upright."""

    manner: Manner
    more: float = 0.0

    @property
    def upright(self) -> bool:
        return self.manner != ANYHOW


AIMS = (Aim(UPRIGHT, 0.25), Aim(UPRIGHT, 0.5), Aim(ANYHOW))
"""Each where the one before cannot be reached."""


class Growth:
    """The room of one layout, and how far it may still grow."""

    def __init__(self, sizes: FlowSizes, budget: WorkBudget, aim: Aim = AIMS[0]) -> None:
        self._sizes, self._budget, self._aim = sizes, budget, aim
        self._pages = 0  # before any room is made
        self._before = sizes.room  # what was given for the first aim

    def bound(self, pages: int) -> None:
        """How many pages the flow takes before any room is made: labels and heads may cost some more."""
        self._pages = self._pages or pages

    @property
    def most_for_heads(self) -> int:
        """Pages that room for heads may lead to."""
        return self._pages + max(1, int(self._pages * _MORE_PAGES))

    @property
    def _most(self) -> int:
        """Pages that room for labels may lead to."""
        return self._pages + max(1, int(self._pages * self._aim.more))

    @property
    def manner(self) -> Manner:
        """How labels are set that found no room in a careful drawing."""
        return self._aim.manner if self._gives else ANYHOW

    @property
    def _gives(self) -> bool:
        """Whether room is given before labels turn or shrink: attempts are too dear where the budget is spent."""
        return self._aim.upright and not self._budget.spent

    def make_room(self, error: NoRoomError | UnlabelledError) -> bool:
        """Widen what is too narrow; False when it has been widened enough."""
        if isinstance(error, UnlabelledError):
            return (
                self._make_lanes_wider(error.lost)
                or self._make_rows_higher(error.steps)
                or self._make_lanes_wider(error.lost, _LANE_STEP)
            )
        if error.rows and self._budget.spent:
            return self._make_rows_higher(error.rows)
        return self._make_outer_wider() or self._make_rows_higher(error.rows)

    def lower_aim(self) -> bool:
        """Labels as they stand next best; False when no room was given to them to stand upright."""
        room = self._sizes.room
        if not (self._aim.upright and (room.rows or room.wider)):
            return False
        if self._aim == AIMS[0]:
            self._before = room
        else:
            self._sizes.room = self._before  # more was of no use
        self._aim = AIMS[-1] if self._budget.spent else AIMS[AIMS.index(self._aim) + 1]
        return True

    def _widen(self, **room: Any) -> None:
        self._sizes.room = self._sizes.room._replace(**room)

    def _make_outer_wider(self) -> bool:
        """Wider outer lanes; False where they are wide enough, or the paper has no more."""
        before = self._sizes.room
        # where the budget is spent, attempts are dear: few large steps, as far as the paper has room for them
        step = _HASTY_OUTER if self._budget.spent else 1
        for outer in range(min(before.outer + step, len(style.OUTER_GROWTHS) - 1), before.outer, -1):
            self._widen(outer=outer)
            if self._sizes.is_possible():
                return True
        self._sizes.room = before
        return False

    def _make_lanes_wider(self, lost: tuple[Lost, ...], least: float = 0.0) -> bool:
        """Wider lanes for labels that would stand upright in them; False where that is enough, or not to be had.

        By what each lane is too narrow, or by `least`, where tracks stand in a label's way.
        """
        if not self._gives:
            return False
        grown = False
        for label in sorted(lost, key=lambda label: (label.short, label.lane)):
            before = self._sizes.room
            growth = style.on_grid(self._sizes.lanes.growth(self._sizes.room, label.lane) + max(label.short, least))
            if before.wider.get(label.lane, 0.0) < growth <= _LANE_MOST:
                self._widen(wider={**before.wider, label.lane: growth})
                if self._sizes.holds(self._most):
                    grown = True
                else:
                    self._sizes.room = before
        return grown

    def _make_rows_higher(self, steps: tuple[int, ...]) -> bool:
        """Higher rows, or wider lanes where these are as high as they may be; False when that is enough."""
        if not steps:
            return False
        before = self._sizes.room
        growths = _ROW_GROWTHS[:_UPRIGHT_ROWS] if self._aim.upright else _ROW_GROWTHS
        if self._budget.spent:
            growths = _ROW_GROWTHS[_HASTY_ROWS:]
        grown = {
            step: next(growth for growth in growths if growth > before.rows.get(step, 0.0))
            for step in steps
            if before.rows.get(step, 0.0) < growths[-1]
        }
        if grown:
            self._widen(rows={**before.rows, **grown})
            if self._gives and not self._sizes.holds(self._most):
                self._sizes.room = before
                return False
            return True
        wider = next((growth for growth in _LANE_GROWTHS if growth > before.lanes), None)
        if wider is None or self._gives:
            return False
        self._widen(lanes=wider)
        return True
