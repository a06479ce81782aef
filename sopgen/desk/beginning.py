"""An SOP that was just begun: no step is filled in, so the identity is drawn as if there were one."""

from __future__ import annotations

from typing import Any, Final

from sopgen.desk.question import Question

_DOTS: Final = "…"  # stands for what is not there yet; only a missing title is seen


def no_step_is_finished(question: Question) -> bool:
    """Whether `without` names every step of a text that can be read."""
    without = question.data.get("without")
    steps = _steps(question) if without else []
    return bool(steps) and {int(each) for each in without or ()} == set(range(1, len(steps) + 1))


def with_a_step(question: Question) -> Question:
    """The question with one step, done by an executor, and a title: what is there stays."""
    from sopgen.editing import EditFault, apply_operations

    text = str(question.data["document"]["text"])
    data = _data(question)
    lanes = data.get("pelaksana") or {}
    operations: list[dict[str, Any]] = [
        {"op": "delete_step", "number": number, "pointed_at": "next"} for number in range(len(_steps(question)), 1, -1)
    ]
    if not lanes:
        operations.append({"op": "add_executor", "key": "x", "value": _DOTS})
    lane = next(iter(lanes), "x")
    operations.append({"op": "set", "path": ["kegiatan", 0], "value": {"uraian": _DOTS, "pelaksana": lane}})
    if not data.get("judul"):
        operations.append({"op": "set", "path": ["judul"], "value": _DOTS})
    try:
        edited = apply_operations(text, operations)
    except EditFault:
        return question
    return question._replace(data=question.data | {"document": question.data["document"] | {"text": edited.text}})


def _steps(question: Question) -> list[Any]:
    steps = _data(question).get("kegiatan")
    return steps if isinstance(steps, list) else []


def _data(question: Question) -> dict[str, Any]:
    from sopgen.intake.decoding import decode
    from sopgen.intake.parsing import parse

    data = parse(decode(str(question.data["document"]["text"]).encode(), ""), "").data
    return data if isinstance(data, dict) else {}
