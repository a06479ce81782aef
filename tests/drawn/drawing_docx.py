"""A Word file: the page of `drawing_pdf` as a table, with shapes that hang on one paragraph."""

# ruff: noqa: E501 - XML as Word writes it

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

from tests.drawn.drawing_pdf import COLUMNS, HEADS, IDENTITY, ROWS, STEPS

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
EMU = 12700
SHAPES = [
    ("flowChartTerminator", 240, 185, 280, 205), ("rect", 320, 235, 360, 255), ("diamond", 400, 287, 440, 313),
    ("rect", 400, 345, 440, 365), ("flowChartTerminator", 320, 395, 360, 415),
]  # fmt: skip
LINES = [
    [(280, 195), (340, 195)], [(340, 195), (340, 232), True], [(360, 245), (420, 245)], [(420, 245), (420, 285), True],
    [(420, 314), (420, 343), True], [(398, 300), (260, 300)], [(260, 300), (260, 208), True], [(400, 355), (340, 355)],
    [(340, 355), (340, 393), True],
]  # fmt: skip
NOTES = [("Ya", 424, 316), ("Tidak", 372, 286)]


def word_file(link: str = "", coding: str = "") -> bytes:
    """`link`: of a picture that stands elsewhere, as a relation and as a field.

    `coding`: "both" for shapes in the new form and in the old one beside it, "old" for the old form (VML) alone.
    """
    drawings = _paragraph("", _coded(coding))
    field = f'<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;{link}&quot; "/></w:p>{_linked()}' if link else ""
    body = f"{_identity()}{drawings}{_flow()}{field}{_section()}"
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    relation = f'<Relationship Id="rId9" Type="{OFFICE}/image" TargetMode="External" Target="{link}"/>' if link else ""
    relations = f'<Relationships xmlns="{PACKAGE}">{relation}</Relationships>'
    kinds = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    root = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in (
            ("[Content_Types].xml", kinds), ("_rels/.rels", root), ("word/document.xml", document),
            ("word/_rels/document.xml.rels", relations),
        ):  # fmt: skip
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return buffer.getvalue()


