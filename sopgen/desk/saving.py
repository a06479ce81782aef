"""save: a document → its finished files, byte for byte as `sopgen build` writes them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from sopgen.desk.documents import language_of, source_of, today_of
from sopgen.desk.opening import SUFFIX
from sopgen.desk.question import Answer, File, Question
from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity

if TYPE_CHECKING:
    from sopgen.intake import Loaded, Source
    from sopgen.scene import Document

MEDIA: Final = {
    "pdf": "application/pdf",
    "form": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sheet": "text/html",
    "svg": "image/svg+xml",
}

SERVICE_PAPERS: Final = ("publik", "gambar", "gambar-a3", "standar", "selebaran", "maklumat")

_STRANGE_LOGO: Final = Diagnostic(
    "BACA-01",
    Severity.WAJIB,
    Message(
        "Logo ini disimpan dengan cara yang tidak dibaca mesin di halaman ini.",
        "This logo is stored in a way that this page's engine does not read.",
    ),
    Message(
        "Buka logonya di aplikasi gambar dan simpan ulang sebagai PNG, lebar 600 piksel; atau buat PDF-nya dengan "
        "sopgen build atau sopgen edit.",
        "Open the logo in an image program and save it again as PNG, 600 pixels wide; or make the PDF with sopgen "
        "build or sopgen edit.",
    ),
)


def save(question: Question) -> Answer:
    """`format`: pdf, xlsx, form (also of a spec that is refused), svg (a file a page), sheet (the compliance sheet) or
    a paper of a service.

    Raises `Refusal`.
    """
    from sopgen import pipeline

    source = source_of(question)
    stem = source.name.removesuffix(SUFFIX)
    kind = question.data["format"]
    if kind == "form":
        return Answer({}, (File(f"{stem}.form.xlsx", MEDIA["form"], _form(source)),))
    loaded = pipeline.load(source)
    if kind in SERVICE_PAPERS:
        return Answer({}, (File(f"{stem}.{kind}.pdf", MEDIA["pdf"], _paper(question, loaded, kind)),))
    document = pipeline.lay_out(loaded, draft=bool(question.data.get("konsep")))
    match kind:
        case "pdf":
            made = [(f"{stem}.pdf", _pdf(question, document))]
        case "xlsx":
            made = [(f"{stem}.xlsx", pipeline.render_document(document, "xlsx"))]
        case "sheet":
            made = [(f"{stem}.lembar-pemeriksaan.html", _sheet(question, loaded, document))]
        case "svg":
            pages = pipeline.render_pages(document, "svg")
            made = [(f"{stem}.halaman-{number}.svg", page) for number, page in enumerate(pages, start=1)]
        case other:
            message = f"no such format: {other}"
            raise ValueError(message)
    media = MEDIA[kind]
    return Answer({"pages": len(document.pages)}, tuple(File(name, media, data) for name, data in made))


def _form(source: Source) -> bytes:
    """Also of a spec that is refused: *Periksa* marks its cells, and it can be mended there. Raises `Refusal`."""
    from sopgen import pipeline

    try:
        return pipeline.render_form_of(source)
    except Refusal:
        return pipeline.render_unfinished_form(source)


def _paper(question: Question, loaded: Loaded, kind: str) -> bytes:
    """As `sopgen build --edisi publik` and `sopgen standar` write it."""
    from sopgen import paperwork, pipeline

    match kind:
        case "publik":
            return _pdf(question, pipeline.lay_out_public(loaded))
        case "gambar":
            return _pdf(question, pipeline.lay_out_picture(loaded))
        case "gambar-a3":
            return _pdf(question, pipeline.lay_out_picture(loaded, "A3"))
        case "standar" | "selebaran" | "maklumat":
            return paperwork.render_service(loaded, kind)
    raise ValueError(kind)


def _pdf(question: Question, document: Document) -> bytes:
    from sopgen import pipeline
    from sopgen.render.pdf import NoImage

    try:
        return pipeline.render_document(document, "pdf", archival=question.data.get("pdfa", "3a"))
    except NoImage:
        raise Refusal((_STRANGE_LOGO,)) from None


def _sheet(question: Question, loaded: Loaded, document: Document) -> bytes:
    """As `sopgen check --format html` writes it for this one spec."""
    from sopgen import pipeline
    from sopgen.report.folding import folded
    from sopgen.report.review import Review
    from sopgen.report.reviewing import Terms, drawing_of, review_file
    from sopgen.report.scope import within
    from sopgen.report.sheet import compliance_sheet
    from sopgen.rules.missing_keys import unexamined_in
    from sopgen.waktu.main_path import main_path_time

    today, hours = today_of(question), loaded.setelan.waktu_kerja
    found = pipeline.check(loaded, today=today)
    reviewed = review_file(loaded.shown_path, found, loaded, Terms(today))._replace(
        time=main_path_time(loaded.sop, hours).told(hours),
        unexamined=within(unexamined_in(loaded), Terms(today).selection, loaded.setelan, is_paper=False),
        drawing=drawing_of(document),
        digest=hashlib.sha256(loaded.source).hexdigest(),
    )
    return compliance_sheet(Review(today, (folded(reviewed),)), language_of(question)).encode()
