"""Identity and flow on one page (`tampilan.halaman: gabung`), where the whole SOP fits one; None where it does not.

The identity table stands at the head, no higher than it must be; the flow table has the rest of the page.
"""

from __future__ import annotations

from sopgen.columns import Columns
from sopgen.diagnostics import Refusal
from sopgen.flow import Flow
from sopgen.intake.sop import Sop
from sopgen.layout import style
from sopgen.layout.flowpages.care import FlowResult
from sopgen.layout.flowpages.layout import FlowLayout
from sopgen.layout.identity import IdentityPage, lowest_pages
from sopgen.layout.paper import Paper
from sopgen.layout.setting import Setter
from sopgen.scene import FlowChoice, Page, Text

_LEAST_FLOW = 120.0  # points: with less there is not even room for the head and a row
_BETWEEN = 4 * style.GRID  # the identity table's foot and the line above the flow table


def joined_page(
    sop: Sop, columns: Columns, flow: Flow, paper: Paper, setter: Setter, watermark: Text | None
) -> FlowResult | None:
    """The one page, with the roomiest identity table that leaves the flow its room."""
    tried = [*lowest_pages(sop, paper, setter, sop.logo)]
    if not tried or _flow_below(tried[-1], sop, columns, flow, paper, setter) is None:
        return None
    for place, identity in enumerate(tried):
        below = _flow_below(identity, sop, columns, flow, paper, setter)
        if below is None:
            continue
        try:
            result = below.lay_out(1, 0, watermark)
        except Refusal:
            continue
        if len(result.pages) == 1:
            return _joined(identity, place, result, sop)
    return None


def joined_as(
    sop: Sop, columns: Columns, flow: Flow, paper: Paper, setter: Setter, watermark: Text | None, choice: FlowChoice
) -> FlowResult | None:
    """The one page as another drawing's was set, without any search; None where that has no room."""
    tried = [*lowest_pages(sop, paper, setter, sop.logo)]
    if choice.above is None or choice.above >= len(tried):
        return None
    identity = tried[choice.above]
    below = _flow_below(identity, sop, columns, flow, paper, setter)
    result = below.follow(choice, 1, 0, watermark) if below else None
    return _joined(identity, choice.above, result, sop) if result and len(result.pages) == 1 else None


def _joined(identity: IdentityPage, place: int, result: FlowResult, sop: Sop) -> FlowResult:
    choice = result.choice._replace(above=place)
    return result._replace(pages=(_together(identity, result.pages[0], sop),), choice=choice)


def _flow_below(
    identity: IdentityPage, sop: Sop, columns: Columns, flow: Flow, paper: Paper, setter: Setter
) -> FlowLayout | None:
    """The layout of the flow on what is left of the page, unless its rows alone need more."""
    rest = paper._replace(top=round(identity.table.rows[-1] + _BETWEEN, 2))
    if rest.bottom - rest.top < _LEAST_FLOW:
        return None
    below = FlowLayout(sop, columns, flow, rest, setter)
    try:
        fewest, _ = below.sizes.fewest()
    except Refusal:
        return None
    return below if fewest == 1 else None


def _together(identity: IdentityPage, page: Page, sop: Sop) -> Page:
    return page._replace(
        tables=(identity.table, *page.tables),
        images=identity.images,
        signature_box=identity.signature_box,
        signature_field=sop.tampilan.tanda_tangan == "bidang" and identity.signature_box is not None,
    )
