"""Document in, PDF bytes out: the same bytes for the same document, on any machine, at any time."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from sopgen.render.pdf import Archival
from sopgen.render.pdf.archive import archival_entries
from sopgen.render.pdf.bookmarks import bookmarks_of, write_bookmarks
from sopgen.render.pdf.drawing import binary_streams, drawn_canvas
from sopgen.render.pdf.field import field_number
from sopgen.render.pdf.links import link_numbers
from sopgen.render.pdf.metadata import information
from sopgen.render.pdf.objects import Objects
from sopgen.render.pdf.seal import seal
from sopgen.render.pdf.structure import write_structure
from sopgen.render.pdf.tags import tag, unmarked
from sopgen.scene import Document

_REPORTLABS_END = b"endstream\n"


def render(document: Document, archival: Archival) -> bytes:
    """The finished, sealed file."""
    tagged = tag(document) if archival != "none" else None
    marks = tagged.pages if tagged else [unmarked(page) for page in document.pages]
    with binary_streams():
        canvas = drawn_canvas(document, marks)
        objects, tree, pages = _drawn_objects(canvas, tagged=tagged is not None)
    field = field_number(canvas)
    entries = f"/Type/Catalog/Pages {tree} 0 R/Lang(id-ID)/ViewerPreferences<</DisplayDocTitle true>>"
    entries += f"/Outlines {write_bookmarks(objects, bookmarks_of(document), pages)} 0 R"
    if field is not None:
        entries += f"/AcroForm<</Fields[{field} 0 R]/SigFlags 1>>"
    if tagged and archival != "none":
        structure = write_structure(objects, tagged.tree, pages, field, link_numbers(canvas, document))
        entries += archival_entries(objects, document, archival, structure)
    root = objects.add(f"<<{entries}>>")
    return seal(objects.file(root, objects.add(information(document))))


def _drawn_objects(canvas: Any, *, tagged: bool) -> tuple[Objects, int, list[int]]:
    """The objects as reportlab writes them, and the numbers of the tree of pages and of each page."""
    document = canvas._doc  # noqa: SLF001 - reportlab gives out whole files only
    for font in document.delayedFonts:
        font.addObjects(document)
    document.Reference(document.Pages)
    for index, page in enumerate(document.Pages.pages):
        if tagged:
            page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "Tabs", "StructParents"]
            page.Tabs, page.StructParents = "/S", index
    objects = Objects()
    number = 1
    while name := document.numberToId.get(number):  # formatting one object may make another
        body = pdfdoc.format(document.idToObject[name], document, toplevel=1)
        if body.endswith(_REPORTLABS_END):
            body = body.removesuffix(_REPORTLABS_END) + b"\nendstream"
        objects.add(body)
        number += 1

    def number_of(item: Any) -> int:
        found: int = document.idToObjectNumberAndVersion[item.__InternalName__][0]
        return found

    return objects, number_of(document.Pages), [number_of(page) for page in document.Pages.pages]
