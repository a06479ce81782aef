"""Each arrow by itself: straight, on its ports, entering and leaving as the regulation rules, joined and headed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from sopgen.layout.verify.examined_page import ExaminedPage, is_link
from sopgen.layout.verify.finding import EPS, Edge, Expected, Violation, edge_name, line_name, steps_of, violation
from sopgen.layout.verify.outline import boxes_gap, port_of
from sopgen.scene import Arrow, Point, Symbol

OUTWARD = {"T": (0, -1), "B": (0, 1), "L": (-1, 0), "R": (1, 0)}


def arrow_violations(examined: ExaminedPage, expected: Expected) -> Iterator[Violation]:
    for arrow in examined.page.arrows:
        yield from _shape(examined, arrow)
        source, target = examined.symbols.get(arrow.source), examined.symbols.get(arrow.target)
        if source is None or target is None:
            yield _fault("arrow-without-symbol", examined, arrow)
            continue
        yield from _ends(examined, arrow, source, target)
        if is_link(arrow):
            if arrow.head or arrow.joins is not None:
                yield _fault("link-not-plain", examined, arrow)
            continue
        yield from _sides(examined, arrow, source, target, expected)
        if arrow.joins is not None:
            yield from _join(examined, arrow)
    yield from _heads(examined)
    yield from _shared_ports(examined)


def _fault(rule: str, examined: ExaminedPage, arrow: Arrow, at: Point | None = None) -> Violation:
    at = at or (arrow.points[-1] if arrow.points else None)
    return violation(rule, examined.number, steps_of(arrow), at, what=line_name(arrow))


def _shape(examined: ExaminedPage, arrow: Arrow) -> Iterator[Violation]:
    if len(arrow.points) < 2:
        yield _fault("segment-length", examined, arrow)
    before = None
    for a, b in pairwise(arrow.points):
        dx, dy = b[0] - a[0], b[1] - a[1]
        if abs(dx) <= EPS and abs(dy) <= EPS:
            yield _fault("segment-length", examined, arrow, a)
            continue
        if abs(dx) > EPS and abs(dy) > EPS:
            yield _fault("segment-orthogonal", examined, arrow, a)
        direction = _direction(a, b)
        if before == (-direction[0], -direction[1]):
            yield _fault("segment-backtrack", examined, arrow, a)
        before = direction


def _direction(a: Point, b: Point) -> tuple[int, int]:
    dx, dy = b[0] - a[0], b[1] - a[1]
    if abs(dx) >= abs(dy):
        return (1 if dx > 0 else -1, 0)
    return (0, 1 if dy > 0 else -1)


def _same(a: Point, b: Point | None) -> bool:
    return b is not None and abs(a[0] - b[0]) <= EPS and abs(a[1] - b[1]) <= EPS


def _ends(examined: ExaminedPage, arrow: Arrow, source: Symbol, target: Symbol) -> Iterator[Violation]:
    if len(arrow.points) < 2:
        return
    leaving, entering = arrow.ports
    first, last = arrow.points[:2], arrow.points[-2:]
    if not _same(first[0], port_of(source, leaving)) or _direction(*first) != OUTWARD.get(leaving):
        yield _fault("out-port", examined, arrow, first[0])
    if arrow.joins is not None:
        return
    if not _same(last[1], port_of(target, entering)) or _direction(last[1], last[0]) != OUTWARD.get(entering):
        yield _fault("in-port", examined, arrow, last[1])


def _sides(
    examined: ExaminedPage, arrow: Arrow, source: Symbol, target: Symbol, expected: Expected
) -> Iterator[Violation]:
    if any((None not in (a, b) and b <= a) is not arrow.is_return for a, b in arrow.edges):  # type: ignore[operator]
        yield _fault("return-flag", examined, arrow)
    leaving = arrow.ports[0]
    if source.kind != "offpage":
        if leaving == "T":
            yield _fault("leaves-by-top", examined, arrow)
        elif leaving != "B" and _starts(arrow, source, expected):
            yield _fault("start-exit", examined, arrow)
        if _closes(source, expected):
            yield _fault("closing-left", examined, arrow)
    if target.kind != "offpage":
        yield from _entry(examined, arrow, target, expected)


def _entry(examined: ExaminedPage, arrow: Arrow, target: Symbol, expected: Expected) -> Iterator[Violation]:
    by_top = arrow.ports[1] == "T"
    if not arrow.is_return and not by_top:
        yield _fault("main-entry", examined, arrow)
    elif _closes(target, expected):
        if not by_top:
            yield _fault("closing-entry", examined, arrow)
    elif arrow.is_return and by_top and arrow.joins is None and not _only_way_in(examined, target):
        yield _fault("return-entry", examined, arrow)


def _closes(target: Symbol, expected: Expected) -> bool:
    return target.kind == "terminator" and target.step in expected.closing and not target.extra


def _only_way_in(examined: ExaminedPage, target: Symbol) -> bool:
    """Whether a return can enter by the top alone: three ways out are taken, and no main line comes in to be joined."""
    taken = {a.ports[0] for a in examined.page.arrows if a.source == target.id}
    mains = any(a.target == target.id and not a.is_return and not is_link(a) for a in examined.page.arrows)
    return {"B", "L", "R"} <= taken and not mains


def _starts(arrow: Arrow, source: Symbol, expected: Expected) -> bool:
    if source.kind != "terminator":
        return False
    return any(a is None for a, _ in arrow.edges) if source.extra else source.step == expected.start


def _join(examined: ExaminedPage, arrow: Arrow) -> Iterator[Violation]:
    trunks = examined.trunks(arrow)
    if not trunks or trunks[-1].joins is not None:
        yield _fault("join-without-trunk", examined, arrow)
        return
    if any((t.target, t.ports[1]) != (arrow.target, arrow.ports[1]) for t in trunks):
        yield _fault("join-other-target", examined, arrow)
    if arrow.points and not any(_on_line(arrow.points[-1], trunk) for trunk in trunks):
        yield _fault("join-off-trunk", examined, arrow)


def _on_line(point: Point, arrow: Arrow) -> bool:
    flat = (*point, *point)
    for a, b in pairwise(arrow.points):
        box = (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
        if boxes_gap(flat, box) <= EPS:
            return True
    return False


def _heads(examined: ExaminedPage) -> Iterator[Violation]:
    nets: defaultdict[tuple[str, str], list[Arrow]] = defaultdict(list)
    for arrow in examined.page.arrows:
        if not is_link(arrow):
            nets[arrow.target, arrow.ports[1]].append(arrow)
    for pieces in nets.values():
        if any(piece.head is (piece.joins is not None) for piece in pieces) or sum(p.head for p in pieces) != 1:
            yield violation(
                "one-head",
                examined.number,
                steps_of(*pieces),
                pieces[0].points[-1] if pieces[0].points else None,
                what="; ".join(line_name(piece) for piece in pieces),
            )


def _shared_ports(examined: ExaminedPage) -> Iterator[Violation]:
    """One arrow out of a port; no port both in and out; the joining line of a group keeps its two ports to itself."""
    leaving = Counter((arrow.source, arrow.ports[0]) for arrow in examined.page.arrows)
    leaving.update((arrow.target, arrow.ports[1]) for arrow in examined.page.arrows if is_link(arrow))
    entering = {(arrow.target, arrow.ports[1]) for arrow in examined.page.arrows if not is_link(arrow)}
    for (symbol_id, port), count in leaving.items():
        symbol = examined.symbols.get(symbol_id)
        if symbol is not None and (count > 1 or (symbol_id, port) in entering):
            steps = () if symbol.step is None else (symbol.step,)
            name = symbol_id if symbol.step is None else str(symbol.step)
            yield violation("port-shared", examined.number, steps, port_of(symbol, port), what=name, other=port)


def relaxation_violations(
    pages: list[ExaminedPage],
    own: dict[tuple[int, str], frozenset[Edge]],
    listed: list[tuple[int, ...]],
    expected: Expected,
) -> Iterator[Violation]:
    """A return joins a main arrow only where the target closes or lets three arrows out, and the figures say so."""
    drawn: list[Edge] = []
    for examined in pages:
        for arrow in examined.page.arrows:
            trunks = examined.trunks(arrow)
            target = examined.symbols.get(arrow.target)
            if not trunks or target is None or trunks[-1].is_return == arrow.is_return:
                continue
            if not arrow.is_return or arrow.ports[1] != "T" or target.kind == "offpage":
                yield _fault("join-mixes-directions", examined, arrow)
                continue
            drawn += sorted(own.get((examined.number, arrow.id), frozenset()), key=str)
            taken = {a.ports[0] for a in examined.page.arrows if a.source == target.id}
            taken |= {a.ports[1] for a in examined.page.arrows if is_link(a) and a.target == target.id}
            if not {"B", "L", "R"} <= taken and not _closes(target, expected):
                yield _fault("return-joins-needlessly", examined, arrow)
    for edge in drawn:
        if edge not in listed:
            yield violation("relaxation-unlisted", 0, tuple(s for s in edge if s is not None), what=edge_name(edge))
    for steps in listed:
        if steps not in drawn:
            yield violation("relaxation-unfounded", 0, steps, what=" → ".join(map(str, steps)))
