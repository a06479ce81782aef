"""Arrows as a hand draws them: ends that stop short or run in, lines in pieces, bumps; and the labels of branches."""

from __future__ import annotations

import math
import random
from itertools import pairwise

from reportlab.pdfbase.pdfmetrics import stringWidth

from benchmarks.oldstock.plan import Arrow, Label, Mark, Page, Point, Style
from benchmarks.oldstock.routes import Paper


class NotDrawn(Exception):  # noqa: N818 - what came of it
    """No way was found for an arrow; another SOP is drawn instead."""


class Pencil:
    """Draws on one paper."""

    def __init__(self, style: Style, rng: random.Random, paper: Paper) -> None:
        self.style, self.rng, self.paper = style, rng, paper

    def draw(self, page: Page, one: Mark, other: Mark, label: str) -> None:
        found = self.paper.route(one, other, self.rng, self.style.joins if other.kind != "offpage" else 0)
        if found is None:
            raise NotDrawn
        path, side, joined = found
        if label:
            self._label(page, path, side, label, one)
        points = self._loose(path, joined=joined)
        points = self._bumped(points)
        head = not (joined and self.rng.random() < 0.6)
        if self.style.split_lines and len(points) > 2 and self.rng.random() < 0.6:
            pieces = list(pairwise(points))
            for number, piece in enumerate(pieces):
                is_last = number == len(pieces) - 1
                page.arrows.append(
                    Arrow(list(piece), head and is_last, one.id if number == 0 else None, other.id if is_last else None)
                )
            return
        page.arrows.append(Arrow(points, head, one.id, None if joined else other.id))

    def _loose(self, path: list[Point], *, joined: bool) -> list[Point]:
        """Ends that stop short or run in."""
        most = self.style.loose

        def end(point: Point, before: Point, reach: float) -> Point:
            length = math.dist(point, before)
            by = min(reach, max(0.0, length - 9))
            return (point[0] + (before[0] - point[0]) * by / length, point[1] + (before[1] - point[1]) * by / length)

        short = lambda: self.rng.uniform(-min(3, most), most if self.rng.random() < 0.4 else min(2.0, most))  # noqa: E731
        points = list(path)
        if not joined:
            points[-1] = end(path[-1], path[-2], short())
        points[0] = end(path[0], path[1], short() * 0.6)
        return points

    def _bumped(self, points: list[Point]) -> list[Point]:
        if not self.style.bumps:
            return points
        result = [points[0]]
        for a, b in pairwise(points):
            if abs(a[1] - b[1]) < 0.1:
                x0, x1 = sorted((a[0], b[0]))
                spots = sorted(
                    {round(c[0], 1) for c, d, number in self.paper.lines if number != self.paper.number
                     and abs(c[0] - d[0]) < 0.1 and x0 + 6 < c[0] < x1 - 6
                     and min(c[1], d[1]) + 4 < a[1] < max(c[1], d[1]) - 4},
                    reverse=a[0] > b[0],
                )  # fmt: skip
                way = 1 if b[0] > a[0] else -1
                for x in spots:
                    result += [
                        (x - 3 * way, a[1]),
                        (x - 2 * way, a[1] - 2.4),
                        (x + 2 * way, a[1] - 2.4),
                        (x + 3 * way, a[1]),
                    ]
            result.append(b)
        return result

    def _label(self, page: Page, path: list[Point], side: str, text: str, one: Mark) -> None:
        size = 6.5
        wide, high = stringWidth(text, self.style.font, size), size * 1.15
        x, y = path[0]
        spots = {
            "b": [(x + 3, y + 1), (x - 3 - wide, y + 1), (x + 3, y + 4)],
            "t": [(x + 3, y - high - 2), (x - 3 - wide, y - high - 2)],
            "r": [(x + 3, y - high - 1), (x + 3, y + 1), (x + 8, y - high - 1)],
            "l": [(x - 3 - wide, y - high - 1), (x - 3 - wide, y + 1), (x - 8 - wide, y - high - 1)],
        }[side]
        for a, b in spots:
            box = (a, b, a + wide, b + high)
            if all(_apart(box, mark.box) for mark in self.paper.marks if mark.id != one.id) and all(
                _apart(box, other.box) for other in page.labels
            ):
                break
        else:
            raise NotDrawn
        page.labels.append(Label(text, box))
        self.paper.labels.append(box)


def _apart(one, other) -> bool:
    return one[2] < other[0] - 1 or other[2] < one[0] - 1 or one[3] < other[1] - 1 or other[3] < one[1] - 1
