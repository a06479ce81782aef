"""Pages in, an examined document out: what every drawing of a SOP ends with."""

from __future__ import annotations

from datetime import date

from sopgen.diagnostics import Message, Refusal
from sopgen.flow import Flow
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.layout import style
from sopgen.layout.faults import fault, refuse
from sopgen.layout.flowpages.care import FlowResult
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.omegas import omega_radius
from sopgen.layout.paper import Paper
from sopgen.layout.setting import Setter
from sopgen.layout.verify import Expected, Violation
from sopgen.scene import Document, Figures, Page, Relaxation, Style, Text
from sopgen.text.face import Face
from sopgen.wording import wording_of

_VIOLATIONS_TOLD = 20


def not_issued(violations: tuple[Violation, ...]) -> Refusal:
    """Why a drawing that breaks an invariant does not leave."""
    return refuse(
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
            for v in violations[:_VIOLATIONS_TOLD]
        )
    )


def watermark_of(sop: Sop, paper: Paper, setter: Setter, *, draft: bool) -> Text | None:
    words = watermark_words(sop, draft=draft)
    if not words:
        return None
    return stamped(words, paper.face(bold=True), (paper.width, paper.height), setter)


def watermark_words(sop: Sop, *, draft: bool) -> str:
    """What is printed across each page: that the SOP is withdrawn, or a draft; nothing of one in force."""
    wording = wording_of(sop.tampilan)
    if sop.status == "dicabut":
        return wording.dicabut
    return wording.konsep if draft or sop.status == "konsep" else ""


def with_watermark(document: Document, sop: Sop, setter: Setter = Setter()) -> Document:  # noqa: B008 - a plain value
    """A paper beside a SOP that is no SOP in force, marked as such on each page."""
    words = watermark_words(sop, draft=False)
    if not words:
        return document
    face = Face("sans", bold=True)
    pages = tuple(page._replace(watermark=stamped(words, face, page.size, setter)) for page in document.pages)
    return document._replace(pages=pages, draft=sop.status == "konsep")


def stamped(words: str, face: Face, page: tuple[float, float], setter: Setter) -> Text:
    """A word in large grey letters about the middle of a page."""
    size = 130.0
    middle = page[1] / 2 + setter.cap(face, size) / 2
    word = setter.single("konsep", words, face, size, (page[0] / 2, middle), (0.0, 0.0, *page), "center")
    return word._replace(grey=0.88)


def document_of(sop: Sop, pages: tuple[Page, ...], result: FlowResult, *, draft: bool) -> Document:
    """One with the flow, and what the router reached."""
    document = plain_document(sop, pages, result.size, draft=draft)
    radius = omega_radius(pages)
    choice = result.choice
    if sop.tampilan.halaman == "gabung" and choice.above is None:
        choice = choice._replace(above=-1)
    return document._replace(
        style=document.style._replace(omega_radius=radius),
        symbol_sizes=result.symbol_sizes,
        figures=_figures(pages, result.charts),
        choice=choice,
    )


def plain_document(sop: Sop, pages: tuple[Page, ...], size: float, *, draft: bool) -> Document:
    """Of a SOP, whatever its pages hold; its dates are the SOP's own."""

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
        size,
        Style(style.STROKE, style.ARROW_LENGTH, style.ARROW_WIDTH, style.OMEGA_RADIUS, style.PENTAGON_POINT),
        draft=draft,
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


def expected_of(sop: Sop, flow: Flow) -> Expected:
    """What the flow demands, in the examiner's own terms."""
    main = {level.step: level for level in flow.levels if level.role == "step"}
    return Expected(
        tuple((*edge.steps, edge.label) for edge in flow.edges),
        {k.nomor: k.pelaksana for k in sop.kegiatan},
        {step: level.nodes[level.lead].kind for step, level in main.items()},
        frozenset(step for step, level in main.items() if level.closes),
        next((step for step, level in main.items() if level.opens), None),
    )
