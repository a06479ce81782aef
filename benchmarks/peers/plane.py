"""What a peer is given, and what it gives back."""

from __future__ import annotations

from typing import NamedTuple

from counter import Box, Piece, Point, Symbol


class Arrow(NamedTuple):
    """`source` and `target` are groups of symbols; `ends` the indexes of the two symbols that a peer joins."""

    source: int
    target: int
    ends: tuple[int, int]

    @property
    def is_return(self) -> bool:
        return self.target < self.source


class Plane(NamedTuple):
    """Symbols in their places, the arrows to be routed, and the given lines inside joint activities."""

    symbols: tuple[Symbol, ...]
    arrows: tuple[Arrow, ...]
    joints: tuple[Piece, ...]
    area: Box


class Answer(NamedTuple):
    """One polyline an arrow, and the milliseconds of processor time it took; `failed` says why there are none."""

    polylines: tuple[tuple[Point, ...], ...]
    milliseconds: float
    failed: str = ""


def pieces(plane: Plane, answer: Answer) -> list[Piece]:
    found = [
        Piece(arrow.source, arrow.target, arrow.is_return, straightened(line))
        for arrow, line in zip(plane.arrows, answer.polylines, strict=True)
    ]
    return [*found, *plane.joints]


def straightened(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Without repeated points, and without points inside a straight run."""
    kept: list[Point] = []
    for point in points:
        if kept and _near(kept[-1], point):
            continue
        if len(kept) > 1 and any(abs(kept[-2][i] - kept[-1][i]) < 0.01 > abs(kept[-1][i] - point[i]) for i in (0, 1)):
            kept[-1] = point
            continue
        kept.append(point)
    return tuple(kept)


def _near(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < 0.01 and abs(a[1] - b[1]) < 0.01
