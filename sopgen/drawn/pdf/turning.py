"""A page whose words run sideways → the same page so that they can be read."""

from __future__ import annotations

from typing import Final

from sopgen.drawn.model import Box
from sopgen.drawn.pdf.values import Matrix, Sheet, around, moved

_MOST: Final = 0.6  # of a page's characters


def upright(sheet: Sheet) -> Sheet:
    """The page, turned if most of its words run sideways."""
    turns = [each.turn for each in sheet.characters if each.text.strip()]
    for turn in (1, 2, 3):
        if turns.count(turn) > _MOST * len(turns):
            return _turned(sheet, turn)
    return sheet


def _turned(sheet: Sheet, turn: int) -> Sheet:
    wide, high = sheet.size
    back: Matrix = {1: (0, -1, 1, 0, 0, wide), 2: (-1, 0, 0, -1, wide, high), 3: (0, 1, -1, 0, high, 0)}[turn]

    def box(old: Box) -> Box:
        return around([moved(back, old[0], old[1]), moved(back, old[2], old[3])])

    return Sheet(
        (wide, high) if turn == 2 else (high, wide),
        tuple(
            path._replace(
                loops=tuple(loop._replace(points=tuple(moved(back, *p) for p in loop.points)) for loop in path.loops)
            )
            for path in sheet.paths
        ),
        tuple(
            each._replace(box=box(each.box), base=moved(back, *each.base), turn=(each.turn - turn) % 4)
            for each in sheet.characters
        ),
        tuple(box(each) for each in sheet.pictures),
        turn,
        tuple(box(each) for each in sheet.unread),
        sheet.backdrop,
        sheet.hidden,
        retyped=sheet.retyped,
        overlaid=tuple(box(each) for each in sheet.overlaid),
    )
