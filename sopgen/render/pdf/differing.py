"""Two pictures of one page → the regions where they differ, and what became of what is printed in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from sopgen.drawn.pdf.contents import Grey

_SEEN: Final = 48
"""Of 255: programs that write a page anew move things by less than a pixel's part, which changes shades by less."""
_NEXT: Final = (12, 6)  # pixels across and down between two regions: nearer ones are one
_MOST_REGIONS: Final = 200
"""Of more no regions are made but one of all: the whole page is another."""
_BARE, _PALE = 254, 6  # of 255: paper, and how much darker a wash makes it
_WASH_WIDE, _WASH_HIGH = 24, 4  # pixels: a few letters, and more than an edge
_PAPER: Final = 200  # of 255
_INK: Final = 100  # how much darker than what is around it
_KEPT: Final = 0.35  # of that, so that it can still be read
_STRAY: Final = 0.05  # of what is lost
_AROUND: Final = 2  # pixels: half of a letter's stroke, and some paper beside it
_TILE: Final = 20  # pixels: about a line of text high
_A_LETTER: Final = 12  # pixels of print
_LOST: Final = 0.6  # of what is printed on a tile: a stroke or a ring across covers less
_HIDDEN: Final = 0.75  # the same where ink lies over it: broad letters of a stamp cover parts of words

Region = tuple[int, int, int, int]
"""First and last column and row: left, top, right, bottom."""
State = Literal["there", "crossed", "gone"]
"""Of what is printed at a place: it can be read, a little of it was taken away, or it cannot be read."""


def regions(seen: Grey, expected: Grey) -> tuple[Region, ...]:
    """Where two pictures of one size differ, from the top."""
    found: list[Region] = []
    near: list[Region] = []  # those that may still go on
    for row, first, last in _runs(seen, expected):
        here = first, row, last, row
        joined = [each for each in near if _is_next(each, here)]
        near = [each for each in near if each not in joined and each[3] >= row - _NEXT[1]]
        found = [each for each in found if each not in joined]
        whole = _around([*joined, here])
        near.append(whole)
        found.append(whole)
    return tuple(sorted(_together(found), key=lambda each: (each[1], each[0])))


def _runs(seen: Grey, expected: Grey) -> Iterator[tuple[int, int, int]]:
    """Row, first and last column of what differs in one row and stands near each other."""
    wide, high, _ = seen
    washes = _Washes()
    for row in range(high):
        here, there = (each[2][row * wide : (row + 1) * wide] for each in (seen, expected))
        if here == there:
            washes.end()
            continue
        first = last = -1
        marked = {at for at in range(wide) if abs(here[at] - there[at]) > _SEEN}
        for at in sorted(marked | set(washes.next(here, there))):
            if first >= 0 and at - last > _NEXT[0]:
                yield row, first, last
                first = at
            first = at if first < 0 else first
            last = at
        if first >= 0:
            yield row, first, last


class _Washes:
    """Pale ink over bare paper, row by row from the top: broad and high, for edges of what is printed are pale too."""

    def __init__(self) -> None:
        self._above: list[set[int]] = []

    def end(self) -> None:
        self._above.clear()

    def next(self, here: bytes, there: bytes) -> Iterator[int]:
        """The columns of a wash that reaches down to this row."""
        self._above.append({*_pale(here, there)})
        del self._above[:-_WASH_HIGH]
        if len(self._above) == _WASH_HIGH:
            yield from set.intersection(*self._above)


def _pale(here: bytes, there: bytes) -> Iterator[int]:
    start = -1
    for at, (one, other) in enumerate(zip(here + b"\xff", there + b"\xff", strict=True)):
        if other >= _BARE and other - one >= _PALE:
            start = at if start < 0 else start
            continue
        if start >= 0 and at - start >= _WASH_WIDE:
            yield from range(start, at)
        start = -1


def _together(found: Sequence[Region]) -> list[Region]:
    """Those that reach into each other as one, as a ring and the words in it."""
    left = list(found)
    if len(left) > _MOST_REGIONS:
        return [_around(left)]
    whole: list[Region] = []
    while left:
        one = left.pop()
        joined = [each for each in (*left, *whole) if _is_next(one, each)]
        if not joined:
            whole.append(one)
            continue
        left = [each for each in left if each not in joined]
        whole = [each for each in whole if each not in joined]
        left.append(_around([one, *joined]))
    return whole


def _is_next(one: Region, other: Region) -> bool:
    across, down = _NEXT
    return (
        one[0] <= other[2] + across
        and other[0] <= one[2] + across
        and one[1] <= other[3] + down
        and other[1] <= one[3] + down
    )


def _around(found: Sequence[Region]) -> Region:
    lefts, tops, rights, bottoms = zip(*found, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def state_of(seen: Grey, expected: Grey, region: Region) -> State:
    """What became of what is printed there, tile by tile: where one of them is gone, a word may be."""
    left, top, right, bottom = region
    is_touched = False
    for row in range(top, bottom + 1, _TILE):
        for column in range(left, right + 1, _TILE):
            tile = column, row, min(column + _TILE - 1, right), min(row + _TILE - 1, bottom)
            printed, taken, hidden = _counted(seen, expected, tile)
            is_touched = is_touched or taken > 0
            if printed >= _A_LETTER and (taken > _LOST * printed or taken + hidden > _HIDDEN * printed):
                return "gone"
    return "crossed" if is_touched else "there"


def is_inked(seen: Grey, expected: Grey, region: Region) -> bool:
    """Whether of what is printed there next to nothing has become bare paper."""
    left, top, right, bottom = region
    wide = seen[0]
    lost = bare = 0
    for row in range(top, bottom + 1):
        for at in range(row * wide + left, row * wide + right + 1):
            if expected.pixels[at] <= 255 - _INK and seen.pixels[at] - expected.pixels[at] > _SEEN:
                lost += 1
                bare += seen.pixels[at] >= _BARE - _PALE
    return lost > 0 and bare <= _STRAY * lost


def _counted(seen: Grey, expected: Grey, tile: Region) -> tuple[int, int, int]:
    """Pixels of print; of those the ones that are paper now, and those that do not stand out from what lies there."""
    left, top, right, bottom = tile
    wide = seen[0]
    printed = taken = hidden = 0
    for row in range(top, bottom + 1):
        for at in range(row * wide + left, row * wide + right + 1):
            ink = expected.pixels[at]
            if ink > 255 - _INK:
                continue
            due = _lightest(expected, at) - ink
            if due < _INK:
                continue
            printed += 1
            is_read = _lightest(seen, at) - seen.pixels[at] >= _KEPT * due
            if not is_read and seen.pixels[at] - ink > _SEEN and seen.pixels[at] > _PAPER:
                taken += 1
            elif not is_read:
                hidden += 1
    return printed, taken, hidden


def _lightest(picture: Grey, at: int) -> int:
    """Of the pixels around one."""
    wide, _, pixels = picture
    rows = (at + down * wide for down in range(-_AROUND, _AROUND + 1))
    return max(
        max(pixels[max(middle - _AROUND, 0) : middle + _AROUND + 1], default=0) for middle in rows if middle >= 0
    )
