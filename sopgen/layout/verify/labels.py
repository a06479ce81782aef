"""Branch labels: each once, on the arrow that leaves its diamond, nearest to it and clear of everything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sopgen.layout.verify.finding import AIR, EPS, Edge, Violation, edge_name, line_name, steps_of, violation
from sopgen.layout.verify.outline import box_inside, boxes_gap, nearer, outline_gap
from sopgen.layout.verify.sheet import Sheet
from sopgen.layout.verify.trace import Trace
from sopgen.scene import Arrow, Box, Text


def label_violations(sheets: list[Sheet], trace: Trace, wanted: dict[Edge, str]) -> Iterator[Violation]:
    unlabelled = {edge: text for edge, text in wanted.items() if text}
    for sheet in sheets:
        for arrow in sheet.page.arrows:
            label = arrow.label
            source = sheet.symbols.get(arrow.source)
            edge = trace.edge_leaving(sheet, arrow)
            if label is None:
                continue
            if source is None or source.kind == "offpage" or (edge is not None and unlabelled.get(edge) != label.text):
                at = label.box[:2]
                yield violation(
                    "label-wrong", sheet.number, steps_of(arrow), at, what=line_name(arrow), other=label.text
                )
            if edge is not None:
                unlabelled.pop(edge, None)
        yield from _places(sheet)
    for edge, text in unlabelled.items():
        steps = tuple(sorted(step for step in edge if step is not None))
        yield violation("label-missing", trace.page_of(edge[0]), steps, what=edge_name(edge), other=text)


def _places(sheet: Sheet) -> Iterator[Violation]:
    labelled = [(arrow, arrow.label) for arrow in sheet.page.arrows if arrow.label is not None]
    for arrow, label in labelled:
        if _crowded(sheet, label.box):
            yield _fault("label-too-near", sheet, arrow, label)
        area = sheet.page.drawing_area
        if area is None or not box_inside(label.box, area):
            yield _fault("label-outside-area", sheet, arrow, label)
        own = _gap(sheet, arrow, label.box)
        if any(nearer(s.box, label.box, own - EPS) for s in sheet.segments if s.arrow is not arrow):
            yield _fault("label-nearer-other", sheet, arrow, label)
    for (arrow, a), (_, b) in combinations(labelled, 2):
        if nearer(a.box, b.box, AIR):
            yield _fault("label-too-near", sheet, arrow, a)


def _fault(rule: str, sheet: Sheet, arrow: Arrow, label: Text) -> Violation:
    return violation(rule, sheet.number, steps_of(arrow), label.box[:2], what=line_name(arrow), other=label.text)


def _crowded(sheet: Sheet, box: Box) -> bool:
    for other in (*[segment.box for segment in sheet.segments], *sheet.rules, *[text.box for text in sheet.texts()]):
        if nearer(other, box, AIR):
            return True
    return any(nearer(o.box, box, AIR) and outline_gap(o, box) < AIR for o in sheet.outlines.values())


def _gap(sheet: Sheet, arrow: Arrow, box: Box) -> float:
    return min((boxes_gap(s.box, box) for s in sheet.segments if s.arrow is arrow), default=float("inf"))
