"""Arrows to one port become one net: the straightest runs through to the head, the others stop where they meet it."""

from __future__ import annotations

from itertools import pairwise

from sopgen.layout.route.lines import NEAR, Point, Polyline, tidy
from sopgen.layout.route.problem import Port


def join(lines: list[Polyline]) -> None:
    groups: dict[tuple[int, int, Port], list[int]] = {}
    for i, line in enumerate(lines):
        groups.setdefault((line.band_to, line.box_to, line.ports[1]), []).append(i)
    for (_, _, port), members in groups.items():
        # at a top centre the main arrows come first: a return may only join them there
        members.sort(
            key=lambda i: (port == "T" and _is_return(lines[i]), len(lines[i].points), _length(lines[i].points), i)
        )
        for k, i in enumerate(members[1:], start=1):
            _stop_at_trunk(lines, i, members[:k])


def _is_return(line: Polyline) -> bool:
    return line.link is not None and line.link.is_return


def _stop_at_trunk(lines: list[Polyline], i: int, drawn: list[int]) -> None:
    line = lines[i]
    for k in range(len(line.points) - 1):
        a, b = line.points[k], line.points[k + 1]
        best: tuple[float, Point, int] | None = None
        for j in drawn:
            points = lines[j].points
            for c, d in pairwise(points):
                hit = _first_contact(a, b, c, d)
                if hit is not None:
                    distance = abs(hit[0] - a[0]) + abs(hit[1] - a[1])
                    if best is None or distance < best[0] - NEAR:
                        best = (distance, hit, j)
        if best is not None:
            line.points = tidy([*line.points[: k + 1], best[1]])
            line.joins, line.head = best[2], False
            return


def _first_contact(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where segment ab, walked from a, first touches segment cd (both axis-parallel)."""
    horizontal, other = abs(a[1] - b[1]) < NEAR, abs(c[1] - d[1]) < NEAR
    if horizontal != other:
        x = c[0] if horizontal else a[0]
        y = a[1] if horizontal else c[1]
        on_first = _within(x, a[0], b[0]) and _within(y, a[1], b[1])
        on_second = _within(x, c[0], d[0]) and _within(y, c[1], d[1])
        return (x, y) if on_first and on_second else None
    axis, cross = (0, 1) if horizontal else (1, 0)
    if abs(a[cross] - c[cross]) > NEAR:
        return None
    lo, hi = max(min(a[axis], b[axis]), min(c[axis], d[axis])), min(max(a[axis], b[axis]), max(c[axis], d[axis]))
    if lo > hi + NEAR:
        return None
    value = min(max(a[axis], lo), hi)
    return (value, a[1]) if horizontal else (a[0], value)


def _within(v: float, p: float, q: float) -> bool:
    return min(p, q) - NEAR <= v <= max(p, q) + NEAR


def _length(points: list[Point]) -> float:
    return sum(abs(p[0] - q[0]) + abs(p[1] - q[1]) for p, q in pairwise(points))
