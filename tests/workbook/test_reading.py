"""Workbooks read back without their writer: texts, grid, shapes, lines; and what no workbook may do to the reader."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from sopgen.foreign.files import MOST_BYTES
from sopgen.foreign.package import MOST_PARTS
from sopgen.workbook.cells import place_of, reference_of, shared_texts, sheet_of
from sopgen.workbook.package import NoWorkbook, parts_of, tree
from sopgen.workbook.reading import read_workbook
from sopgen.workbook.shapes import drawn
from sopgen.workbook.values import Sheet

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
XDR = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
GRID = Sheet("Prosedur", tuple(60.0 * i for i in range(6)), tuple(30.0 * i for i in range(9)), {})


def anchor(shape: str, start=(1, 0, 1, 0), end=(3, 0, 3, 0)) -> str:
    def corner(tag: str, at) -> str:
        names = ("col", "colOff", "row", "rowOff")
        return (
            f"<xdr:{tag}>"
            + "".join(f"<xdr:{n}>{v}</xdr:{n}>" for n, v in zip(names, at, strict=True))
            + f"</xdr:{tag}>"
        )

    return f"<xdr:twoCellAnchor>{corner('from', start)}{corner('to', end)}{shape}<xdr:clientData/></xdr:twoCellAnchor>"


def line(geometry: str, *, frame: str = "", glue: str = "", head: str = '<a:tailEnd type="triangle"/>') -> str:
    return (
        '<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="9" name="Panah"/>'
        f"<xdr:cNvCxnSpPr>{glue}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr>"
        f"<xdr:spPr><a:xfrm {frame}/>{geometry}<a:ln>{head}</a:ln></xdr:spPr></xdr:cxnSp>"
    )


def preset(name: str, **adjustments: int) -> str:
    guides = "".join(f'<a:gd name="{key}" fmla="val {value}"/>' for key, value in adjustments.items())
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def only_line(xml: str):
    shapes, (found,), *_ = drawn(ET.fromstring(f"<xdr:wsDr {XDR}>{xml}</xdr:wsDr>"), GRID)
    assert shapes == ()
    return found


def rounded(points) -> list[tuple[int, int]]:
    return [(round(x), round(y)) for x, y in points]


# The frame of every case: x 60 … 180, y 30 … 90.
@pytest.mark.parametrize(
    ("geometry", "frame", "points"),
    [
        (preset("straightConnector1"), "", [(60, 30), (180, 90)]),
        (preset("straightConnector1"), 'flipV="1"', [(60, 90), (180, 30)]),
        (preset("bentConnector2"), "", [(60, 30), (180, 30), (180, 90)]),
        (preset("bentConnector2"), 'flipH="1"', [(180, 30), (60, 30), (60, 90)]),
        # a quarter turn: down first, then to the left
        (preset("bentConnector2"), 'rot="5400000"', [(180, 30), (180, 90), (60, 90)]),
        (preset("bentConnector2"), 'rot="5400000" flipV="1"', [(60, 30), (60, 90), (180, 90)]),
        (preset("bentConnector3", adj1=25000), "", [(60, 30), (90, 30), (90, 90), (180, 90)]),
        (preset("bentConnector3"), "", [(60, 30), (120, 30), (120, 90), (180, 90)]),
        (preset("bentConnector4", adj1=-25000, adj2=50000), "", [(60, 30), (30, 30), (30, 60), (180, 60), (180, 90)]),
        (
            preset("bentConnector5", adj1=125000, adj2=50000, adj3=-25000),
            "",
            [(60, 30), (210, 30), (210, 60), (30, 60), (30, 90), (180, 90)],
        ),
    ],
)
def test_where_connectors_run(geometry, frame, points):
    assert rounded(only_line(anchor(line(geometry, frame=frame))).points) == points


def test_glue_and_heads():
    found = only_line(
        anchor(
            line(
                preset("line"),
                glue='<a:stCxn id="2" idx="3"/><a:endCxn id="5" idx="0"/>',
                head='<a:headEnd type="none"/>',
            )
        )
    )
    assert found.glued == ((2, 3), (5, 0))
    assert found.heads == (False, False)


def test_a_free_form_with_a_half_circle():
    path = (
        '<a:custGeom><a:pathLst><a:path w="1200" h="600" fill="none"><a:moveTo><a:pt x="0" y="600"/></a:moveTo>'
        '<a:lnTo><a:pt x="500" y="600"/></a:lnTo><a:arcTo wR="100" hR="100" stAng="10800000" swAng="10800000"/>'
        '<a:lnTo><a:pt x="1200" y="600"/></a:lnTo></a:path></a:pathLst></a:custGeom>'
    )
    found = only_line(anchor(line(path).replace("cxnSp", "sp").replace("CxnSp", "Sp")))
    assert rounded(found.points) == [(60, 90), (110, 90), (130, 90), (180, 90)]
    assert rounded(found.omegas) == [(120, 90)]


def test_of_two_forms_the_first_counts_and_groups_are_opened():
    shape = (
        '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{}" name="{}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm>'
        '<a:off x="{}" y="0"/><a:ext cx="1000" cy="1000"/></a:xfrm>'
        '<a:prstGeom prst="flowChartProcess"/></xdr:spPr></xdr:sp>'
    )
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='a14'>{anchor(shape.format(2, 'satu', 0))}</mc:Choice>"
        f"<mc:Fallback>{anchor(shape.format(2, 'dua', 0))}</mc:Fallback></mc:AlternateContent>"
    )
    group = anchor(
        '<xdr:grpSp><xdr:nvGrpSpPr/><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000" cy="1000"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="2000" cy="1000"/></a:xfrm></xdr:grpSpPr>'
        + shape.format(3, "kiri", 0)
        + shape.format(4, "kanan", 1000)
        + "</xdr:grpSp>"
    )
    shapes, lines, *_ = drawn(ET.fromstring(f"<xdr:wsDr {XDR}>{both}{group}</xdr:wsDr>"), GRID)
    assert lines == ()
    assert [(each.name, rounded([each.box[:2], each.box[2:]])) for each in shapes] == [
        ("satu", [(60, 30), (180, 90)]),
        ("kiri", [(60, 30), (120, 90)]),
        ("kanan", [(120, 30), (180, 90)]),
    ]


def test_cells_of_every_kind():
    sheet = sheet_of(
        "x",
        ET.fromstring(
            f'<worksheet {MAIN}><cols><col min="1" max="2" width="4"/></cols><sheetData>'
            '<row r="2" ht="30"><c r="B2" t="s"><v>1</v></c>'
            '<c r="C2" t="inlineStr"><is><r><t>satu </t></r><r><t>dua</t></r></is></c>'
            '<c r="D2"><v>7</v></c><c r="E2" t="s"><v>99</v></c></row><row r="4" hidden="1"/></sheetData>'
            '<mergeCells><mergeCell ref="B2:B3"/></mergeCells><rowBreaks><brk id="2"/></rowBreaks></worksheet>'
        ),
        ("nol", "teks"),
    )
    assert sheet.cells == {(1, 1): "teks", (1, 2): "satu dua", (1, 3): "7"}
    assert sheet.columns[:3] == (0.0, 24.0, 48.0)
    assert sheet.rows[:5] == (0.0, 15.0, 45.0, 60.0, 60.0)
    assert sheet.span((2, 1)) == ((1, 1), (2, 1))
    assert sheet.breaks == (2,)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("_x0041_", "A"),
        ("_x005F_x0041_ dan _x005f_x000D_", "_x0041_ dan _x000D_"),
        ("_x41_ _xD83D_", "_x41_ _xD83D_"),
    ],
)
def test_escapes_in_a_cell_are_read_as_a_spreadsheet_shows_them(written, shown):
    texts = shared_texts(ET.fromstring(f"<sst {MAIN}><si><t>{written}</t></si></sst>"))
    cells = f'<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>{written}</t></is></c>'
    cells += f'<c r="C1" t="str"><v>{written}</v></c>'
    sheet = sheet_of(
        "x", ET.fromstring(f"<worksheet {MAIN}><sheetData><row>{cells}</row></sheetData></worksheet>"), texts
    )
    assert list(sheet.cells.values()) == [shown] * 3


@pytest.mark.parametrize(
    ("reference", "place"), [("A1", (0, 0)), ("Z3", (2, 25)), ("AA10", (9, 26)), ("XFD1", (0, 16383))]
)
def test_references(reference, place):
    assert place_of(reference) == place
    assert reference_of(place) == reference


def package(**parts: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"bukan zip",
        package(a=b"b"),
        package(**{"xl/workbook.xml": b"<rusak"}),
        package(**{"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'}),
    ],
)
def test_what_is_no_workbook(data):
    with pytest.raises(NoWorkbook):
        read_workbook(data)


def test_a_bomb_is_put_down_early():
    with pytest.raises(NoWorkbook):
        parts_of(package(bom=b"\0" * (MOST_BYTES + 1)))
    with pytest.raises(NoWorkbook):
        parts_of(package(**{str(number): b"" for number in range(MOST_PARTS + 1)}))


def test_entities_are_refused_in_any_part():
    with pytest.raises(NoWorkbook):
        tree('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16"))
    with pytest.raises(NoWorkbook):
        tree(b'<!DOCTYPE lolz [<!ENTITY lol "lol">]><x>&lol;</x>')


def shape(geometry: str, *, frame: str = "", name: str = "Bentuk") -> str:
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="9" name="{name}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        f"<xdr:spPr><a:xfrm {frame}/>{geometry}</xdr:spPr></xdr:sp>"
    )


@pytest.mark.parametrize(
    ("name", "frame", "ends"),
    [
        ("rightArrow", "", [(60, 60), (180, 60)]),
        ("rightArrow", 'flipH="1"', [(180, 60), (60, 60)]),
        ("downArrow", "", [(120, 30), (120, 90)]),
        ("upArrow", 'rot="10800000"', [(120, 30), (120, 90)]),
        ("rightArrow", 'rot="5400000"', [(120, 30), (120, 90)]),
    ],
)
def test_a_broad_arrow_is_a_line_with_a_head(name, frame, ends):
    found = only_line(anchor(shape(preset(name), frame=frame)))
    assert rounded(found.points) == ends
    assert found.heads == (False, True)


def test_of_two_forms_within_an_anchor_the_first_counts():
    forms = (("Choice", "diamond"), ("Fallback", "rect"))
    inner = "".join(f"<mc:{tag}>{shape(preset(name))}</mc:{tag}>" for tag, name in forms)
    two = f"<mc:AlternateContent>{inner}</mc:AlternateContent>"
    (found,), *_ = drawn(ET.fromstring(f"<xdr:wsDr {XDR}>{anchor(two)}</xdr:wsDr>"), GRID)
    assert found.preset == "diamond"
