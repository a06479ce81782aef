"""Breaches of one chart → causes, each with its consequences: an arrow that is gone is one finding, not ten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from sopgen.rules.drawing.chart import Breach, Way

_WAYS: Final = frozenset({"missing", "elsewhere", "added", "no-in", "no-out"})
_BRANCHES: Final = frozenset({"branches", "unlabelled", "label"})
_PENTAGONS: Final = frozenset({"alone", "pentagon", "passing"})
_ENTRIES: Final = frozenset({"entry", "closing-entry"})
_ENDS: Final = frozenset({"shape", "start"})
_OF_ONE_ARROW: Final = frozenset({"crossing", "through", "uncut"})
"""What an arrow does on its way: it comes of an arrow's fault only where it is that arrow."""
_NOTES: Final = frozenset({"print", "short"})
"""Advice that may come of what is mandatory; all other is of its own."""
_AROUND: Final = _NOTES | _WAYS | _BRANCHES | _PENTAGONS | _ENTRIES | _ENDS
"""What is said of arrows, labels and pentagons about a row that is not where it should be."""
_CONSEQUENCES: Final = {
    "hidden": _AROUND
    | _OF_ONE_ARROW
    | {"no-symbol", "loose", "reversed", "second", "twice", "gap", "column", "lane-head", "cell", "number"},
    "merged": frozenset({"cell", "number", "print"}),
    "column": frozenset({"cell", "print"}),
    "column-added": frozenset({"beyond", "print"}),
    "lane-head": frozenset({"lane-name", "beyond", "print"}),
    "lane-gone": _AROUND | {"no-symbol", "loose", "second", "lane"},
    "moved": _AROUND | {"no-symbol", "number", "loose", "reversed", "other-label", "lane", "second", "unbroken"},
    "inserted": _AROUND | _OF_ONE_ARROW | {"no-symbol", "number", "loose", "other-label", "unbroken"},
    "deleted": _AROUND | {"number", "loose", "other-label", "gap", "unbroken"},
    "strayed": _AROUND | _OF_ONE_ARROW | {"second", "loose", "twice"},
    "lane": _ENTRIES | {"start", "loose", "through", "crossing"},
    "unbroken": _PENTAGONS | {"print", "cut", "uncut"},
    "stranger": _WAYS | _BRANCHES | _PENTAGONS | _ENDS | {"loose", "no-symbol"},
    "nearly": _ENDS,
    "no-symbol": _WAYS | _BRANCHES | _PENTAGONS | _ENDS | {"loose"},
    "alone": _WAYS | _PENTAGONS | {"loose", "branches"},
    "headless": _WAYS | _ENTRIES | {"reversed", "branches", "passing"},
    "loose": _WAYS | _BRANCHES | _PENTAGONS | {"through"},
    "reversed": _BRANCHES | _PENTAGONS | _ENTRIES | {"no-in", "no-out", "twice", "other-label"},
    "elsewhere": _PENTAGONS | _ENTRIES | _OF_ONE_ARROW | {"no-in", "no-out", "label", "unlabelled"},
    "missing": _BRANCHES | _PENTAGONS | {"no-in", "no-out"},
    "added": _ENTRIES | _OF_ONE_ARROW | {"branches", "unlabelled"},
    "capsule-gone": _WAYS | _ENTRIES | _ENDS | {"loose", "branches"},
    "shape": _ENDS | {"branches", "unlabelled"},
    "second": frozenset({"through"}),
    "gap": frozenset({"print"}),
    "label": frozenset({"unlabelled"}),
    "branches": frozenset({"no-out"}),
    "closing-entry": frozenset({"entry"}),
    "pentagon": frozenset({"passing"}),
}
"""What may come of what, the strongest cause first: what is gone once the cause is mended, and nothing else.

A loose arrow brings what comes of it. Both must touch one row, and where both say which arrows they are about, one
arrow. Rows of pentagons are nobody's.
"""


class Cause(NamedTuple):
    """`code` and `breach`, with what comes of it."""

    code: str
    breach: Breach
    consequences: tuple[tuple[str, Breach], ...] = ()


