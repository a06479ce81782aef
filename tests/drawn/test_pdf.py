"""PDF files drawn by hand, in both ways of drawing, turned, locked, scanned."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
import yaml
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from sopgen import oldstock
from sopgen.drawn import files
from sopgen.drawn.files import NotRead, read_file
from sopgen.drawn.hyphens import MARK, whole, words_of
from sopgen.drawn.pdf.heads import Line
from sopgen.drawn.pdf.rules import Rule, cells_of, grid_of
from sopgen.drawn.pdf.strokes import Shape, Sorted
from sopgen.drawn.pdf.texts import Written, paragraph
from sopgen.drawn.seen import seen_on
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
    (told,) = (words for _, words in found.doubts_in("id") if "gambar" in words)
    assert told == "bagan alurnya gambar: pelaksana dan panah harus diisi sendiri"
    assert [(each.what, each.state) for each in seen_on(found, 0) if each.what == "picture"] == [("picture", "unread")]
    shown = oldstock.compare_drawn(page.buffer.getvalue(), found, "a.pdf").decode()
    assert shown.count("pelaksana</code> wajib diisi") == 1
    assert "wajib diisi. (5×)" in shown


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


def test_a_single_row_of_rectangles_is_cells_and_a_box_beside_none_of_them_is_a_symbol():
    edges = (36.0, 60.0, 183.0, 261.0, 339.0, 360.0)
    cells = [Shape(at, "process", (x0, 36.0, x1, 148.0)) for at, (x0, x1) in enumerate(pairwise(edges))]
    box = Shape(9, "process", (270.0, 80.0, 330.0, 100.0))
    grid = grid_of(Sorted((), (*cells, box)))
    assert grid.cells == tuple(each.box for each in cells)
    assert grid.shapes == (box,)


@pytest.mark.parametrize(
    ("text", "others", "put"),
    [
        ("pertang\xad\ngungjawaban", (), "pertanggungjawaban"),
        ("perundang\xad\nundangan", (), "perundang-undangan"),
        ("langkah\xad\nlangkah", (), "langkah-langkah"),
        ("e\xad\nKinerja", (), "e-Kinerja"),
        ("check\xad\nlist", ("check-list",), "check-list"),
        ("berkas\xad", (), "berkas-"),
        ("Perun\xad\ndang\xad\nun\xad\ndangan", (), "Perundang-undangan"),  # a narrow cell
        ("perundang\xad\nundang", (), "perundang-undang"),
        ("perundang\x7f\nundangan", (), "perundangundangan"),  # the file says that the line's end made it
    ],
)
def test_hyphens_at_ends_of_lines(text, others, put):
    assert whole(text, words_of(others)) == put


def test_where_a_file_marks_the_hyphens_that_it_made_all_others_were_typed():
    page = Page(fills=False)
    page.table()
    page.chart()
    for y, words, mark in ((258, "Menyerah", True), (322, "Serah", False)):
        page.text(68, y, words)
        if mark:
            page.canvas._code.append("/Span << /ActualText <FEFF00AD> >> BDC")
        page.text(68 + page.canvas.stringWidth(words, "Helvetica", 8), y, "-")
        if mark:
            page.canvas._code.append("EMC")
        page.text(68, y + 9, "kan berkas")
    (found,) = oldstock.import_drawn(page.bytes())
    assert found.steps[1]["kegiatan"] == "Mencatat surat Menyerahkan berkas"
    assert found.steps[2]["kegiatan"] == "Memeriksa surat Serah-kan berkas"


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


@pytest.mark.parametrize("by", [1.5, 3, 5])
def test_a_shadow_under_a_symbol_is_no_symbol(by):
    page = Page(fills=False)
    page.table()
    for draw, x, y in ((Page.capsule, 260, 195), (Page.box, 340, 245), (Page.diamond, 420, 300), (Page.box, 420, 355),
                       (Page.capsule, 340, 405)):  # fmt: skip
        drawn, page.symbol = (
            page.symbol,
            lambda points: page.polygon([(px + by, py + by) for px, py in points], fill=1, stroke=0, grey=0.6),
        )
        draw(page, x, y)
        page.symbol = drawn
    page.chart()
    (found,) = oldstock.import_drawn(page.bytes())
    assert [(edge.source, edge.target, edge.label) for edge in found.read.edges] == [
        (0, 1, ""), (1, 2, ""), (2, 0, "Tidak"), (2, 3, "Ya"), (3, 4, ""),
    ]  # fmt: skip
    assert found.doubts == ()


def test_two_arrows_that_end_at_one_point_lead_to_what_they_point_at():
    """Neither goes on where the other goes; the box stands farther off than their ends."""
    page = Page(fills=False)
    page.table()
    page.chart()
    page.box(260, 355)
    page.arrow((280, 355), (300, 355), (300, 250), (312, 250))
    page.arrow((330, 405), (300, 405), (300, 250), (312, 250))
    (found,) = oldstock.import_drawn(page.bytes())
    assert {(edge.source, edge.target) for edge in found.read.edges} >= {(3, 1), (4, 1)}


def test_lines_on_a_page_of_pictured_symbols_are_read():
    page = Page(fills=False)
    page.table()
    for x, y in ((260, 195), (340, 245), (420, 300), (420, 355), (340, 405)):
        page.canvas.drawImage(ImageReader(Image.new("L", (8, 8), 90)), x - 20, 595 - y - 10, 40, 20)
    page.arrow((280, 195), (340, 195), (340, 235))
    page.arrow((360, 245), (420, 245), (420, 290))
    page.arrow((420, 310), (420, 345))
    page.arrow((400, 300), (260, 300), (260, 205))
    page.arrow((400, 355), (340, 355), (340, 395))
    page.text(424, 322, "Ya", 7)
    page.text(380, 297, "Tidak", 7)
    (found,) = oldstock.import_drawn(page.bytes())
    assert [(edge.source, edge.target, edge.label) for edge in found.read.edges] == [
        (0, 1, ""), (1, 2, ""), (2, 0, "Tidak"), (2, 3, "Ya"), (3, 4, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lower", "gap", "labels"),
    [(1.6, 3.0, ["Tidak", "Valid"]), (0.0, 5.0, ["Tidak", "Valid"]), (0.0, 0.0, ["Tidak Valid"])],
)
def test_labels_side_by_side_are_two_unless_one_line_holds_them(lower, gap, labels):
    page = Page(fills=False)
    page.table()
    page.chart()
    page.text(350, 262, "Tidak ", 7)
    page.text(350 + page.canvas.stringWidth("Tidak ", "Helvetica", 7) + gap, 262 + lower, "Valid", 7)
    (panel,) = read_file(page.bytes())
    assert [note.text for note in panel.notes if 255 < note.box[1] < 265] == labels


def test_a_hyphen_before_a_line_of_another_size_was_typed():
    lines = [
        Written("BAGIAN PERUNDANG-"[:-1] + MARK, (0, 0, 90, 11), 10, 11),
        Written("BAGIAN UMUM", (0, 12, 70, 21), 20, 9),
    ]
    assert paragraph(lines) == "BAGIAN PERUNDANG-\nBAGIAN UMUM"
    assert paragraph([lines[0], lines[1]._replace(size=11)]) == f"BAGIAN PERUNDANG{MARK}\nBAGIAN UMUM"


def test_a_row_of_rectangles_that_share_sides_is_a_row_of_a_table():
    """The last page of a table whose lanes have no rules: a cell each for the number and for the activity."""
    shapes = [Shape(at, "process", (x0, 36, x1, 100)) for at, (x0, x1) in enumerate(((36, 60), (60, 183)))]
    alone = Shape(2, "process", (250, 40, 290, 60))
    found = grid_of(Sorted((), (*shapes, alone)))
    assert len(found.cells) == 2
    assert found.shapes == (alone,)


def test_a_rectangle_larger_than_a_symbol_with_rules_within_is_a_frame():
    """An identity part whose outermost rectangle is drawn alone, and its rules as lines that end at it."""
    frame = Shape(0, "process", (50, 50, 790, 250))
    rules = [Line(at, ((400, y), (790, y))) for at, y in enumerate((90, 130), 1)]
    across = Line(3, ((400, 50), (400, 250)))
    found = grid_of(Sorted((*rules, across), (frame,)))
    assert found.shapes == ()
    assert (50, 50, 400, 250) in found.cells
    assert grid_of(Sorted((), (frame,))).shapes == (frame,)
