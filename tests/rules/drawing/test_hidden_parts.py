"""Rows, columns and cells that nobody sees are told once, with what they hide."""

from __future__ import annotations

import re

import pytest

from sopgen.diagnostics import Severity
from tests.rules.drawing.edits import (
    DRAWING,
    IDENTITY,
    SHEET,
    Change,
    changed,
    row_of,
)
from tests.rules.drawing.telling import LAST, NAME, STEP, chain, entries, one

ROW = row_of(NAME, STEP)
KEGIATAN, WAKTU = "C", "M"


def hidden(row: int) -> Change:
    return lambda sheet: sheet.replace(f'<row r="{row}" ', f'<row r="{row}" hidden="1" ')


def as_high(row: int, points: float) -> Change:
    return lambda sheet: re.sub(rf'(<row r="{row}" ht=)"[\d.]+"', rf'\g<1>"{points}"', sheet)


def as_wide(column: str, width: str) -> Change:
    number = ord(column) - ord("A") + 1
    return lambda sheet: re.sub(rf'<col width="[\d.]+"( customWidth="1" min="{number}")', rf"<col {width}\1", sheet)


def flat(row: int) -> Change:
    """Shapes that begin and end in a hidden row, as a spreadsheet writes their ends: without any height."""
    return lambda drawing: re.sub(
        rf"<xdr:row>{row - 1}</xdr:row><xdr:rowOff>\d+</xdr:rowOff>",
        f"<xdr:row>{row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff>",
        drawing,
    )


UNSEEN = {
    "hidden": ((SHEET, hidden(ROW)),),
    "hidden, shapes flattened": ((SHEET, hidden(ROW)), (DRAWING, flat(ROW))),
    "of no height": ((SHEET, as_high(ROW, 0)),),
    "too low to be read": ((SHEET, as_high(ROW, 3)),),
    "the first": ((SHEET, hidden(row_of(NAME, 1))),),
    "a decision's": ((SHEET, hidden(row_of(NAME, 5))),),
    "the last": ((SHEET, hidden(row_of(NAME, LAST))),),
    "two": ((SHEET, chain(hidden(ROW), hidden(ROW + 1))),),
}


@pytest.mark.parametrize("how", UNSEEN)
def test_rows_that_nobody_sees_are_one_entry(how: str) -> None:
    found = one(*UNSEEN[how])
    assert (found.code, found.severity) == ("TBL-05", Severity.WAJIB)
    assert "tidak tampak: baris" in found.message.id
    assert found.where is not None
    assert re.match(r"hal\. 2, langkah \d(, \d)?, kolom No \(sel Prosedur!A\d", found.where.id)


@pytest.mark.parametrize(
    ("part", "column", "width", "place"),
    [
        (SHEET, WAKTU, 'width="0" hidden="1"', "hal. 2, kepala tabel, kolom Waktu"),
        (SHEET, WAKTU, 'width="0.2"', "hal. 2, kepala tabel, kolom Waktu"),
        (SHEET, KEGIATAN, 'width="0" hidden="1"', "hal. 2, kepala tabel, kolom Kegiatan"),
        (SHEET, "A", 'width="0" hidden="1"', "hal. 2, kepala tabel, kolom No"),
        (SHEET, "H", 'width="0" hidden="1"', "hal. 2, kepala tabel, kolom Asdep"),
        (IDENTITY, "C", 'width="0" hidden="1"', "hal. 1, baris Nomor SOP"),
    ],
)
def test_so_are_columns(part: str, column: str, width: str, place: str) -> None:
    found = one((part, as_wide(column, width)))
    assert "kolom lembar" in found.message.id
    assert found.where is not None
    assert found.where.id.startswith(place)


def test_every_place_is_in_words() -> None:
    """No bare cell, in whatever is found in a workbook."""
    for edits in UNSEEN.values():
        for each in entries(changed(NAME, *edits)):
            assert each.where is not None
            assert not re.match(r"(sel )?\w+![A-Z]+\d+", each.where.id)


def test_columns_that_are_no_neighbours_are_one_entry_too() -> None:
    found = one((SHEET, chain(*(as_wide(column, 'width="0" hidden="1"') for column in "JMP"))))
    assert found.message.id.startswith("Lembar “Prosedur”: kolom lembar J, M, P disembunyikan")
    assert found.where is not None
    assert found.where.id == (
        "hal. 2, kepala tabel, kolom Kelengkapan, Waktu, Output (sel Prosedur!J3, M3, P3)"
    )  # fmt: skip


def test_so_are_rows() -> None:
    rows = [row_of(NAME, step) for step in (2, 4, 6)]
    found = one((SHEET, chain(*(hidden(row) for row in rows))))
    assert found.message.id.startswith("Langkah 2, 4, 6 (“")
    assert " dan lainnya) tidak tampak: baris 5, 7, 9 lembar" in found.message.id
