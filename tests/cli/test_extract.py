from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sopgen.foreign.package import read_package
from sopgen.render.ooxml.parts import packed
from sopgen.render.ooxml.source import source_part
from sopgen.scene import Origin

ROOT = Path(__file__).resolve().parents[2]
SPEC = (
    "judul: Uji\r\npelaksana: {a: A, b: B}\r\nkegiatan:\r\n"
    "  - {uraian: Satu, pelaksana: a}\r\n  - {uraian: Dua – é, pelaksana: b}\r\n"
).encode()


@pytest.fixture
def built(project, sopgen):
    (project / "specs").mkdir()
    (project / "specs/uji.sop.yaml").write_bytes(SPEC)
    (project / "sopgen.yaml").write_bytes(b"unit: BAGIAN UJI\n")
    assert sopgen("build").code == 0
    return project / "output"


def carrying(project: Path, name: str, defaults: bytes | None = None) -> Path:
    path = project / "x.xlsx"
    path.write_bytes(packed({"customXml/item1.xml": source_part(Origin(name, b"isi", defaults))}))
    return path


@pytest.mark.parametrize("name", ["uji.xlsx", "uji.pdf"])
def test_the_spec_comes_out_byte_for_byte_and_nothing_else(built, name):
    ran = subprocess.run(
        [sys.executable, "-m", "sopgen", "extract", str(built / name)],
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert (ran.stdout, ran.stderr) == (SPEC, b"")


@pytest.mark.parametrize("name", ["uji.xlsx", "uji.pdf"])
def test_all_writes_both_files(built, sopgen, project, name):
    outcome = sopgen("extract", f"output/{name}", "--all", "asal/dalam")
    assert outcome.code == 0
    assert outcome.out.splitlines() == ["asal/dalam/uji.sop.yaml", "asal/dalam/sopgen.yaml"]
    assert (project / "asal/dalam/uji.sop.yaml").read_bytes() == SPEC
    assert (project / "asal/dalam/sopgen.yaml").read_bytes() == b"unit: BAGIAN UJI\n"
    assert sopgen("extract", f"output/{name}", "--all", "asal/dalam").code == 0  # the same files are no conflict


def test_what_comes_out_builds_the_same_document(built, sopgen, project):
    sopgen("extract", "output/uji.xlsx", "--all", "ulang/specs")
    (project / "ulang/sopgen.yaml").write_bytes((project / "ulang/specs/sopgen.yaml").read_bytes())
    (project / "ulang/specs/sopgen.yaml").unlink()
    assert sopgen("build", "ulang", "-o", "kedua").code == 0
    with zipfile.ZipFile(built / "uji.xlsx") as first, zipfile.ZipFile(project / "kedua/uji.xlsx") as second:
        assert [first.read(name) for name in first.namelist()] == [second.read(name) for name in second.namelist()]


def test_all_overwrites_nothing_else(built, sopgen, project):
    (project / "asal").mkdir()
    (project / "asal/sopgen.yaml").write_bytes(b"lain")
    outcome = sopgen("extract", "output/uji.xlsx", "--all", "asal")
    assert outcome.code == 1
    assert outcome.err.startswith("sopgen: asal/sopgen.yaml sudah ada dan isinya lain")
    assert [path.name for path in (project / "asal").iterdir()] == ["sopgen.yaml"]
    assert (project / "asal/sopgen.yaml").read_bytes() == b"lain"


@pytest.mark.parametrize(
    "name",
    ["../../jahat.yaml", "/etc/jahat.yaml", "C:\\jahat.yaml", "..", "", "a/..", "sopgen.yaml", "a:b.yaml", "a\tb"],
)
def test_a_name_leads_nowhere_else(project, sopgen, name):
    carrying(project, name)
    assert sopgen("extract", "x.xlsx", "--all", "asal").code == 0
    (written,) = (project / "asal").iterdir()
    assert written.read_bytes() == b"isi"
    assert not set(written.name) & set(":/\\\t")
    assert {path.name for path in project.iterdir()} == {"asal", "x.xlsx"}


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("uji.sop.yaml", "uji.sop.yaml"),
        ("Uji Coba (2) é.sop.yaml", "Uji Coba (2) é.sop.yaml"),
        ("uji.yml", "uji.yml"),
        (".bashrc", "bashrc.sop.yaml"),
        (".git", "git.sop.yaml"),
        ("CON", "spesifikasi-CON.sop.yaml"),
        ("nul.sop.yaml", "spesifikasi-nul.sop.yaml"),
        ("com1.x.yaml", "spesifikasi-com1.x.yaml"),
        ("SOPGEN.YAML", "spesifikasi.sop.yaml"),
        ("jalankan.exe", "jalankan.exe.sop.yaml"),
        ('a<b>"|?*.yaml', "ab.yaml"),
        ("titik. . .", "titik.sop.yaml"),
        ("é" * 300 + ".sop.yaml", "é" * 90 + ".sop.yaml"),
    ],
)
def test_a_name_is_seen_possible_everywhere_and_a_spec_s(project, sopgen, name, plain):
    carrying(project, name)
    assert sopgen("extract", "x.xlsx", "--all", "asal").code == 0
    assert [path.name for path in (project / "asal").iterdir()] == [plain]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"teks", "bukan berkas PDF atau XLSX"),
        (b"PK rusak", "berkas rusak"),
        (packed({"xl/workbook.xml": b"<a/>"}), "tidak ada spesifikasi di dalamnya"),
    ],
)
def test_a_file_without_a_spec_says_so(project, sopgen, data, told):
    (project / "x.xlsx").write_bytes(data)
    outcome = sopgen("extract", "x.xlsx")
    assert outcome.code == 1
    assert outcome.out == ""
    assert told in outcome.err


