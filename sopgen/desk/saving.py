"""save: a document → its finished files, byte for byte as `sopgen build` writes them."""

from __future__ import annotations

from typing import Final

from sopgen.desk.answering import Answer, File, Question
from sopgen.desk.documents import source_of
from sopgen.desk.opening import SUFFIX

MEDIA: Final = {
    "pdf": "application/pdf",
    "form": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "svg": "image/svg+xml",
}


def save(question: Question) -> Answer:
    """`format`: pdf, xlsx, form or svg (a file a page). Raises `Refusal`."""
    from sopgen import pipeline

    source = source_of(question)
    stem = source.name.removesuffix(SUFFIX)
    document = pipeline.lay_out(pipeline.load(source), draft=bool(question.data.get("konsep")))
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
