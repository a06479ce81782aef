"""Scene items in, outlines out: what every renderer draws alike, as plain path commands.

A path is a tuple of the scene's commands, in the scene's own coordinates: origin at the top left, y downward.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from sopgen.outlines import capsule, polygon, polyline
from sopgen.scene import Box, Glyph, Path, Point


@lru_cache(maxsize=16_384)  # the edges of a table recur in each of its cells
def number(points: float) -> str:
    """To a ten-thousandth of a point, which no press resolves."""
    return f"{points + 0.0:.4f}".rstrip("0").rstrip(".")  # 0.0: no zero below zero


class GlyphShape(NamedTuple):
    """A drawn character: each path is filled, or stroked with `stroke` points where that is not None."""

    paths: tuple[Path, ...]
    stroke: float | None


# Drawn in a unit square, y downward; the baseline lies at its foot.
_TICK = ((0.12, 0.56), (0.36, 0.82), (0.86, 0.16))
_CROSS = (((0.16, 0.2), (0.8, 0.84)), ((0.8, 0.2), (0.16, 0.84)))
_SQUARE = ((0.1, 0.12), (0.88, 0.12), (0.88, 0.9), (0.1, 0.9))
_INNER_TICK = ((0.26, 0.52), (0.44, 0.72), (0.74, 0.3))
_INNER_CROSS = (((0.27, 0.29), (0.71, 0.73)), ((0.71, 0.29), (0.27, 0.73)))
_GLYPH_STROKE = 0.09
_GLYPH_STROKE_MOST = 0.7  # points: no heavier than a symbol's outline


def glyph_shape(glyph: Glyph, *, turned: bool = False) -> GlyphShape:
    """The shape that stands for a character no font has, centred in its box. `turned` text runs upward."""
    side = min(glyph.box[2] - glyph.box[0], glyph.box[3] - glyph.box[1])
    place = _placed(glyph.box, side, turned=turned)
    if glyph.character == "●":
        x, y = place((0.5, 0.5))
        radius = side * 0.3
        return GlyphShape((capsule((x - radius, y - radius, x + radius, y + radius)),), None)
    paths: dict[str, tuple[Path, ...]] = {
        "✓": (polyline(map(place, _TICK)),),
        "✗": tuple(polyline(map(place, stroke)) for stroke in _CROSS),
        "☐": (polygon(map(place, _SQUARE)),),
        "☑": (polygon(map(place, _SQUARE)), polyline(map(place, _INNER_TICK))),
        "☒": (polygon(map(place, _SQUARE)), *(polyline(map(place, stroke)) for stroke in _INNER_CROSS)),
    }
    return GlyphShape(paths[glyph.character], min(side * _GLYPH_STROKE, _GLYPH_STROKE_MOST))


def _placed(box: Box, side: float, *, turned: bool) -> Callable[[Point], Point]:
    left = (box[0] + box[2] - side) / 2
    top = (box[1] + box[3] - side) / 2
    if turned:
        return lambda unit: (left + unit[1] * side, top + (1 - unit[0]) * side)
    return lambda unit: (left + unit[0] * side, top + unit[1] * side)