def test_a_file_that_is_not_there(sopgen):
    outcome = sopgen("extract", "tiada.xlsx")
    assert outcome.code == 2
    assert outcome.err == "sopgen: berkas tiada.xlsx tidak dapat dibaca: tidak ada\n"


def test_without_a_file_the_command_line_is_wrong(sopgen):
    assert sopgen("extract").code == 2


def test_a_folder_that_cannot_be_written_is_told(built, sopgen, project):
    (project / "asal/uji.sop.yaml").mkdir(parents=True)
    outcome = sopgen("extract", "output/uji.xlsx", "--all", "asal")
    assert outcome.code == 1
    assert "asal/uji.sop.yaml sudah ada" in outcome.err
    (project / "tautan").symlink_to(project / "asal/uji.sop.yaml/jauh", target_is_directory=True)
    assert "PROGRAM" not in sopgen("extract", "output/uji.xlsx", "--all", "tautan").err


def test_a_workbook_edited_by_hand_stays_until_force(built, sopgen, project):
    path = built / "uji.xlsx"
    parts = read_package(path.read_bytes())
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"].replace(b"Satu", b"Lain")
    edited = packed(parts)
    path.write_bytes(edited)
    outcome = sopgen("build")
    assert outcome.code == 1
    assert "atau diubah" in outcome.err
    assert path.read_bytes() == edited
    assert sopgen("extract", "output/uji.xlsx", "--all", "asal").code == 0
    assert sopgen("build", "--force").code == 0
    assert sopgen("build").code == 0
    assert b"Satu" in read_package(path.read_bytes())["xl/worksheets/sheet2.xml"]


def test_a_document_edited_since_is_told(built, sopgen):
    path = built / "uji.pdf"
    plain = sopgen("extract", path.as_posix())
    assert plain.err == ""
    path.write_bytes(path.read_bytes() + b"\n% disunting\n")
    outcome = sopgen("extract", path.as_posix())
    assert outcome.code == 0
    assert "disunting atau ditandatangani sesudah dibuat" in outcome.err
    assert outcome.out == plain.out
