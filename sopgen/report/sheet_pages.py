"""Rows in, pages out: a sheet's table is broken by hand, so that each page says whose it is and none stands near empty.

Rows are never split; a group's name goes before its first row and, as "lanjutan", before the first row of a further
page; what ends a sheet (signatures) stays whole, and takes rows with it where it would begin a page: from the last
finding on if the page before stays well filled, else no more than it must.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from sopgen.report.sheet_measure import MM

_PAGE: Final = (297 - 15 - 17.5 - 2) * MM
"""Points between the margins, less what browsers may round differently."""
TIGHT: Final = 0.93
"""How large all stands on a sheet that is a little too long: its small print no smaller than 6.5 pt."""
_TAKEN: Final = 2
"""Rows that go with the end of a sheet, where they fit."""
_FILLED: Final = 0.6
"""Of a page: what must stay on it when the last finding is taken to the signatures."""


class Block(NamedTuple):
    """A piece of HTML that no page cuts; its height in points."""

    html: str
    height: float


class Group(NamedTuple):
    """The row that names a group of rows, and the one that does so again on a further page."""

    first: str
    again: str
    height: float


class Line(NamedTuple):
    """A table row. `ends`: whether a signature below it, and not one on a further page, speaks of it."""

    html: str
    height: float
    group: Group | None = None
    ends: bool = False


class Layout(NamedTuple):
    """What goes on a sheet's pages: `opening` on the first, `running` at the head of each other; the table between.

    `tight`: whether all of it is made a little smaller.
    """

    opening: Block
    running: Block
    name: str
    columns: Sequence[float]
    head: Block
    lines: Sequence[Line]
    tail: Block
    tight: bool = False

    @property
    def page(self) -> float:
        """Points that a page holds, as they are measured; in smaller type lines only grow fewer."""
        return _PAGE / TIGHT if self.tight else _PAGE


def pages_of(layout: Layout) -> list[str]:
    """The HTML of each page."""
    named: set[Group] = set()
    filled = _filled(layout)
    told = []
    for number, lines in enumerate(filled):
        parts = [(layout.running if number else layout.opening).html, _table(lines, layout, named)]
        parts += [layout.tail.html] if number == len(filled) - 1 else []
        body = "\n".join(filter(None, parts))
        body = f'<div class="tight">\n{body}\n</div>' if layout.tight else body
        told.append(f'<section class="page">\n{body}\n</section>')
    return told


def _filled(layout: Layout) -> list[Sequence[Line]]:
    """The rows of each page; the end stands on the last one, with the last row that it speaks of if that may be."""
    lines = layout.lines
    pages = _in_order(lines, layout)
    last = max((number for number, line in enumerate(lines) if line.ends), default=len(lines) - 1)
    fits = _height(pages[-1]) + layout.tail.height <= _room(len(pages) - 1, layout)
    if fits and (len(pages) == 1 or len(lines) - last <= len(pages[-1])):
        return pages
    with_last = [_broken(start, layout) for start in (min(last, len(lines) - _TAKEN), last)]
    with_some = [_broken(start, layout) for start in (_group_start(lines), len(lines) - _TAKEN, len(lines) - 1)]
    broken = [each for each in with_last if each and _is_filled(each, layout)]
    broken += [pages] if fits else []
    broken += [each for each in with_some if each]
    return min(broken, key=len) if broken else [*pages, ()]


def _group_start(lines: Sequence[Line]) -> int:
    """Where the last group begins that speaks of no finding; else where the last rows do."""
    last = lines[-1]
    if last.ends or last.group is None:
        return len(lines) - _TAKEN
    return next(number for number, line in enumerate(lines) if line.group == last.group)


def _broken(start: int, layout: Layout) -> list[Sequence[Line]] | None:
    """With the rows from `start` on, and the end, on the last page; None if they are more than it holds."""
    lines = layout.lines
    if start <= 0 or _height(lines[start:]) + layout.tail.height > _room(1, layout):
        return None
    return [*_in_order(lines[:start], layout), lines[start:]]


def _is_filled(pages: Sequence[Sequence[Line]], layout: Layout) -> bool:
    """Whether the page before the last one is not left half empty."""
    number = len(pages) - 2
    return layout.page - _room(number, layout) + _height(pages[number]) >= _FILLED * layout.page


def _in_order(lines: Sequence[Line], layout: Layout) -> list[Sequence[Line]]:
    """Each page filled before the next one is begun."""
    pages: list[Sequence[Line]] = []
    filled: list[Line] = []
    for line in lines:
        if filled and _height([*filled, line]) > _room(len(pages), layout):
            pages.append(filled)
            filled = []
        filled.append(line)
    return [*pages, filled]


def _room(page: int, layout: Layout) -> float:
    return layout.page - (layout.running if page else layout.opening).height - layout.head.height


def _height(lines: Sequence[Line]) -> float:
    """Of rows on one page, with the names of their groups."""
    named = {line.group for line in lines} - {None}
    return sum(line.height for line in lines) + sum(group.height for group in named if group)


def _table(lines: Sequence[Line], layout: Layout, named: set[Group]) -> str:
    """`named`: the groups that began on a page before; those of this page come to them."""
    if not lines:
        return ""
    rows: list[str] = []
    last: Group | None = None
    for line in lines:
        if line.group is not None and line.group != last:
            rows.append(line.group.again if line.group in named else line.group.first)
            named.add(line.group)
        last = line.group
        rows.append(line.html)
    widths = "".join(f'<col style="width:{width:g}mm">' for width in layout.columns)
    body = "\n".join(rows)
    return (
        f'<table class="{layout.name}">\n<colgroup>{widths}</colgroup>\n<thead>{layout.head.html}</thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )
