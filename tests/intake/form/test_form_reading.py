"""A form is a spec: the same data, the same refusals, places as cells."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest

from sopgen.diagnostics import Refusal
from sopgen.intake import MemorySource, load_spec
from tests.generator import generate
from tests.growth import LINEAR, growth
from tests.intake.form.form_samples import NAME, SPEC, changed, form_of, hand_made, read

STEPS = [
    ["No", "Uraian", "Pelaksana", "Jawaban", "Ke langkah", "Jawaban 2", "Ke langkah 2", "Durasi", "Keluaran"],
    [1, "Menerima berkas", "Loket", None, None, None, None, "5 menit", "Berkas"],
    [None] * 9,
    [2, "Memeriksa berkas", "Kepala Seksi", "Lengkap", "selesai", "Tidak lengkap", "kembali ke 1", 10, "Paraf"],
]
LANES = [["Nama"], ["Loket"], ["Kepala Seksi"]]


def refused(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(Refusal) as raised:
        read(data)
    return [(d.span.place if d.span else "", d.code) for d in raised.value.diagnostics]


@pytest.mark.parametrize("seed", range(6))
def test_a_spec_and_its_form_say_the_same(seed: int) -> None:
    text = generate(seed, steps=(3, 12), lanes=(2, 6))
    assert read(form_of(text)).sop == load_spec(MemorySource("a.sop.yaml", text.encode())).sop


def test_a_form_has_the_same_bytes_every_time() -> None:
    assert form_of() == form_of.__wrapped__()


def test_what_has_no_cell_is_kept_and_follows_its_row() -> None:
    text = SPEC.replace("{Ya: 4, Tidak: 2}", "{Ya: 4, Tidak: {ke: 1, rute: {keluar: kiri, lewat: {2: kiri}}}}")
    text += "tampilan: {kertas: F4, label: {no: Nomor}}\nabaikan:\n  - {aturan: KEG-01, kegiatan: 4, alasan: x}\n"
    data = form_of(text)
    before = load_spec(MemorySource("a.sop.yaml", text.encode())).sop
    assert read(data).sop == before

    def insert(book: Any) -> None:
        book["Kegiatan"].insert_rows(6)
        book["Kegiatan"]["B6"], book["Kegiatan"]["C6"] = "Mencatat", "analis"

    after = read(changed(insert, data)).sop
    assert after.tampilan == before.tampilan
    assert after.abaikan[0].kegiatan == 5
    assert [way.ke for way in after.kegiatan[3].arah] == [5, 1]
    route = after.kegiatan[3].arah[1].rute
    assert route is not None
    assert route.lewat == ((3, "kiri"),)


def test_rows_put_in_between_move_no_arrow_and_are_told() -> None:
    def insert(book: Any) -> None:
        book["Kegiatan"].insert_rows(6)
        book["Kegiatan"]["B6"], book["Kegiatan"]["C6"] = "Mencatat penugasan", "analis"

    loaded = read(changed(insert))
    assert [way.ke for way in loaded.sop.kegiatan[3].arah] == [5, 3]
    assert [(span.place, remark.id[-9:]) for span, remark in loaded.remarks] == [
        ("Kegiatan!H8", "dibaca 5."),
        ("Kegiatan!J8", "dibaca 3."),
    ]


def test_a_step_put_in_other_words_keeps_its_number() -> None:
    def reword(book: Any) -> None:
        book["Kegiatan"]["B6"] = "Mengonsep laporan kegiatan konsinyering, lalu mencetak"

    assert [way.ke for way in read(changed(reword)).sop.kegiatan[2].arah] == [4, 2]


@pytest.mark.parametrize(
    ("typed", "number"),
    [("2", 2), (2, 2), ("selesai", None), ("kembali ke 2", 2), ("No. 2", 2), ("2 · Mengonsep", 2), ("2. Mengonsep", 2)],
)
def test_targets_as_people_type_them(typed: object, number: int | None) -> None:
    def put(book: Any) -> None:
        book["Kegiatan"]["J7"] = typed

    assert read(changed(put)).sop.kegiatan[2].arah[1].ke == number


def test_words_that_mean_no_step_are_named_with_their_cell() -> None:
    def put(book: Any) -> None:
        book["Kegiatan"]["J7"] = "2 · Menghitung anggaran"

    assert refused(changed(put)) == [("Kegiatan!J7", "BACA-28")]


def test_everything_wrong_is_told_at_once_with_its_cell() -> None:
    def spoil(book: Any) -> None:
        book["Identitas"]["B5"] = None
        book["Kegiatan"]["C5"] = "juru tulis"
        book["Kegiatan"]["B8"] = None
        book["Isi kotak"]["A20"], book["Isi kotak"]["B20"] = "Kotak hitam", "x"

    assert refused(changed(spoil)) == [
        ("Identitas!B5", "BACA-20"),
        ("'Isi kotak'!A20", "BACA-22"),
        ("Kegiatan!C5", "BACA-29"),
        ("Kegiatan!B8", "BACA-20"),
    ]


@pytest.mark.parametrize(
    ("cell", "value", "place"),
    [
        ("Kegiatan!N6", date(2026, 1, 15), "Kegiatan!N6"),
        ("Kegiatan!N6", "#REF!", None),
        ("Kegiatan!N6", "=1+1", "Kegiatan!N6"),
        ("Identitas!B22", 196001011985031001, "Identitas!B22"),
    ],
)
def test_what_the_program_made_of_a_text_is_named(cell: str, value: object, place: str | None) -> None:
    sheet, _, at = cell.partition("!")

    def put(book: Any) -> None:
        book[sheet][at] = value
        if value == "#REF!":
            book[sheet][at].data_type = "e"
        elif not isinstance(value, str):
            book[sheet][at].number_format = "dd/mm/yyyy" if isinstance(value, date) else "General"

    assert refused(changed(put)) == [(place or "Kegiatan!N6", "BACA-47")]


@pytest.mark.parametrize(
    ("value", "shape", "printed"),
    [
        (0.5, "0%", "50%"),
        (7, "000", "007"),
        (1.5, "General", "1,5"),
        (1000, "General", "1000"),
        (True, "General", "ya"),
    ],
)
def test_numbers_are_read_as_they_are_seen(value: object, shape: str, printed: str) -> None:
    def put(book: Any) -> None:
        book["Kegiatan"]["N6"] = value
        book["Kegiatan"]["N6"].number_format = shape

    assert read(changed(put)).sop.kegiatan[1].kelengkapan.teks == printed


def test_dates_are_dates_however_they_are_typed() -> None:
    def put(book: Any) -> None:
        sheet = book["Identitas"]
        sheet["B15"], sheet["B16"], sheet["B17"] = date(2018, 10, 15), "-", "15 Oktober 2018"

    when = read(changed(put)).sop.tanggal
    assert (str(when.pembuatan), when.revisi, str(when.efektif)) == ("2018-10-15", "-", "2018-10-15")


def test_a_form_of_somebodys_own() -> None:
    data = hand_made({"Data": [["halo"]], "Alur": [["Judul lembar"], [], *STEPS], "Pelaku": LANES})
    with pytest.raises(Refusal) as raised:
        read(data)
    assert [d.code for d in raised.value.diagnostics] == ["BACA-20"]  # judul alone is missing
    identity = [["Nama SOP", "Penerimaan Berkas"], ["Unit kerja", "Loket\nSatu"], ["Tgl Pembuatan", date(2020, 1, 2)]]
    sop = read(hand_made({"Alur": STEPS, "Pelaku": LANES, "Identitas": identity})).sop
    assert sop.judul == "Penerimaan Berkas"
    assert sop.unit == ("Loket", "Satu")
    assert [lane.id for lane in sop.pelaksana] == ["loket", "kepala_seksi"]
    assert [step.waktu for step in sop.kegiatan] == ["5 menit", "10"]
    assert [(way.label, way.ke) for way in sop.kegiatan[1].arah] == [("Lengkap", None), ("Tidak lengkap", 1)]


def test_ticks_in_executor_columns() -> None:
    steps = [
        ["No", "Kegiatan", "Loket", "Kepala Seksi", "Bentuk bersama"],
        [1, "Menerima berkas", "x", None, None],
        [2, "Membahas berkas", "v", "P", "rapat"],
    ]
    identity = [["Judul SOP", "Penerimaan"], ["Nomor SOP", "1"], ["Jenis", "teknis"]]
    sop = read(hand_made({"Identitas": identity, "Pelaksana": LANES, "Kegiatan (matriks)": steps})).sop
    assert [step.pelaksana for step in sop.kegiatan] == [("loket",), ("kepala_seksi", "loket")]


def test_the_form_is_found_by_what_it_is_called_and_holds() -> None:
    with pytest.raises(Refusal) as raised:
        read(b"PK\x03\x04 rusak")
    assert raised.value.diagnostics[0].code == "BACA-04"
    with pytest.raises(Refusal) as raised:
        read(hand_made({"Data": [["halo"]]}))
    assert raised.value.diagnostics[0].message.id == "Lembar Kegiatan tidak ditemukan."
    with pytest.raises(Refusal) as raised:
        read(form_of(), "a.xlsx")
    assert raised.value.diagnostics[0].code == "BACA-04"
    assert read(form_of(), NAME.upper()).sop.judul == "Pembuatan Laporan"


SERVICE_SPEC = (
    SPEC
    + """\
