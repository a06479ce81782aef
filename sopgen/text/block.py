"""The text of a cell: items, each a text that may carry a marker and then hangs from it.

In: the spec's text and list. Out: lines with marker and indent. All lengths in em.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from string import ascii_lowercase
from typing import Literal, NamedTuple

from sopgen.text.face import Face
from sopgen.text.measure import DEFAULT, Measurer
from sopgen.text.wrap import LineEnd, Paragraph

Numbering = Literal["letters", "numbers", "none"]

_MARKER_GAP = 0.5
"""Em between the widest marker and the text, where no indent is asked for."""

_LEAST_MARKER_GAP = 0.2
"""Em that a marker keeps from its text, whatever indent is asked for."""

_KEPT, _KEPT_LETTERS = 2_048, 1_000
"""Blocks that are remembered from one document to the next, and the letters of the longest of them."""

_COUNTS = 128
"""Widths whose number of lines a block remembers."""

_WRITTEN_MARKER = re.compile(r"(\d{1,2}[.)]|[A-Za-z]{1,2}\)|[a-z]\.|\((?:\d{1,2}|[A-Za-z]{1,2})\)|[-–•▪]) +(?=[^ ])")


_NUMBER = re.compile(r"\d+")


class Item(NamedTuple):
    """`text` may hold hard line breaks; `marker` stands before its first line and is empty for plain text."""

    marker: str
    text: str


class BlockLine(NamedTuple):
    """`width` of the text alone, which begins `indent` from the block's left edge. `first` of its item.

    `hard`: which line of the block's text it prints, counted from 0; `end`: what ends it.
    """

    marker: str
    text: str
    width: float
    indent: float
    first: bool
    hard: int = 0
    end: LineEnd = "\n"


def items_of(teks: str, butir: Sequence[str], numbering: Numbering) -> tuple[Item, ...]:
    """The items of one text of the spec: hard lines that carry a marker of their own, plain lines, then the list.

    A list that was typed on, "1. …; 2. …", stands as it was typed: hung at its first marker it would read as one item.
    """
    items: list[Item] = []
    lines = teks.strip("\n").split("\n") if teks.strip() else []
    typed_on = any(map(_is_typed_on, lines))
    for line in lines:
        written = None if typed_on else _WRITTEN_MARKER.match(line)
        if written:
            items.append(Item(written[1], line[written.end() :]))
        elif items and not items[-1].marker:
            items[-1] = Item("", f"{items[-1].text}\n{line}")
        else:
            items.append(Item("", line))
    items.extend(Item(_marker(number, numbering), text.strip("\n")) for number, text in enumerate(butir, 1))
    return tuple(items)


def items_by_line(teks: str, butir: Sequence[str]) -> tuple[int | None, ...]:
    """For each line of the text that `items_of` makes the place in `butir` that it comes from; none without a list."""
    if not butir:
        return ()
    above = teks.strip("\n").split("\n") if teks.strip() else []
    return (*(None for _ in above), *(n for n, text in enumerate(butir) for _ in text.strip("\n").split("\n")))


def _is_typed_on(line: str) -> bool:
    """Whether the marker after the one that begins this line stands in it too."""
    written = _WRITTEN_MARKER.match(line)
    if written is None:
        return False
    following = _next_marker(written[1])
    before = r"[;,.] ?" if following in {"-", "–"} else r"[\s;,.]"  # a dash alone may stand between two names
    return re.search(before + re.escape(following) + r"\s*\S", line[written.end() :]) is not None


def _next_marker(marker: str) -> str:
    """The marker of the next item: 2. for 1., b) for a); a dash or dot is its own."""
    number = _NUMBER.search(marker)
    if number is not None:
        return marker.replace(number[0], str(int(number[0]) + 1))
    return re.sub(r"[a-yA-Y](?=[.)])", lambda letter: chr(ord(letter[0]) + 1), marker)


def _marker(number: int, numbering: Numbering) -> str:
    if numbering == "numbers":
        return f"{number}."
    if numbering == "letters":
        rounds, letter = divmod(number - 1, len(ascii_lowercase))
        return ascii_lowercase[letter] * (rounds + 1) + ")"
    return ""


def block_of(items: Sequence[Item], face: Face, measurer: Measurer = DEFAULT, indent_em: float | None = None) -> Block:
    """The block of these items: the one that was measured before where it is known, for an edit changes one cell."""
    short = sum(len(item.text) for item in items) <= _KEPT_LETTERS
    return (_known_block if short else Block)(tuple(items), face, measurer, indent_em)


class Block:
    """Items set in one face. Marked items share one indent: `indent_em`, or else what the widest marker asks for.

    A value: what it remembers are answers alone.
    """

    def __init__(
        self, items: Sequence[Item], face: Face, measurer: Measurer = DEFAULT, indent_em: float | None = None
    ) -> None:
        self.items = tuple(items)
        self.face = face
        self.item_count = len(self.items)
        self.text = "\n".join(f"{item.marker} {item.text}" if item.marker else item.text for item in self.items)
        markers = [measurer.width(item.marker, face, 1.0) for item in self.items if item.marker]
        if not markers:
            self.indent = 0.0
        elif indent_em is None:
            self.indent = max(markers) + _MARKER_GAP
        else:
            self.indent = max(indent_em, max(markers) + _LEAST_MARKER_GAP)
        self._hard_lines = [
            _HardLine(
                item.marker if first else "",
                Paragraph(text, face, measurer),
                self.indent if item.marker else 0.0,
                first,
            )
            for item in self.items
            for first, text in zip(_first_then_others(), item.text.split("\n"), strict=False)
        ]
        self.widest_word = max([line.indent + line.paragraph.widest_word for line in self._hard_lines], default=0.0)
        self.natural_width = max([line.indent + line.paragraph.natural_width for line in self._hard_lines], default=0.0)
        self._counts: dict[float, int] = {}
        self._lines: tuple[float, tuple[BlockLine, ...]] | None = None

    def line_count(self, width_em: float) -> int:
        """The fewest lines in a column of this width; 0 for a block without items."""
        count = self._counts.get(width_em)
        if count is None:
            count = sum([line.paragraph.line_count(width_em - line.indent) for line in self._hard_lines])
            if len(self._counts) == _COUNTS:
                self._counts.clear()
            self._counts[width_em] = count
        return count

    def lines(self, width_em: float) -> tuple[BlockLine, ...]:
        if self._lines is None or self._lines[0] != width_em:
            self._lines = (width_em, tuple(self._set(width_em)))
        return self._lines[1]

    def _set(self, width_em: float) -> Iterator[BlockLine]:
        for number, hard in enumerate(self._hard_lines):
            for top, line in zip(_first_then_others(), hard.paragraph.lines(width_em - hard.indent), strict=False):
                marker = hard.marker if top else ""
                yield BlockLine(marker, line.text, line.width, hard.indent, hard.first and top, number, line.end)


_known_block = lru_cache(maxsize=_KEPT)(Block)


class _HardLine(NamedTuple):
    marker: str
    paragraph: Paragraph
    indent: float
    first: bool


def _first_then_others() -> Iterator[bool]:
    yield True
    yield from repeat(False)
