"""Lines that are wrong although YAML stumbles elsewhere: an item's dash, an indentation, a key, a label left out."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, name

_WRONG_DASH: Final = re.compile(r"( *)(([–—•▪·●◦‣])\s*|(-)(?=[^\W\d])|(\d{1,2}[.)])\s+)(\S.*)")
_KEYED: Final = re.compile(r"( *(?:- +)*)(\w[\w ]*):(?:\s|$)")
_EMPTY_LABEL: Final = re.compile(r":\s*([^,}]*)")


def wrong_dash(line: int, above: int | None, lines: tuple[str, ...], shown: str) -> Fault | None:
    """`– Agenda`, `-Agenda`, `2. Agenda` among items: the first such line at or right above the place."""
    places = [number for number in (line, above) if number is not None and number < len(lines)]
    at = next((number for number in places if _WRONG_DASH.match(lines[number])), None)
    if at is None:
        return None
    while at > 0 and _WRONG_DASH.match(lines[at - 1]):
        at -= 1
    match = _WRONG_DASH.match(lines[at])
    assert match is not None
    sign = (match[3] or match[4] or match[5]).strip()
    span = Span(shown, at + 1, len(match[1]) + 1, len(lines[at].strip()))
    message = Message("Butir ini tidak diawali `- `.", "This item does not begin with `- `.")
    return Fault(Code.SYNTAX, (), message, begin_with_dash(sign), span=span)


def begin_with_dash(sign: str) -> Message:
    """What to do about an item that begins with `sign`."""
    if sign == "-":
        return Message("Beri spasi setelah tanda hubung: `- `.", "Put a space behind the dash: `- `.")
    if sign[:1].isdigit():
        return Message(
            f"Ganti “{sign}” dengan `- `; nomornya dicetak program.", f"Put `- ` for “{sign}”; numbers are printed."
        )
    return Message(f"Ganti “{sign}” dengan `- `.", f"Put `- ` for “{sign}”.")


def without_key(line: int, above: int | None, lines: tuple[str, ...], shown: str) -> Fault | None:
    """`Kepala Bagian` in a line of its own, above `analis: Analis` in line with it."""
    here = _KEYED.match(lines[line])
    if here is None or above is None or len(lines[above]) - len(lines[above].lstrip()) != len(here[1]):
        return None
    first = above
    while first > 0 and _is_plain(lines[first - 1], len(here[1])):
        first -= 1
    if not _is_plain(lines[first], len(here[1])):
        return None
    text = lines[first].strip()
    example = f"kunci: {text}"
    if _key_above(first, len(here[1]), lines) == "pelaksana":
        example = f"{'_'.join(re.findall(r'[a-z0-9]+', text.casefold()))[:24].strip('_')}: {text}"
    message = Message(f"Baris {first + 1} belum berkunci.", f"Line {first + 1} has no key.")
    remedy = Message(f"Tulis misalnya {name(example)}.", f"Write, say, {name(example)}.")
    span = Span(shown, first + 1, len(here[1]) + 1, len(text))
    return Fault(Code.SYNTAX, (), message, remedy, span=span)


def _is_plain(line: str, indent: int) -> bool:
    text = line.strip()
    return bool(text) and len(line) - len(line.lstrip()) == indent and ":" not in text and text[0] not in "-#\"'[{|>"


def _key_above(line: int, indent: int, lines: tuple[str, ...]) -> str:
    for number in range(line - 1, -1, -1):
        if (found := _KEYED.match(lines[number])) and len(found[1]) < indent:
            return found[2]
    return ""


def empty_label(line: int, column: int, lines: tuple[str, ...], shown: str) -> Fault | None:
    """`{Ya: 6, : 4}`."""
    text = lines[line] if line < len(lines) else ""
    found = _EMPTY_LABEL.match(text, column)
    if found is None or text[:column].rstrip()[-1:] not in {",", "{"}:
        return None
    target = found[1].strip() or "selesai"
    message = Message("Label cabang kosong.", "A branch label is empty.")
    remedy = Message(
        f"Tulis labelnya di depan titik dua, misalnya {name(f'Tidak: {target}')}.",
        f"Write the label before the colon, say {name(f'Tidak: {target}')}.",
    )
    return Fault(Code.SYNTAX, (), message, remedy, span=Span(shown, line + 1, column + 1))


def too_shallow(line: int, lines: tuple[str, ...], shown: str) -> Fault | None:
    """A key that stands left of its siblings and right of all else."""
    here = _KEYED.match(lines[line]) if line < len(lines) else None
    if here is None or "-" in here[1]:
        return None
    column = len(here[1])
    for number in range(line - 1, -1, -1):
        found = _KEYED.match(lines[number])
        if found is None:
            continue
        if len(found[1]) <= column:
            return None
        wanted = len(found[1])
        if not any(column < each < wanted for each in _columns(lines[number + 1 : line])):
            message = Message("Baris ini kurang menjorok.", "This line is indented too little.")
            remedy = Message(
                f"Beri {wanted} spasi di depan {name(here[2])}, lurus dengan {name(found[2])} di baris {number + 1}.",
                f"Put {wanted} spaces before {name(here[2])}, in line with {name(found[2])} in line {number + 1}.",
            )
            span = Span(shown, line + 1, column + 1, len(here[2]))
            return Fault(Code.SYNTAX, (), message, remedy, span=span)
    return None


def _columns(lines: tuple[str, ...]) -> list[int]:
    """Where keys begin."""
    return [len(found[1]) for each in lines if (found := _KEYED.match(each))]
