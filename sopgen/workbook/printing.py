"""How a sheet is set to be printed → how large it comes out, and where it is cut over pages. Lengths in points.

What is set to fit pages is made smaller as a whole, and no page break set by hand counts; all else is cut where a page
is full.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from sopgen.workbook.cells import MAIN
from sopgen.workbook.values import Place, Sheet

_PAPERS: Final = {1: (612, 792), 5: (612, 1008), 8: (842, 1191), 9: (595, 842), 11: (420, 595), 14: (612, 936)}
"""Short and long side, by `paperSize` (ISO/IEC 29500-1, 18.3.1.63)."""
NAMES: Final = {1: "Letter", 5: "Legal", 8: "A3", 9: "A4", 11: "A5", 14: "F4"}
_INCH: Final = 72.0
_TALL: Final = 1.05
_WIDE: Final = 1.02
"""Of a page's room: programs set rows and columns a little smaller or larger than they say."""


class Printing(NamedTuple):
    """`scale` of 1. `fit`: how many pages it may take across and down, 0 any; None where nothing is fitted.

    `margins`: left, right, top, bottom. `cuts`: columns, from 0, before which a page is made to end.
    """

    is_landscape: bool = False
    paper: int = 9
    scale: float = 1.0
    fit: tuple[int, int] | None = None
    margins: tuple[float, float, float, float] = (0.7 * _INCH, 0.7 * _INCH, 0.75 * _INCH, 0.75 * _INCH)
    cuts: tuple[int, ...] = ()

    @property
    def room(self) -> tuple[float, float] | None:
        """What a page holds; None for a paper of unknown size."""
        size = _PAPERS.get(self.paper)
        if size is None:
            return None
        wide, high = size[::-1] if self.is_landscape else size
        left, right, top, bottom = self.margins
        return max(wide - left - right, 1.0), max(high - top - bottom, 1.0)


def printing_of(sheet: ET.Element) -> Printing:
    setup, margins = sheet.find(f"{MAIN}pageSetup"), sheet.find(f"{MAIN}pageMargins")
    found = Printing(cuts=tuple(int(each.get("id", "0")) for each in sheet.iterfind(f"{MAIN}colBreaks/{MAIN}brk")))
    if margins is not None:
        left, right, top, bottom = (
            float(margins.get(side, "0.7")) * _INCH for side in ("left", "right", "top", "bottom")
        )
        found = found._replace(margins=(left, right, top, bottom))
    if setup is None:
        return found
    fitted = sheet.find(f"{MAIN}sheetPr/{MAIN}pageSetUpPr")
    is_fitted = fitted is not None and fitted.get("fitToPage") in {"1", "true"}
    return found._replace(
        is_landscape=setup.get("orientation") == "landscape",
        paper=int(setup.get("paperSize", "1")),
        scale=float(setup.get("scale", "100")) / 100,
        fit=(int(setup.get("fitToWidth", "1")), int(setup.get("fitToHeight", "1"))) if is_fitted else None,
    )


class Print(NamedTuple):
    """How a sheet comes out: `scale` of its own size; `cut`: the first column, from 0, on another page.

    `overfull`: how many of the pages that are set end before their last row.
    """

    scale: float
    cut: int | None = None
    overfull: int = 0


def printed(sheet: Sheet, area: tuple[Place, Place] | None, printing: Printing) -> Print | None:
    """None where the paper is not known."""
    room = printing.room
    if room is None:
        return None
    (top, left), (bottom, right) = area or ((0, 0), _last(sheet))
    rows = sheet.rows[top : bottom + 2]
    columns = sheet.columns[left : right + 2]
    if len(rows) < 2 or len(columns) < 2:
        return Print(1.0)
    wide, high = columns[-1] - columns[0], rows[-1] - rows[0]
    if printing.fit is not None:
        across, down = printing.fit
        bounds = (*((across * room[0] / wide,) if across else ()), *((down * room[1] / high,) if down else ()))
        return Print(min(1.0, *bounds) if bounds else 1.0, _first_cut(printing, left, right))
    scale = printing.scale
    over = next((at for at, edge in enumerate(columns[1:]) if (edge - columns[0]) * scale > room[0] * _WIDE), None)
    cut = _first_cut(printing, left, right) if over is None else left + over
    return Print(scale, cut, sum(part * scale > room[1] * _TALL for part in _pages(sheet, rows)))


def _first_cut(printing: Printing, left: int, right: int) -> int | None:
    return min((at for at in printing.cuts if left < at <= right), default=None)


def _pages(sheet: Sheet, rows: tuple[float, ...]) -> list[float]:
    """The heights of the pages that are set, each but the first with the rows that are printed on all."""
    ends = [
        sheet.rows[at] for at in sorted(sheet.breaks) if at < len(sheet.rows) and rows[0] < sheet.rows[at] < rows[-1]
    ]
    edges = [rows[0], *ends, rows[-1]]
    first, last = sheet.titles or (0, -1)
    again = sheet.rows[min(last + 1, len(sheet.rows) - 1)] - sheet.rows[min(first, len(sheet.rows) - 1)]
    return [after - before + (again if at else 0.0) for at, (before, after) in enumerate(pairwise(edges))]


def _last(sheet: Sheet) -> Place:
    used = [*sheet.cells, *(last for _, last in sheet.merges)]
    return max((row for row, _ in used), default=0), max((column for _, column in used), default=0)
