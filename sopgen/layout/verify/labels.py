"""Branch labels: each once, on the arrow that leaves its diamond, nearest to it and clear of everything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sopgen.layout.verify.examined_page import ExaminedPage
from sopgen.layout.verify.finding import AIR, EPS, Edge, Violation, edge_name, line_name, steps_of, violation
from sopgen.layout.verify.outline import box_inside, boxes_gap, nearer, outline_gap
from sopgen.layout.verify.trace import Trace
from sopgen.scene import Arrow, Box, Text


def label_violations(pages: list[ExaminedPage], trace: Trace, wanted: dict[Edge, str]) -> Iterator[Violation]:
    unlabelled = {edge: text for edge, text in wanted.items() if text}
    for examined in pages:
        for arrow in examined.page.arrows:
            label = arrow.label
            source = examined.symbols.get(arrow.source)
            edge = trace.edge_leaving(examined, arrow)
            if label is None:
                continue
            if source is None or source.kind == "offpage" or (edge is not None and unlabelled.get(edge) != label.text):
                at = label.box[:2]
                yield violation(
                    "label-wrong", examined.number, steps_of(arrow), at, what=line_name(arrow), other=label.text
                )
            if edge is not None:
                unlabelled.pop(edge, None)
        yield from _places(examined)
    for edge, text in unlabelled.items():
        steps = tuple(sorted(step for step in edge if step is not None))
        yield violation("label-missing", trace.page_of(edge[0]), steps, what=edge_name(edge), other=text)


def _places(examined: ExaminedPage) -> Iterator[Violation]:
    labelled = [(arrow, arrow.label) for arrow in examined.page.arrows if arrow.label is not None]
    for arrow, label in labelled:
        if _crowded(examined, label):
            yield _fault("label-too-near", examined, arrow, label)
        area = examined.page.drawing_area
        if area is None or not box_inside(label.box, area):
            yield _fault("label-outside-area", examined, arrow, label)
        own = _gap(examined, arrow, label.box)
        if any(nearer(s.box, label.box, own - EPS) for s in examined.segments if s.arrow is not arrow):
            yield _fault("label-nearer-other", examined, arrow, label)
    for (arrow, a), (_, b) in combinations(labelled, 2):
        if nearer(a.box, b.box, AIR):
            yield _fault("label-too-near", examined, arrow, a)


def _fault(rule: str, examined: ExaminedPage, arrow: Arrow, label: Text) -> Violation:
    return violation(rule, examined.number, steps_of(arrow), label.box[:2], what=line_name(arrow), other=label.text)


def _crowded(examined: ExaminedPage, label: Text) -> bool:
    box = label.box
    for other in (
        *[segment.box for segment in examined.segments],
        *_rules_beside(examined, label),
        *[text.box for text in examined.texts()],
    ):
        if nearer(other, box, AIR):
            return True
    return any(nearer(o.box, box, AIR) and outline_gap(o, box) < AIR for o in examined.outlines.values())


def _rules_beside(examined: ExaminedPage, label: Text) -> list[Box]:
    """The rules that a label keeps clear of: with a ground of its own it may stand across those between lanes."""
    if label.ground is None:
        return examined.rules
    inner = {lane.x0 for lane in examined.page.lanes[1:]}
    return [rule for rule in examined.rules if not (rule[0] == rule[2] and rule[0] in inner)]


def _gap(examined: ExaminedPage, arrow: Arrow, box: Box) -> float:
    return min((boxes_gap(s.box, box) for s in examined.segments if s.arrow is arrow), default=float("inf"))
