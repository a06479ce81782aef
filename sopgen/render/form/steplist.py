"""The hidden sheet of steps: what drop-downs offer, and what is wrong with a row's time, its targets, the ways to it.

All by formula, and by the row's place in *Kegiatan*: a row put in between needs no formula to be looked at. Each is
short, since programs differ in what they make of long ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from openpyxl.utils import get_column_letter

from sopgen.intake.form.targets import LABEL_LETTERS, SEPARATOR
from sopgen.intake.form.words import END, END_WORDS, LIST, STEPS, UNITS
from sopgen.render.form.cells import HEAD, define, put

SHIFTED: Final = "Nomor tujuan bergeser, pilih lagi"
LOST: Final = "Tujuan tidak ditemukan, pilih lagi"
UNREACHED: Final = "Tidak ada panah ke baris ini"
UNREAD_TIME: Final = "Waktu tidak terbaca"
_TARGETS: Final = ("ke1", "ke2", "ke3", "lanjut")
_COLUMNS: Final = ("label", "text", "number", "fault", "code", *_TARGETS, *(f"{key}_fault" for key in _TARGETS))
_COLUMNS_OF_TIME: Final = ("time", "unit", "counted", "open", "time_fault")
_AT: Final = {key: get_column_letter(n) for n, key in enumerate((*_COLUMNS, *_COLUMNS_OF_TIME), start=1)}
_SURE: Final = 36  # letters that no label cuts off
_NUMBERS: Final = (*map(str, range(10)), "½", "¼", "¾", "setengah")
_TIMES: Final = (
    *("menit", "mnt", "min", "jam", "hari", "hr", "minggu", "mg", "pekan", "bulan", "bln", "tahun", "thn", "detik"),
    *("'", "’", "′", "”"),
)
_OPEN: Final = (
    *("sesuai", "gantung", "jadwal", "setiap", "tiap ", "sewaktu", "sepanjang", "selama", "harian", "mingguan"),
    *("bulanan", "tahunan", "berkala", "rutin", "periodik", "insident", "kondisional", "situasional", "tentatif"),
    *("fleksibel", "relatif", "segera", "secepat", "triwulan", "kuartal", "caturwulan", "semester", "terus"),
    *("kontinu", "tentu", "terbatas", "n/a"),
)
"""Words that say on purpose how long it takes without a number."""


def write_list(book: Any, letters: Mapping[str, str], last: int) -> None:
    """Row 1 is the end, row 2 the first step. `letters`: columns of *Kegiatan*; `last`: its last row that is listed."""
    sheet = book.create_sheet(LIST)
    sheet.sheet_state = "hidden"
    put(sheet, 1, 1, END, kind="plain")
    end = last - HEAD + 1

    def there(key: str) -> str:
        return f"{STEPS}!${letters[key]}${HEAD}:${letters[key]}${last}"

    for row in range(2, end + 1):
        for column, formula in enumerate(_formulas(row, end, there), start=1):
            put(sheet, row, column, f"={formula}", kind="plain_formula")
    texts = there("uraian")
    rows = f'SUMPRODUCT(MAX(({texts}<>"")*ROW({texts})))-ROW({STEPS}!${letters["uraian"]}${HEAD})+1'
    define(book, "DaftarLangkah", f"OFFSET({LIST}!$A$1,0,0,MAX(1,{rows}),1)")


def fault_of_row(last: int, head: str) -> str:
    """What a row of *Kegiatan* looks up here, empty where nothing is wrong. `head`: its heading's cell."""
    column = _AT["fault"]
    return f'IFERROR(INDEX({LIST}!${column}$1:${column}${last - HEAD + 1},ROW()-ROW({head})+1),"")'


def _formulas(row: int, end: int, there: Callable[[str], str]) -> list[str]:
    def cell(key: str) -> str:
        return f'IFERROR(TRIM(SUBSTITUTE(INDEX({there(key)},ROW()),CHAR(10)," ")),"")'

    here = {key: f"{column}{row}" for key, column in _AT.items()}
    time, unit = here["time"], here["unit"]
    told = _unreached(row, here, there) if row > 2 else '""'
    for key in ("lanjut_fault", "ke3_fault", "ke2_fault", "ke1_fault", "time_fault"):
        told = f'IF({here[key]}<>"",{here[key]},{told})'
    return [
        _label(row, end),
        cell("uraian"),
        f'IF(B{row}="",0,SUMPRODUCT(--(B$2:B{row}<>"")))',
        told,
        cell("kode"),
        *map(cell, _TARGETS),
        *(_fault_of_target(here[key], end) for key in _TARGETS),
        cell("waktu"),
        cell("satuan"),
        f'IF({time}="",0,{_any_of(_NUMBERS, time)}*{_any_of(_TIMES, f"{time}&{unit}")})',
        f'IF({time}="",0,{_any_of(_OPEN, time)})',
        _fault_of_time(here),
    ]


