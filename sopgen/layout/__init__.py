"""Sop and a measurer in, Scene out: pages of positioned text, tables, symbols and arrows.

`lay_out` makes the document of one SOP; `compilation` binds several, `flowpicture` takes the chart alone out of one.
What cannot be drawn is refused with its reason; every drawing is examined by `verify` before it leaves.
"""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.columns import Columns, columns_of
from sopgen.diagnostics import Refusal
from sopgen.flow import Flow, build_flow
from sopgen.intake.sop import Sop
from sopgen.layout.coverage import check_coverage
from sopgen.layout.faults import refuse
from sopgen.layout.finishing import document_of, expected_of, not_issued, watermark_of
from sopgen.layout.flowpages.care import FlowResult
from sopgen.layout.flowpages.layout import FlowLayout
from sopgen.layout.flowpages.overrides import check_overrides
from sopgen.layout.history import history_texts, with_history
from sopgen.layout.identity import IdentityPage, identity_pages
from sopgen.layout.identity.refusals import too_tall
from sopgen.layout.joined import joined_as, joined_page
from sopgen.layout.paper import Paper, foot_texts, paper_of
from sopgen.layout.setting import Setter
from sopgen.layout.verify import Violation, verify
from sopgen.scene import Document, FlowChoice, Page, Text
from sopgen.text.measure import DEFAULT, Measurer


def lay_out(sop: Sop, *, draft: bool = False, columns: Columns | None = None, measurer: Measurer = DEFAULT) -> Document:
    """The finished drawing of `sop`. Raises Refusal with every reason why it cannot be drawn.

    `columns`: those of the flow table, if not the form's.
    """
    columns = columns or columns_of(sop)
    try:
        return _lay_out(sop, columns, measurer, draft=draft)
    except Refusal as refusal:  # what searches for the best gave up may have room without a search
        try:
            return lay_out_hastily(sop, draft=draft, columns=columns, measurer=measurer)
        except Refusal:
            raise refusal from None


def lay_out_hastily(
    sop: Sop, *, draft: bool = False, columns: Columns | None = None, measurer: Measurer = DEFAULT
) -> Document:
    """The first drawing of `sop` that has room and breaks no invariant, in the smallest type, without any search.

    Where there is one, `lay_out` refuses nothing. Raises Refusal.
    """
    return _lay_out(sop, columns or columns_of(sop), measurer, draft=draft, hasty=True)


def _lay_out(sop: Sop, columns: Columns, measurer: Measurer, *, draft: bool, hasty: bool = False) -> Document:
    paper = paper_of(sop.tampilan)
    setter = Setter(measurer)
    flow = build_flow(sop)
    problems = [*check_coverage(sop, columns, paper, measurer, history_texts(sop)), *check_overrides(flow)]
    if problems:
        raise refuse(*problems)
    draft = draft or sop.status == "konsep"
    watermark = watermark_of(sop, paper, setter, draft=draft)
    joins = sop.tampilan.halaman == "gabung" and not hasty
    joined = joined_page(sop, columns, flow, paper, setter, watermark) if joins else None
    violations: tuple[Violation, ...] = ()
    # room made for heads and labels may crowd a rule: then without it
    for careful in (False,) if hasty else (True,) if joined else (True, False):
        pages, result = (
            (joined.pages, joined)
            if joined
            else _separate_pages(sop, columns, flow, paper, setter, watermark, careful=careful, hasty=hasty)
        )
        pages = with_history(sop, pages, paper, setter, watermark)
        document = document_of(sop, pages, result, draft=draft)
        violations = verify(document, expected_of(sop, flow))
        if not violations:
            return document
    raise not_issued(violations)


def lay_out_as(sop: Sop, choice: FlowChoice, *, draft: bool = False, measurer: Measurer = DEFAULT) -> Document | None:
    """`sop` drawn with its flow table set as another drawing's was, for an eye that waits: without any search.

    What leaves for good is drawn by `lay_out`. None where the table finds no room so, or nothing can be drawn at all.
    """
    columns, paper, setter = columns_of(sop), paper_of(sop.tampilan), Setter(measurer)
    flow = build_flow(sop)
    coverage = check_coverage(sop, columns, paper, measurer, history_texts(sop))
    wanted_joined = sop.tampilan.halaman == "gabung"
    if coverage or any(check_overrides(flow)) or wanted_joined != (choice.above is not None):
        return None
    draft = draft or sop.status == "konsep"
    watermark = watermark_of(sop, paper, setter, draft=draft)
    follow = joined_as if choice.above is not None and choice.above >= 0 else _separate_as
    result = follow(sop, columns, flow, paper, setter, watermark, choice)
    if result is None:
        return None
    pages = with_history(sop, result.pages, paper, setter, watermark)
    document = document_of(sop, pages, result, draft=draft)
    return None if verify(document, expected_of(sop, flow)) else document


def _separate_as(
    sop: Sop, columns: Columns, flow: Flow, paper: Paper, setter: Setter, watermark: Text | None, choice: FlowChoice
) -> FlowResult | None:
    """The identity pages, then those of the flow as another drawing's were set; None where that has no room."""
    identity = identity_pages(sop, paper, setter, sop.logo)
    if too_tall(identity, paper):
        return None
    count = len(identity)
    result = FlowLayout(sop, columns, flow, paper, setter).follow(choice, count + 1, count, watermark)
    return result._replace(pages=_bound(identity, result, sop, paper, setter, watermark)) if result else None


def _separate_pages(
    sop: Sop,
    columns: Columns,
    flow: Flow,
    paper: Paper,
    setter: Setter,
    watermark: Text | None,
    *,
    careful: bool,
    hasty: bool,
) -> tuple[tuple[Page, ...], FlowResult]:
    """The identity pages, then those of the flow, whose figures stand beside them. Raises Refusal."""
    identity = identity_pages(sop, paper, setter, sop.logo)
    problems = too_tall(identity, paper)
    if problems:
        raise refuse(*problems)
    count = len(identity)
    layout = FlowLayout(sop, columns, flow, paper, setter, careful=careful, hasty=hasty)
    result = layout.lay_out(count + 1, count, watermark)
    return _bound(identity, result, sop, paper, setter, watermark), result


def _bound(
    identity: Sequence[IdentityPage], flow: FlowResult, sop: Sop, paper: Paper, setter: Setter, watermark: Text | None
) -> tuple[Page, ...]:
    """The identity's pages before those of the flow, each with its number and of how many it is one."""
    total = len(identity) + len(flow.pages)
    pages = [_identity_page(page, i + 1, total, sop, paper, setter, watermark) for i, page in enumerate(identity)]
    return (*pages, *flow.pages)


def _identity_page(
    page: IdentityPage, number: int, total: int, sop: Sop, paper: Paper, setter: Setter, watermark: Text | None
) -> Page:
    return Page(
        number,
        "identitas",
        (paper.width, paper.height),
        paper.edges,
        (page.table,),
        foot_texts(paper, sop, setter, number, total),
        page.images,
        band=paper.band,
        signature_box=page.signature_box,
        signature_field=sop.tampilan.tanda_tangan == "bidang" and page.signature_box is not None,
        watermark=watermark,
    )
