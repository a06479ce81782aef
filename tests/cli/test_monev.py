from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]
LEAST = "judul: {}\nnomor: {}\nstatus: {}\npelaksana: {{a: Staf}}\nkegiatan:\n  - {{uraian: Menulis, pelaksana: a}}\n"


@pytest.fixture
def bureau(project):
    folder = project / "specs"
    folder.mkdir(exist_ok=True)
    for name, status in (("satu", "berlaku"), ("dua", "konsep"), ("tiga", "dicabut")):
        (folder / f"{name}.sop.yaml").write_text(LEAST.format(f"SOP {name}", f"S-{name}", status), encoding="utf-8")
    (project / "sopgen.yaml").write_text("monev: {tempat: Contoh, penilai: {nama: Nama Penilai}}\n", encoding="utf-8")
    return project


def test_forms_of_sops_in_force_and_what_is_left_out(sopgen, bureau):
    outcome = sopgen("monev", "--masa", "2026-1")
    assert outcome.code == 0, outcome.err
    made = sorted(path.name for path in (bureau / "output/monev").iterdir())
    assert made == [f"{sheet}.{form}" for sheet in ("evaluasi", "monitoring") for form in ("docx", "pdf", "xlsx")]
    assert outcome.err.splitlines() == [
        f"{sheet}: {status}, tidak dicantumkan: {name}.sop.yaml"
        for sheet in ("monitoring", "evaluasi")
        for status, name in (("dicabut", "tiga"), ("konsep", "dua"))
    ]
    assert outcome.out.splitlines()[0] == "1 SOP → output/monev/monitoring.pdf"


def test_the_same_again_is_the_same(sopgen, bureau):
    arguments = ("monev", "--lembar", "berita-acara", "--lembar", "monitoring", "--usulkan", "--date", "2026-01-10")
    assert sopgen(*arguments).code == 0
    first = {path.name: path.read_bytes() for path in (bureau / "output/monev").iterdir()}
    assert set(first) == {
        *(f"{sheet}.{form}" for sheet in ("berita-acara", "monitoring") for form in ("pdf", "docx", "xlsx")),
    }
    assert sopgen(*arguments).code == 0
    assert first == {path.name: path.read_bytes() for path in (bureau / "output/monev").iterdir()}


def test_a_form_that_was_filled_is_not_overwritten(sopgen, bureau):
    assert sopgen("monev", "--lembar", "monitoring", "--bentuk", "docx").code == 0
    target = bureau / "output/monev/monitoring.docx"
    target.write_bytes(target.read_bytes() + b" ")
    outcome = sopgen("monev", "--lembar", "monitoring", "--bentuk", "docx")
    assert outcome.code == 1
    assert "tidak ditimpa" in outcome.err


def test_a_spec_that_is_refused_is_told_and_the_others_are_listed(sopgen, bureau):
    (bureau / "specs/rusak.sop.yaml").write_text("judul: X\n", encoding="utf-8")
    outcome = sopgen("monev", "--lembar", "monitoring", "--bentuk", "pdf")
    assert outcome.code == 1
    assert "rusak.sop.yaml" in outcome.err
    assert (bureau / "output/monev/monitoring.pdf").exists()


def test_nothing_to_list_writes_nothing(sopgen, bureau):
    outcome = sopgen("--lang", "en", "monev", "specs/tiga.sop.yaml")
    assert outcome.code == 1
    assert "no sheet monitoring: there is no SOP to list" in outcome.err
    assert not (bureau / "output/monev").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--masa", "2026"), "--masa 2026: bukan semester"),
        (("--tanggal", "2026-02-31"), "--tanggal 2026-02-31: bukan tanggal"),
        (("--batas", "besok"), "--batas besok: bukan tanggal"),
        (("--lembar", "rapat"), "--lembar: nilai tidak dikenal"),
    ],
)
def test_what_the_command_line_cannot_mean(sopgen, bureau, arguments, told):
    outcome = sopgen("monev", *arguments)
    assert outcome.code == 2
    assert told in outcome.err


