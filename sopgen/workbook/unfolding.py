"""A sheet beside the one that it was made as: which is which, and its rows and columns that nobody sees opened again.

What is hidden, or so low or narrow that nothing in it can be read, is told once as such; its drawing and its cells are
read as if they stood open, for they say what they said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Final

from sopgen.workbook.values import Sheet

_UNREAD: Final = 12.0  # points: a line of small type and its room
_OF_DUE: Final = 1 / 3
_HELD: Final = 6.0  # points: rows and columns that are lower or narrower keep texts off rules and hold none
_TWIN: Final = 0.5  # of a sheet's cells that another one must hold to be it


def twins(sheets: Sequence[Sheet], due: Sequence[Sheet]) -> tuple[int | None, ...]:
    """For each sheet that is due which of those there are is it: by its name, else by what its cells say."""
    left = list(range(len(sheets)))
    found: list[int | None] = []
    for each in due:
        named = next((at for at in left if sheets[at].name == each.name), None)
        best = max(left, key=lambda at: _shared(sheets[at], each), default=None)
        if named is None or (best is not None and _shared(sheets[named], each) < _TWIN):
            named = best if best is not None and _shared(sheets[best], each) >= _TWIN else None
        if named is not None:
            left.remove(named)
        found.append(named)
    return tuple(found)


def _shared(sheet: Sheet, due: Sheet) -> float:
    """The share of the cells that are due which say the same, wherever they stand."""
    here, there = (Counter(_plain(text) for text in each.cells.values()) for each in (sheet, due))
    return (here & there).total() / max(there.total(), 1)


def _plain(text: str) -> str:
    return "".join(text.split())


def unfolded(sheet: Sheet, due: Sequence[Sheet]) -> Sheet:
    """With the sizes due where nobody sees a row or column; `folded` names these. Nothing is drawn on it yet."""
    twin = max(due, key=lambda each: (_shared(sheet, each), each.name == sheet.name), default=None)
    if twin is None or _shared(sheet, twin) < _TWIN:
        return sheet
    rows = _folded(sheet.rows, twin.rows, _texts(sheet, 0), _texts(twin, 0))
    columns = _folded(sheet.columns, twin.columns, _texts(sheet, 1), _texts(twin, 1))
    return sheet._replace(
        rows=_opened(sheet.rows, rows), columns=_opened(sheet.columns, columns), folded=(tuple(rows), tuple(columns))
    )


def _folded(
    edges: Sequence[float], due: Sequence[float], said: dict[int, str], said_due: dict[int, str]
) -> dict[int, float]:
    """Number → the size that is due: of the line that says the same; by its number where none came or went."""
    sizes = _sizes(due)
    by_text = {text: at for at, text in said_due.items()}
    is_whole = max(said, default=0) == max(said_due, default=0)
    found = {}
    for at, size in enumerate(_sizes(edges)):
        twin = by_text.get(said.get(at, ""), at if is_whole else len(sizes))
        height = sizes[twin] if twin < len(sizes) else 0.0
        if _is_folded(size, height):
            found[at] = height
    return found


def _texts(sheet: Sheet, axis: int) -> dict[int, str]:
    """What each row (`axis` 0) or column (1) says, in order."""
    found: dict[int, str] = {}
    for place, text in sorted(sheet.cells.items()):
        found[place[axis]] = found.get(place[axis], "") + _plain(text)
    return found


def _sizes(edges: Iterable[float]) -> list[float]:
    return [after - before for before, after in pairwise(edges)]


def _is_folded(size: float, due: float) -> bool:
    return size < min(_UNREAD, due * _OF_DUE) and due >= _HELD


def _opened(edges: tuple[float, ...], sizes: dict[int, float]) -> tuple[float, ...]:
    own = _sizes(edges)
    return (0.0, *accumulate(sizes.get(at, size) for at, size in enumerate(own))) if sizes else edges
