"""Where a hard line of text may break, and the pieces it falls into for a column of a given width.

Ordinary places are the spaces, and hyphens and slashes between two words. Only what alone is wider than the column
is parted further, each time by the first of these that is enough: bound words at their space, a word after its
punctuation, at a syllable, at any letter. A word said twice (Undang-Undang) is kept whole like words bound together.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import inf
from operator import itemgetter
from typing import NamedTuple

from sopgen.text.unbreakable import Bond, bonds, may_bind

_BREAKING_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_WORD = re.compile(r"[^ ]+")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]{3}[-–/])(?=[^\W\d_]{3})")
_SHORT_TWIN = re.compile(r"\W*([^\W\d_]{1,5})-\1(?:nya)?\b", re.IGNORECASE)  # hal-hal, surat-surat: too short to part
_TWIN = re.compile(r"([^\W\d_]{2,})-[^\W\d_]{0,5}\1", re.IGNORECASE)  # undang-undang, sebaik-baiknya, surat-menyurat
_LIKE = 0.6  # of the letters of two halves are the same: warna-warni, bolak-balik
_DIGIT = re.compile(r"\d")
_AFTER_PUNCTUATION = re.compile(r"(?<=[-–—/\\._@=&?#,;:\u00a0])(?=[^-–—/\\._@=&?#,;:\u00a0)\]])")
_LETTERS = re.compile(r"[^\W\d_]+")
_HYPHEN = "-"


class Breakable(NamedTuple):
    """`text[start:end]` from `x0` to `x1` em, where a line may end after it, with `hyphen` (counted in `x1`).

    `space`: a space stands in it or parts it from the next.
    """

    start: int
    end: int
    x0: float
    x1: float
    hyphen: str
    space: bool


class Span(NamedTuple):
    start: int
    end: int


class Pieces(NamedTuple):
    """What a folded line falls into in a column of any width from `least` to below `beyond`, in em."""

    pieces: tuple[Breakable, ...]
    least: float
    beyond: float


def fold(text: str) -> str:
    """Any white space that may break as one space; none at the ends. A space that does not break stays."""
    return _BREAKING_SPACE.sub(" ", text).strip(" ")


class LineWords:
    """The words of a folded line and how they are bound into groups."""

    def __init__(self, text: str, advance: Callable[[str], float], widths: Iterable[float] | None = None) -> None:
        """`widths` of the characters, where they are not all of the face that `advance` is of."""
        self._text = text
        self._x = list(accumulate(map(advance, text) if widths is None else widths, initial=0.0))
        self._hyphen = advance(_HYPHEN)
        self._groups = _groups(text)
        x = self._x
        self.width = x[-1]
        self.group_widths = sorted([x[group[-1].end] - x[group[0].start] for group in self._groups])
        self.widest_word = max([x[end] - x[start] for group in self._groups for start, end in group], default=0.0)

    def pieces(self, width: float) -> Pieces:
        cuts: list[tuple[int, str]] = []
        room = _Room(width, self.group_widths)
        for group in self._groups:
            if self._x[group[-1].end] - self._x[group[0].start] <= width:
                cuts.append((group[-1].end, ""))
            else:
                cuts.extend(self._cut_group(group, room))
        text, x = self._text, self._x
        starts = [0, *[end + text.startswith(" ", end) for end, _ in cuts]]
        pieces = tuple(
            [
                Breakable(
                    start,
                    end,
                    x[start],
                    x[end] + (self._hyphen if hyphen else 0.0),
                    hyphen,
                    " " in text[start:following],
                )
                for (start, following), (end, hyphen) in zip(pairwise(starts), cuts, strict=True)
            ]
        )
        return Pieces(pieces, room.least, room.beyond)

    def _width(self, start: int, end: int) -> float:
        return self._x[end] - self._x[start]

    def _cut_group(self, group: tuple[Span, ...], room: _Room) -> Iterator[tuple[int, str]]:
        """The ends of the pieces of one group that is too wide, each with the hyphen it needs."""
        for word in group:
            if room.holds(self._width(*word)):
                yield word.end, ""
                continue
            for part in _WORD.finditer(self._text, *word):
                yield from self._cut_word(Span(*part.span()), room)

    def _cut_word(self, word: Span, room: _Room) -> Iterator[tuple[int, str]]:
        places = [word.start, *_places(_AFTER_PUNCTUATION, self._text, word), word.end]
        for start, end in pairwise(places):
            if not room.holds(self._width(start, end)):
                yield from self._cut_syllables(Span(start, end), room)
            yield end, ""

    def _cut_syllables(self, part: Span, room: _Room) -> Iterator[tuple[int, str]]:
        places = [part.start, *_syllables(self._text, part), part.end]
        for start, end in pairwise(places):
            hyphen = _HYPHEN if end < part.end else ""
            if not room.holds(self._width(start, end) + (self._hyphen if hyphen else 0.0)):
                yield from self._cut_letters(Span(start, end))
            if hyphen:
                yield end, hyphen

    def _cut_letters(self, part: Span) -> Iterator[tuple[int, str]]:
        text = self._text
        for place in range(part.start + 1, part.end):
            if not unicodedata.combining(text[place]):
                # A hyphen inside a number would change it.
                both_letters = text[place - 1].isalpha() and text[place].isalpha()
                yield place, _HYPHEN if both_letters else ""


class _Room:
    """A column's width, and between which widths every answer that it gave stays the same, for groups of words too."""

    def __init__(self, width: float, groups: list[float]) -> None:
        """`groups`: sorted widths."""
        rank = bisect_right(groups, width)
        self.width = width
        self.least = groups[rank - 1] if rank else 0.0
        self.beyond = groups[rank] if rank < len(groups) else inf

    def holds(self, width: float) -> bool:
        if width <= self.width:
            self.least = max(self.least, width)
            return True
        self.beyond = min(self.beyond, width)
        return False


