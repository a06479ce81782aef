"""One neutral counter for drawings of any router: polylines in, figures out. It knows no router.

Lines that arrive at the same side of the same symbol are one *net*: they may run together, and what they share
counts once. Where a rule could be read for or against a drawing, it is read for it: only proper crossings count,
a net crossed once counts once however many lines run in it, and a pair of nets that overlaps counts once however often.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Net = tuple[object, ...]

SAME = 0.1  # points: nearer than this is the same place
OVERLAP = 0.5  # parallel lines nearer than this are drawn as one
LEAST_APART = 2.8  # 1 mm, less a hundredth
ON_OUTLINE = 1.0
INSIDE = 0.5  # a line this far inside a symbol runs through it


class Symbol(NamedTuple):
    """`group`: the symbols of one joint activity share it. `lead`: main arrows enter here."""

    group: int
    box: Box
    diamond: bool = False
    lead: bool = True
    only_bottom: bool = False


class Piece(NamedTuple):
    """One drawn arrow. `joins`: the piece whose line it runs into (it then ends on no symbol).

    A plain line inside a joint activity has the same `source` and `target`.
    """

    source: int
    target: int
    is_return: bool
    points: tuple[Point, ...]
    joins: int | None = None


class Figures(NamedTuple):
    """`crossings` are proper ones; `bends` count a place where lines of a net turn, also into a trunk, once.

    `corners` are the bends that are corners of a line: without the turns into a trunk, where a line ends.
    `followed` are the corners met on the way of every arrow to its symbol, over the trunk it joins: shared ones count
    for each.
    """

    crossings: int
    through: int
    overlaps: int
    touches: int
    tight: int
    wrong_ports: int
    outside: int
    slanted: int
    bends: int
    corners: int
    followed: int
    length: float

    @property
    def judged(self) -> int:
        """Crossings as a reader meets them: a line through a symbol and an overlapped pair are one each."""
        return self.crossings + self.through + self.overlaps

    @property
    def violations(self) -> int:
        return self.through + self.overlaps + self.touches + self.tight + self.wrong_ports + self.outside + self.slanted


class _Segment(NamedTuple):
    """Across `at`, from `lo` to `hi` along its own axis."""

    net: Net
    at: float
    lo: float
    hi: float


class _Lines(NamedTuple):
    flat: list[_Segment]
    upright: list[_Segment]


def count(symbols: Sequence[Symbol], pieces: Sequence[Piece], area: Box) -> Figures:
    """`area`: the table's lanes, which no line may leave."""
    nets = [_net(symbols, pieces, i) for i in range(len(pieces))]
    lines = _lines(pieces, nets)
    overlaps, tight = _beside(lines)
    return Figures(
        len(_crossings(lines)),
        _through(symbols, pieces),
        len(overlaps),
        len(_touches(pieces, nets, lines) - overlaps),
        len(tight),
        _wrong_ports(symbols, pieces),
        sum(any(_outside(area, point) for point in piece.points) for piece in pieces),
        sum(min(abs(a[0] - b[0]), abs(a[1] - b[1])) > SAME for piece in pieces for a, b in pairwise(piece.points)),
        len(_bends(pieces, nets)),
        len(_corners(pieces, nets)),
        sum(max(0, len(whole_way(pieces, i)) - 2) for i in range(len(pieces))),
        _length(lines),
    )


def side(box: Box, point: Point) -> str:
    """The side of `box` that a point of its outline lies on; empty where it lies on none."""
    x0, y0, x1, y1 = box
    away = {"T": abs(point[1] - y0), "B": abs(point[1] - y1), "L": abs(point[0] - x0), "R": abs(point[0] - x1)}
    inside = x0 - ON_OUTLINE <= point[0] <= x1 + ON_OUTLINE and y0 - ON_OUTLINE <= point[1] <= y1 + ON_OUTLINE
    nearest = min(away, key=lambda name: away[name])
    return nearest if inside and away[nearest] <= ON_OUTLINE else ""


def _port(symbols: Sequence[Symbol], group: int, point: Point) -> tuple[int, str]:
    """The symbol of `group` (its index) and the side that a line's end lies on."""
    for i, symbol in enumerate(symbols):
        if symbol.group == group and (found := side(symbol.box, point)):
            return i, found
    return -1, ""


