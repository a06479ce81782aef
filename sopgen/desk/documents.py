"""What a page calls a document → the source that the program reads."""

from __future__ import annotations

from datetime import date
from typing import Any

from sopgen.desk.question import Question
from sopgen.diagnostics import Language
from sopgen.intake import FileSource, MemorySource, Source


def source_of(question: Question) -> Source:
    """`document`: name, text, and the bureau's sopgen.yaml; logos are the question's blobs.

    One with a `place` in the host's folder has its sopgen.yaml and its logo there.
    """
    told: dict[str, Any] = question.data["document"]
    place = told.get("place")
    if question.locate is not None and place is not None:
        return FileSource(question.locate(str(place)), str(place), str(told["text"]).encode())
    bureau = told.get("bureau")
    return MemorySource(
        str(told["name"]),
        str(told["text"]).encode(),
        None if bureau is None else str(bureau).encode(),
        tuple(sorted(question.blobs.items())),
    )


def language_of(question: Question) -> Language:
    return "en" if question.data.get("language") == "en" else "id"


def today_of(question: Question) -> date:
    """The page's own day: a worker's clock is no one's business here."""
    return date.fromisoformat(str(question.data["today"]))
