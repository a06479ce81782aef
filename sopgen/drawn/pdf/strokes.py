"""A page's paths → lines with heads, and shapes."""

from __future__ import annotations

import itertools
import math
from typing import Final, NamedTuple

from sopgen.drawn.model import Box, Kind, Point, distance_to_path
from sopgen.drawn.near import TooMuch
from sopgen.drawn.pdf.heads import Head, Line, is_open_head, without_vees
from sopgen.drawn.pdf.mending import in_one, outlines_in
from sopgen.drawn.pdf.outlines import Outline, block_arrow, box_of, outline_of, spine
from sopgen.drawn.pdf.values import Loop, Paint, Path

_HEAD_REACH: Final = 3.0  # points between a line's end and its head
_RIM: Final = 4.0  # points between the two edges of an outline that is drawn by filling
_LEAST: Final = 5.0  # points: no symbol is lower
_DOT: Final = 2.0  # points: what is smaller both ways was drawn by a slip
_MOST_HELD: Final = 3_000_000
"""Shapes of a page held against each other: two thousand against all before them come to two million."""
_SAME: Final = 1.0  # points between two heads drawn upon each other
_UPON: Final = 0.75  # of what two shapes cover together is both's: one symbol, drawn twice
_SHADED: Final = 0.3  # the same for a symbol and its shadow, which is as large
_SHIFTED: Final = 16.0  # points that a shadow is moved, across and down together


class Shape(NamedTuple):
    order: int
    kind: Kind
    box: Box


class Sorted(NamedTuple):
    """`fills`: surfaces without a rim, grounds and shading among them. `unread`: what is seen and is none of these."""

    lines: tuple[Line, ...]
    shapes: tuple[Shape, ...]
    fills: tuple[Shape, ...] = ()
    unread: tuple[Box, ...] = ()


def sort_paths(paths: tuple[Path, ...]) -> Sorted:
    """What a page's paths are: each that is seen is told. White grounds fall away."""
    sorter = _Sorter()
    for path in paths:
        sorter.add(path)
    sorter.mend()
    low = [shape for shape in sorter.shapes if _is_low(shape.box)]
    lines, vees = without_vees(sorter.lines)
    return Sorted(
        tuple(_headed(lines, [*sorter.heads, *vees])),
        tuple(_once([shape for shape in sorter.shapes if not _is_low(shape.box)])),
        tuple(sorter.fills),
        (*sorter.unread, *(shape.box for shape in low)),
    )


def _is_low(box: Box) -> bool:
    return box[2] - box[0] < _LEAST or box[3] - box[1] < _LEAST


