"""SOPs "drawn by hand", in workbooks and PDFs, that are spoilt, crowded, or nothing that a hand would draw."""

# ruff: noqa: E501 - stretches of XML

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from benchmarks.hostile_files.making import Bases, Command, Made, Rng, flip, written
from benchmarks.hostile_files.packages import pack, unpack
from benchmarks.hostile_files.pdfs import FONT, document, stream
from benchmarks.oldstock.make import make as draw
from benchmarks.oldstock.xlsx import DRAW, EMU, MAIN, PACK, REL

_PRESETS = (
    "rect",
    "diamond",
    "flowChartTerminator",
    "flowChartOffpageConnector",
    "flowChartDecision",
    "roundRect",
    "heart",
)


def make(rng: Rng, folder: Path, _bases: Bases) -> Made:
    how, made = rng.choice(_DRAWINGS)
    suffix, data = made(rng)
    name = f"berkas{suffix}"
    commands: tuple[Command, ...] = (("import", name), ("import", name), ("check", name))
    return written(rng, folder, data, suffix, how, commands)


def _old(rng: Rng, kind: str) -> bytes:
    while True:
        made: dict[str, Any] = draw(rng.getrandbits(32))
        if made["kind"] == kind:
            data: bytes = made["data"]
            return data


def _spoilt_pdf(rng: Rng) -> tuple[str, bytes]:
    return ".pdf", flip(rng, _old(rng, "pdf"))


def _spoilt_content(rng: Rng) -> tuple[str, bytes]:
    """The pages' own operators, with other numbers, out of order, many times."""
    return ".pdf", _with_contents(_old(rng, "pdf"), lambda content: _spoil_operators(rng, content))


def _spoil_operators(rng: Rng, content: bytes) -> bytes:
    match rng.randrange(4):
        case 0:
            lines = content.split(b"\n")
            rng.shuffle(lines)
            return b"\n".join(lines)
        case 1:
            return re.sub(rb"\b\d+(\.\d+)?\b", lambda it: it[0] if rng.random() < 0.95 else _number(rng), content)
        case 2:
            return content * rng.size(2, 10, 60)
        case _:
            return flip(rng, content)


