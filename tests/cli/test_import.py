"""`sopgen import`: old workbooks become specs, nothing is overwritten, what cannot be read is said."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from openpyxl import load_workbook
from PIL import Image
from reportlab.lib.utils import ImageReader

from sopgen import pipeline
from sopgen.diagnostics import Refusal
from tests.drawn.drawing_pdf import STEPS, Page

SPEC = """\
judul: Penyusunan Laporan
nomor: 001/SOP/2020
pelaksana: {staf: Staf, kabag: Kepala Bagian}
kegiatan:
  - {uraian: Menyusun konsep, pelaksana: staf}
  - id: periksa
    uraian: Memeriksa konsep
    pelaksana: kabag
    keputusan: {Ya: 3, Tidak: 1}
  - {uraian: Mengarsipkan, pelaksana: staf}
"""


@pytest.fixture
def old(tmp_path):
    spec = tmp_path / "a.sop.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    book = tmp_path / "lama.xlsx"
    book.write_bytes(pipeline.render_document(pipeline.build_document(spec), "xlsx"))
    return book


def test_a_spec_is_written_that_can_be_built(sopgen, old, tmp_path):
    outcome = sopgen("import", str(old), "-o", str(tmp_path / "baru"))
    assert outcome.code == 0
    spec = tmp_path / "baru" / "lama.sop.yaml"
    assert "(3 kegiatan)" in outcome.out
    sop = pipeline.load(spec).sop
    assert [[(way.ke, way.label) for way in step.arah] for step in sop.kegiatan] == [
        [(2, "")],
        [(3, "Ya"), (1, "Tidak")],
        [(None, "")],
    ]
    assert sop.nomor == "001/SOP/2020"
    pipeline.build_document(spec)


def test_a_shelf_is_read_with_its_sub_folders_and_names_that_two_files_share(sopgen, old, tmp_path):
    shelf = tmp_path / "rak"
    (shelf / "unit").mkdir(parents=True)
    (shelf / "SOP.xlsx").write_bytes(old.read_bytes())
    (shelf / "SOP.pdf").write_bytes(pipeline.render_document(pipeline.build_document(tmp_path / "a.sop.yaml"), "pdf"))
    (shelf / "unit" / "SOP.xlsx").write_bytes(old.read_bytes())
    (shelf / "unit" / "~$SOP.xlsx").write_bytes(b"")
    outcome = sopgen("import", str(shelf), "-o", str(tmp_path / "baru"))
    assert outcome.code == 0
    written = sorted(path.relative_to(tmp_path / "baru").as_posix() for path in (tmp_path / "baru").rglob("*.yaml"))
    assert written == ["SOP-pdf.sop.yaml", "SOP-xlsx.sop.yaml", "unit/SOP.sop.yaml"]
    empty = tmp_path / "kosong"
    empty.mkdir()
    assert sopgen("import", str(empty)).code == 2


def test_nothing_is_overwritten(sopgen, old, tmp_path):
    there = tmp_path / "baru" / "lama.sop.yaml"
    there.parent.mkdir()
    there.write_text("milik saya", encoding="utf-8")
    outcome = sopgen("import", str(old), "-o", str(tmp_path / "baru"))
    assert outcome.code == 1
    assert "sudah ada" in outcome.err
    assert there.read_text(encoding="utf-8") == "milik saya"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"bukan apa-apa", "bukan"),
        (b"PK\x03\x04", "bukan"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "kata sandi"),
    ],
)
def test_what_cannot_be_read_is_said(sopgen, tmp_path, data, said):
    file = tmp_path / "x.xlsx"
    file.write_bytes(data)
    outcome = sopgen("import", str(file), "-o", str(tmp_path / "baru"))
    assert outcome.code == 1
    assert said in outcome.err
    assert not (tmp_path / "baru").exists()


def test_a_form_is_written_that_says_the_same(sopgen, old, tmp_path):
    outcome = sopgen("import", str(old), "-o", str(tmp_path / "baru"), "--form")
    assert outcome.code == 0, outcome.err
    form = tmp_path / "baru" / "lama.form.xlsx"
    sopgen("import", str(old), "-o", str(tmp_path / "baru"))
    read, spec = pipeline.load(form).sop, pipeline.load(tmp_path / "baru" / "lama.sop.yaml").sop
    assert read.kegiatan == spec.kegiatan
    assert read.pelaksana == spec.pelaksana
    assert sopgen("import", str(old), "-o", str(tmp_path / "baru"), "--form").code == 1


@pytest.mark.parametrize("kind", ["html", "json"])
def test_a_report_shows_what_was_read(sopgen, old, tmp_path, kind):
    outcome = sopgen("import", str(old), "-o", str(tmp_path / "baru"), "--report", kind)
    assert outcome.code == 0, outcome.err
    report = (tmp_path / "baru" / f"lama.banding.{kind}").read_text(encoding="utf-8")
    if kind == "html":
        assert report.count('class="read"') == 9
        assert report.count("digambar sopgen dari sel") == 2  # each of its sheets
        assert report.count("data:image/svg+xml") == 2
    else:
        drawn = [each for panel in json.loads(report)["panels"] for each in panel["drawn"]]
        assert Counter((each["what"], each["state"]) for each in drawn) == {
            ("symbol", "read"): 3,
            ("line", "read"): 3,
            ("label", "read"): 2,
            ("cell", "read"): 5,
        }
    assert sopgen("import", str(old), "-o", str(tmp_path / "lain"), "--report", kind).code == 0
    assert (tmp_path / "lain" / f"lama.banding.{kind}").read_text(encoding="utf-8") == report


@pytest.mark.parametrize("kind", ["xlsx", "pdf"])
def test_the_logo_stands_beside_the_spec(sopgen, tmp_path, kind):
    mark = tmp_path / "tanda.png"
    Image.new("RGB", (60, 60), (200, 30, 30)).save(mark)
    spec = tmp_path / "a.sop.yaml"
    spec.write_text(f"logo: tanda.png\n{SPEC}", encoding="utf-8")
    old = tmp_path / f"lama.{kind}"
    old.write_bytes(pipeline.render_document(pipeline.build_document(spec), kind))
    outcome = sopgen("import", str(old), "-o", str(tmp_path / "baru"), "--logo")
    assert outcome.code == 0, outcome.err
    assert "logo: lama.logo.png" in (tmp_path / "baru" / "lama.sop.yaml").read_text(encoding="utf-8")
    red, green, blue = Image.open(tmp_path / "baru" / "lama.logo.png").convert("RGB").resize((1, 1)).getpixel((0, 0))
    assert red > 180
    assert max(green, blue) < 60
    pipeline.build_document(tmp_path / "baru" / "lama.sop.yaml")


def test_without_a_logo_it_is_said(sopgen, old, tmp_path):
    outcome = sopgen("import", str(old), "-o", str(tmp_path / "baru"), "--logo")
    assert outcome.code == 0
    assert "logo tidak ditemukan" in outcome.out


def test_a_file_that_is_not_there(sopgen, tmp_path):
    assert sopgen("import", str(tmp_path / "tidak-ada.xlsx")).code == 2


def test_a_form_is_written_also_where_the_chart_was_not_read(sopgen, tmp_path):
    """Whoever fills in a form needs it then: executors are empty cells, and what is missing is told."""
    page = Page(fills=False)
    page.table()
    page.canvas.drawImage(ImageReader(Image.new("L", (8, 8), 90)), 225, 180, 230, 230)
    old = tmp_path / "pindai.pdf"
    old.write_bytes(page.bytes())
    outcome = sopgen("import", str(old), "-o", str(tmp_path / "baru"), "--form")
    assert (outcome.code, outcome.err.count("`pelaksana` wajib diisi")) == (0, 1)
    form = tmp_path / "baru" / "pindai.form.xlsx"
    with pytest.raises(Refusal) as refused:
        pipeline.load(form)
    assert len(refused.value.diagnostics) >= 1
    sheet = load_workbook(form)["Kegiatan"]
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
    assert set(STEPS) <= cells


def test_a_file_that_cannot_be_written_keeps_no_other_from_being_read(sopgen, old, tmp_path):
    stock, target = tmp_path / "lama", tmp_path / "baru"
    for name in ("a", "b", "c"):
        (stock / name).mkdir(parents=True)
        (stock / name / "sop.xlsx").write_bytes(old.read_bytes())
    (stock / "c" / "rusak.pdf").write_bytes(b"%PDF-1.7")
    target.mkdir()
    (target / "a").write_bytes(b"")  # a file stands where a folder should be
    outcome = sopgen("import", str(stock), "-o", str(target))
    assert outcome.code == 2
    assert [line for line in outcome.err.splitlines() if "tidak dapat ditulis" in line and "a/sop.sop.yaml" in line]
    assert "rusak.pdf" in outcome.err
    assert sorted(path.relative_to(target).as_posix() for path in target.rglob("*.yaml")) == [
        "b/sop.sop.yaml",
        "c/sop.sop.yaml",
    ]


def test_a_report_that_cannot_be_made_leaves_no_spec_behind(sopgen, old, tmp_path, monkeypatch):
    def broken(*_, **__):
        raise ValueError

    monkeypatch.setattr("sopgen.oldstock.compare_drawn", broken)
    outcome = sopgen("import", str(old), "-o", str(tmp_path / "baru"), "--report", "html")
    assert (outcome.code, "PROGRAM-01" in outcome.err) == (1, True)
    assert not (tmp_path / "baru").exists()
