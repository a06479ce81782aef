"""*Kegiatan* as a table of the program's own: its formulas fill a row that is put in, its drop-downs reach there.

Excel fills *No* and *Periksa* of a new row, in between or below the last; LibreOffice leaves both empty, numbers the
rows below all the same, and *Periksa* of the next row says what to copy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableColumn, TableFormula

from sopgen.intake.form.targets import SEPARATOR
from sopgen.intake.form.words import STEP_COLUMNS, UNITS

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


def check_formula(lanes: str) -> str:
    """What a row lacks, in words; "Siap" where it lacks nothing. `lanes`: the cells that name executors."""
    # A row put in has no formulas of its own in every program; it is read all the same.
    above = {key: f"INDEX({_whole(key)},ROW()-1)" for key in ("no", "uraian")}
    tests: Sequence[tuple[str, str]] = [
        (f'AND({above["no"]}="",{above["uraian"]}<>"")', "Salin No dan Periksa ke baris di atas"),
        (f'AND({_here("uraian")}="",{_here("pelaksana")}="",{_here("output")}="")', ""),
        (f'{_here("uraian")}=""', "Isi uraian kegiatan"),
        (f'{_here("pelaksana")}=""', "Pilih pelaksana"),
        *((_unknown(_here(key), lanes), "Pelaksana belum terdaftar") for key in ("pelaksana", "dengan1")),
        (f'AND({_here("dengan1")}<>"",{_here("bersama")}="")', "Isi bentuk bersama"),
        (f'({_here("jawaban1")}="")<>({_here("ke1")}="")', "Lengkapi jawaban 1"),
        (f'({_here("jawaban2")}="")<>({_here("ke2")}="")', "Lengkapi jawaban 2"),
        (f'AND({_here("jawaban1")}<>"",{_here("jawaban2")}="")', "Keputusan perlu dua jawaban"),
        (f'AND({_here("jawaban1")}<>"",{_here("lanjut")}<>"")', "Jawaban atau lanjut, pilih satu"),
        (f'AND({_here("satuan")}<>"",{_names_unit(_here("waktu"))})', "Satuan tertulis dua kali"),
        *((_stale(_here(key)), "Nomor tujuan bergeser, pilih lagi") for key in ("ke1", "ke2", "ke3", "lanjut")),
    ]
    told = '"Siap"'
    for test, words in reversed(tests):
        told = f'IF({test},"{words}",{told})'
    return told


def _unknown(cell: str, lanes: str) -> str:
    """Whether it names an executor that is nowhere told; several in one cell are left to the reader."""
    alone = f'ISERROR(FIND(";",{cell})),ISERROR(FIND(",",{cell}))'
    return f'AND({cell}<>"",{alone},COUNTIF({lanes},{cell})=0)'


def _stale(cell: str) -> str:
    """Whether a step's label is no longer on the list: its number or words have changed."""
    labelled = f'LEN({cell})<250,ISNUMBER(FIND("{SEPARATOR}",{cell})),ISERROR(FIND(";",{cell}))'
    return f"AND({labelled},COUNTIF(DaftarLangkah,{cell})=0)"


def _names_unit(cell: str) -> str:
    words = ",".join(f'"{unit}"' for unit in UNITS if " " not in unit)
    return f"SUMPRODUCT(--ISNUMBER(SEARCH({{{words}}},{cell})))>0"


def _here(key: str) -> str:
    """The cell of this row."""
    return f"{TABLE}[[#This Row],[{STEP_COLUMNS[key][0]}]]"


def _whole(key: str) -> str:
    """The whole column, above and below the table too."""
    letter = get_column_letter(list(STEP_COLUMNS).index(key) + 1)
    return f"{letter}:{letter}"
