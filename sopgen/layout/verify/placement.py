"""Symbols: each step has exactly its own, of the right kind and size, centred in its lane, inside its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

from sopgen.layout.verify.examined_page import ExaminedPage, is_link
from sopgen.layout.verify.finding import (
    CENTRE_TOLERANCE,
    EPS,
    WIDE_CENTRE_TOLERANCE,
    Expected,
    Violation,
    violation,
)
from sopgen.layout.verify.outline import box_inside, enters_box, nearer
from sopgen.scene import Document, Symbol

Placed = tuple[ExaminedPage, Symbol]


def placement_violations(pages: list[ExaminedPage], document: Document, expected: Expected) -> Iterator[Violation]:
    placed: list[Placed] = [(examined, symbol) for examined in pages for symbol in examined.page.symbols]
    ids = [symbol.id for _, symbol in placed] + [arrow.id for examined in pages for arrow in examined.page.arrows]
    for name, count in Counter(ids).items():
        if count > 1:
            yield violation("id-repeated", 0, what=name)
    steps: dict[int, list[Placed]] = {step: [] for step in expected.steps}
    for examined, symbol in placed:
        if symbol.kind == "offpage":
            continue
        if symbol.step is None or symbol.step not in steps:
            yield _fault("symbol-unwanted", examined, symbol)
        else:
            yield from _place(examined, symbol)
            steps[symbol.step].append((examined, symbol))
    for step, own in steps.items():
        yield from _step(step, own, expected)
    yield from _sizes(placed, document)
    for examined in pages:
        for a, b in combinations(examined.page.symbols, 2):
            if nearer(a.box, b.box, EPS):
                yield _fault("symbols-overlap", examined, b)


def _fault(rule: str, examined: ExaminedPage, symbol: Symbol) -> Violation:
    steps = () if symbol.step is None else (symbol.step,)
    name = symbol.id if symbol.step is None else str(symbol.step)
    return violation(rule, examined.number, steps, symbol.box[:2], what=name)


def _place(examined: ExaminedPage, symbol: Symbol) -> Iterator[Violation]:
    lanes = [lane for lane in examined.page.lanes if lane.id in symbol.lanes]
    if lanes and len(lanes) == len(symbol.lanes):
        left, right = min(lane.x0 for lane in lanes), max(lane.x1 for lane in lanes)
        between = sum(left <= (lane.x0 + lane.x1) / 2 <= right for lane in examined.page.lanes)
        centre = (symbol.box[0] + symbol.box[2]) / 2
        first, last = ((lane.x0 + lane.x1) / 2 for lane in (lanes[0], lanes[-1]))
        off = abs(centre - (first + last) / 2) > (CENTRE_TOLERANCE if len(lanes) == 1 else WIDE_CENTRE_TOLERANCE)
        off = off or not (symbol.extra or symbol.box[0] < first <= last < symbol.box[2])
        if off or between != len(lanes) or symbol.box[0] < left or symbol.box[2] > right:
            yield _fault("symbol-off-centre", examined, symbol)
    else:
        yield _fault("symbol-without-lane", examined, symbol)
    row = next((row for row in examined.page.rows if row.step == symbol.step and row.step is not None), None)
    if row is None or symbol.box[1] < row.y0 + EPS or symbol.box[3] > row.y1 - EPS:
        yield _fault("symbol-outside-row", examined, symbol)
    if any(enters_box(line, symbol.box) for line in examined.rules):
        yield _fault("rule-through-symbol", examined, symbol)


def _step(step: int, own: list[Placed], expected: Expected) -> Iterator[Violation]:
    lanes, kind = expected.steps[step], expected.kinds[step]
    boxes = [(examined, symbol) for examined, symbol in own if not symbol.extra]
    extras = [(examined, symbol) for examined, symbol in own if symbol.extra]
    page = own[0][0].number if own else 0
    drawn = Counter(lane for _, symbol in boxes for lane in symbol.lanes)
    wide = len(boxes) == 1
    if drawn != Counter(lanes) or not (wide or len(boxes) == len(lanes)) or len({id(s) for s, _ in own}) > 1:
        yield violation("step-symbols", page, (step,), what=str(step))
        return
    for examined, symbol in boxes:
        right = kind if wide or symbol.lanes[0] == lanes[0] else "process"
        if symbol.kind != right:
            yield _fault("symbol-kind", examined, symbol)
    wanted = sum((a is None and b == step) + (b is None and a == step) for a, b, _ in expected.edges)
    if len(extras) != wanted or any(symbol.kind != "terminator" for _, symbol in extras):
        yield violation("extra-capsules", page, (step,), what=str(step))
    yield from _group(step, boxes, lanes[0])


def _group(step: int, boxes: list[Placed], lead: str) -> Iterator[Violation]:
    if not boxes:
        return
    examined = boxes[0][0]
    ordered = sorted((symbol for _, symbol in boxes), key=lambda symbol: symbol.box[0])
    wanted = Counter(frozenset((a.id, b.id)) for a, b in pairwise(ordered))
    ids = {symbol.id for symbol in ordered}
    links = [a for a in examined.page.arrows if is_link(a) and (a.source in ids or a.target in ids)]
    drawn = Counter(frozenset((a.source, a.target)) for a in links)
    if drawn != wanted or any(set(a.ports) != {"L", "R"} for a in links):
        yield violation("group-link", examined.number, (step,), ordered[0].box[:2], what=str(step))
    beside = {symbol.id for symbol in ordered if lead not in symbol.lanes}
    # where an arrow goes straight on below the lead, a return may come to another box
    straight_on = any(a.source in ids - beside and a.ports[0] == "B" for a in examined.page.arrows)
    entering = [a for a in examined.page.arrows if a.target in beside and not is_link(a)]
    if any(not (arrow.is_return and straight_on) for arrow in entering):
        yield violation("entry-beside-lead", examined.number, (step,), ordered[0].box[:2], what=str(step))


def _sizes(placed: list[Placed], document: Document) -> Iterator[Violation]:
    """One size a kind; a wide box over several lanes shares the height only."""
    sizes = dict(document.symbol_sizes)
    for examined, symbol in placed:
        x0, y0, x1, y1 = symbol.box
        wide = len(symbol.lanes) > 1
        if not wide:
            sizes.setdefault(symbol.kind, (x1 - x0, y1 - y0))
        width, height = sizes.get(symbol.kind, (x1 - x0, y1 - y0))
        narrow = x1 - x0 < width - EPS
        if abs(y1 - y0 - height) > EPS or narrow or (not wide and abs(x1 - x0 - width) > EPS):
            yield _fault("symbol-size", examined, symbol)


def symbols_inside(examined: ExaminedPage) -> Iterator[Violation]:
    area = examined.page.drawing_area
    for symbol in examined.page.symbols:
        if area is None or not box_inside(symbol.box, area):
            yield _fault("symbol-outside-area", examined, symbol)
