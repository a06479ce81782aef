"""A drawn item's role → its place in the spec's tree: what a click on the page is about."""

from __future__ import annotations

from typing import Final

from sopgen.columns import FIELD_OF
from sopgen.intake.sop import BOXES
from sopgen.scene import Arrow, Cell, Page, Symbol, Table, Text

SpecPath = tuple[str | int, ...]

_STEP_KEYS: Final = {"no": (), **{role: (field,) for role, field in FIELD_OF.items()}}
_FIELDS: Final = frozenset({"nomor", "judul", "teks_kepala", "instansi", "unit", "pengesahan", *BOXES})
_OWN_TEXTS: Final = {"instansi": frozenset({"unit"}), "pengesahan": frozenset({"jabatan", "nama", "pangkat"})}
"""Cells that print several keys: the texts in them that have a key of their own."""
_LANE_HEADS: Final[dict[str, tuple[str, ...]]] = {"nama_pelaksana": (), "kelompok_pelaksana": ("kelompok",)}
_DATE: Final = "tanggal_"
_LANE_TOLERANCE: Final = 1.0  # points


def of_cell(page: Page, table: Table, cell: Cell) -> SpecPath | None:
    """None where nothing in the spec is printed: labels, heads, strips."""
    if cell.role in _LANE_HEADS:
        left = table.columns[cell.column]
        lane = next((lane for lane in page.lanes if abs(left - lane.x0) < _LANE_TOLERANCE), None)
        return ("pelaksana", lane.id, *_LANE_HEADS[cell.role]) if lane else None
    if cell.step is not None:
        key = _STEP_KEYS.get(cell.role)
        return None if key is None else ("kegiatan", cell.step - 1, *key)
    if cell.role.startswith(_DATE):
        return ("tanggal", cell.role.removeprefix(_DATE))
    return (cell.role,) if cell.role in _FIELDS else None


def of_text(cell_path: SpecPath | None, text: Text) -> SpecPath | None:
    """The place of a text in a cell that stands at `cell_path`."""
    if cell_path is None or text.role not in _OWN_TEXTS.get(str(cell_path[0]), ()):
        return cell_path
    return ("unit",) if text.role == "unit" else (*cell_path, text.role)


def of_symbol(symbol: Symbol) -> SpecPath | None:
    return None if symbol.step is None else ("kegiatan", symbol.step - 1)


def of_arrow(arrow: Arrow) -> SpecPath | None:
    """The step that it leaves, or for a branch the branch's label there."""
    step = next((step for step, _ in arrow.edges if step is not None), None)
    if step is None:
        return None
    return ("kegiatan", step - 1, *(("keputusan", arrow.label.text) if arrow.label else ()))
