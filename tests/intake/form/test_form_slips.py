"""What people do to a form that changes what it says: it is read as it was meant, told, or named with its cell."""

from __future__ import annotations

from typing import Any

import pytest

from sopgen.diagnostics import Refusal
from sopgen.intake import Loaded
from tests.intake.form.form_samples import SPEC, changed, form_of, hand_made, read
from tests.intake.form.form_variants import by_openpyxl, seen

LANES = [["Nama"], ["Loket"], ["Kepala Seksi"]]
IDENTITY = [["Judul SOP", "Penerimaan Berkas"], ["Nomor SOP", "1"], ["Jenis", "teknis"]]


def told(loaded: Loaded) -> list[tuple[str, str]]:
    return [(span.place, remark.id) for span, remark in loaded.remarks]


def refused(data: bytes) -> list[tuple[str, str, str]]:
    with pytest.raises(Refusal) as raised:
        read(data)
    return [(d.span.place if d.span else "", d.code, d.message.id) for d in raised.value.diagnostics]


def ways(loaded: Loaded) -> dict[int, list[int | None]]:
    """Number of a step → where its arrows lead, where not just below."""
    return {step.nomor: [way.ke for way in step.arah] for step in loaded.sop.kegiatan if len(step.arah) > 1}


ROUTED = SPEC.replace("{Ya: 4, Tidak: 2}", "{Ya: 4, Tidak: {ke: 2, rute: {keluar: kiri}}}")


@pytest.mark.parametrize("copy_above", [True, False])
def test_a_copied_row_has_its_code_no_longer(copy_above: bool) -> None:
    """The one of both whose words are those of the spec keeps what no cell can hold."""

    def copy(book: Any) -> None:
        sheet = book["Kegiatan"]
        sheet.insert_rows(7)
        own, other = (8, 7) if copy_above else (7, 8)
        for column in range(2, 21):
            sheet.cell(7, column).value = sheet.cell(8, column).value
        sheet["H7"] = 4
        sheet.cell(other, 2).value = "Memeriksa lampiran. Jika lengkap …; jika tidak …"
        assert sheet.cell(own, 20).value == sheet.cell(other, 20).value == "#3"

    loaded = read(changed(copy, form_of(ROUTED)))
    kept = next(
        step for step in loaded.sop.kegiatan if step.uraian.teks == "Memeriksa konsep. Jika setuju …; jika tidak …"
    )
    assert ways(loaded) == {3: [4, 2], 4: [5, 2]}
    assert [step.nomor for step in loaded.sop.kegiatan if any(way.rute for way in step.arah)] == [kept.nomor]


def test_a_code_that_is_lost_comes_back_with_its_words() -> None:
    text = ROUTED.replace("  - uraian: Mengarsipkan", "  - id: arsip\n    uraian: Mengarsipkan")

    def empty(book: Any) -> None:
        for row in range(5, 12):
            book["Kegiatan"].cell(row, 20).value = None

    sop = read(changed(empty, form_of(text))).sop
    assert [step.id for step in sop.kegiatan] == [None, None, None, "arsip"]
    assert sop.kegiatan[2].arah[1].rute is not None


def test_what_was_accepted_for_a_step_that_is_gone_is_named() -> None:
    text = SPEC + "abaikan:\n  - {aturan: KEG-01, kegiatan: 4, alasan: x}\n  - {aturan: MB-01, alasan: y}\n"

    def delete(book: Any) -> None:
        sheet = book["Kegiatan"]
        sheet["H7"] = "selesai"
        for column in range(2, 21):
            sheet.cell(8, column).value = None

    message = "Kegiatan `4 · Mengarsipkan` tidak ada."
    assert refused(changed(delete, form_of(text))) == [("'Temuan diterima'!B5", "BACA-28", message)]


def test_what_has_no_cell_stays_beside_what_is_typed_first() -> None:
    """A map of the spec none of whose keys had a cell."""
    text = SPEC + "tampilan: {nomor_kolom: true}\n"
    text = text.replace("    output:", "    publik: {ikon: ajukan}\n    output:")

    def add(book: Any) -> None:
        rows = {row[0].value: row[1] for row in book["Identitas"].iter_rows()}
        rows["Cetak riwayat"].value = "ya"
        book["Bagi pemohon"]["B5"] = "Terima laporan"

    sop = read(changed(add, form_of(text))).sop
    assert (sop.tampilan.riwayat, sop.tampilan.nomor_kolom) == (True, True)
    assert sop.kegiatan[3].publik[:3] == ("Terima laporan", "", "ajukan")


def test_words_for_applicants_of_no_step_or_twice_are_named() -> None:
    def add(book: Any) -> None:
        sheet = book["Bagi pemohon"]
        sheet["A5"], sheet["B5"] = 2, "Ajukan"
        sheet["A6"], sheet["B6"] = "2 · Mengonsep", "Ajukan lagi"
        sheet["A7"], sheet["B7"] = "12", "Terima"
        sheet["B8"] = "Bayar"

    assert refused(changed(add)) == [
        ("'Bagi pemohon'!A6", "BACA-14", "Kegiatan 2 ditulis dua kali di sini."),
        ("'Bagi pemohon'!A7", "BACA-28", "Kegiatan yang dimaksud tidak ada."),
        ("'Bagi pemohon'!A8", "BACA-28", "Kegiatan yang dimaksud tidak ada."),
    ]


