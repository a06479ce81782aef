"""Document in, its pages on reportlab's canvas out.

Every font is an embedded subset. Painted from the back to the front: watermark, cell fills, rules, logo, texts,
arrows, symbols, labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from sopgen.render.pdf.elements import PageMarks
from sopgen.render.pdf.field import add_signature_field
from sopgen.render.pdf.figures import draw_figures
from sopgen.render.pdf.images import image_reader
from sopgen.render.pdf.links import add_links, add_targets
from sopgen.render.pdf.marking import marked
from sopgen.render.pdf.marks import draw_marks
from sopgen.render.pdf.operators import lines, rgb
from sopgen.render.pdf.structure import link_parents
from sopgen.render.pdf.symbols import draw_drawing
from sopgen.render.pdf.texts import draw_texts, draw_watermark, registered_font
from sopgen.render.reading_order import drawing_texts, page_texts
from sopgen.render.rule_order import rules_from_behind, weight
from sopgen.scene import Document, Image, Page, cell_box
from sopgen.text.face import Face

_PROJECTING_CAP = 2


def drawn_canvas(document: Document, marks: Sequence[PageMarks]) -> Any:
    """A canvas that holds every page, not yet a file."""
    canvas = Canvas(BytesIO(), pageCompression=1, invariant=1, initialFontName=registered_font(_first_face(document)))
    logos: dict[bytes, Any] = {}
    parents = link_parents(document.pages)
    for page, page_marks, parent in zip(document.pages, marks, parents, strict=True):
        _draw_page(canvas, page, document, page_marks, logos)
        add_targets(canvas, page, document)
        add_links(canvas, page, first_parent=parent if page_marks.background else None)
        canvas.showPage()
    return canvas


@contextmanager
def binary_streams() -> Iterator[None]:
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


def _draw_page(canvas: Any, page: Page, document: Document, marks: PageMarks, logos: dict[bytes, Any]) -> None:
    height = page.size[1]
    canvas.setPageSize(page.size)
    with marked(canvas, marks.background):
        _draw_fills(canvas, page)
    if page.watermark:  # on the tints, or they would cut it; behind all that is read
        with marked(canvas, marks.watermark):
            draw_watermark(canvas, page.watermark, page.size)
    with marked(canvas, marks.background):
        _draw_rules(canvas, page)
        _draw_grounds(canvas, page)
    draw_figures(canvas, page, marks.figures)
    for image, mark in zip(page.images, marks.images, strict=True):
        with marked(canvas, mark):
            _draw_image(canvas, image, height, logos)
    draw_texts(canvas, marks.texts, height)
    draw_drawing(canvas, page, page.style or document.style, marks)
    draw_texts(canvas, marks.labels, height)
    if page.signature_field and page.signature_box:
        add_signature_field(canvas, page, page.signature_box, parent=len(document.pages) if marks.background else None)
    draw_marks(canvas, page, marks.background)


def _draw_fills(canvas: Any, page: Page) -> None:
    height = page.size[1]
    filled = [(cell.fill, table, cell) for table, cell in page.cells() if cell.fill]
    for fill, group in groupby(filled, key=lambda each: each[0]):
        canvas.setFillColorRGB(*rgb(fill))
        path = canvas.beginPath()
        for _, table, cell in group:
            x0, y0, x1, y1 = cell_box(table, cell)
            path.rect(x0, height - y1, x1 - x0, y1 - y0)
        canvas.drawPath(path, stroke=0, fill=1)


def _draw_rules(canvas: Any, page: Page) -> None:
    """Projecting caps close the corners."""
    height = page.size[1]
    rules = rules_from_behind(page)
    if rules:
        canvas.setLineCap(_PROJECTING_CAP)
    for (lightness, width), group in groupby(rules, key=weight):
        canvas.setStrokeGray(-lightness)
        canvas.setLineWidth(width)
        canvas._code.append(lines(group, height))  # noqa: SLF001 - the page's operators


def _draw_grounds(canvas: Any, page: Page) -> None:
    """Where a label stands across a rule, the rule gives way."""
    for _, text in drawing_texts(page):
        if text.ground:
            x0, y0, x1, y1 = text.cell
            canvas.setFillColorRGB(*rgb(text.ground))
            canvas.rect(x0, page.size[1] - y1, x1 - x0, y1 - y0, stroke=0, fill=1)


def _draw_image(canvas: Any, image: Image, height: float, logos: dict[bytes, Any]) -> None:
    x0, y0, x1, y1 = image.box
    if image.data not in logos:
        logos[image.data] = image_reader(image.data)
    canvas.drawImage(logos[image.data], x0, height - y1, x1 - x0, y1 - y0, mask="auto")
