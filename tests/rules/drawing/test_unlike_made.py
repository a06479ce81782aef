"""A workbook of ours that now hides, covers or joins what its cells say is told so, each at its sheet (TBL-05)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sopgen import finished, pipeline
from sopgen.diagnostics import Diagnostic
from sopgen.render.ooxml.parts import packed
from sopgen.render.ooxml.seal import sealed

SPECS = Path(__file__).resolve().parents[3] / "specs"
FLOW = "xl/worksheets/sheet2.xml"
STYLES = "xl/styles.xml"
COVER = (
    "<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    "</xdr:from><xdr:to><xdr:col>20</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="9001" name="Tutup"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>'
    '<xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{}</a:t>'
    "</a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
)
LOOSE = '<row r="400"><c r="B400" t="inlineStr"><is><t>Biaya lima juta</t></is></c></row></sheetData>'

Edit = Callable[[dict[str, bytes]], None]


@cache
def _made() -> bytes:
    return pipeline.render_document(pipeline.build_document(SPECS / "sirebo.sop.yaml"), "xlsx")


def _put(part: str, old: str, new: str) -> Edit:
    def edit(parts: dict[str, bytes]) -> None:
        text = parts[part].decode("utf-8")
        assert old in text, f"{part} has no {old}"
        parts[part] = text.replace(old, new, 1).encode("utf-8")

    return edit


def _cover(text: str) -> Edit:
    def edit(parts: dict[str, bytes]) -> None:
        (drawing,) = [name for name in parts if name.startswith("xl/drawings/drawing")]
        _put(drawing, "</xdr:wsDr>", COVER.format(text))(parts)

    return edit


def _whiten(parts: dict[str, bytes]) -> None:
    parts[STYLES] = parts[STYLES].replace(b"<sz ", b'<color rgb="FFFFFFFF"/><sz ')


def _blacken(parts: dict[str, bytes]) -> None:
    text = parts[STYLES].decode("utf-8")
    black = '<fill><patternFill patternType="solid"><fgColor rgb="FF101010"/></patternFill></fill></fills>'
    first, cells, last = text.replace("</fills>", black).partition("<cellXfs")
    number = first.count("<fill>") - 1
    parts[STYLES] = (first + cells + last.replace('fillId="0"', f'fillId="{number}"')).encode("utf-8")


def _mask(parts: dict[str, bytes]) -> None:
    text = parts[STYLES].decode("utf-8")
    head, found, rest = text.partition("<cellXfs")
    rest = rest.replace('numFmtId="0"', 'numFmtId="200"')
    formats = '<numFmts count="1"><numFmt numFmtId="200" formatCode="&quot;Biaya&quot;"/></numFmts>'
    first, fonts, last = head.partition("<fonts")
    parts[STYLES] = (first.partition("<numFmts")[0] + formats + fonts + last + found + rest).encode("utf-8")


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (_put("xl/workbook.xml", 'sheetId="2" state="visible"', 'sheetId="2" state="veryHidden"'), "disembunyikan"),
        (_cover("Biaya lima juta rupiah dibayar kepada Kepala"), "menutupi isi tabel"),
        (_cover("Biaya"), "menutupi isi tabel"),
        (_cover(""), "menutupi isi tabel"),
        (_put(FLOW, "</sheetData>", LOOSE), "di luar tabel: “Biaya lima juta”"),
        (_put("xl/workbook.xml", "$A$1:$U$16", "$A$1:$U$12"), "di luar daerah cetak"),
        (_put(FLOW, "<oddHeader/>", "<oddHeader>&amp;CBiaya lima juta</oddHeader>"), "cetak memuat “Biaya"),
        (
            _put(
                FLOW,
                "<pageMargins",
                '<conditionalFormatting sqref="A1:T90"><cfRule type="expression" priority="1"/></conditionalFormatting>'
                "<pageMargins",
            ),
            "format bersyarat",
        ),
        (_whiten, "huruf sewarna dasarnya"),
        (_blacken, "huruf sewarna dasarnya"),
        (_mask, "format angka"),
    ],
)
def test_what_hides_or_covers_is_told(edit: Edit, told: str) -> None:
    with zipfile.ZipFile(io.BytesIO(_made())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    edit(parts)
    found = [each.message.id for each in _judged(_zipped(parts)) if each.code == "TBL-05"]
    assert any(told in message for message in found), found


def test_a_forged_seal_hides_nothing() -> None:
    with zipfile.ZipFile(io.BytesIO(_made())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    _cover("Biaya lima juta rupiah dibayar kepada Kepala")(parts)
    data = packed(sealed(parts))
    assert pipeline.seal_state(data) == "whole"
    assert any("menutupi isi tabel" in each.message.id for each in _judged(data) if each.code == "TBL-05")


def test_of_another_edition_what_stands_elsewhere_is_no_change(monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(io.BytesIO(_made())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    _cover("Biaya")(parts)
    _put(FLOW, "</sheetData>", LOOSE)(parts)
    _put("xl/workbook.xml", 'sheetId="2" state="visible"', 'sheetId="2" state="veryHidden"')(parts)
    monkeypatch.setattr("sopgen.render.ooxml.seal.DRAWING", 99)
    held = finished.check_held(_zipped(parts), "sirebo.xlsx", today=date(2026, 1, 15))
    (found,) = [each.message.id for each in held.diagnostics if each.code == "TBL-05"]
    assert "disembunyikan" in found
    assert held.altered
    assert [each.why.id for each in held.unexamined if each.decisive and "menggambar lain" in each.why.id]


def test_a_workbook_packed_anew_is_told_nothing() -> None:
    with zipfile.ZipFile(io.BytesIO(_made())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"sopgen", b"Excel")
    data = _zipped(parts)
    assert [each.message.id for each in _judged(data) if each.code == "TBL-05"] == []


def _zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file.getvalue()


def _judged(data: bytes) -> tuple[Diagnostic, ...]:
    return finished.check_held(data, "buku.xlsx", today=date(2026, 1, 1)).diagnostics


def test_what_an_older_version_set_otherwise_is_told_nothing() -> None:
    """Items in cells of their own, the number of pages written out."""
    with zipfile.ZipFile(io.BytesIO(_made())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    _put(FLOW, "&amp;P dari &amp;N", "&amp;P dari 2")(parts)
    word = "Biro Umum"
    _put("xl/worksheets/sheet1.xml", "</sheetData>", LOOSE.replace("Biaya lima juta", word))(parts)
    assert word in parts["xl/worksheets/sheet1.xml"].decode("utf-8").replace(LOOSE, "")
    told = [each.message.id for each in _judged(_zipped(parts)) if each.code == "TBL-05"]
    assert [message for message in told if message.startswith("Lembar")] == []