def _net(symbols: Sequence[Symbol], pieces: Sequence[Piece], number: int) -> Net:
    piece = pieces[number]
    if piece.source == piece.target:
        return ("joint", number)
    while piece.joins is not None:
        piece = pieces[piece.joins]
    return (piece.target, *_port(symbols, piece.target, piece.points[-1]))


def _lines(pieces: Sequence[Piece], nets: Sequence[Net]) -> _Lines:
    found = _Lines([], [])
    for piece, net in zip(pieces, nets, strict=True):
        for (ax, ay), (bx, by) in pairwise(piece.points):
            if abs(ay - by) <= abs(ax - bx):
                found.flat.append(_Segment(net, ay, min(ax, bx), max(ax, bx)))
            else:
                found.upright.append(_Segment(net, ax, min(ay, by), max(ay, by)))
    return found


def _crossings(lines: _Lines) -> set[tuple[object, ...]]:
    found = set()
    for flat in lines.flat:
        for upright in lines.upright:
            if (
                flat.lo + SAME < upright.at < flat.hi - SAME
                and upright.lo + SAME < flat.at < upright.hi - SAME
                and flat.net != upright.net
            ):
                pair = tuple(sorted((flat.net, upright.net), key=str))
                found.add((pair, round(upright.at, 1), round(flat.at, 1)))
    return found


def _beside(lines: _Lines) -> tuple[set[frozenset[Net]], set[frozenset[Net]]]:
    """Pairs of nets that overlap, and pairs that run side by side too near."""
    overlaps: set[frozenset[Net]] = set()
    tight: set[frozenset[Net]] = set()
    for group in lines:
        ordered = sorted(group, key=lambda segment: segment.at)
        for i, a in enumerate(ordered):
            for b in ordered[i + 1 :]:
                apart = b.at - a.at
                if apart >= LEAST_APART:
                    break
                if a.net != b.net and min(a.hi, b.hi) - max(a.lo, b.lo) > OVERLAP:
                    (overlaps if apart < OVERLAP else tight).add(frozenset((a.net, b.net)))
    return overlaps, tight - overlaps


def _touches(pieces: Sequence[Piece], nets: Sequence[Net], lines: _Lines) -> set[frozenset[Net]]:
    """Pairs of nets where a corner or an end of one lies on the other."""
    found: set[frozenset[Net]] = set()
    places = {(point, net) for piece, net in zip(pieces, nets, strict=True) for point in piece.points}
    for group, across, along in ((lines.flat, 1, 0), (lines.upright, 0, 1)):
        for point, net in places:
            for segment in group:
                if (
                    abs(segment.at - point[across]) < SAME
                    and segment.lo - SAME < point[along] < segment.hi + SAME
                    and segment.net != net
                ):
                    found.add(frozenset((segment.net, net)))
    return found


def _through(symbols: Sequence[Symbol], pieces: Sequence[Piece]) -> int:
    """Pairs of a line and a symbol it runs through. How it leaves or enters its own symbols is a matter of ports."""
    found = 0
    for piece in pieces:
        segments = list(pairwise(piece.points))
        for symbol in symbols:
            first = 1 if symbol.group == piece.source else 0
            last = len(segments) - (symbol.group == piece.target and piece.joins is None)
            found += any(_meets(symbol, a, b) for a, b in segments[first:last])
    return found


def _meets(symbol: Symbol, a: Point, b: Point) -> bool:
    x0, y0, x1, y1 = symbol.box
    left, right, top, bottom = min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])
    if right <= x0 + INSIDE or left >= x1 - INSIDE or bottom <= y0 + INSIDE or top >= y1 - INSIDE:
        return False
    if not symbol.diamond:
        return True
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    dx, dy = max(left - cx, cx - right, 0.0), max(top - cy, cy - bottom, 0.0)  # of the segment's nearest point
    return dx / (cx - x0 - INSIDE) + dy / (cy - y0 - INSIDE) < 1.0


