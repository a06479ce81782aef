"""Phase 6: lines. Polylines from columns and heights, joins with one head, Ω at every crossing.

Arrows to one port are joined to one net. Two lines of different nets may only cross, and then the
horizontal one carries an Ω at that point (Paparan KemenPAN-RB 2014, slide 47).
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from sopgen.layout.route import Routed
from sopgen.layout.route.joins import join
from sopgen.layout.route.lines import NEAR, Point, Polyline, tidy
from sopgen.layout.route.problem import BandKind, Link, Port
from sopgen.layout.route.wiring import Wiring


class Frame(NamedTuple):
    """Where things stand on the page, in points: columns, symbol boxes by band, pentagons, levels by gap."""

    x: tuple[float, ...]
    boxes: tuple[tuple[tuple[float, float, float, float], ...], ...]  # by band and box; pentagons in a strip
    levels: tuple[tuple[float, ...], ...]


def draw(routed: Routed, frame: Frame) -> list[Polyline]:
    """All lines of a page, in the order of the links, then the joining lines of joint activities."""
    problem = routed.wiring.problem
    lines = [_trace(routed, frame, link) for link in problem.links]
    join(lines)
    lines.extend(_joint_lines(routed, frame))
    _mark_omegas(lines)
    return lines


def _trace(routed: Routed, frame: Frame, link: Link) -> Polyline:
    """One arrow's whole way, followed downward from its upper end."""
    wiring = routed.wiring
    start = _birth(wiring, link, link.top)
    if start is None:
        top_box, top_port, points, band, arrival = _from_main_arrow(routed, frame, link)
    else:
        departure = wiring.bands[link.top].departures[start]
        top_box, top_port = departure.box, departure.port or "B"
        for number, box, port in departure.absorbed:
            if number == link.id:
                top_box, top_port = box, port
        x = frame.x[routed.columns.departures[link.top][start]]
        points = _leave(frame, link.top, top_box, top_port, x)
        band, arrival = _cross_gap(routed, frame, link, link.top, start, points)
    while True:
        strand = wiring.bands[band].arrivals[arrival]
        if band == link.bottom and (not link.is_return or any(k == link.id for k, _ in strand.ends)):
            break
        index = next(i for i, d in enumerate(wiring.bands[band].departures) if d.arrival == arrival)
        band, arrival = _cross_gap(routed, frame, link, band, index, points)
    bottom_box, bottom_port = _arrive(routed, frame, link, band, arrival, points)
    points = tidy(points)
    if link.is_return:
        return Polyline(link, link.source, link.target, bottom_box, top_box, (bottom_port, top_port), points[::-1])
    return Polyline(link, link.source, link.target, top_box, bottom_box, (top_port, bottom_port), points)


def _from_main_arrow(routed: Routed, frame: Frame, link: Link) -> tuple[int, Port, list[Point], int, int]:
    """The beginning (seen from above) of a return that joins its target's main arrow, and the arrival it runs into."""
    wiring = routed.wiring
    gap = link.target - 1
    index, tie = next(
        (i, tie)
        for i, tie in enumerate(wiring.gaps[gap])
        if tie.departure is None and link.id in wiring.nets[tie.net].links
    )
    y = _level_of(routed, frame, gap, index)
    box = wiring.problem.bands[link.target].lead
    x0, y0, x1, _ = frame.boxes[link.target][box]
    centre = (x0 + x1) / 2
    points: list[Point] = [(centre, y), (frame.x[routed.columns.arrivals[link.target][tie.arrival]], y)]
    if not any(other.target == link.target and not other.is_return for other in wiring.problem.links):
        points.insert(0, (centre, y0))  # no main arrow comes in: the return enters by the top itself
    return box, "T", points, link.target, tie.arrival


def _birth(wiring: Wiring, link: Link, band: int) -> int | None:
    """The departure that the arrow is born with or runs into; None for a return that joins a main arrow."""
    for i, departure in enumerate(wiring.bands[band].departures):
        if any(number == link.id for number, _, _ in departure.absorbed):
            return i
        if departure.arrival is None and link.id in departure.born:
            pentagons = wiring.bands[band].pentagons
            if pentagons and link.pentagon is not None and pentagons[departure.box] != link.pentagon:
                continue
            return i
    return None


