"""What units send and no reader takes: named in each report, and told for what it is where it is named itself."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from sopgen.foreign.package import read_package
from tests.rules.drawing.edits import packed

ROOT = Path(__file__).resolve().parents[2]
WORKBOOK, PDF = (ROOT / "output" / f"contoh-ringkas.{suffix}" for suffix in ("xlsx", "pdf"))
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF"


@pytest.fixture
def inbox(project) -> Path:
    folder = project / "kiriman"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(WORKBOOK.read_bytes())
    (folder / "foto.JPG").write_bytes(JPEG)
    (folder / "catatan.txt").write_text("Mohon diperiksa.\n", encoding="utf-8")
    (folder / "tanpa-akhiran").write_bytes(PDF.read_bytes())
    (folder / "LICENSE").write_text("teks\n", encoding="utf-8")
    (folder / "paparan.pptx").write_bytes(packed({"[Content_Types].xml": b"<Types/>"}))
    with zipfile.ZipFile(folder / "kirim.zip", "w") as archive:
        archive.writestr("a.xlsx", WORKBOOK.read_bytes())
    return folder


def left_out(sopgen, folder: str) -> dict[str, str]:
    report = json.loads(sopgen("check", folder, "--format", "json", "--date", "2026-01-01").out)
    assert {each["file"] for each in report["files"]}.isdisjoint(each["file"] for each in report["left_out"])
    return {Path(each["file"]).name: each["why"] for each in report["left_out"]}


def test_a_folder_names_what_it_does_not_read(inbox, sopgen):
    told = left_out(sopgen, "kiriman")
    assert set(told) == {"foto.JPG", "kirim.zip", "paparan.pptx", "tanpa-akhiran"}
    assert "minta Excel atau PDF aslinya" in told["foto.JPG"]
    assert "keluarkan isinya" in told["kirim.zip"]
    assert "sebut berkasnya" in told["tanpa-akhiran"]


def test_pictures_beside_specs_are_logos_and_the_like(inbox, sopgen):
    (inbox / "b.sop.yaml").write_text("judul: Surat Tugas\n", encoding="utf-8")
    assert set(left_out(sopgen, "kiriman")) == {"kirim.zip", "paparan.pptx", "tanpa-akhiran"}


def test_a_folder_with_nothing_else_names_them(project, sopgen):
    (project / "foto").mkdir()
    (project / "foto" / "satu.jpg").write_bytes(JPEG)
    outcome = sopgen("check", "foto")
    assert outcome.code == 2
    assert "foto/satu.jpg: sebut berkasnya untuk memeriksanya" in outcome.err


@pytest.mark.parametrize(
    ("name", "told"), [("foto.JPG", "Isinya gambar"), ("kirim.zip", "Isinya arsip"), ("paparan.pptx", "SOP")]
)
def test_a_file_that_is_named_is_told_for_what_it_is(inbox, sopgen, name, told):
    outcome = sopgen("check", f"kiriman/{name}")
    assert outcome.code == 1
    assert told in outcome.out
    assert "YAML" not in outcome.out
    assert "tidak terbaca, tidak dinilai" in outcome.out


def test_a_pdf_without_suffix_is_judged_where_it_is_named(inbox, sopgen):
    report = json.loads(sopgen("check", "kiriman/tanpa-akhiran", "--format", "json", "--date", "2026-01-01").out)
    assert [each["verdict"] for each in report["files"]] == ["memenuhi"]


def test_a_workbook_with_macros_is_judged_like_any_other(project, sopgen):
    parts = read_package(WORKBOOK.read_bytes())
    plain, macros = b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml"
    types = parts["[Content_Types].xml"].replace(b"openxmlformats-officedocument." + plain, macros)
    assert macros in types
    made = {**parts, "[Content_Types].xml": types, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 makro"}
    (project / "kiriman").mkdir()
    (project / "kiriman" / "a.xlsm").write_bytes(packed(made))
    report = json.loads(sopgen("check", "kiriman", "--format", "json", "--date", "2026-01-01").out)
    assert [each["verdict"] for each in report["files"]] == ["memenuhi"]
    assert {each["severity"] for each in report["findings"]} == {"anjuran"}
