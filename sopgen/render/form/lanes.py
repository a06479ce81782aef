"""The sheet *Pelaksana*: a row a lane, and what the drop-downs of the steps call each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from openpyxl.utils import get_column_letter

from sopgen.intake.form.words import LANE_COLUMNS, LANES, ROLES, STEP_COLUMNS, YES_NO, folded
from sopgen.render.form.cells import FIRST, HEAD, as_text, choose, define, hide, listed, printed, put, said, shown_value
from sopgen.render.form.cells import widths as set_widths

_PLACES: Final = {key: get_column_letter(number) for number, key in enumerate(LANE_COLUMNS, start=1)}
LISTED: Final = _PLACES["daftar"]
"""The hidden column of what drop-downs offer: the short name, or else the name."""
ROWS: Final = 40
_LAST: Final = FIRST + ROWS - 1
NAME_CELLS: Final = tuple(
    f"{LANES}!${_PLACES[first]}${FIRST}:${_PLACES[last]}${_LAST}"
    for first, last in (("nama", "kunci"), ("daftar", "kode"))
)
"""All cells that a step may name an executor by."""
_WIDTHS: Final = {"nama": 50, "kunci": 20, "eksternal": 12, "peran": 22, "kelompok": 30, "publik": 30}
_LONGEST: Final = 60  # letters of a name that a cell of a step may hold
_HEADINGS: Final = frozenset(folded(word) for words in STEP_COLUMNS.values() for word in words)


def called(lanes: Mapping[str, Any]) -> dict[str, str]:
    """Key → what the cells of steps say: the printed name, or the key where that would not tell it from all else."""
    names = {key: _name(lane) for key, lane in lanes.items()}
    counted = Counter([*map(folded, names.values()), *map(folded, lanes)])
    own = {key: 1 + (folded(key) == folded(name)) for key, name in names.items()}
    return {
        key: name
        if counted[folded(name)] == own[key] and folded(name) not in {"", *_HEADINGS} and len(name) <= _LONGEST
        else key
        for key, name in names.items()
    }


def _name(lane: Any) -> str:
    return " ".join(said(lane.get("nama") if isinstance(lane, dict) else lane).split())


def write_lanes(book: Any, sheet: Any, lanes: Mapping[str, Any]) -> None:
    put(sheet, 1, 1, "Pelaksana", kind="title")
    put(sheet, 2, 1, "Satu baris satu kolom bagan, dari kiri ke kanan.", kind="line")
    for column, words in enumerate(LANE_COLUMNS.values(), start=1):
        put(sheet, HEAD, column, words[0], kind="head")
    rows, names = list(lanes.items()), called(lanes)
    for row in range(FIRST, _LAST + 1):
        key, lane = rows[row - FIRST] if row - FIRST < len(rows) else ("", None)
        whole = lane if isinstance(lane, dict) else {"nama": lane}
        short = "" if names.get(key, "") == _name(lane) else key
        values = {**whole, "kunci": short, "kode": key}
        for column, word in enumerate(LANE_COLUMNS, start=1):
            if word == "daftar":
                told = f'=IF(B{row}<>"",B{row},TRIM(SUBSTITUTE(A{row},CHAR(10)," ")))'
                put(sheet, row, column, told, kind="formula")
            else:
                value = values.get(word)
                as_text(put(sheet, row, column, shown_value(value, YES_NO if word == "eksternal" else "text")))
    choose(sheet, f"C{FIRST}:C{_LAST}", listed(YES_NO), strict=True)
    choose(sheet, f"D{FIRST}:D{_LAST}", listed(ROLES), strict=True)
    count = f"MAX(1,COUNTA({LANES}!$A${FIRST}:$A${_LAST}))"
    define(book, "DaftarPelaksana", f"OFFSET({LANES}!${LISTED}${FIRST},0,0,{count},1)")
    set_widths(sheet, [*_WIDTHS.values(), 10, 10])
    for key in ("daftar", "kode"):
        hide(sheet, list(LANE_COLUMNS).index(key) + 1)
    sheet.freeze_panes = f"A{FIRST}"
    printed(sheet, rows=f"{HEAD}:{HEAD}")
