"""The same comparison as JSON, for programs."""

from __future__ import annotations

from collections import Counter

from sopgen.diagnostics import Language
from sopgen.drawn.reading import Imported
from sopgen.drawn.seen import STATES, Seen, seen_on
from sopgen.foreign.json_text import json_text


def comparison_record(source: str, imported: Imported, language: Language) -> dict[str, object]:
    """Lengths in points from a panel's top left corner, steps from 1."""
    drawn = [seen_on(imported, number) for number in range(len(imported.panels))]
    count = Counter(each.state for panel in drawn for each in panel)
    return {
        "source": source,
        "title": imported.identity.title,
        "lanes": list(imported.lanes),
        "doubts": [
            {
                "place": doubt.place.in_language(language),
                "message": doubt.message.in_language(language),
                "step": None if doubt.step is None else doubt.step + 1,
            }
            for doubt in imported.doubts
        ],
        "left_out": [each.in_language(language) for each in imported.left_out],
        "steps": [
            {
                "executors": list(executors),
                "ways": [
                    {"to": None if edge.target is None else edge.target + 1, "label": edge.label}
                    for edge in imported.read.edges
                    if edge.source == number
                ],
            }
            for number, executors in enumerate(imported.read.executors)
        ],
        "counts": {state: count[state] for state in STATES},
        "panels": [
            {
                "name": panel.name.in_language(language),
                "page": panel.page or None,
                "sheet": panel.sheet or None,
                "size": _rounded(panel.size),
                "drawn": [_seen(each) for each in seen],
            }
            for panel, seen in zip(imported.panels, drawn, strict=True)
        ],
    }


def comparison_json(source: str, imported: Imported, language: Language) -> bytes:
    record = comparison_record(source, imported, language)
    return f"{json_text(record, indent=1)}\n".encode()


def _seen(seen: Seen) -> dict[str, object]:
    return {
        "what": seen.what,
        "state": seen.state,
        "box": _rounded(seen.box),
        "points": [_rounded(point) for point in seen.points],
        "text": seen.text,
        "step": None if seen.step is None else seen.step + 1,
    }


def _rounded(values: tuple[float, ...]) -> list[float]:
    return [round(value, 2) for value in values]
