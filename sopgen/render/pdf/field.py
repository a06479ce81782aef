"""The empty signature field: named, with a tooltip and an appearance that shows nothing until somebody signs."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from sopgen.scene import Box, Page

NAME = "tanda_tangan"
_TOOLTIP = "Tanda tangan pejabat yang mengesahkan"
_PRINTED = 4


def add_signature_field(canvas: Any, page: Page, box: Box, *, parent: int | None) -> None:
    """`parent`: the field's key in the tag tree's index of parents."""
    document = canvas._doc  # noqa: SLF001 - reportlab's form module knows no signature fields
    x0, y0, x1, y1 = box
    field = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Widget"),
        "FT": PDFName("Sig"),
        "T": PDFString(NAME),
        "TU": PDFString(_TOOLTIP),
        "F": _PRINTED,
        "Rect": PDFArray([x0, page.size[1] - y1, x1, page.size[1] - y0]),
        "P": document.thisPageRef(),
        "AP": PDFDictionary({"N": document.Reference(_empty_appearance(x1 - x0, y1 - y0))}),
    }
    if parent is not None:
        field["StructParent"] = parent
    canvas._addAnnotation(PDFDictionary(field), NAME)  # noqa: SLF001 - idem


def _empty_appearance(width: float, height: float) -> Any:
    stream = PDFStream(content=b"")
    stream.dictionary = PDFDictionary(
        {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([0, 0, width, height]),
            "Resources": PDFDictionary({}),
        }
    )
    return stream


def field_number(canvas: Any) -> int | None:
    """The field's object number, if the document has one."""
    document = canvas._doc  # noqa: SLF001 - idem
    numbers = document.idToObjectNumberAndVersion.get(document.annotationName(NAME))
    return numbers[0] if numbers else None
