"""Cells, heads, drop-downs and looks of the form's sheets. No merged cells, one value a cell."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import date
from typing import Any, Final
from weakref import WeakKeyDictionary

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from sopgen.intake.form.targets import SEPARATOR
from sopgen.intake.form.words import YES_NO
from sopgen.render.xlsx.safety import cell_text

HEAD: Final = 4
"""The row of a sheet's headings."""
FIRST: Final = HEAD + 1
FONT: Final = "Arial"
SIZE: Final = 10
BRIEF: Final = 3  # lines
LINE: Final = 13.0  # points that a line of Arial 10 takes
_HEAD: Final = PatternFill("solid", fgColor="1F4E79")
_QUIET: Final = PatternFill("solid", fgColor="F2F2F2")
_LINE: Final = Side(style="thin", color="BFBFBF")
BORDER: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


_FORMULAS: Final = frozenset({"formula", "number", "plain_formula"})
_FRAMED: Final = frozenset({"input", "quiet", "formula", "number", "head"})


def _look(
    *,
    bold: bool = False,
    size: int = SIZE,
    color: str = "000000",
    wrap: bool = True,
    fill: Any = None,
    centred: bool = False,
) -> tuple[Font, Alignment, Any]:
    middle = "center" if fill is _HEAD else None
    alignment = Alignment(wrap_text=wrap, vertical=middle or "top", horizontal="center" if centred else middle)
    return Font(name=FONT, size=size, bold=bold, color=color), alignment, fill


_LOOKS: Final = {
    "input": _look(),
    "plain": _look(wrap=False),
    "plain_formula": _look(wrap=False),
    "quiet": _look(color="404040", fill=_QUIET),
    "formula": _look(color="404040", fill=_QUIET),
    "number": _look(color="404040", fill=_QUIET, centred=True),
    "head": _look(bold=True, color="FFFFFF", fill=_HEAD),
    "told": _look(),
    "bold": _look(bold=True, color="1F4E79"),
    "note": _look(size=9, color="595959"),
    "line": _look(size=9, color="595959", wrap=False),
    "title": _look(bold=True, size=14, wrap=False),
}


_LOOKS_OF_BOOK: Final[WeakKeyDictionary[Any, dict[str, Any]]] = WeakKeyDictionary()
"""A workbook → kind → the look as the workbook counts it: to find it out takes longer than all else of a cell."""


