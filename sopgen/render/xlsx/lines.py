"""How high programs set a line, and how much of it is ink. Lengths in em."""

from __future__ import annotations

import re

from sopgen.text.face import FAMILIES, Face, Family
from sopgen.text.measure import metrics

ROW_SHARE = 0.96
"""Of its height what a row has at least in print: a reader that takes after Excel prints rows lower than that."""

_EXCEL_LINE = 1.24  # em from line to line: at 96 dpi Excel rounds a font's height up to pixels
_USUAL_LINE = 1.16
# ink below and above the baseline: the most of any letter, accented ones too, in the faces that are vendored
BELOW: dict[Family, float] = {family: facts.below for family, facts in FAMILIES.items()}
_ABOVE = 0.911
_HANGING = re.compile(r"[^A-Z0-9 .:/-]")  # what may reach below the baseline, or stand out above capitals
_FLAT = 0.05  # what others reach below it


def line_height(face: Face) -> float:
    """From line to line where a program sets them widest."""
    measured = metrics(face)
    return max(_EXCEL_LINE, measured.ascent - measured.descent)


def usual_line_height(face: Face) -> float:
    """The same in most programs and sizes."""
    measured = metrics(face)
    return max(_USUAL_LINE, measured.ascent - measured.descent)


def drop(face: Face) -> float:
    """From the middle of a line down to its baseline."""
    measured = metrics(face)
    return (measured.ascent + measured.descent) / 2


def centred_ink(face: Face, lines: int, text: str | None = None) -> float:
    """From edge to edge of a cell that holds the ink of so many lines in its middle, in any program.

    `text`: what they say; without it, of whatever they say.
    """
    below, above = BELOW[face.family], _ABOVE
    if text is not None and not _HANGING.search(text):
        below, above = _FLAT, metrics(face).cap_height
    return (lines - 1) * line_height(face) + 2 * max(drop(face) + below, above - drop(face))
