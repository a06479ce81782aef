"""Lines that YAML folds into the unquoted text above them, though they were meant as items or keys of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault

# No-break spaces come along when a list is pasted from Word; YAML takes them for letters.
SPACES: Final = " \t\u00a0\u2007\u202f"
_ITEM: Final = re.compile(rf"(?:-|[•–▪·●◦‣\uf0b7])(?:[{SPACES}]|$)")
_NUMBERED: Final = re.compile(rf"(?:\d{{1,2}}|[a-z])[.)][{SPACES}]")
_DASH: Final = re.compile(r"-[^\W\d]")
_KEY: Final = re.compile(
    r"(?:uraian|pelaksana|kelengkapan|waktu|output|keterangan|keputusan|lanjut|bersama|butir|teks|id):\S"
)


def swallowed_lines(lines: tuple[str, ...], first: int, last: int, column: int, shown: str) -> Iterator[Fault]:
    """The continuation lines of the unquoted text from line `first` (from 0), `column`, to `last` that hide an item."""
    opening = lines[first][column:]
    # A hyphen may open a line of its own, as in a divided word: it is an item's dash where the text opens so, too.
    alike = [sign for sign in (_NUMBERED, _DASH) if sign.match(opening)]
    for number in range(first + 1, min(last + 1, len(lines))):
        text = lines[number].lstrip(SPACES)
        if _ITEM.match(text) or _KEY.match(text) or any(sign.match(text) for sign in alike):
            start = len(lines[number]) - len(text)
            span = Span(shown, number + 1, start + 1, max(len(text.rstrip()), 1))
            numbered = _NUMBERED.match(text)
            if _KEY.match(text):
                yield _missing_space(span)
            elif numbered:
                yield _numbered(span, opening.split(maxsplit=1)[0], numbered.group().rstrip(SPACES))
            else:
                yield _not_an_item(span)


def _not_an_item(span: Span) -> Fault:
    message = Message("Baris ini akan menyambung ke teks di atasnya.", "This line would run on from the text above it.")
    remedy = Message(
        "Setiap butir, juga yang pertama, harus diawali `- ` dan lurus dengan butir lain; "
        "sambungan teks yang berawal tanda itu ditulis setelah `|`.",
        "Begin each item, the first too, with `- `, in line with the others; "
        "write a continued text that begins with such a sign after `|`.",
    )
    return Fault(Code.SWALLOWED_LINE, (), message, remedy, span=span)


def _numbered(span: Span, first: str, sign: str) -> Fault:
    message = Message("Baris ini akan menyambung ke teks di atasnya.", "This line would run on from the text above it.")
    remedy = Message(
        f"Ganti “{first}” dan “{sign}” di awal butir dengan `- `; nomornya dicetak program. "
        "Sambungan teks yang berawal begitu ditulis setelah `|`.",
        f"Put `- ` for “{first}” and “{sign}” at the start of items; numbers are printed. "
        "Write a continued text that begins so after `|`.",
    )
    return Fault(Code.SWALLOWED_LINE, (), message, remedy, span=span)


def _missing_space(span: Span) -> Fault:
    message = Message("Baris ini akan menyambung ke teks di atasnya.", "This line would run on from the text above it.")
    remedy = Message(
        "Luruskan dengan kunci di atasnya, dan beri spasi setelah titik dua.",
        "Line it up with the key above, and put a space behind the colon.",
    )
    return Fault(Code.SWALLOWED_LINE, (), message, remedy, span=span)
