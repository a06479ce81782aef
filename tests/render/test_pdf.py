"""The finished PDF read back: bytes, fonts, words, lines, metadata."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from PIL import Image as Picture
from reportlab import rl_config

from sopgen import __version__
from sopgen.render.pdf import render_pdf
from sopgen.scene import Glyph, Image
from tests.render.render_samples import SIZE, STYLE, a_document, a_text, flow_page

HERE = Path(__file__).parent
HEIGHT = SIZE[1]


@pytest.fixture(scope="module")
def rendered():
    return render_pdf(a_document(draft=True))


@pytest.fixture(scope="module")
def pages(rendered):
    with pdfplumber.open(BytesIO(rendered)) as pdf:
        yield pdf.pages


@pytest.fixture(scope="module")
def opened(rendered):
    with pikepdf.open(BytesIO(rendered)) as pdf:
        yield pdf


def test_it_is_sound(opened):
    assert opened.check_pdf_syntax() == []
    assert len(opened.pages) == 3
    assert [float(length) for length in opened.pages[0].MediaBox] == pytest.approx([0, 0, *SIZE])


def test_the_same_bytes_whatever_was_rendered_before(rendered):
    other = a_document()._replace(pages=(flow_page(1)._replace(texts=(a_text("Zakat ĀĂĄ ЖЗИ", 300, 50),)),))
    first = render_pdf(other)
    assert render_pdf(a_document(draft=True)) == rendered
    assert render_pdf(other) == first


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Jayapura"},
        {"SOURCE_DATE_EPOCH": "86400"},
        {"LC_ALL": "C", "TZ": "America/Lima"},
    ],
)
def test_the_same_bytes_in_any_environment(rendered, environment):
    program = (
        "import hashlib, tests.render.render_samples as s; from sopgen.render.pdf import render_pdf;"
        "print(hashlib.sha256(render_pdf(s.a_document(draft=True))).hexdigest())"
    )
    search = str(HERE.parents[1])
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": search, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(rendered).hexdigest()


def test_another_document_has_another_id(opened):
    changed = a_document(draft=False)
    with pikepdf.open(BytesIO(render_pdf(changed))) as other:
        assert bytes(other.trailer.ID[0]) != bytes(opened.trailer.ID[0])


def test_every_font_is_an_embedded_subset(opened):
    fonts = [font for page in opened.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font.FontDescriptor
        assert str(font.BaseFont)[7] == "+"
    names = {str(font.BaseFont)[8:] for font in fonts}
    assert names == {"LiberationSans", "LiberationSans-Bold", "LiberationSerif-Italic"}


def test_no_base_14_font_script_or_link_stands_anywhere_in_the_file(rendered, opened):
    for item in opened.objects:
        written = bytes(item.unparse())
        assert not any(
            word in written for word in (b"Helvetica", b"/JavaScript", b"/JS", b"/URI", b"/Link", b"/OpenAction")
        )
    assert b"ASCII85" not in rendered
    assert rl_config.useA85


def test_metadata_has_the_documents_own_dates(opened):
    assert {key: str(value) for key, value in opened.docinfo.items() if key not in {"/Producer", "/SegelSopgen"}} == {
        "/Title": "Contoh SOP",
        "/Author": "SEKRETARIAT JENDERAL, BAGIAN CONTOH",
        "/Subject": "Standar Operasional Prosedur Administrasi Pemerintahan",
        "/Keywords": "SOP-1/X/2018",
        "/Creator": f"sopgen {__version__}",
        "/CreationDate": "D:20181015000000Z",
        "/ModDate": "D:20190102000000Z",
    }
    assert str(opened.Root.Lang) == "id-ID"
    assert opened.Root.ViewerPreferences.DisplayDocTitle


def test_without_dates_there_are_none():
    undated = a_document()._replace(created=None, modified=None)
    with pikepdf.open(BytesIO(render_pdf(undated))) as pdf:
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo)


def test_bookmarks_for_both_parts_and_for_each_page_of_the_flow(opened):
    with opened.open_outline() as outline:
        told = [(item.title, [below.title for below in item.children]) for item in outline.root]
        entries = [entry for item in outline.root for entry in (item, *item.children)]
        targets = [entry.destination[0].objgen for entry in entries]
    assert told == [("Identitas", []), ("Prosedur", ["Halaman 2: kegiatan 1", "Halaman 3: kegiatan 1"])]
    first, second, third = [page.objgen for page in opened.pages]
    assert targets == [first, second, second, third]


def grey_of(item):
    """One number or a tuple of one: pdfplumber's versions differ."""
    colour = item["non_stroking_color"]
    return colour if isinstance(colour, int | float) else colour[0]


