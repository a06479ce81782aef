"""A panel that holds several SOPs, one under another or side by side → a panel for each.

Tables stand under each other as SOPs of their own where a head comes again, its steps count from 1 again, and no line
runs across. They stand beside each other where a head for the steps comes again to the right of all the columns
of the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from sopgen.drawn.head import Head, heads_of, one_line
from sopgen.drawn.identity import has_identity
from sopgen.drawn.model import Box, Panel
from sopgen.drawn.table import parts_of
from sopgen.drawn.words import COLUMNS, meaning

_MOST: Final = 30  # SOPs on one panel
_LONGEST: Final = 60  # letters of a column's name
_EDGE: Final = 1.0  # points


def parted(panel: Panel) -> Iterator[Panel]:
    """The panel itself where it holds one SOP, or none."""
    heads = (meaning(one_line(cell.text), COLUMNS, like=False) for cell in panel.cells if len(cell.text) < _LONGEST)
    if sum(key == "kegiatan" for key in heads) < 2:
        yield panel
        return
    waiting = [panel]
    for _ in range(_MOST):
        if not waiting:
            return
        here = waiting.pop()
        at = _beside(here)
        axis = 0 if at is not None else 1
        at = _under(here) if at is None else at
        if at is None:
            yield here
        else:
            first, second = _cut(here, at, axis)
            waiting += [second, first]
    yield from reversed(waiting)


def _beside(panel: Panel) -> float | None:
    """Where another table begins to the right of the first."""
    for head in heads_of(panel):
        right = _right(head)
        again = [
            cell
            for cell in panel.cells
            if cell.box[0] >= right - _EDGE
            and head.top - _EDGE <= cell.box[1] < head.bottom
            and meaning(one_line(cell.text), COLUMNS, like=False) == "kegiatan"
        ]
        if not again:
            continue
        at = (right + min(cell.box[0] for cell in again)) / 2
        starts = [cell.box[0] for cell in panel.cells if right - _EDGE <= cell.box[0] <= again[0].box[0] and cell.text]
        at = min([at, *starts])
        if heads_of(_cut(panel, at, 0)[1]):
            return at
    return None


def _right(head: Head) -> float:
    return max([head.chart[1], *(right for _, right in head.columns.values())])


def _under(panel: Panel) -> float | None:
    """Where another SOP's head, with what stands above it, begins below the first."""
    parts = [part for part in parts_of(panel, 0, None) if part.rows]
    for before, part in pairwise(parts):
        if not part.headed or part.rows[0].number != "1" or not any(row.number == "1" for row in before.rows):
            continue
        at = before.rows[-1].down[1]
        crossed = any(
            min(y for _, y in stroke.points) < at - _EDGE and max(y for _, y in stroke.points) > part.head.bottom
            for stroke in panel.strokes
        )
        goes_on = any(symbol.kind == "offpage" and symbol.centre[1] > at for symbol in panel.symbols)
        if not crossed and (not goes_on or has_identity(_cut(panel, at, 1)[1])):
            return at
    return None


def _cut(panel: Panel, at: float, axis: int) -> tuple[Panel, Panel]:
    """What stands before and behind a line: `axis` 0 left and right of it, 1 above and below."""

    def middle(box: Box) -> float:
        return (box[axis] + box[axis + 2]) / 2

    def side(is_in: Callable[[float], bool]) -> Panel:
        pictures = [number for number, box in enumerate(panel.pictures) if is_in(middle(box))]
        return panel._replace(
            cells=tuple(each for each in panel.cells if is_in(middle(each.box))),
            symbols=tuple(each for each in panel.symbols if is_in(middle(each.box))),
            strokes=tuple(each for each in panel.strokes if is_in(each.points[0][axis])),
            notes=tuple(each for each in panel.notes if is_in(middle(each.box))),
            pictures=tuple(panel.pictures[number] for number in pictures),
            sources=tuple(panel.sources[number] for number in pictures) if panel.sources else (),
            unread=tuple(box for box in panel.unread if is_in(middle(box))),
            remarks=tuple(each for each in panel.remarks if is_in(middle(each.box))),
            below=tuple(each for each in panel.below if is_in(middle(each.box))),
            frames=tuple(each for each in panel.frames if is_in(middle(each.box))),
        )

    return side(lambda place: place < at), side(lambda place: place >= at)._replace(begins=True, hidden=())
