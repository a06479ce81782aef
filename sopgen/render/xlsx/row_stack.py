"""The paragraphs of a cell in, the range of each out: as high as any program needs, and where the paper has it.

The layout sets lines closer than a spreadsheet does, which takes a line to be as high as its font says. So lines stand
in the middle of a range that holds their ink whatever the font's own height, and the number of several stands in the
middle of what the first of them has. Where programs may differ in how many lines they make, these begin at the top,
beside their number. Ranges push each other aside, and where a box is too full for that, the type is made smaller.

Lengths in points, from the page's top left corner.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from sopgen.render.xlsx.lines import BELOW, ROW_SHARE, centred_ink, drop, line_height, usual_line_height
from sopgen.render.xlsx.paragraphs import Paragraph, paragraphs
from sopgen.render.xlsx.wrapping import WIDEST_TYPE
from sopgen.scene import Cell, Text
from sopgen.text.measure import metrics, width

_ROW_GRID = 0.75  # a pixel at 96 dpi
_TOP_PADDING = 1.0  # what a spreadsheet leaves between a row's upper edge and its text
_CENTRED_ROOM = 2.25  # as much room below a range is a range of its own, or its text would stray from its place
_TOP_ROOM = 9.0  # the same where the text begins at the top
_ABOVE_RULE = 1.5  # between the last range and the rule below
_RISE = 1.5  # what a box's first line may rise above its place, where it stands beside another box's first line


class StackedParagraph(NamedTuple):
    """A paragraph of a text that is to have a range of its own, and the size it is set in there.

    `lines`: how many it may take; `steady`: and takes in every program.
    """

    text: Text
    paragraph: Paragraph
    size: float
    lines: int
    steady: bool

    @property
    def valign(self) -> str:
        return "center" if self.steady else "top"

    @property
    def marker_width(self) -> float:
        """Points that its number takes where type runs wide."""
        return width(self.paragraph.marker, self.text.face, self.size) * WIDEST_TYPE

    @property
    def ink(self) -> float:
        """The height of a cell that shows its lines in its middle."""
        return centred_ink(self.text.face, self.lines, self.paragraph.text) * self.size / ROW_SHARE

    @property
    def least(self) -> float:
        """The height that holds the ink of all lines in any program, on the grid."""
        face = self.text.face
        if self.steady:
            return _up(centred_ink(face, self.lines) * self.size / ROW_SHARE)
        ink = metrics(face).ascent + (self.lines - 1) * line_height(face) + BELOW[face.family]
        return _up((_TOP_PADDING + ink * self.size) / ROW_SHARE)

    @property
    def height(self) -> float:
        """What it takes where there is room."""
        return max(self.least, _up(self.lines * line_height(self.text.face) * self.size)) if self.steady else self.least

    @property
    def top(self) -> float:
        """Where its range begins if its lines are to stand as printed."""
        face, first, last = self.text.face, self.paragraph.baseline, self.paragraph.bottom
        if not self.steady:
            return first - metrics(face).ascent * self.size - _TOP_PADDING
        share = (self.lines - 1) / max(1, self.paragraph.lines - 1)
        return first + (last - first) * share / 2 - drop(face) * self.size - self.height / 2

    @property
    def saved(self) -> float:
        """What its lines take less than in print, where they are fewer in every program."""
        first, last = self.paragraph.baseline, self.paragraph.bottom
        fewer = self.paragraph.lines - self.lines
        return fewer * (last - first) / (self.paragraph.lines - 1) if self.steady and fewer > 0 else 0.0

    @property
    def below_first(self) -> float:
        """What of its height lies below the part in whose middle its first line stands."""
        below = (self.lines - 1) * usual_line_height(self.text.face) * self.size
        return _near(below) if self.steady else 0.0


class Stacked(NamedTuple):
    """One paragraph's range, from `top` to `bottom`."""

    entry: StackedParagraph
    top: float
    bottom: float


def entries_of(cell: Cell, less: float = 0.0) -> tuple[StackedParagraph, ...]:
    """All paragraphs of a cell, `less` points smaller than printed."""
    return tuple(
        StackedParagraph(
            text, paragraph, text.size - less, paragraph.lines, paragraph.lines == 1 or text.align != "left"
        )
        for text in cell.texts
        for paragraph in _parted(text)
    )


def _parted(text: Text) -> tuple[Paragraph, ...]:
    """A centred text stays one: its lines are not items."""
    if text.align == "left":
        return paragraphs(text)
    first, last = text.runs[0].baseline, text.runs[-1].baseline
    return (Paragraph("", text.text, text.box[0], first, last, len(text.runs)),)


def needed(entries: Iterable[StackedParagraph]) -> float:
    """The height of a box in which no line of these is cut."""
    return sum(entry.least for entry in entries) + _ABOVE_RULE


def stacked(entries: Sequence[StackedParagraph], top: float, bottom: float) -> list[Stacked]:
    """The ranges, none lower than its ink, within `top` and `bottom`; rows begin on a grid below `top`."""
    tops = _tops(entries, top, bottom)
    ranges = []
    for entry, (begin, following) in zip(entries, pairwise([*tops, bottom]), strict=True):
        end = begin + entry.height
        last = following == bottom
        room = (_ROW_GRID if last else _CENTRED_ROOM) if entry.steady else (math.inf if last else _TOP_ROOM)
        if following - end < room:
            end = following
        ranges.append(Stacked(entry, begin, end))
    return ranges


def _tops(entries: Sequence[StackedParagraph], top: float, bottom: float) -> list[float]:
    """Where each range begins: by least squares as near as can be to its place in print, none above the one before.

    Entries that stand close form a run, which moves as one (isotonic regression by pooling adjacent violators). Items
    of a list move up by what those before them save.
    """
    before = [0.0, *accumulate(entry.least for entry in entries)]
    runs: list[tuple[float, int]] = []  # where a run's first entry would begin if it were the box's first; its length
    saved = 0.0
    for i, (entry, above) in enumerate(zip(entries, before, strict=False)):
        saved = saved + entries[i - 1].saved if i and entries[i - 1].text is entry.text else 0.0
        wanted, count = entry.top - saved - above, 1
        while runs and runs[-1][0] > wanted:
            other, others = runs.pop()
            wanted, count = (wanted * count + other * others) / (count + others), count + others
        runs.append((wanted, count))
    starts = [max(start, entries[0].top - _RISE) for start, count in runs for _ in range(count)]
    room = _down(bottom - _ABOVE_RULE - top - before[-1])
    return [top + max(0.0, min(_near(start - top), room)) + above for start, above in zip(starts, before, strict=False)]


def _up(length: float) -> float:
    return math.ceil(length / _ROW_GRID - 1e-6) * _ROW_GRID


def _down(length: float) -> float:
    return math.floor(length / _ROW_GRID + 1e-6) * _ROW_GRID


def _near(length: float) -> float:
    return round(length / _ROW_GRID) * _ROW_GRID
