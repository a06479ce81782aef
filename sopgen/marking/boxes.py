"""Boxes (x0, y0, x1, y1) in points: grown, united, clipped, overlapping."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.scene import Box


def grown(box: Box, by: float, upright: float | None = None) -> Box:
    """Larger on every side; above and below by `upright` if that differs."""
    over = by if upright is None else upright
    return box[0] - by, box[1] - over, box[2] + by, box[3] + over


def united(boxes: Sequence[Box]) -> Box:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def clipped(box: Box, by: Box) -> Box:
    return max(box[0], by[0]), max(box[1], by[1]), min(box[2], by[2]), min(box[3], by[3])


def overlap(one: Box, other: Box, slack: float = 1e-6) -> bool:
    """Whether they meet; a rule has no width and still counts."""
    across = one[0] < other[2] + slack and other[0] < one[2] + slack
    return across and one[1] < other[3] + slack and other[1] < one[3] + slack
