"""A sheet beside the one that it was made as: cells that say something else where no row or column moved.

What moved is told by whoever aligns rows; here a cell is compared with the cell of the same place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from sopgen.workbook.values import Place, Sheet

Part = Literal["head", "number", "text"]
"""Of the table: a cell of its head, a step's number; anything else."""
_IN_PLACE: Final = 0.7  # of a sheet's texts, which stand where they were made
_OF_LINE: Final = 0.5  # of a row's or column's
_SHORT: Final = 3  # texts: of a line with fewer nobody can tell whether it moved
_GUTTER: Final = 10.0  # points: columns of a sheet that hold words are wider
_NUMBER: Final = re.compile(r"\(?\d{1,3}[.)]*")


class Retyped(NamedTuple):
    """`here`: what a cell says, `there`: what it should; "" for nothing."""

    place: Place
    here: str
    there: str
    part: Part


def retyped(sheet: Sheet, due: Sheet) -> tuple[Retyped, ...]:
    """In reading order. Rows below the table that was made, and rows and columns that were written anew, are none."""
    at_home, same = _at_home(sheet, due)
    if not _is_in_place(sheet, due):
        return ()
    strange = [_strange(at_home, same, axis) for axis in (0, 1)]
    last = max((row for row, _ in at_home), default=0)
    right = max((due.span(place)[1][1] for place in at_home), default=0)
    heads, steps = _table(due)
    return tuple(
        Retyped(place, here, there, _part(place, heads, steps))
        for place in sorted({*sheet.cells, *due.cells})
        if _is_other(here := sheet.cells.get(place, ""), there := due.cells.get(place, ""), _part(place, heads, steps))
        and place[0] <= last
        and place[1] <= right
        and (place[0] not in strange[0] or place[0] in heads)
        and place[1] not in strange[1]
    )


def _at_home(sheet: Sheet, due: Sheet) -> tuple[list[Place], set[Place]]:
    """The cells that were made to say something, and those of them that still say it."""
    at_home = [*_said(due)]
    return at_home, {place for place in at_home if _plain(sheet.cells.get(place, "")) == _plain(due.cells[place])}


def _is_in_place(sheet: Sheet, due: Sheet) -> bool:
    """Whether no row or column of it moved."""
    at_home, same = _at_home(sheet, due)
    return len(same) >= _IN_PLACE * len(at_home) and not _moved_aside(sheet, due, set(at_home) - same)


def put_back(sheet: Sheet, due: Sheet) -> Sheet:
    """With its table's head and step numbers as they were: what stands below them is read whatever they say now.

    A head that says what another one should is left: they changed places. So is one whose column was emptied, and a
    number that is another number.
    """
    heads = {_plain(due.cells[each]) for each in due.cells if each[0] in _table(due)[0]}
    back = {
        each.place: each.there
        for each in retyped(sheet, due)
        if (each.part == "head" and _plain(each.here) not in heads - {""} and not _is_emptied(each.place, sheet, due))
        or (each.part == "number" and not _NUMBER.fullmatch(each.here.strip()))
    }
    return sheet._replace(cells={**sheet.cells, **back}) if back else sheet


def _is_emptied(head: Place, sheet: Sheet, due: Sheet) -> bool:
    """Whether below a head nothing is left of what should stand there."""
    (_, first), (row, last) = due.span(head)
    below = [place for place in _said(due) if place[0] > row and first <= place[1] <= last]
    return bool(below) and not any(sheet.cells.get(place, "").strip() for place in below)


def is_put_back(each: Retyped, sheet: Sheet, due: Sheet) -> bool:
    """Whether `put_back` undoes it on that sheet."""
    return put_back(sheet, due).cells.get(each.place, "") == each.there


def _moved_aside(sheet: Sheet, due: Sheet, gone: set[Place]) -> bool:
    """Whether texts stand so many columns beside where they were made: columns came, went or moved."""
    found: dict[tuple[int, str], list[int]] = {}
    for row, column in _said(sheet):
        text = _plain(sheet.cells[row, column])
        if text != _plain(due.cells.get((row, column), "")):
            found.setdefault((row, text), []).append(column)
    ways = Counter(
        other - column for row, column in gone for other in found.get((row, _plain(due.cells[row, column])), ())
    )
    return max(ways.values(), default=0) >= _SHORT


def _strange(at_home: list[Place], same: set[Place], axis: int) -> set[int]:
    """Rows (`axis` 0) or columns (1) most of which says something else, of two texts both."""
    lines: dict[int, list[Place]] = {}
    for place in at_home:
        lines.setdefault(place[axis], []).append(place)
    return {
        at
        for at, places in lines.items()
        if (found := sum(place in same for place in places)) < _OF_LINE * len(places)
        and (len(places) >= _SHORT or (len(places) > 1 and not found))
    }


def _part(place: Place, heads: range, steps: frozenset[int]) -> Part:
    return "head" if place[0] in heads else "number" if place[1] == 0 and place[0] in steps else "text"


def _table(due: Sheet) -> tuple[range, frozenset[int]]:
    """The rows of a made table's head, and those of its steps; none on a sheet without a table."""
    numbered = {row: int(text) for (row, column), text in due.cells.items() if column == 0 and text.isdecimal()}
    first = max((row for row, number in numbered.items() if number == 1), default=0)
    if not first:
        return range(0), frozenset()
    top = first
    while top and sum(row == top - 1 for row, _ in _said(due)) > 1:
        top -= 1
    return range(top, first), frozenset(row for row in numbered if row >= first)


def rows_put_in(sheet: Sheet, due: Sheet) -> tuple[tuple[Place, ...], ...]:
    """The cells of each row of a form that says nothing of what the form says; not of one whose rows stand in place."""
    last = max((row for row, _ in _said(due)), default=0)
    if _table(due)[0] or _is_in_place(sheet, due) or last >= max((row for row, _ in _said(sheet)), default=0):
        return ()
    known = {_plain(due.cells[place]) for place in _said(due)}
    rows: dict[int, list[Place]] = {}
    for place in sorted(_said(sheet)):
        rows.setdefault(place[0], []).append(place)
    return tuple(
        tuple(places)
        for row, places in rows.items()
        if row <= last and not any(_plain(sheet.cells[place]) in known for place in places)
    )


def merged_anew(sheet: Sheet, due: Sheet) -> tuple[tuple[Place, Place], ...]:
    """Ranges below a table's head that are one cell now and were several; within one row where no column moved."""
    heads, _ = _table(due)
    if not heads:
        return ()
    in_place = _is_in_place(sheet, due)
    return tuple(
        (first, last)
        for first, last in sheet.merges
        if first[0] >= heads.stop
        and (first, last) not in due.merges
        and (last[0] > first[0] or (in_place and _takes_in_two(sheet, first[1], last[1])))
    )


def _takes_in_two(sheet: Sheet, first: int, last: int) -> bool:
    """Whether two columns of the table are among those of the sheet; what is as narrow as its gutters is none."""
    edges = sheet.columns[first : last + 2]
    return sum(right - left > _GUTTER for left, right in pairwise(edges)) > 1


def _said(sheet: Sheet) -> Iterator[Place]:
    return (place for place, text in sheet.cells.items() if text.strip())


def _is_other(here: str, there: str, part: Part) -> bool:
    """Other letters; outside a table's head, whose words break where there is room, also the same divided otherwise."""
    return _plain(here) != _plain(there) or (part == "text" and here.split() != there.split())


def _plain(text: str) -> str:
    return "".join(text.split())
