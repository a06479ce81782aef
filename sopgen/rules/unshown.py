"""A workbook without a spec: what was read in its sheets and paper does not show, or shows struck out.

Nobody can say that such an SOP meets its rules: a reviewer signs what is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.reading import Imported
from sopgen.drawn.table import Part
from sopgen.rules.drawing.unlike_made import DRESSED
from sopgen.rules.held import Unexamined
from sopgen.workbook.appearance import SheetLook, looks_of
from sopgen.workbook.cells import reference_of
from sopgen.workbook.dress import Dress
from sopgen.workbook.package import NoWorkbook
from sopgen.workbook.values import Place

_LISTED: Final = 4  # cells; further ones are counted
_OF_SIGNS: Final = 6  # letters: a shorter text in a type of signs is a tick or a bullet
_DRAFT: Final = Message(
    "lembar ini diatur Draft quality, atau bentuknya disembunyikan: simbol dan panahnya tidak ikut tercetak",
    "draft quality is set, or shapes are hidden: symbols and arrows are not printed",
)
_OFF: Final = Message(
    "Print object dimatikan: bentuknya tampak di layar dan tidak ikut tercetak",
    "Print object is off: what is seen on a screen is not printed",
)
_AREA: Final = Message("di luar daerah cetak (Print Area); tidak ikut tercetak", "outside the print area, not printed")
_CONDITION: Final = Message(
    "format bersyarat (Conditional Formatting) dapat mengubah atau menyembunyikan isinya; lihat cetakannya",
    "a conditional format may change or hide what it says; look at a print",
)


def looks_in(data: bytes) -> tuple[SheetLook, ...]:
    """How each sheet of a workbook looks; none of a file of another kind."""
    try:
        return looks_of(data)
    except NoWorkbook:
        return ()


def unshown(looks: Sequence[SheetLook], imported: Imported) -> Iterator[Unexamined]:
    """Of the sheets on which an SOP stands."""
    for number, panel in enumerate(imported.panels):
        look = next((each for each in looks if panel.sheet and each.name == panel.sheet), None)
        if look is not None:
            parts = [part for part in imported.parts if part.panel == number]
            yield from _of_cells(look, parts)
            yield from _of_chart(look, parts)


def _of_cells(look: SheetLook, parts: Sequence[Part]) -> Iterator[Unexamined]:
    for dress, places in look.dressed.items():
        if found := [place for place in places if _is_read(look, place, parts) and not _is_sign(look, place, dress)]:
            yield Unexamined(_cells(look, found), DRESSED[dress])
    rows = {look.sheet.place_of((row.across[0] + 0.5, row.down[0] + 0.5)) for part in parts for row in part.rows}
    if look.areas and (out := sorted(place for place in rows if not look.prints(place))):
        yield Unexamined(_cells(look, out), _AREA)
    if look.has_conditions and parts:
        yield Unexamined(_cells(look, ()), _CONDITION, decisive=False)


def _of_chart(look: SheetLook, parts: Sequence[Part]) -> Iterator[Unexamined]:
    if parts and look.is_bare_on_paper:
        yield Unexamined(_cells(look, ()), _DRAFT)
    elif found := [
        look.sheet.place_of(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
        for box in look.unprinted
        if any(part.down[0] <= (box[1] + box[3]) / 2 < part.down[1] for part in parts)
    ]:
        yield Unexamined(_cells(look, found), _OFF)


def _is_read(look: SheetLook, place: Place, parts: Sequence[Part]) -> bool:
    """Whether it stands in a form, or in a table or above it; what is below is no part of an SOP."""
    return not parts or look.sheet.rows[place[0]] < max(part.down[1] for part in parts) - 1


def _is_sign(look: SheetLook, place: Place, dress: Dress) -> bool:
    return dress == "signs" and sum(map(str.isalpha, look.texts.get(place, ""))) < _OF_SIGNS


def _cells(look: SheetLook, places: Sequence[Place]) -> Message:
    named = ", ".join(reference_of(place) for place in places[:_LISTED])
    more = len(places) - _LISTED
    rest = Message(f" dan {more} lagi", f" and {more} more") if more > 0 else Message("", "")
    if not named:
        return Message(f"lembar {look.name}", f"sheet {look.name}")
    return Message(f"lembar {look.name}, sel {named}{rest.id}", f"sheet {look.name}, cells {named}{rest.en}")