def _label(row: int, end: int) -> str:
    """`intake.form.targets.label` as a formula: the fewest letters with which no other step begins."""
    told = f'LEFT(B{row},{LABEL_LETTERS[-1]})&"…"'
    for letters in reversed(LABEL_LETTERS):
        if letters != LABEL_LETTERS[-1]:
            alike = f"SUMPRODUCT(--(LEFT(B$2:B${end},{letters})=LEFT(B{row},{letters})))"
            told = f'IF({alike}=1,TRIM(LEFT(B{row},{letters}))&"…",{told})'
        told = f"IF(LEN(B{row})<={letters},B{row},{told})"
    return f'IF(B{row}="","",C{row}&" {SEPARATOR} "&{told})'


def _fault_of_target(cell: str, end: int) -> str:
    """What is wrong with a target that the list has not, in words; empty where it is understood all the same."""
    begun = _begins(f'TRIM(SUBSTITUTE(MID({cell},FIND("{SEPARATOR}",{cell})+1,250),"…",""))', end)
    number = f'VALUE(TRIM(RIGHT(SUBSTITUTE(TRIM(SUBSTITUTE({cell},"."," "))," ",REPT(" ",20)),20)))'
    words = f'TRIM(SUBSTITUTE({cell},"…",""))'
    after = f'MID({words},FIND(" ",{words})+1,250)'
    ends = "+".join(f'({cell}="{word}")' for word in sorted(END_WORDS))
    known = f"{ends}+SUMPRODUCT(--(E$2:E${end}={cell}))+{_begins(words, end)}+IFERROR({_begins(after, end)},0)"
    tests: Sequence[tuple[str, str]] = [
        (f'{cell}=""', '""'),
        (f"SUMPRODUCT(--(A$1:A${end}={cell}))>0", '""'),
        (f'ISNUMBER(FIND(";",{cell}))', '""'),  # several
        (f'ISNUMBER(FIND("{SEPARATOR}",{cell}))', f'IF({begun}>0,"{SHIFTED}","{LOST}")'),
        (f"ISNUMBER({number})", f'IF(AND({number}>=1,{number}<=MAX(C$2:C${end})),"","{LOST}")'),
    ]
    told = f'IF({known}>0,"","{LOST}")'
    for test, words_told in reversed(tests):
        told = f"IF({test},{words_told},{told})"
    return told


def _begins(words: str, end: int) -> str:
    return f"SUMPRODUCT(--(LEFT(B$2:B${end},LEN({words}))={words}))"


def _unreached(row: int, here: Mapping[str, str], there: Callable[[str], str]) -> str:
    """Whether the row above leads elsewhere and no cell names this one, by words, number or code."""
    above = f'{_AT["text"]}{row - 1}<>"",OR(INDEX({there("jawaban1")},ROW()-1)<>"",{_AT["lanjut"]}{row - 1}<>"")'
    ways = []
    for key in _TARGETS:
        cells = there(key)
        spaced = f'" "&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({cells},";"," "),CHAR(10)," "),","," ")&" "'
        ways += [
            f'SUMPRODUCT(--ISNUMBER(SEARCH(LEFT(B{row},{_SURE}),SUBSTITUTE({cells},CHAR(10)," "))))',
            f'SUMPRODUCT(--ISNUMBER(FIND(" "&C{row}&" ",{spaced})))',
            f'SUMPRODUCT(({cells}={here["code"]})*({cells}<>""))',
        ]
    return f'IF(AND({here["text"]}<>"",{above}),IF({"+".join(ways)}=0,"{UNREACHED}",""),"")'


def _fault_of_time(here: Mapping[str, str]) -> str:
    """A time without a number or a unit, unless it says no time on purpose."""
    time, unit = here["time"], here["unit"]
    twice = f'({unit}<>"")*{_any_of(UNITS, time)}'
    tests = [
        (f'AND({time}="",{unit}="")', ""),
        (f'{time}=""', "Isi waktu"),
        (f"{twice}>0", "Satuan tertulis dua kali"),
        (f'AND({unit}="",ISNUMBER(VALUE(SUBSTITUTE({time},",",""))))', "Pilih satuan waktu"),
        (f"{here['counted']}+{here['open']}>0", ""),
        (f'OR({time}="-",{time}="–",{time}="—")', ""),
    ]
    told = f'"{UNREAD_TIME}"'
    for test, words in reversed(tests):
        told = f'IF({test},"{words}",{told})'
    return told


def _any_of(words: Sequence[str], cell: str) -> str:
    listed = ",".join(f'"{word}"' for word in words)
    return f"SUMPRODUCT(--ISNUMBER(SEARCH({{{listed}}},{cell})))"
