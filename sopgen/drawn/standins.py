"""Rows without a symbol where something else says whose the step is: a picture of a symbol, or a tick in a lane.

What stands in for a symbol is one of a kind that nobody knows, and is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.drawn.head import Range
from sopgen.drawn.model import Box, Kind, Panel, Symbol
from sopgen.drawn.table import Part

STAND_IN: Final = "\x01"
"""How the names of these symbols begin: no hand writes it."""
_RHOMBS: Final = frozenset("◇◆◊♦⋄⬥⬦❖")
_TICKS: Final = _RHOMBS | frozenset("vVxX✓✔√✗✘●•■*○◯◉⬤▪◼◾⚫☑☒□▢▣▬▭▮▯◻◽⬜⬭⬬")
_SIDES: Final = ((8.0, 6.0), (160.0, 80.0))  # points: the least and the largest picture of a symbol
_HALF: Final = (8.0, 6.0)  # points: of a tick's room


def stood_in(panels: Sequence[Panel], parts: Sequence[Part]) -> list[Panel]:
    """The panels with symbols where ticks and pictures stand for them."""
    result = list(panels)
    for part in parts:
        panel = result[part.panel]
        for row in part.rows:
            if any(_is_in(symbol.box, part, row.down) for symbol in panel.symbols if symbol.kind != "offpage"):
                continue
            found = list(_of_row(panel, part, row.down))
            last = max((symbol.id for symbol in result[part.panel].symbols), default=0)
            more = tuple(Symbol(last + at, kind, box, "", STAND_IN) for at, (box, kind) in enumerate(found, 1))
            result[part.panel] = result[part.panel]._replace(symbols=(*result[part.panel].symbols, *more))
    return result


def _of_row(panel: Panel, part: Part, down: Range) -> Iterator[tuple[Box, Kind]]:
    for box in panel.pictures:
        sides = box[2] - box[0], box[3] - box[1]
        fits = all(low <= side <= most for side, low, most in zip(sides, *_SIDES, strict=True))
        if fits and _is_in(box, part, down):
            yield box, "unknown"
    texts = [(note.text, note.box) for note in panel.notes] + [(cell.text, cell.box) for cell in panel.cells]
    for text, box in texts:
        sign = text.strip()
        if sign in _TICKS and _is_in(box, part, down):
            yield _room(box), "decision" if sign in _RHOMBS else "unknown"


def _room(box: Box) -> Box:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return x - _HALF[0], y - _HALF[1], x + _HALF[0], y + _HALF[1]


def _is_in(box: Box, part: Part, down: Range) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return part.head.chart[0] <= x <= part.head.chart[1] and down[0] <= y < down[1]
