"""Ways for arrows between symbols, as a hand would draw them: few corners, clear of other symbols and lines."""

from __future__ import annotations

import random
from itertools import pairwise

from benchmarks.oldstock.plan import Box, Mark, Point

CLEAR = 3.0


class Paper:
    """The symbols and lines that are there."""

    def __init__(self, left: float, right: float, borders: list[float]) -> None:
        self.left, self.right, self.borders = left, right, borders
        self.marks: list[Mark] = []
        self.lines: list[tuple[Point, Point, int]] = []
        self.labels: list[Box] = []
        self.used: dict[tuple[int, str], str] = {}
        self.paths: dict[int, list[list[Point]]] = {}
        self.number = 0

    def route(self, one: Mark, other: Mark, rng: random.Random, joins: float) -> tuple[list[Point], str, bool] | None:
        """(points, the side it leaves by, whether it ends on another line)."""
        options: list[tuple[float, list[Point], str, str]] = []
        if joins and rng.random() < joins:
            options += [(cost, path, side, "join") for cost, path, side in self._joins(one, other)]
        for path, side, entry in self._paths(one, other):
            corners = len(path)
            length = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(path))
            odd = 60 if (side, entry) in {("t", "b"), ("t", "t"), ("b", "b")} else 0
            back = 25 if side == "t" or entry == "b" else 0
            options.append((length + 22 * corners + odd + back + rng.uniform(0, 30), path, side, entry))
        options.sort(key=lambda each: each[0])
        for _, path, side, entry in options:
            if self.used.get((one.id, side)) not in (None, f"out{one.id}{other.id}"):
                continue
            if entry != "join" and self.used.get((other.id, entry), "in") != "in":
                continue
            if self._is_free(path, one, other, joined=entry == "join"):
                self.used[one.id, side] = f"out{one.id}{other.id}"
                if entry != "join":
                    self.used[other.id, entry] = "in"
                self._keep(path, other.id)
                return path, side, entry == "join"
        return None

    def _keep(self, path: list[Point], goal: int) -> None:
        self.number += 1
        self.lines += [(a, b, self.number) for a, b in pairwise(path)]
        self.paths.setdefault(goal, []).append(path)

    def _joins(self, one: Mark, other: Mark):
        x0, _y0, x1, y1 = one.box
        cx, cy = one.centre
        for path in self.paths.get(other.id, []):
            for (ax, ay), (bx, by) in pairwise(path):
                if abs(ax - bx) < 0.5 and min(ay, by) + 6 < cy < max(ay, by) - 6:
                    if ax > x1 + 6:
                        yield 0.0, [(x1, cy), (ax, cy)], "r"
                    elif ax < x0 - 6:
                        yield 0.0, [(x0, cy), (ax, cy)], "l"
                if abs(ay - by) < 0.5 and min(ax, bx) + 6 < cx < max(ax, bx) - 6 and ay > y1 + 5:
                    yield 0.0, [(cx, y1), (cx, ay)], "b"

    def _paths(self, one: Mark, other: Mark):
        (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) = one.box, other.box
        (ax, ay), (bx, by) = one.centre, other.centre
        outs = {"b": (ax, ay1), "l": (ax0, ay), "r": (ax1, ay), "t": (ax, ay0)}
        ins = {"t": (bx, by0), "l": (bx0, by), "r": (bx1, by), "b": (bx, by1)}
        channels = [border + off for border in self.borders for off in (-12, -7, 7, 12)]
        channels = [x for x in channels if self.left + 4 < x < self.right - 4]
        under = [ay1 + off for off in (5, 8, 11)]
        over = [by0 - off for off in (9, 12, 15)]
        for side, start in outs.items():
            for entry, end in ins.items():
                if side == "b" and entry == "t" and end[1] > start[1] + 8:
                    if abs(ax - bx) < 5:
                        yield [start, end], side, entry
                    for y in (*under, *over):
                        if start[1] + 3 < y < end[1] - 8 and abs(ax - bx) >= 5:
                            yield [start, (ax, y), (bx, y), end], side, entry
                if side == "t" and entry == "b" and end[1] < start[1] - 8:
                    if abs(ax - bx) < 5:
                        yield [start, end], side, entry
                    else:
                        y = start[1] - 8
                        yield [start, (ax, y), (bx, y), end], side, entry
                if side in "lr" and entry in "tb":
                    toward = bx > ax1 + 6 if side == "r" else bx < ax0 - 6
                    fine = end[1] > ay + 12 if entry == "t" else end[1] < ay - 12
                    if toward and fine:
                        yield [start, (bx, ay), end], side, entry
                if side == "b" and entry in "lr":
                    toward = ax > bx1 + 10 if entry == "r" else ax < bx0 - 10
                    if toward and by > ay1 + 10:
                        yield [start, (ax, by), end], side, entry
                for x in channels:
                    beyond = x > ax1 + 5 if side == "r" else x < ax0 - 5
                    if side in "lr" and beyond:
                        if entry in "lr" and (x > bx1 + 10 if entry == "r" else x < bx0 - 10):
                            yield [start, (x, ay), (x, by), end], side, entry
                        if entry == "t":
                            for y in over:
                                yield [start, (x, ay), (x, y), (bx, y), end], side, entry
                    if side == "b" and entry == "t" and end[1] > start[1] + 40:
                        for y in under[:2]:
                            for z in over[:2]:
                                yield [start, (ax, y), (x, y), (x, z), (bx, z), end], side, entry
                    if side == "b" and entry in "lr" and (x > bx1 + 10 if entry == "r" else x < bx0 - 10):
                        for y in under:
                            yield [start, (ax, y), (x, y), (x, by), end], side, entry

    def _is_free(self, path: list[Point], one: Mark, other: Mark, *, joined: bool) -> bool:
        pieces = list(pairwise(path))
        if any(abs(a[0] - b[0]) + abs(a[1] - b[1]) < 3 for a, b in pieces):
            return False
        for number, (a, b) in enumerate(pieces):
            for mark in self.marks:
                grow = CLEAR
                if (mark.id == one.id and number == 0) or (mark.id == other.id and number == len(pieces) - 1):
                    grow = -1.0
                if _hits(a, b, mark.box, grow):
                    return False
            for box in self.labels:
                if _hits(a, b, box, 0):
                    return False
            last = joined and number == len(pieces) - 1
            for c, d, _ in self.lines:
                if _along(a, b, c, d) or (not last and _touches(a, b, c, d)):
                    return False
        return True


