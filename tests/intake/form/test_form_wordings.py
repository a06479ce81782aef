"""A form is told of in the words of its sheets: no keys, no YAML."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import load_workbook

from sopgen.diagnostics import Refusal
from sopgen.intake import MemorySource, load_spec
from sopgen.render.form.workbook import render_form
from tests.intake.form.form_samples import SPEC, changed, form_of, read


def told(change: Callable[[Any], None], text: str = SPEC) -> list[tuple[str, str, str]]:
    with pytest.raises(Refusal) as raised:
        read(changed(change, form_of(text)))
    return [(d.span.place if d.span else "", d.message.id, d.remedy.id) for d in raised.value.diagnostics]


def cells(**values: object) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        for place, value in values.items():
            book["Kegiatan"][place] = value

    return change


CHOOSE = "Pilih langkahnya dari daftar di sel ini, atau tulis nomornya, atau selesai."
PASSED_BY = (
    "Tidak ada panah ke baris ini. Baru disisipkan? Pilih baris ini di Kegiatan!H7 (Ya), Kegiatan!J7 (Tidak), "
    "atau hapus barisnya."
)
NOTE = "Isi sel ini. Bila barisnya hanya catatan, pindahkan catatan itu ke lembar lain."


@pytest.mark.parametrize(
    ("change", "place", "message", "remedy"),
    [
        (cells(C6=None), "Kegiatan!C6", "Kegiatan 2: Pelaksana belum diisi.", NOTE),
        (cells(B20="Catatan: mohon dicek", C20=None), "Kegiatan!C20", "Kegiatan 5: Pelaksana belum diisi.", NOTE),
        (
            cells(C6="Kepala Bidan"),
            "Kegiatan!C6",
            "Pelaksana `Kepala Bidan` tidak dikenal.",
            "Mungkin maksudnya `Kepala Bidang`.",
        ),
        (
            cells(C6="Juru tulis"),
            "Kegiatan!C6",
            "Pelaksana `Juru tulis` tidak dikenal.",
            "Pilih dari daftar di sel ini (Kepala Bidang, Analis), atau tambahkan di lembar Pelaksana.",
        ),
        (
            cells(I7=None, J7=None),
            "Kegiatan!G7",
            "Baru satu jawaban yang terisi.",
            "Isi juga Jawaban 2 dan Ke langkah 2; bila tidak ada pilihan, kosongkan Jawaban 1 dan pakai Lanjut ke.",
        ),
        (cells(J7=None), "Kegiatan!J7", "Langkah untuk jawaban `Tidak` kosong.", CHOOSE),
        (cells(J7="9"), "Kegiatan!J7", "Kegiatan `9` tidak ada.", CHOOSE),
        (
            cells(M7="4"),
            "Kegiatan!M7",
            "Jawaban dan Lanjut ke terisi sekaligus.",
            "Kosongkan Lanjut ke; jawaban sudah menyebut langkahnya.",
        ),
        (
            cells(G8="Ya", H8="1", I8="Tidak", J8="2"),
            "Kegiatan!G8",
            "Kegiatan 4, yang terakhir, tidak punya cabang ke `selesai`.",
            "Pilih selesai pada salah satu jawabannya.",
        ),
        (
            cells(O6="1 jam", P6="menit"),
            "Kegiatan!P6",
            "Waktu `1 jam` sudah menyebut satuannya; di sini tertulis `menit`.",
            "Kosongkan sel ini, atau tulis angkanya saja di kolom Waktu.",
        ),
    ],
)
def test_what_is_wrong_with_a_step(change: Callable[[Any], None], place: str, message: str, remedy: str) -> None:
    assert (place, message, remedy) in told(change)


def test_a_row_that_no_arrow_leads_to_names_the_cells_that_pass_it_by() -> None:
    """The most common of all slips: a row put in where a decision's answer leads."""

    def insert(book: Any) -> None:
        book["Kegiatan"].insert_rows(8)
        book["Kegiatan"]["B8"], book["Kegiatan"]["C8"] = "Mencatat konsep", "analis"

    assert told(insert) == [
        (
            "Kegiatan!B8",
            "Kegiatan 4 tidak terjangkau dari kegiatan 1.",
            PASSED_BY,
        )
    ]


def test_an_empty_form_is_told_from_left_to_right() -> None:
    with pytest.raises(Refusal) as raised:
        read(render_form())
    assert [(d.span.place if d.span else "", d.message.id) for d in raised.value.diagnostics] == [
        ("Identitas!B5", "Judul SOP belum diisi."),
        ("Pelaksana!A5", "Belum ada pelaksana."),
        ("Kegiatan!A5", "Belum ada kegiatan."),
    ]


def test_a_day_that_is_none() -> None:
    def put(book: Any) -> None:
        book["Identitas"]["B15"] = "31/02/2012"

    ((place, _, remedy),) = told(put)
    assert (place, remedy) == ("Identitas!B15", "Ketik tanggal yang ada, misalnya 15/10/2018.")


def test_a_long_number_is_named_by_the_digits_that_are_left() -> None:
    def put(book: Any) -> None:
        book["Identitas"]["B22"] = 196001011985031001
        book["Identitas"]["B22"].number_format = "General"

    ((place, message, _),) = told(put)
    assert place == "Identitas!B22"
    assert message == "Angka `196001011985031…` terlalu panjang: program menyimpan 15 angka pertama saja."


def test_executors_whose_names_tell_nothing_apart_are_called_by_their_keys() -> None:
    """Two of one name, a name that is another's key, a column's heading, one too long: each leads to its own lane."""
    names = {
        "a": "Staf", "b": "Staf", "c": "a", "d": "Output", "e": "Kepala; Umum, dan Kepegawaian & Arsip", "f": "‹…›",
        "g": "Kepala Bagian " * 6, "h": "Kepala Bagian", "selesai": "7",
    }  # fmt: skip
    lanes = "".join(f"  {key}: {{nama: '{name.strip()}', kelompok: K{key}}}\n" for key, name in names.items())
    steps = "".join(f"  - {{uraian: Langkah {key}, pelaksana: {key}}}\n" for key in names)
    joint = "  - {uraian: Bersama, pelaksana: [h, a, e, b, d], bersama: rapat}\n"
    text = f"judul: J\npelaksana:\n{lanes}kegiatan:\n{steps}{joint}"
    form = form_of(text)
    assert read(form).sop == load_spec(MemorySource("a.sop.yaml", text.encode())).sop
    sheet = load_workbook(io.BytesIO(form))["Kegiatan"]
    called = [sheet.cell(row, 3).value for row in range(5, 5 + len(names))]
    assert called == ["a", "b", "c", "d", names["e"], "f", "g", "Kepala Bagian", "7"]


def test_an_executor_may_be_given_another_name_on_its_sheet_alone() -> None:
    def rename(book: Any) -> None:
        (cell,) = (each for row in book["Pelaksana"] for each in row if each.value == "Kepala Bidang")
        cell.value = "Kepala Bagian"

    loaded = read(changed(rename))
    assert [each.nama for each in loaded.sop.pelaksana] == ["Kepala Bagian", "Analis"]
    assert [step.pelaksana for step in loaded.sop.kegiatan] == [step.pelaksana for step in read(form_of()).sop.kegiatan]
    assert [(span.place, told.id) for span, told in loaded.remarks] == [
        ("Pelaksana!A5", "Lembar Kegiatan masih menyebut `Kepala Bidang`; dibaca `Kepala Bagian`.")
    ]
