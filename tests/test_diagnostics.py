"""Places: a line of a text or a cell of a workbook."""

from __future__ import annotations

import pytest

from sopgen.diagnostics import Span, column_letters


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (7, "G"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16384, "XFD")]
)
def test_columns_are_named_as_spreadsheets_do(number, letters):
    assert column_letters(number) == letters


@pytest.mark.parametrize(
    ("sheet", "place"),
    [
        ("", "7:3"),
        ("Kegiatan", "Kegiatan!C7"),
        ("Kegiatan (2)", "'Kegiatan (2)'!C7"),
        ("Bupati's", "'Bupati''s'!C7"),
        ("1", "'1'!C7"),
    ],
)
def test_a_place_reads_as_its_program_writes_it(sheet, place):
    span = Span("a", 7, 3, sheet=sheet)
    assert (span.place, span.cell) == (place, "C7" if sheet else None)
