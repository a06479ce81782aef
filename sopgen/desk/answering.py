"""A question's name and data in, the answer out: the one door of the desk, the same for every host."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sopgen.desk.question import Answer, Question
from sopgen.diagnostics import Refusal


class UnknownQuestion(Exception):  # noqa: N818 - what was asked
    """There is no such question: page and program are of different versions."""


def _homes() -> dict[str, Callable[[Question], Answer]]:
    from sopgen.desk import changing, comparing, drawing, importing, opening, saving, telling

    return {
        "about": telling.about,
        "compare": comparing.compare,
        "draw": drawing.draw,
        "edit": changing.edit,
        "explain": telling.explain,
        "fonts": telling.fonts,
        "import": importing.import_old,
        "mends": changing.mends,
        "open": opening.open_file,
        "read": changing.read,
        "revise": comparing.revise,
        "save": saving.save,
        "save_changes": comparing.save_changes,
        "schema": telling.schema,
    }


QUESTIONS: Final = (
    "about",
    "compare",
    "draw",
    "edit",
    "explain",
    "fonts",
    "import",
    "mends",
    "open",
    "read",
    "revise",
    "save",
    "save_changes",
    "schema",
)


def answer(name: str, question: Question) -> Answer:
    """Never raises but for an unknown name and the program's own mistakes."""
    if name not in QUESTIONS:
        raise UnknownQuestion(name)
    try:
        return _homes()[name](question)
    except Refusal as refusal:
        return Answer({}, refusals=refusal.diagnostics)
