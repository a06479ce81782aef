"""A drawn line, while its points may still change."""

from __future__ import annotations

from dataclasses import dataclass, field

from sopgen.layout.route.problem import Link, Port

Point = tuple[float, float]
NEAR = 0.01


@dataclass(slots=True)
class Polyline:
    """One drawn piece. `link` is None for the plain line inside a joint activity."""

    link: Link | None
    band_from: int
    band_to: int
    box_from: int
    box_to: int
    ports: tuple[Port, Port]
    points: list[Point]
    joins: int | None = None  # index of another line
    head: bool = True
    omegas: list[Point] = field(default_factory=list)


def tidy(points: list[Point]) -> list[Point]:
    """Without repeated points and without points inside a straight run."""
    kept: list[Point] = []
    for p in points:
        if kept and abs(kept[-1][0] - p[0]) < NEAR and abs(kept[-1][1] - p[1]) < NEAR:
            continue
        if len(kept) > 1:
            (ax, ay), (bx, by) = kept[-2], kept[-1]
            if (abs(ax - bx) < NEAR and abs(bx - p[0]) < NEAR) or (abs(ay - by) < NEAR and abs(by - p[1]) < NEAR):
                kept[-1] = p
                continue
        kept.append(p)
    return kept
