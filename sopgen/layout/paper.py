"""The page: paper, margins, the free band at its foot and the foot line above it."""

from __future__ import annotations

from typing import Final, NamedTuple, assert_never, get_args

from sopgen.intake.sop import Kertas, Sop, Tampilan
from sopgen.intake.text import on_one_line
from sopgen.layout import style
from sopgen.layout.setting import Setter
from sopgen.scene import Box, Text
from sopgen.text.face import Face, Family, family_called
from sopgen.wording import wording_of

PAPERS: Final[tuple[Kertas, ...]] = get_args(Kertas)


class Paper(NamedTuple):
    """One page's places in points. `left`…`right` and `top`…`bottom` bound the tables, widths on the grid."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    band: Box | None
    family: Family

    @property
    def edges(self) -> Box:
        """What tables and texts stand between: left, top, right, bottom."""
        return (self.left, self.top, self.right, self.bottom)

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        return Face(self.family, bold, italic)


def paper_size(kertas: Kertas) -> tuple[float, float]:
    """Short and long side in millimetres."""
    match kertas:
        case "A4":
            return 210.0, 297.0
        case "F4":
            return 215.0, 330.0
        case "Letter":
            return 215.9, 279.4
        case "Legal":
            return 215.9, 355.6
    assert_never(kertas)


def larger_papers(kertas: Kertas) -> tuple[Kertas, ...]:
    """The papers with a wider table, narrowest first."""
    return tuple(sorted((each for each in PAPERS if table_width(each) > table_width(kertas)), key=table_width))


def table_width(kertas: Kertas) -> float:
    """Between the margins, on the grid."""
    width = round(paper_size(kertas)[1] * style.MM, 2)
    return int((width - style.MARGIN_LEFT - style.MARGIN_RIGHT) / style.GRID) * style.GRID


def paper_of(tampilan: Tampilan) -> Paper:
    """The paper for this appearance, always landscape."""
    short, long = paper_size(tampilan.kertas)
    width, height = round(long * style.MM, 2), round(short * style.MM, 2)
    band = max(0.0, tampilan.pita_tte) * style.MM
    free = max(band, style.FOOT_LEAST)
    table = table_width(tampilan.kertas)
    left = width - style.MARGIN_RIGHT - table  # what the grid leaves goes to the punched edge
    return Paper(
        width,
        height,
        round(left, 2),
        round(left + table, 2),
        round(style.MARGIN_TOP, 2),
        round(height - free - style.FOOT_ROOM, 2),
        (0.0, round(height - band, 2), width, height) if band else None,
        family_called(tampilan.huruf),
    )


def _which(sop: Sop) -> str:
    """The SOP's number; of a withdrawn one also what took its place."""
    number = on_one_line(sop.nomor)
    if sop.status != "dicabut" or not sop.digantikan_oleh:
        return number
    replaced = f"{wording_of(sop.tampilan).digantikan_oleh} {on_one_line(sop.digantikan_oleh)}"
    return f"{number}, {replaced}" if number else replaced[:1].upper() + replaced[1:]


def foot_texts(
    paper: Paper, sop: Sop, setter: Setter, number: int, count: int, *, what: str | None = None
) -> tuple[Text, ...]:
    """The SOP's number, or `what` this is, at the left, "Halaman x dari y" at the right, above the free band."""
    free = paper.height - paper.bottom - style.FOOT_ROOM
    baseline = round(paper.height - free - style.FOOT_BASELINE, 2)
    cell = (paper.left, paper.bottom, paper.right, paper.height - free)
    face = paper.face()
    told = wording_of(sop.tampilan).page_of(number, count)
    page = setter.single("halaman", told, face, style.FOOT_SIZE, (paper.right, baseline), cell, "right")
    page = page._replace(grey=style.FOOT_GREY)
    text = _which(sop) if what is None else what
    if not text:
        return (page,)
    room = paper.right - paper.left - page.runs[0].width - 20
    size = style.FOOT_SIZE
    wide = setter.measurer.width(text, face, size)
    if wide > room:  # a number longer than the line is set smaller, never cut
        size = max(3.0, size * room / wide)
    at = (paper.left, baseline)
    return (setter.single("nomor_kaki", text, face, size, at, cell)._replace(grey=style.FOOT_GREY), page)
