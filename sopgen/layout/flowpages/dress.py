"""What stands on a flow page round its table: above it, on the first page and on the others, and at its foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sopgen.intake.sop import Sop
from sopgen.layout.flowpages.title import flow_title
from sopgen.layout.paper import Paper, foot_texts
from sopgen.layout.setting import Setter
from sopgen.scene import Figure, Image, Table, Text

Foot = Callable[[int, int], tuple[Text, ...]]
"""The foot of page `number` of `count`."""


class Above(NamedTuple):
    """What a page bears between its upper margin and the flow table, `height` points in all."""

    height: float = 0.0
    texts: tuple[Text, ...] = ()
    tables: tuple[Table, ...] = ()
    images: tuple[Image, ...] = ()
    figures: tuple[Figure, ...] = ()


class Dress(NamedTuple):
    first: Above
    later: Above
    foot: Foot

    @property
    def lowest(self) -> float:
        """The height above the table that leaves a row the most room."""
        return min(self.first.height, self.later.height)

    def above(self, page: int) -> Above:
        """Of a flow page, counted from 0."""
        return self.later if page else self.first


def usual_dress(sop: Sop, paper: Paper, setter: Setter) -> Dress:
    """The form's: the PROSEDUR line wherever the table's head is printed."""
    title, height = flow_title(sop, paper, setter)
    titled = Above(height, (title,))

    def foot(number: int, count: int) -> tuple[Text, ...]:
        return foot_texts(paper, sop, setter, number, count)

    return Dress(titled, titled if sop.tampilan.kepala_berulang else Above(), foot)
