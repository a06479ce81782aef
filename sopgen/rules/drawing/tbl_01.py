"""TBL-01. The table's head has its columns, in order (KemenPAN-RB slides 2014, slide 51)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sopgen.columns import FORM
from sopgen.diagnostics import Message
from sopgen.intake.sop import COLUMN_LABELS
from sopgen.rules.drawing.chart import Breach, Chart
from sopgen.workbook.values import Place


def check(chart: Chart) -> Iterator[Breach]:
    labels = _labels(chart)
    places = {role: _place(chart, label) for role, label in labels.items()}
    for role, label in labels.items():
        if places[role] is None:
            yield Breach(
                Message(f"Kolom {label} tidak ada di kepala tabel.", f"The table's head has no column {label}."),
                Message("Tulis kembali judul kolomnya.", "Write the column's heading again."),
            )
    ordered = [(role, place[1]) for role in FORM if role in labels and (place := places[role])]
    for (one, left), (other, right) in pairwise(ordered):
        if left > right:
            yield Breach(
                Message(
                    f"Kolom {labels[other]} berada di kiri kolom {labels[one]}.",
                    f"Column {labels[other]} stands left of column {labels[one]}.",
                ),
                Message("Kembalikan urutan kolomnya.", "Put the columns back in order."),
                place=places[other],
            )


def _labels(chart: Chart) -> dict[str, str]:
    """The headings by their role, as the bureau calls them."""
    if chart.expected is None:
        return COLUMN_LABELS
    cells = [cell for page in chart.expected.pages for table in page.tables for cell in table.cells]
    return {
        cell.role.removeprefix("kepala_"): " ".join(cell.texts[0].text.split())
        for cell in cells
        if cell.role.startswith("kepala_") and cell.texts
    }


def _place(chart: Chart, label: str) -> Place | None:
    return next((place for place, text in chart.head if text.split() == label.split()), None)
