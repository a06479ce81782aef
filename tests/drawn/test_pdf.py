"""PDF files drawn by hand, in both ways of drawing, turned, locked, scanned."""

from __future__ import annotations

import io

import pytest
import yaml
from PIL import Image
from reportlab.pdfgen import canvas

from sopgen import oldstock
from sopgen.drawn import files
from sopgen.drawn.files import NotRead
from sopgen.drawn.hyphens import whole, words_of
from sopgen.drawn.pdf.rules import Rule, cells_of
from tests.drawn.drawing_pdf import STEPS, Page


def read(data: bytes) -> dict:
    (found,) = oldstock.import_drawn(data)
    return yaml.safe_load(found.spec("a.pdf"))


def whole_page(**how) -> bytes:
    page = Page(**how)
    page.table()
    page.chart()
    return page.bytes()


@pytest.mark.parametrize(
    "how",
    [
        {"fills": False},
        {"fills": True},
        {"fills": False, "turn": 90},
        {"fills": True, "turn": 180},
        {"fills": False, "turn": 270},
        {"fills": True, "sideways": True},
        {"fills": False, "sideways": True, "turn": 90},
    ],
    ids=str,
)
def test_a_drawn_page_says_what_it_shows(how):
    spec = read(whole_page(**how))
    assert spec["judul"] == "Pengiriman Surat"
    assert spec["pelaksana"] == {"pemohon": "Pemohon", "petugas": "Petugas", "kepala": "Kepala"}
    steps = spec["kegiatan"]
    assert [step["uraian"] for step in steps] == list(STEPS)
    assert [step["pelaksana"] for step in steps] == ["pemohon", "petugas", "kepala", "kepala", "petugas"]
    assert [step["waktu"] for step in steps] == [f"{at} jam" for at in range(1, 6)]
    names = {step["id"]: at for at, step in enumerate(steps, 1) if "id" in step}
    assert {label: names[goal] for label, goal in steps[2]["keputusan"].items()} == {"Ya": 4, "Tidak": 1}
    assert not any("lanjut" in step for step in steps)


def test_a_joint_step_is_two_boxes_and_a_line():
    page = Page(fills=False)
    page.table()
    page.capsule(260, 195)
    page.box(260, 245)
    page.box(420, 245)
    page.arrow((280, 245), (400, 245), head=False)
    page.arrow((260, 205), (260, 235))
    page.diamond(420, 300)
    page.arrow((420, 255), (420, 287))
    steps = read(page.bytes())["kegiatan"]
    assert steps[1]["pelaksana"] == ["pemohon", "kepala"]
    assert steps[1].get("lanjut") is None


def test_a_page_whose_head_has_fewer_lanes_than_the_next_is_doubtful():
    page = Page(fills=False)
    page.table(without="Petugas")
    page.canvas.showPage()
    page.identity = ()
    page.table()
    page.chart()
    (found,) = oldstock.import_drawn(page.bytes())
    assert len(found.steps) == 2 * len(STEPS)
    assert list(yaml.safe_load(found.spec("a.pdf"))["pelaksana"]) == ["pemohon", "petugas", "kepala"]
    assert [each.message.en for each in found.doubts if "executors here" in each.message.en]


def test_an_arrow_that_stops_far_short_leads_where_it_points_and_is_doubted():
    page = Page(fills=False)
    page.table()
    page.capsule(260, 195)
    page.box(420, 245)
    page.arrow((280, 195), (420, 195), (420, 208))
    page.arrow((400, 245), (300, 245))
    page.box(260, 300)
    (found,) = oldstock.import_drawn(page.bytes())
    assert {(edge.source, edge.target) for edge in found.read.edges} == {(0, 1)}
    assert 0 in {doubt.step for doubt in found.doubts}


