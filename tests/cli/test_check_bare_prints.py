"""PDFs that bring no spec: what was covered, written over or printed too small is told, and not called fine."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from sopgen import finished
from sopgen.scene import Box
from tests.cli.test_check_refitted import placed
from tests.cli.test_check_stamped import box_of, drawn, made, upon

__all__ = ["drawn", "made"]  # fixtures


def bare(data: bytes) -> bytes:
    """Without its spec, and without a word on who made it."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        del pdf.Root.AF, pdf.Root.Names, pdf.Root.Metadata, pdf.trailer.Info
        pdf.save(target)
    return target.getvalue()


def told(data: bytes) -> tuple[list[str], list[tuple[str, bool]]]:
    held = finished.check_held(bare(data), "kiriman.pdf", today=date(2026, 1, 1))
    drawing = [each.code for each in held.diagnostics if each.code[:3] in {"PNH", "SIM", "OPC"}]
    return drawing, [(each.why.id, each.decisive) for each in held.unexamined]


def over(box: Box, said: str) -> str:
    left, bottom, right, top = box
    words = f"0 g BT /Uji 7 Tf {left + 4} {top - 12} Td ({said}) Tj ET" if said else ""
    return f"1 g {left + 2} {bottom + 2} {right - left - 4} {top - bottom - 4} re f {words}"


def test_words_written_over_covered_ones_leave_the_verdict_open(made, drawn):
    box = box_of(drawn, 1, "kegiatan", 1, "uraian")
    retyped = [why for why, is_open in told(upon(made, 1, over(box, "Membakar kerangka acuan")))[1] if is_open]
    assert any("Menyusun kerangka acuan kegiatan" in why and "diubah sesudah dibuat" in why for why in retyped)
    assert not any("diubah sesudah dibuat" in why for why, _ in told(made)[1])
    assert not any("diubah sesudah dibuat" in why for why, _ in told(upon(made, 1, over(box, "")))[1])


@pytest.mark.parametrize(
    ("path", "is_open"), [(("dasar_hukum",), True), (("pengesahan",), False)], ids=["a box", "where one signs"]
)
def test_a_picture_over_words_outside_the_table_is_told_once(made, drawn, path, is_open):
    left, bottom, right, top = box_of(drawn, 0, *path)
    target = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf:
        stream = pdf.make_stream(b"\xc8")
        stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        stream.Width, stream.Height, stream.BitsPerComponent = 1, 1, 8
        stream.ColorSpace = pikepdf.Name.DeviceGray
        pdf.pages[0].add_resource(stream, pikepdf.Name.XObject, pikepdf.Name.Foto)
        drawing = f"q {right - left - 8} 0 0 {top - bottom - 8} {left + 4} {bottom + 4} cm /Foto Do Q"
        pdf.pages[0].contents_add(pdf.make_stream(drawing.encode()))
        pdf.save(target)
    pictures = [(why, decisive) for why, decisive in told(target.getvalue())[1] if "gambar" in why]
    assert len(pictures) == 1
    assert pictures[0][1] == is_open


@pytest.mark.parametrize("scale", [0.5, 0.36, 0.3])
def test_a_chart_printed_very_small_is_read_as_any_other(made, scale):
    assert told(placed(made, scale, 40, 40))[0] == told(made)[0] == []