class _Sorter:
    """Collects what a page's paths are, one by one."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.shapes: list[Shape] = []
        self.heads: list[Head] = []
        self.fills: list[Shape] = []
        self.unread: list[Box] = []

    def add(self, path: Path) -> None:
        outlines: list[Outline] = []
        for loop in path.loops:
            if len(loop.points) > 2 and (loop.closed or path.fill != "none"):
                outlines.append(outline_of(loop))
            else:
                self._open(path, loop)
        rims = _rims(outlines) if not _is_seen(path.stroke) and path.fill == "dark" else {}
        for at, outline in enumerate(outlines):
            if at in rims:
                inner = outlines[rims[at]]
                kind = inner.kind if inner.kind != "unknown" else outline.kind
                self.shapes.append(Shape(path.order, kind, outline.box))
            elif at not in rims.values():
                self._closed(path, outline)

    def mend(self) -> None:
        """Lines in pieces as one each; lines that make up an outline as what that is."""
        self.lines, rings = outlines_in(in_one(self.lines))
        for order, ring in rings:
            outline = outline_of(ring)
            if outline.form == "shape":
                self.shapes.append(Shape(order, outline.kind, outline.box))
            elif outline.form == "head":
                self.heads.append(Head(order, outline.corners))
        self.shapes.sort(key=lambda shape: shape.order)

    def _open(self, path: Path, loop: Loop) -> None:
        if path.fill == "none" and is_open_head(loop):
            self.heads.append(Head(path.order, loop.points))
        elif _is_seen(path.stroke):
            self.lines.append(Line(path.order, loop.points, look=(path.colour, round(10 * path.width))))

    def _closed(self, path: Path, outline: Outline) -> None:
        if outline.form == "head" and "dark" in {path.fill, path.stroke}:
            self.heads.append(Head(path.order, outline.corners))
        elif not (_is_seen(path.fill) or _is_seen(path.stroke)):
            return
        elif (arrow := block_arrow(outline.corners)) is not None:
            self._broad(path, arrow)
        elif outline.form == "thin":
            lines = _thin(path, outline)
            self.lines += lines
            self.unread += [] if lines or _is_dot(outline.box) else [outline.box]
        elif _is_seen(path.stroke) or outline.kind not in {"process", "unknown"}:
            self.shapes.append(Shape(path.order, outline.kind, outline.box))
        elif outline.kind == "process":
            self.fills.append(Shape(path.order, outline.kind, outline.box))
        else:
            self.unread.append(outline.box)

    def _broad(self, path: Path, arrow: tuple[Point, ...]) -> None:
        """A broad arrow, once: often its surface is drawn first and then its rim."""
        last = self.lines[-1].points if self.lines else ()
        if len(last) != len(arrow) or any(math.dist(a, b) > _SAME for a, b in zip(last, arrow, strict=True)):
            self.lines.append(Line(path.order, arrow, (False, True), (path.colour, round(10 * path.width))))


def _is_dot(box: Box) -> bool:
    """As programs put where rules meet."""
    return max(box[2] - box[0], box[3] - box[1]) < _DOT


def _is_seen(paint: Paint) -> bool:
    return paint in {"dark", "pale"}


def _thin(path: Path, outline: Outline) -> list[Line]:
    points = spine(outline.corners)
    x0, y0, x1, y1 = outline.box
    if points is None:
        if min(x1 - x0, y1 - y0) > 4:
            return []
        across = x1 - x0 >= y1 - y0
        points = ((x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2)) if across else (((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1))
    look = path.colour, round(10 * min(x1 - x0, y1 - y0))
    return [Line(path.order, points, look=look)] if math.dist(points[0], points[-1]) > 0.5 or len(points) > 2 else []


def _rims(outlines: list[Outline]) -> dict[int, int]:
    """Outer and inner edge of what is drawn as a rim, by their numbers."""
    found: dict[int, int] = {}
    for at, outer in enumerate(outlines[:-1]):
        inner = outlines[at + 1]
        if at in found.values() or outer.form != "shape":
            continue
        gaps = [
            inner.box[0] - outer.box[0],
            inner.box[1] - outer.box[1],
            outer.box[2] - inner.box[2],
            outer.box[3] - inner.box[3],
        ]
        if all(0.1 < abs(gap) < _RIM for gap in gaps) and len({gap > 0 for gap in gaps}) == 1:
            found[at] = at + 1
    return found


def _headed(lines: list[Line], heads: list[Head]) -> list[Line]:
    """Lines with their heads. A head nobody claims becomes a short line of its own."""
    wishes: list[tuple[float, int, int, int]] = []
    unique: list[Head] = []
    for head in heads:
        box = box_of(head.corners)
        if all(max(abs(a - b) for a, b in zip(box, box_of(other.corners), strict=True)) > _SAME for other in unique):
            unique.append(head)
    for at, head in enumerate(unique):
        ring = (*head.corners, head.corners[0])
        reach = box_of(head.corners)
        for number, line in enumerate(lines):
            for end in (0, 1):
                point = line.points[-end]
                if not (reach[0] - 4 < point[0] < reach[2] + 4 and reach[1] - 4 < point[1] < reach[3] + 4):
                    continue
                away = 0.0 if _inside(point, head.corners) else distance_to_path(ring, point)
                if away <= _HEAD_REACH and _length(line.points) > 0.5:
                    apart = abs(line.order - head.order)
                    wishes.append((away + min(apart, 8) * 0.5 + _aslant(line, end, head), at, number, end))
    taken_heads: set[int] = set()
    taken_ends: set[tuple[int, int]] = set()
    result = list(lines)
    for _, at, number, end in sorted(wishes):
        if at in taken_heads or (number, end) in taken_ends:
            continue
        taken_heads.add(at)
        taken_ends.add((number, end))
        result[number] = _with_head(result[number], end, unique[at])
    result += [_stub(head) for at, head in enumerate(unique) if at not in taken_heads]
    return result


def _length(points: tuple[Point, ...]) -> float:
    return sum(math.dist(a, b) for a, b in itertools.pairwise(points))


def _aslant(line: Line, end: int, head: Head) -> float:
    """What it costs that a line does not run into the middle of a head."""
    tip, base = _tip(head)
    point, before = line.points[-end], line.points[1 - 3 * end] if len(line.points) > 1 else line.points[0]
    run, aim = (point[0] - before[0], point[1] - before[1]), (tip[0] - base[0], tip[1] - base[1])
    length = math.hypot(*run) * math.hypot(*aim)
    return 4 * (1 - (run[0] * aim[0] + run[1] * aim[1]) / length) if length else 4.0


def _inside(point: Point, corners: tuple[Point, ...]) -> bool:
    inside = False
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (ay > point[1]) != (by > point[1]) and point[0] < (bx - ax) * (point[1] - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def _tip(head: Head) -> tuple[Point, Point]:
    """A head's point and the middle of its base: the point lies farthest from the middle of the others."""
    corners = head.corners

    def others(at: int) -> Point:
        rest = [corner for number, corner in enumerate(corners) if number != at]
        return sum(x for x, _ in rest) / len(rest), sum(y for _, y in rest) / len(rest)

    def alike(at: int) -> float:
        """How unequal its two sides are."""
        return abs(math.dist(corners[at], corners[at - 1]) - math.dist(corners[at], corners[(at + 1) % len(corners)]))

    at = min(range(len(corners)), key=lambda n: alike(n) - 0.1 * math.dist(corners[n], others(n)))
    return corners[at], others(at)


