"""What the parts of an identity page share: the measures it is set with, and the page being filled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sopgen.layout import style
from sopgen.layout.setting import Setter
from sopgen.layout.tablerules import RuleBook
from sopgen.scene import Box, Cell, Image, Rule, Table
from sopgen.text.block import BlockLine

Lines = tuple[BlockLine, ...]


class IdentityPage(NamedTuple):
    """One page's table, with the logo and the room for the signature if they stand on it."""

    table: Table
    images: tuple[Image, ...]
    signature_box: Box | None


class Tightness(NamedTuple):
    """How closely the page is set: padding in points, distance of baselines in em.

    `emblem` and `signature`: the emblem's size and the least room for the signature, in points.
    """

    pad: float
    leading: float
    emblem: float = style.LOGO_SIZE
    signature: float = style.SIGNATURE_ROOM


class Measures(NamedTuple):
    """How a page is set: `columns` are the edges of emblem, labels and values; `size` is the type's."""

    setter: Setter
    pad: float
    size: float
    columns: tuple[float, float, float, float]
    emblem: float = style.LOGO_SIZE

    def inner(self, first: int, last: int) -> float:
        """The width between the paddings of a cell from one column edge to another."""
        return self.columns[last] - self.columns[first] - 2 * style.IDENTITY_PAD_SIDE

    def sides(self, first: int, last: int) -> tuple[float, float]:
        return self.columns[first] + style.IDENTITY_PAD_SIDE, self.columns[last] - style.IDENTITY_PAD_SIDE


@dataclass(slots=True)
class Draft:
    """A page being filled: row edges from the top, cells, images."""

    edges: list[float]
    cells: list[Cell] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    signature: Box | None = None
    header_rows: int = 0  # they have three columns, those of the boxes two
    emblem_rows: int = 0  # of these, the rows that the emblem's cell spans

    def add_row(self, height: float) -> tuple[int, float, float]:
        """The new row's index, top and bottom."""
        top = self.edges[-1]
        self.edges.append(round(top + height, 2))
        return len(self.edges) - 2, top, self.edges[-1]


def finish(draft: Draft, columns: tuple[float, float, float, float], foot: float) -> IdentityPage:
    """Stretch nothing: the page ends where its boxes end; only its last row reaches down to the common foot."""
    edges = draft.edges
    slack = int((foot - edges[-1]) / style.GRID) * style.GRID
    if 0 < slack <= style.IDENTITY_LAST_ROW_MOST:
        edges[-1] = round(edges[-1] + slack, 2)
    table = Table(
        "identitas",
        tuple(round(c, 2) for c in columns),
        tuple(edges),
        tuple(sorted(draft.cells, key=lambda c: (c.row, c.column))),
        _rules(draft, columns),
    )
    return IdentityPage(table, tuple(draft.images), draft.signature)


def _rules(draft: Draft, columns: tuple[float, float, float, float]) -> tuple[Rule, ...]:
    book = RuleBook()
    edges = draft.edges
    left, middle, values, right = columns
    top, bottom = edges[0], edges[-1]
    for y in (top, bottom):
        book.horizontal(y, left, right, style.RULE_FRAME)
    for x in (left, right):
        book.vertical(x, top, bottom, style.RULE_FRAME)
    book.vertical(middle, top, bottom, style.RULE_TEXT)
    split = draft.header_rows
    if split:
        book.vertical(values, top, edges[split], style.RULE_TEXT)
        for i in range(1, split):
            book.horizontal(edges[i], left if i == draft.emblem_rows else middle, right, style.RULE_TEXT)
    for i in range(max(split, 1), len(edges) - 1):
        book.horizontal(edges[i], left, right, style.RULE_TEXT)
    return book.rules()
