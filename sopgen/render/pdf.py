"""Document in, PDF bytes out: the same bytes for the same document, on any machine, at any time.

Drawn on reportlab's canvas alone; every font is an embedded subset. Painted from the back to the front:
watermark, cell fills, rules, logo, texts, arrows, symbols, labels.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFInfo, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from sopgen import __version__
from sopgen.render.pdf_marks import draw_marks
from sopgen.render.pdf_symbols import draw_drawing
from sopgen.render.pdf_texts import draw_texts, draw_watermark, registered_font
from sopgen.render.reading_order import drawing_texts, page_texts
from sopgen.scene import Box, Document, Image, Page, Rule
from sopgen.text.face import Face

_SUBJECT = "Standar Operasional Prosedur Administrasi Pemerintahan"
_PROJECTING_CAP = 2


def render_pdf(document: Document) -> bytes:
    """The finished file. Its dates are the document's own; without any it carries none."""
    target = BytesIO()
    with _binary_streams():
        canvas = Canvas(
            target,
            pagesize=document.pages[0].size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=registered_font(_first_face(document)),
            lang="id-ID",
        )
        _describe(canvas, document)
        logos: dict[bytes, Any] = {}
        # In reportlab the ID springs from its own time stamp, which follows SOURCE_DATE_EPOCH.
        canvas._doc.signature = hashlib.md5(usedforsecurity=False)  # noqa: SLF001
        for page in document.pages:
            _draw_page(canvas, page, document, logos)
            canvas._doc.updateSignature(canvas.getCurrentPageContent())  # noqa: SLF001
            canvas.showPage()
        canvas.save()
    return target.getvalue()


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Streams as bytes: reportlab's default, base 85, makes files a quarter larger and is known to it globally only."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before


def _first_face(document: Document) -> Face:
    """A face that the document uses: reportlab's own first font would be an unembedded Helvetica."""
    texts = (text.face for page in document.pages for text in page_texts(page))
    return next(texts, Face("sans"))


class _Information(PDFInfo):  # type: ignore[misc]  # reportlab ships no types
    """The information dictionary with the document's dates, where reportlab's has the time of day."""

    created: date | None = None
    modified: date | None = None

    def format(self, document: Any) -> Any:
        entries = {
            "Title": PDFString(self.title),
            "Author": PDFString(self.author),
            "Subject": PDFString(self.subject),
            "Keywords": PDFString(self.keywords),
            "Creator": PDFString(self.creator),
            "Producer": PDFString(self.producer),
        }
        if self.created:
            entries["CreationDate"] = PDFString(_pdf_date(self.created))
        if modified := self.modified or self.created:
            entries["ModDate"] = PDFString(_pdf_date(modified))
        return PDFDictionary(entries).format(document)


def _pdf_date(day: date) -> str:
    # Midnight UTC is morning of the same day in every Indonesian time zone.
    return f"D:{day:%Y%m%d}000000Z"


def _describe(canvas: Any, document: Document) -> None:
    information = _Information()
    information.created, information.modified = document.created, document.modified
    canvas._doc.info = information  # noqa: SLF001 - reportlab offers no way to set the dates
    canvas.setTitle(_one_line(document.title))
    canvas.setAuthor(", ".join(filter(None, (_one_line(document.agency), _one_line(document.unit)))))
    canvas.setSubject(_SUBJECT)
    canvas.setKeywords(_one_line(document.number))
    canvas.setCreator(f"sopgen {__version__}")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _draw_page(canvas: Any, page: Page, document: Document, logos: dict[bytes, Any]) -> None:
    canvas.setPageSize(page.size)
    _bookmark(canvas, page, document)
    _draw_fills(canvas, page)
    if page.watermark:  # on the tints, or they would cut it; behind all that is read
        draw_watermark(canvas, page.watermark, page.size)
    _draw_rules(canvas, page)
    for image in page.images:
        _draw_image(canvas, image, page.size[1], logos)
    draw_texts(canvas, page_texts(page), page.size[1])
    draw_drawing(canvas, page, document.style)
    draw_texts(canvas, (text for _, text in drawing_texts(page)), page.size[1])
    if page.signature_field and page.signature_box:
        _add_signature_field(canvas, page, page.signature_box)
    draw_marks(canvas, page)


