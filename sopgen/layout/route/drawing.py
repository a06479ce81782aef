"""Phase 6: lines. Polylines from columns and heights, joins with one head, Ω at every crossing.

All arrows to one port are one net: the straightest runs through to the head, the others stop where
they first meet it. Two lines of different nets may only cross, and then the horizontal one carries
an Ω at that point (Paparan KemenPAN-RB 2014, slide 47).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sopgen.layout.route import Routed
from sopgen.layout.route.problem import BandKind, Link, Port

Point = tuple[float, float]
NEAR = 0.01


class Frame(NamedTuple):
    """Where things stand on the page, in points: columns, symbol boxes by band, pentagons, levels by gap."""

    x: tuple[float, ...]
    boxes: tuple[tuple[tuple[float, float, float, float], ...], ...]  # by band and box; pentagons in a strip
    levels: tuple[tuple[float, ...], ...]


@dataclass(slots=True)
class Line:
    """One drawn piece. `link` is None for the plain line inside a joint activity."""

    link: Link | None
    band_from: int
    band_to: int
    box_from: int
    box_to: int
    ports: tuple[Port, Port]
    points: list[Point]
    joins: int | None = None  # index of another line
    head: bool = True
    omegas: list[Point] = field(default_factory=list)


def draw(routed: Routed, frame: Frame) -> list[Line]:
    """All lines of a page, in the order of the links, then the joining lines of joint activities."""
    problem = routed.wiring.problem
    lines = [_trace(routed, frame, link) for link in problem.links]
    _join(lines)
    lines.extend(_joint_lines(routed, frame))
    _mark_omegas(lines)
    return lines


def _trace(routed: Routed, frame: Frame, link: Link) -> Line:
    """One arrow's whole way, followed downward from its upper end."""
    wiring = routed.wiring
    band = link.top
    start = _birth(wiring, link, band)
    if start is None:  # the return that joins its target's main arrow
        band -= 1
        tie_index = next(
            i for i, t in enumerate(wiring.gaps[band]) if t.departure is None and _carries(wiring, t.net, link)
        )
        tie = wiring.gaps[band][tie_index]
        y = _level_of(routed, frame, band, tie_index)
        box = wiring.problem.bands[link.target].lead
        x0, _, x1, _ = frame.boxes[link.target][box]
        points: list[Point] = [((x0 + x1) / 2, y), (frame.x[routed.columns.arrivals[band + 1][tie.arrival]], y)]
        arrival = tie.arrival
        top_port: Port = "T"
        top_box = box
        band += 1
    else:
        departure = wiring.bands[band].departures[start]
        top_box, top_port = departure.box, departure.port or "B"
        for number, box, port in departure.absorbed:
            if number == link.id:
                top_box, top_port = box, port
        points = _leave(frame, band, top_box, top_port, frame.x[routed.columns.departures[band][start]])
        band, arrival = _cross_gap(routed, frame, link, band, start, points)
    while True:
        strand = wiring.bands[band].arrivals[arrival]
        if band == link.bottom and (not link.is_return or any(k == link.id for k, _ in strand.ends)):
            break
        index = next(i for i, d in enumerate(wiring.bands[band].departures) if d.arrival == arrival)
        band, arrival = _cross_gap(routed, frame, link, band, index, points)
    bottom_box, bottom_port = _arrive(routed, frame, link, band, arrival, points)
    points = _tidy(points)
    if link.is_return:
        return Line(link, link.source, link.target, bottom_box, top_box, (bottom_port, top_port), points[::-1])
    return Line(link, link.source, link.target, top_box, bottom_box, (top_port, bottom_port), points)


def _birth(wiring: object, link: Link, band: int) -> int | None:
    from sopgen.layout.route.wiring import Wiring

    assert isinstance(wiring, Wiring)
    for i, departure in enumerate(wiring.bands[band].departures):
        if any(number == link.id for number, _, _ in departure.absorbed):
            return i
        if departure.arrival is None and link.id in departure.born:
            pentagons = wiring.bands[band].pentagons
            if pentagons and link.pentagon is not None and pentagons[departure.box] != link.pentagon:
                continue
            return i
    return None


def _carries(wiring: object, net: int, link: Link) -> bool:
    return link.id in wiring.nets[net].links  # type: ignore[attr-defined, no-any-return]


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
    box = 0 if side == "L" else len(place.boxes) - 1
    x0, y0, x1, y1 = frame.boxes[band][box]
    y = (y0 + y1) / 2
    points += [(frame.x[routed.columns.arrivals[band][arrival]], y), (x0 if side == "L" else x1, y)]
    return box, side


