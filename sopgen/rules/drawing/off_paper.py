"""What stands on a workbook's sheet and is kept from paper: shapes, cells outside the print area; what is put behind.

A reviewer sees it on a screen, and whoever gets the print does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.source import Unlike
from sopgen.rules.drawing.wording import shortened
from sopgen.workbook.appearance import SheetLook
from sopgen.workbook.values import Box, Place, Point

_PRINTED: Final = Message(
    "Nyalakan lagi pencetakannya (Format Shape, Size & Properties, Print object).",
    "Let it be printed again (Format Shape, Size & Properties, Print object).",
)
_SHOWN: Final = Message(
    "Matikan Draft quality (Page Setup, Sheet), atau tampilkan lagi bentuknya (Ctrl+6).",
    "Switch off draft quality (Page Setup, Sheet), or show what is drawn again (Ctrl+6).",
)


def off_paper(look: SheetLook, due: SheetLook) -> Iterator[Unlike]:
    name = look.name
    if look.is_bare_on_paper and not due.is_bare_on_paper and not all(box.is_picture for box in look.boxes):
        yield _unlike(
            look,
            Message(
                f"Lembar “{name}” dicetak tanpa simbol dan panahnya (Draft quality, atau bentuknya disembunyikan).",
                f"Sheet “{name}” is printed without its symbols and arrows (draft quality, or shapes are hidden).",
            ),
            _SHOWN,
        )
    elif look.unprinted and not due.unprinted:
        count = len(look.unprinted)
        yield _unlike(
            look,
            Message(
                f"Lembar “{name}”: {count} bentuk tampak di layar dan tidak ikut tercetak (Print object dimatikan).",
                f"Sheet “{name}”: what is seen on a screen is not printed, {count} in all (Print object is off).",
            ),
            _PRINTED,
            tuple(_centre(box) for box in look.unprinted),
        )
    if look.has_margin_picture and not due.has_margin_picture:
        yield _unlike(
            look,
            Message(
                f"Lembar “{name}”: gambar ditambahkan di kepala atau kaki cetak; tercetak di belakang isi lembar.",
                f"Sheet “{name}”: a picture was put into the printed head or foot; it is printed behind the sheet.",
            ),
        )
    yield from _outside(look, due)


def _outside(look: SheetLook, due: SheetLook) -> Iterator[Unlike]:
    """What should be printed at its cells; what was added there, and stays off the paper, as advice."""
    outside = sorted(outside_area(look, due))
    said = [place for place in outside if place in due.texts]
    if said:
        told = Message(
            f"Lembar “{look.name}”: isi di luar daerah cetak (Print Area); tidak ikut tercetak.",
            f"Sheet “{look.name}”: contents outside the print area, which are not printed.",
        )
        yield _unlike(look, told, None, tuple(_corner(look, place) for place in said))
    elif outside:
        words = shortened(" ".join(look.texts[place] for place in outside))
        told = Message(
            f"Lembar “{look.name}”: “{words}” ditambahkan di luar daerah cetak (Print Area); tidak ikut tercetak.",
            f"Sheet “{look.name}”: “{words}” was put outside the print area; it is not printed.",
        )
        points = tuple(_corner(look, place) for place in outside)
        yield _unlike(look, told, None, points)._replace(note=True, is_placed=True)


def outside_area(look: SheetLook, due: SheetLook) -> tuple[Place, ...]:
    """Cells with a text that are not printed; where rows were put in, those are what pushes others out."""
    outside = [place for place in look.texts if not look.prints(place)]
    more = max((row for row, _ in look.texts), default=0) - max((row for row, _ in due.texts), default=0)
    return tuple(outside) if outside and len({row for row, _ in outside}) > more else ()


def _unlike(look: SheetLook, told: Message, remedy: Message | None = None, points: tuple[Point, ...] = ()) -> Unlike:
    return Unlike(told, Message(f"lembar {look.name}", f"sheet {look.name}"), look.name, points, remedy=remedy)


def _centre(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _corner(look: SheetLook, place: Place) -> Point:
    x0, y0, _, _ = look.sheet.box_of(place)
    return x0 + 0.5, y0 + 0.5
