"""Rules in, whether one of them meets a box: asked for every place where a label might stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from sopgen.scene import Box, Rule

Segment = tuple[float, float, float, float]


class _Parallels(NamedTuple):
    """Rules of one direction by their place across it: sorted places, and at each from where to where they run."""

    places: list[float]
    spans: list[tuple[float, float]]

    def meet(self, low: float, high: float, start: float, end: float) -> bool:
        """Whether one that stands between `low` and `high` runs anywhere between `start` and `end`."""
        for at in range(bisect_right(self.places, low), bisect_left(self.places, high)):
            first, last = self.spans[at]
            if first < end and last > start:
                return True
        return False


class RuleGrid:
    """The rules of a table, level and upright. Points."""

    def __init__(self, segments: Iterable[Segment] = ()) -> None:
        level, upright = [], []
        for x0, y0, x1, y1 in segments:
            if y0 == y1:
                level.append((y0, (min(x0, x1), max(x0, x1))))
            else:
                upright.append((x0, (min(y0, y1), max(y0, y1))))
        self._level, self._upright = _parallels(level), _parallels(upright)

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> RuleGrid:
        return cls((rule.x0, rule.y0, rule.x1, rule.y1) for rule in rules)

    def meets(self, box: Box) -> bool:
        """Whether a rule runs through the box; one that touches its edge does not."""
        x0, y0, x1, y1 = box
        return self._level.meet(y0, y1, x0, x1) or self._upright.meet(x0, x1, y0, y1)


def _parallels(found: list[tuple[float, tuple[float, float]]]) -> _Parallels:
    found.sort()
    return _Parallels([place for place, _ in found], [span for _, span in found])
