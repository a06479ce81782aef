"""A page's text objects → its characters, and the places of those that nobody can read.

Signs of fonts that hold pictures instead of letters are told by the font's name (`drawn/signs`). What a program says
that a drawing means (`ActualText`) counts where no letter says it.
"""

from __future__ import annotations

import ctypes
import math
from typing import Any, Final, NamedTuple

from sopgen.drawn.hyphens import MARK, SOFT
from sopgen.drawn.model import Box
from sopgen.drawn.pdf.values import Character, Matrix, around, moved
from sopgen.drawn.signs import sign_of, signs_in

_MOST_CHARACTERS: Final = 60_000  # of one page
_LONGEST: Final = 64  # bytes of what a mark may say, or a font's name
_ASLANT: Final = 0.08  # of a quarter turn: letters that lie more aslant run across the page
_ACROSS: Final = 4  # how such a turn is told
_LARGE: Final = 30.0  # points: letters at least so large,
_LARGER: Final = 3.5  # and so many times as large as most, are no words of a table
_PRIVATE: Final = range(0xE000, 0xF900)


class TooManyCharacters(Exception):  # noqa: N818 - what was found
    """More than any page of an SOP has."""


class Writing:
    """A page's text on its way to characters. `view`: from the page's coordinates to those that are seen.

    `raw`: pdfium's functions.
    """

    def __init__(self, page: Any, view: Matrix, raw: Any) -> None:
        self.raw, self.view = raw, view
        self.text = page.get_textpage()
        self.fonts: dict[int, str] = {}
        self.said: list[Character] = []
        self.hidden: set[int] = set()  # the addresses of text objects that are not seen
        self._buffer = ctypes.create_string_buffer(_LONGEST)
        self._bytes = ctypes.cast(self._buffer, ctypes.POINTER(ctypes.c_ubyte))
        self._length = ctypes.c_ulong()

    def look_at(self, thing: Any, matrix: Matrix) -> None:
        """Take in a text object: its font, and what it means if it says nothing."""
        self.font_of(thing)
        for meaning in self._meanings(thing):
            if not self.raw.FPDFTextObj_GetText(thing, self.text.raw, None, 0) > 4 and meaning.strip():
                size = self._size(thing) * math.hypot(matrix[2], matrix[3])
                x, y = moved(matrix, 0, 0)
                box = (x, y - 0.8 * size, x + 0.6 * size, y + 0.2 * size)
                self.said.append(Character(meaning, box, (x, y), size, 0))

    def hide(self, thing: Any) -> None:
        self.hidden.add(_address(thing))

    def is_hidden(self, number: int) -> bool:
        """Whether a character, by its number on the page, is not seen."""
        return bool(self.hidden) and _address(self.raw.FPDFText_GetTextObject(self.text.raw, number)) in self.hidden

    def font_of(self, thing: Any) -> str:
        """The name of a text object's font."""
        font = self.raw.FPDFTextObj_GetFont(thing)
        key = _address(font)
        if key not in self.fonts:
            count = self.raw.FPDFFont_GetBaseFontName(font, self._buffer, _LONGEST) if key else 0
            self.fonts[key] = self._buffer.raw[: count - 1].decode("latin-1") if 0 < count <= _LONGEST else ""
        return self.fonts[key]

    def is_soft(self, thing: Any) -> bool:
        """Whether the file says that a text object is a hyphen which only the line's end made."""
        return any(not text for text in self._marked(thing))

    def _size(self, thing: Any) -> float:
        size = ctypes.c_float()
        return size.value if self.raw.FPDFTextObj_GetFontSize(thing, size) else 1.0

    def _meanings(self, thing: Any) -> list[str]:
        return [text for text in self._marked(thing) if text]

    def _marked(self, thing: Any) -> list[str]:
        """What a text object's marks say that it means, without soft hyphens."""
        raw, found = self.raw, []
        for number in range(raw.FPDFPageObj_CountMarks(thing)):
            mark = raw.FPDFPageObj_GetMark(thing, number)
            if raw.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", self._bytes, _LONGEST, self._length):
                found.append(_text_string(self._buffer.raw[: min(self._length.value, _LONGEST)]).strip("\xad\x00"))
        return found


def _address(thing: Any) -> int:
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


def _text_string(data: bytes) -> str:
    """A text string of a PDF file (ISO 32000-1, 7.9.2.2)."""
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "ignore")
    return data.decode("utf-8-sig", "ignore") if data.startswith(b"\xef\xbb\xbf") else data.decode("latin-1")


class Letters(NamedTuple):
    """`unknown`: the boxes of what is seen but is no letter; `backdrop`: words behind or across all others.

    `hidden`: words that are not seen.
    """

    found: tuple[Character, ...]
    unknown: tuple[Box, ...]
    backdrop: str
    hidden: str = ""


def characters_of(writing: Writing) -> Letters:
    """All characters. Raises `TooManyCharacters`."""
    raw, view, handle = writing.raw, writing.view, writing.text.raw
    count = raw.FPDFText_CountChars(handle)
    if count > _MOST_CHARACTERS:
        raise TooManyCharacters
    box, x, y, matrix = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    seen_from = math.atan2(view[1], view[0])
    pictured = any(map(signs_in, writing.fonts.values()))
    found: list[Character] = []
    unknown: list[Box] = []
    hidden: list[str] = []
    for number in range(count):
        code = raw.FPDFText_GetUnicode(handle, number)
        if raw.FPDFText_IsGenerated(handle, number) == 1 or code in {10, 13}:
            continue
        if not raw.FPDFText_GetLooseCharBox(handle, number, box):
            continue
        corners = [moved(view, box.left, box.top), moved(view, box.right, box.bottom)]
        text = _character(code)
        if writing.is_hidden(number):
            hidden.append(text)
            continue
        if text == MARK and writing.is_soft(raw.FPDFText_GetTextObject(handle, number)):
            text = SOFT
        if pictured or code in _PRIVATE:
            sign = sign_of(code, writing.font_of(raw.FPDFText_GetTextObject(handle, number)))
            text = text if sign is None else sign
        if not text:
            if code != _SOFT:
                unknown.append(around(corners))
            continue
        raw.FPDFText_GetCharOrigin(handle, number, x, y)
        angle = raw.FPDFText_GetCharAngle(handle, number)
        quarters = (angle + seen_from) / (math.pi / 2)
        turn = round(quarters) % 4 if abs(quarters - round(quarters)) < _ASLANT else _ACROSS
        # Many programs set a font of one point and draw it larger: its size is what the matrix makes of it.
        scale = math.hypot(matrix.c, matrix.d) if raw.FPDFText_GetMatrix(handle, number, matrix) else 1.0
        size = raw.FPDFText_GetFontSize(handle, number) * scale
        found.append(Character(text, around(corners), moved(view, x.value, y.value), size, turn))
    writing.text.close()
    upright = [each for each in found if each.turn != _ACROSS]
    sizes = sorted(each.size for each in upright)
    most = max(_LARGE, _LARGER * sizes[len(sizes) // 2]) if sizes else _LARGE
    kept = [each for each in upright if each.size <= most]
    behind = "".join(each.text for each in found if each.turn == _ACROSS or each.size > most)
    said = (" ".join("".join(each).split()) for each in (behind, hidden))
    return Letters((*kept, *writing.said), tuple(unknown), *said)


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