def _groups(text: str) -> list[tuple[Span, ...]]:
    """The spans of the words (or parts of one that may break inside), bound into groups."""
    words = text.split(" ") if text else []
    ends = list(accumulate(map(len, words), lambda end, length: end + 1 + length, initial=-1))
    spans = [Span(end + 1, following) for end, following in pairwise(ends)]
    if all(map(_stands_alone, words)):
        return [(span,) for span in spans]
    return list(_bound(spans, words))


@lru_cache(maxsize=16_384)  # words recur, within a document and from one to the next
def _stands_alone(word: str) -> bool:
    """Whether a word holds to none beside it, whichever these are, and does not break inside."""
    return not may_bind(word) and not _inner_places(word)


def _bound(spans: list[Span], words: list[str]) -> Iterator[tuple[Span, ...]]:
    group: list[Span] = []
    word_start: int | None = None
    for span, word, bond in zip(spans, words, bonds(words), strict=True):
        places = _inner_places(word)
        if bond is Bond.NONE and word_start is None and not places:
            group.append(span)
            yield tuple(group)
            group = []
            continue
        for start, end in pairwise([span.start, *(span.start + place for place in places), span.end]):
            inside = end < span.end
            twins = inside and _are_twins(word, end - span.start)
            first = start if word_start is None else word_start
            if not inside and bond is Bond.FIRM:
                word_start = first
                continue
            group.append(Span(first, end))
            word_start = None
            if not twins and (inside or bond is Bond.NONE):
                yield tuple(group)
                group = []


@lru_cache(maxsize=16_384)  # words recur, within a document and from one to the next
def _inner_places(word: str) -> tuple[int, ...]:
    """Where a line may break inside a word, as offsets: after a hyphen or slash between two words."""
    if word.isalpha() or _DIGIT.search(word) or _SHORT_TWIN.match(word):
        return ()
    return tuple(match.start() for match in _BETWEEN_WORDS.finditer(word) if 0 < match.start() < len(word))


@lru_cache(maxsize=1_024)
def _are_twins(word: str, place: int) -> bool:
    """Whether the hyphen before `place` stands in a word said twice, whole or changed."""
    if word[place - 1] != _HYPHEN:
        return False
    first = bisect_right(_twins(word), place, key=itemgetter(0)) - 1
    if first >= 0 and place < _twins(word)[first][1]:
        return True
    start = place - 1
    while start > 0 and _LETTERS.match(word, start - 1, start):
        start -= 1
    after = _LETTERS.match(word, place)
    assert after is not None, "a line may break between two words alone"
    before, behind = word[start : place - 1].lower(), after[0].lower()
    same = sum(a == b for a, b in zip(before, behind, strict=False))
    return len(before) == len(behind) and same >= _LIKE * len(before)


@lru_cache(maxsize=64)  # each place in a word asks for them
def _twins(word: str) -> tuple[tuple[int, int], ...]:
    """Where a word stands twice with a hyphen in between: starts and ends, in order."""
    return tuple(found.span() for found in _TWIN.finditer(word))


def _places(pattern: re.Pattern[str], text: str, span: Span) -> list[int]:
    places = [match.start() for match in pattern.finditer(text, *span)]
    return [place for place in places if span.start < place < span.end]


def _syllables(text: str, part: Span) -> Iterator[int]:
    for run in _LETTERS.finditer(text, *part):
        yield from (run.start() + place for place in _hyphenation()(run.group()))


@cache
def _hyphenation() -> Callable[[str], list[int]]:
    import pyphen

    positions: Callable[[str], list[int]] = pyphen.Pyphen(lang="id").positions
    return positions
