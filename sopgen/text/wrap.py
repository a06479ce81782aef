"""One hard line of text in one face, broken into lines: fewest lines first, then the most even rag.

All lengths are in em, so that one paragraph serves every font size. Where a line may break stands in
`breaks.py`; here is which of those places are taken.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from sopgen.text.breaks import Breakable, LineWords, Pieces, fold
from sopgen.text.face import Face
from sopgen.text.measure import DEFAULT, Measurer

LineEnd = Literal["\n", " ", "", "\u00ad"]
"""The end of a hard line; a blank that the break took the place of; a break at a sign; a divided word's soft hyphen."""

_SLACK = 1e-6
"""Em by which a line may seem too wide: sums of widths are not exact."""

_MOST_EVENED = 1500
"""Pieces beyond which lines are filled greedily: such a text is no cell's, and its rag is nobody's concern."""

_SHORT = 0.5
"""A last line of one word narrower than this share of the column looks like a leftover."""

_LEFTOVER = 0.5
"""A leftover is as bad as another line's being short by this share of the column."""


class Line(NamedTuple):
    """One line. `end` is what ends it: see `LineEnd`."""

    text: str
    width: float
    end: LineEnd = "\n"


class Paragraph:
    """One hard line of text in one face. Its measures are taken once; answers for a width are remembered."""

    def __init__(
        self, text: str, face: Face, measurer: Measurer = DEFAULT, widths: Sequence[float] | None = None
    ) -> None:
        """`widths` of a folded text's characters in em, where they are of several faces."""
        self.text = fold(text)
        self.face = face
        advance = measurer.metrics(face).advance
        self._words = LineWords(self.text, advance, widths)
        self.natural_width = self._words.width
        self.widest_word = self._words.widest_word
        self._broken: dict[int, _Breaks] = {}
        self._narrow: _Breaks | None = None
        self._lines: tuple[float, tuple[Line, ...]] | None = None

    def line_count(self, width_em: float) -> int:
        """The fewest lines that hold the text; 1 for an empty one, for a blank line is a line."""
        width_em = max(width_em, 0.0)
        if width_em + _SLACK >= self.natural_width:
            return 1
        return self._breaks(width_em).line_count(width_em)

    def lines(self, width_em: float) -> tuple[Line, ...]:
        """The lines for a column of this width: as many as `line_count` says, as even as they can be."""
        width_em = max(width_em, 0.0)
        if width_em + _SLACK >= self.natural_width:
            return (Line(self.text, self.natural_width),)
        if self._lines is None or self._lines[0] != width_em:
            breaks = self._breaks(width_em)
            even = len(breaks.pieces) <= _MOST_EVENED
            ends = breaks.even(width_em) if even else breaks.filled(width_em)
            self._lines = (width_em, breaks.lines(ends, self.text))
        return self._lines[1]

    def _breaks(self, width_em: float) -> _Breaks:
        """The pieces that a column of this width needs; below its widest word only the last are remembered."""
        words = self._words
        if width_em + _SLACK < words.widest_word:
            known = self._narrow
            if known is None or not known.cut.least <= width_em + _SLACK < known.cut.beyond:
                known = self._narrow = _Breaks(words.pieces(width_em + _SLACK))
            return known
        rank = bisect_right(words.group_widths, width_em + _SLACK)
        known = self._broken.get(rank)
        if known is None:
            known = self._broken[rank] = _Breaks(words.pieces(width_em + _SLACK))
        return known


class _Breaks:
    """Pieces of a text, after each of which a line may end. A line's `end` is the piece after its last."""

    def __init__(self, cut: Pieces) -> None:
        self.cut = cut
        self.pieces = pieces = cut.pieces
        self._starts = [piece.x0 for piece in pieces]
        self._ends = [piece.x1 for piece in pieces]
        # A hyphen can make a piece end further right than the next one, so bisection runs on the lowest end to come.
        self._reaches = list(accumulate(reversed(self._ends), min))[::-1]

    def _reach(self, first: int, width: float) -> int:
        """The end of the longest line from `first`; one piece at least, however narrow the column."""
        return max(first + 1, bisect_right(self._reaches, self._starts[first] + width + _SLACK, first))

    def line_count(self, width: float) -> int:
        reaches, starts, total = self._reaches, self._starts, len(self._starts)
        count = first = 0
        while first < total:
            end = bisect_right(reaches, starts[first] + width + _SLACK, first)
            first = end if end > first else first + 1
            count += 1
        return count

    def filled(self, width: float) -> list[int]:
        """Each line as full as it can be, which gives the fewest lines."""
        ends, first = [], 0
        while first < len(self.pieces):
            first = self._reach(first, width)
            ends.append(first)
        return ends

    def even(self, width: float) -> list[int]:
        """The fewest lines with the least sum of squared slack; the last line's is free unless it is a leftover word.

        What follows any line of a shortest breaking is itself as short as can be; so from the end backwards, each
        first piece needs only its best (lines, squared slack).
        """
        count = len(self.pieces)
        best: list[tuple[int, float]] = [(0, 0.0)] * (count + 1)
        following = [0] * count
        for first in range(count - 1, -1, -1):
            chosen: tuple[int, float] | None = None
            for end in range(self._reach(first, width), first, -1):
                lines, squares = best[end]
                if chosen is not None and lines + 1 > chosen[0]:
                    break  # a shorter line never leaves fewer lines to come
                slack = width - (self._ends[end - 1] - self._starts[first])
                if slack < -_SLACK and end > first + 1:
                    continue  # only with its hyphen does this piece stand out
                if end == count:
                    candidate = (1, (_LEFTOVER * width) ** 2 if self._leftover(first, width) else 0.0)
                else:
                    candidate = (lines + 1, squares + slack * slack)
                if chosen is None or candidate < chosen:
                    chosen, following[first] = candidate, end
            assert chosen is not None
            best[first] = chosen
        ends, first = [], 0
        while first < count:
            first = following[first]
            ends.append(first)
        return ends

    def _leftover(self, first: int, width: float) -> bool:
        one_word = not any(piece.space for piece in self.pieces[first:])
        return one_word and self._ends[-1] - self._starts[first] < _SHORT * width

    def lines(self, ends: list[int], text: str) -> tuple[Line, ...]:
        lines, first = [], 0
        for end in ends:
            head, tail = self.pieces[first], self.pieces[end - 1]
            lines.append(Line(text[head.start : tail.end] + tail.hyphen, tail.x1 - head.x0, _end_of(tail, text)))
            first = end
        return tuple(lines)


def _end_of(last: Breakable, text: str) -> LineEnd:
    if last.end >= len(text):
        return "\n"
    return "\u00ad" if last.hyphen else " " if text[last.end].isspace() else ""