def _cross_gap(
    routed: Routed, frame: Frame, link: Link, band: int, departure: int, points: list[Point]
) -> tuple[int, int]:
    wiring = routed.wiring
    ties = [(i, t) for i, t in enumerate(wiring.gaps[band]) if t.departure == departure]
    chosen = ties[0]
    if len(ties) > 1:  # a return trunk that several pentagons feed
        pentagons = wiring.bands[band + 1].pentagons
        chosen = next((i, t) for i, t in ties if pentagons[t.arrival] == link.pentagon)
    index, tie = chosen
    upper = frame.x[routed.columns.departures[band][departure]]
    lower = frame.x[routed.columns.arrivals[band + 1][tie.arrival]]
    if abs(upper - lower) > NEAR:
        y = _level_of(routed, frame, band, index)
        points += [(upper, y), (lower, y)]
    return band + 1, tie.arrival


def _level_of(routed: Routed, frame: Frame, gap: int, tie: int) -> float:
    for number, level in enumerate(routed.levels[gap]):
        if any(tie in bar.ties for bar in level.bars):
            return frame.levels[gap][number]
    raise AssertionError("every jog has a level")


def _leave(frame: Frame, band: int, box: int, port: Port, x: float) -> list[Point]:
    x0, y0, x1, y1 = frame.boxes[band][box]
    if port == "B":
        return [((x0 + x1) / 2, y1)]
    side = x0 if port == "L" else x1
    return [(side, (y0 + y1) / 2), (x, (y0 + y1) / 2)]


def _arrive(routed: Routed, frame: Frame, link: Link, band: int, arrival: int, points: list[Point]) -> tuple[int, Port]:
    place = routed.wiring.problem.bands[band]
    if place.kind is BandKind.FOOT:
        x0, y0, x1, _ = frame.boxes[band][arrival]
        points.append(((x0 + x1) / 2, y0))
        return arrival, "T"
    if not link.is_return:
        x0, y0, x1, _ = frame.boxes[band][place.lead]
        points.append(((x0 + x1) / 2, y0))
        return place.lead, "T"
    strand = routed.wiring.bands[band].arrivals[arrival]
    side = next(s for k, s in strand.ends if k == link.id)
    if side == "B":
        return _hook_upward(routed, frame, link, band, points), "B"
    box = 0 if side == "L" else len(place.boxes) - 1
    x0, y0, x1, y1 = frame.boxes[band][box]
    y = (y0 + y1) / 2
    points += [(frame.x[routed.columns.arrivals[band][arrival]], y), (x0 if side == "L" else x1, y)]
    return box, side


def _hook_upward(routed: Routed, frame: Frame, link: Link, band: int, points: list[Point]) -> int:
    """From the trunk to the stub below its symbol, through the gap; the symbol's box."""
    hook = next(h for h in routed.wiring.hooks(band) if h.link == link.id)
    box = routed.wiring.bands[band].departures[hook.stub].box
    x0, _, x1, y1 = frame.boxes[band][box]
    number = next(n for n, level in enumerate(routed.levels[band]) if any(bar.hook == link.id for bar in level.bars))
    y = frame.levels[band][number]
    columns = routed.columns.departures[band]
    points += [(frame.x[columns[hook.trunk]], y), ((x0 + x1) / 2, y), ((x0 + x1) / 2, y1)]
    return box


def _joint_lines(routed: Routed, frame: Frame) -> list[Polyline]:
    found = []
    for number, band in enumerate(routed.wiring.problem.bands):
        for i in range(len(band.boxes) - 1):
            _, y0, x0, y1 = frame.boxes[number][i]
            x1 = frame.boxes[number][i + 1][0]
            y = (y0 + y1) / 2
            found.append(Polyline(None, number, number, i, i + 1, ("R", "L"), [(x0, y), (x1, y)], head=False))
    return found


def _mark_omegas(lines: list[Polyline]) -> None:
    flat: list[tuple[float, float, float, Polyline]] = []
    upright: list[tuple[float, float, float]] = []
    for line in lines:
        for (ax, ay), (bx, by) in pairwise(line.points):
            if abs(ay - by) < NEAR:
                flat.append((ay, min(ax, bx), max(ax, bx), line))
            else:
                upright.append((ax, min(ay, by), max(ay, by)))
    upright.sort()
    for y, left, right, line in flat:
        first = bisect_left(upright, (left + NEAR,))
        for x, top, bottom in upright[first : bisect_left(upright, (right - NEAR,), first)]:
            if x > left + NEAR and top + NEAR < y < bottom - NEAR:
                line.omegas.append((x, y))
    for line in lines:
        line.omegas.sort()
