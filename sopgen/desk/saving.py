"""save: a document → its finished files, byte for byte as `sopgen build` writes them."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from sopgen.desk.answering import Answer, File, Question
from sopgen.desk.documents import language_of, source_of, today_of
from sopgen.desk.opening import SUFFIX
from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity

if TYPE_CHECKING:
    from sopgen.intake import Loaded
    from sopgen.scene import Document

MEDIA: Final = {
    "pdf": "application/pdf",
    "form": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sheet": "text/html",
    "svg": "image/svg+xml",
}

_NO_PILLOW: Final = Diagnostic(
    "BACA-01",
    Severity.WAJIB,
    Message(
        "Mesin di halaman ini belum dapat menulis logo ke PDF.", "This page's engine cannot write a logo into a PDF."
    ),
    Message(
        "Simpan Excel atau cetak halamannya; PDF dengan logo dibuat dengan sopgen build atau sopgen edit.",
        "Save the workbook or print the pages; sopgen build or sopgen edit makes a PDF with a logo.",
    ),
)


def save(question: Question) -> Answer:
    """`format`: pdf, xlsx, form, svg (a file a page) or sheet (the compliance sheet). Raises `Refusal`."""
    from sopgen import pipeline

    source = source_of(question)
    stem = source.name.removesuffix(SUFFIX)
    loaded = pipeline.load(source)
    document = pipeline.lay_out(loaded, draft=bool(question.data.get("konsep")))
    if question.data["format"] == "pdf" and find_spec("PIL") is None and any(page.images for page in document.pages):
        raise Refusal((_NO_PILLOW,))
    match question.data["format"]:
        case "pdf":
            archival = question.data.get("pdfa", "3a")
            made = [(f"{stem}.pdf", pipeline.render_document(document, "pdf", archival=archival))]
        case "form":
            made = [(f"{stem}.form.xlsx", pipeline.render_form_of(source))]
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
    media = MEDIA[question.data["format"]]
    return Answer({"pages": len(document.pages)}, tuple(File(name, media, data) for name, data in made))


def _sheet(question: Question, loaded: Loaded, document: Document) -> bytes:
    """As `sopgen check --format html` writes it for this one spec."""
    from sopgen import pipeline
    from sopgen.report.folding import folded
    from sopgen.report.review import Review
    from sopgen.report.reviewing import Terms, drawing_of, review_file
    from sopgen.report.sheet import compliance_sheet
    from sopgen.rules.missing_keys import unexamined_for_want_of_keys
    from sopgen.waktu.main_path import main_path_time

    today, hours = today_of(question), loaded.setelan.waktu_kerja
    found = pipeline.check(loaded, today=today)
    reviewed = review_file(loaded.shown_path, found, loaded, Terms(today))._replace(
        time=main_path_time(loaded.sop, hours).told(hours),
        unexamined=unexamined_for_want_of_keys(loaded),
        drawing=drawing_of(document),
    )
    return compliance_sheet(Review(today, (folded(reviewed),)), language_of(question)).encode()
