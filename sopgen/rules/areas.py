"""Rectangles of a page, held against each other."""

from __future__ import annotations

from sopgen.scene import Box


def grown(box: Box, by: float) -> Box:
    """Larger by so many points on each side."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def holds(outer: Box, box: Box) -> bool:
    """Whether one lies within another, edges touching or not."""
    return outer[0] <= box[0] and outer[1] <= box[1] and box[2] <= outer[2] and box[3] <= outer[3]


def meet(one: Box, other: Box) -> bool:
    """Whether they have more than an edge in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def shared(one: Box, other: Box) -> float:
    """Square points that both have."""
    across, down = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return max(across, 0.0) * max(down, 0.0)