def fill(path, verdict, deadline="31-12-2026", assessed="30-06-2026", notes=None):
    """As a person does in a spreadsheet: the one SOP that is listed."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    row = cells["SOP satu"].row
    sheet.cell(row, cells["Penilaian terhadap penerapan"].column).value = verdict
    sheet.cell(row, cells["Tindakan yang harus diambil"].column).value = "Perbaiki langkah 1"
    sheet.cell(row, cells["Batas waktu"].column).value = deadline
    sheet.cell(row, cells["Catatan hasil penilaian"].column).value = notes
    label = cells["Tanggal penilaian:"]
    next(cell for cell in sheet[label.row][label.column :] if type(cell).__name__ == "Cell").value = assessed
    book.save(path)


@pytest.fixture
def form(sopgen, bureau):
    assert sopgen("monev", "--lembar", "monitoring", "--bentuk", "xlsx").code == 0
    return bureau / "output/monev/monitoring.xlsx"


def test_a_filled_form_is_summed_up(sopgen, form):
    fill(form, "Tidak berjalan dengan baik")
    outcome = sopgen("monev", "--baca", str(form))
    assert outcome.code == 0, outcome.err
    assert outcome.out.splitlines() == [
        "1 dari 1 SOP yang dinilai perlu direvisi",
        "  S-satu SOP satu: monitoring tidak berjalan dengan baik (30 Juni 2026)",
        "    tindak lanjut: Perbaiki langkah 1",
        "    batas: 31-12-2026",
    ]


def test_a_cell_that_cannot_be_taken_is_told_with_its_place(sopgen, form):
    fill(form, "lumayan")
    outcome = sopgen("--lang", "en", "monev", "--baca", str(form))
    assert outcome.code == 1
    assert "monitoring.xlsx:Monitoring!D" in outcome.err
    assert "`lumayan` is no choice here." in outcome.err


def test_the_index_shows_results_and_counts_from_them(sopgen, form, bureau):
    fill(form, "Tidak berjalan dengan baik")
    outcome = sopgen("index", "--date", "2026-07-10", "--monev", str(form))
    assert outcome.code == 0, outcome.err
    sheet = openpyxl.load_workbook(bureau / "output/indeks.xlsx").active
    heads = [cell.value for cell in sheet[3]]
    rows = {row[2].value: dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(4)}
    told = rows["SOP satu"]
    assert told["Hasil monitoring"] == "Tidak berjalan dengan baik (30 Juni 2026)"
    assert told["Perlu direvisi"] == "ya"
    assert told["Tindak lanjut"] == "Perbaiki langkah 1"
    assert told["Batas tindak lanjut"].date() == date(2026, 12, 31)
    assert told["Monitoring berikutnya"].date() == date(2026, 12, 30)
    assert rows["SOP dua"]["Perlu direvisi"] is None


def test_what_was_assessed_and_is_no_sop_here_is_told(sopgen, form):
    fill(form, "Berjalan dengan baik")
    outcome = sopgen("index", "--date", "2026-07-10", "--monev", str(form), "specs/dua.sop.yaml")
    assert outcome.code == 0
    assert "dinilai, tetapi tidak ada SOP bernomor atau berjudul itu: s-satu" in outcome.err


def test_the_calendar_counts_from_the_form_and_else_from_the_spec(sopgen, form, bureau):
    outcome = sopgen("monev", "--lembar", "kalender")
    assert outcome.code == 0
    assert "kalender: tanpa tanggal, tidak dicantumkan: satu.sop.yaml" in outcome.err
    fill(form, "Berjalan dengan baik")
    assert sopgen("monev", "--baca", str(form), "--lembar", "kalender").code == 0
    data = (bureau / "output/monev/tinjauan.ics").read_bytes()
    assert b"DTSTART;VALUE=DATE:20261230\r\n" in data
    assert b"BYMONTHDAY=28,29,30;BYSETPOS=-1" in data
    assert sopgen("monev", "--baca", str(form), "--lembar", "kalender").code == 0
    assert (bureau / "output/monev/tinjauan.ics").read_bytes() == data


def test_reading_back_makes_no_forms(sopgen, form):
    outcome = sopgen("monev", "--baca", str(form), "--lembar", "monitoring")
    assert outcome.code == 2
    assert "--baca hanya meringkas" in outcome.err


def test_several_settings_are_told(sopgen, bureau):
    folder = bureau / "specs/lain"
    folder.mkdir()
    (folder / "sopgen.yaml").write_text("monev: {tempat: Lain}\n", encoding="utf-8")
    (folder / "empat.sop.yaml").write_text(LEAST.format("SOP empat", "S-empat", "berlaku"), encoding="utf-8")
    outcome = sopgen("monev", "--lembar", "monitoring", "--bentuk", "pdf")
    assert outcome.code == 0
    assert "SOP memakai beberapa sopgen.yaml; penilai dan tempat diambil dari" in outcome.err


def test_minutes_propose_what_an_assessment_found(sopgen, form):
    """A SOP that does not work well is not called fit because its paper is."""
    fill(form, "Tidak berjalan dengan baik", notes="Antrean panjang")
    read = ("monev", "--baca", str(form), "--lembar", "berita-acara", "--bentuk", "xlsx")
    assert sopgen(*read).code == 2  # results are proposed, or empty
    outcome = sopgen(*read, "--usulkan", "--tanggal", "1-7-2026")
    assert outcome.code == 0, outcome.err
    cells = [
        cell.value
        for row in openpyxl.load_workbook("output/monev/berita-acara.xlsx").active.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]
    assert "Perlu perbaikan" in cells
    told = "Monitoring: tidak berjalan dengan baik (30 Juni 2026). Catatan: Antrean panjang. "
    told += "Tindakan: Perbaiki langkah 1, paling lambat 31-12-2026."
    assert any(text.casefold().startswith(told.casefold()) for text in cells)


def test_findings_are_of_the_minutes_own_day(sopgen, bureau):
    """No clock has a say where a day is named."""
    spec = bureau / "specs/satu.sop.yaml"
    spec.write_text(spec.read_text("utf-8") + "tanggal: {efektif: 2025-01-02}\n", "utf-8")
    given = ("specs/satu.sop.yaml", "--lembar", "berita-acara", "--bentuk", "xlsx", "--usulkan", "--force")
    made = []
    for day in (("--tanggal", "1-3-2026"), ("--tanggal", "1-3-2026", "--date", "2026-03-01"), ("--date", "2025-02-01")):
        assert sopgen("monev", *given, *day).code == 0
        made.append((bureau / "output/monev/berita-acara.xlsx").read_bytes())
    assert made[0] == made[1]
    assert made[0] != made[2]
