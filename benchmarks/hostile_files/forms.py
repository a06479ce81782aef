"""Forms filled in as nobody should: values out of all bounds, rows without end, sheets and columns not the form's."""

# ruff: noqa: E501 - a list of values

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.hostile_files.making import Bases, Made, Rng, written

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_VALUES: tuple[Any, ...] = (
    "=cmd|' /C calc'!A0", "=1/0", "=A1", '=REPT("x";9999999)', "#REF!", True, False, 0, -1, 1e308, 10**20, 0.1 + 0.2,
    "1E400", "nan", "٣", "½", "4 · Mengonsep", "kembali ke 99999999999999", "langkah -1", "selesai", "Ya=3", "Ya: 3; Tidak: 1",
    dt.datetime(1900, 1, 1), dt.datetime(9999, 12, 31, 23, 59), dt.time(23, 59, 59), dt.date(1, 1, 1),  # noqa: DTZ001
    "- a\n- b\n-\n- ", "\n\n\n", "'", '"', "a: b: c", "{a: [", "*x", "&x", "!!python/object:os.system", "%YAML",
    "\u202eabc", "\u2028", "\u200b", "::error::x", "‹isi›", "x" * 32_767, "a " * 16_000, "\n" * 5_000, "- a\n" * 8_000,
    "`" * 3_000, "(" * 3_000, "1" * 5_000, "🙂", "\u0301" * 300, "ﷺ" * 500, "../../../etc/passwd", "/dev/zero", "C:\\x", "x.png",
)  # fmt: skip


def make(rng: Rng, folder: Path, bases: Bases) -> Made:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(bases.form))
    how, fill = rng.choice(_FILLINGS)
    fill(rng, book)
    target = BytesIO()
    book.save(target)
    return written(rng, folder, target.getvalue(), ".form.xlsx", how)


def put_anywhere(rng: Rng, book: Workbook) -> None:
    """Any value at any place that the form has."""
    for _ in range(rng.choice((1, 5, 60))):
        sheet = rng.choice(book.worksheets)
        _put(
            sheet,
            rng.randrange(1, min(sheet.max_row, 70) + 1),
            rng.randrange(1, sheet.max_column + 2),
            rng.choice(_VALUES),
        )


def _odd_steps(rng: Rng, book: Workbook) -> None:
    """Values where the steps stand."""
    sheet = book["Kegiatan"]
    for _ in range(rng.choice((1, 3, 20))):
        _put(sheet, rng.randrange(1, 9), rng.randrange(1, sheet.max_column + 1), rng.choice(_VALUES))


def _put(sheet: Any, row: int, column: int, value: object) -> None:
    from openpyxl.cell.cell import MergedCell

    cell = sheet.cell(row, column)
    if not isinstance(cell, MergedCell):
        cell.value = value


def _many_rows(rng: Rng, book: Workbook) -> None:
    """As many steps, executors or items as a sheet takes in a second."""
    sheet = book[rng.choice(("Kegiatan", "Pelaksana", "Isi kotak", "Riwayat", "Kegiatan (matriks)"))]
    count = rng.size(200, 1_001, 8_000)
    row = [rng.choice(("a", "Staf", 5, "Peringatan", "Mencatat surat", rng.choice(_VALUES))) for _ in range(8)]
    for number in range(count):
        sheet.append([number if rng.random() < 0.1 else each for each in row])


def _far_cell(rng: Rng, book: Workbook) -> None:
    for _ in range(rng.randrange(1, 4)):
        sheet = rng.choice(book.worksheets)
        _put(sheet, rng.size(1_048_576, 500_000, 5_000), rng.size(1, 16_384, 300), rng.choice(_VALUES))


def _other_sheets(rng: Rng, book: Workbook) -> None:
    """Sheets gone, twice, renamed, hidden; columns moved, headings gone."""
    for _ in range(rng.randrange(1, 5)):
        sheet = rng.choice(book.worksheets)
        match rng.randrange(6):
            case 0 if len(book.worksheets) > 2:
                book.remove(sheet)
            case 1:
                book.copy_worksheet(sheet)
            case 2:
                sheet.title = rng.choice(("Sheet1", "kegiatan", "Kegiatan (2)", "_lainnya2", "Pelaksana-"))
            case 3:
                sheet.delete_rows(rng.randrange(1, 5), rng.randrange(1, 4))
            case 4:
                sheet.insert_cols(rng.randrange(1, 6), rng.randrange(1, 3))
            case _:
                sheet.delete_cols(rng.randrange(1, 6))


def _odd_rest(rng: Rng, book: Workbook) -> None:
    """The hidden sheets, which nobody types into."""
    hidden = [sheet for sheet in book.worksheets if sheet.sheet_state != "visible"] or book.worksheets
    for _ in range(rng.size(1, 10, 100)):
        sheet = rng.choice(hidden)
        value = rng.choice((*_VALUES, '{"a":', "[" * 5_000, '["kegiatan", 99]', "null", '"x"', "-1", '{"path": ["a"]}'))
        _put(sheet, rng.randrange(1, 30), rng.randrange(1, 6), value)


_FILLINGS: tuple[tuple[str, Callable[[Rng, Any], None]], ...] = (
    ("odd cells", put_anywhere),
    ("odd steps", _odd_steps),
    ("odd steps", _odd_steps),
    ("many rows", _many_rows),
    ("far cell", _far_cell),
    ("other sheets", _other_sheets),
    ("odd hidden sheets", _odd_rest),
)
