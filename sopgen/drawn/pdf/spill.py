"""Texts that run out of their cell: their lines in the next row's cell are given back to where they were written.

A table's rules do not part a text; its lines do: each at the usual way below the one before, one edge, one type, and
drawn right after it. What crosses a rule, or runs into a cell that has words of its own, drawn at another time, has run
out of its own. All else that merely stands below is a text of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from sopgen.drawn.model import Box
from sopgen.drawn.pdf.values import Character

_EDGE: Final = 2.0  # points between the sides of cells of one column, and of cells below each other
_SAME: Final = 0.08  # of the way from line to line
_UNKNOWN_WAY: Final = (0.95, 1.4)  # em from line to line, where a text has a single line in its cell
_CAPITAL: Final = 0.7  # em above a line's base
_DEEP: Final = 0.2  # em below
_OVER: Final = 0.12  # em on both sides of a rule: it is crossed
_MOST_LINES: Final = 300  # of one cell
_MOST_CELLS: Final = 6  # that one text runs through

Home = int | None


class _Line(NamedTuple):
    """Characters of one line in one cell, one after another as they were drawn."""

    home: Home
    characters: tuple[Character, ...]

    @property
    def base(self) -> float:
        return self.characters[0].base[1]

    @property
    def size(self) -> float:
        return max(each.size for each in self.characters)

    @property
    def across(self) -> tuple[float, float]:
        return min(each.box[0] for each in self.characters), max(each.box[2] for each in self.characters)


def given_back(
    boxes: Sequence[Box], written: Sequence[tuple[Home, Character]]
) -> tuple[list[tuple[Home, Character]], frozenset[int]]:
    """`written`: characters as they were drawn, each with the number of the box that holds its middle.

    The same with the boxes that they were written for, and the numbers of those that a text ran out of.
    """
    lines = list(_lines(written))
    homes: dict[int, Home] = {}
    full: set[int] = set()
    for chain in _chains(boxes, lines):
        home = _home(boxes, [lines[at] for at in chain])
        full.add(home)
        homes |= {id(each): home for at in chain for each in lines[at].characters}
    if not homes:
        return list(written), frozenset()
    return [(homes.get(id(each), home), each) for home, each in written], frozenset(full)


def _lines(written: Sequence[tuple[Home, Character]]) -> Iterator[_Line]:
    """Upright characters that were drawn one after another on one line of one cell."""
    held: list[Character] = []
    last: Home = None
    for home, each in written:
        if each.turn or not each.text.strip():
            continue
        if held and (home != last or abs(each.base[1] - held[-1].base[1]) > 0.35 * max(each.size, 4.0)):
            yield _Line(last, tuple(held))
            held = []
        held.append(each)
        last = home
    if held:
        yield _Line(last, tuple(held))


def _chains(boxes: Sequence[Box], lines: Sequence[_Line]) -> Iterator[list[int]]:
    """Numbers of lines that are one text and run through several cells, with what shows it."""
    in_cell: dict[Home, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        in_cell[line.home].append(number)
    chain = [0]
    for number in range(1, len(lines) + 1):
        if (
            number < len(lines)
            and _goes_on(lines, chain, number)
            and _is_below(boxes, lines[number - 1], lines[number])
        ):
            chain.append(number)
            continue
        cells = {lines[at].home for at in chain}
        if 1 < len(cells) <= _MOST_CELLS and cells != {None} and _has_run_out(boxes, lines, chain, in_cell):
            yield chain
        chain = [number]


def _goes_on(lines: Sequence[_Line], chain: Sequence[int], number: int) -> bool:
    """Whether a line is the next of a text: its way down, its edge or middle, its type."""
    before, line = lines[number - 1], lines[number]
    way, size = line.base - before.base, max(line.size, 1.0)
    if abs(before.size - line.size) > 0.5 or way <= 0:
        return False
    if len(chain) > 1:
        usual = before.base - lines[number - 2].base
        if abs(way - usual) > max(_SAME * usual, 0.3):
            return False
    elif not _UNKNOWN_WAY[0] * size <= way <= _UNKNOWN_WAY[1] * size:
        return False
    (left, right), (other_left, other_right) = before.across, line.across
    hangs = abs(left - other_left) < 1.5 * size  # a list's lines are set in
    return hangs or abs(left + right - other_left - other_right) < size


def _is_below(boxes: Sequence[Box], before: _Line, line: _Line) -> bool:
    """Whether two lines stand in one cell, or in cells of one column below each other, or below the last."""
    if before.home == line.home:
        return before.home is not None
    if before.home is None:
        return False
    x0, _, x1, bottom = boxes[before.home]
    if line.home is None:
        return x0 - _EDGE < line.across[0] and line.across[1] < x1 + _EDGE and line.base - bottom < 3 * line.size
    ax, top, bx, _ = boxes[line.home]
    return abs(x0 - ax) < _EDGE and abs(x1 - bx) < _EDGE and abs(bottom - top) < _EDGE


def _has_run_out(
    boxes: Sequence[Box], lines: Sequence[_Line], chain: Sequence[int], in_cell: dict[Home, list[int]]
) -> bool:
    """Whether the text crosses a rule, or comes into a cell with words that were drawn at another time."""
    for one, other in pairwise(chain):
        before, line = lines[one], lines[other]
        if before.home == line.home or before.home is None:
            continue
        rule = boxes[before.home][3]
        for each in (before, line):
            over = _OVER * each.size
            if each.base - _CAPITAL * each.size + over < rule < each.base + _DEEP * each.size - over / 2:
                return True
        if line.home is not None and _has_words_of_its_own(lines, chain, in_cell[line.home]):
            return True
    return False


def _has_words_of_its_own(lines: Sequence[_Line], chain: Sequence[int], here: Sequence[int]) -> bool:
    """Whether lines of a cell, `here`, were drawn at another time than a text that comes into it."""
    if len(here) > _MOST_LINES:
        return False
    first, last = chain[0], chain[-1]
    others = [at for at in here if not first <= at <= last]
    while last + 1 in others:
        last += 1
        others.remove(last)
    return any(lines[at].base > lines[chain[-1]].base - lines[at].size for at in others)


def _home(boxes: Sequence[Box], lines: Sequence[_Line]) -> int:
    """The cell that a text was written for: it hangs from its top, stands in its middle or on its foot."""
    top = lines[0].base - lines[0].size
    bottom = lines[-1].base + _DEEP * lines[-1].size

    def off(number: int) -> float:
        _, y0, _, y1 = boxes[number]
        return min(abs(top - y0), abs((top + bottom - y0 - y1) / 2), abs(bottom - y1))

    return min({line.home for line in lines if line.home is not None}, key=lambda number: (off(number), number))
