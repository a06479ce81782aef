"""The lanes' columns: the places where verticals may run, and which of them a symbol blocks.

Each lane has its centre, one or more tracks in the corridor between its border and a centred symbol,
and tracks behind the symbol's place for rows in which it stands elsewhere. All keep clear of the lane
borders, and neighbours keep clear of each other, so that distinct columns never graze.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from sopgen.layout import style
from sopgen.layout.route.problem import Obstacle


class LaneGrid(NamedTuple):
    """`edges`: lane borders. `x`: all columns. `spans`: the box of each (first lane, last lane) in use.

    `borders`: columns that lie on a lane border, open only to the arrows of a wide symbol centred there.
    """

    edges: tuple[float, ...]
    x: tuple[float, ...]
    spans: dict[tuple[int, int], Obstacle]
    borders: frozenset[int]
    symbol_width: float

    def centre(self, lo: int, hi: int) -> float:
        return _centre(self.edges, lo, hi)

    def outline(self, lo: int, hi: int) -> tuple[float, float]:
        """Left and right of the symbol that stands across lanes lo…hi."""
        middle = self.centre(lo, hi)
        reach = (_lane_centre(self.edges, hi) - _lane_centre(self.edges, lo) + self.symbol_width) / 2
        return middle - reach, middle + reach


def lane_grid(
    edges: tuple[float, ...],
    symbol_width: float,
    spans: set[tuple[int, int]],
    spacing: float,
    *,
    many_tracks: bool = False,
) -> LaneGrid:
    """The columns for lanes with these borders. `spacing` is the least distance in the corridors.

    `many_tracks`: as many as there is room for; else rather such that heads of returns have their shafts.
    """
    places: list[float] = []
    for left, right in pairwise(edges):
        half = (right - left) / 2
        offsets = _half_lane(half, symbol_width / 2, spacing, many_tracks=many_tracks)
        places += [left + o for o in offsets] + [left + half] + [right - o for o in reversed(offsets)]
    wide = {(lo, hi): _centre(edges, lo, hi) for lo, hi in sorted(spans) if hi > lo}
    on_border = {c for c in wide.values() if any(abs(c - e) < 0.01 for e in edges)}
    off_centre = {c for c in wide.values() if c not in on_border and all(abs(c - p) > 0.01 for p in places)}
    x = tuple(
        sorted(
            [p for p in places if all(abs(p - c) > style.CLEAR_LEAST for c in off_centre)]
            + list(on_border | off_centre)
        )
    )
    borders = frozenset(bisect_left(x, c - 0.005) for c in on_border)
    grid = LaneGrid(edges, x, {}, borders, symbol_width)
    boxes = {}
    least = style.CLEAR_LEAST - 0.1
    lanes = {(i, i) for i in range(len(edges) - 1)} | spans
    for lo, hi in sorted(lanes):
        left, right = grid.outline(lo, hi)
        blocked = [i for i, place in enumerate(x) if left - least < place < right + least]
        centre = bisect_left(x, grid.centre(lo, hi) - 0.005)
        boxes[lo, hi] = Obstacle(centre, blocked[0], blocked[-1], centre in borders)
    return LaneGrid(edges, x, boxes, borders, symbol_width)


def _centre(edges: tuple[float, ...], lo: int, hi: int) -> float:
    """The middle of symbols in lanes lo…hi, but clear of what a vertical there would graze.

    The centre of a lane that is so near; or as far from a border beside it as lines keep from rules.
    """
    middle = (_lane_centre(edges, lo) + _lane_centre(edges, hi)) / 2
    centres = [(left + right) / 2 for left, right in pairwise(edges[lo : hi + 2])]
    centre = min(centres, key=lambda place: abs(place - middle))
    if abs(centre - middle) <= style.CLEAR_LEAST:
        return centre
    border = min(edges[lo : hi + 2], key=lambda place: abs(place - middle))
    if 0.01 < abs(border - middle) < style.CLEAR_LEAST:
        return border + (style.CLEAR_LEAST if middle > border else -style.CLEAR_LEAST)
    return middle


def _lane_centre(edges: tuple[float, ...], lane: int) -> float:
    return (edges[lane] + edges[lane + 1]) / 2


def _half_lane(half: float, reach: float, spacing: float, *, many_tracks: bool) -> list[float]:
    """Offsets from a lane border to its columns, up to (not including) the lane's centre."""
    corridor = half - reach
    tracks = int(corridor / spacing + 1e-6) - 1
    if tracks < 1 and corridor >= 2 * style.CLEAR_LEAST - 1e-6:
        tracks = 1
    offsets = _beyond_heads(corridor, spacing)
    if not offsets or (len(offsets) < tracks and (many_tracks or spacing < style.CLEAR_WISH)):
        offsets = [corridor * (i + 1) / (tracks + 1) for i in range(tracks)]
    beyond = style.HEAD_ROOM - corridor
    if offsets and offsets[0] < beyond <= corridor - style.CLEAR_LEAST:  # the next lane's leave a head its shaft
        offsets = [beyond + (corridor - beyond) * i / tracks for i in range(tracks)]
    start = offsets[-1] if offsets else max(corridor, 0.0)
    room = half - start
    pitch = style.INNER_SPACING if room >= style.INNER_SPACING else style.CLEAR_WISH
    inner = max(0, int(room / pitch + 1e-6) - 1)
    if not offsets and start < style.CLEAR_LEAST:
        start, room = 0.0, half
        inner = max(0, int(room / style.CLEAR_WISH) - 1)
    return offsets + [start + room * (i + 1) / (inner + 1) for i in range(inner)]


def _beyond_heads(corridor: float, spacing: float) -> list[float]:
    """Offsets in a corridor that is broad enough for heads of returns: as many as can be leave these their shafts."""
    outer = corridor - style.HEAD_ROOM
    if outer < style.CLEAR_LEAST:
        return []
    beyond = max(1, int(outer / spacing + 1e-6))
    pitch = outer / beyond
    if beyond > 1 and pitch < style.FRAME_CLEAR <= outer - (beyond - 1) * spacing:
        pitch = (outer - style.FRAME_CLEAR) / (beyond - 1)  # nearer to each other, but off the rule
    beside = max(0, int(style.HEAD_ROOM / spacing + 1e-6) - 1)
    return [outer - pitch * (beyond - 1 - i) for i in range(beyond)] + [
        outer + style.HEAD_ROOM * (i + 1) / (beside + 1) for i in range(beside)
    ]
