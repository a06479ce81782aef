"""A workbook as sopgen writes it, with one part edited as somebody might in Excel."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

from sopgen import pipeline
from sopgen.workbook.package import parts_of
from sopgen.workbook.reading import read_workbook
from sopgen.workbook.values import Box, Point, Shape, Sheet

ROOT = Path(__file__).resolve().parents[3]
IDENTITY = "xl/worksheets/sheet1.xml"
SHEET = "xl/worksheets/sheet2.xml"
DRAWING = "xl/drawings/drawing2.xml"
BOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
Change = Callable[[str], str]
BOOK_TITLES = (
    "xl/workbook.xml",
    lambda book: re.sub(r"<definedName[^>]*Print_Titles.*?</definedName>", "", book),
)
"""No row is printed on every page any more."""
ANCHOR = re.compile(r"<xdr:twoCellAnchor\b.*?</xdr:twoCellAnchor>", re.DOTALL)
ALTERNATIVE = re.compile(r"<mc:AlternateContent>.*?</mc:AlternateContent>", re.DOTALL)


@cache
def workbook(name: str) -> bytes:
    return pipeline.render_document(pipeline.build_document(ROOT / "specs" / f"{name}.sop.yaml"), "xlsx")


def edited(name: str, part: str, change: Callable[[str], str]) -> bytes:
    """The change must change something."""
    parts = {}
    with zipfile.ZipFile(BytesIO(workbook(name))) as archive:
        for entry in archive.namelist():
            parts[entry] = archive.read(entry)
    before = parts[part].decode()
    after = change(before)
    assert after != before
    parts[part] = after.encode()
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in parts.items():
            archive.writestr(entry, data)
    return target.getvalue()


def drawn_as(shape: str, change: Callable[[str], str]) -> Callable[[str], str]:
    """Edit the shapes of one name, in both their forms."""

    def over(drawing: str) -> str:
        return ANCHOR.sub(lambda found: change(found[0]) if f'name="{shape}"' in found[0] else found[0], drawing)

    return over


def without(shape: str) -> Callable[[str], str]:
    """Delete a shape, in both its forms; of several so called all."""

    def over(drawing: str) -> str:
        gone = ALTERNATIVE.sub(lambda found: "" if f'name="{shape}"' in found[0] else found[0], drawing)
        return drawn_as(shape, lambda _anchor: "")(gone)

    return over


def moved(columns: int = 0, rows: int = 0, right: int = 0, down: int = 0) -> Callable[[str], str]:
    """Move an anchor by whole cells, and by points within them."""

    def shifted(name: str, by: int) -> Callable[[str], str]:
        return lambda anchor: re.sub(
            rf"<xdr:{name}>(-?\d+)</xdr:{name}>", lambda f: f"<xdr:{name}>{int(f[1]) + by}</xdr:{name}>", anchor
        )

    def over(anchor: str) -> str:
        for name, by in (("col", columns), ("row", rows), ("colOff", right * 12700), ("rowOff", down * 12700)):
            anchor = shifted(name, by)(anchor)
        return anchor

    return over


def unglued(anchor: str) -> str:
    return re.sub(r"<a:(st|end)Cxn [^>]*/>", "", anchor)


def as_preset(preset: str) -> Callable[[str], str]:
    return lambda anchor: re.sub(r'prst="\w+"', f'prst="{preset}"', anchor)


def cell(reference: str, text: str) -> Callable[[str], str]:
    """Write another text into a cell."""
    return lambda sheet: re.sub(
        rf'<c r="{reference}" s="(\d+)"(?:[^>]*/>|[^>]*>.*?</c>)',
        rf'<c r="{reference}" s="\1" t="inlineStr"><is><t>{text}</t></is></c>',
        sheet,
        count=1,
        flags=re.DOTALL,
    )


@cache
def flow_sheet(name: str) -> Sheet:
    return read_workbook(workbook(name))[1]


def shape(name: str, title: str) -> Shape:
    return next(each for each in flow_sheet(name).shapes if each.name == title)


def symbol(name: str, step: int) -> Shape:
    return next(each for each in flow_sheet(name).shapes if each.name.startswith(f"Langkah {step} ·"))


def changed(name: str, *edits: tuple[str, Callable[[str], str]]) -> bytes:
    """Several parts edited; each change must change something."""
    parts = dict(parts_of(workbook(name)))
    for part, change in edits:
        before = parts[part].decode()
        after = change(before)
        assert after != before
        parts[part] = after.encode()
    return packed(parts)


def added(anchor: str) -> Callable[[str], str]:
    return lambda drawing: drawing.replace("</xdr:wsDr>", f"{anchor}</xdr:wsDr>")


def straight(start: Point, end: Point, glue: tuple[int, int] | None = None, number: int = 900) -> str:
    """A straight arrow as somebody draws it by hand, glued at its ends to two shapes or not."""
    x, y = min(start[0], end[0]), min(start[1], end[1])
    wide, high = abs(start[0] - end[0]), abs(start[1] - end[1])
    flips = ('flipH="1" ' if end[0] < start[0] else "") + ('flipV="1"' if end[1] < start[1] else "")
    hold = f'<a:stCxn id="{glue[0]}" idx="0"/><a:endCxn id="{glue[1]}" idx="0"/>' if glue else ""
    places = f'x="{round(x * 12700)}" y="{round(y * 12700)}"', f'cx="{round(wide * 12700)}" cy="{round(high * 12700)}"'
    return (
        f'<xdr:absoluteAnchor><xdr:pos {places[0]}/><xdr:ext {places[1]}/><xdr:cxnSp macro=""><xdr:nvCxnSpPr>'
        f'<xdr:cNvPr id="{number}" name="Straight Arrow Connector {number}"/><xdr:cNvCxnSpPr>{hold}</xdr:cNvCxnSpPr>'
        f"</xdr:nvCxnSpPr><xdr:spPr><a:xfrm {flips}><a:off {places[0]}/><a:ext {places[1]}/></a:xfrm>"
        '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom><a:ln><a:tailEnd type="triangle"/></a:ln>'
        "</xdr:spPr></xdr:cxnSp><xdr:clientData/></xdr:absoluteAnchor>"
    )


def box(preset: str, at: Box, text: str = "", number: int = 901) -> str:
    """A shape put in by hand."""
    x0, y0, x1, y1 = at
    run = f"<a:r><a:t>{text}</a:t></a:r>" if text else ""
    places = (
        f'x="{round(x0 * 12700)}" y="{round(y0 * 12700)}"',
        f'cx="{round((x1 - x0) * 12700)}" cy="{round((y1 - y0) * 12700)}"',
    )
    return (
        f'<xdr:absoluteAnchor><xdr:pos {places[0]}/><xdr:ext {places[1]}/><xdr:sp macro="" textlink=""><xdr:nvSpPr>'
        f'<xdr:cNvPr id="{number}" name="Flowchart {number}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>'
        f'<a:xfrm><a:off {places[0]}/><a:ext {places[1]}/></a:xfrm><a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
        f"</xdr:spPr><xdr:txBody><a:bodyPr/><a:p>{run}</a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:absoluteAnchor>"
    )


def typed(shape_name: str, text: str) -> Callable[[str], str]:
    """A text typed into a shape."""
    return drawn_as(
        shape_name,
        lambda anchor: anchor.replace("<a:endParaRPr", f"<a:r><a:t>{text}</a:t></a:r><a:endParaRPr", 1),
    )


def row_of(name: str, step: int) -> int:
    """The sheet's row, from 1, of a step."""
    cells = flow_sheet(name).cells
    return next(row for (row, column), text in sorted(cells.items()) if column == 0 and text == str(step)) + 1


