"""Sop and a measurer in, Scene out: pages of positioned text, tables, symbols and arrows.

`lay_out` makes the document of one SOP; `compilation` binds several, `flowpicture` takes the chart alone out of one.
What cannot be drawn is refused with its reason; every drawing is examined by `verify` before it leaves.
"""

from __future__ import annotations

from datetime import date

from sopgen.columns import Columns, columns_of
from sopgen.diagnostics import Message
from sopgen.flow import Flow, build_flow
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.layout import style
from sopgen.layout.coverage import check_coverage
from sopgen.layout.faults import fault, refuse
from sopgen.layout.flowpages.care import FlowResult
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.layout import FlowLayout
from sopgen.layout.flowpages.omegas import omega_radius
from sopgen.layout.flowpages.overrides import check_overrides
from sopgen.layout.identity import IdentityPage, identity_pages
from sopgen.layout.identity.refusals import too_tall
from sopgen.layout.joined import joined_page
from sopgen.layout.paper import Paper, foot_texts, paper_of
from sopgen.layout.setting import Setter
from sopgen.layout.verify import Expected, verify
from sopgen.scene import Document, Figures, Page, Relaxation, Style, Text
from sopgen.text.measure import DEFAULT, Measurer
from sopgen.wording import wording_of


def lay_out(sop: Sop, *, draft: bool = False, columns: Columns | None = None, measurer: Measurer = DEFAULT) -> Document:
    """The finished drawing of `sop`. Raises Refusal with every reason why it cannot be drawn.

    `columns`: those of the flow table, if not the form's.
    """
    columns = columns or columns_of(sop)
    paper = paper_of(sop.tampilan)
    setter = Setter(measurer)
    flow = build_flow(sop)
    problems = [*check_coverage(sop, columns, paper, measurer), *check_overrides(flow)]
    if problems:
        raise refuse(*problems)
    draft = draft or sop.status == "konsep"
    watermark = _watermark(sop, paper, setter, draft=draft)
    joined = joined_page(sop, columns, flow, paper, setter, watermark) if sop.tampilan.halaman == "gabung" else None
    pages, result = (joined.pages, joined) if joined else _separate_pages(sop, columns, flow, paper, setter, watermark)
    document = _document(sop, pages, result, draft=draft)
    violations = verify(document, _expected(sop, flow))
    if violations and not joined:  # room made for heads and labels may crowd a rule: then without it
        pages, result = _separate_pages(sop, columns, flow, paper, setter, watermark, careful=False)
        document = _document(sop, pages, result, draft=draft)
        violations = verify(document, _expected(sop, flow))
    if violations:
        raise refuse(
            *(
                fault(
                    "GAMBAR-07",
                    v.message,
                    Message(
                        "gambar tidak diterbitkan; laporkan spec ini agar programnya diperbaiki",
                        "the drawing is not issued; please report this spec so that the program is mended",
                    ),
                    ("kegiatan", v.steps[0] - 1) if v.steps else ("kegiatan",),
                    v.steps[0] if v.steps else None,
                )
                for v in violations[:20]
            )
        )
    return document


def _separate_pages(
    sop: Sop,
    columns: Columns,
    flow: Flow,
    paper: Paper,
    setter: Setter,
    watermark: Text | None,
    *,
    careful: bool = True,
) -> tuple[tuple[Page, ...], FlowResult]:
    """The identity pages, then those of the flow, whose figures stand beside them. Raises Refusal."""
    identity = identity_pages(sop, paper, setter, sop.logo)
    problems = too_tall(identity, paper)
    if problems:
        raise refuse(*problems)
    count = len(identity)
    layout = FlowLayout(sop, columns, flow, paper, setter)
    if not careful:
        layout.room.cares = 0
    result = layout.lay_out(count + 1, count, watermark)
    total = count + len(result.pages)
    pages = [_identity_page(page, i + 1, total, sop, paper, setter, watermark) for i, page in enumerate(identity)]
    return (*pages, *result.pages), result


def _watermark(sop: Sop, paper: Paper, setter: Setter, *, draft: bool) -> Text | None:
    wording = wording_of(sop.tampilan)
    words = wording.dicabut if sop.status == "dicabut" else wording.konsep if draft else ""
    if not words:
        return None
    size = 130.0
    face = paper.face(bold=True)
    middle = paper.height / 2 + setter.cap(face, size) / 2
    cell = (0.0, 0.0, paper.width, paper.height)
    return setter.single("konsep", words, face, size, paper.width / 2, middle, cell, "center", 0.88)


def _identity_page(
    page: IdentityPage, number: int, total: int, sop: Sop, paper: Paper, setter: Setter, watermark: Text | None
) -> Page:
    return Page(
        number,
        "identitas",
        (paper.width, paper.height),
        (page.table,),
        foot_texts(paper, sop, setter, number, total),
        page.images,
        band=paper.band,
        signature_box=page.signature_box,
        signature_field=sop.tampilan.tanda_tangan == "bidang" and page.signature_box is not None,
        watermark=watermark,
    )


def _document(sop: Sop, pages: tuple[Page, ...], result: FlowResult, *, draft: bool) -> Document:
    def real(value: object) -> date | None:
        return value if isinstance(value, date) else None

    created = real(sop.tanggal.pembuatan)
    return Document(
        on_one_line(sop.judul),
        sop.nomor,
        " ".join(sop.unit),
        " ".join(sop.instansi),
        created,
        real(sop.tanggal.revisi) or created,
        pages,
        result.size,
        Style(style.STROKE, style.ARROW_LENGTH, style.ARROW_WIDTH, omega_radius(pages), style.PENTAGON_POINT),
        result.symbol_sizes,
        _figures(pages, result.charts),
        draft,
    )


def _figures(pages: tuple[Page, ...], charts: tuple[Chart, ...]) -> Figures:
    arrows = [arrow for page in pages for arrow in page.arrows]
    crossings = sum(len(arrow.omegas) for arrow in arrows)
    bound = min(crossings, sum(chart.lower_bound for chart in charts))
    length = sum(
        abs(a[0] - b[0]) + abs(a[1] - b[1])
        for arrow in arrows
        for a, b in zip(arrow.points, arrow.points[1:], strict=False)
    )
    entered = {arrow.target for arrow in arrows if arrow.ports[1] == "T" and not arrow.is_return}
    relaxed = tuple(
        Relaxation("return-joins-main" if arrow.target in entered else "return-enters-top", (step, target))
        for arrow in arrows
        if arrow.is_return and arrow.ports[1] == "T"
        for step, target in arrow.edges
        if step is not None and target is not None
    )
    return Figures(
        crossings,
        bound,
        crossings == bound,
        sum(max(0, len(arrow.points) - 2) for arrow in arrows),
        length,
        relaxed,
    )


def _expected(sop: Sop, flow: Flow) -> Expected:
    """What the flow demands, in the examiner's own terms."""
    main = {level.step: level for level in flow.levels if level.role == "step"}
    return Expected(
        tuple((*edge.steps, edge.label) for edge in flow.edges),
        {k.nomor: k.pelaksana for k in sop.kegiatan},
        {step: level.nodes[level.lead].kind for step, level in main.items()},
        frozenset(step for step, level in main.items() if level.closes),
        next((step for step, level in main.items() if level.opens), None),
    )
