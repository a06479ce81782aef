"""Edits of the title, the number, the boxes and the labels of the form: each told once, at all its places."""

from __future__ import annotations

import re

from sopgen.diagnostics import Severity
from sopgen.workbook.reading import read_workbook
from sopgen.workbook.values import Sheet
from tests.rules.drawing.edits import (
    IDENTITY,
    SHEET,
    Change,
    cell,
    flow_sheet,
    row_added,
    workbook,
)
from tests.rules.drawing.telling import NAME, one, told


def test_a_title_changed_in_both_places_is_one_entry_that_names_both() -> None:
    (row, column), said = next((at, text) for at, text in flow_sheet(NAME).cells.items() if at == (0, 0))
    assert (row, column) == (0, 0)
    edits = (IDENTITY, cell("C9", "Pembuatan Laporan Konsinyering Triwulan")), (SHEET, cell("A1", f"{said} TRIWULAN"))
    found = one(*edits)
    assert found.where is not None
    assert found.where.id == (
        "hal. 1, baris Judul SOP; hal. 2, di atas tabel alur (sel Identitas!C9, Prosedur!A1)"
    )  # fmt: skip


def test_two_edits_of_the_title_are_two() -> None:
    found = told((IDENTITY, cell("C9", "Pembuatan Laporan Triwulan")), (SHEET, cell("A1", "PROSEDUR LAIN SEKALI")))
    assert len(found) == 2


def test_a_number_changed_wherever_it_stands_is_one() -> None:
    number = "01/K/PAN-RB/D.IV/4/2012"
    found = one(*((part, lambda sheet: sheet.replace(number, f"{number}-B")) for part in (IDENTITY, SHEET)))
    assert found.where is not None
    assert found.where.id.startswith(
        "hal. 1, baris Nomor SOP; lembar Identitas, kepala atau kaki cetak; lembar Prosedur"
    )


def test_two_boxes_that_changed_places_are_one() -> None:
    found = one((IDENTITY, _exchanged("A15", "B15")))
    assert found.message.id == (
        "Isi kotak Peringatan dan Pencatatan dan Pendataan tertukar, tidak seperti di spesifikasinya."
    )


def _exchanged(one_: str, other: str) -> Change:
    def over(sheet: str) -> str:
        held = [re.search(rf'<c r="{ref}" s="\d+"[^>]*>(.*?)</c>', sheet, re.DOTALL) for ref in (one_, other)]
        first, second = (found[1] for found in held if found)
        return sheet.replace(first, "#").replace(second, first).replace("#", second)

    return over


def test_a_label_of_the_form_written_over_is_one() -> None:
    found = one((IDENTITY, cell("A14", "CATATAN PENTING")))
    assert found.message.id == "Lembar “Identitas”: label “PERINGATAN” diganti “CATATAN PENTING”."


def test_items_in_another_order_are_one() -> None:
    text = next(text for text in identity_texts() if text.startswith("1. PP Nomor"))
    items = re.split(r"\n\d\. ", text.removeprefix("1. "))
    turned = "\n".join(f"{number}. {item}" for number, item in enumerate([items[1], items[0], *items[2:]], start=1))
    found = one((IDENTITY, cell("A11", turned)))
    assert found.message.id == "Kotak Dasar Hukum: urutan butirnya diubah, tidak seperti di spesifikasinya."


def identity_texts() -> list[str]:
    return [*identity().cells.values()]


def identity() -> Sheet:
    return read_workbook(workbook(NAME))[0]


def test_a_date_in_another_spelling_is_advice_and_another_date_is_not() -> None:
    spelt = one((IDENTITY, cell("C2", "04 Sept. 2012")))
    assert (spelt.severity, spelt.message.id) == (
        Severity.ANJURAN,
        "Ditulis lain: “04 Sept. 2012”; di spesifikasinya “4 September 2012”.",
    )
    assert one((IDENTITY, cell("C2", "5 September 2012"))).severity is Severity.WAJIB


def test_items_marked_otherwise_are_advice() -> None:
    text = next(text for text in identity_texts() if text.startswith("1. PP Nomor"))
    found = one((IDENTITY, cell("A11", re.sub(r"(?m)^(\d)\.", lambda mark: "-abc"[int(mark[1])] + ".", text))))
    assert found.severity is Severity.ANJURAN


def test_a_row_put_into_the_form_is_one() -> None:
    row = next(row for (row, _), text in sorted(identity().cells.items()) if text == "Disahkan oleh") + 1
    found = one((IDENTITY, row_added(row, {"B": "Tanggal Kedaluwarsa", "C": "1 Januari 2030"})))
    assert found.message.id == "Lembar “Identitas”: baris “Tanggal Kedaluwarsa 1 Januari 2030” disisipkan."
    assert found.where is not None
    assert found.where.id.startswith("hal. 1, ")


def test_a_row_below_the_form_belongs_to_no_box() -> None:
    row = max(row for row, _ in identity().cells) + 2
    note = f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>Paraf: Kepala Bagian</t></is></c></row></sheetData>'
    found = one((IDENTITY, lambda sheet: sheet.replace("</sheetData>", note)))
    assert "ditambahkan di luar tabel: “Paraf: Kepala Bagian”" in found.message.id
