"""compare: two states of a document → what changed, as data and in words, and the pages side by side as SVG."""

from __future__ import annotations

from sopgen.desk.answering import Answer, Question
from sopgen.desk.documents import language_of, source_of
from sopgen.desk.drawing import svg_pages
from sopgen.intake import Loaded
from sopgen.report.changes_json import change_json


def compare(question: Question) -> Answer:
    """`old` and `new` are documents; logos are those of both. Pages are those that changed, marked."""
    from sopgen import paperwork

    language = language_of(question)
    old, new = _loaded(question, "old"), _loaded(question, "new")
    comparison = paperwork.compare(old, new)
    sheet = paperwork.lay_out_changes(old, new)
    pages = sheet._replace(pages=tuple(page for page in sheet.pages if page.kind == "banding"))
    return Answer(
        {
            "counts": {kelas.value: count for kelas, count in comparison.counts().items()},
            "changes": [
                {"number": number, **change_json(change, comparison, language)}
                for number, change in enumerate(comparison.changes, start=1)
            ],
            "pages": svg_pages(pages),
        }
    )


def _loaded(question: Question, which: str) -> Loaded:
    from sopgen import pipeline

    return pipeline.load(source_of(question._replace(data={**question.data, "document": question.data[which]})))
