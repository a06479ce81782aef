"""save: a document → its finished files, byte for byte as `sopgen build` writes them."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from sopgen.desk.answering import Answer, File, Question
from sopgen.desk.documents import source_of
from sopgen.desk.opening import SUFFIX
from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity

MEDIA: Final = {
    "pdf": "application/pdf",
    "form": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
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
    """`format`: pdf, xlsx, form or svg (a file a page). Raises `Refusal`."""
    from sopgen import pipeline

    source = source_of(question)
    stem = source.name.removesuffix(SUFFIX)
    document = pipeline.lay_out(pipeline.load(source), draft=bool(question.data.get("konsep")))
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
        case "svg":
            pages = pipeline.render_pages(document, "svg")
            made = [(f"{stem}.halaman-{number}.svg", page) for number, page in enumerate(pages, start=1)]
        case other:
            message = f"no such format: {other}"
            raise ValueError(message)
    media = MEDIA[question.data["format"]]
    return Answer({"pages": len(document.pages)}, tuple(File(name, media, data) for name, data in made))
