"""A spec's text made to say other data, with as little change as possible: how a form is written back into its spec."""

from __future__ import annotations

import json
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from sopgen.editing.draft import Draft
from sopgen.editing.edit_fault import EditFault
from sopgen.editing.setting import set_value
from sopgen.editing.targets import steps_of


def make_agree(text: str, data: Mapping[str, Any]) -> str:
    """Comments and order of what is equal stay. Raises `EditFault`."""
    draft = Draft(text)
    _align_steps(draft, data.get("kegiatan"))
    for key, value in data.items():
        set_value(draft, (key,), value)
    for key in list(draft.data):
        if key not in data:
            draft.remove((key,))
    return draft.text


def is_editable(text: str) -> bool:
    """Whether it can be read, and is no list and no single word."""
    try:
        return not isinstance(Draft(text).data, str | list)
    except EditFault:
        return False


def _align_steps(draft: Draft, wanted: Any) -> None:
    """Steps taken out and put in where they belong, so that each of the others is compared with itself."""
    if not isinstance(wanted, list) or not wanted or not steps_of(draft.data):
        return
    there = [_known_by(step) for step in steps_of(draft.data)]
    matcher = SequenceMatcher(None, there, [_known_by(step) for step in wanted], autojunk=False)
    for kind, start, end, first, behind in reversed(matcher.get_opcodes()):
        if kind == "equal":
            continue
        for offset in range(first + min(end - start, behind - first), behind):
            draft.insert_item(("kegiatan",), start + offset - first, wanted[offset])
        for index in range(end - 1, start + min(end - start, behind - first) - 1, -1):
            draft.remove(("kegiatan", index))


def _known_by(step: Any) -> str:
    """What tells a step from the others: its id, else its words."""
    if not isinstance(step, dict):
        return ""
    return str(step.get("id") or json.dumps(step.get("uraian"), ensure_ascii=False, sort_keys=True).replace("\\n", ""))
