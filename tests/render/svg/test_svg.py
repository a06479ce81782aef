"""Pages as SVG: whole, safe, the same bytes, every item with its place in the spec, and in Chromium as the PDF is."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageFilter

from sopgen import pipeline
from sopgen.intake import MemorySource, load_spec
from sopgen.render.reading_order import drawing_texts, page_texts
from sopgen.render.svg import render_pages
from sopgen.scene import Document, Page
from tests.render.render_samples import a_document, marked_document
from tests.required_tools import skip_without
from tests.rules.references import spec_path

SVG = "{http://www.w3.org/2000/svg}"
NASTY = """\
judul: "<script>alert(1)</script> & ]]> \\"kutip\\""
pelaksana: {a: "Kepala <b> & Co"}
kegiatan:
  - {uraian: "Membuat </text><image href=x onerror=alert(1)>", pelaksana: a}
  - {uraian: "✓ Mengarsipkan ☐ dokumen", pelaksana: a, keterangan: "javascript:alert(1)"}
"""


@cache
def drawn(name: str) -> Document:
    return pipeline.build_document(spec_path(name))


def plain(page: bytes) -> str:
    """What is written on a page, with blanks as one."""
    root = ET.fromstring(page)
    return " ".join("".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")).split())


def paths(page: bytes) -> set[tuple]:
    return {tuple(json.loads(each.get("data-path"))) for each in ET.fromstring(page).iter() if each.get("data-path")}


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", ["konsinyering", "contoh-lengkap"])
def test_every_text_of_a_page_is_real_text(name):
    document = drawn(name)
    for page, svg in zip(document.pages, render_pages(document, with_fonts=False), strict=True):
        written = squeezed(plain(svg))
        for text in (*page_texts(page), *(label for _, label in drawing_texts(page))):
            for run in text.runs:
                assert squeezed(run.text) in written


def test_words_on_lines_do_not_grow_together():
    _, flow = render_pages(drawn("konsinyering"), with_fonts=False)
    assert "konsinyering" in plain(flow).lower().split()


@pytest.mark.parametrize("name", ["konsinyering", "contoh-lengkap"])
def test_what_is_drawn_knows_its_place_in_the_spec(name):
    loaded = load_spec(spec_path(name))
    found = set().union(*map(paths, render_pages(drawn(name), with_fonts=False)))
    for number, step in enumerate(loaded.sop.kegiatan):
        assert {("kegiatan", number), ("kegiatan", number, "uraian"), ("kegiatan", number, "waktu")} <= found
        labels = {way.label for way in step.arah if way.label}
        assert {("kegiatan", number, "keputusan", label) for label in labels} <= found
    assert {("pelaksana", each.id) for each in loaded.sop.pelaksana} <= found
    assert {("judul",), ("nomor",), ("dasar_hukum",), ("tanggal", "efektif"), ("pengesahan", "jabatan")} <= found
    for path in found - {("unit",), ("nomor",)}:  # what the spec says, or may say
        assert path[0] in {*loaded.sop._fields, "pengesahan", "logo", "tanggal"}


def test_symbols_are_named_for_those_who_cannot_see_them():
    _, flow = render_pages(drawn("konsinyering"), with_fonts=False)
    symbols = [each for each in ET.fromstring(flow).iter(f"{SVG}g") if each.get("data-symbol")]
    assert [each.get("data-step") for each in symbols[:3]] == ["1", "2", "3"]
    assert all(each.get("role") == "img" and each.find(f"{SVG}title").text for each in symbols)


def test_no_text_of_a_spec_becomes_markup():
    document = pipeline.build_document(MemorySource("x.sop.yaml", NASTY.encode()))
    for page in render_pages(document):
        root = ET.fromstring(page)
        assert not {each.tag.removeprefix(SVG) for each in root.iter()} & {"script", "b", "foreignObject", "a"}
        assert not [name for each in root.iter() for name in each.keys() if name.startswith("on")]  # noqa: SIM118
        assert not list(root.iter(f"{SVG}image"))
    assert "</text><image href=x onerror=alert(1)>" in plain(render_pages(document)[-1])


def test_drawn_characters_are_shapes_with_their_name():
    document = pipeline.build_document(MemorySource("x.sop.yaml", NASTY.encode()))
    (*_, flow) = render_pages(document)
    named = [each.get("aria-label") for each in ET.fromstring(flow).iter(f"{SVG}path") if each.get("aria-label")]
    assert named == ["✓", "☐"]


def test_the_same_document_gives_the_same_bytes_and_holds_its_fonts():
    first, second = render_pages(a_document()), render_pages(a_document())
    assert first == second
    assert b"@font-face" not in render_pages(a_document(), with_fonts=False)[0]


def test_a_font_is_cut_down_to_what_the_page_uses():
    page = render_pages(drawn("konsinyering"))[0].decode()
    fonts = [base64.b64decode(part.partition(")")[0]) for part in page.split("base64,")[1:]]
    used = set(plain(page.encode()))
    held = set()
    for font in fonts:
        assert len(font) < 40_000
        characters = {chr(code) for code in TTFont(BytesIO(font)).getBestCmap()}
        assert characters <= used | {" ", "\u00a0"}
        held |= characters
    assert used - {" "} <= held


def shots(documents: list[tuple[Page, bytes]], folder: Path) -> list[Image.Image]:
    """The pages as Chromium draws them, two pixels a point."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        skip_without("chromium", "no Chromium on PATH")
    top, tops, images = 0, [], []
    for page, svg in documents:
        width, height = page.size
        size = f"left:0;top:{top}px;width:{2 * width}px;height:{2 * height}px"
        source = base64.b64encode(svg).decode()
        images.append(f'<img style="position:absolute;{size}" src="data:image/svg+xml;base64,{source}">')
        tops.append(top)
        top += int(2 * height) + 10
    (folder / "x.html").write_text(f'<body style="margin:0">{"".join(images)}</body>')
    subprocess.run(
        [
            *(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *(f"--window-size=2000,{top}", f"--user-data-dir={folder / 'profile'}"),
            *(f"--screenshot={folder / 'x.png'}", (folder / "x.html").as_uri()),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )
    whole = Image.open(folder / "x.png").convert("L")
    return [
        whole.crop((0, top, int(2 * page.size[0]), top + int(2 * page.size[1])))
        for (page, _), top in zip(documents, tops, strict=True)
    ]


@pytest.mark.slow
def test_chromium_shows_what_the_pdf_shows(tmp_path):
    """Blurred by two pixels (a point), so that only shapes, weights and places count, no edge's smoothing."""
    documents = [
        drawn("contoh-lengkap"),
        pipeline.lay_out(load_spec(spec_path("konsinyering")), draft=True),
        marked_document()._replace(pages=marked_document().pages[1:]),  # the first has a logo of four pixels
    ]
    pages = [(page, svg) for each in documents for page, svg in zip(each.pages, render_pages(each), strict=True)]
    blur = ImageFilter.GaussianBlur(2)
    shown = iter(shots(pages, tmp_path))
    for document in documents:
        for page in pypdfium2.PdfDocument(pipeline.render_document(document, "pdf", archival="none")):
            picture = next(shown)
            printed = page.render(scale=2).to_pil().convert("L").crop((0, 0, *picture.size))
            apart = ImageChops.difference(printed.filter(blur), picture.filter(blur))
            counts = apart.histogram()
            assert max(value for value, count in enumerate(counts) if count) < 60
            assert sum(value * count for value, count in enumerate(counts)) / sum(counts) < 2
