"""What the other hands draw with: texts, rules, arrows and outlines upon a canvas."""

from __future__ import annotations

import math
import random
from itertools import pairwise
from typing import Any

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas


class Pen:
    """Upon the canvas `c`, from the top `down`, as the kind of document asks."""

    c: Canvas
    kind: str
    rng: random.Random
    font: str
    size: float
    high: float
    down: float

    def _y(self, y: float) -> float:
        return self.high - y - self.down

    def _put(self, x: float, y: float, text: str, size: float | None = None) -> None:
        size = size or self.size
        if self.kind == "text-as-paths":
            self._outlined(x, y, text, size)
            return
        self.c.setFillGray(0)
        self.c.setFont(self.font, size)
        self.c.drawString(x, self._y(y), text)

    def _outlined(self, x: float, y: float, text: str, size: float) -> None:
        self.c.setFillGray(0)
        for char in text:
            if char != " ":
                self._polygon(
                    [(x, y), (x + 0.4 * size, y), (x + 0.2 * size, y - 0.7 * size), (x, y - 0.5 * size)], fill=0
                )
            x += 0.5 * size

    def _cell(self, box: tuple[float, float, float, float], text: str) -> None:
        x0, y0, x1, _ = box
        lines = [
            line for part in text.split("\n") for line in (simpleSplit(part, self.font, self.size, x1 - x0 - 6) or [""])
        ]
        y = y0 + 3 + self.size
        for line in lines:
            self._put(x0 + 3, y, line)
            y += 1.15 * self.size

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.c.setLineWidth(0.5)
        if self.kind == "short-rules":  # drawn by hand: they stop a little before the others, or run on
            by = self.rng.uniform(-1.2, 1.2)
            x1, y1 = (x1 + by, y1) if y0 == y1 else (x1, y1 + by)
        self.c.line(x0, self._y(y0), x1, self._y(y1))
        if self.kind == "double-rules":
            dx, dy = (0, 1.2) if y0 == y1 else (1.2, 0)
            self.c.line(x0 + dx, self._y(y0 + dy), x1 + dx, self._y(y1 + dy))

    def _frame(self, box: tuple[float, float, float, float]) -> None:
        x0, y0, x1, y1 = box
        if self.kind == "white-cells":
            self._polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], fill=1)
        for ax, ay, bx, by in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            self._rule(ax, ay, bx, by)

    def _arrow(self, points: list[tuple[float, float]], way: Any) -> None:
        ink = (0.75, 0.1, 0.1) if self.kind == "coloured" else (0, 0, 0)
        self.c.setStrokeColorRGB(*ink)
        self.c.setLineWidth({"thick": 2.2, "dashed": 0.75}.get(self.kind, 0.75))
        if self.kind == "dashed":
            self.c.setDash(3, 2)
        if self.kind == "block-arrows" and len(points) == 2:
            self._block(points)
        elif self.kind == "trunk" and way.sides[0] in "LR":
            self._path([*points[:-1]])
            self._head_at(points[-2], points[-1], ink, joined=True)
        elif self.kind == "segments":
            for a, b in pairwise(points):
                self._path([a, b])
            self._head_at(points[-2], points[-1], ink)
        elif self.kind == "curves" and len(points) == 4:
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
            path = self.c.beginPath()
            path.moveTo(ax, self._y(ay))
            path.curveTo(bx, self._y(by), cx, self._y(cy), dx, self._y(dy))
            self.c.drawPath(path)
            self._head_at((cx, cy), (dx, dy), ink)
        else:
            self._path(points)
            self._head_at(points[-2], points[-1], ink)
        self.c.setDash()
        self.c.setStrokeGray(0)

    def _head_at(self, a: tuple[float, float], b: tuple[float, float], ink: Any, *, joined: bool = False) -> None:
        if joined:
            self._path([a, b])
        length = max(math.dist(a, b), 0.1)
        ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        size = 7.0 if self.kind == "thick" else 4.7
        back = (b[0] - size * ux, b[1] - size * uy)
        wings = [(back[0] + size * 0.45 * -uy * s, back[1] + size * 0.45 * ux * s) for s in (1, -1)]
        if self.kind == "open-heads":
            self.c.setDash()
            self._path([wings[0], b, wings[1]])
        else:
            self._polygon([b, *wings], fill=ink)

    def _block(self, points: list[tuple[float, float]]) -> None:
        (ax, ay), (bx, by) = points
        length = math.dist(points[0], points[1])
        ux, uy = (bx - ax) / length, (by - ay) / length
        at = lambda along, off: (ax + ux * along - uy * off, ay + uy * along + ux * off)  # noqa: E731
        neck = max(length - 6, 1)
        shape = [at(0, 2), at(neck, 2), at(neck, 5), at(length, 0), at(neck, -5), at(neck, -2), at(0, -2)]
        self._polygon(shape, fill=(0.3, 0.5, 0.8), stroke=(0.2, 0.3, 0.5))

    def _path(self, points: list[tuple[float, float]]) -> None:
        path = self.c.beginPath()
        path.moveTo(points[0][0], self._y(points[0][1]))
        for x, y in points[1:]:
            path.lineTo(x, self._y(y))
        self.c.drawPath(path)

    def _polygon(self, points: Any, *, fill: Any = None, stroke: Any = None) -> None:
        path = self.c.beginPath()
        path.moveTo(points[0][0], self._y(points[0][1]))
        for x, y in points[1:]:
            path.lineTo(x, self._y(y))
        path.close()
        colour = lambda ink: ink if isinstance(ink, tuple) else (ink, ink, ink)  # noqa: E731
        if fill is not None:
            self.c.setFillColorRGB(*colour(fill))
        if stroke is not None:
            self.c.setStrokeColorRGB(*colour(stroke))
            self.c.setLineWidth(0.75)
        self.c.drawPath(path, fill=fill is not None, stroke=stroke is not None)
        self.c.setStrokeGray(0)


def outline(kind: str, box: Any, *, beyond: bool = False) -> list[tuple[float, float]]:
    x0, y0, x1, y1 = box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    if kind == "decision":
        return [(x, y0), (x1, y), (x, y1), (x0, y)]
    if kind == "offpage":
        return [(x0, y0), (x1, y0), (x1, y0 + 0.6 * (y1 - y0)), (x, y1), (x0, y0 + 0.6 * (y1 - y0))]
    if kind == "terminator":
        r = (y1 - y0) / 2
        ends = [(x1 - r, -90), (x0 + r, 90)]
        return [
            (middle + r * math.cos(math.radians(a)), y + r * math.sin(math.radians(a)))
            for middle, start in ends
            for a in range(start, start + 181, 12)
        ]
    if beyond:  # a parallelogram
        return [(x0 + 5, y0), (x1 + 5, y0), (x1 - 5, y1), (x0 - 5, y1)]
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