def rows_moved(first: int, by: int = 1) -> Callable[[str], str]:
    """A sheet whose rows from `first` (from 1) on stand further down, or up where rows above them are deleted."""

    def number(found: str) -> str:
        return str(int(found) + by) if int(found) >= first else found

    def over(sheet: str) -> str:
        sheet = re.sub(r'<row r="(\d+)"', lambda f: f'<row r="{number(f[1])}"', sheet)
        sheet = re.sub(r'<c r="([A-Z]+)(\d+)"', lambda f: f'<c r="{f[1]}{number(f[2])}"', sheet)
        sheet = re.sub(
            r'<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"',
            lambda f: f'<mergeCell ref="{f[1]}{number(f[2])}:{f[3]}{number(f[4])}"',
            sheet,
        )
        return re.sub(r'<brk id="(\d+)"', lambda f: f'<brk id="{number(f[1])}"', sheet)

    return over


def shapes_moved(first: int, by: int = 1) -> Callable[[str], str]:
    """The same of what is drawn there."""

    def over(drawing: str) -> str:
        return re.sub(
            r"<xdr:row>(\d+)</xdr:row>",
            lambda f: f"<xdr:row>{int(f[1]) + (by if int(f[1]) + 1 >= first else 0)}</xdr:row>",
            drawing,
        )

    return over


def row_added(first: int, texts: dict[str, str]) -> Callable[[str], str]:
    """A row put in before row `first`; the rows from there on move down."""
    cells = "".join(
        f'<c r="{letters}{first}" t="inlineStr"><is><t>{text}</t></is></c>' for letters, text in texts.items()
    )
    new = f'<row r="{first}" ht="48" customHeight="1">{cells}</row>'

    def over(sheet: str) -> str:
        lower = rows_moved(first)(sheet)
        at = lower.index(f'<row r="{first + 1}"')
        return lower[:at] + new + lower[at:]

    return over


def row_gone(row: int) -> Callable[[str], str]:
    return lambda sheet: rows_moved(row + 1, -1)(re.sub(rf'<row r="{row}" .*?</row>', "", sheet, flags=re.DOTALL))


def renumbered(name: str, after: int) -> Callable[[str], str]:
    """The numbers of the steps below a row that was put in, one more each; row numbers are those of before."""

    def over(sheet: str) -> str:
        for step in range(after + 1, 100):
            try:
                row = row_of(name, step) + 1
            except StopIteration:
                break
            sheet = re.sub(rf'(<c r="A{row}"[^>]*><v>){step}<', rf"\g<1>{step + 1}<", sheet)
        return sheet

    return over


def without_spec(data: bytes) -> bytes:
    """As a program leaves it that keeps no custom parts."""
    parts = {name: part for name, part in parts_of(data).items() if not name.startswith("customXml")}
    for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        parts[name] = re.sub(rb"<(Relationship|Override)[^>]*customXml[^>]*/>", b"", parts[name])
    return packed(parts)
