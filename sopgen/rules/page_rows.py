"""In whose steps' rows of a page something lies, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.scene import Box, Page

SLACK: Final = 1.0  # points: a picture's pixel reaches beyond what it shows
_STEPS_NAMED: Final = 8


def in_steps(page: Page, boxes: Sequence[Box]) -> Message:
    """In whose rows they lie, in brackets."""
    steps = steps_at(page, boxes)
    listed = listed_steps(steps)
    return Message(f" (langkah {listed.id})", f" (steps {listed.en})") if steps else Message("", "")


def listed_steps(steps: Sequence[int]) -> Message:
    named = ", ".join(map(str, steps[:_STEPS_NAMED]))
    more = len(steps) - _STEPS_NAMED
    rest = Message(f" dan {more} lagi", f" and {more} more") if more > 0 else Message("", "")
    return Message(f"{named}{rest.id}", f"{named}{rest.en}")


def steps_at(page: Page, boxes: Sequence[Box]) -> list[int]:
    """Those in whose rows they lie."""
    return [
        row.step
        for row in page.rows
        if row.step is not None and any(reaches_down(row.y0, row.y1, box) for box in boxes)
    ]


def reaches_down(top: float, bottom: float, box: Box) -> bool:
    return box[1] < bottom - SLACK and top + SLACK < box[3]
