"""Entries and dates put into forms: what was asked is read back, all else stays byte by byte."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from sopgen.editing import EditFault
from sopgen.editing.forms import apply_to_form
from sopgen.intake.form.reading import read_form
from tests.intake.form.form_samples import SPEC, changed, form_of

ENTRY = {
    "revisi": "1",
    "tanggal": "2026-03-12",
    "bagian": "langkah 1, kolom Waktu & <Output> _x0041_",
    "semula": "5 menit; " + "a very long one " * 20 + "end",
    "menjadi": "=1+1",
    "alasan": "Evaluasi",
}
OPERATIONS = (
    {"op": "append", "path": ["riwayat"], "value": ENTRY},
    {"op": "set", "path": ["tanggal", "revisi"], "value": "2026-03-12"},
)
OLD_HISTORY = SPEC + "riwayat:\n  - {revisi: 1, tanggal: 2025-01-02, menjadi: lama}\n"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_operations(data: bytes, *operations: dict[str, Any]) -> Any:
    return read_form(apply_to_form(data, operations or OPERATIONS), "").data


def test_only_the_two_sheets_change_and_the_rest_of_them_stays() -> None:
    before = form_of()
    after = apply_to_form(before, OPERATIONS)
    old, new = parts(before), parts(after)
    different = {name for name in old if old[name] != new[name]}
    assert (list(old), different) == (list(new), {"xl/worksheets/sheet2.xml", "xl/worksheets/sheet10.xml"})
    for name in different:
        head, _, rest = old[name].partition(b"<sheetData>")
        new_head, _, new_rest = new[name].partition(b"<sheetData>")
        assert (head, rest.partition(b"</sheetData>")[2]) == (new_head, new_rest.partition(b"</sheetData>")[2])


def test_it_reads_back_as_it_was_said() -> None:
    data = with_operations(form_of())
    assert data["riwayat"] == [ENTRY]
    assert data["tanggal"]["revisi"] == "2026-03-12"
    later = with_operations(
        form_of(OLD_HISTORY),
        {"op": "append", "path": ["riwayat"], "value": {**ENTRY, "revisi": "2"}},
        {"op": "append", "path": ["riwayat"], "value": {"revisi": "2", "menjadi": "c"}},
        {"op": "set", "path": ["riwayat", 0], "value": {"revisi": "1", "menjadi": "baru"}},
    )
    assert [entry["menjadi"] for entry in later["riwayat"]] == ["baru", "=1+1", "c"]
    assert "tanggal" not in later["riwayat"][0]


def test_the_same_gives_the_same_bytes() -> None:
    assert apply_to_form(form_of(), OPERATIONS) == apply_to_form(form_of(), OPERATIONS)


def test_what_hands_did_to_the_sheet_stays() -> None:
    """Notes, a filter, own columns and sheets, a text below the table, merged cells."""

    def by_hand(book: Any) -> None:
        sheet = book["Riwayat"]
        sheet.insert_cols(3)
        sheet["C4"] = "Paraf"
        sheet["C6"] = "sudah"
        sheet.row_dimensions[7].height = 40
        sheet.merge_cells("A8:H9")
        sheet.auto_filter.ref = "A4:G20"
        book.create_sheet("Catatan saya")["A1"] = "jangan hilang"
        book["Identitas"].column_dimensions["B"].width = 33

    before = changed(by_hand, form_of())
    after = apply_to_form(before, (*OPERATIONS, OPERATIONS[0], OPERATIONS[0]))
    tree = read_form(after, "")
    rows = [tree.spans["riwayat", index].line for index in range(3)]
    assert rows == [5, 7, 10]  # neither beside what stands there nor into merged cells
    old, new = parts(before), parts(after)
    assert {name for name in old if old[name] != new[name]} == {"xl/worksheets/sheet2.xml", "xl/worksheets/sheet10.xml"}
    assert b'<mergeCell ref="A8:H9"' in new["xl/worksheets/sheet10.xml"]


def test_a_sheet_without_room_or_in_other_words_is_used() -> None:
    """More entries than rows that were made ready; dates of a sheet that counts none are texts."""
    many = [{"op": "append", "path": ["riwayat"], "value": {**ENTRY, "revisi": str(n)}} for n in range(1, 41)]
    assert len(with_operations(form_of(), *many)["riwayat"]) == 40

    def plain(book: Any) -> None:
        del book["Riwayat"]
        sheet = book.create_sheet("Riwayat")
        for column, word in enumerate(("Revisi", "Tgl", "Bagian", "Sebelum", "Sesudah", "Alasan"), start=1):
            sheet.cell(1, column, word)

    assert with_operations(changed(plain))["riwayat"] == [ENTRY]


def test_days_count_from_where_the_workbook_counts() -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def of_a_mac(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904

    assert with_operations(changed(of_a_mac))["riwayat"] == [ENTRY]


@pytest.mark.parametrize("prefix", [b"x:", b""])
def test_names_may_have_a_prefix(prefix: bytes) -> None:
    """As some programs write them."""
    told = parts(form_of())
    name = "xl/worksheets/sheet10.xml"
    sheet = told[name].replace(b"<", b"<" + prefix).replace(b"<" + prefix + b"/", b"</" + prefix)
    sheet = sheet.replace(b"<" + prefix + b"?", b"<?").replace(b" xmlns=", b" xmlns:x=" if prefix else b" xmlns=")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for each, data in told.items():
            archive.writestr(each, sheet if each == name else data)
    assert with_operations(target.getvalue())["riwayat"] == [ENTRY]


def _formula(book: Any) -> None:
    book["Identitas"]["B16"] = "=TODAY()"


def _no_column(book: Any) -> None:
    book["Riwayat"]["C4"] = None


def _no_line(book: Any) -> None:
    book["Identitas"]["A16"] = "Hari revisi"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_formula, "Identitas!B16 berisi rumus"),
        (_no_column, "tidak memuat kolom “Bagian yang diubah”"),
        (_no_line, "tidak memuat baris “Tanggal revisi”"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(spoil: Any, told: str) -> None:
    with pytest.raises(EditFault) as refused:
        apply_to_form(changed(spoil), OPERATIONS)
    assert told in refused.value.message.id


def test_a_signed_workbook_stays_signed() -> None:
    target = io.BytesIO(form_of())
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", b"<Signature/>")
    with pytest.raises(EditFault, match="digital signature"):
        apply_to_form(target.getvalue(), OPERATIONS)


def test_a_sheet_that_does_not_say_where_its_cells_stand_is_not_guessed_at() -> None:
    told = parts(form_of())
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for each, data in told.items():
            archive.writestr(each, data.replace(b'<c r="A5" ', b"<c ") if each.endswith("sheet10.xml") else data)
    with pytest.raises(EditFault, match="cannot be edited"):
        apply_to_form(target.getvalue(), OPERATIONS)
