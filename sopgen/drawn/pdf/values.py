"""What a page of a PDF file holds, as plain values, in points from the top left corner of the page as it is seen."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sopgen.drawn.model import Box, Point

Matrix = tuple[float, float, float, float, float, float]
Paint = Literal["none", "white", "pale", "dark"]

_FARTHEST = 100_000.0  # points: no page of a PDF is larger than 14,400


class Loop(NamedTuple):
    """One subpath. `curved`: it has curves, which are straight pieces here."""

    points: tuple[Point, ...]
    closed: bool
    curved: bool


class Path(NamedTuple):
    """One painted path; `order` counts in the painter's order. `width` of the stroke, in points."""

    order: int
    loops: tuple[Loop, ...]
    fill: Paint
    stroke: Paint
    width: float
    colour: tuple[int, int, int] = (0, 0, 0)


class Character(NamedTuple):
    """`base` is where it stands on its line; `turn` in quarters clockwise."""

    text: str
    box: Box
    base: Point
    size: float
    turn: int


class Sheet(NamedTuple):
    """One page, turned back by `turned` quarters. `unread`: what is seen on it and is none of these, or no letter.

    `enlarged`: how many times as large as on paper. `backdrop`: words that lie across it, or are far larger than all
    others; `hidden`: words that are not seen; `retyped`: those of them in whose place others stand; `overlaid`:
    pictures that lie over words.
    """

    size: Point
    paths: tuple[Path, ...]
    characters: tuple[Character, ...]
    pictures: tuple[Box, ...]
    turned: int = 0
    unread: tuple[Box, ...] = ()
    backdrop: str = ""
    hidden: str = ""
    enlarged: float = 1.0
    retyped: str = ""
    overlaid: tuple[Box, ...] = ()


def times(first: Matrix, second: Matrix) -> Matrix:
    """First the first, then the second."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(matrix: Matrix, x: float, y: float) -> Point:
    """Where a matrix puts a point; no farther off than any page reaches, whatever a stranger says."""
    a, b, c, d, e, f = matrix
    right, down = a * x + c * y + e, b * x + d * y + f
    if -_FARTHEST <= right <= _FARTHEST and -_FARTHEST <= down <= _FARTHEST:
        return right, down
    return _on_some_page(right), _on_some_page(down)


def _on_some_page(place: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, place))  # of what is no number, the farthest


def around(points: list[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