def by_cause(found: Sequence[tuple[str, Breach]]) -> tuple[Cause, ...]:
    """All breaches, each once; in the order given."""
    taken: set[int] = set()
    held: dict[int, list[int]] = {}
    for kind, may_cause in _CONSEQUENCES.items():
        for at, (_, cause) in enumerate(found):
            if cause.kind != kind or at in taken:
                continue
            told = held.setdefault(at, [])
            _take(found, cause, may_cause, taken | held.keys(), told)
            taken |= set(told)
    return tuple(
        Cause(code, breach, _without_rests([found[other] for other in held.get(at, ())]))
        for at, (code, breach) in enumerate(found)
        if at not in taken
    )


def _without_rests(told: Sequence[tuple[str, Breach]]) -> tuple[tuple[str, Breach], ...]:
    """Without the loose ends of arrows that are told to be gone besides."""
    gone = [way for _, breach in told if breach.kind in _ARROWS for way in breach.ways]
    return tuple(
        each
        for each in told
        if each[1].kind != "loose" or not each[1].ways or not all(_is_rest_of_any(way, gone) for way in each[1].ways)
    )


def _is_rest_of_any(way: Way, gone: Sequence[Way]) -> bool:
    return any(_is_rest(way, whole) for whole in gone)


def _take(
    found: Sequence[tuple[str, Breach]], cause: Breach, may_cause: frozenset[str], taken: set[int], told: list[int]
) -> None:
    """Fill `told` with what comes of a cause; of a loose arrow that it tore off, what comes of that."""
    rows = set(cause.steps)
    for other in _gone_first(found):
        breach = found[other][1]
        if other in taken or other in told or not _follows(breach, cause, rows, may_cause):
            continue
        told.append(other)
        if breach.kind in _ARROWS:
            rows |= set(breach.steps)
        if breach.kind == "loose":
            _take(found, breach, _CONSEQUENCES["loose"], taken, told)
        if breach.kind == "missing":
            told += _other_ends(found, breach, cause, {*taken, *told})


def _other_ends(found: Sequence[tuple[str, Breach]], gone: Breach, cause: Breach, taken: set[int]) -> list[int]:
    """What is left of an arrow on the page where it went on: loose there too."""
    return [
        at
        for at, (_, breach) in enumerate(found)
        if breach.kind == "loose"
        and breach is not cause
        and at not in taken
        and any(_is_rest(way, whole) for way in breach.ways for whole in gone.ways)
    ]


def _is_rest(way: Way, whole: Way) -> bool:
    """Whether one end alone is known, and it is that of the whole arrow."""
    return way in {(whole[0], None), (None, whole[1])}


_ARROWS: Final = frozenset({"missing", "elsewhere"})


def _gone_first(found: Sequence[tuple[str, Breach]]) -> list[int]:
    """Arrows that are gone say which further rows a cause reaches."""
    return sorted(range(len(found)), key=lambda at: found[at][1].kind not in _ARROWS)


def _follows(breach: Breach, cause: Breach, rows: set[int], may_cause: frozenset[str]) -> bool:
    if breach.kind not in may_cause or (breach.note and breach.kind not in _NOTES):
        return False
    if cause.kind == "lane-gone" and breach.kind == "label":
        return True  # what stood in that column is squeezed to its edge, whichever step it belongs to
    if breach.kind in _OF_ONE_ARROW and cause.kind in _ARROWS | {"added"}:
        return not set(breach.ways).isdisjoint(cause.ways)
    if cause.kind == "second":
        return breach.step in rows
    if breach.ways and cause.ways and not any(_is_one(way, other) for way in breach.ways for other in cause.ways):
        return False
    return not breach.steps or not rows.isdisjoint(breach.steps)


def _is_one(one: Way, other: Way) -> bool:
    """Whether two may be one arrow: an end that nobody knows may be any."""
    return all(None in pair or pair[0] == pair[1] for pair in zip(one, other, strict=True))