def put(sheet: Any, row: int, column: int, value: Any, *, kind: str = "input") -> Any:
    """`kind`: input (to type in), quiet (ours), formula, number, head, title, note, line (one that runs on), plain."""
    cell = sheet.cell(row, column)
    _look_as(cell, kind)
    if isinstance(value, str) and kind not in _FORMULAS:
        cell.value = cell_text(value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    else:
        cell.value = value
    return cell


def _look_as(cell: Any, kind: str) -> None:
    looks = _LOOKS_OF_BOOK.setdefault(cell.parent.parent, {})
    if kind in looks:
        cell._style = copy(looks[kind])  # noqa: SLF001 - openpyxl has no other way to take a look over
        return
    cell.font, cell.alignment, fill = _LOOKS[kind]
    if fill is not None:
        cell.fill = fill
    if kind in _FRAMED:
        cell.border = BORDER
    looks[kind] = copy(cell._style)  # noqa: SLF001


def as_date(cell: Any) -> None:
    cell.number_format = "dd/mm/yyyy"
    cell.alignment = Alignment(horizontal="left", vertical="top")


def shown_value(value: Any, kind: str | tuple[str, ...]) -> Any:
    """What a cell of that kind of entry holds for a spec's value; None for an empty one."""
    if kind == "content":
        value = content(value)
    if isinstance(value, list):
        value = "\n".join(str(each) for each in value)
    if not isinstance(value, str) or not value:
        return None
    if kind == YES_NO:
        return {"true": YES_NO[0], "false": YES_NO[1]}.get(value, value)
    if kind == "date":
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def content(value: Any) -> str:
    """Texts and lists as lines of a cell, items begun by a dash."""
    if isinstance(value, dict):
        above, items = said(value.get("teks")), value.get("butir")
    else:
        above, items = (said(value), None) if not isinstance(value, list) else ("", value)
    lines = [above] if above else []
    lines += ["- " + said(item).replace("\n", "\n  ") for item in (items if isinstance(items, list) else ())]
    return "\n".join(lines)


def said(value: Any) -> str:
    if isinstance(value, dict | list):
        return content(value)
    return str(value).strip("\n") if value is not None else ""


def as_text(cell: Any) -> None:
    """The program keeps what is typed as it is: no date, no number, no lost zero."""
    cell.number_format = "@"


def widths(sheet: Any, letters: Sequence[float]) -> None:
    for number, width in enumerate(letters, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def fit_rows(sheet: Any) -> None:
    """As high as their texts: LibreOffice does not look for it on opening, and a program may still change it.

    A step's name (`4 · Mengonsep…`) is known by its beginning.
    """
    for row in sheet.iter_rows():
        told = [(cell.value, _lines(sheet, cell)) for cell in row if isinstance(cell.value, str)]
        lines = max((min(count, BRIEF) if SEPARATOR in text[:7] else count for text, count in told), default=1)
        if lines > 1 and sheet.row_dimensions[row[0].row].height is None:
            sheet.row_dimensions[row[0].row].height = LINE * lines + 3


def _lines(sheet: Any, cell: Any) -> int:
    """Of a text that is broken at its column's width, about one letter a unit."""
    if cell.data_type == "f" or not cell.alignment.wrap_text:
        return 1
    column = sheet.column_dimensions[cell.column_letter]
    if column.hidden:
        return 1
    wide = max(int(column.width * 1.05), 4)
    return sum(_broken(line, wide) for line in cell.value.split("\n"))


def _broken(line: str, wide: int) -> int:
    """Lines of so many letters; a word that is longer begins on a line of its own, as programs set it."""
    count, used = 1, 0
    for word in line.split():
        if used and used + 1 + len(word) > wide:
            count, used = count + 1, 0
        rest = used + (1 if used else 0) + len(word)
        count, used = count + (rest - 1) // wide, (rest - 1) % wide + 1
    return count


def resizable(part: bytes) -> bytes:
    """A sheet whose rows keep the heights written until somebody edits them: then they fit again."""
    return part.replace(b' customHeight="1"', b"")


def hide(sheet: Any, column: int) -> None:
    sheet.column_dimensions[get_column_letter(column)].hidden = True


def choose(sheet: Any, places: str, formula: str, *, strict: bool = False, prompt: str = "") -> None:
    """A drop-down. `formula`: a defined name, or a short list in quotes; without `strict` other words may be typed."""
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showDropDown=False)
    rule.showErrorMessage = strict
    if strict:
        rule.errorTitle, rule.error = "Pilih dari daftar", "Pilih salah satu dari daftar di panah kecil."
    if prompt:
        rule.promptTitle, rule.prompt, rule.showInputMessage = "Isian", prompt[:250], True
    sheet.add_data_validation(rule)
    rule.add(places)


def listed(choices: Sequence[str]) -> str:
    """Choices as a drop-down's own list: at most 255 characters."""
    told = ",".join(choices)
    assert len(told) <= 253
    return f'"{told}"'


def define(book: Any, name: str, formula: str) -> None:
    book.defined_names[name] = DefinedName(name, attr_text=formula)


def warn(sheet: Any, places: str, formula: str) -> None:
    """Light red where the formula holds."""
    fill = PatternFill("solid", bgColor="FCE4D6")
    sheet.conditional_formatting.add(places, FormulaRule(formula=[formula], fill=fill))


def printed(sheet: Any, *, rows: str = "", wide: bool = True) -> None:
    """A4, as wide as the page, its head on every page."""
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.page_margins.header = sheet.page_margins.footer = 0.25
    sheet.oddFooter.center.text = "&A, &P/&N"
    sheet.oddFooter.center.size = 8
    sheet.sheet_view.showGridLines = False
    if rows:
        sheet.print_title_rows = rows