def words_of(page):
    return {word["text"]: word for word in page.extract_words(keep_blank_chars=True)}


def test_words_stand_where_the_scene_puts_them(pages):
    words = words_of(pages[0])
    for text in (text for cell in a_document().pages[0].tables[0].cells for text in cell.texts):
        (run,) = text.runs
        word = words[run.text]
        assert word["x0"] == pytest.approx(run.x, abs=0.01)
        assert word["x1"] == pytest.approx(run.x + run.width, abs=0.05)
        chars = [char for char in pages[0].chars if char["size"] == pytest.approx(text.size)]
        assert {round(HEIGHT - char["matrix"][5], 2) for char in chars} >= {run.baseline}


def test_turned_text_reads_upward_from_its_start(pages):
    turned = [char for char in pages[1].chars if not char["upright"]]
    turned = [char for char in turned if grey_of(char) == 0]
    assert "".join(char["text"] for char in turned) == "Turned"
    assert turned[0]["matrix"] == pytest.approx((0, 1, -1, 0, 80, HEIGHT - 112))


def test_text_comes_in_reading_order(pages):
    text = "".join(char["text"] for char in pages[1].chars)
    places = [text.index(part) for part in ("PROSEDUR", "Turned", "(benar)", "Halaman", "Ya")]
    assert places == sorted(places)


def test_text_beside_a_drawn_glyph_keeps_its_place(pages):
    """The tick is a path; a blank stands in its room, and the rest begins where it was measured to."""
    line = [char for char in pages[1].chars if abs(HEIGHT - char["matrix"][5] - 133) < 0.01]
    assert "".join(char["text"] for char in line) == "  (benar) \\ é"
    assert line[1]["x0"] == pytest.approx(66 + 0.8 * 9, abs=0.01)
    tick = [curve for curve in pages[1].curves if curve["x0"] >= 66 and curve["x1"] <= 73.2]
    assert [len(curve["pts"]) for curve in tick] == [3]


def test_turned_text_goes_on_above_its_drawn_glyph():
    """Upward, the glyph's room ends 0.8 em above the foot of its box."""
    glyph = Glyph("☐", (71, 92.8, 80, 100))
    page = flow_page(1)._replace(texts=(a_text("☐ ya", 80, 100, turned=True, glyphs=(glyph,)),), tables=(), symbols=())
    with pdfplumber.open(BytesIO(render_pdf(a_document()._replace(pages=(page,))))) as pdf:
        turned = [char for char in pdf.pages[0].chars if not char["upright"]]
        (box,) = [rect for rect in pdf.pages[0].rects + pdf.pages[0].curves if 71 <= rect["x0"] < rect["x1"] <= 80]
    assert [(char["text"], round(HEIGHT - char["matrix"][5], 2)) for char in turned[:2]] == [(" ", 100), (" ", 92.8)]
    assert (box["stroke"], box["fill"]) == (True, False)


def strokes(page):
    """(cap, width, points) of each stroked line or path, as painted."""
    cap, width, found, path = 0, 0.0, [], []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "J":
                cap = int(operands[0])
            case "w":
                width = float(operands[0])
            case "m":
                path.append([tuple(map(float, operands))])
            case "l" | "c":
                path[-1].append(tuple(map(float, list(operands)[-2:])))
            case "S":
                found += [(cap, width, points) for points in path]
                path = []
            case "f" | "f*" | "B" | "B*" | "n":
                path = []
    return found


