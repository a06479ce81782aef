"""Finished PDFs, written anew: as a printer's driver, a drawing program or a scanner leaves them."""

from __future__ import annotations

import io

import pikepdf
from PIL import Image, ImageDraw
from reportlab.pdfbase.pdfmetrics import stringWidth


def _saved(document: pikepdf.Pdf) -> bytes:
    written = io.BytesIO()
    document.save(written, deterministic_id=True)
    return written.getvalue()


def drawn_letters(data: bytes) -> bytes:
    """All letters of fonts whose glyphs are drawings (Type 3), with a table of what they mean."""
    document = pikepdf.open(io.BytesIO(data))
    letters = [chr(code) for code in range(32, 127)]
    lines = "\n".join(f"<{ord(each):02x}> <{ord(each):04x}>" for each in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{lines}\nendbfchar endcmap end end"
    )
    name = pikepdf.Name
    for page in document.pages:
        for key, font in list(page.Resources.Font.items()):
            if font.Subtype == name.Type3:  # pages share their fonts
                continue
            base = str(font.BaseFont)[1:]
            widths = [round(stringWidth(each, base, 1000)) for each in letters]
            glyphs = pikepdf.Dictionary()
            for each, width in zip(letters, widths, strict=True):
                body = (
                    f"{width} 0 40 0 {max(width - 40, 50)} 690 d1 40 0 {max(width - 80, 20)} 690 re f"
                    if each != " "
                    else f"{width} 0 d0"
                )
                glyphs[f"/g{ord(each)}"] = document.make_stream(body.encode())
            page.Resources.Font[key] = document.make_indirect(
                pikepdf.Dictionary(
                    Type=name.Font,
                    Subtype=name.Type3,
                    FontBBox=[0, -200, 1000, 900],
                    FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
                    CharProcs=glyphs,
                    FirstChar=32,
                    LastChar=126,
                    Widths=widths,
                    Resources=pikepdf.Dictionary(),
                    Encoding=pikepdf.Dictionary(
                        Type=name.Encoding,
                        Differences=pikepdf.Array([32, *(pikepdf.Name(f"/g{ord(each)}") for each in letters)]),
                    ),
                    ToUnicode=document.make_stream(cmap.encode()),
                )
            )
    return _saved(document)


def with_layer(data: bytes) -> bytes:
    document = pikepdf.open(io.BytesIO(data))
    name = pikepdf.Name
    group = document.make_indirect(pikepdf.Dictionary(Type=name.OCG, Name="Draf"))
    document.Root.OCProperties = pikepdf.Dictionary(
        OCGs=[group], D=pikepdf.Dictionary(OFF=[group], ON=[], Order=[group])
    )
    for page in document.pages:
        page.Resources.Properties = pikepdf.Dictionary(Old=group)
    return _saved(document)


def scanned(data: bytes) -> bytes:
    """The first page as a scanner gives it: a picture."""
    document = pikepdf.open(io.BytesIO(data))
    page = document.pages[0]
    wide, high = (float(each) for each in page.mediabox[2:])
    image = Image.new("L", (int(wide), int(high)), 245)
    pen = ImageDraw.Draw(image)
    for y in range(60, int(high) - 60, 14):
        pen.line((60, y, wide - 80, y), fill=90, width=2)
    stream = document.make_stream(image.tobytes())
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height, stream.ColorSpace, stream.BitsPerComponent = *image.size, pikepdf.Name.DeviceGray, 8
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=stream))
    page.Contents = document.make_stream(f"q {wide} 0 0 {high} 0 0 cm /Im Do Q".encode())
    return _saved(document)
