"""Cells that say something else than they were made to say, where no row or column moved: each is told at itself.

The rules of the table's head tell what was done to it; a field of the header and a step's cell are told by their rules
in their own words, at the cells found here; what none of them tells is told by what the cell says and should say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sopgen.diagnostics import Message
from sopgen.drawn.words import read_date
from sopgen.rules.drawing.chart import Breach, Chart, Spot
from sopgen.rules.drawing.letters import letters
from sopgen.rules.drawing.source import groups_of
from sopgen.rules.drawing.wording import FACT, told_apart
from sopgen.workbook.retyped import Part

_MARK: Final = re.compile(r"(?m)^\s*(?:(?:\d{1,3}[.)]|[a-z][.)]|[-•])\s+)+")
"""Of an item of a list."""
_OF_A_DAY: Final = 3  # words
_COUNTED_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
"""As a cell is read that holds a date and shows it in whatever form."""
_ROWS: Final = frozenset({"moved", "inserted", "deleted"})


class CellEdit(NamedTuple):
    """`here`: what the cell at a spot says, `there`: what it should. `is_undone`: the chart was read as if it did."""

    spot: Spot
    here: str
    there: str
    part: Part
    is_undone: bool


def cell_edits(chart: Chart) -> tuple[CellEdit, ...]:
    """Of a workbook that carries its spec; none of anything else."""
    sheets = {panel.sheet: at for at, panel in enumerate(chart.panels)}
    return tuple(
        CellEdit(
            Spot(sheets[each.sheet], each.points[0]),
            each.retyped.here,
            each.retyped.there,
            each.retyped.part,
            each.is_undone,
        )
        for each in (chart.source.unlike if chart.source else ())
        if each.retyped and each.sheet in sheets
    )


def undone(chart: Chart, part: Part) -> list[CellEdit]:
    """Those of one part of the table that nobody sees in the chart any more."""
    return [each for each in cell_edits(chart) if each.part == part and each.is_undone]


def is_lane(chart: Chart, edit: CellEdit) -> bool:
    """Whether an executor's name should stand there, or that of a group of them."""
    names = (*chart.source.lane_names, *groups_of(chart.source.document)) if chart.source else ()
    return letters(edit.there) in {letters(name) for name in names} - {""}


def untold(chart: Chart, told: Sequence[Breach]) -> Iterator[Breach]:
    """Of all else what no breach speaks of at that cell; nothing of a table whose rows came, went or moved."""
    shifted = {each.spot.panel for each in told if each.spot and each.kind in _ROWS}
    spots = {spot for each in told for spot in (each.spot, *each.more) if spot}
    for edit in cell_edits(chart):
        if edit.part == "text" and edit.spot not in spots and edit.spot.panel not in shifted:
            yield from _cell_told(edit)


def _cell_told(edit: CellEdit) -> Iterator[Breach]:
    """As advice where a cell says the same in another way; nothing of a day that a spreadsheet writes in its own."""
    day = read_date(edit.there)
    if day is not None and read_date(edit.here) == day and len(edit.here.split()) <= _OF_A_DAY:
        if not _COUNTED_DAY.fullmatch(edit.here.strip()):
            yield Breach(_otherwise(edit), FACT, spot=edit.spot, note=True)
    elif edit.here.strip() and letters(_MARK.sub("", edit.here)) == letters(_MARK.sub("", edit.there)):
        yield Breach(_otherwise(edit), FACT, spot=edit.spot, note=True)
    else:
        yield Breach(_words(edit), FACT, spot=edit.spot, grave=True)


def _otherwise(edit: CellEdit) -> Message:
    here, there = told_apart(edit.here, edit.there)
    return Message(
        f"Ditulis lain: “{here}”; di spesifikasinya “{there}”.",
        f"It is written in another way: “{here}”; in the spec “{there}”.",
    )


def _words(edit: CellEdit) -> Message:
    here, there = told_apart(edit.here, edit.there)
    if not here:
        return Message(f"Tulisan “{there}” dihapus dari selnya.", f"The words “{there}” were deleted from their cell.")
    if not there:
        return Message(
            f"Tulisan “{here}” ditambahkan di sel yang kosong di spesifikasinya.",
            f"The words “{here}” were put into a cell that is empty in the spec.",
        )
    return Message(
        f"Isi sel (“{here}”) tidak sama dengan spesifikasinya (“{there}”).",
        f"A cell (“{here}”) differs from the spec (“{there}”).",
    )
