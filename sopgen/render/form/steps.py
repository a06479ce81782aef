"""The sheets *Kegiatan* and *Kegiatan (matriks)*: a row a step, its number, check and drop-down by formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from openpyxl.utils import get_column_letter

from sopgen.intake.form.steps import splits_time
from sopgen.intake.form.targets import label
from sopgen.intake.form.words import ANSWERS, LANES, MEETINGS, STEP_COLUMNS, UNITS
from sopgen.intake.references import MAX_STEPS
from sopgen.render.form.cells import (
    FIRST,
    HEAD,
    as_text,
    choose,
    content,
    hide,
    listed,
    printed,
    put,
    said,
    warn,
    widths,
)
from sopgen.render.form.lanes import LISTED, NAME_CELLS
from sopgen.render.form.steplist import write_list
from sopgen.render.form.steptable import check_formula, make_table, number_formula

READY: Final = 60
SPARE: Final = 20
BELOW: Final = 40  # rows under these that drop-downs still know
_WIDTHS: Final = {
    "no": 4, "uraian": 30, "pelaksana": 13, "dengan1": 12, "dengan2": 12, "bersama": 9,
    "jawaban1": 9, "ke1": 12, "jawaban2": 9, "ke2": 12, "jawaban3": 9, "ke3": 12, "lanjut": 9,
    "kelengkapan": 13, "waktu": 7, "satuan": 7, "output": 13, "keterangan": 13, "periksa": 13, "kode": 10,
}  # fmt: skip
_RARE: Final = ("dengan2", "jawaban3", "ke3")
TICKS: Final = 8
TICKED_ROWS: Final = 38  # one page


def texts_of(steps: Sequence[Mapping[str, Any]]) -> list[str]:
    return [said(step.get("uraian")) for step in steps]


def write_steps(
    book: Any, sheet: Any, steps: Sequence[Mapping[str, Any]], codes: Sequence[str], lanes: Mapping[str, str]
) -> None:
    """Rows for all steps and as many empty ones as a form needs. `lanes`: what each executor is called there."""
    columns = {key: number for number, key in enumerate(_WIDTHS, start=1)}
    letter = {key: get_column_letter(number) for key, number in columns.items()}
    last = FIRST + max(READY, len(steps) + SPARE) - 1
    put(sheet, 1, 1, "Kegiatan", kind="title")
    put(
        sheet,
        2,
        1,
        "Satu baris satu kegiatan. Baris boleh disisipkan, dipindah, dihapus: tujuan “4 · Mengonsep…” ikut.",
        kind="line",
    )
    for key, number in columns.items():
        put(sheet, HEAD, number, STEP_COLUMNS[key][0], kind="head")
    formulas = {"no": number_formula(), "periksa": check_formula(NAME_CELLS, last + BELOW)}
    rows = [_row_values(step, steps, lanes) for step in steps]
    _write_rows(sheet, rows, codes, columns, formulas, last)
    make_table(sheet, columns, formulas, (HEAD, last))
    widths(sheet, list(_WIDTHS.values()))
    used = {key for values in rows for key in values}
    for key in _RARE:
        sheet.column_dimensions[letter[key]].outlineLevel = 1
        if not used & set(_RARE):
            hide(sheet, columns[key])
    hide(sheet, columns["kode"])
    write_list(book, letter, last + BELOW)
    _choices(sheet, letter)
    sheet.row_dimensions[HEAD].height = 30
    sheet.freeze_panes = f"C{FIRST}"
    printed(sheet, rows=f"{HEAD}:{HEAD}")


def _write_rows(
    sheet: Any,
    rows: Sequence[Mapping[str, str]],
    codes: Sequence[str],
    columns: Mapping[str, int],
    formulas: Mapping[str, str],
    last: int,
) -> None:
    for row in range(FIRST, last + 1):
        index = row - FIRST
        values = rows[index] if index < len(rows) else {}
        for key, number in columns.items():
            if key in formulas:
                put(sheet, row, number, f"={formulas[key]}", kind="number" if key == "no" else "formula")
            elif key == "kode":
                put(sheet, row, number, codes[index] if index < len(codes) else None, kind="quiet")
            else:
                as_text(put(sheet, row, number, values.get(key) or None))


def _row_values(
    step: Mapping[str, Any], steps: Sequence[Mapping[str, Any]], lanes: Mapping[str, str]
) -> dict[str, str]:
    """What stands in the cells of one step; leftovers keep what these cannot say."""
    values = {key: content(step.get(key)) for key in ("uraian", "kelengkapan", "output", "keterangan")}
    doers = step.get("pelaksana")
    keys = doers if isinstance(doers, list) else [doers] if doers else []
    told = [lanes.get(str(each), str(each)) for each in keys]
    values["pelaksana"], values["dengan1"] = (*told, "", "")[:2]
    values["dengan2"] = told[2] if len(told) == 3 else "; ".join(map(str, keys[2:]))
    values["bersama"] = said(step.get("bersama"))
    decision = step.get("keputusan")
    for number, (answer, way) in enumerate((decision if isinstance(decision, dict) else {}).items(), start=1):
        if number <= 3:
            values[f"jawaban{number}"], values[f"ke{number}"] = str(answer), _target(way, steps)
    following = step.get("lanjut")
    if following is not None:
        ways = following if isinstance(following, list) else [following]
        values["lanjut"] = ";\n".join(_target(way, steps) for way in ways)
    values["waktu"], values["satuan"] = splits_time(said(step.get("waktu")))
    return {key: value for key, value in values.items() if value}


def named_step(told: Any, steps: Sequence[Mapping[str, Any]]) -> str:
    """A step's number or id as the drop-downs call it."""
    return _target(told, steps)


