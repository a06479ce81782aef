"""Widths are the embedded fonts' own, and so are the metrics that stand in for them."""

import importlib.util
import io
import json
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as EmbeddedFont
from reportlab.pdfgen.canvas import Canvas

from sopgen.text.face import Face
from sopgen.text.measure import (
    SHAPE_WIDTH,
    SHAPES,
    BoxMeasurer,
    Metrics,
    describe,
    font_name,
    font_path,
    metrics,
    missing_glyphs,
    width,
)

FACES = [Face(*face) for face in product(("sans", "serif", "bookman"), (False, True), (False, True))]
SANS = Face("sans")
BOOKMAN = Face("bookman")
EVERY_FACE = pytest.mark.parametrize("face", FACES, ids=font_name)
TEXT = "Menerima & memeriksa konsep “SOP” — a.n. Sekretaris\u00a0Jenderal: 1.000 × ½ ±3 °C, Ω é ł 10/2018"


def vendor_tool():
    path = Path(__file__).parents[2] / "tools" / "vendor_fonts.py"
    spec = importlib.util.spec_from_file_location("vendor_fonts", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@EVERY_FACE
@pytest.mark.parametrize("size", [7.0, 8.5, 9.0])
def test_width_is_the_one_that_reportlab_prints(face, size):
    embedded = EmbeddedFont(font_name(face), str(font_path(face)))

    assert width(TEXT, face, size) == pytest.approx(embedded.stringWidth(TEXT, size), abs=0.001)


@EVERY_FACE
def test_every_character_of_the_font_has_its_advance(face):
    font = TTFont(font_path(face))
    em = font["head"].unitsPerEm
    measured = metrics(face)
    expected = {chr(code): font["hmtx"][name][0] / em for code, name in font.getBestCmap().items() if code != 0xA0}

    assert {char: measured.advance(char) for char in expected} == expected
    assert measured.advance("\u00a0") == measured.advance(" ")


@EVERY_FACE
def test_metrics_are_not_stale(face):
    stored = json.loads(font_path(face).with_suffix(".json").read_text())

    assert stored == json.loads(json.dumps(vendor_tool().metrics_of(TTFont(font_path(face)))))


@EVERY_FACE
def test_vertical_measures_are_in_order(face):
    measured = metrics(face)

    assert measured.descent < 0 < measured.x_height < measured.cap_height < measured.ascent < 1.5


def test_arial_measures():
    measured = metrics(SANS)

    assert measured.cap_height == pytest.approx(1409 / 2048)
    assert measured.advance("m") == pytest.approx(1706 / 2048)


@EVERY_FACE
def test_fonts_are_free_to_embed_and_say_what_they_are(face):
    font = TTFont(font_path(face))
    names = font["name"]

    assert font["OS/2"].fsType == 0
    assert bool(font["head"].macStyle & 1) == face.bold
    assert bool(font["head"].macStyle & 2) == face.italic
    assert bool(font["OS/2"].fsSelection & 0x20) == face.bold
    assert bool(font["OS/2"].fsSelection & 1) == face.italic
    assert names.getDebugName(13)


@pytest.mark.parametrize("face", [f for f in FACES if f.family == "bookman"], ids=font_name)
def test_the_changed_font_has_a_name_of_its_own(face):
    names = TTFont(font_path(face))["name"]

    assert names.getDebugName(1) == "Sopgen Bookman"
    assert names.getDebugName(6) == font_name(face)
    assert not any("Gyre" in names.getDebugName(k) for k in (1, 2, 3, 4, 5, 6))


@EVERY_FACE
def test_fonts_embed(face):
    pdfmetrics.registerFont(EmbeddedFont(font_name(face), str(font_path(face))))
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1, pageCompression=0, initialFontName=font_name(face))
    canvas.setFont(font_name(face), 9)
    canvas.drawString(50, 50, TEXT)
    canvas.save()

    assert b"/FontFile2" in file.getvalue()
    assert b"Helvetica" not in file.getvalue()


@pytest.mark.parametrize("name", ["OFL.txt", "GUST-FONT-LICENSE.txt", "README.md"])
def test_licences_lie_beside_the_fonts(name):
    assert font_path(SANS).with_name(name).stat().st_size > 1000


def test_missing_glyphs_come_once_and_in_the_order_of_the_text():
    assert missing_glyphs("a漢b字漢\n", SANS) == ("漢", "字")


def test_shapes_are_not_missing():
    assert missing_glyphs(SHAPES, SANS) == ()
    assert not metrics(SANS).covers("☐")
    assert metrics(SANS).advance("☐") == SHAPE_WIDTH


def test_a_shape_that_the_font_has_is_a_glyph():
    assert metrics(SANS).covers("●")
    assert not metrics(BOOKMAN).covers("●")


@pytest.mark.parametrize(
    ("char", "expected"),
    [("😀", "U+1F600 GRINNING FACE"), ("漢", "U+6F22 CJK UNIFIED IDEOGRAPH-6F22"), ("\ue000", "U+E000")],
)
def test_a_character_is_described_by_name(char, expected):
    assert describe(char) == expected


def test_boxes_are_all_alike():
    measurer = BoxMeasurer()

    assert measurer.width("il✓漢", SANS, 10.0) == 20.0
    assert measurer.missing_glyphs("漢", SANS) == ()


def test_metrics_can_be_made_by_hand():
    made = Metrics(cap_height=0.7, x_height=0.5, ascent=0.9, descent=-0.2, advances={"a": 0.6})

    assert (made.advance("a"), made.advance("b"), made.covers("b")) == (0.6, 0.5, False)


def test_measuring_parses_no_font():
    code = (
        "import sys; from sopgen.text.face import Face; from sopgen.text.block import Block, items_of;"
        "Block(items_of('satu dua', (), 'none'), Face('sans')).lines(4.0);"
        "print(*{'fontTools', 'reportlab', 'pyphen'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == ""
