"""Filled forms read back, as Excel and people leave them."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest

from sopgen.bureau.standing import key_of
from sopgen.diagnostics import Refusal
from sopgen.intake.monitoring import Monev
from sopgen.intake.sop import Isi, Kegiatan, Pelaksana, Pengesahan, Sop
from sopgen.papers.evaluation import QUESTIONS, evaluation_paper
from sopgen.papers.filled import read_filled, standings
from sopgen.papers.monitoring import monitoring_paper
from sopgen.render.xlsx.paper import render_paper


def a_sop(judul, nomor=""):
    return Sop(judul, (Pelaksana("a", "Staf"),), (Kegiatan(1, Isi("Menulis"), ("a",), ()),), nomor)


SOPS = [a_sop("Pertama", "SOP-1"), a_sop("Kedua", "SOP-2"), a_sop("Tanpa nomor")]


def filled(paper, rows, assessed=None):
    """The paper's workbook with values put under headings: `rows` by title, then by heading."""
    book = openpyxl.load_workbook(BytesIO(render_paper(paper)))
    sheet = book.active
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    for title, values in rows.items():
        for heading, value in values.items():
            sheet.cell(cells[title].row, cells[heading].column).value = value
    if assessed is not None:
        label = cells["Tanggal penilaian:"]
        beside = next(cell for cell in sheet[label.row][label.column :] if type(cell).__name__ == "Cell")
        beside.value = assessed
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def monitored(rows, assessed=None):
    return filled(monitoring_paper(SOPS, Monev(), spreadsheet=True), rows, assessed)


def evaluated(rows, assessed=None):
    return filled(evaluation_paper(SOPS, Monev(), spreadsheet=True), rows, assessed)


def faults(data):
    with pytest.raises(Refusal) as refused:
        read_filled(data, "isian.xlsx")
    return [(each.code, each.span.place, each.message.id) for each in refused.value.diagnostics]


def test_an_empty_form_assesses_nothing():
    found = read_filled(render_paper(monitoring_paper(SOPS, Monev(), spreadsheet=True)), "isian.xlsx")
    assert [(each.title, each.number, each.good) for each in found] == [
        ("Pertama", "SOP-1", None),
        ("Kedua", "SOP-2", None),
        ("Tanpa nomor", "", None),
    ]
    assert standings(found) == {}


@pytest.mark.parametrize("make", [monitoring_paper, evaluation_paper])
def test_who_assessed_signs_below_the_table_and_is_no_sop(make):
    monev = Monev(penilai=Pengesahan(nama="Budi Contoh", jabatan="Kepala Bagian"), tempat="Contoh")
    data = render_paper(make(SOPS, monev, spreadsheet=True))
    said = [str(cell.value) for row in openpyxl.load_workbook(BytesIO(data)).active for cell in row if cell.value]

    below = said[said.index("Tanpa nomor") :]
    assert below.index("Penilai,") < below.index("Kepala Bagian,") < below.index("Budi Contoh")
    assert [each.title for each in read_filled(data, "isian.xlsx")] == [sop.judul for sop in SOPS]


def test_monitoring_comes_back_as_it_was_filled():
    rows = {
        "Pertama": {"Penilaian terhadap penerapan": "Berjalan dengan baik"},
        "Kedua": {
            "Penilaian terhadap penerapan": " tidak berjalan  dengan baik ",
            "Catatan hasil penilaian": "Loket tutup",
            "Tindakan yang harus diambil": "Buka loket",
            "Batas waktu": datetime(2026, 9, 30),  # noqa: DTZ001 - a spreadsheet's day
        },
    }
    first, second, third = read_filled(monitored(rows, datetime(2026, 6, 30)), "isian.xlsx")  # noqa: DTZ001
    assert (first.good, first.told) == (True, "Berjalan dengan baik (30 Juni 2026)")
    assert (second.good, second.notes, second.action) == (False, "Loket tutup", "Buka loket")
    assert second.deadline == date(2026, 9, 30)
    assert (third.good, third.told) == (None, "")