def _target(way: Any, steps: Sequence[Mapping[str, Any]]) -> str:
    text = str((way.get("ke") if isinstance(way, dict) else way) or "")
    ids = [str(step.get("id") or "") for step in steps]
    number = int(text) if text.isascii() and text.isdigit() else ids.index(text) + 1 if text in ids else 0
    return label(number, texts_of(steps)) if 1 <= number <= len(steps) else text


def _choices(sheet: Any, letter: Mapping[str, str]) -> None:
    """Also for the rows below the ready ones."""

    def places(key: str) -> str:
        return f"{letter[key]}{FIRST}:{letter[key]}{FIRST + MAX_STEPS - 1}"

    for key in ("pelaksana", "dengan1", "dengan2"):
        choose(sheet, places(key), "DaftarPelaksana")
    for key in ("ke1", "ke2", "ke3", "lanjut"):
        choose(sheet, places(key), "DaftarLangkah", prompt="Pilih langkahnya. Kosong: langkah di bawahnya.")
    choose(sheet, places("bersama"), listed(MEETINGS))
    for number in (1, 2, 3):
        choose(sheet, places(f"jawaban{number}"), listed(ANSWERS))
    choose(sheet, places("satuan"), listed(UNITS))
    column = letter["periksa"]
    warn(sheet, places("periksa"), f'AND({column}{FIRST}<>"",{column}{FIRST}<>"Siap")')


def write_matrix(sheet: Any, lanes: int) -> None:
    """The same for those who tick columns, with room for so many `lanes`; empty, read where *Kegiatan* is."""
    put(sheet, 1, 1, "Kegiatan (matriks)", kind="title")
    put(
        sheet,
        2,
        1,
        "Pengganti lembar Kegiatan bagi yang lebih suka mencentang kolom pelaksana (x; P: yang memimpin).",
        kind="line",
    )
    left = ["no", "uraian"]
    right = ["bersama", "jawaban1", "ke1", "jawaban2", "ke2", "lanjut", "kelengkapan", "waktu", "output", "keterangan"]
    count = max(TICKS, lanes)
    column = 1
    for key in left:
        put(sheet, HEAD, column, STEP_COLUMNS[key][0], kind="head")
        column += 1
    for index in range(count):
        lane = f"{LANES}!{LISTED}{FIRST + index}"
        put(sheet, HEAD, column, None, kind="head").value = f'=IF({lane}="","",{lane})'
        column += 1
    for key in right:
        put(sheet, HEAD, column, STEP_COLUMNS[key][0], kind="head")
        column += 1
    for row in range(FIRST, FIRST + TICKED_ROWS):
        put(sheet, row, 1, f'=IF(B{row}="","",COUNTA(B${FIRST}:B{row}))', kind="number")
        for number in range(2, column):
            as_text(put(sheet, row, number, None))
    widths(sheet, [4, 34, *[7] * count, *(_WIDTHS[key] for key in right)])
    sheet.row_dimensions[HEAD].height = 45
    sheet.freeze_panes = f"C{FIRST}"
    printed(sheet, rows=f"{HEAD}:{HEAD}")
