"""One thing that was done to a finished PDF is one entry, however many pages, cells or arrows it touches."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
import pytest

from sopgen import finished, pipeline
from sopgen.drawn.model import Point
from sopgen.scene import Box, Document
from tests.cli.page_edits import SPEC, edited
from tests.cli.test_check_put_upon import with_note
from tests.cli.test_check_refitted import on_sheets
from tests.cli.test_check_stamped import SPECS, box_of, drawn, made, name_of, ring, stroke, upon

__all__ = ["drawn", "made"]  # fixtures


class Told(NamedTuple):
    """What is said of the pages, beside what the spec itself earns."""

    wajib: list[tuple[str, str]]
    advice: list[str]
    marks: list[tuple[str, bool]]
    altered: bool


def told_of(data: bytes) -> Told:
    held = finished.check_held(data, "kiriman.pdf", today=date(2026, 1, 1))
    of_pages = [each for each in held.diagnostics if each.code == "TBL-05" or each.severity.value == "wajib"]
    return Told(
        [(each.code, each.message.id) for each in of_pages if each.severity.value == "wajib"],
        [each.message.id for each in of_pages if each.severity.value == "anjuran"],
        [(each.what.id, each.decisive) for each in held.unexamined if "halaman" in each.what.id],
        held.altered,
    )


def on_all(data: bytes, put: Callable[[int], str]) -> bytes:
    for page in range(3):
        data = upon(data, page, put(page))
    return data


def watermark(said: str, colour: str, size: int = 70) -> str:
    return f"{colour} BT /Uji {size} Tf 0.87 0.5 -0.5 0.87 200 130 Tm ({said}) Tj ET"


@pytest.mark.parametrize(
    ("said", "colour", "is_open"),
    [
        ("DRAFT", "0.85 g", True),
        ("TIDAK BERLAKU", "0.85 g", True),
        ("TIDAK BERLAKU", "1 0.7 0.7 rg", True),
        ("DRAFT", "0 g", True),
    ],
)
def test_a_watermark_on_all_pages_is_one_entry(made, said, colour, is_open):
    found = told_of(on_all(made, lambda _: watermark(said, colour)))
    assert (found.wajib, found.advice) == ([], [])
    assert found.marks == [(f"yang dibubuhkan di atas isi halaman 1–3: “{said}”", is_open)]


def test_what_is_whitened_below_a_watermark_is_a_fault_all_the_same(made, drawn):
    left, bottom, right, top = box_of(drawn, 1, "kegiatan", 1, "uraian")
    white = upon(made, 1, f"1 g {left + 2} {bottom + 2} {right - left - 4} {top - bottom - 4} re f")
    found = told_of(on_all(white, lambda _: watermark("SALINAN", "0.85 g")))
    assert [code for code, _ in found.wajib] == ["TBL-05"]


def test_the_numbers_of_a_bundle_are_one_entry(made):
    found = told_of(on_all(made, lambda page: f"0 g BT /Uji 8 Tf 400 6 Td ({page + 41}) Tj ET"))
    assert found.marks == [("yang dibubuhkan pada halaman 1–3 di luar isinya: “41”, “42”, “43”", False)]


def chart_of(drawn: Document) -> Point:
    """Amid the lanes, between two steps, in the PDF's own points."""
    page = drawn.pages[1]
    boxes = [each.box for each in page.symbols]
    return (min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2, page.size[1] - page.rows[3].y1


@pytest.mark.parametrize("turn", [0, 40, -40])
def test_a_stroke_and_a_stamp_across_the_chart_are_no_arrows_and_no_symbols(made, drawn, turn):
    x, y = chart_of(drawn)
    pen = f"1 0 0 RG 2 w {x - 50} {y - turn} m {x} {y + 40} l {x + 50} {y + turn} l S"
    for put in (pen, ring(x, y), f"{ring(x, y)} BT /Uji 7 Tf {x - 20} {y} Td (KEMENTERIAN) Tj ET"):
        found = told_of(upon(made, 1, put))
        assert (found.wajib, len(found.marks)) == ([], 1)
        assert found.marks[0][0].startswith("yang dibubuhkan di atas isi halaman 2 (langkah ")


@pytest.mark.parametrize("kind", ["FreeText", "Stamp", "Square"])
def test_a_note_that_is_drawn_is_told_once_with_its_words(made, drawn, kind):
    x, y = chart_of(drawn)
    found = told_of(with_note(made, 1, kind, (x, y, x + 80, y + 20), "Langkah ini dihapus"))
    assert found.wajib == []
    assert [(said.endswith("“Langkah ini dihapus”"), is_open) for said, is_open in found.marks] == [(True, True)]


def picture_upon(data: bytes, box: Box) -> bytes:
    """A signature cut out of a photograph: a picture whose paper is white, and covers what is below."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        rows = [bytes(0 if abs(at - row) < 2 else 255 for at in range(60)) for row in range(30)]
        stream = pdf.make_stream(b"".join(rows))
        stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        stream.Width, stream.Height, stream.BitsPerComponent = 60, 30, 8
        stream.ColorSpace = pikepdf.Name.DeviceGray
        page = pdf.pages[0]
        page.add_resource(stream, pikepdf.Name.XObject, pikepdf.Name.Paraf)
        left, bottom, right, top = box
        page.contents_add(
            pdf.make_stream(f"q {right - left} 0 0 {top - bottom} {left} {bottom} cm /Paraf Do Q".encode())
        )
        pdf.save(target)
    return target.getvalue()


@pytest.mark.parametrize(("across", "up"), [(-20, -12), (150, -12), (60, 20)])
def test_a_picture_of_a_signature_across_the_rooms_edge_hinders_nothing(made, drawn, across, up):
    page = drawn.pages[0]
    left, _, _, bottom = page.signature_box
    low = page.size[1] - bottom + up
    cell = next(cell for table in page.tables for cell in table.cells if cell.path == ("pengesahan",))
    name = next(text for text in cell.texts if text.role == "nama")
    low = max(low, page.size[1] - name.box[1] + 1)  # the name stays to be read
    found = told_of(picture_upon(made, (left + across, low, left + across + 80, low + 40)))
    assert (found.wajib, [is_open for _, is_open in found.marks]) == ([], [False])


def test_a_picture_that_hides_the_name_is_told(made, drawn):
    left, bottom, right, top = name_of(drawn)
    found = told_of(picture_upon(made, (left - 4, bottom - 4, right + 4, top + 4)))
    assert [code for code, _ in found.wajib] == ["TBL-05"]


def test_words_written_over_a_cells_are_quoted_and_not_read_into_them(made, drawn):
    left, bottom, _, top = box_of(drawn, 1, "kegiatan", 1, "uraian")
    found = told_of(upon(made, 1, f"1 0 0 rg BT /Uji 14 Tf {left + 4} {(bottom + top) / 2 - 4} Td (5 hari) Tj ET"))
    assert found.wajib == []
    assert [(said.endswith(": “5 hari”"), is_open) for said, is_open in found.marks] == [(True, True)]


def test_what_is_hidden_of_several_cells_is_quoted(made, drawn):
    left, bottom, right, top = box_of(drawn, 1, "kegiatan", 1, "uraian")
    found = told_of(upon(made, 1, f"1 g {left + 2} {bottom - 4} {right - left - 4} {top - bottom} re f"))
    assert len(found.wajib) == 1
    assert "seharusnya “" in found.wajib[0][1] or "spesifikasinya (“" in found.wajib[0][1]


@pytest.mark.parametrize("edge", [14, 20])
def test_a_margin_cut_off_is_advice_and_a_cut_page_a_fault(made, edge):
    def cut(by: float) -> bytes:
        target = BytesIO()
        with pikepdf.open(BytesIO(made)) as pdf:
            wide, high = (float(side) for side in pdf.pages[1].mediabox[2:])
            pdf.pages[1].CropBox = [by, by, wide - by, high - by]
            pdf.save(target)
        return target.getvalue()

    found = told_of(cut(edge))
    assert (found.wajib, found.advice, found.marks) == ([], ["Halaman 2 dipotong tepinya yang kosong."], [])
    assert [code for code, _ in told_of(cut(90)).wajib] == ["TBL-05"]


def test_a_page_of_another_sop_on_the_same_form_is_one_fault(made):
    """Stapled in its place: title, number and many cells differ."""
    from sopgen.intake import MemorySource

    text = (SPECS / "contoh-ringkas.sop.yaml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^judul: .*$", "judul: Penyusunan Rencana Pemusnahan Arsip", text)
    text = re.sub(r"(?m)^nomor: .*$", "nomor: 987/UJI/2026", text)
    text = re.sub(r"(?m)^(.*uraian: \S+)", r"\1 arsip", text)
    other = pipeline.build_pdf(MemorySource("lain.sop.yaml", text.encode(), None, logos=None))
    target = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf, pikepdf.open(BytesIO(other)) as brought:
        pdf.pages[1] = brought.pages[1]
        pdf.save(target)
    found = told_of(target.getvalue())
    assert found.wajib == [("TBL-05", "Halaman 2 bukan halaman SOP ini; di situ seharusnya halaman 2 SOP ini.")]
    assert found.marks == []


def test_a_stamped_pdf_can_be_marked(project, sopgen, made, drawn):
    left, bottom, right, top = name_of(drawn)
    data = upon(made, 0, f"{ring((left + right) / 2, (bottom + top) / 2)} {stroke((left, bottom, right, top))}")
    assert not told_of(data).altered
    (project / "kiriman.pdf").write_bytes(data)
    outcome = sopgen("check", "kiriman.pdf", "--mark", "--date", "2026-01-01")
    assert "tanpa salinan bertanda" not in outcome.err


@pytest.fixture(scope="module")
def emblem(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Of two pages; its spec names an emblem, which it shows."""
    folder = tmp_path_factory.mktemp("lambang")
    (folder / "logo.png").write_bytes((SPECS / "contoh-logo.png").read_bytes())
    (folder / "lap.sop.yaml").write_text(SPEC.format(logo="logo.png"), encoding="utf-8")
    return pipeline.build_pdf(folder / "lap.sop.yaml")


def renamed(data: bytes) -> bytes:
    """As ghostscript writes it: the emblem's mask is one of the page's pictures, and stands before it."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pictures = pdf.pages[0].Resources.XObject
        (name,) = [name for name, each in pictures.items() if each.Subtype == "/Image"]
        picture = pictures[name]
        pictures["/R1"], pictures["/R2"] = picture.SMask, picture
        del pictures[name]
        said = pdf.pages[0].Contents.read_bytes().replace(name.encode(), b"/R2")
        pdf.pages[0].Contents = pdf.make_stream(said)
        pdf.save(target)
    return target.getvalue()


def test_a_programs_names_for_the_emblem_and_pictures_beside_it_change_no_page(emblem):
    assert told_of(emblem).wajib == []
    found = told_of(renamed(emblem))
    assert (found.wajib, found.marks) == ([], [])
    found = told_of(picture_upon(emblem, (10, 8, 70, 30)))
    assert (found.wajib, len(found.marks)) == ([], 1)


def test_the_emblem_is_found_on_a_sheet_of_two_pages(emblem):
    found = told_of(on_sheets(emblem))
    assert (found.wajib, len(found.advice)) == ([], 1)


def test_a_note_that_hides_a_name_is_told_with_both_in_one_entry(made, drawn):
    left, bottom, right, top = name_of(drawn)
    said = "Pejabat Lain"

    def cover(pdf: Any) -> None:
        form = pdf.make_stream(f"1 g 0 0 {right - left + 8} {top - bottom + 6} re f".encode())
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = [0, 0, right - left + 8, top - bottom + 6]
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.FreeText,
            Rect=[left - 4, bottom - 3, right + 4, top + 3],
            Contents=said,
            F=4,
            AP=pikepdf.Dictionary(N=form),
        )
        pdf.pages[0].Annots = [*pdf.pages[0].get("/Annots", []), pdf.make_indirect(note)]

    found = told_of(edited(made, cover))
    assert ([code for code, _ in found.wajib], found.marks) == (["TBL-05"], [])
    assert f"“{said}”" in found.wajib[0][1]
    assert "seharusnya “" in found.wajib[0][1]


def test_highlights_of_a_page_are_told_together(made, drawn):
    data = made
    for step in (0, 1, 3):
        data = with_note(data, 1, "Highlight", box_of(drawn, 1, "kegiatan", step, "uraian"), "")
    found = told_of(data)
    assert (found.wajib, len(found.marks)) == ([], 1)
    assert found.marks[0][0].startswith("3 sorotan pada halaman 2 (langkah 1, 2, 4), pada “")


BSRE = (
    "UU ITE No. 11 Tahun 2008 Pasal 5 Ayat 1: Informasi Elektronik dan/atau Dokumen Elektronik merupakan alat bukti",
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan BSrE.",
    "Digitally signed by Nama Pejabat Date: 2026.11.12 10:33:05 +07",
    "Ditandatangani secara elektronik oleh: Nama Pejabat, S.IP., M.Si.",
)


@pytest.mark.parametrize("said", BSRE)
def test_what_services_of_signatures_print_into_the_margin_hinders_nothing(made, said):
    found = told_of(on_all(made, lambda _: f"0 g BT /Uji 5 Tf 60 5 Td ({said}) Tj ET"))
    assert (found.wajib, [is_open for _, is_open in found.marks]) == ([], [False])
    assert found.marks[0][0].startswith("yang dibubuhkan pada halaman 1–3 di luar isinya")


def test_who_says_more_than_that_is_read(made):
    said = "Ditandatangani secara elektronik oleh Nama Pejabat. Langkah 2 ditiadakan"
    found = told_of(upon(made, 0, f"0 g BT /Uji 5 Tf 60 5 Td ({said}) Tj ET"))
    assert [is_open for _, is_open in found.marks] == [True]


def test_a_letterhead_is_one_entry(made):
    lines = ("PEMERINTAH PROVINSI CONTOH", "Jalan Merdeka Nomor 1")
    put = " ".join(f"BT /Uji 8 Tf 300 {600 - 9 * at} Td ({said}) Tj ET" for at, said in enumerate(lines))
    found = told_of(upon(made, 0, f"0 g {put} 40 588 m 740 588 l S"))
    assert (found.wajib, len(found.marks)) == ([], 1)
    assert all(said in found.marks[0][0] for said in lines)


def test_a_stamp_with_its_date_over_the_head_is_a_stamp(made):
    found = told_of(upon(made, 0, "0.7 0 0 rg BT /Uji 12 Tf 200 370 Td (DITERIMA 12 NOV 2026) Tj ET"))
    assert (found.wajib, [is_open for _, is_open in found.marks]) == ([], [False])


def test_a_portfolio_is_told_as_one(made):
    target = BytesIO()
    with pikepdf.new() as cover:
        cover.add_blank_page(page_size=(595, 842))
        cover.attachments["sop-cuti.pdf"] = made
        cover.Root.Collection = pikepdf.Dictionary(View=pikepdf.Name.D)
        cover.save(target)
    held = finished.check_held(target.getvalue(), "kiriman.pdf", today=date(2026, 1, 1))
    assert [each.code for each in held.diagnostics] == ["BACA-01"]
    assert "portofolio" in held.diagnostics[0].message.id
    assert "sop-cuti.pdf" in held.diagnostics[0].message.id
    assert "Keluarkan" in held.diagnostics[0].remedy.id
