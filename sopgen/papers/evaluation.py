"""The evaluation of SOPs in force, at least once a year: seven questions, yes or no.

That SOPs are monitored and evaluated is in the slides (69), without a form; the questions are custom.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from sopgen.intake.monitoring import Monev
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.papers.assessed import Half, Unit, assessor, assessor_fact, by_unit, foot, identity, listed, subject
from sopgen.papers.blocks import (
    Blank,
    Block,
    Cell,
    Choice,
    Column,
    Fact,
    Facts,
    Grid,
    Heading,
    Paper,
    Row,
    Sheet,
    Span,
    Text,
    Tick,
    Words,
    head_row,
    text_cell,
    words,
)
from sopgen.papers.monitoring import ASSESSED_ON, SUBTITLE

QUESTIONS: Final = (
    "SOP mampu mendorong peningkatan kinerja",
    "SOP mudah dipahami",
    "SOP mudah dilaksanakan",
    "Semua orang dapat menjalankan perannya masing-masing",
    "SOP mampu mengatasi permasalahan yang berkaitan dengan proses",
    "SOP mampu menjawab kebutuhan peningkatan kinerja organisasi",
    "SOP bersinergi satu dengan lainnya",
)
YES, NO = "Ya", "Tidak"
ANSWERS: Final = (YES, NO)
TITLE: Final = "EVALUASI PENERAPAN"
SHEET_HEAD: Final = ("No", "Prosedur", "Nomor SOP", *QUESTIONS, "Catatan untuk tiap jawaban Tidak", "Batas waktu")
ON_A_SHEET: Final = 6  # SOPs beside each other
_PAIR_MOST: Final = 22.0  # millimetres, half of what one SOP takes
_QUESTION: Final = 76.0  # number and question at the least, millimetres
_BREADTH: Final = 262.0
_ROW: Final = 9.0
_SMALL_HEAD: Final = 7.0  # points: no word of a question is divided
_HOW: Final = (
    "Beri tanda silang pada Ya atau Tidak untuk tiap SOP. Setiap jawaban Tidak diterangkan pada baris catatan; bila "
    "tempatnya kurang, lanjutkan di halaman belakang dengan menyebut nomor SOP dan nomor pertanyaan."
)
_HOW_SINGLE: Final = "Beri tanda silang pada Ya atau Tidak. Setiap jawaban Tidak diterangkan pada catatan."


def evaluation_paper(
    sops: Sequence[Sop], monev: Monev, half: Half | None = None, *, single: bool = False, spreadsheet: bool = False
) -> Paper:
    """Up to six SOPs on a sheet; with `single` each on its own, upright, in the form's plain four columns."""
    units = by_unit(sops)
    sheets: list[Sheet] = []
    for unit in units:
        if spreadsheet:
            name = "Evaluasi" if len(units) == 1 else f"Evaluasi {unit.least}"
            fields = _for_spreadsheet(unit.sops), assessor(monev, 188.0, ())
            blocks = (*_head(unit, half, (assessor_fact(monev),)), *fields)
            sheets.append(Sheet(name, blocks, landscape=True, foot=foot(unit)))
        elif single:
            sheets += [_single(unit, sop, monev, half) for sop in unit.sops]
        else:
            sheets += [_beside(unit, part, monev, half) for part in _evenly(unit.sops)]
    first = units[0]
    unit_name = first.name if len(units) == 1 else ""
    return Paper("Evaluasi Penerapan SOP", tuple(sheets), agency=first.agency, unit=unit_name, maker="monev")


