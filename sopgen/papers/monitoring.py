"""The monitoring table of SOPs in force, for half a year.

Permenpan-RB 35/2012, annex, table 7: six columns and their numbers, two choices, every six months. How to fill it, the
head lines and the signature are our own wording.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sopgen.intake.monitoring import Monev
from sopgen.intake.sop import Sop
from sopgen.papers.assessed import Half, Unit, assessor, assessor_fact, by_unit, foot, identity, listed, subject
from sopgen.papers.blocks import (
    Blank,
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
    Words,
    head_row,
    text_cell,
    words,
)

GOOD: Final = "Berjalan dengan baik"
BAD: Final = "Tidak berjalan dengan baik"
CHOICES: Final = (GOOD, BAD)
ASSESSED_ON: Final = "Tanggal penilaian"
TITLE: Final = "MONITORING PENERAPAN"
SUBTITLE: Final = "STANDAR OPERASIONAL PROSEDUR ADMINISTRASI PEMERINTAHAN"
HEAD: Final = (
    "No",
    "Prosedur",
    "Penilaian terhadap penerapan",
    "Catatan hasil penilaian",
    "Tindakan yang harus diambil",
    "Paraf penilai",
)
SHEET_HEAD: Final = ("No", "Prosedur", "Nomor SOP", *HEAD[2:5], "Batas waktu", "Paraf penilai")
"""A spreadsheet's: what is looked for when it is read back stands in cells of its own."""

_ROW: Final = 17.8  # millimetres; never under 16, for it is filled by hand
_NUMBER_ROW: Final = 6.5  # points
_HOW: Final = (
    "Kolom 1 dan 2 sudah terisi dari daftar SOP yang berlaku. Kolom 3: beri tanda silang pada satu pilihan. Kolom 4: "
    "keadaan yang ditemui, terutama bila tidak berjalan dengan baik. Kolom 5: tindakan, pelaksana, dan batas waktunya. "
    "Kolom 6: paraf penilai untuk tiap prosedur."
)
_WAYS: Final = (
    "Cara menilai: pengamatan atasan langsung, wawancara pelaksana, wawancara pengguna layanan, atau diskusi kelompok."
)


def monitoring_paper(
    sops: Sequence[Sop], monev: Monev, half: Half | None = None, *, spreadsheet: bool = False
) -> Paper:
    """A form for each unit. `sops` are in force; all else than what the specs say stays empty."""
    units = by_unit(sops)
    first = units[0]
    return Paper(
        "Monitoring Penerapan SOP",
        tuple(_sheet(unit, monev, half, len(units), spreadsheet=spreadsheet) for unit in units),
        agency=first.agency,
        unit=first.name if len(units) == 1 else "",
        maker="monev",
    )


def _sheet(unit: Unit, monev: Monev, half: Half | None, count: int, *, spreadsheet: bool) -> Sheet:
    period = Fact("Masa penilaian", words(half.told) if half else Blank())
    day = Fact(ASSESSED_ON, Blank())
    how = (Words((Span("Cara mengisi. ", bold=True), Span(_HOW))), words(_WAYS))
    return Sheet(
        "Monitoring" if count == 1 else f"Monitoring {unit.least}",
        (
            Heading(TITLE),
            Heading(SUBTITLE, "subtitle"),
            Facts(identity(unit), (period, day, *((assessor_fact(monev),) if spreadsheet else ()))),
            _for_spreadsheet(unit.sops) if spreadsheet else _grid(unit.sops),
            assessor(monev, 188.0, () if spreadsheet else how),
        ),
        landscape=True,
        foot=foot(unit),
    )


def _grid(sops: Sequence[Sop]) -> Grid:
    columns = (
        Column(9.0, "center", "middle"),
        Column(66.0, valign="middle"),
        Column(48.0, valign="middle"),
        Column(58.0),
        Column(),
        Column(22.0),
    )
    numbers = tuple(Cell((Words((Span(f"({n})"),), size=_NUMBER_ROW),)) for n in range(1, len(HEAD) + 1))
    rows = tuple(
        Row((text_cell(str(n)), subject(sop), Cell((Choice(CHOICES),)), Cell(), Cell(), Cell()), _ROW)
        for n, sop in enumerate(sops, start=1)
    )
    return Grid(columns, (head_row(*HEAD), Row(numbers)), rows, name=TITLE.capitalize())


def _for_spreadsheet(sops: Sequence[Sop]) -> Grid:
    columns = (
        Column(9.0, "center", "middle"),
        Column(58.0, valign="middle"),
        Column(40.0, valign="middle"),
        Column(33.0, valign="middle"),
        Column(44.0),
        Column(),
        Column(22.0, "center", "middle"),
        Column(16.0),
    )
    rows = tuple(
        Row(
            (
                *listed(n, sop),
                Cell((Choice(CHOICES),)),
                *(Cell(),) * 2,
                Cell(date=True),
                Cell(),
            ),
            _ROW,
        )
        for n, sop in enumerate(sops, start=1)
    )
    return Grid(columns, (head_row(*SHEET_HEAD),), rows, name=TITLE.capitalize())
