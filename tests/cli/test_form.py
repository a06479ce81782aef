"""`sopgen form` and forms among the specs."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from sopgen.workbook.package import parts_of
from tests.intake.form.form_samples import SPEC, changed, form_of, read


def test_an_empty_form_names_what_is_to_be_filled_in(sopgen, project):
    outcome = sopgen("form", "surat-masuk")
    assert outcome.code == 0
    assert (project / "specs/surat-masuk.form.xlsx").exists()
    assert "sopgen build specs/surat-masuk.form.xlsx" in outcome.out
    assert sopgen("form", "surat-masuk").code == 2
    built = sopgen("build", "specs/surat-masuk.form.xlsx")
    assert built.code == 1
    assert "Identitas!B5" in built.err


def test_a_spec_goes_into_a_form_and_back(sopgen, project):
    text = "# catatan\n" + SPEC
    (project / "a.sop.yaml").write_text(text, encoding="utf-8")
    assert sopgen("form", "a.sop.yaml").code == 0
    assert sopgen("form", "--to-spec", "a.form.xlsx", "-o", "b.sop.yaml").code == 0
    assert (project / "b.sop.yaml").read_text(encoding="utf-8") == text


def test_a_hidden_source_that_somebody_spoilt_is_left_alone(sopgen, project):
    def spoil(book):
        book["_sumber"]["A1"] = "judul: [\nx: y: z"

    (project / "a.form.xlsx").write_bytes(changed(spoil))
    outcome = sopgen("form", "--to-spec", "a.form.xlsx")
    assert (outcome.code, outcome.err) == (0, "")
    assert "Menugaskan analis" in (project / "a.sop.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("told", ["[" * 9_000, '[["judul"]]', '["judul", "x"]', '{"a": 1}'])
def test_a_hidden_record_that_is_none_of_ours_is_passed_over(sopgen, project, told):
    def spoil(book):
        for column, text in enumerate((told, '"Pembuatan Laporan"', '"x"'), start=1):
            book["_lainnya"].cell(1, column).value = text

    (project / "a.form.xlsx").write_bytes(changed(spoil))
    outcome = sopgen("form", "--to-spec", "a.form.xlsx")
    assert (outcome.code, outcome.err) == (0, "")
    assert "judul: Pembuatan Laporan" in (project / "a.sop.yaml").read_text(encoding="utf-8")


def test_an_executor_with_a_forbidden_character_is_told_at_its_cell(sopgen, project):
    places: list[str] = []

    def spoil(book):
        (cell,) = (each for row in book["Pelaksana"] for each in row if each.value == "Kepala Bidang")
        cell.value = "\u202eKepala"
        places.append(f"Pelaksana!{cell.coordinate}")

    (project / "a.form.xlsx").write_bytes(changed(spoil))
    outcome = sopgen("check", "a.form.xlsx")
    assert outcome.code == 1
    assert f"{places[0]}: BACA-" in outcome.out
    assert "U+202E" in outcome.out


def test_an_existing_spec_is_edited(sopgen, project):
    (project / "a.form.xlsx").write_bytes(form_of())
    other = SPEC.replace("  - uraian: Mengarsipkan", "  # akhir\n  - uraian: Mengarsipkan").replace(
        "15 menit", "1 hari"
    )
    (project / "a.sop.yaml").write_text(other, encoding="utf-8")
    assert sopgen("form", "--to-spec", "a.form.xlsx").code == 0
    assert (project / "a.sop.yaml").read_text(encoding="utf-8") == other.replace("1 hari", "15 menit")


def test_a_form_is_a_spec_among_others(sopgen, project):
    (project / "specs").mkdir()
    (project / "specs/a.form.xlsx").write_bytes(form_of())
    (project / "specs/~$a.form.xlsx").write_bytes(b"")
    assert sopgen("check").code in {0, 1}
    outcome = sopgen("check", "specs")
    assert "1 berkas diperiksa" in outcome.out
    (project / "specs/a.sop.yaml").write_text(SPEC, encoding="utf-8")
    outcome = sopgen("check", "specs")
    assert outcome.code == 1
    assert "BERKAS-01" in outcome.out


def with_a_row_put_in(book):
    """As Excel does it: cells move down, what is typed in them stays; with things of the clerk's own about."""
    sheet = book["Kegiatan"]
    columns = [column for column in range(2, sheet.max_column + 1) if sheet.cell(4, column).value != "Periksa"]
    for row in range(12, 5, -1):
        for column in columns:
            sheet.cell(row, column).value = sheet.cell(row - 1, column).value
    for column in columns:
        sheet.cell(6, column).value = {2: "Mencatat penugasan", 3: "Kepala Bidang"}.get(column)
    sheet["B6"].comment = Comment("mohon dicek", "Rina")
    book.create_sheet("Catatan saya")["A1"] = "jangan hilang"


