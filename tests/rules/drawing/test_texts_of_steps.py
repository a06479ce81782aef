"""Cells of steps that one stroke changed - replaced, exchanged, moved, filled, sorted - are one entry."""

from __future__ import annotations

import re

import pytest

from sopgen.diagnostics import Severity
from tests.rules.drawing.edits import (
    SHEET,
    Change,
    cell,
    flow_sheet,
    row_of,
)
from tests.rules.drawing.telling import LAST, NAME, STEP, chain, one, told

TEXTS = {"C": 2, "J": 9, "M": 12, "P": 15, "S": 18}
"""Columns whose cells hold the texts of steps."""
ROW = row_of(NAME, STEP)


def test_words_replaced_in_several_steps_are_one() -> None:
    name = "contoh-lengkap"
    cells = flow_sheet(name).cells
    same = [(row, column) for (row, column), text in cells.items() if text == "1 jam" and row > 3]
    assert len(same) > 1
    refs = [f"{chr(ord('A') + column)}{row + 1}" for row, column in same]
    found = one((SHEET, chain(*(cell(ref, "9 hari") for ref in refs))), name=name)
    assert "kolom Waktu (“9 hari”) tidak sama" in found.message.id


def test_texts_sorted_anew_are_one_entry_with_few_consequences() -> None:
    rows = [row_of(NAME, step) for step in range(1, LAST + 1)]
    cells = flow_sheet(NAME).cells
    order = sorted(rows, key=lambda row: cells[row - 1, 2])

    def sort(sheet: str) -> str:
        for row, other in zip(rows, order, strict=True):
            for letter, at in TEXTS.items():
                sheet = cell(f"{letter}{row}", cells.get((other - 1, at), ""))(sheet)
        return sheet

    found = [each for each in told((SHEET, sort)) if each.severity is Severity.WAJIB and each.code == "TBL-05"]
    assert [each.message.id.partition(":")[0] for each in found] == ["Urutan langkah diubah"]
    assert len(found[0].consequences) <= 6


def test_heads_of_two_lanes_exchanged_are_one() -> None:
    found = one((SHEET, chain(cell("E3", "Kasubid"), cell("F3", "Kabid"))))
    assert "tertukar nama" in found.message.id


def test_a_remark_in_a_column_that_was_empty_is_one() -> None:
    found = one((SHEET, cell(f"S{ROW}", "Boleh dilewati")))
    assert (found.code, found.severity) == ("TBL-05", Severity.WAJIB)


def exchanged(one_: str, other: str) -> Change:
    """Two cells of the flow sheet, each with the other's words."""
    return chain(cell(one_, said(other)), cell(other, said(one_)))


def said(reference: str) -> str:
    return flow_sheet(NAME).cells.get((int(reference[1:]) - 1, ord(reference[0]) - ord("A")), "")


def shifted(letter: str, by: int) -> Change:
    """A column's cells from the second step on, each with the words of the row below (1) or above (-1)."""
    first, last = ROW, row_of(NAME, LAST)
    taken = {row: said(f"{letter}{row + by}") if first <= row + by <= last else "" for row in range(first, last + 1)}
    return chain(*(cell(f"{letter}{row}", text) for row, text in taken.items()))


def filled(letter: str, text: str) -> Change:
    return chain(*(cell(f"{letter}{row_of(NAME, step)}", text) for step in range(1, LAST + 1)))