def test_rules_are_closed_at_corners_and_black_lies_over_grey(opened):
    caps, widths, _ = zip(*strokes(opened.pages[1])[:3], strict=True)
    assert caps == (2, 2, 2)
    assert widths == (0.3, 0.8, 0.8)


def test_every_arrow_is_drawn_with_butt_ends_from_its_first_point():
    """On a page without drawn glyphs, which set butt ends of their own."""
    page = flow_page(1)
    page = page._replace(tables=(page.tables[0]._replace(cells=()),))
    with pikepdf.open(BytesIO(render_pdf(a_document()._replace(pages=(page,))))) as pdf:
        shafts = [each for each in strokes(pdf.pages[0]) if each[1] == STYLE.stroke]
    assert {cap for cap, *_ in shafts} == {0}
    starts = [(x, round(HEIGHT - y, 2)) for _, _, ((x, y), *_) in shafts]
    assert starts == [arrow.points[0] for arrow in page.arrows]


def test_shafts_end_inside_heads_and_tips_on_the_last_point(pages):
    tips = {arrow.points[-1] for arrow in flow_page(2).arrows if arrow.head}
    heads = [curve for curve in pages[1].curves if curve["fill"] and not curve["stroke"]]
    assert sorted((round(head["pts"][0][0], 2), round(head["pts"][0][1], 2)) for head in heads) == sorted(tips)
    for head in heads:
        assert head["height"] == pytest.approx(STYLE.arrow_length, abs=0.001)
        assert head["width"] == pytest.approx(STYLE.arrow_width, abs=0.001)
    (straight,) = [
        line for line in pages[1].lines if line["x0"] == 198.5 and line["top"] == pytest.approx(143, abs=0.01)
    ]
    assert straight["bottom"] == pytest.approx(180 - STYLE.arrow_length / 2, abs=0.01)
    assert straight["linewidth"] == STYLE.stroke


def test_omegas_bulge_up_from_both_walks(pages):
    shafts = [curve for curve in pages[1].curves if not curve["fill"] and len(curve["pts"]) > 6]
    assert len(shafts) == 2
    for shaft, level, centres in zip(shafts, (220, 251.5), ((230, 250), (240, 220)), strict=True):
        points = [(round(x, 2), round(y, 2)) for x, y in shaft["pts"]]
        for centre in centres:
            assert (centre, round(level - STYLE.omega_radius, 2)) in points
            assert (round(centre - STYLE.omega_radius, 2), level) in points
        assert not any(level < y < level + STYLE.omega_radius + 0.1 for _, y in points)


def test_symbols_are_white_with_one_stroke(pages):
    drawn = [each for each in pages[1].curves + pages[1].rects if each["fill"] and each["stroke"]]
    assert len(drawn) == 5
    assert {each["linewidth"] for each in drawn} == {STYLE.stroke}
    assert all(grey_of(each) == 1 for each in drawn)


def test_painting_order(opened):
    """Fills, watermark, rules, texts, arrows, symbols, labels: by the first operator of each kind."""
    operators = [str(op) for _, op in pikepdf.parse_content_stream(opened.pages[1])]
    texts = [at for at, op in enumerate(operators) if op == "BT"]
    fills = [at for at, op in enumerate(operators) if op in {"f", "f*"}]
    strokes = [at for at, op in enumerate(operators) if op == "S"]
    both = [at for at, op in enumerate(operators) if op == "B"]
    watermark, page_text, labels = texts
    first_after = min(at for at in fills if at > watermark)
    assert fills[0] < watermark < strokes[0] < page_text < first_after < both[0] <= both[-1] < labels


