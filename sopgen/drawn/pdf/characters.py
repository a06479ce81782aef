"""A page's text objects → its characters, and the places of those that nobody can read.

Signs of fonts that hold pictures instead of letters are told by the font's name (`drawn/signs`). What a program says
that a drawing means (`ActualText`) counts where no letter says it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from sopgen.drawn.hyphens import MARK, SOFT
from sopgen.drawn.model import Box
from sopgen.drawn.pdf.contents import Letter, Thing, Written
from sopgen.drawn.pdf.values import Character, Matrix, around, moved
from sopgen.drawn.signs import sign_of, signs_in

_ASLANT: Final = 0.08  # of a quarter turn: letters that lie more aslant run across the page
_ACROSS: Final = 4  # how such a turn is told
_LARGE: Final = 30.0  # points: letters at least so large,
_LARGER: Final = 3.5  # and so many times as large as most, are no words of a table
_PRIVATE: Final = range(0xE000, 0xF900)


class Writing:
    """A page's texts on their way to characters. `view`: from the page's coordinates to those that are seen."""

    def __init__(self, view: Matrix) -> None:
        self.view = view
        self.texts: dict[int, Written] = {}
        self.fonts: set[str] = set()  # of the texts that are seen
        self.said: list[Character] = []
        self.hidden: set[int] = set()  # the keys of texts that are not seen
        self.covered: set[int] = set()  # of those, that lie under a surface

    def take(self, thing: Thing) -> None:
        """Know a text by its key."""
        if thing.written:
            self.texts[thing.key] = thing.written

    def look_at(self, written: Written, matrix: Matrix) -> None:
        """Take in a text that is seen: its font, and what it means if it says nothing."""
        self.fonts.add(written.font)
        for meaning in map(_meaning, written.meanings if not written.says else ()):
            if meaning.strip():
                size = written.size * math.hypot(matrix[2], matrix[3])
                x, y = moved(matrix, 0, 0)
                box = (x, y - 0.8 * size, x + 0.6 * size, y + 0.2 * size)
                self.said.append(Character(meaning, box, (x, y), size, 0))

    def hide(self, thing: Thing, *, covered: bool = False) -> None:
        """Know that a text is not seen. `covered`: because a surface lies over it."""
        self.hidden.add(thing.key)
        if covered:
            self.covered.add(thing.key)

    def font_of(self, key: int) -> str:
        """The name of a text's font."""
        return self.texts[key].font if key in self.texts else ""

    def is_soft(self, key: int) -> bool:
        """Whether the file says that a text is a hyphen which only the line's end made."""
        return key in self.texts and not all(map(_meaning, self.texts[key].meanings))


def _meaning(mark: bytes) -> str:
    """What a mark says that a text means, without soft hyphens."""
    return _text_string(mark).strip("\xad\x00")


def _text_string(data: bytes) -> str:
    """A text string of a PDF file (ISO 32000-1, 7.9.2.2)."""
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "ignore")
    return data.decode("utf-8-sig", "ignore") if data.startswith(b"\xef\xbb\xbf") else data.decode("latin-1")


class Letters(NamedTuple):
    """`unknown`: the boxes of what is seen but is no letter; `backdrop`: words behind or across all others.

    `hidden`: words that are not seen; `covered`: those of them that lie under a surface.
    """

    found: tuple[Character, ...]
    unknown: tuple[Box, ...]
    backdrop: str
    hidden: str = ""
    covered: str = ""


def characters_of(writing: Writing, letters: Iterable[Letter], is_covered: Callable[[int, Box], bool]) -> Letters:
    """All characters. `is_covered`: whether one of a text, by its key, lies under something in its box."""
    view = writing.view
    seen_from = math.atan2(view[1], view[0])
    pictured = any(map(signs_in, writing.fonts))
    found: list[Character] = []
    unknown: list[Box] = []
    hidden: list[str] = []
    covered: list[str] = []
    for code, key, (left, bottom, right, top), origin, angle, size, stretch in letters:
        text = _character(code)
        box = around([moved(view, left, top), moved(view, right, bottom)])
        if key in writing.hidden:
            hidden.append(text)
            if key in writing.covered and is_covered(key, box):
                covered.append(text)
            continue
        if text == MARK and writing.is_soft(key):
            text = SOFT
        if pictured or code in _PRIVATE:
            sign = sign_of(code, writing.font_of(key))
            text = text if sign is None else sign
        if is_covered(key, box):
            hidden.append(text)
            covered.append(text)
            continue
        if not text:
            if code != _SOFT:
                unknown.append(box)
            continue
        quarters = (angle + seen_from) / (math.pi / 2)
        turn = round(quarters) % 4 if abs(quarters - round(quarters)) < _ASLANT else _ACROSS
        # Many programs set a font of one point and draw it larger: its size is what the matrix makes of it.
        scale = math.hypot(*stretch) if stretch else 1.0
        found.append(Character(text, box, moved(view, *origin), size * scale, turn))
    upright = [each for each in found if each.turn != _ACROSS]
    sizes = sorted(each.size for each in upright)
    most = max(_LARGE, _LARGER * sizes[len(sizes) // 2]) if sizes else _LARGE
    kept = [each for each in upright if each.size <= most]
    behind = "".join(each.text for each in found if each.turn == _ACROSS or each.size > most)
    backdrop, unseen = (" ".join("".join(each).split()) for each in (behind, hidden))
    return Letters((*kept, *writing.said), tuple(unknown), backdrop, unseen, " ".join("".join(covered).split()))


_SOFT: Final = 0xAD


def _character(code: int) -> str:
    """What is written, "" where that is unknown. Hyphens at ends of lines, which pdfium marks, are soft ones here."""
    if code in {0x02, 0xFFFE}:
        return MARK
    if code in {0, _SOFT, 0xFFFD, 0xFFFF} or code in _PRIVATE:
        return ""
    if code in {0x2010, 0x2011}:
        return "-"
    try:
        text = chr(code)
    except (ValueError, OverflowError):
        return ""
    return " " if text.isspace() else text
