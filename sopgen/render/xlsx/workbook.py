"""Document in, XLSX bytes out: the same bytes for the same document, on any machine, at any time.

openpyxl writes the cells; what it cannot write is put into its parts here: drawings, seal, source, dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from openpyxl.utils import get_column_letter

from sopgen.render.maker import CUSTOM_PROPERTIES
from sopgen.render.ooxml.parts import CONTENT_TYPES, ROOT_RELATIONS, XML_HEAD, packed
from sopgen.render.ooxml.properties import properties
from sopgen.render.ooxml.seal import sealed
from sopgen.render.ooxml.source import source_part
from sopgen.render.xlsx.cells import workbook_parts
from sopgen.render.xlsx.drawing import Drawing, drawing_of
from sopgen.render.xlsx.font_order import with_fonts_in_order
from sopgen.render.xlsx.sheets import GridSheet, sheet_of
from sopgen.scene import Document

SHEET_NAMES = {"identitas": "Identitas", "prosedur": "Prosedur", "riwayat": "Riwayat"}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f"{_OFFICE}/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_ITEM_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM_PROPERTIES = (
    f'{XML_HEAD}<ds:datastoreItem ds:itemID="{{50B9E1F0-0D0C-4C5A-9E0B-35F020120000}}" '
    f'xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:sopgen:asal"/></ds:schemaRefs>'
    "</ds:datastoreItem>"
)
_PNG = b"\x89PNG"


def render_xlsx(document: Document) -> bytes:
    """The finished file."""
    sheets = [
        sheet_of(name, pages)
        for kind, name in SHEET_NAMES.items()
        if (pages := [page for page in document.pages if page.kind == kind])
    ]
    parts = workbook_parts(document, sheets)
    types: dict[str, str] = {}
    for number, sheet in enumerate(sheets, start=1):
        _finish_sheet(parts, number, sheet, drawing_of(sheet, document), types)
    parts["xl/styles.xml"] = with_fonts_in_order(parts["xl/styles.xml"])
    parts |= properties(document)
    _add_relation(parts, ROOT_RELATIONS, f"{_RELATION}/custom-properties", CUSTOM_PROPERTIES)
    types[CUSTOM_PROPERTIES] = _PROPERTIES_TYPE
    if document.origin is not None:
        parts["customXml/item1.xml"] = source_part(document.origin)
        parts["customXml/itemProps1.xml"] = _ITEM_PROPERTIES.encode()
        parts["customXml/_rels/item1.xml.rels"] = _relations([(f"{_RELATION}/customXmlProps", "itemProps1.xml")])
        types["customXml/itemProps1.xml"] = _ITEM_TYPE
        _add_relation(parts, "xl/_rels/workbook.xml.rels", f"{_RELATION}/customXml", "../customXml/item1.xml")
    parts[CONTENT_TYPES] = _with_types(parts[CONTENT_TYPES], types)
    return packed(sealed(parts))


def _finish_sheet(
    parts: dict[str, bytes], number: int, sheet: GridSheet, drawing: Drawing | None, types: dict[str, str]
) -> None:
    """What openpyxl leaves out of a sheet: that numbers stored as text are meant so, and its drawing."""
    name = f"xl/worksheets/sheet{number}.xml"
    tail = f'<ignoredErrors><ignoredError sqref="{_all_cells(sheet)}" numberStoredAsText="1"/></ignoredErrors>'
    if drawing is not None:
        tail += f'<drawing xmlns:r="{_RELATION}" r:id="rId1"/>'
        place = f"xl/drawings/drawing{number}.xml"
        parts[place] = drawing.xml
        types[place] = _DRAWING_TYPE
        target = f"../drawings/drawing{number}.xml"
        parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = _relations([(f"{_RELATION}/drawing", target)])
        pictures = []
        for picture_number, data in enumerate(drawing.pictures, start=1):
            kind = "png" if data.startswith(_PNG) else "jpeg"
            media = f"lambang{number}-{picture_number}.{kind}"
            parts[f"xl/media/{media}"] = data
            pictures.append((f"{_RELATION}/image", f"../media/{media}"))
        if pictures:
            parts[f"xl/drawings/_rels/drawing{number}.xml.rels"] = _relations(pictures)
    before, end, rest = _with_growing_rows(parts[name], sheet).rpartition(b"</worksheet>")
    parts[name] = before + tail.encode() + end + rest


def _with_growing_rows(part: bytes, sheet: GridSheet) -> bytes:
    """Every height that is given is somebody's own wish to openpyxl, and no program then changes it."""
    for row in sheet.growing:
        fixed = re.compile(rb'(<row r="%d"[^>]*?) customHeight="1"' % (row + 1))
        part = fixed.sub(rb"\1", part, count=1)
    return part


def _all_cells(sheet: GridSheet) -> str:
    return f"A1:{get_column_letter(len(sheet.columns) - 1)}{len(sheet.rows) - 1}"


def _relations(targets: Iterable[tuple[str, str]]) -> bytes:
    found = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, start=1)
    )
    return f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'.encode()


def _add_relation(parts: dict[str, bytes], name: str, kind: str, target: str) -> None:
    before, end, rest = parts[name].rpartition(b"</Relationships>")
    number = before.count(b"<Relationship ") + 1
    added = f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
    parts[name] = before + added.encode() + end + rest


def _with_types(part: bytes, types: Mapping[str, str]) -> bytes:
    before, end, rest = part.rpartition(b"</Types>")
    for kind in ("png", "jpeg"):
        if f'Extension="{kind}"'.encode() not in before:
            before += f'<Default Extension="{kind}" ContentType="image/{kind}"/>'.encode()
    added = "".join(f'<Override PartName="/{name}" ContentType="{types[name]}"/>' for name in sorted(types))
    return before + added.encode() + end + rest
