"""What stands outside an SOP's flow tables and nothing became of → doubts, a panel's texts and drawings together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.drawn import doubts as told
from sopgen.drawn import remainders
from sopgen.drawn.accounting import Words, is_within, tables_on, texts_outside
from sopgen.drawn.head import one_line
from sopgen.drawn.identity import has_identity
from sopgen.drawn.logo import logo_of
from sopgen.drawn.model import Box, Doubt, Panel
from sopgen.drawn.table import Part

_LEAST = 4.0  # points: what is smaller both ways was drawn by a slip


_SIGNED: Final = re.compile(r"(?i)\bN\s?I\s?[PR]\b|disahkan|pembina|penata|nama pejabat")
"""What stands in the cell in which an official signs."""


def outside_doubts(panels: Sequence[Panel], parts: Sequence[Part], words: Words) -> Iterator[Doubt]:
    """Of each panel. Below all cells of a page stand the marks of signing programs: drawings there are none."""
    for number, panel in enumerate(panels):
        lost = [said.cell for said in texts_outside(panel, number, parts, words) if said.kind == "unknown"]
        if lost:
            middle = (lost[0].box[0] + lost[0].box[2]) / 2, (lost[0].box[1] + lost[0].box[3]) / 2
            yield remainders.outside(told.at_point(panel, middle), [one_line(cell.text) for cell in lost])
        drawn = tuple(drawings_outside(panels, number, parts))
        hiding = [box for box in drawn if box in panel.overlaid and not _is_of_approval(panel, box)]
        yield from (remainders.overlaid(told.at_point(panel, _middle(box))) for box in hiding)
        if len(drawn) > len(hiding):
            yield remainders.drawn_outside(panel, len(drawn) - len(hiding))


def drawings_outside(panels: Sequence[Panel], number: int, parts: Sequence[Part]) -> Iterator[Box]:
    """Pictures, the logo aside, and shapes without words among the texts of an identity part."""
    panel = panels[number]
    if not has_identity(panel):
        return
    tables, logo = tables_on(number, parts), logo_of(panels)
    low = max((cell.box[3] for cell in panel.cells if cell.text.strip()), default=0.0)
    plain = [symbol.box for symbol in panel.symbols if not symbol.text]
    for box in (*panel.unread, *panel.pictures, *plain):
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        is_logo = logo is not None and logo.panel is panel and box == logo.box
        large = max(box[2] - box[0], box[3] - box[1]) >= _LEAST
        if large and not is_logo and not is_within(box, tables) and y <= low and 0 <= x <= panel.size[0]:
            yield box


def _is_of_approval(panel: Panel, box: Box) -> bool:
    """Whether a picture lies where an official signs: across the cell with the name, or outside all cells."""
    x, y = _middle(box)
    texts = [
        cell.text
        for cell in panel.cells
        if cell.box[0] <= x <= cell.box[2] and cell.box[1] <= y <= cell.box[3] and cell.text.strip()
    ]
    return not texts or any(_SIGNED.search(text) for text in texts)


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
