"""The upright pages in front of the SOPs: places, type sizes and gaps, in points unless the name says mm."""

from __future__ import annotations

from typing import Final, NamedTuple

from sopgen.intake.sop import Tampilan
from sopgen.layout import style
from sopgen.layout.paper import paper_of
from sopgen.scene import Box
from sopgen.text.face import Face, Family

MARGIN_LEFT: Final = 30 * style.MM  # the bound edge
MARGIN_RIGHT: Final = 22 * style.MM
MARGIN_TOP: Final = 24 * style.MM
MARGIN_BOTTOM: Final = 26 * style.MM
NUMBER_ABOVE_EDGE: Final = 14 * style.MM

BODY_SIZE: Final = 11.0
BODY_LEADING: Final = 1.32  # em
HEADING_SIZE: Final = 13.0
TABLE_SIZE: Final = 9.0
NUMBER_SIZE: Final = 9.0
PARAGRAPH_GAP: Final = 7.0
SECTION_GAP: Final = 20.0


class Upright(NamedTuple):
    """One upright page. Texts stand between `left` and `right`, `top` and `bottom`."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    family: Family

    @property
    def edges(self) -> Box:
        """What tables and texts stand between: left, top, right, bottom."""
        return (self.left, self.top, self.right, self.bottom)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def breadth(self) -> float:
        return self.right - self.left

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        return Face(self.family, bold, italic)


def upright_page(tampilan: Tampilan) -> Upright:
    """The bureau's paper, upright, in its own face."""
    paper = paper_of(tampilan)
    width, height = paper.height, paper.width
    return Upright(
        width,
        height,
        round(MARGIN_LEFT, 2),
        round(width - MARGIN_RIGHT, 2),
        round(MARGIN_TOP, 2),
        round(height - MARGIN_BOTTOM, 2),
        paper.family,
    )
