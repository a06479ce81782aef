"""Lines, fills, outlines and texts in, an xdot string out: what Graphviz draws behind its own nodes and edges.

The operations are those of Graphviz's output format (graphviz.org/docs/outputs/canon/#xdot). Points go in as the
scene's, origin at the top left and y downward; Graphviz's y runs upward.
"""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.render.graphviz.dot_text import counted
from sopgen.scene import Path, Point, Rule, Text
from sopgen.text.face import FAMILIES

# What browsers and office programs know the vendored faces' models by. Graphviz takes one name.
_BOLD, _ITALIC = 1, 2
_BASELINE = 0.1  # em by which Graphviz lifts a text above the baseline it is given


def number(length: float) -> str:
    """At most five decimals, for Graphviz counts sizes in inches; never an exponent."""
    return f"{round(length, 5) + 0.0:.5f}".rstrip("0").rstrip(".")


def grey_colour(grey: float) -> str:
    return "#" + f"{round(grey * 255):02x}" * 3


class Background:
    """An xdot string being written, for a picture of `height` points."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._operations: list[str] = []

    def __str__(self) -> str:
        return " ".join(self._operations)

    def fill_box(self, box: tuple[float, float, float, float], colour: str) -> None:
        x0, y0, x1, y1 = box
        self._colours(colour, colour)
        self._width(0)
        self._points("P", [(x0, y0), (x1, y0), (x1, y1), (x0, y1)])

    def rule(self, rule: Rule) -> None:
        self._colours(grey_colour(rule.grey))
        self._width(rule.width)
        self._points("L", [(rule.x0, rule.y0), (rule.x1, rule.y1)])

    def outline(self, path: Path, width: float) -> None:
        """A closed path, white inside, its centre line stroked black."""
        self._colours("#000000", "#ffffff")
        self._width(width)
        points = bezier_points(path)
        if any(command.letter == "C" for command in path):
            self._points("b", points)
        else:
            self._points("P", [command.points[0] for command in path if command.points])

    def text(self, text: Text) -> None:
        """Every line at its place; a turned text is set level about its middle."""
        self._colours(grey_colour(text.grey))
        self._operations.append(f"F {number(text.size)} {counted(FAMILIES[text.face.family].program_name)}")
        self._operations.append(f"t {_BOLD * text.face.bold + _ITALIC * text.face.italic}")
        for run in text.runs:
            x, y = run.x + run.width / 2, run.baseline
            if text.turned:
                x, y = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2 + text.size / 3
            y = self._height - y - _BASELINE * text.size
            self._operations.append(f"T {number(x)} {number(y)} 0 {number(run.width)} {counted(run.text)}")

    def _colours(self, pen: str, fill: str | None = None) -> None:
        self._operations.append(f"c {counted(pen)}")
        if fill:
            self._operations.append(f"C {counted(fill)}")

    def _width(self, width: float) -> None:
        self._operations.append(f"S {counted(f'setlinewidth({number(width)})')}")

    def _points(self, letter: str, points: Iterable[Point]) -> None:
        placed = [f"{number(x)} {number(self._height - y)}" for x, y in points]
        self._operations.append(f"{letter} {len(placed)} {' '.join(placed)}")


def bezier_points(path: Path) -> list[Point]:
    """The path as one piecewise cubic curve: its start, then three points a piece, straight ones too."""
    points: list[Point] = []
    for command in path:
        match command.letter:
            case "M":
                points.append(command.points[0])
            case "L":
                points += _straight(points[-1], command.points[0])
            case "C":
                points += command.points
            case "Z":
                if points[-1] != points[0]:
                    points += _straight(points[-1], points[0])
    return points


def _straight(start: Point, end: Point) -> list[Point]:
    (x0, y0), (x1, y1) = start, end
    return [(x0 + (x1 - x0) / 3, y0 + (y1 - y0) / 3), (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3), end]


def rules_in_order(rules: Iterable[Rule]) -> list[Rule]:
    """Light and thin ones first, so that a grey lane never cuts a black frame."""
    return sorted(rules, key=lambda rule: (-rule.grey, rule.width))
