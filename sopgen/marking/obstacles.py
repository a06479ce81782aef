"""A page → what no badge may cover (texts, symbols, arrows, logo) and what it had better not (rules)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sopgen.marking.boxes import grown
from sopgen.marking.places import run_box
from sopgen.scene import Arrow, Box, Page, Text

_LINE: Final = 0.9  # half the width kept free about an arrow's line
_HEAD: Final = 2.6
_TEXT: Final = 0.6
_SYMBOL: Final = 0.8


def covered(page: Page, omega_radius: float) -> tuple[Box, ...]:
    """Boxes that must stay free of badges."""
    boxes = [grown(image.box, _TEXT) for image in page.images]
    boxes += [grown(symbol.box, _SYMBOL) for symbol in page.symbols]
    for text in _texts(page):
        boxes += _text_boxes(text)
    for arrow in page.arrows:
        boxes += _arrow_boxes(arrow, omega_radius)
    return tuple(boxes)


def rules(page: Page) -> tuple[Box, ...]:
    """The lines of the tables, as thin boxes."""
    return tuple((rule.x0, rule.y0, rule.x1, rule.y1) for table in page.tables for rule in table.rules)


def other_rows(page: Page, ring: Box) -> tuple[Box, ...]:
    """Beside a ring in a row of the flow table all other rows, across the paper, and what stands between them."""
    middle, wide = (ring[1] + ring[3]) / 2, page.size[0]
    if not any(row.y0 < middle < row.y1 for row in page.rows):
        return ()
    return tuple((0.0, row.y0, wide, row.y1) for row in page.rows if not row.y0 < middle < row.y1)


def _texts(page: Page) -> Iterator[Text]:
    yield from page.texts
    for _, cell in page.cells():
        yield from cell.texts
    yield from (arrow.label for arrow in page.arrows if arrow.label)


def _text_boxes(text: Text) -> list[Box]:
    if text.turned:
        return [grown(text.box, _TEXT + 0.24 * text.size)]
    return [grown(run_box(run, text.size), _TEXT) for run in text.runs]


def _arrow_boxes(arrow: Arrow, omega_radius: float) -> list[Box]:
    boxes = [
        grown((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), _LINE)
        for (x0, y0), (x1, y1) in pairwise(arrow.points)
    ]
    boxes += [(x - omega_radius, y - omega_radius, x + omega_radius, y + 1) for x, y in arrow.omegas]
    if arrow.head:
        x, y = arrow.points[-1]
        boxes.append(grown((x, y, x, y), _HEAD))
    return boxes
