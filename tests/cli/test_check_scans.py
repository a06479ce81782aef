"""Pages that are pictures, of a PDF that still carries its spec: named once, and the verdict stays open."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from sopgen import finished
from sopgen.rules.held import Held
from tests.cli.page_edits import edited, made

__all__ = ["made"]  # fixture
SAID = "yang berupa gambar (misalnya hasil pindai)"


def judged(data: bytes) -> tuple[list[str], list[tuple[str, bool]], bool]:
    """Mandatory findings; what is said of pages, and whether the verdict rests on it; whether the pages differ."""
    held: Held = finished.check_held(data, "kiriman.pdf", today=date(2026, 6, 30))
    pages = [(each.what.id, each.decisive) for each in held.unexamined if "halaman" in each.what.id]
    return [each.code for each in held.diagnostics if each.severity.value == "wajib"], pages, held.altered


def picture_of(pdf: Any, page: int, data: bytes, dots: int = 100) -> Any:
    """A page as a scanner gives it: one grey picture, here with paper that is not white."""
    document = pypdfium2.PdfDocument(data)
    drawn = document[page].render(scale=dots / 72, grayscale=True)
    rows = bytes(drawn.buffer)
    pixels = b"".join(rows[at : at + drawn.width] for at in range(0, drawn.stride * drawn.height, drawn.stride))
    document.close()
    stream = pdf.make_stream(zlib.compress(pixels.translate(bytes(min(shade, 244) for shade in range(256)))))
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = drawn.width, drawn.height, 8
    stream.ColorSpace, stream.Filter = pikepdf.Name.DeviceGray, pikepdf.Name.FlateDecode
    return stream


def scanned(data: bytes, pages: Collection[int], words: str = "") -> Callable[[Any], None]:
    """`words`: what a program recognised, laid unseen upon it."""

    def edit(pdf: Any) -> None:
        for at in pages:
            page = pdf.pages[at]
            wide, high = float(page.mediabox[2]), float(page.mediabox[3])
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            page.Resources = pikepdf.Dictionary(
                XObject=pikepdf.Dictionary(Pindai=picture_of(pdf, at, data)), Font=pikepdf.Dictionary(Uji=font)
            )
            said = f"BT 3 Tr /Uji 9 Tf 60 300 Td ({words}) Tj ET" if words else ""
            page.Contents = pdf.make_stream(f"q {wide} 0 0 {high} 0 0 cm /Pindai Do Q {said}".encode())
            if "/Annots" in page:
                del page.Annots

    return edit


@pytest.mark.parametrize("words", ["", "Menyusun laporan dan menyampaikannya kepada Kepala Bagian"])
@pytest.mark.parametrize(("pages", "told"), [((0, 1), "halaman 1 dan 2"), ((1,), "halaman 2"), ((0,), "halaman 1")])
def test_scanned_pages_are_named_once_and_the_verdict_stays_open(made, pages, told, words):
    wajib, _, _ = judged(made)
    assert judged(edited(made, scanned(made, pages, words))) == (wajib, [(f"{told}, {SAID}", True)], True)


def test_what_was_changed_on_the_other_pages_is_told_all_the_same(made):
    def edit(pdf: Any) -> None:
        scanned(made, (0,))(pdf)
        pdf.pages[1].contents_add(pdf.make_stream(b"q 1 g 60 200 700 120 re f Q"))

    found, pages, _ = judged(edited(made, edit))
    assert found.count("TBL-05") >= 1
    assert pages[0] == (f"halaman 1, {SAID}", True)


def test_a_page_that_is_missing_beside_scans_is_missing(made):
    def edit(pdf: Any) -> None:
        scanned(made, (0,))(pdf)
        del pdf.pages[1]

    found, pages, _ = judged(edited(made, edit))
    assert "TBL-05" in found
    assert pages == [(f"halaman 1, {SAID}", True)]


def test_a_spec_put_beside_nothing_but_scans_is_theirs(made):
    """A scanner's file to which somebody attached the spec."""
    from sopgen import pipeline

    target = BytesIO()
    with pikepdf.open(BytesIO(made)) as held:
        scanned(made, (0, 1))(held)
        bare = pikepdf.new()
        bare.pages.extend(held.pages)
        origin = pipeline.enclosed(made)
        bare.attachments["lap.sop.yaml"] = pikepdf.AttachedFileSpec(bare, origin.spec, filename="lap.sop.yaml")
        bare.save(target)
    assert judged(target.getvalue())[1] == [(f"halaman 1 dan 2, {SAID}", True)]


def test_letters_drawn_as_outlines_are_a_picture_too(made):
    """Nothing but curves, as programs that flatten a file leave them."""

    def edit(pdf: Any) -> None:
        for page in pdf.pages:
            drawn = " ".join(f"{at % 700} {at // 7} m {at % 700 + 3} {at // 7 + 4} l S" for at in range(0, 4000, 2))
            page.Contents = pdf.make_stream(drawn.encode())

    assert judged(edited(made, edit))[1] == [(f"halaman 1 dan 2, {SAID}", True)]


def test_a_scan_that_lies_on_its_side_is_a_scan_alone(made):
    def edit(pdf: Any) -> None:
        scanned(made, (0, 1))(pdf)
        for page in pdf.pages:
            page.rotate(180, relative=True)

    found, pages, _ = judged(edited(made, edit))
    assert (found, pages) == (judged(made)[0], [(f"halaman 1 dan 2, {SAID}", True)])
