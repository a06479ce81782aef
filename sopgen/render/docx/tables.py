"""Tables: a grid with rules and a head that is repeated; tables without rules for what stands side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.shared import Mm

from sopgen.papers.blocks import Column, Grid, Row
from sopgen.papers.placing import Placed, places_of
from sopgen.render.docx.markup import border, element
from sopgen.render.docx.writing import Look, write_pieces

_FRAME, _CELL, _GREY = 0.75, 0.375, 0.66  # points; grey of a hairline
_PAD = (1.8, 1.35)  # millimetres beside and above: a word processor's lines are higher than their letters
_FILL = "E4E4E4"
_SIDES = ("top", "left", "bottom", "right")


def bare_table(document: Any, widths: Sequence[float], *, rows: int = 1) -> Any:
    """A table without rules; widths in millimetres."""
    table = document.add_table(rows=rows, cols=len(widths))
    _fix(table, widths, pad=(0.0, 0.0))
    return table


def _fix(table: Any, widths: Sequence[float], pad: tuple[float, float]) -> None:
    """Widths as they are given, whatever stands in the cells."""
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    twips = [round(width * 56.6929) for width in widths]
    properties = table._tbl.tblPr  # noqa: SLF001
    for name in ("w:tblW", "w:tblInd", "w:tblCellMar"):
        for old in properties.findall(f".//{{*}}{name[2:]}"):
            properties.remove(old)
    across, along = (round(each * 56.6929) for each in pad)
    layout = properties.find("{*}tblLayout")
    properties.insert(list(properties).index(layout), element("w:tblInd", {"w:w": 0, "w:type": "dxa"}))
    jc = properties.find("{*}jc")
    properties.insert(list(properties).index(jc), element("w:tblW", {"w:w": sum(twips), "w:type": "dxa"}))
    margins = [
        element(f"w:{side}", {"w:w": width, "w:type": "dxa"})
        for side, width in zip(_SIDES, (along, across, along, across), strict=True)
    ]
    layout.addnext(element("w:tblCellMar", None, *margins))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def write_grid(document: Any, grid: Grid, widths: Sequence[float], *, stays: bool) -> None:
    """`stays`: its last row stands on the page of what follows."""
    everything = (*grid.head, *grid.rows)
    table = document.add_table(rows=len(everything), cols=len(grid.columns))
    _fix(table, widths, _PAD)
    _rules(table)
    if grid.name:
        table._tbl.tblPr.append(element("w:tblCaption", {"w:val": grid.name}))  # noqa: SLF001
    for at, row in enumerate(everything):
        _shape_row(table.rows[at], row, head=at < len(grid.head))
    for placed in places_of(everything):
        row, head = everything[placed.row], placed.row < len(grid.head)
        holder = table.cell(placed.row, placed.column)
        last = (placed.below - 1, placed.after - 1)
        if last != (placed.row, placed.column):
            holder = holder.merge(table.cell(*last))
        follows = everything[placed.row + 1] if placed.row + 1 < len(everything) else None
        together = head or row.group or (follows is not None and follows.keeps) or (stays and follows is None)
        _write_cell(holder, row, placed, grid, sum(widths[placed.column : placed.after]), head=head, stays=together)


def _rules(table: Any) -> None:
    lines = [border(side, _FRAME) for side in _SIDES]
    lines += [border("insideH", _CELL), border("insideV", _CELL)]
    layout = table._tbl.tblPr.find("{*}tblLayout")  # noqa: SLF001
    layout.addprevious(element("w:tblBorders", None, *lines))


def _shape_row(row: Any, given: Row, *, head: bool) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(element("w:cantSplit"))
    if given.least:
        row.height, row.height_rule = Mm(given.least), WD_ROW_HEIGHT_RULE.AT_LEAST
    if head:
        properties.append(element("w:tblHeader"))


def _write_cell(holder: Any, row: Row, placed: Placed, grid: Grid, width: float, *, head: bool, stays: bool) -> None:
    column, cell = grid.columns[placed.column], placed.cell
    middle = head or row.group or (cell.valign or column.valign) == "middle"
    holder.vertical_alignment = WD_ALIGN_VERTICAL.CENTER if middle else WD_ALIGN_VERTICAL.TOP
    properties = holder._tc.get_or_add_tcPr()  # noqa: SLF001
    alignment = properties.find("{*}vAlign")
    lines = () if head else _own_lines(grid.columns, placed)
    if lines:
        alignment.addprevious(element("w:tcBorders", None, *lines))
    if head or row.group:
        alignment.addprevious(element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _FILL}))
    align = cell.align or ("center" if head else "left" if row.group else column.align)
    look = Look(grid.size, width - 2 * _PAD[0], align, stays=stays)
    write_pieces(holder, cell.pieces, look)


def _own_lines(columns: Sequence[Column], placed: Placed) -> list[Any]:
    """Hairlines beside a body's cells."""
    found = []
    if columns[placed.column].grey:
        found.append(border("left", 0.25, _GREY))
    after = placed.after
    if after < len(columns) and columns[after].grey:
        found.append(border("right", 0.25, _GREY))
    return found
