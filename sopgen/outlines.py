"""Plain outlines of the Scene: points in, path commands out, in the scene's own coordinates, y downward."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.scene import Box, Command, Path, Point

# The control point that makes a cubic curve a quarter circle within 0.03 % of its radius.
QUARTER = 0.5522847498


def polygon(points: Iterable[Point]) -> Path:
    first, *rest = points
    return (Command("M", (first,)), *(Command("L", (point,)) for point in rest), Command("Z"))


def polyline(points: Iterable[Point]) -> Path:
    first, *rest = points
    return (Command("M", (first,)), *(Command("L", (point,)) for point in rest))


def rectangle(box: Box) -> Path:
    x0, y0, x1, y1 = box
    return polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


def circle(centre: Point, radius: float) -> Path:
    x, y = centre
    return capsule((x - radius, y - radius, x + radius, y + radius))


def capsule(box: Box) -> Path:
    """A rectangle whose ends are half circles of its full half height."""
    x0, y0, x1, y1 = box
    radius = min(x1 - x0, y1 - y0) / 2
    pull = radius * (1 - QUARTER)
    return (
        Command("M", ((x0 + radius, y0),)),
        Command("L", ((x1 - radius, y0),)),
        Command("C", ((x1 - pull, y0), (x1, y0 + pull), (x1, y0 + radius))),
        Command("L", ((x1, y1 - radius),)),
        Command("C", ((x1, y1 - pull), (x1 - pull, y1), (x1 - radius, y1))),
        Command("L", ((x0 + radius, y1),)),
        Command("C", ((x0 + pull, y1), (x0, y1 - pull), (x0, y1 - radius))),
        Command("L", ((x0, y0 + radius),)),
        Command("C", ((x0, y0 + pull), (x0 + pull, y0), (x0 + radius, y0))),
        Command("Z"),
    )


def rhombus(box: Box) -> Path:
    x0, y0, x1, y1 = box
    middle, centre = (x0 + x1) / 2, (y0 + y1) / 2
    return polygon([(middle, y0), (x1, centre), (middle, y1), (x0, centre)])


def pentagon(box: Box, point_share: float) -> Path:
    x0, y0, x1, y1 = box
    shoulder = y1 - point_share * (y1 - y0)
    return polygon([(x0, y0), (x1, y0), (x1, shoulder), ((x0 + x1) / 2, y1), (x0, shoulder)])
