"""A Text in, what tagging and drawing need of it out: its list items apart, and what follows each line.

Lines of the Scene carry no blank at their end. A reader of tagged PDF must find one wherever words are apart, and
no hyphen where a word was only divided (ISO 32000-1, 14.8.2.2.3 and 14.8.2.5).
"""

from __future__ import annotations

from typing import NamedTuple

from sopgen.scene import Run, Text

SOFT_HYPHEN = "\u00ad"


_HANGING = frozenset({"atas_nama"})
"""Roles whose first line begins with an abbreviation that hangs to the left, which is no list item's marker."""


class Line(NamedTuple):
    """A run and what stands behind it: a blank, nothing, or a soft hyphen in place of its last character."""

    run: Run
    after: str


class Part(NamedTuple):
    """A paragraph, or an item of a list where it has a marker."""

    marker: Line | None
    body: tuple[Line, ...]


def lines_of(text: Text) -> tuple[Line, ...]:
    """Every run with what follows it."""
    lines = [Line(run, " " if run.end == "\n" else run.end) for run in text.runs]
    return (*lines[:-1], lines[-1]._replace(after=""))


def parts_of(text: Text) -> tuple[Part, ...]:
    """Paragraphs and list items in reading order."""
    lines = lines_of(text)
    if text.role in _HANGING or not any(run.marker for run in text.runs):
        return (Part(None, lines),)
    found: list[Part] = []
    marker: Line | None = None
    body: list[Line] = []
    for line in lines:
        if line.run.marker:
            if body:
                found.append(Part(marker, tuple(body)))
            marker, body = line, []
        else:
            body.append(line)
    found.append(Part(marker, tuple(body)))
    return tuple(found)