def test_a_label_with_a_frame_is_no_symbol():
    page = Page(fills=False)
    page.table()
    page.polygon([(377, 287), (399, 287), (399, 299), (377, 299)], fill=1, stroke=1)
    page.chart()
    (found,) = oldstock.import_drawn(page.bytes())
    assert [len(each) for each in found.read.executors] == [1] * 5
    assert {edge.label for edge in found.read.edges if edge.source == 2} == {"Ya", "Tidak"}


def test_a_chart_that_is_a_picture_is_told_and_the_rest_is_read():
    page = Page(fills=False)
    page.table()
    picture = io.BytesIO()
    Image.new("L", (40, 40), 128).save(picture, "PNG")
    page.canvas.drawInlineImage(Image.open(picture), 225, 180, 230, 230)
    (found,) = oldstock.import_drawn(page.bytes())
    assert [step["kegiatan"] for step in found.steps] == list(STEPS)
    assert any("panah harus diisi sendiri" in doubt.message.id for doubt in found.doubts)


def test_what_has_a_password_is_said():
    with pytest.raises(NotRead) as refused:
        oldstock.import_drawn(whole_page(fills=False, password="rahasia"))
    assert refused.value.message == files.LOCKED_PDF


def test_a_scan_is_said():
    buffer = io.BytesIO()
    scan = canvas.Canvas(buffer)
    scan.drawInlineImage(Image.new("L", (40, 40), 128), 0, 0, 500, 700)
    scan.showPage()
    scan.save()
    with pytest.raises(NotRead) as refused:
        oldstock.import_drawn(buffer.getvalue())
    assert refused.value.message == files.SCANNED


@pytest.mark.parametrize("data", [b"%PDF-1.4 and nothing", b"%PDF-1.4\n%%EOF"])
def test_what_is_broken_is_said(data):
    with pytest.raises(NotRead) as refused:
        oldstock.import_drawn(data)
    assert refused.value.message == files.NO_PDF


def test_rules_make_cells_and_merged_ones():
    level = [Rule(0, 0, 20), Rule(10, 0, 10), Rule(20, 0, 20)]
    upright = [Rule(0, 0, 20), Rule(10, 0, 20), Rule(20, 0, 20)]
    assert cells_of(level, upright) == [(0, 0, 10, 10), (10, 0, 20, 20), (0, 10, 10, 20)]


def test_what_no_rule_closes_is_no_cell():
    assert cells_of([Rule(0, 0, 20), Rule(10, 0, 20)], [Rule(0, 0, 10), Rule(20, 2, 4)]) == []


@pytest.mark.parametrize(
    ("text", "others", "put"),
    [
        ("pertang\xad\ngungjawaban", (), "pertanggungjawaban"),
        ("perundang\xad\nundangan", (), "perundang-undangan"),
        ("langkah\xad\nlangkah", (), "langkah-langkah"),
        ("e\xad\nKinerja", (), "e-Kinerja"),
        ("check\xad\nlist", ("check-list",), "check-list"),
        ("berkas\xad", (), "berkas-"),
    ],
)
def test_hyphens_at_ends_of_lines(text, others, put):
    assert whole(text, words_of(others)) == put


def test_a_chart_of_nothing_is_no_picture():
    page = Page(fills=False)
    page.table()
    (found,) = oldstock.import_drawn(page.bytes())
    assert [doubt.message.en for doubt in found.doubts if "yourself" in doubt.message.en] == [
        "no symbol, arrow or mark that is known stands in the lanes: fill in executors and arrows yourself"
    ]


def test_an_arrow_that_ends_between_two_symbols_names_both():
    page = Page(fills=False)
    page.table()
    page.capsule(260, 195)
    page.box(340, 245)
    page.box(390, 288)
    page.arrow((280, 195), (365, 195), (365, 267))
    (found,) = oldstock.import_drawn(page.bytes())
    assert [doubt.message.en for doubt in found.doubts if "between" in doubt.message.en] == [
        "an arrow ends between step 3 and step 2; taken to lead to step 3"
    ]