pelayanan:
  persyaratan:
    - Kartu identitas
    - |
      Surat kuasa
      bermeterai
  jangka_waktu: 10 hari kerja
  biaya: Tidak dipungut biaya
  pengaduan:
    - Kotak saran
  jam: "08.00"
riwayat:
  - {revisi: 1, tanggal: 2026-01-05, bagian: kegiatan 2, semula: 1 jam, menjadi: _x0041_, alasan: Hasil evaluasi}
  - {revisi: 2, menjadi: "2 jam"}
status: dicabut
digantikan_oleh: SOP-2
"""
)


def test_the_service_and_the_history_have_sheets_of_their_own() -> None:
    data = form_of(SERVICE_SPEC)
    before = load_spec(MemorySource("a.sop.yaml", SERVICE_SPEC.encode())).sop
    assert read(data).sop == before

    def change(book: Any) -> None:
        service, history = book["Pelayanan"], book["Riwayat"]
        service["B6"], service["B13"] = "5 hari kerja", "- Loket 1\n- Loket 2"
        history["A7"], history["B7"], history["E7"] = 3, date(2026, 3, 1), "3 jam"

    after = read(changed(change, data)).sop
    assert after.pelayanan.jangka_waktu.lama == "5 hari kerja"
    assert after.pelayanan.kanal.butir == ("Loket 1", "Loket 2")
    assert after.pelayanan.persyaratan == before.pelayanan.persyaratan
    assert [(each.revisi, each.tanggal, each.menjadi) for each in after.riwayat][1:] == [
        ("2", None, "2 jam"),
        ("3", date(2026, 3, 1), "3 jam"),
    ]
    assert after.riwayat[:2] == before.riwayat


def test_what_is_wrong_there_is_named_with_its_cell() -> None:
    def put(book: Any) -> None:
        book["Riwayat"]["B5"], book["Riwayat"]["E5"] = "kemarin", "x"
        book["Identitas"]["B24"] = "hampir"

    assert refused(changed(put)) == [("Identitas!B24", "BACA-22"), ("Riwayat!B5", "BACA-23")]


def test_the_first_sheet_shows_a_finished_flow_in_words_too() -> None:
    with zipfile.ZipFile(io.BytesIO(form_of())) as archive:
        assert archive.read("xl/media/image1.png").startswith(b"\x89PNG")
        assert "Contoh alur yang sudah jadi" in archive.read("xl/drawings/drawing1.xml").decode()
        assert not any(b"customHeight" in archive.read(name) for name in archive.namelist() if "worksheets" in name)


def test_a_cell_or_a_list_too_long_is_named_with_its_place() -> None:
    def fill(book: Any) -> None:
        book["Identitas"]["B5"] = "x" * 30_000
        book["Kegiatan"]["B5"] = "x" * 30_000
        for row in range(20, 2_000):
            book["Isi kotak"].cell(row, 1, "Dasar hukum")
            book["Isi kotak"].cell(row, 2, "UU")

    found = refused(changed(fill))
    assert found == [("Identitas!B5", "BACA-48"), ("'Isi kotak'!B20", "BACA-26"), ("Kegiatan!B5", "BACA-48")]


@pytest.mark.parametrize("count", [800, pytest.param(3_000, marks=pytest.mark.slow)])
def test_steps_without_end_that_each_point_at_another_in_words(count: int) -> None:
    """Held against all others one by one, 8,000 took half a minute."""
    head = ["Uraian kegiatan", "Pelaksana", "Jawaban 1", "Ke langkah"]

    def told(count: int) -> set[str]:
        steps = [[f"Mencatat surat {at}", "Loket", "Ya", f"{at} · Mencatat surat {at}"] for at in range(count)]
        with pytest.raises(Refusal) as raised:
            read(hand_made({"Alur": [head, *steps], "Pelaku": LANES}))
        return {each.message.id for each in raised.value.diagnostics}

    assert growth(told, count // 8, count) < LINEAR
    assert (count > 1_000) == (f"{count} kegiatan: terlalu banyak." in told(count))
