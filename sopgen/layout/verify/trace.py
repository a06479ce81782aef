"""The flow as the finished drawing tells it: every line followed from its symbol, through joins and pentagons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Literal

from sopgen.layout.verify.examined_page import ExaminedPage, is_link
from sopgen.layout.verify.finding import Edge, Expected, Violation, edge_name, line_name, steps_of, violation
from sopgen.scene import Arrow, Symbol

Piece = tuple[int, str]  # page number, arrow id


class Trace:
    """`own`: the edges that come in at each piece's beginning (not those that join it on its way)."""

    def __init__(self, pages: list[ExaminedPage]) -> None:
        self._twins: dict[tuple[str, str], tuple[ExaminedPage, Symbol]] = {}
        self._pages: dict[int, int] = {}
        self._into: defaultdict[tuple[int, str], list[Piece]] = defaultdict(list)
        for examined in pages:
            for symbol in examined.page.symbols:
                if symbol.pair is not None and symbol.direction is not None:
                    self._twins[symbol.pair, symbol.direction] = (examined, symbol)
                elif symbol.step is not None:
                    self._pages.setdefault(symbol.step, examined.number)
        self._sheets = pages
        self._leaving: dict[Piece, Edge] = {}
        self.own: dict[Piece, frozenset[Edge]] = {}
        self._follow()

    def _follow(self) -> None:
        through: list[tuple[ExaminedPage, Arrow]] = []
        for examined in self._sheets:
            for arrow in examined.page.arrows:
                source = examined.symbols.get(arrow.source)
                if is_link(arrow) or source is None:
                    continue
                self._into[examined.number, arrow.target].append((examined.number, arrow.id))
                if source.kind == "offpage":
                    through.append((examined, arrow))
                    continue
                target = self._destination(examined, arrow)
                if target is not None:
                    edge = (None if source.extra else source.step, None if target.extra else target.step)
                    self._leaving[examined.number, arrow.id] = edge
                    self.own[examined.number, arrow.id] = frozenset((edge,))
        for examined, arrow in through:
            self.own[examined.number, arrow.id] = self._carried(examined, arrow, frozenset())

    def _destination(self, examined: ExaminedPage, arrow: Arrow) -> Symbol | None:
        passed: set[str | None] = set()
        while True:
            symbol = examined.symbols.get(arrow.target)
            if symbol is None or symbol.kind != "offpage":
                return symbol
            twin = self.twin(symbol, "in")
            if twin is None or symbol.pair in passed:
                return None
            passed.add(symbol.pair)
            examined, symbol = twin
            going_on = [a for a in examined.page.arrows if a.source == symbol.id]
            if len(going_on) != 1:
                return None
            arrow = going_on[0]

    def _carried(self, examined: ExaminedPage, arrow: Arrow, passed: frozenset[Piece]) -> frozenset[Edge]:
        """What arrives at the twin of the pentagon that `arrow` comes out of."""
        piece = (examined.number, arrow.id)
        if piece in self.own:
            return self.own[piece]
        source = examined.symbols[arrow.source]
        twin = self.twin(source, "out")
        if twin is None or piece in passed:
            return frozenset()
        before, symbol = twin
        edges: frozenset[Edge] = frozenset()
        for number, arrow_id in self._into[before.number, symbol.id]:
            if (number, arrow_id) in self.own:
                edges |= self.own[number, arrow_id]
            elif before.symbols[before.arrows[arrow_id].source].kind == "offpage":
                edges |= self._carried(before, before.arrows[arrow_id], passed | {piece})
        return edges

    def twin(self, symbol: Symbol, direction: Literal["out", "in"]) -> tuple[ExaminedPage, Symbol] | None:
        return self._twins.get((symbol.pair or "", direction))

    def page_of(self, step: int | None) -> int:
        return 0 if step is None else self._pages.get(step, 0)

    def edge_leaving(self, examined: ExaminedPage, arrow: Arrow) -> Edge | None:
        """The edge of a piece that leaves a real symbol and arrives somewhere."""
        return self._leaving.get((examined.number, arrow.id))

    def target_of(self, examined: ExaminedPage, arrow: Arrow) -> Symbol | None:
        return self._destination(examined, arrow)

    def drawn(self) -> Counter[Edge]:
        return Counter(self._leaving.values())


def edge_violations(pages: list[ExaminedPage], trace: Trace, expected: Expected) -> Iterator[Violation]:
    wanted = Counter((a, b) for a, b, _ in expected.edges)
    drawn = trace.drawn()
    for edge in wanted - drawn:
        yield _edge_fault("edge-missing", trace, edge)
    for edge in drawn - wanted:
        yield _edge_fault("edge-unwanted", trace, edge)
    for examined in pages:
        joining: defaultdict[str, set[Edge]] = defaultdict(set)
        for arrow in examined.page.arrows:
            for trunk in examined.trunks(arrow):
                joining[trunk.id] |= trace.own.get((examined.number, arrow.id), frozenset())
        for arrow in examined.page.arrows:
            own = trace.own.get((examined.number, arrow.id))
            # An arrow that leads nowhere is an edge missing; what it claims to carry adds nothing.
            if own and not own <= frozenset(arrow.edges) <= own | joining[arrow.id]:
                at = arrow.points[0] if arrow.points else None
                yield violation("edges-misnamed", examined.number, steps_of(arrow), at, what=line_name(arrow))


def _edge_fault(rule: str, trace: Trace, edge: Edge) -> Violation:
    steps = tuple(sorted(step for step in edge if step is not None))
    return violation(rule, trace.page_of(edge[0] if edge[0] is not None else edge[1]), steps, what=edge_name(edge))
