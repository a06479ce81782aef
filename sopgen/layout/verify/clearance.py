"""Lines against everything that is no line: symbols, table rules, texts, the drawing area."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from sopgen.layout.verify.examined_page import ExaminedPage, Segment
from sopgen.layout.verify.finding import EPS, LINE_GAP, Violation, line_name, steps_of, violation
from sopgen.layout.verify.outline import box_inside, boxes_gap, enters, enters_box, outline_gap
from sopgen.scene import Point, Text


def clearance_violations(examined: ExaminedPage) -> Iterator[Violation]:
    segments = examined.segments
    yield from _symbols(examined, segments)
    yield from _rules(examined)
    yield from _texts(examined, segments)
    area = examined.page.drawing_area
    for segment in segments:
        if area is None or not box_inside(segment.box, area):
            yield _fault("line-outside-area", examined, segment)


def _fault(rule: str, examined: ExaminedPage, segment: Segment, other: str = "") -> Violation:
    middle: Point = ((segment.x0 + segment.x1) / 2, (segment.y0 + segment.y1) / 2)
    return violation(rule, examined.number, steps_of(segment.arrow), middle, what=line_name(segment.arrow), other=other)


def _symbols(examined: ExaminedPage, segments: list[Segment]) -> Iterator[Violation]:
    for key, outline in examined.outlines.items():
        x0, y0, x1, y1 = outline.box
        left, above, right, below = x0 - LINE_GAP, y0 - LINE_GAP, x1 + LINE_GAP, y1 + LINE_GAP
        symbol = examined.symbols[key]
        name = key if symbol.step is None else str(symbol.step)
        for segment in segments:
            if segment.x1 <= left or segment.x0 >= right or segment.y1 <= above or segment.y0 >= below:
                continue
            if enters(outline, segment.box):
                yield _fault("line-through-symbol", examined, segment, name)
            elif not _attaches(segment, key) and outline_gap(outline, segment.box) < LINE_GAP:
                yield _fault("line-near-symbol", examined, segment, name)


def _attaches(segment: Segment, symbol_id: str) -> bool:
    """Only an arrow's first piece may touch its source, only its last its target, and not where it ends on a trunk."""
    arrow = segment.arrow
    if segment.piece == 0 and arrow.source == symbol_id:
        return True
    return segment.last and arrow.target == symbol_id and arrow.joins is None


def _rules(examined: ExaminedPage) -> Iterator[Violation]:
    flat: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for x0, y0, x1, y1 in examined.rules:
        if y1 - y0 <= EPS:
            flat.append((y0, x0, x1))
        else:
            upright.append((x0, y0, y1))
    flat.sort()
    upright.sort()
    for segment in examined.horizontals:
        if _runs_along(flat, segment.y0, segment.x0, segment.x1):
            yield _fault("line-near-rule", examined, segment)
    for segment in examined.verticals:
        if _runs_along(upright, segment.x0, segment.y0, segment.y1):
            yield _fault("line-near-rule", examined, segment)


def _runs_along(rules: list[tuple[float, float, float]], place: float, start: float, end: float) -> bool:
    i = bisect_left(rules, (place - LINE_GAP + 1e-9,))
    while i < len(rules) and rules[i][0] < place + LINE_GAP:
        if min(end, rules[i][2]) - max(start, rules[i][1]) > EPS:
            return True
        i += 1
    return False


def _texts(examined: ExaminedPage, segments: list[Segment]) -> Iterator[Violation]:
    area = examined.page.drawing_area
    if area is None:
        return
    inside: list[Text] = [text for text in examined.texts() if boxes_gap(text.box, area) <= EPS]
    for text in inside:
        for segment in segments:
            if enters_box(segment.box, text.box):
                yield _fault("line-through-text", examined, segment, text.text)
        for key, outline in examined.outlines.items():
            if enters_box(outline.box, text.box) and enters(outline, text.box):
                symbol = examined.symbols[key]
                steps = () if symbol.step is None else (symbol.step,)
                name = key if symbol.step is None else str(symbol.step)
                yield violation("symbol-on-text", examined.number, steps, text.box[:2], what=name, other=text.text)