def _wrong_ports(symbols: Sequence[Symbol], pieces: Sequence[Piece]) -> int:
    """Ends at a side that the rules do not allow, and ports that two arrows leave by, or that serve both ways."""
    wrong = 0
    outs: list[tuple[int, str]] = []
    ins: set[tuple[int, str]] = set()
    for piece in pieces:
        if piece.source == piece.target:
            continue
        symbol, port = _port(symbols, piece.source, piece.points[0])
        allowed = "" if symbol < 0 else "B" if symbols[symbol].only_bottom else "BLR"
        wrong += not port or port not in allowed
        outs.append((symbol, port))
        if piece.joins is None:
            symbol, port = _port(symbols, piece.target, piece.points[-1])
            allowed = "" if symbol < 0 else "BLR" if piece.is_return else "T" if symbols[symbol].lead else ""
            wrong += not port or port not in allowed
            ins.add((symbol, port))
    return wrong + len(outs) - len(set(outs)) + len(set(outs) & ins)


def _outside(area: Box, point: Point) -> bool:
    x0, y0, x1, y1 = area
    return not (x0 < point[0] < x1 and y0 < point[1] < y1)


def _corners(pieces: Sequence[Piece], nets: Sequence[Net]) -> set[tuple[Net, float, float]]:
    return {
        (net, round(x, 1), round(y, 1)) for piece, net in zip(pieces, nets, strict=True) for x, y in piece.points[1:-1]
    }


def _bends(pieces: Sequence[Piece], nets: Sequence[Net]) -> set[tuple[Net, float, float]]:
    found = _corners(pieces, nets)
    for piece, net in zip(pieces, nets, strict=True):
        if piece.joins is not None and _meets_across(piece, pieces, nets, net):
            x, y = piece.points[-1]
            found.add((net, round(x, 1), round(y, 1)))
    return found


def whole_way(pieces: Sequence[Piece], number: int) -> list[Point]:
    """An arrow's points to its symbol, over the trunk that it joins."""
    piece = pieces[number]
    points = list(piece.points)
    while piece.joins is not None:
        piece = pieces[piece.joins]
        met = next(i for i, (a, b) in enumerate(pairwise(piece.points), 1) if _on(points[-1], a, b))
        points += piece.points[met:]
    return _without_straight(points)


def _on(point: Point, a: Point, b: Point) -> bool:
    return all(min(a[i], b[i]) - SAME <= point[i] <= max(a[i], b[i]) + SAME for i in (0, 1))


def _without_straight(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if kept and all(abs(kept[-1][i] - point[i]) < SAME for i in (0, 1)):
            continue
        if len(kept) > 1 and any(abs(kept[-2][i] - kept[-1][i]) < SAME > abs(kept[-1][i] - point[i]) for i in (0, 1)):
            kept[-1] = point
            continue
        kept.append(point)
    return kept


def _meets_across(piece: Piece, pieces: Sequence[Piece], nets: Sequence[Net], net: Net) -> bool:
    """Whether a piece turns where it runs into its trunk: it then goes on across, or both ways were one already."""
    (ax, ay), (x, y) = piece.points[-2], piece.points[-1]
    dx, dy = _sign(x - ax), _sign(y - ay)
    for other, of in zip(pieces, nets, strict=True):
        if of != net or other is piece:
            continue
        for (px, py), (qx, qy) in pairwise(other.points):
            on = min(px, qx) - SAME <= x <= max(px, qx) + SAME and min(py, qy) - SAME <= y <= max(py, qy) + SAME
            onward = (_sign(qx - px), _sign(qy - py)) == (dx, dy) and abs(qx - x) + abs(qy - y) > SAME
            if on and onward:
                return False
    return True


def _sign(value: float) -> int:
    return (value > SAME) - (value < -SAME)


def _length(lines: _Lines) -> float:
    """What is drawn: the parts of a net that lie on each other count once."""
    total = 0.0
    for group in lines:
        last: tuple[Net, float] | None = None
        end = 0.0
        for segment in sorted(group, key=lambda s: (str(s.net), round(s.at, 1), s.lo)):
            place = (segment.net, round(segment.at, 1))
            start = segment.lo if place != last else max(segment.lo, end)
            total += max(0.0, segment.hi - start)
            end = segment.hi if place != last else max(segment.hi, end)
            last = place
    return total
