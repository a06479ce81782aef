"""Links from place to place within the file, as annotations that lie over what is drawn."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from sopgen.scene import Document, Page

_PRINTED = 4


def add_targets(canvas: Any, page: Page, document: Document) -> None:
    """Make the page known, if any link leads to it."""
    if any(link.page == page.number for each in document.pages for link in each.links):
        canvas.bookmarkPage(_target(page.number), fit="Fit")


def add_links(canvas: Any, page: Page, *, first_parent: int | None) -> None:
    """`first_parent`: the first link's key in the tag tree's index of parents."""
    height = page.size[1]
    for number, link in enumerate(page.links):
        x0, y0, x1, y1 = link.box
        entries = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Contents": PDFString(link.text),
            "F": _PRINTED,
            "Border": PDFArray([0, 0, 0]),
            "Rect": PDFArray([x0, height - y1, x1, height - y0]),
            "Dest": canvas._bookmarkReference(_target(link.page)),  # noqa: SLF001 - its own links carry no description
        }
        if first_parent is not None:
            entries["StructParent"] = first_parent + number
        canvas._addAnnotation(PDFDictionary(entries), _name(page.number, number))  # noqa: SLF001 - idem


def link_numbers(canvas: Any, document: Document) -> list[list[int]]:
    """Every link's object number, by page."""
    drawn = canvas._doc  # noqa: SLF001 - idem
    return [
        [
            drawn.idToObjectNumberAndVersion[drawn.annotationName(_name(page.number, number))][0]
            for number in range(len(page.links))
        ]
        for page in document.pages
    ]


def _target(page: int) -> str:
    return f"halaman-{page}"


def _name(page: int, number: int) -> str:
    return f"tautan-{page}-{number}"
