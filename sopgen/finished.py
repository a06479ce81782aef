"""A finished document that somebody holds: read, judged by the spec that it carries, and by what it shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen import pipeline
from sopgen.diagnostics import Diagnostic, Message, Refusal
from sopgen.intake import Loaded, MemorySource, load_spec
from sopgen.redrawn import drawn_again

if TYPE_CHECKING:
    from sopgen.rules.held import Held
    from sopgen.rules.presets import Preset


def read_held(path: str | Path) -> bytes:
    """The bytes of a workbook or PDF. Raises `Refusal`, also for one that is too large to be an SOP's."""
    from sopgen.foreign.files import MOST_BYTES, read_file, why_unread
    from sopgen.rules.drawing.checking import unreadable

    try:
        data = read_file(Path(path), MOST_BYTES)
    except OSError as error:
        reason = why_unread(error)
        told = Message(f"Berkas tidak dapat dibuka: {reason.id}.", f"The file cannot be opened: {reason.en}.")
        raise Refusal((unreadable(told),)) from None
    if len(data) > MOST_BYTES:
        told = Message("Berkas ini jauh lebih besar daripada SOP mana pun.", "The file is far larger than any SOP.")
        raise Refusal((unreadable(told),))
    return data


def check_held(data: bytes, shown: str, *, today: date, preset: Preset | None = None) -> Held:
    """A finished document judged by the spec it carries, by what is drawn and written in it, and by both together.

    One without a spec is judged by what can be read from it. What it does not let be examined is told.
    """
    from sopgen.held_pdf import check_pdf
    from sopgen.render.ooxml.seal import is_of_this_drawing, was_ours
    from sopgen.rules.held import STRIPPED, UNREADABLE_SPEC, Held
    from sopgen.rules.holding import judge_carrying, judge_foreign

    if data.startswith(b"%PDF"):
        return check_pdf(data, shown, today=today, preset=preset)
    loaded, carried = _enclosed_spec(data, shown)
    if loaded is None:
        missing = (UNREADABLE_SPEC,) if carried else (STRIPPED,) if was_ours(data) else ()
        parts = judge_foreign(data, shown, preset, today=today, missing=missing)
        return parts[0] if len(parts) == 1 else Held(None, (), parts=parts)
    if preset:
        loaded = loaded._replace(setelan=loaded.setelan._replace(preset=preset))
    expected = drawn_again(loaded)
    made = pipeline.render_document(expected, "xlsx") if expected else None  # whatever the seal says: it can be forged
    alike = is_of_this_drawing(data)
    return judge_carrying(data, shown, loaded, expected, made, today=today, drawn_alike=alike)


def check_workbook(data: bytes, shown: str) -> tuple[Loaded | None, tuple[Diagnostic, ...]]:
    """The spec inside a workbook, if it still carries one, and what is wrong with the drawing alone."""
    from sopgen.rules.holding import judge_drawing

    loaded, _ = _enclosed_spec(data, shown)
    expected = drawn_again(loaded) if loaded else None
    made = pipeline.render_document(expected, "xlsx") if expected else None
    return loaded, judge_drawing(data, shown, loaded, expected, made)


def load_held(data: bytes, shown: str) -> Loaded:
    """The spec that a finished document carries, shown under the document's name. Raises `Refusal`, also for none."""
    from sopgen.render.enclosed import NothingEnclosed
    from sopgen.rules.drawing.checking import unreadable

    try:
        origin = pipeline.enclosed(data)
    except NothingEnclosed as found:
        told = Message(*(f"{text[0].upper()}{text[1:]}." for text in found.message))
        raise Refusal((unreadable(told),)) from None
    return load_spec(MemorySource(shown, origin.spec, origin.defaults, logos=None))


def carries(data: bytes, loaded: Loaded) -> bool:
    """Whether a finished document carries this very spec."""
    from sopgen.render.enclosed import NothingEnclosed

    try:
        return pipeline.enclosed(data) == pipeline.origin_of(loaded)
    except NothingEnclosed:
        return False


def _enclosed_spec(data: bytes, shown: str) -> tuple[Loaded | None, bool]:
    """The spec inside, without the logo, which did not travel with it; and whether there is any at all."""
    from sopgen.render.enclosed import NothingEnclosed

    try:
        origin = pipeline.enclosed(data)
    except NothingEnclosed:
        return None, False
    try:
        return load_spec(MemorySource(shown, origin.spec, origin.defaults, logos=None)), True
    except Refusal:
        return None, True