def _evenly(sops: Sequence[Sop]) -> list[tuple[Sop, ...]]:
    """As few sheets as hold them all, as many SOPs on each."""
    count = -(-len(sops) // ON_A_SHEET)
    cuts = [round(n * len(sops) / count) for n in range(count + 1)]
    return [tuple(sops[start:end]) for start, end in pairwise(cuts)]


def _head(unit: Unit, half: Half | None, more: tuple[Fact, ...] = ()) -> tuple[Block, ...]:
    year = Fact("Tahun", words(str(half.year)) if half else Blank())
    facts = (*identity(unit), *more)
    day = Fact(ASSESSED_ON, Blank())
    upright = bool(more)
    shown = Facts((*facts, year, day), label_width=26.5) if upright else Facts(facts, (year, day))
    return Heading(TITLE), Heading(SUBTITLE, "subtitle"), shown


def _beside(unit: Unit, sops: Sequence[Sop], monev: Monev, half: Half | None) -> Sheet:
    return Sheet(
        f"Evaluasi {on_one_line(sops[0].nomor)}".strip(),
        (
            *_head(unit, half),
            _grid(sops),
            assessor(monev, 188.0, (Words((Span("Cara mengisi. ", bold=True), Span(_HOW))),)),
        ),
        landscape=True,
        foot=foot(unit),
    )


def _grid(sops: Sequence[Sop]) -> Grid:
    pair = min(_PAIR_MOST, (_BREADTH - _QUESTION) / 2 / len(sops))
    answer = (Column(pair, "center", "middle"), Column(pair, "center", "middle", grey=True))
    columns = (Column(9.0, "center", "middle"), Column(valign="middle"), *answer * len(sops))
    names = tuple(subject(sop)._replace(column_span=2) for sop in sops)
    both = tuple(Cell((words(text, bold=True),)) for text in ANSWERS) * len(sops)
    top = tuple(Cell((words(text, bold=True),), row_span=2) for text in ("No", "Penilaian"))
    rows = [
        Row((text_cell(str(n)), text_cell(question), *(Cell((Tick(),)),) * (2 * len(sops))), _ROW)
        for n, question in enumerate(QUESTIONS, start=1)
    ]
    wide = (Cell(column_span=2),) * len(sops)
    rows.append(Row((Cell(), text_cell("Catatan untuk tiap jawaban Tidak"), *wide), 15.0))
    rows.append(Row((Cell(), text_cell("Paraf penilai"), *wide), 8.0, keeps=True))
    return Grid(columns, (Row((*top, *names)), Row(both)), tuple(rows), size=8.0, name=TITLE.capitalize())


def _single(unit: Unit, sop: Sop, monev: Monev, half: Half | None) -> Sheet:
    more = (Fact("Judul SOP", words(on_one_line(sop.judul), bold=True)), Fact("Nomor SOP", _number(sop)))
    columns = (
        Column(10.0, "center", "middle"),
        Column(valign="middle"),
        Column(18.0, "center", "middle"),
        Column(18.0, "center", "middle"),
    )
    rows = tuple(
        Row((text_cell(str(n)), text_cell(question), Cell((Tick(),)), Cell((Tick(),))), _ROW)
        for n, question in enumerate(QUESTIONS, start=1)
    )
    lines: tuple[Blank, ...] = (Blank(),) * 5
    return Sheet(
        f"Evaluasi {on_one_line(sop.nomor)}".strip(),
        (
            *_head(unit, half, more),
            Grid(columns, (head_row("No", "Penilaian", *ANSWERS),), rows, size=9.0, name=TITLE.capitalize()),
            Text((words("Catatan untuk tiap jawaban Tidak:"), *lines), size=9.0, ruled=True),
            assessor(monev, 105.0, (Words((Span("Cara mengisi. ", bold=True), Span(_HOW_SINGLE))),)),
        ),
        foot=unit.least,
    )


def _number(sop: Sop) -> Words | Blank:
    number = on_one_line(sop.nomor)
    return words(number) if number else Blank()


def _for_spreadsheet(sops: Sequence[Sop]) -> Grid:
    """A SOP a row, so that a list of any length can be filled, sorted and read back."""
    answers = (Column(20.5, "center", "middle"),) * len(QUESTIONS)
    columns = (
        Column(9.0, "center", "middle"),
        Column(38.0, valign="middle"),
        Column(28.0, valign="middle"),
        *answers,
        Column(),
        Column(18.0, "center", "middle"),
    )
    rows = tuple(
        Row(
            (
                *listed(n, sop),
                *(Cell((Choice(ANSWERS),)),) * len(QUESTIONS),
                Cell(),
                Cell(date=True),
            ),
            12.0,
        )
        for n, sop in enumerate(sops, start=1)
    )
    head = tuple(Cell((words(text, bold=True)._replace(size=_SMALL_HEAD),)) for text in SHEET_HEAD)
    return Grid(columns, (Row(head),), rows, size=8.0, name=TITLE.capitalize())
