"""Two states of a document → what changed, in words and on the pages of both; its sheet; its entries of `riwayat`.

`old` and `new` are documents; logos are those of both.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sopgen.comparing import Change, Comparison
from sopgen.comparing.wordwise import Piece, word_pair
from sopgen.desk.documents import language_of, source_of, today_of
from sopgen.desk.drawing import svg_pages
from sopgen.desk.opening import SUFFIX
from sopgen.desk.question import Answer, File, Question
from sopgen.diagnostics import Language
from sopgen.intake import Loaded
from sopgen.report.changes_json import change_json
from sopgen.scene import Document, Page

MEDIA = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def compare(question: Question) -> Answer:
    """Changes by number, those of `letak` last; of each side its pages, and the marks on them by the same numbers."""
    from sopgen import paperwork

    language = language_of(question)
    old, new = _loaded(question, "old"), _loaded(question, "new")
    comparison = paperwork.compare(old, new)
    return Answer(
        {
            "counts": {kelas.value: count for kelas, count in comparison.counts().items()},
            "changes": [
                {"number": number, **change_json(change, comparison, language), **_pieces(change, comparison, language)}
                for number, change in enumerate(comparison.changes, start=1)
            ],
            "old": _side(old, comparison, language, old=True),
            "new": _side(new, comparison, language, old=False),
        }
    )


def save_changes(question: Question) -> Answer:
    """`format`: pdf (the sheet of changes, and the pages that changed) or xlsx (its matrix). Raises `Refusal`."""
    from sopgen import paperwork

    old, new = _loaded(question, "old"), _loaded(question, "new")
    form = question.data["format"]
    name = str(question.data["new"]["name"]).removesuffix(SUFFIX)
    return Answer({}, (File(f"{name}.perubahan.{form}", MEDIA[form], paperwork.render_changes(old, new, form)),))


def revise(question: Question) -> Answer:
    """What records the changes in the new text, as `edit` takes it: entries of `riwayat`, and the revision's date."""
    from sopgen import paperwork
    from sopgen.comparing.revising import recording

    old, new = _loaded(question, "old"), _loaded(question, "new")
    comparison = paperwork.compare(old, new)
    day = comparison.new.tanggal.revisi
    if not isinstance(day, date) or day == comparison.old.tanggal.revisi:
        day = today_of(question)
    recorded = recording(comparison, day)
    return Answer({"operations": list(recorded.operations), "number": recorded.number, "changes": len(recorded.wanted)})


def _loaded(question: Question, which: str) -> Loaded:
    from sopgen import pipeline

    return pipeline.load(source_of(question._replace(data={**question.data, "document": question.data[which]})))


def _pieces(change: Change, comparison: Comparison, language: Language) -> dict[str, Any]:
    """Both texts cut into what stayed and what did not, and what follows of itself."""
    from sopgen.comparing.words import tell

    said = tell(change, comparison, language)
    pair = word_pair(said.before, said.after)
    return {
        "pieces": {"old": _told_pieces(pair.before), "new": _told_pieces(pair.after)},
        "hence": list(said.hence),
    }


def _told_pieces(pieces: tuple[Piece, ...]) -> list[list[str]]:
    return [[piece.text, piece.state] for piece in pieces]


def _side(loaded: Loaded, comparison: Comparison, language: Language, *, old: bool) -> dict[str, Any]:
    """Without pages where it cannot be drawn any more."""
    from sopgen.redrawn import drawn_again
    from sopgen.waktu.main_path import main_path_time
    from sopgen.wording import printed_date

    document: Document | None = drawn_again(loaded)
    hours = loaded.setelan.waktu_kerja
    return {
        "title": loaded.sop.judul,
        "number": loaded.sop.nomor or "",
        "effective": printed_date(loaded.sop.tanggal.efektif),
        "status": loaded.sop.status,
        "time": main_path_time(loaded.sop, hours).told(hours).in_language(language),
        "pages": svg_pages(document) if document else [],
        "marks": list(_marks(document, comparison, old=old)) if document else [],
    }


def _marks(document: Document, comparison: Comparison, *, old: bool) -> Iterator[dict[str, Any]]:
    """Lengths in points from the page's top left. `left`: the table's edge; `symbols`, `arrows`: by their ids."""
    from sopgen.layout.changes.places import find_shown

    sop = comparison.old if old else comparison.new
    for page in document.pages:
        if page.kind == "riwayat" or not page.tables:
            continue
        left = min(table.columns[0] for table in page.tables)
        for number, change in enumerate(comparison.changes, start=1):
            path = change.old if old else change.new
            shown = find_shown(page, path, sop) if path is not None else None
            if shown is None:
                continue
            whole = shown.kind == "row" and change.kind in {"added", "removed"}
            step = change.steps[0 if old else 1] if whole else None
            yield {
                "number": number,
                "page": page.number,
                "row": shown.kind == "row",
                "left": left,
                "boxes": [list(box) for box in (*shown.boxes, *shown.labels)],
                "beside": list(shown.beside),
                "symbols": [each.id for each in page.symbols if step is not None and each.step == step],
                "arrows": [*_arrows(page, step), *(each.id for each in page.arrows if each.points in shown.lines)],
            }


def _arrows(page: Page, step: int | None) -> list[str]:
    """Those that come to the step or leave it."""
    if step is None:
        return []
    return [arrow.id for arrow in page.arrows if any(step in edge for edge in arrow.edges)]
