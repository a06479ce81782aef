"""A point of the form's identity part → the row or box of the form in which it stands, by the labels beside it."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.model import Cell, Panel, Point, overlap
from sopgen.drawn.words import BOXES, HEADER, meaning
from sopgen.placenames import BOX_NAMES, ROW_NAMES

_LABELS: Final = {**HEADER, **BOXES}
_DATES: Final = frozenset({"pembuatan", "revisi", "efektif"})


def field_words(panel: Panel, point: Point) -> Message | None:
    """None where no label of the form stands beside or above it."""
    labels = [(key, cell) for cell in panel.cells if (key := meaning(cell.text.strip(), _LABELS))]
    if not labels:
        return None
    x, y = point
    boxes = [
        (cell.box[1], key)
        for key, cell in labels
        if key in BOX_NAMES and cell.box[0] - 1 <= x <= cell.box[2] + 1 and cell.box[1] <= y
    ]
    if boxes:
        name = BOX_NAMES[max(boxes)[1]]
        return Message(f"kotak {name}", f"box {name}")
    rows = [(cell, key) for key, cell in labels if key not in BOX_NAMES]
    beside = [(cell.box[1], key) for cell, key in rows if cell.box[0] <= x and cell.box[1] <= y]
    if not beside:
        return Message("nama instansi dan unit", "the agency's and unit's names") if _is_left(rows, point) else None
    key = max(beside)[1]
    name = ROW_NAMES.get(("tanggal", key) if key in _DATES else (key,), "")
    return Message(f"baris {name}", f"row {name}") if name else None


def _is_left(rows: list[tuple[Cell, str]], point: Point) -> bool:
    """Whether it stands left of the header's labels, at their height."""
    if not rows:
        return False
    top, bottom = min(cell.box[1] for cell, _ in rows), max(cell.box[3] for cell, _ in rows)
    return point[0] < min(cell.box[0] for cell, _ in rows) and overlap((top, bottom), (point[1], point[1] + 1)) > 0