def _hits(a: Point, b: Point, box: Box, grow: float) -> bool:
    x0, x1 = sorted((a[0], b[0]))
    y0, y1 = sorted((a[1], b[1]))
    return x1 > box[0] - grow and x0 < box[2] + grow and y1 > box[1] - grow and y0 < box[3] + grow


def _along(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Two lines beside or upon each other."""
    for at in (0, 1):
        if abs(a[at] - b[at]) < 5.1 and abs(c[at] - d[at]) < 5.1 and abs(a[at] - c[at]) < 4.5:
            one, other = sorted((a[1 - at], b[1 - at])), sorted((c[1 - at], d[1 - at]))
            if min(one[1], other[1]) - max(one[0], other[0]) > -2:
                return True
    return False


def _touches(a: Point, b: Point, c: Point, d: Point) -> bool:
    """An end near another line, which would look as if it joined it."""
    return any(_near(p, q, r) for p, q, r in ((a, c, d), (b, c, d), (c, a, b), (d, a, b)))


def _near(p: Point, a: Point, b: Point) -> bool:
    x0, x1 = sorted((a[0], b[0]))
    y0, y1 = sorted((a[1], b[1]))
    return x0 - 5.5 < p[0] < x1 + 5.5 and y0 - 5.5 < p[1] < y1 + 5.5
