"""Old PDFs dropped on the page in one file: read as by `sopgen import`, shown beside their original, or refused."""

from __future__ import annotations

import base64
import io
import zlib
from typing import TYPE_CHECKING

import pikepdf
import pytest

from benchmarks.oldstock.make import make
from sopgen import oldstock
from sopgen.drawn import files
from tests.drawn.drawing_docx import word_file
from tests.drawn.drawing_pdf import Page as Drawing
from tests.web.conftest import follows, open_files, spec_text

if TYPE_CHECKING:
    from playwright.sync_api import Page

DROP = """([name, data]) => {
  const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name, {type: 'application/pdf'}));
  for (const kind of ['dragenter', 'dragover', 'drop'])
    document.body.dispatchEvent(new DragEvent(kind, {dataTransfer, bubbles: true, cancelable: true}));
}"""
COLOURS = """image => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 1400, height: 990});
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 1400, 990);
  context.drawImage(image, 0, 0, 1400, 990);
  const {data} = context.getImageData(0, 0, 1400, 990);
  const counts = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = data.slice(at, at + 3);
    if (red < 90 && green < 90 && blue < 90) counts[0]++;
    else if (green > red + 25 && green > blue + 10) counts[1]++;
    else if (red > green + 60 && red > blue + 60) counts[2]++;
  }
  return counts;
}"""
SEEDS = (300_000, 300_001, 300_003)


def drawn(*, turn: int = 0, password: str | None = None) -> bytes:
    made = Drawing(fills=False, turn=turn, sideways=bool(turn), password=password)
    made.table()
    made.chart()
    made.arrow((240, 360), (300, 372))
    return made.bytes()


def drop(page: Page, name: str, data: bytes) -> None:
    page.evaluate(DROP, [name, base64.b64encode(data).decode()])


def opened(page: Page) -> None:
    page.locator(".origin").wait_for(timeout=60_000)
    follows(page)


@pytest.mark.parametrize("turn", [0, 90])
def test_an_old_pdf_is_read_as_by_import_and_stands_beside_what_is_drawn_of_it(page, seen, tmp_path, turn):
    data = drawn(turn=turn)
    (imported,) = oldstock.import_drawn(data)
    before = len(seen)
    drop(page, "SOP lama.pdf", data)
    opened(page)
    assert spec_text(page, tmp_path) == imported.spec("SOP lama.pdf")
    page.locator(".origin").get_by_role("button").click()
    doubts = page.locator(".origin li").all_inner_texts()
    assert len(doubts) == len(imported.doubts) > 0
    assert all(each.message.id in told for each, told in zip(imported.doubts, doubts, strict=True))
    page.get_by_role("switch", name="Aslinya").click()
    original = page.locator(".originals img")
    original.evaluate("image => image.decode()")
    dark, green, red = original.evaluate(COLOURS)
    assert dark > 500  # the page's own picture
    assert green > 500
    assert red > 20
    page.get_by_role("switch", name="Aslinya").click()
    assert [each for each in seen[before:] if not each.startswith("blob:")] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_made_up_old_stock_is_read_as_by_import(page, tmp_path, seed):
    data = next(each for each in map(made_pdf, range(seed, seed + 50)) if each)
    expected = oldstock.import_drawn(data)[0].spec("stok.pdf")
    drop(page, "stok.pdf", data)
    opened(page)
    assert spec_text(page, tmp_path) == expected


def made_pdf(seed: int) -> bytes | None:
    document = make(seed)
    return document["data"] if document["data"].startswith(b"%PDF") and len(document["truths"]) == 1 else None


def test_what_needs_an_office_program_is_told_to_be_saved_first(page, tmp_path):
    (tmp_path / "lama.docx").write_bytes(word_file())
    open_files(page, tmp_path / "lama.docx")
    page.get_by_text(files.NO_OFFICE_IN_PAGE.id).first.wait_for(timeout=60_000)


@pytest.mark.parametrize(
    ("name", "words"), [("locked", files.LOCKED_PDF), ("broken", files.NO_PDF), ("bomb", files.LARGE_PDF)]
)
def test_what_cannot_be_read_is_told_in_words_and_the_engine_lives_on(page, tmp_path, name, words):
    data = {
        "locked": drawn(password="x"),
        "broken": b"%PDF-1.4\n" + bytes(range(256)) * 4,
        "bomb": b"%PDF-1.4\n1 0 obj\n<<>>\nstream\n" + zlib.compress(bytes(300 << 20), 9) + b"\nendstream\nendobj\n",
    }[name]
    (tmp_path / f"{name}.pdf").write_bytes(data)
    open_files(page, tmp_path / f"{name}.pdf")
    page.get_by_text(words.id).first.wait_for(timeout=60_000)
    drop(page, "sesudahnya.pdf", drawn())
    opened(page)


def test_a_picture_that_takes_all_memory_ends_nothing(page, tmp_path):
    data = with_huge_picture(drawn())
    (imported,) = oldstock.import_drawn(data)
    drop(page, "berat.pdf", data)
    opened(page)
    assert spec_text(page, tmp_path) == imported.spec("berat.pdf")


def with_huge_picture(data: bytes) -> bytes:
    """The first page paints a picture that is 2.7 GB once it is unpacked."""
    pdf = pikepdf.open(io.BytesIO(data))
    picture = pdf.make_stream(
        zlib.compress(bytes(64 << 20), 9),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=30000,
        Height=30000,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceRGB,
        Filter=pikepdf.Name.FlateDecode,
    )
    page = pdf.pages[0]
    name = page.add_resource(picture, pikepdf.Name.XObject)
    page.contents_add(f"q 20 0 0 20 5 5 cm {name} Do Q".encode())
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()
