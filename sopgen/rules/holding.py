"""A finished document → what is wrong with it: by its own spec, by what is drawn and written in it, by both together.

The spec that it carries and the document that spec gives come from outside: rules draw nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sopgen.diagnostics import Diagnostic, Message
from sopgen.drawn.files import NO_SOP, TOO_MUCH, NotRead, read_file
from sopgen.drawn.near import TooMuch
from sopgen.drawn.reading import Imported, read_panels
from sopgen.intake.loaded import Loaded, Setelan
from sopgen.rules.checking import check_spec
from sopgen.rules.drawing.charting import with_known_heads
from sopgen.rules.drawing.checking import check_drawing, unreadable
from sopgen.rules.drawing.source import Source, source_of
from sopgen.rules.held import DRAWING_ALONE, UNREAD, UNREADABLE_SPEC, Held, Unexamined, folded
from sopgen.rules.presets import Preset
from sopgen.rules.read_back import ReadBack, judge_read
from sopgen.scene import Document


def judge_carrying(data: bytes, shown: str, loaded: Loaded, expected: Document | None, *, today: date) -> Held:
    """A workbook with its spec. `expected`: what the spec gives; None where it cannot be drawn any more."""
    told = judge_enclosed(loaded, today)
    drawing = judge_drawing(data, shown, loaded, expected)
    return Held(loaded, folded(told, drawing), () if expected else (DRAWING_ALONE,))


def judge_enclosed(loaded: Loaded, today: date) -> tuple[Diagnostic, ...]:
    """Places are steps: the lines of a spec inside a file are no places there."""
    return tuple(each._replace(span=None, source_line=None) for each in check_spec(loaded, today=today))


def judge_drawing(data: bytes, shown: str, loaded: Loaded | None, expected: Document | None) -> tuple[Diagnostic, ...]:
    """What is drawn and written in a file alone, beside what its spec gives."""
    source = source_of(expected) if expected else None
    found = _read(data, source)
    if isinstance(found, Message):
        return (unreadable(found),)
    setelan = loaded.setelan if loaded else Setelan()
    judged = found[:1] if source else found
    return tuple(finding for each in judged for finding in check_drawing(each, shown, setelan, source))


def judge_foreign(data: bytes, shown: str, preset: Preset | None, *, today: date, unread: bool = False) -> Held:
    """A file without a spec: by its drawing, and by all that can be read from its cells.

    `unread`: whether it carries one that nobody can read.
    """
    missing = (UNREADABLE_SPEC,) if unread else ()
    found = _read(data, None)
    if isinstance(found, Message):
        return Held(None, (unreadable(found),), (*missing, UNREAD._replace(why=found)))
    setelan = Setelan(preset=preset) if preset else Setelan()
    judged = [(_drawing(each, shown, setelan), judge_read(each, shown, setelan, today=today)) for each in found]
    if len(judged) == 1:
        ((drawing, words),) = judged
        return Held(words.loaded, folded(words.diagnostics, drawing), (*missing, *words.unexamined))
    findings = tuple(
        _named(finding, number, each.identity.title)
        for number, (each, (drawing, words)) in enumerate(zip(found, judged, strict=True), start=1)
        for finding in folded(words.diagnostics, drawing)
    )
    return Held(None, findings, (*missing, *_together([words for _, words in judged])))


def _read(data: bytes, source: Source | None) -> Sequence[Imported] | Message:
    """All SOPs in it, or why there is none."""
    try:
        panels = read_file(data)
        return read_panels(with_known_heads(panels, source) if source else panels) or NO_SOP
    except NotRead as reason:
        return reason.message
    except TooMuch:
        return TOO_MUCH


def _drawing(imported: Imported, shown: str, setelan: Setelan) -> tuple[Diagnostic, ...]:
    return check_drawing(imported, shown, setelan) if imported.steps else ()


def _named(finding: Diagnostic, number: int, title: str) -> Diagnostic:
    """Of several SOPs in one file each finding says whose it is."""
    name = f"SOP {number}" + (f" “{title}”" if title else "")
    return finding._replace(message=Message(f"{name}: {finding.message.id}", f"{name}: {finding.message.en}"))


def _together(judged: Sequence[ReadBack]) -> tuple[Unexamined, ...]:
    return tuple(dict.fromkeys(each for words in judged for each in words.unexamined))
