"""A page printed so small that no reader's measures hold → the same page as large as it is meant to be read."""

from __future__ import annotations

from typing import Final

from sopgen.drawn.model import Box
from sopgen.drawn.pdf.values import Matrix, Sheet, around, moved

_SMALL: Final = 4.6  # points: half of a page's letters are smaller where it was printed at half its size
_MEANT: Final = 8.0


def legible(sheet: Sheet) -> Sheet:
    """The page, enlarged if most of its letters are too small to be read."""
    sizes = sorted(each.size for each in sheet.characters if each.text.strip())
    if not sizes or not 0 < sizes[len(sizes) // 2] < _SMALL:
        return sheet
    by = _MEANT / sizes[len(sizes) // 2]
    grown: Matrix = (by, 0, 0, by, 0, 0)

    def box(old: Box) -> Box:
        return around([moved(grown, old[0], old[1]), moved(grown, old[2], old[3])])

    return sheet._replace(
        enlarged=by,
        overlaid=tuple(box(each) for each in sheet.overlaid),
        size=moved(grown, *sheet.size),
        paths=tuple(
            path._replace(
                loops=tuple(
                    loop._replace(points=tuple(moved(grown, *at) for at in loop.points)) for loop in path.loops
                ),
                width=path.width * by,
            )
            for path in sheet.paths
        ),
        characters=tuple(
            each._replace(box=box(each.box), base=moved(grown, *each.base), size=each.size * by)
            for each in sheet.characters
        ),
        pictures=tuple(box(each) for each in sheet.pictures),
        unread=tuple(box(each) for each in sheet.unread),
    )
