"""Grids → tables by heading: which sheet is which, where its header row stands, which column holds what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, name
from sopgen.intake.form.words import folded
from sopgen.workbook.grid import Cell, Grid

HEAD_WITHIN: Final = 15  # rows in which a header is looked for
_RAW_FORM: Final = Message(
    "Ketik isinya lagi; sel berformat teks (Home, Number: Text) menyimpannya apa adanya.",
    "Type it again; a cell formatted as text (Home, Number: Text) keeps it as it is.",
)


class Found(NamedTuple):
    """A cell's text with its place; `wrong` where the program holds something else than what was meant."""

    text: str
    span: Span
    cell: Cell | None = None


class Table(NamedTuple):
    """A sheet below its header row. `columns`: our key → column; `others`: heading → column of the rest."""

    grid: Grid
    shown: str
    head: int
    columns: dict[str, int]
    others: dict[str, int]

    def rows(self) -> Iterator[int]:
        """Rows below the header that hold anything in a column of ours, numbers and checks by formula apart."""
        columns = {column for key, column in self.columns.items() if key not in {"no", "periksa", "daftar", "kode"}}
        columns |= set(self.others.values())
        filled = {
            row
            for (row, column), cell in self.grid.cells.items()
            if row > self.head and column in columns and (cell.text.strip() or cell.kind in {"error", "uncalculated"})
        }
        yield from sorted(filled)

    def at(self, row: int, key: str) -> Found:
        column = self.columns.get(key)
        return self.found(row, column if column is not None else min(self.columns.values(), default=0), column)

    def found(self, row: int, column: int, really: int | None = -1) -> Found:
        span = Span(self.shown, row + 1, column + 1, sheet=self.grid.name)
        cell = None if really is None else self.grid.cells.get((row, column))
        return Found(cell.text if cell else "", span, cell)


def find_table(
    grids: Sequence[Grid], title: str, names: Mapping[str, Sequence[str]], needed: Sequence[str], shown: str
) -> Table | None:
    """The sheet of that title, else the first one whose header row names what is needed."""
    by_title = [grid for grid in grids if folded(grid.name) == folded(title)]
    for grid in [*by_title, *(each for each in grids if each not in by_title and not each.is_hidden)]:
        if table := _table(grid, names, needed, shown):
            return table
    return None


def _table(grid: Grid, names: Mapping[str, Sequence[str]], needed: Sequence[str], shown: str) -> Table | None:
    by_word: dict[str, str] = {}
    for key, words in names.items():
        for word in words:
            by_word.setdefault(folded(word), key)
    best: Table | None = None
    for row in range(HEAD_WITHIN):
        cells = sorted((column, cell.text) for (at, column), cell in grid.cells.items() if at == row)
        columns: dict[str, int] = {}
        others: dict[str, int] = {}
        for column, text in cells:
            known = by_word.get(folded(text))
            if known is not None and known not in columns:
                columns[known] = column
            elif folded(text):
                others[folded(text)] = column
        if all(key in columns for key in needed) and (best is None or len(columns) > len(best.columns)):
            best = Table(grid, shown, row, columns, others)
    return best


def text_in(found: Found, faults: list[Fault], *, dates: bool = False) -> str:  # noqa: PLR0911 - one a type
    """The cell as the text that was meant; what the program has made of it instead is a fault."""
    cell = found.cell
    if cell is None:
        return ""
    match cell.kind:
        case "text":
            return found.text.replace("\r\n", "\n").replace("\r", "\n").strip()
        case "number":
            return _number(found, cell, faults)
        case "percent":
            return f"{_plain(round(float(cell.text) * 100, 10))}%"
        case "boolean":
            return cell.text
        case "date":
            if not dates:
                faults.append(_made_a_date(found))
            return cell.text
        case "error":
            faults.append(
                _fault(
                    found,
                    Message(
                        f"Sel ini memuat galat {name(cell.text)}.", f"This cell holds the error {name(cell.text)}."
                    ),
                )
            )
        case "uncalculated":
            faults.append(
                _fault(found, Message("Rumus di sel ini belum dihitung.", "The formula in this cell has no value yet."))
            )
    return ""


def _number(found: Found, cell: Cell, faults: list[Fault]) -> str:
    value = float(cell.text)
    if abs(value) >= 1e15:
        message = Message(
            f"Angka {name(cell.text)} terlalu panjang: program menyimpan 15 angka pertama saja.",
            f"The number {name(cell.text)} is too long: only its first 15 digits were kept.",
        )
        faults.append(_fault(found, message))
        return ""
    return _plain(value).rjust(cell.digits, "0") if value >= 0 else _plain(value)


def _plain(value: float) -> str:
    """As Indonesians write it, with a decimal comma."""
    if value.is_integer():
        return str(int(value))
    return f"{value:.10f}".rstrip("0").replace(".", ",")


def _made_a_date(found: Found) -> Fault:
    message = Message(
        f"Isi ini telah diubah menjadi tanggal ({found.text}).", f"This was turned into a date ({found.text})."
    )
    return _fault(found, message)


def _fault(found: Found, message: Message) -> Fault:
    return Fault(Code.FORM_CELL, (), message, _RAW_FORM, span=found.span)
