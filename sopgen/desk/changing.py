"""edit and read: a form over a text that stays the one truth: operations in, and what stands there out."""

from __future__ import annotations

from typing import Any

from sopgen.desk.answering import Answer, Question
from sopgen.desk.documents import language_of


def edit(question: Question) -> Answer:
    """`operations` on `text`, all or none: the new text and what undoes it, or why nothing was changed."""
    from sopgen.editing import EditFault, apply_operations

    try:
        edited = apply_operations(str(question.data["text"]), question.data["operations"])
    except EditFault as fault:
        told = {"message": fault.message.in_language(language_of(question)), "steps": list(fault.steps)}
        return Answer({"text": None, "undo": None, "fault": told})
    return Answer({"text": edited.text, "undo": list(edited.undo), "fault": None})


def read(question: Question) -> Answer:
    """What stands in `text`, whatever is wrong with it; None where nothing can be read. Raises `Refusal`."""
    from sopgen.intake.decoding import decode
    from sopgen.intake.parsing import parse

    text = decode(str(question.data["text"]).encode(), "")
    return Answer({"data": _plain(parse(text, "").data)})


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(item) for item in node]
    return node if isinstance(node, str) else None
