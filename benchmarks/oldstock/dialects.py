"""Parts of workbooks as other programs write them: WPS, the strict variant of the norm, another screen's frames."""

from __future__ import annotations

import io
import re
import zipfile


def larger(found: re.Match[str], by: float) -> str:
    """A frame as another screen had it; the anchor says where the shape is."""
    x, y, wide, high = (round(int(each) * by) for each in found.groups())
    return f'<a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/>'


def plain_names(part: str) -> str:
    """As WPS writes: styles, explicit ends, transforms with zeros."""
    part = part.replace(
        '<a:tailEnd type="triangle"/>', '<a:headEnd type="none"/><a:tailEnd type="stealth" w="med" len="med"/>'
    )
    part = part.replace("<a:ln></a:ln>", '<a:ln><a:headEnd type="none"/><a:tailEnd type="none"/></a:ln>')
    style = (
        '<xdr:style><a:lnRef idx="2"><a:schemeClr val="dk1"/></a:lnRef><a:fillRef idx="1"><a:schemeClr val="lt1"/></a:fillRef>'
        '<a:effectRef idx="0"><a:schemeClr val="dk1"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="dk1"/></a:fontRef></xdr:style>'
    )
    return part.replace("</xdr:spPr>", f"</xdr:spPr>{style}", 1).replace("<xdr:sp>", '<xdr:sp macro="" textlink="">')


_STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/drawingml/2006/main": b"http://purl.oclc.org/ooxml/drawingml/main",
    b"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing":
        b"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships":
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
}  # fmt: skip


def strict(data: bytes) -> bytes:
    """The workbook in the strict variant of its norm."""
    source = zipfile.ZipFile(io.BytesIO(data))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            part = source.read(name)
            for old, new in _STRICT.items():
                part = part.replace(old, new)
            archive.writestr(zipfile.ZipInfo(name), part)
    return buffer.getvalue()
