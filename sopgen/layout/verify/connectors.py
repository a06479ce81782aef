"""Off-page connectors: pairs, places, ways in and out, numbers (docs/format-spesifikasi, "Off-page connectors")."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sopgen.layout.verify.examined_page import ExaminedPage
from sopgen.layout.verify.finding import EPS, Violation, violation
from sopgen.layout.verify.outline import box_inside
from sopgen.layout.verify.trace import Trace
from sopgen.scene import Symbol


class Pair(NamedTuple):
    leaving: ExaminedPage
    out: Symbol
    arriving: ExaminedPage
    into: Symbol

    @property
    def neighbours(self) -> bool:
        return abs(self.leaving.number - self.arriving.number) == 1

    @property
    def upper_place(self) -> tuple[int, float]:
        """The page at whose foot one of the twins stands, and where along it."""
        page, twin = min((self.leaving, self.out), (self.arriving, self.into), key=lambda each: each[0].number)
        return page.number, round((twin.box[0] + twin.box[2]) / 2, 1)

    def breaks(self) -> set[int]:
        """The page breaks (by the page before) whose strips show one of the twins."""
        forward = self.leaving.number < self.arriving.number
        pages = self.leaving.number, self.arriving.number
        return {pages[0], pages[1] - 1} if forward else {pages[0] - 1, pages[1]}


def connector_violations(pages: list[ExaminedPage], trace: Trace) -> Iterator[Violation]:
    twins: defaultdict[str | None, list[tuple[ExaminedPage, Symbol]]] = defaultdict(list)
    for examined in pages:
        for symbol in examined.page.symbols:
            if symbol.kind == "offpage":
                yield from _place(examined, symbol)
                twins[symbol.pair].append((examined, symbol))
    pairs: list[Pair] = []
    for key, members in twins.items():
        outs = [m for m in members if m[1].direction == "out"]
        ins = [m for m in members if m[1].direction == "in"]
        if key is None or len(outs) != 1 or len(ins) != 1 or outs[0][0] is ins[0][0]:
            yield _fault("connector-unpaired", *members[0])
        else:
            pairs.append(Pair(*outs[0], *ins[0]))
    for pair in pairs:
        yield from _passage(pair)
    yield from _repeated(pairs, trace)
    yield from _numbers(pairs)


def _fault(rule: str, examined: ExaminedPage, symbol: Symbol) -> Violation:
    name = symbol.number.text if symbol.number else symbol.id
    return violation(rule, examined.number, (), symbol.box[:2], what=name)


def _place(examined: ExaminedPage, symbol: Symbol) -> Iterator[Violation]:
    row = examined.row_of(symbol)
    if row is None or row.strip is None or symbol.box[1] < row.y0 + EPS or symbol.box[3] > row.y1 - EPS:
        yield _fault("connector-outside-strip", examined, symbol)
    if symbol.number is not None and not box_inside(symbol.number.box, symbol.box):
        yield _fault("connector-number-outside", examined, symbol)


def _passage(pair: Pair) -> Iterator[Violation]:
    """A main arrow goes down through the foot and the next head, a return up through the head and the target's foot."""
    forward = pair.leaving.number < pair.arriving.number
    ends = (
        (pair.leaving, pair.out, "foot" if forward else "head", "T" if forward else "B"),
        (pair.arriving, pair.into, "head" if forward else "foot", "B" if forward else "T"),
    )
    for examined, symbol, strip, port in ends:
        out = symbol.direction == "out"
        entering = [a for a in examined.page.arrows if a.target == symbol.id]
        leaving = [a for a in examined.page.arrows if a.source == symbol.id]
        used, unused = (entering, leaving) if out else (leaving, entering)
        ports = {a.ports[1 if out else 0] for a in used}
        numbers_right = bool(used) and not unused and (out or len(used) == 1)
        if examined.strip_of(symbol) != strip or ports != {port} or not numbers_right:
            yield _fault("connector-passage", examined, symbol)


def _repeated(pairs: list[Pair], trace: Trace) -> Iterator[Violation]:
    seen: set[tuple[int, str]] = set()
    for pair in pairs:
        for arrow in pair.leaving.page.arrows:
            if arrow.target != pair.out.id or arrow.joins is not None:
                continue
            target = trace.target_of(pair.leaving, arrow)
            if target is None:
                continue
            key = (pair.leaving.number, target.id)
            if key in seen:
                yield _fault("connector-repeated", pair.leaving, pair.out)
            seen.add(key)


def _numbers(pairs: list[Pair]) -> Iterator[Violation]:
    """A pair goes without a number where no reader can mistake it: neighbouring pages, nothing else at the break."""
    at_break = Counter(b for pair in pairs for b in pair.breaks())
    numbered: list[Pair] = []
    for pair in pairs:
        alone = pair.neighbours and all(at_break[b] == 1 for b in pair.breaks())
        texts = {twin.number.text if twin.number else "" for twin in (pair.out, pair.into)}
        if len(texts) != 1 or (texts == {""}) is not alone:
            yield _fault("connector-number", pair.leaving, pair.out)
        elif not alone:
            numbered.append(pair)
    order = sorted(numbered, key=lambda p: (*p.upper_place, _number(p)))
    for n, pair in enumerate(order, start=1):
        if _number(pair) != n:
            yield _fault("connector-order", pair.leaving, pair.out)


def _number(pair: Pair) -> int:
    text = pair.out.number.text if pair.out.number else ""
    return int(text) if text.isdecimal() else 0
