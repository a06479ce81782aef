"""*Kegiatan* as a table of the program's own: its formulas fill a row that is put in, its drop-downs reach there.

Excel fills *No* and *Periksa* of a new row, in between or below the last; LibreOffice leaves both empty, numbers the
rows below all the same, and *Periksa* of the next row says what to copy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableColumn, TableFormula

from sopgen.intake.form.words import STEP_COLUMNS
from sopgen.render.form.steplist import fault_of_row

TABLE: Final = "TabelKegiatan"


def make_table(sheet: Any, columns: Mapping[str, int], formulas: Mapping[str, str], rows: tuple[int, int]) -> None:
    """Without a style and without filters: the sheet looks as before. `rows`: that of the heads, and the last."""
    ref = f"A{rows[0]}:{get_column_letter(len(columns))}{rows[1]}"
    table = Table(displayName=TABLE, name=TABLE, ref=ref)
    table.tableColumns = [
        TableColumn(
            id=number,
            name=STEP_COLUMNS[key][0],
            calculatedColumnFormula=TableFormula(attr_text=formulas[key]) if key in formulas else None,
        )
        for key, number in columns.items()
    ]
    sheet.add_table(table)


def number_formula() -> str:
    column = STEP_COLUMNS["uraian"][0]
    return f'IF({_here("uraian")}="","",COUNTA(INDEX({TABLE}[{column}],1):{_here("uraian")}))'


def check_formula(names: Sequence[str], last: int) -> str:
    """What a row lacks, in words; "Siap" where it lacks nothing.

    `names`: the cells that name executors; `last`: the row of the last step that the drop-downs know.
    """
    said = "&".join(_here(key) for key in ("uraian", "kelengkapan", "waktu", "output", "keterangan"))
    # A row put in has no formulas of its own in every program; it is read all the same.
    above = {key: f"INDEX({_whole(key)},ROW()-1)" for key in ("no", "uraian")}
    tests: Sequence[tuple[str, str]] = [
        (f'AND({above["no"]}="",{above["uraian"]}<>"")', "Salin No dan Periksa ke baris di atas"),
        (f'AND({_here("uraian")}="",{_here("pelaksana")}="",{_here("output")}="")', ""),
        (f'{_here("uraian")}=""', "Isi uraian kegiatan"),
        (f'{_here("pelaksana")}=""', "Pilih pelaksana"),
        *((_unknown(_here(key), names), "Pelaksana belum terdaftar") for key in ("pelaksana", "dengan1")),
        (f'AND({_here("dengan1")}<>"",{_here("bersama")}="")', "Isi bentuk bersama"),
        (f'({_here("jawaban1")}="")<>({_here("ke1")}="")', "Lengkapi jawaban 1"),
        (f'({_here("jawaban2")}="")<>({_here("ke2")}="")', "Lengkapi jawaban 2"),
        (f'AND({_here("jawaban1")}<>"",{_here("jawaban2")}="")', "Keputusan perlu dua jawaban"),
        (f'AND({_here("jawaban1")}<>"",{_here("lanjut")}<>"")', "Jawaban atau lanjut, pilih satu"),
        (f'ISNUMBER(FIND("‹",{said}))', "Ganti isian ‹…›"),
    ]
    seen = fault_of_row(last, f"{TABLE}[[#Headers],[{STEP_COLUMNS['no'][0]}]]")
    told = f'IF({seen}="","Siap",{seen})'
    for test, words in reversed(tests):
        told = f'IF({test},"{words}",{told})'
    return told


def _unknown(cell: str, names: Sequence[str]) -> str:
    """Whether it names an executor that is nowhere told; several in one cell are left to the reader."""
    alone = f'ISERROR(FIND(";",{cell})),ISERROR(FIND(",",{cell}))'
    there = "+".join(f"SUMPRODUCT(--({cells}={cell}))" for cells in names)
    return f'AND({cell}<>"",{alone},{there}=0)'


def _here(key: str) -> str:
    """The cell of this row."""
    return f"{TABLE}[[#This Row],[{STEP_COLUMNS[key][0]}]]"


def _whole(key: str) -> str:
    """The whole column, above and below the table too."""
    letter = get_column_letter(list(STEP_COLUMNS).index(key) + 1)
    return f"{letter}:{letter}"
