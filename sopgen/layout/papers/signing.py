"""The block of signatures: who signs, room to do so, name and number; at the left of a single signer what is noted."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.layout.papers import sizes
from sopgen.layout.papers.pieces import Ink, Setting
from sopgen.layout.style import MM
from sopgen.papers.blocks import Blank, Piece, Signatures, Signer, words


class _Place(NamedTuple):
    signer: Signer
    left: float
    right: float


def _places(block: Signatures, left: float, right: float) -> list[_Place]:
    starts = [left + at * MM for at in block.at]
    ends = [*(start - sizes.NOTE_TO_SIGN / 2 for start in starts[1:]), right]
    return [_Place(*each) for each in zip(block.signers, starts, ends, strict=True)]


def _below(signer: Signer) -> tuple[Piece, ...]:
    name: Piece = words(signer.name, bold=True) if signer.name else Blank(width=sizes.SIGN_BLANK / MM)
    rest = [
        Blank(line.rstrip(), sizes.SIGN_NUMBER / MM) if line.endswith(" ") else words(line) for line in signer.below
    ]
    return (name, *rest)


def _heights(block: Signatures, setting: Setting, places: list[_Place]) -> tuple[float, float]:
    """From the top to the last line above the room, and the whole block; both to a baseline."""
    above = max(setting.height(each.signer.above, each.right - each.left) for each in places)
    below = max(setting.height(_below(each.signer), each.right - each.left) for each in places)
    return above, above + block.room * MM + below


def _note_height(block: Signatures, setting: Setting) -> float:
    if not block.note:
        return 0.0
    return _note_setting(setting).height(block.note, block.at[0] * MM - sizes.NOTE_TO_SIGN)


def _note_setting(setting: Setting) -> Setting:
    return setting._replace(size=sizes.NOTE_SIZE, role="petunjuk", gap=0.0)


def signatures_height(block: Signatures, setting: Setting, width: float) -> float:
    _, whole = _heights(block, _tight_lines(setting), _places(block, 0.0, width))
    return max(whole, _note_height(block, setting))


def _tight_lines(setting: Setting) -> Setting:
    """Lines of one signer stand as close as lines of one paragraph."""
    return setting._replace(gap=0.0)


def put_signatures(block: Signatures, setting: Setting, left: float, right: float, y: float, ink: Ink) -> float:
    places = _places(block, left, right)
    lines = _tight_lines(setting)
    above, whole = _heights(block, lines, places)
    if block.note:
        note = _note_setting(setting)
        end = left + block.at[0] * MM - sizes.NOTE_TO_SIGN
        note.put(block.note, left, end, y, ink, (left, y, end, y + whole))
    for signer, start, end in places:
        cell = (start, y, end, y + whole)
        lines.put(signer.above, start, end, y, ink, cell)
        lines.put(_below(signer), start, end, y + above + block.room * MM, ink, cell)
    return y + signatures_height(block, setting, right - left)
