"""What is laid upon a workbook's sheet: the finding says what it hides, or on which side of the table it stands."""

from __future__ import annotations

import pytest

from sopgen.diagnostics import Severity
from tests.rules.drawing.edits import DRAWING, added
from tests.rules.drawing.telling import told

CHART = (
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="902" name="Chart 1"/><xdr:cNvGraphicFramePr/>'
    '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></xdr:graphicFrame>'
)


def box(text: str) -> str:
    return (
        '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="901" name="Kotak 9"/><xdr:cNvSpPr txBox="1"/>'
        '</xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/>'
        "</a:solidFill><a:ln><a:noFill/></a:ln></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r>"
        f"<a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    )


def anchored(first: tuple[int, int], last: tuple[int, int], body: str) -> str:
    """From column and row to column and row."""
    ends = "".join(
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{off}</xdr:colOff><xdr:row>{row}</xdr:row>"
        f"<xdr:rowOff>{off}</xdr:rowOff></xdr:{name}>"
        for name, (column, row), off in (("from", first, 9000), ("to", last, 0))
    )
    return f"<xdr:twoCellAnchor>{ends}{body}<xdr:clientData/></xdr:twoCellAnchor>"


LAID = {
    "on one cell": ((14, 3), (17, 4), box(""), "menutupi isi tabel: “Disposisi”.", "langkah 1, kolom Output"),
    "on many": (
        (8, 3),
        (17, 6),
        box(""),
        "“Agenda Kerja”, “15 menit”, “Disposisi” dan 2 sel lagi.",
        "langkah 1, kolom Kelengkapan, Waktu, Output",
    ),
    "on an empty cell": ((17, 4), (20, 5), box("Khusus"), "ditempelkan pada tabel", "langkah 2, kolom Keterangan"),
    "below": ((1, 12), (6, 14), box("Catatan"), "ditambahkan di bawah tabel", "di bawah langkah 9"),
    "beside": ((22, 4), (24, 6), box("Catatan"), "ditambahkan di samping tabel", "langkah"),
    "a chart": ((8, 3), (17, 4), CHART, "bagan, diagram, atau coretan menutupi isi tabel", "langkah 1"),
    "a chart on symbols": ((4, 3), (7, 6), CHART, "bagan, diagram, atau coretan menutupi", "langkah 2, kolom Kasubid"),
}


@pytest.mark.parametrize("name", LAID)
def test_it_says_what_it_hides_or_where_it_stands(name):
    first, last, body, words, place = LAID[name]
    (found,) = told((DRAWING, added(anchored(first, last, body))))
    assert found.severity is Severity.WAJIB
    assert words in found.message.id
    assert place in found.where.id
