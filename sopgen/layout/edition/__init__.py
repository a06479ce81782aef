"""The public edition of a service SOP: its flow without mutu baku, below what an applicant asks first.

Prescribed (KemenPAN-RB slides, 63 and 64): only service SOPs, no mutu baku, the service's time in days in its place.
Customary or our own design: the short identity, the strip of facts, the tinted lane, the key to the signs.
"""

from __future__ import annotations

from sopgen.columns import Columns, columns_of, without
from sopgen.flow import build_flow
from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Sop
from sopgen.layout import style
from sopgen.layout.coverage import check_coverage
from sopgen.layout.edition.dress import edition_front, finished
from sopgen.layout.edition.masthead import masthead, masthead_texts
from sopgen.layout.faults import refuse
from sopgen.layout.finishing import document_of, expected_of, not_issued, watermark_of
from sopgen.layout.flowpages.layout import FlowLayout
from sopgen.layout.flowpages.overrides import check_overrides
from sopgen.layout.paper import paper_of
from sopgen.layout.setting import Setter
from sopgen.layout.verify import verify
from sopgen.scene import Document
from sopgen.service.applicant import applicants, own_steps, public_name
from sopgen.service.published import check_published
from sopgen.text.measure import DEFAULT, Measurer
from sopgen.waktu.service_time import service_time


def lay_out_edition(sop: Sop, hours: WaktuKerja, *, draft: bool = False, measurer: Measurer = DEFAULT) -> Document:
    """The finished drawing. Raises Refusal for a SOP that is not published, or that cannot be drawn."""
    check_published(sop)
    sop = sop._replace(
        pelaksana=tuple(lane._replace(nama=public_name(lane)) for lane in sop.pelaksana),
        tampilan=sop.tampilan._replace(pita_tte=0.0),  # an extract is not signed
    )
    columns = public_columns(sop)
    paper = paper_of(sop.tampilan)
    setter = Setter(measurer)
    flow = build_flow(sop)
    time = service_time(sop, hours)
    told = masthead_texts(sop, time)
    problems = [*check_coverage(sop, columns, paper, measurer, told), *check_overrides(flow)]
    if problems:
        raise refuse(*problems)
    drawn = draft or sop.status == "konsep"
    watermark = watermark_of(sop, paper, setter, draft=drawn)
    head = masthead(sop, time, paper, setter)
    for careful in (True, False):  # room made for heads and labels may crowd a rule: then without it
        front, first = edition_front(sop, head, paper, setter)
        layout = FlowLayout(sop, columns, flow, paper, setter, first, careful=careful)
        result = layout.lay_out(len(front) + 1, len(front), watermark)
        pages = finished(sop, (*front, *result.pages), paper, setter, watermark)
        document = document_of(sop, pages, result, draft=drawn)
        violations = verify(document, expected_of(sop, flow))
        if not violations:
            return document._replace(title=f"{document.title} (edisi publik)")
    raise not_issued(violations)


def public_columns(sop: Sop) -> Columns:
    """The form's without mutu baku, and without a Keterangan that says nothing; what is the applicant's stands out."""
    theirs = {lane.id for lane in applicants(sop)}
    kept = tuple(
        column._replace(fill=style.APPLICANT_TINT) if column.lane in theirs else column
        for column in without(columns_of(sop), "mutu_baku").each
        if column.key != "keterangan" or any(step.keterangan for step in sop.kegiatan)
    )
    return Columns(kept, own_steps(sop))
