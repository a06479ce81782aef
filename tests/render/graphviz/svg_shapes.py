"""SVG by Graphviz in, the outlines it draws out, as points in the scene's own coordinates."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sopgen.scene import Path, Point

SVG = "{http://www.w3.org/2000/svg}"
STEPS = 24  # pieces a curve is cut into


class Drawn(NamedTuple):
    """One element: the node's or edge's id it stands in (None: behind all), what it is, and its outline."""

    owner: str | None
    tag: str
    points: tuple[Point, ...]
    stroke: str


def drawn_shapes(svg: bytes) -> list[Drawn]:
    root = ET.fromstring(svg)
    graph = root.find(f"{SVG}g")
    assert graph is not None
    shift = re.search(r"translate\((\S+) (\S+)\)", graph.attrib["transform"])
    assert shift is not None
    move = float(shift[1]), float(shift[2])
    found: list[Drawn] = []
    for child in graph:
        owner = child.get("id") if child.tag == f"{SVG}g" else None
        for element in child.iter():
            tag = element.tag.removeprefix(SVG)
            points: Iterable[Point] = ()
            if tag == "path":
                points = _path_points(element.attrib["d"])
            elif tag in {"polygon", "polyline"}:
                points = _polyline(element.attrib["points"])
            else:
                continue
            placed = tuple((x + move[0], y + move[1]) for x, y in points)
            found.append(Drawn(owner, tag, placed, element.get("stroke", "")))
    return found


def _polyline(text: str) -> Iterator[Point]:
    corners = [(float(x), float(y)) for x, y in (pair.split(",") for pair in text.split())]
    yield from dense(corners)


def _path_points(d: str) -> Iterator[Point]:
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", d)]
    assert re.fullmatch(r"M[-\d.,]+C[-\d., ]+", d)
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    for at in range(0, len(points) - 1, 3):
        yield from _curve(*points[at : at + 4])


def scene_points(path: Path) -> list[Point]:
    """The scene's outline as points, by the definition of its commands."""
    found: list[Point] = []
    start = here = (0.0, 0.0)
    for command in path:
        match command.letter:
            case "M":
                start = here = command.points[0]
            case "L":
                found += dense([here, command.points[0]])
                here = command.points[0]
            case "C":
                found += _curve(here, *command.points)
                here = command.points[2]
            case "Z":
                found += dense([here, start])
    return found


def dense(corners: list[Point]) -> Iterator[Point]:
    for (ax, ay), (bx, by) in pairwise(corners):
        for k in range(STEPS + 1):
            t = k / STEPS
            yield ax + (bx - ax) * t, ay + (by - ay) * t


def _curve(a: Point, b: Point, c: Point, d: Point) -> Iterator[Point]:
    for k in range(STEPS + 1):
        t = k / STEPS
        u = 1 - t
        weights = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield tuple(sum(w * p[i] for w, p in zip(weights, (a, b, c, d), strict=True)) for i in (0, 1))  # type: ignore[misc]


def distance(one: Iterable[Point], other: Iterable[Point]) -> float:
    """How far the farthest point of either outline lies from the other outline's nearest piece."""
    first, second = list(one), list(other)
    return max(_farthest(first, second), _farthest(second, first))


def _farthest(points: list[Point], outline: list[Point]) -> float:
    pieces = list(pairwise(outline))
    return max(min(_to_piece(point, a, b) for a, b in pieces) for point in points)


def _to_piece(point: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    t = 0.0 if square == 0 else max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square))
    return math.dist(point, (a[0] + t * dx, a[1] + t * dy))
