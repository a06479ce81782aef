"""Rows and columns of a workbook's sheet that nobody sees any more: told once each, whatever they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.source import Unlike
from sopgen.rules.ranges import ranges
from sopgen.workbook.appearance import SheetLook
from sopgen.workbook.cells import column_letters
from sopgen.workbook.values import Place

_SHOW: Final = Message(
    "Tampilkan lagi (Unhide, atau kembalikan ukurannya); bila memang ditiadakan, minta pembuatnya mengubah "
    "spesifikasinya dan membuat dokumen ini lagi.",
    "Show it again (Unhide, or put its size back); if it is to go, ask its maker to change the spec and make this "
    "document anew.",
)


def folded_grid(look: SheetLook, due: SheetLook) -> Iterator[Unlike]:
    """All rows of a sheet once, and all columns: each at the places of its runs."""
    rows, columns = (
        _runs([at for at in found if at not in made])
        for found, made in zip(look.sheet.folded, due.sheet.folded, strict=True)
    )
    if rows:
        hidden = [row for run in rows for row in run]
        numbers = ranges([row + 1 for row in hidden])
        yield _told(look, Message(f"baris {numbers}", f"row {numbers}"), [_in_row(look, row) for row in hidden], hidden)
    if columns:
        named = ", ".join(_letters(run) for run in columns)
        yield _told(
            look,
            Message(f"kolom lembar {named}", f"sheet column {named}"),
            [_in_columns(look, run) for run in columns],
            (),
        )


def _letters(run: Sequence[int]) -> str:
    first, last = column_letters(run[0]), column_letters(run[-1])
    return first if first == last else f"{first}–{last}"


def _told(look: SheetLook, part: Message, places: Sequence[Place], rows: Sequence[int]) -> Unlike:
    return Unlike(
        Message(
            f"Lembar “{look.name}”: {part.id} disembunyikan atau terlalu sempit; isinya tidak tampak di kertas.",
            f"Sheet “{look.name}”: {part.en} is hidden or too small; what it says is not seen on paper.",
        ),
        Message(f"lembar {look.name}", f"sheet {look.name}"),
        look.name,
        tuple(look.sheet.middle(place) for place in places),
        "hidden",
        _SHOW,
        tuple(rows),
    )


def _runs(folded: Sequence[int]) -> list[list[int]]:
    """Neighbours together."""
    runs: list[list[int]] = []
    for at in sorted(folded):
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _in_row(look: SheetLook, row: int) -> Place:
    """Its first cell with a text."""
    return min((place for place in look.texts if place[0] == row), default=(row, 0))


def _in_columns(look: SheetLook, run: Sequence[int]) -> Place:
    """The uppermost cell that stands there alone, which is a heading's."""
    inside = [place for place in sorted(look.texts) if _reaches(look, place, run)]
    narrow = [place for place in inside if look.sheet.span(place)[1][1] - place[1] <= len(run) + 1]
    return next(iter(narrow or inside), (0, run[0]))


def _reaches(look: SheetLook, place: Place, run: Sequence[int]) -> bool:
    (_, first), (_, last) = look.sheet.span(place)
    return first <= run[-1] and run[0] <= last
