"""The desk over a wire that carries text and bytes only: to a web worker, or to a server."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sopgen.desk.answering import UnknownQuestion, answer
from sopgen.desk.diagnoses import told
from sopgen.desk.documents import language_of
from sopgen.desk.question import Answer, Question


class Reply(NamedTuple):
    """`text` is JSON: `data`, `refusals`, `files` (name and media type, their bytes in `blobs`), or `fault`."""

    text: str
    blobs: tuple[bytes, ...] = ()


def reply(name: str, text: str, blobs: Mapping[str, bytes], *, locate: Callable[[str], Path] | None = None) -> Reply:
    """Never raises: a mistake of the program's own is a `fault` that says where it was made."""
    try:
        question = Question(json.loads(text), dict(blobs), locate)
        given = answer(name, question)
        return Reply(_written(given, question), tuple(file.data for file in given.files))
    except UnknownQuestion:
        return Reply(_fault(f"unknown question: {name}"))
    except Exception as error:  # noqa: BLE001 - whoever asked must hear of it
        return Reply(_fault(_described(error)))


def _written(given: Answer, question: Question) -> str:
    language = language_of(question)
    whole: dict[str, Any] = {
        "data": given.data,
        "refusals": [told(each, language) for each in given.refusals],
        "files": [{"name": file.name, "mediaType": file.media_type} for file in given.files],
    }
    return json.dumps(whole, ensure_ascii=False)


def _fault(what: str) -> str:
    return json.dumps({"fault": what}, ensure_ascii=False)


def _described(error: Exception) -> str:
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    line = f", {place.tb_frame.f_code.co_name}:{place.tb_lineno}" if place else ""
    return f"{type(error).__name__}: {' '.join(str(error).split())}{line}"