@pytest.mark.parametrize(
    ("edit", "words", "place"),
    [
        (exchanged("C5", "C6"), "Isi langkah 2, 3, kolom Kegiatan tertukar: “", "hal. 2, langkah 2, 3, kolom Kegiatan"),
        (
            exchanged("M4", "M6"),
            "Isi langkah 1, 3, kolom Waktu tertukar: “1 hari” dan “15 menit”",
            "hal. 2, langkah 1, 3, kolom Waktu",
        ),
        (
            exchanged("M5", "M6"),
            "“1 hari” berpindah sel di antara langkah 2, 3, kolom Waktu",
            "hal. 2, langkah 2, 3, kolom Waktu",
        ),
        (
            exchanged("J7", "P7"),
            "Isi langkah 4, kolom Kelengkapan dan Output tertukar",
            "hal. 2, langkah 4, kolom Kelengkapan, Output",
        ),
        (shifted("M", 1), "Isi kolom Waktu di langkah 2–7 naik satu baris", "hal. 2, langkah 2–7, kolom Waktu"),
        (shifted("M", -1), "Isi kolom Waktu di langkah 3–8 turun satu baris", "hal. 2, langkah 3–8, kolom Waktu"),
        (shifted("C", 1), "Isi kolom Kegiatan di langkah 2–9 naik satu baris", "hal. 2, langkah 2–9, kolom Kegiatan"),
        (
            filled("M", "1 hari"),
            "kolom Waktu semuanya “1 hari”; di spesifikasinya “15 menit”, kosong, “2 jam” dan lainnya",
            "hal. 2, langkah 1, 2, 4–9, kolom Waktu",
        ),
        (
            lambda sheet: sheet.replace("aporan konsinyering", "aporan bulanan"),
            "“konsinyering” diganti “bulanan” di 7 sel",
            "hal. 2, langkah 1, 2, 4–8, kolom Kegiatan",
        ),
    ],
)
def test_what_one_stroke_changed_is_one_entry(edit: Change, words: str, place: str) -> None:
    found = one((SHEET, edit))
    assert (found.code, found.severity) == ("TBL-05", Severity.WAJIB)
    assert words in found.message.id
    assert found.where is not None
    assert found.where.id.startswith(place)


def test_two_cells_that_only_look_like_a_stroke_are_two() -> None:
    found = told((SHEET, chain(cell("M4", "2 hari"), cell("M6", "3 hari"))))
    assert [each.where.id for each in found if each.where] == [
        "hal. 2, langkah 1, kolom Waktu (sel Prosedur!M4)",
        "hal. 2, langkah 3, kolom Waktu (sel Prosedur!M6)",
    ]


def merged(references: str) -> Change:
    return lambda sheet: sheet.replace("</mergeCells>", f'<mergeCell ref="{references}"/></mergeCells>')


def test_cells_of_two_steps_merged_are_one() -> None:
    found = one((SHEET, chain(cell("P6", ""), merged("P5:P6"))))
    assert (found.severity, found.message.id) == (Severity.WAJIB, "Lembar “Prosedur”: sel digabung (Merge).")
    assert found.where is not None
    assert found.where.id == "hal. 2, langkah 2, 3, kolom Output (sel Prosedur!P5, P6)"


def test_they_are_advice_where_nothing_is_lost() -> None:
    assert one((SHEET, merged("S4:S5"))).severity is Severity.ANJURAN


def test_heads_written_over_are_told_each_at_its_cell_though_most_of_the_row_is_new() -> None:
    heads = {"B2": "Aktivitas", "I2": "Baku Mutu", "R2": "Ket"}
    found = told((SHEET, chain(*(cell(reference, text) for reference, text in heads.items()))))
    assert [each.message.id for each in found] == [
        "Judul kolom “Kegiatan” diganti “Aktivitas”.",
        "Judul kolom “Mutu Baku” diganti “Baku Mutu”.",
        "Judul kolom “Keterangan” diganti “Ket”.",
    ]


def test_a_number_that_a_merge_took_away_comes_of_it() -> None:
    gone = (SHEET, lambda sheet: re.sub(r'(<c r="A6" s="\d+")[^>]*>.*?</c>', r"\1/>", sheet))
    found = one(gone, (SHEET, merged("A5:A6")))
    assert (found.code, found.also) == ("TBL-05", ("TBL-02",))


def test_a_stroke_is_sought_before_words_are() -> None:
    """In a column filled alike `2 jam` became `1 hari`, and one cell `1 jam`: no word was replaced in it."""
    found = one((SHEET, filled("M", "1 jam")))
    assert "semuanya “1 jam”" in found.message.id


def test_activities_that_were_exchanged_stay_so_beside_another_edit() -> None:
    edits = (SHEET, chain(exchanged("C5", "C6"), cell("M6", "77 hari")))
    assert len([each for each in told(edits) if "yang tercetak lain" not in each.message.id]) == 2