def _tidy(points: list[Point]) -> list[Point]:
    """Without repeated points and without points inside a straight run."""
    kept: list[Point] = []
    for p in points:
        if kept and abs(kept[-1][0] - p[0]) < NEAR and abs(kept[-1][1] - p[1]) < NEAR:
            continue
        if len(kept) > 1:
            (ax, ay), (bx, by) = kept[-2], kept[-1]
            if (abs(ax - bx) < NEAR and abs(bx - p[0]) < NEAR) or (abs(ay - by) < NEAR and abs(by - p[1]) < NEAR):
                kept[-1] = p
                continue
        kept.append(p)
    return kept


# --- joins -----------------------------------------------------------------------------------------


def _join(lines: list[Line]) -> None:
    groups: dict[tuple[int, int, Port], list[int]] = {}
    for i, line in enumerate(lines):
        groups.setdefault((line.band_to, line.box_to, line.ports[1]), []).append(i)
    for (_, _, port), members in groups.items():
        # at a top centre the main arrows come first: a return may only join them there
        members.sort(
            key=lambda i: (port == "T" and _is_return(lines[i]), len(lines[i].points), _length(lines[i].points), i)
        )
        for k, i in enumerate(members[1:], start=1):
            _stop_at_trunk(lines, i, members[:k])


def _is_return(line: Line) -> bool:
    return line.link is not None and line.link.is_return


def _stop_at_trunk(lines: list[Line], i: int, drawn: list[int]) -> None:
    line = lines[i]
    for k in range(len(line.points) - 1):
        a, b = line.points[k], line.points[k + 1]
        best: tuple[float, Point, int] | None = None
        for j in drawn:
            points = lines[j].points
            for c, d in zip(points, points[1:], strict=False):
                hit = _first_contact(a, b, c, d)
                if hit is not None:
                    distance = abs(hit[0] - a[0]) + abs(hit[1] - a[1])
                    if best is None or distance < best[0] - NEAR:
                        best = (distance, hit, j)
        if best is not None:
            line.points = _tidy([*line.points[: k + 1], best[1]])
            line.joins, line.head = best[2], False
            return


def _first_contact(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where segment ab, walked from a, first touches segment cd (both axis-parallel)."""
    horizontal, other = abs(a[1] - b[1]) < NEAR, abs(c[1] - d[1]) < NEAR
    if horizontal != other:
        x = c[0] if horizontal else a[0]
        y = a[1] if horizontal else c[1]
        on_first = _within(x, a[0], b[0]) and _within(y, a[1], b[1])
        on_second = _within(x, c[0], d[0]) and _within(y, c[1], d[1])
        return (x, y) if on_first and on_second else None
    axis, cross = (0, 1) if horizontal else (1, 0)
    if abs(a[cross] - c[cross]) > NEAR:
        return None
    lo, hi = max(min(a[axis], b[axis]), min(c[axis], d[axis])), min(max(a[axis], b[axis]), max(c[axis], d[axis]))
    if lo > hi + NEAR:
        return None
    value = min(max(a[axis], lo), hi)
    return (value, a[1]) if horizontal else (a[0], value)


def _within(v: float, p: float, q: float) -> bool:
    return min(p, q) - NEAR <= v <= max(p, q) + NEAR


def _length(points: list[Point]) -> float:
    return sum(abs(p[0] - q[0]) + abs(p[1] - q[1]) for p, q in zip(points, points[1:], strict=False))


# --- joint activities and Ω ------------------------------------------------------------------------


def _joint_lines(routed: Routed, frame: Frame) -> list[Line]:
    found = []
    for number, band in enumerate(routed.wiring.problem.bands):
        for i in range(len(band.boxes) - 1):
            _, y0, x0, y1 = frame.boxes[number][i]
            x1 = frame.boxes[number][i + 1][0]
            y = (y0 + y1) / 2
            found.append(Line(None, number, number, i, i + 1, ("R", "L"), [(x0, y), (x1, y)], head=False))
    return found


def _mark_omegas(lines: list[Line]) -> None:
    flat: list[tuple[float, float, float, Line]] = []
    upright: list[tuple[float, float, float]] = []
    for line in lines:
        for (ax, ay), (bx, by) in zip(line.points, line.points[1:], strict=False):
            if abs(ay - by) < NEAR:
                flat.append((ay, min(ax, bx), max(ax, bx), line))
            else:
                upright.append((ax, min(ay, by), max(ay, by)))
    for y, left, right, line in flat:
        for x, top, bottom in upright:
            if left + NEAR < x < right - NEAR and top + NEAR < y < bottom - NEAR:
                line.omegas.append((x, y))
    for line in lines:
        line.omegas.sort()