def _with_contents(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Each packed stream of a PDF by reportlab, changed; the table of places is left for the reader to mend."""

    def changed(found: re.Match[bytes]) -> bytes:
        try:
            raw = zlib.decompress(base64.a85decode(b"<~" + found[1].strip(), adobe=True))
        except (ValueError, zlib.error):
            return found[0]
        packed = base64.a85encode(zlib.compress(change(raw), 9), adobe=True)[2:]
        return b"stream\n" + packed + b"\nendstream"

    return re.sub(rb"(?s)stream\r?\n([^~]*~>)\s*endstream", changed, data)


def _number(rng: Rng) -> bytes:
    return rng.choice((b"0", b"-5000", b"1e9", b"999999999999", b"0.0000001", b"-0", b"3000"))


def _crowded_pdf(rng: Rng) -> tuple[str, bytes]:
    """A table, symbols and lines by the thousand, on one page or on hundreds."""
    count, pages = rng.size((300, 1), (40, 20), (5_000, 1), (100_000, 1), (40, 200), (5, 2_000))
    draw_one = rng.choice((_box, _diamond, _line, _word, _mixed, _mixed))
    same = rng.random() < 0.3
    content = b"".join(draw_one(rng, 0 if same else number) for number in range(count))
    kids = b" ".join(b"%d 0 R" % (4 + number) for number in range(pages))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 3 0 R " + FONT + b" >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % pages,
        stream(zlib.compress(content), b"/Filter /FlateDecode"),
        *[page] * pages,
    ]
    return ".pdf", document(objects)


def _at(rng: Rng, number: int) -> tuple[int, int]:
    return (number * 37 % 800, number * 53 % 580) if rng.random() < 0.9 else (rng.randrange(800), rng.randrange(580))


def _box(rng: Rng, number: int) -> bytes:
    x, y = _at(rng, number)
    return b"%d %d %d %d re S\n" % (x, y, rng.choice((3, 40, 800)), rng.choice((3, 20, 580)))


def _diamond(rng: Rng, number: int) -> bytes:
    x, y = _at(rng, number)
    return b"%d %d m %d %d l %d %d l %d %d l h S\n" % (x, y + 9, x + 18, y + 18, x + 36, y + 9, x + 18, y)


def _line(rng: Rng, number: int) -> bytes:
    x, y = _at(rng, number)
    across = rng.random() < 0.5
    return b"%d %d m %d %d l S\n" % (x, y, 800 if across else x, y if across else 0)


def _word(rng: Rng, number: int) -> bytes:
    x, y = _at(rng, number)
    word = rng.choice(
        (b"Ya", b"Tidak", b"No.", b"Kegiatan", b"Pelaksana", b"Mutu Baku", b"1", b"SOP", b"Uraian Prosedur")
    )
    return b"BT /F1 8 Tf %d %d Td (%s) Tj ET\n" % (x, y, word)


def _mixed(rng: Rng, number: int) -> bytes:
    return rng.choice((_box, _diamond, _line, _word))(rng, number)


def _spoilt_workbook(rng: Rng) -> tuple[str, bytes]:
    parts = unpack(_old(rng, "xlsx"))
    name = rng.choice([name for name in parts if "drawing" in name or "sheet" in name])
    parts[name] = flip(rng, parts[name])
    return ".xlsx", pack(parts)


def _odd_shapes(rng: Rng) -> tuple[str, bytes]:
    """A real drawing whose shapes have other places, presets, glue and texts."""
    parts = unpack(_old(rng, "xlsx"))
    for name in [name for name in parts if "drawings/" in name]:

        def other(found: re.Match[bytes]) -> bytes:
            if rng.random() > 0.1:
                return found[0]
            value = rng.choice(
                (b"0", b"-1", b"999999999", b"1e9", b"nan", b"", b"rect", b"diamond", b"99999999999999999999")
            )
            return found[1] + value + found[3]

        parts[name] = re.sub(
            rb'((?:id|idx|x|y|cx|cy|prst|rot|w|h)="|<xdr:(?:row|col|rowOff|colOff)>)([^"<]*)("|<)', other, parts[name]
        )
    return ".xlsx", pack(parts)


def _crowded_workbook(rng: Rng) -> tuple[str, bytes]:
    """Shapes and connectors by the thousand: in a heap, on a grid, glued in circles, in groups of groups."""
    count = rng.size(50, 1_000, 4_900, 30_000)
    heap, deep = rng.random() < 0.3, rng.size(0, 0, 5, 300, 5_000)
    shapes = "".join(_shape(rng, number, heap=heap, count=count) for number in range(1, count + 1))
    if deep:
        group = '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="9" name="g"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr/>'
        shapes = _anchor(0, 0, group * deep + _sp(1, "rect", "Ya") + "</xdr:grpSp>" * deep) + shapes
    cells = rng.size(50, 3_000, 60_000)
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>{at}</t></is></c><c r="B{at}" t="inlineStr"><is><t>'
        f"{rng.choice(('Kegiatan', 'Mencatat surat', 'Pelaksana', 'No', 'Mutu Baku', 'Judul SOP'))}</t></is></c></row>"
        for at in range(1, cells + 1)
    )
    merges = rng.size(0, 200, 20_000)
    joined = "".join(
        f'<mergeCell ref="{rng.choice("AB")}{at}:XFD{at + rng.choice((0, 1, 900_000))}"/>' for at in range(1, merges)
    )
    sheet = f"<cols/><sheetData>{rows}</sheetData>{f'<mergeCells>{joined}</mergeCells>' if joined else ''}"
    return ".xlsx", pack(_package(sheet, f"<xdr:wsDr {DRAW}>{shapes}</xdr:wsDr>"))


def _shape(rng: Rng, number: int, *, heap: bool, count: int) -> str:
    row, column = (1, 1) if heap else divmod(number, rng.choice((7, 7, 7, 1)))
    if rng.random() < 0.5:
        return _anchor(row, column, _sp(number, rng.choice(_PRESETS), rng.choice(("", "Ya", "Tidak", "1", "A"))))
    ends = "".join(
        f'<a:{end}Cxn id="{rng.randrange(1, count + 1)}" idx="{rng.randrange(5)}"/>'
        for end in ("st", "end")
        if rng.random() < 0.8
    )
    return _anchor(
        row,
        column,
        f'<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="c{number}"/><xdr:cNvCxnSpPr>{ends}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
        f'<xdr:spPr><a:prstGeom prst="{rng.choice(("line", "straightConnector1", "bentConnector3", "bentConnector5"))}"/>'
        f'<a:ln><a:tailEnd type="triangle"/></a:ln></xdr:spPr></xdr:cxnSp>',
    )


def _sp(number: int, preset: str, text: str) -> str:
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{number}" name="s{number}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        f'<xdr:spPr><a:prstGeom prst="{preset}"/></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p>'
        "</xdr:txBody></xdr:sp>"
    )


def _anchor(row: int, column: int, shape: str) -> str:
    def corner(name: str, more: int) -> str:
        return (
            f"<xdr:{name}><xdr:col>{column + more}</xdr:col><xdr:colOff>{EMU}</xdr:colOff>"
            f"<xdr:row>{row + more}</xdr:row><xdr:rowOff>{EMU}</xdr:rowOff></xdr:{name}>"
        )

    return f"<xdr:twoCellAnchor>{corner('from', 0)}{corner('to', 1)}{shape}<xdr:clientData/></xdr:twoCellAnchor>"


def _package(sheet: str, drawing: str) -> dict[str, bytes]:
    def relations(kind: str, target: str) -> str:
        return f'<Relationships xmlns="{PACK}"><Relationship Id="rId1" Type="{REL}/{kind}" Target="{target}"/></Relationships>'

    kind = '<Default Extension="xml" ContentType="application/xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{kind}</Types>',
        "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="SOP" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}" xmlns:r="{REL}">{sheet}<drawing r:id="rId1"/></worksheet>',
        "xl/worksheets/_rels/sheet1.xml.rels": relations("drawing", "../drawings/drawing1.xml"),
        "xl/drawings/drawing1.xml": drawing,
    }
    return {name: text.encode() for name, text in parts.items()}


_DRAWINGS: tuple[tuple[str, Callable[[Rng], tuple[str, bytes]]], ...] = (
    ("spoilt drawing (PDF)", _spoilt_pdf),
    ("spoilt operators", _spoilt_content),
    ("crowded drawing (PDF)", _crowded_pdf),
    ("spoilt drawing (XLSX)", _spoilt_workbook),
    ("odd shapes", _odd_shapes),
    ("crowded drawing (XLSX)", _crowded_workbook),
)
