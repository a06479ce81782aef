"""`sopgen check` of finished documents: judged by the spec that they carry, and never called fine unexamined."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from sopgen.foreign.package import read_package
from tests.drawn.drawing_docx import word_file
from tests.required_tools import skip_without
from tests.rules.drawing.edits import packed

FAULTY = """\
judul: Pembuatan Surat Tugas
pelaksana: {analis: Analis, arsiparis: Arsiparis}
kegiatan:
  - {uraian: Pembuatan surat, pelaksana: analis}
  - {uraian: Mengarsipkan surat, pelaksana: arsiparis}
"""


@pytest.fixture
def built(project, sopgen) -> Path:
    (project / "specs").mkdir()
    (project / "specs" / "salah.sop.yaml").write_text(FAULTY, encoding="utf-8")
    assert sopgen("build", "specs/salah.sop.yaml").code == 0
    return project


def told(sopgen, *args: str) -> dict:
    outcome = sopgen("check", *args, "--format", "json", "--date", "2026-01-01")
    return {"code": outcome.code, **json.loads(outcome.out)}


@pytest.mark.parametrize("suffix", ["xlsx", "pdf"])
def test_a_document_is_judged_by_the_spec_in_it(built, sopgen, suffix):
    of_spec = told(sopgen, "specs/salah.sop.yaml")
    of_document = told(sopgen, f"output/salah.{suffix}")
    rules = [[(each["rule"], each["step"]) for each in report["findings"]] for report in (of_spec, of_document)]
    assert sorted(rules[0], key=str) == sorted(rules[1], key=str)
    assert ("KEG-01", 1) in rules[1]
    assert of_document["code"] == 1
    assert [each["verdict"] for each in of_document["files"]] == ["belum memenuhi"]


def test_its_sheet_does_not_say_that_it_meets_the_rules(built, sopgen):
    sheet = sopgen("check", "output/salah.xlsx", "--format", "html").out
    assert "Belum memenuhi aturan wajib" in sheet
    assert "Memenuhi aturan wajib" not in sheet


def test_a_folder_without_specs_gives_its_documents(built, sopgen):
    report = told(sopgen, "output")
    assert [each["file"] for each in report["files"]] == ["output/salah.pdf", "output/salah.xlsx"]


def test_a_folder_of_specs_gives_its_other_documents_too_and_says_what_it_leaves_out(built, sopgen):
    (built / "lain").mkdir()
    (built / "lain" / "tangan.xlsx").write_bytes((built / "output/salah.xlsx").read_bytes())
    (built / "lain" / "salah.pdf").write_bytes((built / "output/salah.pdf").read_bytes())  # of the spec's name
    (built / "lain" / "lama.docx").write_bytes(b"PK")
    outcome = sopgen("check", ".", "--format", "json", "--date", "2026-01-01")
    assert [each["file"] for each in json.loads(outcome.out)["files"]] == ["lain/tangan.xlsx", "specs/salah.sop.yaml"]
    assert "3 berkas (lain/salah.pdf, output/salah.pdf, output/salah.xlsx)" in outcome.err
    assert "LibreOffice" in outcome.err
    assert "lain/lama.docx" in outcome.err


def kept_beside(built: Path, name: str) -> Path:
    """A folder as a unit sends it: the spec, and the document of its name."""
    (built / "kiriman").mkdir(exist_ok=True)
    shutil.copy(built / "specs/salah.sop.yaml", built / "kiriman")
    shutil.copy(built / "output" / name, built / "kiriman")
    return built / "kiriman" / name


@pytest.mark.parametrize("suffix", ["pdf", "xlsx"])
def test_a_document_of_a_specs_name_is_named_in_every_report_where_it_is_that_spec_as_built(built, sopgen, suffix):
    kept_beside(built, f"salah.{suffix}")
    for form in ("text", "json", "html", "sarif", "junit", "github"):
        report = sopgen("check", "kiriman", "--format", form).out
        assert f"kiriman/salah.{suffix}" in report
        assert "persis seperti yang dihasilkan spesifikasi" in report


@pytest.mark.parametrize("suffix", ["pdf", "xlsx"])
def test_a_document_of_a_specs_name_is_judged_where_it_is_of_another_spec(built, sopgen, suffix):
    kept_beside(built, f"salah.{suffix}")
    spec = built / "kiriman" / "salah.sop.yaml"
    spec.write_text(FAULTY.replace("Pembuatan surat,", "Membuat surat,"), encoding="utf-8")
    report = told(sopgen, "kiriman")
    assert {each["file"] for each in report["files"]} == {f"kiriman/salah.{suffix}", "kiriman/salah.sop.yaml"}
    assert [each["file"] for each in report["findings"] if each["rule"] == "KEG-01"] == [f"kiriman/salah.{suffix}"]
    assert report["left_out"] == []


def test_a_document_of_a_specs_name_is_judged_where_somebody_changed_it(built, sopgen):
    document = kept_beside(built, "salah.pdf")
    document.write_bytes(document.read_bytes() + b"% paraf\n")
    assert "kiriman/salah.pdf" in [each["file"] for each in told(sopgen, "kiriman")["files"]]


def test_a_file_for_libreoffice_is_named_though_a_spec_is_called_so(built, sopgen):
    kept_beside(built, "salah.pdf")
    (built / "kiriman" / "salah.docx").write_bytes(b"PK")
    assert [each["file"] for each in told(sopgen, "kiriman")["left_out"]] == [
        "kiriman/salah.pdf",
        "kiriman/salah.docx",
    ]


def test_of_several_files_of_an_sop_an_unchanged_one_counts_and_any_mandatory_finding_fails_it(built, sopgen):
    """Whatever they are called."""
    folder = built / "kiriman"
    folder.mkdir()
    spec = FAULTY.replace("Pembuatan surat,", "Membuat surat,").replace("Pembuatan Surat", "Penerbitan Surat")
    (built / "specs" / "baik.sop.yaml").write_text(spec, encoding="utf-8")
    sopgen("build", "specs/baik.sop.yaml")
    good = (built / "output" / "baik.xlsx").read_bytes()
    parts = read_package(good)
    sheet = "xl/worksheets/sheet2.xml"
    changed = {sheet: parts[sheet].replace(b"Mengarsipkan surat", b"Membuang surat")}
    (folder / "a.xlsx").write_bytes(packed({**parts, **changed}))
    (folder / "b.xlsx").write_bytes(good)
    report = told(sopgen, "kiriman", "--select", "TBL")
    assert [(each["file"], each["same_as"], each["verdict"], each["sop_verdict"]) for each in report["files"]] == [
        ("kiriman/a.xlsx", "kiriman/b.xlsx", "belum memenuhi", "belum memenuhi"),
        ("kiriman/b.xlsx", None, "tidak dapat dinilai", "belum memenuhi"),  # by the other mandatory rules
    ]
    assert report["sums"]["verdicts"]["belum memenuhi"] == report["sums"]["sops"] == 1


def test_papers_beside_a_document_are_set_aside_with_a_word(built, sopgen):
    from sopgen import pipeline
    from tests.rules.references import spec_path

    without_spec = pipeline.build_document(spec_path("contoh-ringkas"))._replace(origin=None)
    of_another = pipeline.render_document(without_spec, "pdf")
    (built / "output" / "salah.publik.pdf").write_bytes(of_another)
    (built / "output" / "lain.standar.pdf").write_bytes(of_another)  # beside no document of its name
    outcome = sopgen("check", "output", "--format", "json", "--date", "2026-01-01")
    files = [each["file"] for each in json.loads(outcome.out)["files"]]
    assert files == ["output/lain.standar.pdf", "output/salah.pdf", "output/salah.xlsx"]
    assert "1 berkas (output/salah.publik.pdf)" in outcome.err


def test_copies_with_marks_are_no_sops(built, sopgen):
    (built / "kiriman").mkdir()
    for suffix in ("pdf", "xlsx"):
        (built / "kiriman" / f"surat.{suffix}").write_bytes((built / f"output/salah.{suffix}").read_bytes())
    (built / "kiriman" / "asing.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    (built / "kiriman" / "kosong.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    marked = sopgen("check", "kiriman", "--mark", "--mark-folder", "kiriman/temuan")
    assert (
        "tanpa salinan bertanda, karena tidak terbaca: 2 berkas (kiriman/asing.pdf, kiriman/kosong.pdf)" in marked.err
    )
    outcome = sopgen("check", "kiriman", "--format", "json", "--date", "2026-01-01")
    assert {Path(each["file"]).name for each in json.loads(outcome.out)["files"]} == {
        "asing.pdf",
        "kosong.pdf",
        "surat.pdf",
        "surat.xlsx",
    }
    assert "2 berkas (kiriman/temuan/surat.pdf.bertanda.pdf, kiriman/temuan/surat.xlsx.bertanda.pdf)" in outcome.err
    copy = (built / "kiriman" / "temuan" / "surat.pdf.bertanda.pdf").read_bytes()
    (built / "kiriman" / "temuan" / "surat.pdf.bertanda.pdf").write_bytes(copy + b"% paraf\n")  # no longer as made
    assert "1 berkas (kiriman/temuan/surat.xlsx" in sopgen("check", "kiriman", "--format", "json").err


def test_a_pdf_without_a_spec_cannot_be_judged(project, sopgen):
    (project / "asing.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    report = told(sopgen, "asing.pdf")
    assert report["code"] == 1
    assert [(each["verdict"], len(each["unexamined"])) for each in report["files"]] == [("tidak terbaca", 1)]
    assert [each["rule"] for each in report["unread"]] == ["BACA-01"]


@pytest.mark.slow
def test_a_word_file_is_judged_as_it_lies(project, sopgen):
    if not (shutil.which("soffice") or shutil.which("libreoffice")):
        skip_without("libreoffice", "LibreOffice is not installed")
    (project / "lama.docx").write_bytes(word_file())
    report = told(sopgen, "lama.docx")
    assert report["files"][0]["unexamined"]
    assert {each["rule"] for each in report["findings"]} >= {"SIM-03", "MB-01"}  # of the drawing, and of its cells


def test_what_is_no_word_file_is_told(project, sopgen):
    (project / "rusak.docx").write_bytes(b"PK")
    report = told(sopgen, "rusak.docx")
    assert report["code"] == 1
    assert [each["rule"] for each in report["unread"]] == ["BACA-01"]


WAIVING = """\
judul: Pembuatan Laporan Konsinyering
sifat: rutin
pelaksana: {kabid: Kabid, analis: Analis}
kegiatan:
  - {uraian: Menugaskan Analis menyusun laporan, pelaksana: kabid}
  - {uraian: Mendokumentasikan laporan, pelaksana: analis, kelengkapan: Laporan, waktu: 10 menit, output: Arsip}
abaikan:
  - {aturan: MB-01, alasan: dibahas dengan Ortala}
"""


@pytest.mark.parametrize("suffix", ["pdf", "xlsx"])
def test_what_its_maker_waived_leaves_the_verdict_to_the_reviewer(sopgen, write, suffix):
    write("specs/lap.sop.yaml", WAIVING)
    sopgen("build", "--format", suffix)
    told = sopgen("check", f"output/lap.{suffix}", "--select", "MB-01").out
    assert "apakah alasan menerima MB-01 boleh berlaku (3×, wajib)" in told
    assert "dibahas dengan Ortala" in told
    assert "tidak dapat dinilai seluruhnya" in told
    assert "boleh berlaku" not in sopgen("check", "specs/lap.sop.yaml", "--select", "MB-01").out