def test_columns_and_lines_that_nobody_reads_are_told() -> None:
    def add(book: Any) -> None:
        steps, identity = book["Kegiatan"], book["Identitas"]
        steps["U4"], steps["U6"] = "Catatan rapat", "tanya Kabag"
        steps["V7"] = "lihat lampiran"
        identity["A40"], identity["B40"] = "Kode arsip", "OT.01"

    assert told(read(changed(add))) == [
        ("Identitas!A40", "Isian `Kode arsip` tidak dikenal; tidak dibaca."),
        ("Kegiatan!U4", "Kolom `Catatan rapat` tidak dikenal; isinya tidak dibaca."),
        ("Kegiatan!V4", "Kolom V tanpa judul; isinya tidak dibaca."),
    ]


def test_a_note_beside_empty_rows_makes_no_step() -> None:
    def add(book: Any) -> None:
        book["Kegiatan"]["V30"] = "jangan lupa"

    assert len(read(changed(add)).sop.kegiatan) == 4


def test_a_copy_of_the_sheet_of_steps_is_told() -> None:
    book = seen(form_of())
    book["Kegiatan (2)"] = [list(row) for row in book["Kegiatan"]]
    assert told(read(by_openpyxl(book))) == [("'Kegiatan (2)'!B5", "Lembar ini juga berisi kegiatan; tidak dibaca.")]


def test_steps_on_both_sheets_are_refused() -> None:
    def fill(book: Any) -> None:
        book["Kegiatan (matriks)"]["B6"] = "Mencatat"

    message = "Lembar `Kegiatan` dan `Kegiatan (matriks)` sama-sama berisi kegiatan."
    assert refused(changed(fill)) == [("'Kegiatan (matriks)'!B6", "BACA-47", message)]


def test_a_tick_that_is_none_is_named() -> None:
    steps = [
        ["No", "Kegiatan", "Loket", "Kepala Seksi", "Bentuk bersama"],
        [1, "Membahas berkas", "x", "ikut", "rapat"],
    ]
    data = hand_made({"Identitas": IDENTITY, "Pelaksana": LANES, "Kegiatan (matriks)": steps})
    assert refused(data) == [("'Kegiatan (matriks)'!D2", "BACA-47", "Tanda `ikut` tidak dikenal.")]


NUMBERED = [
    ["No", "Uraian", "Pelaksana", "Jawaban 1", "Ke langkah 1", "Jawaban 2", "Ke langkah 2"],
    [1, "Menerima berkas", "Loket"],
    [None, "Mencatat berkas", "Loket"],
    [2, "Memeriksa berkas", "Kepala Seksi", "Ya", 3, "Tidak", 1],
    [3, "Mengarsipkan berkas", "Loket"],
]


def numbered(rows: list[list[Any]]) -> bytes:
    return hand_made({"Identitas": IDENTITY, "Pelaksana": LANES, "Kegiatan": rows})


def test_a_number_means_the_row_that_has_it() -> None:
    """As it is seen, where a row was put in and the numbers are no formulas."""
    loaded = read(numbered(NUMBERED))
    assert ways(loaded) == {3: [4, 1]}
    assert told(loaded) == [("Kegiatan!E4", "Nomor 3 di kolom No kini kegiatan 4; dibaca 4.")]


def test_a_number_that_two_rows_have_is_named() -> None:
    rows = [*NUMBERED[:2], [1, "Mencatat berkas", "Loket"], *NUMBERED[3:]]
    assert ("Kegiatan!G4", "BACA-28", "`1` dapat berarti kegiatan 1 atau 2.") in refused(numbered(rows))


def test_a_bureaus_own_table_of_ticks() -> None:
    """Heads over two rows, ticks that say START and DECISION, answers in the headings."""
    head = ["NO", "URAIAN KEGIATAN", "PELAKSANA", None, "MUTU BAKU", None, None, "KET", "LANJUT KE", None]
    below = [
        None,
        None,
        "Loket",
        "Kepala Seksi",
        "Kelengkapan",
        "Waktu",
        "Output",
        None,
        "Lanjut ke No. (Ya)",
        "Lanjut ke No. (Tidak)",
    ]
    rows = [
        ["PROSEDUR PENERIMAAN"],
        [],
        head,
        below,
        [1, "Menerima berkas", "START", None, "Berkas", "5 menit", "Berkas", None, 2],
        [2, "Memeriksa berkas", None, "DECISION", "Berkas", "1 jam", "Paraf", None, 3, 1],
        [3, "Mengarsipkan berkas", "✔", None, "Berkas", "5 menit", "Arsip", "Selesai", "selesai"],
    ]
    loaded = read(hand_made({"Identitas": IDENTITY, "Pelaksana": LANES, "SOP": rows}))
    assert [step.pelaksana for step in loaded.sop.kegiatan] == [("loket",), ("kepala_seksi",), ("loket",)]
    assert [[(way.label, way.ke) for way in step.arah] for step in loaded.sop.kegiatan] == [
        [("", 2)],
        [("Ya", 3), ("Tidak", 1)],
        [("", None)],
    ]
    assert loaded.sop.kegiatan[2].keterangan.teks == "Selesai"
    assert loaded.remarks == ()


def test_one_plain_table_alone_says_what_is_missing() -> None:
    rows = [["No", "Uraian kegiatan", "Pelaksana", "Waktu"], [1, "Menerima berkas", "Loket", "5 menit"]]
    assert refused(hand_made({"Sheet1": rows})) == [
        ("Pelaksana!A1", "BACA-20", "Belum ada pelaksana."),
        ("Identitas!B5", "BACA-20", "Judul SOP belum diisi."),
    ]