def test_targets_are_brought_up_to_date_in_the_form_and_nothing_else_is_touched(sopgen, project):
    path = project / "a.form.xlsx"
    path.write_bytes(changed(with_a_row_put_in))
    built = sopgen("build", "a.form.xlsx")
    assert built.code == 0
    assert "“4 · Mengarsipkan…” kini kegiatan 5; dibaca 5." in built.err
    assert built.err.count("sopgen form a.form.xlsx --perbarui") == 1
    before, was = read(path.read_bytes()), parts_of(path.read_bytes())
    outcome = sopgen("form", "a.form.xlsx", "--perbarui")
    assert (outcome.code, outcome.err) == (0, "")
    assert "2 sel diperbarui (Kegiatan!H8, Kegiatan!J8); selebihnya tidak diubah" in outcome.out
    after = read(path.read_bytes())
    assert (after.sop, after.remarks, after.outdated) == (before.sop, (), ())
    book = load_workbook(path)
    assert book["Kegiatan"]["H8"].value == "5 · Mengarsipkan"
    assert book["Kegiatan"]["B6"].comment.text == "mohon dicek"
    now = parts_of(path.read_bytes())
    changed_parts = {name for name in was if was[name] != now[name]}
    assert set(now) == set(was)
    assert changed_parts <= {"xl/worksheets/sheet5.xml", "xl/worksheets/sheet6.xml", "xl/workbook.xml"}
    again = path.read_bytes()
    assert "semua tujuan dan nama sudah benar" in sopgen("form", "a.form.xlsx", "--perbarui").out
    assert path.read_bytes() == again
    assert sopgen("build", "a.form.xlsx").err == ""


def test_an_executor_s_new_name_is_put_where_the_old_one_stands(sopgen, project):
    def rename(book):
        (cell,) = (each for row in book["Pelaksana"] for each in row if each.value == "Kepala Bidang")
        cell.value = "Kepala Bagian"

    path = project / "a.form.xlsx"
    path.write_bytes(changed(rename))
    before = read(path.read_bytes()).sop
    outcome = sopgen("form", "a.form.xlsx", "--perbarui")
    assert (outcome.code, "2 sel diperbarui (Kegiatan!C5, Kegiatan!C7)" in outcome.out) == (0, True)
    after = read(path.read_bytes())
    assert (after.sop, after.remarks) == (before, ())
    assert load_workbook(path)["Kegiatan"]["C5"].value == "Kepala Bagian"


def test_a_form_that_is_open_elsewhere_is_not_written(sopgen, project):
    path = project / "a.form.xlsx"
    path.write_bytes(changed(with_a_row_put_in))
    for mark in ("~$a.form.xlsx", ".~lock.a.form.xlsx#"):
        (project / mark).write_bytes(b"")
        outcome = sopgen("form", "a.form.xlsx", "--perbarui")
        assert (outcome.code, "sedang terbuka" in outcome.err) == (2, True)
        (project / mark).unlink()
    assert sopgen("form", "--perbarui").code == 2
    assert sopgen("form", "a.form.xlsx", "--perbarui", "--force").code == 2
    path.write_bytes(b"PK\x03\x04")
    assert sopgen("form", "a.form.xlsx", "--perbarui").code == 1


def test_a_broken_form_is_told(sopgen, project):
    (project / "a.form.xlsx").write_bytes(b"PK\x03\x04")
    assert sopgen("form", "--to-spec", "a.form.xlsx").code == 1
    missing = sopgen("form", "--to-spec", "tiada.form.xlsx")
    assert (missing.code, missing.err) == (2, "sopgen: tidak ada berkas tiada.form.xlsx\n")
    assert sopgen("form", "tiada.sop.yaml").code == 2
