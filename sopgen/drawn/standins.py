"""Rows without a symbol where something else says whose the step is: a picture of a symbol, a tick, a framed cell.

What stands in for a symbol is one of a kind that nobody knows, and is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.drawn.head import Range
from sopgen.drawn.model import Box, Kind, Panel, Symbol
from sopgen.drawn.table import Part

STAND_IN: Final = "\x01"
"""How the names of these symbols begin, before the sign that stands there: no hand writes it."""
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
            found = list(_of_row(panel, part, row.down)) or list(_framed(panel, part, row.down))
            last = max((symbol.id for symbol in result[part.panel].symbols), default=0)
            more = tuple(
                Symbol(last + at, kind, box, "", STAND_IN + sign) for at, (box, kind, sign) in enumerate(found, 1)
            )
            result[part.panel] = result[part.panel]._replace(symbols=(*result[part.panel].symbols, *more))
    return result


def is_stand_in(symbol: Symbol) -> bool:
    return symbol.name.startswith(STAND_IN)


def is_like_symbol(box: Box) -> bool:
    """Whether a picture is as large as symbols are."""
    sides = box[2] - box[0], box[3] - box[1]
    return all(low <= side <= most for side, low, most in zip(sides, *_SIDES, strict=True))


def _of_row(panel: Panel, part: Part, down: Range) -> Iterator[tuple[Box, Kind, str]]:
    """Each with the sign that stands there; "" for a picture."""
    for box in panel.pictures:
        if is_like_symbol(box) and _is_in(box, part, down):
            yield box, "unknown", ""
    texts = [(note.text, note.box) for note in panel.notes] + [(cell.text, cell.box) for cell in panel.cells]
    for text, box in texts:
        sign = text.strip()
        if sign in _TICKS and _is_in(box, part, down):
            yield _room(box), "decision" if sign in _RHOMBS else "unknown", sign


def _framed(panel: Panel, part: Part, down: Range) -> Iterator[tuple[Box, Kind, str]]:
    """Cells of some lanes that are ruled more heavily than the others of their row; else those that are shaded."""
    mine = [each for each in panel.frames if _is_in(each.box, part, down) and _is_within(each.box, part, down)]
    lanes = len(part.head.lanes)
    for chosen in (
        [each for each in mine if each.weight > 1],
        [each for each in mine if each.weight],
        [each for each in mine if each.filled],
    ):
        if 0 < len(chosen) <= max(1, lanes // 2):
            yield from ((each.box, "unknown", "") for each in chosen)
            return


def _is_within(box: Box, part: Part, down: Range) -> bool:
    left, right = part.head.chart
    return left - 1 <= box[0] and box[2] <= right + 1 and down[0] - 1 <= box[1] and box[3] <= down[1] + 1


def _room(box: Box) -> Box:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return x - _HALF[0], y - _HALF[1], x + _HALF[0], y + _HALF[1]


def _is_in(box: Box, part: Part, down: Range) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return part.head.chart[0] <= x <= part.head.chart[1] and down[0] <= y < down[1]
