"""Lines against lines: apart, crossing only with an Ω, joining only as a plain T. And each Ω in room of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations
from math import hypot
from typing import NamedTuple

from sopgen.layout.verify.examined_page import ExaminedPage, Net, Segment, is_link
from sopgen.layout.verify.finding import AIR, EPS, LINE_GAP, Violation, line_name, steps_of, violation
from sopgen.layout.verify.outline import nearer, outline_gap
from sopgen.scene import Arrow, Point

# Two lines that overlap also touch and run near: only the worst is told of a pair.
SEVERITY = ("lines-overlap", "net-crosses-itself", "lines-touch", "lines-too-near")


class Crossing(NamedTuple):
    at: Point
    over: Segment  # the horizontal one, which carries the Ω
    under: Segment


class _Meeting(NamedTuple):
    """What two segments do to each other: `crossing` or the name of the broken rule."""

    rule: str
    at: Point
    a: Segment
    b: Segment


def line_violations(examined: ExaminedPage, omega_radius: float) -> Iterator[Violation]:
    crossings: list[Crossing] = []
    worst: dict[tuple[str, str], _Meeting] = {}
    for meeting in _meetings(examined):
        rule, at, a, b = meeting
        if rule == "crossing":
            crossings.append(Crossing(at, a, b))
            continue
        first, second = sorted((a.arrow.id, b.arrow.id))
        known = worst.setdefault((first, second), meeting)
        if SEVERITY.index(rule) < SEVERITY.index(known.rule):
            worst[first, second] = meeting
    for rule, at, a, b in worst.values():
        yield _fault(rule, examined, at, a.arrow, b.arrow)
    yield from _crowded_joins(examined)
    yield from _omegas(examined, crossings, omega_radius)


def _fault(rule: str, examined: ExaminedPage, at: Point, a: Arrow, b: Arrow | None = None) -> Violation:
    steps = steps_of(a) if b is None else steps_of(a, b)
    return violation(rule, examined.number, steps, at, what=line_name(a), other="" if b is None else line_name(b))


def _meetings(examined: ExaminedPage) -> Iterator[_Meeting]:
    for lines, across in ((examined.horizontals, _height), (examined.verticals, _place)):
        for i, a in enumerate(lines):
            for j in range(i + 1, len(lines)):
                b = lines[j]
                if across(b) - across(a) >= LINE_GAP:
                    break
                meeting = _parallel(a, b, across(b) - across(a))
                if meeting:
                    yield meeting
    places = [v.x0 for v in examined.verticals]
    for h in examined.horizontals:
        i = bisect_left(places, h.x0 - LINE_GAP)
        while i < len(places) and places[i] < h.x1 + LINE_GAP:
            v = examined.verticals[i]
            i += 1
            if v.y0 - LINE_GAP < h.y0 < v.y1 + LINE_GAP:
                meeting = _right_angle(h, v)
                if meeting:
                    yield meeting


def _height(segment: Segment) -> float:
    return segment.y0


def _place(segment: Segment) -> float:
    return segment.x0


def _parallel(a: Segment, b: Segment, gap: float) -> _Meeting | None:
    if _neighbours(a, b):
        return None
    x0, x1 = max(a.x0, b.x0), min(a.x1, b.x1)
    y0, y1 = max(a.y0, b.y0), min(a.y1, b.y1)
    at: Point = ((x0 + x1) / 2, (y0 + y1) / 2)
    shared = x1 - x0 if a.y0 == a.y1 else y1 - y0
    if gap <= EPS and shared > EPS:
        return _Meeting("lines-overlap", at, a, b)
    if gap <= EPS and shared >= -EPS:
        return None if _joins_at(a, b, at) else _Meeting("lines-touch", at, a, b)
    if shared > EPS:
        return _Meeting("lines-too-near", at, a, b)
    # End to end, or corner to corner: a line must not seem to go on in another one.
    if a.net != b.net and hypot(gap, min(shared, 0.0)) < LINE_GAP:
        return _Meeting("lines-too-near", at, a, b)
    return None


def _right_angle(h: Segment, v: Segment) -> _Meeting | None:
    if _neighbours(h, v):
        return None
    at: Point = (v.x0, h.y0)
    if h.x0 + EPS < v.x0 < h.x1 - EPS and v.y0 + EPS < h.y0 < v.y1 - EPS:
        return _Meeting("crossing" if h.net != v.net else "net-crosses-itself", at, h, v)
    if h.x0 - EPS <= v.x0 <= h.x1 + EPS and v.y0 - EPS <= h.y0 <= v.y1 + EPS:
        return None if _joins_at(h, v, at) else _Meeting("lines-touch", at, h, v)
    if h.net != v.net and nearer(h.box, v.box, LINE_GAP):
        return _Meeting("lines-too-near", at, h, v)
    return None


def _neighbours(a: Segment, b: Segment) -> bool:
    return a.arrow is b.arrow and abs(a.piece - b.piece) == 1


def _joins_at(a: Segment, b: Segment, at: Point) -> bool:
    """Whether two lines of one net meet where one of them ends on its trunk."""
    if a.net != b.net or a.arrow is b.arrow:
        return False
    ends = [s.arrow.points[-1] for s in (a, b) if s.arrow.joins is not None]
    return any(abs(x - at[0]) <= EPS and abs(y - at[1]) <= EPS for x, y in ends)


def _crowded_joins(examined: ExaminedPage) -> Iterator[Violation]:
    """A line has two ways at any point and a join adds one: four ways, which look like a crossing, need two joins."""
    nets: dict[Net, list[Arrow]] = {}
    for arrow in examined.page.arrows:
        if arrow.joins is not None and arrow.points and not is_link(arrow):
            nets.setdefault((arrow.target, arrow.ports[1]), []).append(arrow)
    for joining in nets.values():
        for a, b in combinations(joining, 2):
            (ax, ay), (bx, by) = a.points[-1], b.points[-1]
            if hypot(ax - bx, ay - by) < LINE_GAP:
                yield _fault("join-looks-like-crossing", examined, (ax, ay), a, b)


def _omegas(examined: ExaminedPage, crossings: list[Crossing], radius: float) -> Iterator[Violation]:
    marked: list[tuple[Point, Arrow, Crossing | None]] = []
    open_crossings = list(crossings)
    for arrow in examined.page.arrows:
        for at in arrow.omegas:
            crossing = next((c for c in open_crossings if c.over.arrow is arrow and _near(c.at, at)), None)
            if crossing is None:
                yield _fault("omega-without-crossing", examined, at, arrow)
            else:
                open_crossings.remove(crossing)
            marked.append((at, arrow, crossing))
    for crossing in open_crossings:
        yield _fault("crossing-without-omega", examined, crossing.at, crossing.over.arrow, crossing.under.arrow)
    for at, arrow, crossing in marked:
        if any(hypot(x - at[0], y - at[1]) < radius + AIR for x, y in arrow.points):
            yield _fault("omega-near-corner", examined, at, arrow)
        elif crossing is not None and _crowded(examined, crossing, radius + AIR):
            yield _fault("omega-too-near", examined, at, arrow)
    for (a, arrow, _), (b, other, _) in combinations(marked, 2):
        if hypot(a[0] - b[0], a[1] - b[1]) < 2 * radius + AIR:
            yield _fault("omega-too-near", examined, a, arrow, other)


def _near(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) <= EPS and abs(a[1] - b[1]) <= EPS


def _crowded(examined: ExaminedPage, crossing: Crossing, room: float) -> bool:
    x, y = crossing.at
    spot = (x, y, x, y)
    for segment in examined.segments:
        if segment is crossing.over or segment is crossing.under:
            continue
        if nearer(segment.box, spot, room):
            return True
    if any(a.label is not None and nearer(a.label.box, spot, room) for a in examined.page.arrows):
        return True
    return any(nearer(o.box, spot, room) and outline_gap(o, spot) < room for o in examined.outlines.values())
