"""Comparison → one JSON object: every change as data, with what follows from it, and in words."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from sopgen.comparing.change import Change, Comparison
from sopgen.comparing.words import SIGNS, tell
from sopgen.diagnostics import Language
from sopgen.foreign.json_text import json_text
from sopgen.version import __version__

Json = dict[str, Any]


def changes_json(comparison: Comparison, old: str, new: str, language: Language, *, letak: bool = False) -> str:
    """Ends with a line feed. Paths count from 0, steps and numbers from 1."""
    shown = comparison.changes if letak else comparison.entries
    whole: Json = {
        "sopgen": __version__,
        "old": old,
        "new": new,
        "counts": {kelas.value: count for kelas, count in comparison.counts().items()},
        "changes": [
            {"number": number, **change_json(change, comparison, language)}
            for number, change in enumerate(shown, start=1)
        ],
    }
    return f"{json_text(whole, indent=2)}\n"


def change_json(change: Change, comparison: Comparison, language: Language) -> Json:
    told = tell(change, comparison, language)
    step_old, step_new = change.steps
    return {
        "class": change.kelas.value,
        "kind": change.kind,
        "sign": SIGNS[change.kind],
        "place": told.place,
        "old": {"step": step_old, "path": None if change.old is None else list(change.old)},
        "new": {"step": step_new, "path": None if change.new is None else list(change.new)},
        "before": {"text": told.before, "value": plain(change.before)},
        "after": {"text": told.after, "value": plain(change.after)},
        "cause": change.cause,
        "consequences": [change_json(each, comparison, language) for each in change.consequences],
    }


def plain(value: Any) -> Any:
    """A Sop's value as JSON can say it; of a picture its digest."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(each) for name, each in value._asdict().items()}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)
