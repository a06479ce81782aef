"""Document → violations: an independent examination of the finished drawing, in production, of every drawing.

It reads the scene and the flow's demands, never the router's reasons, and shares no code with it.
The rules are listed with their texts in `wording.py`; tolerances stand in `finding.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.layout.verify.arrows import arrow_violations, relaxation_violations
from sopgen.layout.verify.clearance import clearance_violations
from sopgen.layout.verify.connectors import connector_violations
from sopgen.layout.verify.examined_page import examine_page
from sopgen.layout.verify.finding import Edge, Expected, Violation, violation
from sopgen.layout.verify.labels import label_violations
from sopgen.layout.verify.lines import line_violations
from sopgen.layout.verify.paper import paper_violations
from sopgen.layout.verify.placement import placement_violations, symbols_inside
from sopgen.layout.verify.trace import Trace, edge_violations
from sopgen.scene import Document

__all__ = ["Expected", "Violation", "verify"]


def verify(document: Document, expected: Expected) -> tuple[Violation, ...]:
    """Every invariant the drawing breaks, by page; none for a drawing that may be printed."""
    return tuple(sorted(_violations(document, expected), key=lambda v: v.page))


def _violations(document: Document, expected: Expected) -> Iterator[Violation]:
    pages = [examine_page(page, document) for page in document.pages]
    trace = Trace(pages)
    yield from paper_violations(pages, expected)
    yield from placement_violations(pages, document, expected)
    for examined in pages:
        yield from symbols_inside(examined)
        yield from arrow_violations(examined, expected)
        yield from clearance_violations(examined)
        yield from line_violations(examined, document.style.omega_radius)
    yield from edge_violations(pages, trace, expected)
    yield from connector_violations(pages, trace)
    wanted: dict[Edge, str] = {(a, b): label for a, b, label in expected.edges}
    yield from label_violations(pages, trace, wanted)
    figures = document.figures
    listed = [r.steps for r in figures.relaxations if r.kind == "return-joins-main"]
    yield from relaxation_violations(pages, trace.own, listed, expected)
    omegas = sum(len(arrow.omegas) for examined in pages for arrow in examined.page.arrows)
    if figures.crossings != omegas:
        yield violation("crossing-count", 0, what=str(figures.crossings), other=str(omegas))