def _with_head(line: Line, end: int, head: Head) -> Line:
    """The line drawn on to the head's point, which is the corner that lies farthest onward."""
    point = line.points[-end]
    before = line.points[1 - 3 * end] if len(line.points) > 1 else point
    length = math.dist(point, before) or 1.0
    ahead = (point[0] - before[0]) / length, (point[1] - before[1]) / length
    tip = max(head.corners, key=lambda corner: corner[0] * ahead[0] + corner[1] * ahead[1])
    if end:
        return line._replace(points=(*line.points[:-1], tip), heads=(line.heads[0], True))
    return line._replace(points=(tip, *line.points[1:]), heads=(True, line.heads[1]))


def _stub(head: Head) -> Line:
    tip, base = _tip(head)
    return Line(head.order, (base, tip), (False, True))


def _once(shapes: list[Shape]) -> list[Shape]:
    """Shapes drawn several times (a ground, an outline, a shadow) count once, as they were drawn last."""
    kept: list[Shape] = []
    held = 0
    for shape in shapes:
        if (held := held + len(kept)) > _MOST_HELD:
            raise TooMuch
        same = next((at for at, other in enumerate(kept) if _is_upon(other.box, shape.box)), None)
        if same is None:
            kept.append(shape)
        elif shape.kind != "unknown" or kept[same].kind == "unknown":
            kept[same] = shape
    return kept


def _is_upon(one: Box, other: Box) -> bool:
    """Whether two shapes stand upon each other: nearly at one place, or one as the shadow of the other."""
    shared = _share(one, other)
    if shared > _UPON:
        return True
    sides = abs((one[2] - one[0]) - (other[2] - other[0])), abs((one[3] - one[1]) - (other[3] - other[1]))
    return shared > _SHADED and max(sides) < _SAME and abs(one[0] - other[0]) + abs(one[1] - other[1]) < _SHIFTED


def _share(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return 0.0
    both = wide * high
    whole = (one[2] - one[0]) * (one[3] - one[1]) + (other[2] - other[0]) * (other[3] - other[1]) - both
    return both / whole if whole else 0.0