def test_the_watermark_climbs_the_diagonal_in_grey(pages):
    letters = [
        char for char in pages[1].chars if char["size"] > 50 or (char["text"] in "KONSEP" and not char["upright"])
    ]
    assert "".join(char["text"] for char in letters) == "KONSEP"
    a, b, *_ = letters[0]["matrix"]
    assert b / a == pytest.approx(SIZE[1] / SIZE[0], rel=1e-4)
    assert grey_of(letters[0]) == 0.85
    assert pages[1].chars[0]["text"] == "K"


def test_no_watermark_without_a_draft():
    with pdfplumber.open(BytesIO(render_pdf(a_document()))) as pdf:
        assert all("KONSEP" not in page.extract_text() for page in pdf.pages)


def test_rules_and_fills_have_the_scenes_measures(pages):
    (fill,) = [rect for rect in pages[0].rects if rect["fill"]]
    assert (fill["x0"], fill["x1"], fill["top"], fill["bottom"]) == pytest.approx((60, 300, 99, 150), abs=0.001)
    assert fill["non_stroking_color"] == pytest.approx((0xE4 / 255,) * 3, abs=1e-4)
    rules = {(line["x0"], round(line["top"], 2), line["x1"], round(line["bottom"], 2)) for line in pages[0].lines}
    assert rules == {(60, 99, 600, 99), (60, 150, 600, 150), (60, 99, 60, 150), (600, 99, 600, 150)}
    assert {line["linewidth"] for line in pages[0].lines} == {0.8}


def test_the_logo_keeps_its_alpha_and_place(opened, pages):
    (image,) = pages[0].images
    assert (image["x0"], image["top"], image["x1"], image["bottom"]) == pytest.approx((400, 200, 460, 260), abs=0.01)
    (picture,) = [each for each in opened.pages[0].Resources.XObject.values() if each.Subtype == "/Image"]
    assert picture.SMask.read_bytes() == bytes([255, 128, 64, 0])


def drawn_logo(data):
    document = a_document()
    page = document.pages[0]._replace(images=(Image("logo", data, (400, 200, 460, 260), "Lambang"),))
    with pikepdf.open(BytesIO(render_pdf(document._replace(pages=(page,))))) as pdf:
        logo = pdf.pages[0].Resources.XObject
        (drawn,) = [each for each in logo.values() if "/SMask" in each] or logo.values()
        return drawn.read_bytes(), drawn.SMask.read_bytes() if "/SMask" in drawn else None


def test_a_palette_with_transparency_keeps_it():
    picture = Picture.new("P", (2, 1))
    picture.putpalette([200, 0, 0, 0, 0, 200])
    picture.putdata([0, 1])
    target = BytesIO()
    picture.save(target, "PNG", transparency=bytes([128, 255]))
    assert drawn_logo(target.getvalue()) == (bytes([200, 0, 0, 0, 0, 200]), bytes([128, 255]))


def test_a_16_bit_grey_logo_keeps_its_greys():
    picture = Picture.new("I;16", (2, 1))
    picture.putpixel((0, 0), 0x8000)
    target = BytesIO()
    picture.save(target, "PNG")
    assert drawn_logo(target.getvalue()) == (bytes([0x80, 0]), None)


def test_a_signature_box_is_an_empty_signature_field(opened):
    (field,) = opened.Root.AcroForm.Fields
    assert (field.FT, "/V" in field) == ("/Sig", False)
    assert [float(edge) for edge in field.Rect] == pytest.approx([400, HEIGHT - 360, 560, HEIGHT - 300], abs=0.001)
    assert [each.objgen for each in opened.pages[0].Annots] == [field.objgen]
    assert "/Annots" not in opened.pages[1]


def test_no_signature_box_no_form():
    document = a_document()
    bare = document._replace(pages=tuple(page._replace(signature_field=False) for page in document.pages))
    with pikepdf.open(BytesIO(render_pdf(bare))) as pdf:
        assert "/AcroForm" not in pdf.Root