@pytest.mark.parametrize("written", ["30-06-2026", "30/6/2026", "2026-06-30", "30 Juni 2026", "30 juni  2026"])
def test_a_day_may_be_written_in_words(written):
    rows = {"Pertama": {"Penilaian terhadap penerapan": "Berjalan dengan baik"}}
    assert read_filled(monitored(rows, written), "isian.xlsx")[0].assessed == date(2026, 6, 30)


def test_evaluation_tells_which_questions_were_answered_no():
    yes = dict.fromkeys(QUESTIONS, "Ya")
    rows = {
        "Pertama": yes,
        "Kedua": {**yes, QUESTIONS[1]: "Tidak", QUESTIONS[4]: "tidak"},
        "Tanpa nomor": {QUESTIONS[0]: "Ya"},
    }
    first, second, third = read_filled(evaluated(rows), "isian.xlsx")
    assert (first.good, first.told) == (True, "Ya pada semua pertanyaan")
    assert (second.good, second.refused, second.told) == (False, (2, 5), "Tidak pada pertanyaan 2, 5")
    assert (third.good, third.told) == (None, "6 pertanyaan belum dijawab")


def test_every_cell_that_cannot_be_taken_is_told_with_its_place():
    rows = {
        "Pertama": {"Penilaian terhadap penerapan": "lumayan", "Batas waktu": "besok"},
        "Kedua": {"Penilaian terhadap penerapan": "Berjalan dengan baik", "Batas waktu": "31-02-2026"},
    }
    assert faults(monitored(rows)) == [
        ("BACA-22", "Monitoring!D11", "`lumayan` bukan pilihan di sini."),
        ("BACA-23", "Monitoring!G11", "`besok` bukan tanggal."),
        ("BACA-23", "Monitoring!G12", "`31-02-2026` bukan tanggal."),
    ]


def test_what_is_no_filled_form_is_refused():
    book = openpyxl.Workbook()
    book.active["A1"] = "Prosedur"
    target = BytesIO()
    book.save(target)
    assert [message for *_, message in faults(target.getvalue())] == [
        "Tidak ada formulir monitoring atau evaluasi di dalamnya."
    ]
    assert [message for *_, message in faults(b"%PDF-1.7")] == ["Bukan buku kerja XLSX, atau berkasnya rusak."]


def test_a_sop_named_twice_is_refused():
    book = openpyxl.load_workbook(BytesIO(monitored({})))
    sheet = book.active
    row = next(cell.row for line in sheet.iter_rows() for cell in line if cell.value == "Kedua")
    sheet.cell(row, 3).value = "sop-1 "
    target = BytesIO()
    book.save(target)
    assert [message for *_, message in faults(target.getvalue())] == ["SOP sop-1 sudah ada di baris 11."]


def test_the_last_assessment_of_each_kind_counts():
    good = {"Penilaian terhadap penerapan": "Berjalan dengan baik"}
    bad = {"Penilaian terhadap penerapan": "Tidak berjalan dengan baik", "Tindakan yang harus diambil": "Perbaiki"}
    found = [
        *read_filled(monitored({"Pertama": good, "Kedua": bad}, "31-12-2026"), "b.xlsx"),
        *read_filled(monitored({"Pertama": bad, "Kedua": good}, "30-06-2026"), "a.xlsx"),
        *read_filled(
            evaluated({"Pertama": {QUESTIONS[2]: "Tidak", "Batas waktu": "01-02-2027"}}, "15-01-2027"), "c.xlsx"
        ),
    ]
    told = standings(found)
    assert set(told) == {key_of("SOP-1"), key_of("SOP-2")}
    first, second = told[key_of("SOP-1")], told[key_of("SOP-2")]
    assert (first.revise, first.monitoring, first.evaluation, first.deadline) == (
        True,
        "Berjalan dengan baik (31 Desember 2026)",
        "Tidak pada pertanyaan 3 (15 Januari 2027)",
        date(2027, 2, 1),
    )
    assert (second.revise, second.action, second.monitored) == (True, "Perbaiki", date(2026, 12, 31))
