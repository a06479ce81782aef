"""What is remembered of pages: their crossings during one layout, and their routes for drawings that an eye waits for.

What leaves for good asks nothing of the routes: there one may depend on how much the whole layout searched before.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final, NamedTuple

from sopgen.layout.route import Crossings, NoRoomError, Routed
from sopgen.layout.route.problem import Problem
from sopgen.layout.route.pulls import Taste

_MOST: Final = 64  # ways to route a page, from the newest on
_MOST_SEARCHED: Final = 160  # pages; more than any flow of 100 steps asks for


class Found(NamedTuple):
    """A page's route and what is known of its crossings."""

    routed: Routed
    least: int
    lower_bound: int


Find = Callable[[], Found]
Finder = Callable[[Problem, Taste, "int | None", Find], Found]


def find_anew(_problem: Problem, _taste: Taste, _most: int | None, find: Find) -> Found:
    return find()


class CrossingsMemory:
    """The crossings of the pages asked for last. Each keeps all ways past its bands: of 1,000 steps a gigabyte."""

    def __init__(self) -> None:
        self._known: OrderedDict[object, Crossings] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def of(self, kind: object, find: Callable[[], Crossings]) -> Crossings:
        """What `find` gives, from memory where a page of this kind was asked for lately."""
        if kind in self._known:
            self._known.move_to_end(kind)
        else:
            self._known[kind] = find()
            while len(self._known) > _MOST_SEARCHED:
                self._known.popitem(last=False)
        return self._known[kind]


class RouteMemory:
    """Remembers also what had no room."""

    def __init__(self) -> None:
        self._known: OrderedDict[object, Found | None] = OrderedDict()

    def __call__(self, problem: Problem, taste: Taste, most: int | None, find: Find) -> Found:
        """What `find` gives, from memory where the page is the same. Raises NoRoomError as `find` does."""
        parts = (*problem, *taste, most)
        key = tuple(tuple(sorted(each.items())) if isinstance(each, dict) else each for each in parts)
        if key in self._known:
            self._known.move_to_end(key)
        else:
            try:
                self._known[key] = find()
            except NoRoomError:
                self._known[key] = None
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        found = self._known[key]
        if found is None:
            raise NoRoomError
        return found