def _linked() -> str:
    """A picture that the relation rId9 leads to."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="90000" cy="90000"/><wp:docPr id="900" name="a"/><a:graphic>'
        f'<a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr id="0" name="a"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{OFFICE}" r:link="rId9"/></pic:blipFill><pic:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="90000" cy="90000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _paragraph(text: str, inside: str = "") -> str:
    look = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/></w:pPr>'
    return (
        f'<w:p>{look}<w:r><w:rPr><w:sz w:val="15"/></w:rPr>{inside}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def _table(widths, rows) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    look = (
        f'<w:tblPr><w:tblW w:w="{round(sum(widths) * 20)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{edges}'
        '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" '
        'w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{round(width * 20)}"/>' for width in widths)
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _row(high, cells) -> str:
    body = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{round(width * 20)}" w:type="dxa"/>{f"<w:gridSpan w:val={chr(34)}{span}{chr(34)}/>" if span > 1 else ""}'
        f"{f'<w:vMerge{merge}/>' if merge is not None else ''}</w:tcPr>{''.join(map(_paragraph, text.splitlines() or ['']))}</w:tc>"
        for width, text, span, merge in cells
    )
    return f'<w:tr><w:trPr><w:trHeight w:val="{round(high * 20)}" w:hRule="exact"/></w:trPr>{body}</w:tr>'


def _identity() -> str:
    rows = [
        _row(15, [(360, "KABUPATEN CONTOH\nBAGIAN UMUM" if at == 0 else "", 1, ' w:val="restart"' if at == 0 else ""),
                  (120, label, 1, None), (280, value, 1, None)])
        for at, (label, value) in enumerate(IDENTITY)
    ]  # fmt: skip
    return _table((360, 120, 280), rows)


def _flow() -> str:
    widths = [b - a for a, b in pairwise(COLUMNS)]
    top = [(widths[0], "No", 1, ' w:val="restart"'), (widths[1], "Kegiatan", 1, ' w:val="restart"'),
           (sum(widths[2:5]), "Pelaksana", 3, None), (sum(widths[5:8]), "Mutu Baku", 3, None),
           (widths[8], "Ket.", 1, ' w:val="restart"')]  # fmt: skip
    low = [
        (width, "" if at in {0, 1, 8} else HEADS[at], 1, "" if at in {0, 1, 8} else None)
        for at, width in enumerate(widths)
    ]
    rows = [_row(20, top), _row(20, low)]
    for at, step in enumerate(STEPS):
        texts = [f"{at + 1}.", step, "", "", "", "", f"{at + 1} jam", "", ""]
        rows.append(_row(ROWS[at + 1] - ROWS[at], [(w, t, 1, None) for w, t in zip(widths, texts, strict=True)]))
    return _table(widths, rows)


def _section() -> str:
    return (
        '<w:sectPr><w:pgSz w:w="16840" w:h="11900" w:orient="landscape"/><w:pgMar w:top="400" w:right="600" w:bottom="400" '
        'w:left="800" w:header="0" w:footer="0"/></w:sectPr>'
    )


def _drawings() -> str:
    parts = [_shape(at, preset, box) for at, (preset, *box) in enumerate(SHAPES, 1)]
    for at, (start, end, *head) in enumerate(LINES, 100):
        box = (min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
        flips = f"{' flipH=' + chr(34) + '1' + chr(34) if end[0] < start[0] else ''}{' flipV=' + chr(34) + '1' + chr(34) if end[1] < start[1] else ''}"
        tail = '<a:tailEnd type="triangle"/>' if head else ""
        parts.append(
            _shape(
                at,
                "line",
                box,
                flips=flips,
                line=f'<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{tail}</a:ln>',
            )
        )
    parts += [_shape(at, "rect", (x, y, x + 26, y + 10), text=text) for at, (text, x, y) in enumerate(NOTES, 200)]
    return "".join(parts)


def _coded(coding: str) -> str:
    new = [f"<w:drawing>{each}" for each in _drawings().split("<w:drawing>")[1:]]
    if not coding:
        return "".join(new)
    old = list(_vml())
    if coding == "old":
        return "".join(old)
    return "".join(
        f'<mc:AlternateContent><mc:Choice Requires="wps">{one}</mc:Choice><mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>'
        for one, other in zip(new, old, strict=True)
    )


def _vml():
    """The same in the form of old programs."""
    kinds = {
        "flowChartTerminator": ("roundrect", ' arcsize=".5"'),
        "rect": ("rect", ""),
        "diamond": ("shape", ' coordsize="2,2" path="m1,0l2,1,1,2,0,1xe"'),
    }
    place = "position:absolute;margin-left:{0}pt;margin-top:{1}pt;width:{2}pt;height:{3}pt;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    for preset, x0, y0, x1, y1 in SHAPES:
        name, more = kinds[preset]
        yield f'<w:pict><v:{name} style="{place.format(x0, y0, x1 - x0, y1 - y0)}"{more}/></w:pict>'
    for (ax, ay), (bx, by), *head in LINES:
        end = '<v:stroke endarrow="block"/>' if head else ""
        flip = ("x" if bx < ax else "") + ("y" if by < ay else "")
        style = f"position:absolute;{f'flip:{flip};' if flip else ''}mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
        low, high = f"{min(ax, bx)}pt,{min(ay, by)}pt", f"{max(ax, bx)}pt,{max(ay, by)}pt"
        yield f'<w:pict><v:line style="{style}" from="{low}" to="{high}">{end}</v:line></w:pict>'
    for text, x, y in NOTES:
        said = f'<v:textbox inset="0,0,0,0"><w:txbxContent>{_paragraph(text)}</w:txbxContent></v:textbox>'
        yield f'<w:pict><v:rect style="{place.format(x, y, 26, 10)}" stroked="f">{said}</v:rect></w:pict>'


def _shape(number, preset, box, *, flips="", line="", text="") -> str:
    x0, y0, x1, y1 = (round(value * EMU) for value in box)
    white = "" if line else '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    line = line or (
        "<a:ln><a:noFill/></a:ln>"
        if text
        else '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    )
    said = f"<wps:txbx><w:txbxContent>{_paragraph(text)}</w:txbxContent></wps:txbx>" if text else ""
    body = (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm{flips}><a:off x="0" y="0"/><a:ext cx="{x1 - x0}" cy="{y1 - y0}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{white}{line}</wps:spPr>{said}'
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp>'
    )
    return _anchored(number, (x0, y0, x1, y1), preset, "wordprocessingShape", body)


def _anchored(number, box, name, kind, body) -> str:
    x0, y0, x1, y1 = box
    return (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" behindDoc="0" locked="0" '
        f'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{x0}</wp:posOffset>'
        f'</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{y0}</wp:posOffset></wp:positionV><wp:extent cx="{x1 - x0}" '
        f'cy="{y1 - y0}"/><wp:wrapNone/><wp:docPr id="{number}" name="{name} {number}"/><a:graphic><a:graphicData '
        f'uri="http://schemas.microsoft.com/office/word/2010/{kind}">{body}</a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )
