"""edit and read: a form over a text that stays the one truth: operations in, and what stands there out."""

from __future__ import annotations

from typing import Any

from sopgen.desk.documents import language_of, source_of, today_of
from sopgen.desk.question import Answer, Question


def edit(question: Question) -> Answer:
    """`operations` on `text`, all or none: the new text and what stands in it, or why nothing was changed."""
    from sopgen.editing import EditFault, apply_operations

    try:
        edited = apply_operations(str(question.data["text"]), question.data["operations"])
    except EditFault as fault:
        told = {"message": fault.message.in_language(language_of(question)), "steps": list(fault.steps)}
        return Answer({"text": None, "data": None, "fault": told})
    return Answer({"text": edited.text, "data": _wired(edited.data), "fault": None})


def read(question: Question) -> Answer:
    """What stands in `text`, whatever is wrong with it; None where nothing can be read. Raises `Refusal`."""
    from sopgen.intake.decoding import decode
    from sopgen.intake.parsing import parse

    text = decode(str(question.data["text"]).encode(), "")
    return Answer({"data": _wired(parse(text, "").data)})


def mends(question: Question) -> Answer:
    """Which findings of the document can be mended mechanically: by fingerprint, what takes whose place."""
    from sopgen import pipeline
    from sopgen.report.reviewing import Terms, review_file
    from sopgen.rules.fixes import with_fixes

    source, today = source_of(question), today_of(question)
    loaded = pipeline.load(source)
    found = with_fixes(loaded.source.decode(), source.shown, pipeline.check(loaded, today=today))
    reviewed = review_file(source.shown, found, loaded, Terms(today))
    told = [
        {
            "fingerprint": each.fingerprint,
            "replacements": [
                [fix.span.line, fix.span.column, *fix.end, fix.text] for fix in each.diagnostic.fix if fix.span
            ],
        }
        for each in reviewed.findings
        if each.diagnostic.fix
    ]
    return Answer({"mends": told})


def _wired(node: Any) -> Any:
    """A map is a list of pairs: JSON's own would lose its order in a browser, where keys look like numbers."""
    if isinstance(node, dict):
        return {"map": [[key, _wired(value)] for key, value in node.items()]}
    if isinstance(node, list):
        return [_wired(item) for item in node]
    return node if isinstance(node, str) else None
