"""import: an old file's bytes → the SOPs that were drawn in it, each with its doubts and its original under marks."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from sopgen.desk.documents import language_of
from sopgen.desk.opening import SUFFIX
from sopgen.desk.question import Answer, Question
from sopgen.diagnostics import Diagnostic, Language, Message, Refusal, Severity

if TYPE_CHECKING:
    from sopgen.drawn.reading import Imported


def import_old(question: Question) -> Answer:
    """The blob `file`, which is called `name`. `sops`: each a `document` as `open` gives it, `doubts`, `originals`."""
    from sopgen import oldstock
    from sopgen.drawn.files import NotRead

    name = str(question.data["name"])
    try:
        data = oldstock.open_drawn(question.blobs["file"])
        found = oldstock.import_drawn(data)
    except NotRead as reason:
        raise Refusal((_unread(name, reason.message),)) from None
    language = language_of(question)
    return Answer({"sops": [_sop(each, data, name, at, language) for at, each in enumerate(found)]})


def _sop(each: Imported, data: bytes, name: str, at: int, language: Language) -> dict[str, Any]:
    """`originals`: each page's name and SVG; `counts`: of the drawn things by what became of them."""
    from sopgen import oldstock
    from sopgen.report.comparison.record import comparison_record

    plain = PurePath(name).name
    called = f"{PurePath(plain).stem}{f'-{at + 1}' if at else ''}{SUFFIX}"
    record = comparison_record(plain, each, language)
    pages = oldstock.original_pages(data, each)
    return {
        "document": {"name": called, "text": each.spec(plain), "bureau": None},
        "title": record["title"],
        "doubts": record["doubts"],
        "counts": record["counts"],
        "originals": [
            {"name": panel.name.in_language(language), "svg": svg}
            for panel, svg in zip(each.panels, pages, strict=True)
        ],
    }


def _unread(name: str, why: Message) -> Diagnostic:
    message = Message(f"{name} tidak terbaca: {why.id}.", f"{name} was not read: {why.en}.")
    remedy = Message(
        "Lakukan seperti yang dikatakan, lalu buka lagi; atau tulis SOP-nya di sini dari awal.",
        "Do as it says, then open it again; or write the SOP here from the beginning.",
    )
    return Diagnostic("BACA-01", Severity.WAJIB, message, remedy)