def _bookmark(canvas: Any, page: Page, document: Document) -> None:
    name = page.kind.capitalize()
    first = next(each for each in document.pages if each.kind == page.kind)
    title = name if page is first else f"{name}, halaman {page.number}"
    key = f"halaman-{page.number}"
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(title, key)


def _draw_fills(canvas: Any, page: Page) -> None:
    height = page.size[1]
    filled = [(cell.fill, table, cell) for table in page.tables for cell in table.cells if cell.fill]
    for fill, group in groupby(filled, key=lambda each: each[0]):
        canvas.setFillColorRGB(*(int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5)))
        path = canvas.beginPath()
        for _, table, cell in group:
            x0, x1 = table.columns[cell.column], table.columns[cell.column + cell.column_span]
            y0, y1 = table.rows[cell.row], table.rows[cell.row + cell.row_span]
            path.rect(x0, height - y1, x1 - x0, y1 - y0)
        canvas.drawPath(path, stroke=0, fill=1)


def _draw_rules(canvas: Any, page: Page) -> None:
    """Light and thin ones first, so that a black frame is never cut by a grey lane; projecting caps close corners."""
    height = page.size[1]
    rules = sorted((rule for table in page.tables for rule in table.rules), key=_weight)
    if rules:
        canvas.setLineCap(_PROJECTING_CAP)
    for (lightness, width), group in groupby(rules, key=_weight):
        canvas.setStrokeGray(-lightness)
        canvas.setLineWidth(width)
        canvas.lines([(rule.x0, height - rule.y0, rule.x1, height - rule.y1) for rule in group])


def _weight(rule: Rule) -> tuple[float, float]:
    return -rule.grey, rule.width


def _draw_image(canvas: Any, image: Image, height: float, logos: dict[bytes, Any]) -> None:
    x0, y0, x1, y1 = image.box
    if image.data not in logos:
        logos[image.data] = _reader(image.data)
    canvas.drawImage(logos[image.data], x0, height - y1, x1 - x0, y1 - y0, mask="auto")


def _reader(data: bytes) -> Any:
    """Transparency of any kind becomes an alpha channel, the one kind that reportlab keeps smooth.

    Of 16-bit greys it would keep the lowest 8 bits' range and paint the rest white.
    """
    reader = ImageReader(BytesIO(data))
    picture = reader._image  # noqa: SLF001 - the picture as decoded, without a second decoding
    if picture.mode.startswith("I"):
        return ImageReader(picture.convert("I").point([grey >> 8 for grey in range(1 << 16)], "L"))
    if "transparency" in picture.info or picture.mode == "PA":
        return ImageReader(picture.convert("RGBA"))
    return reader


def _add_signature_field(canvas: Any, page: Page, box: Box) -> None:
    """An empty signature field, for the certificate that the official signs with later."""
    document = canvas._doc  # noqa: SLF001 - reportlab's form module knows no signature fields
    x0, y0, x1, y1 = box
    name = f"tanda-tangan-{page.number}"
    field = PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "FT": PDFName("Sig"),
            "T": PDFString(name),
            "TU": PDFString("Tanda tangan"),
            "F": 4,
            "Rect": PDFArray([x0, page.size[1] - y1, x1, page.size[1] - y0]),
            "P": document.thisPageRef(),
        }
    )
    canvas._addAnnotation(field, name)  # noqa: SLF001
    form = getattr(document.Catalog, "AcroForm", None)
    if form is None:
        form = document.Catalog.AcroForm = PDFDictionary({"Fields": PDFArray([])})
    form.dict["Fields"].sequence.append(document.refAnnotation(name))
