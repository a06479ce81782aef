"""A paper in, a Document out: every sheet on pages of its own, numbers that count through, the foot line."""

from __future__ import annotations

from sopgen.diagnostics import Message
from sopgen.layout import style
from sopgen.layout.faults import fault, refuse
from sopgen.layout.paper import paper_size
from sopgen.layout.papers import sizes
from sopgen.layout.papers.column import Area, Column, Draft
from sopgen.layout.setting import Setter
from sopgen.layout.style import MM
from sopgen.papers.blocks import Paper, Sheet
from sopgen.scene import Bookmark, Cell, Document, Page, Style, Table, Text
from sopgen.text.face import Face
from sopgen.text.measure import DEFAULT, Measurer, describe
from sopgen.wording import Wording

_STYLE = Style(style.STROKE, style.ARROW_LENGTH, style.ARROW_WIDTH, style.OMEGA_RADIUS, style.PENTAGON_POINT)


def lay_out_paper(paper: Paper, measurer: Measurer = DEFAULT) -> Document:
    """The document. Raises `Refusal` for a text that fits no page and for characters that the font lacks."""
    drafts: list[tuple[Sheet, Area, Draft]] = []
    marks: list[Bookmark] = []
    for sheet in paper.sheets:
        area = _area(paper, sheet, measurer)
        column = Column(area, sheet)
        column.write()
        marks.append(Bookmark(sheet.name, len(drafts) + 1))
        drafts += [(sheet, area, draft) for draft in column.pages]
    pages = tuple(_page(*each, number, len(drafts)) for number, each in enumerate(drafts, start=1))
    _check_coverage(pages, measurer)
    return Document(
        paper.title,
        paper.number,
        paper.unit,
        paper.agency,
        paper.created,
        paper.created,
        pages,
        8.5,
        _STYLE,
        maker=paper.maker,
        bookmarks=tuple(marks),
    )


def _area(paper: Paper, sheet: Sheet, measurer: Measurer) -> Area:
    short, long = (round(side * MM, 2) for side in paper_size(paper.kertas))
    width, height = (long, short) if sheet.landscape else (short, long)
    band = paper.band * MM
    return Area(
        width,
        height,
        round(sizes.LEFT, 2),
        round(width - sizes.RIGHT, 2),
        round(sizes.TOP_LANDSCAPE if sheet.landscape else sizes.TOP_UPRIGHT, 2),
        round(height - max(sizes.BOTTOM, band + sizes.BAND_TO_TEXT), 2),
        round(height - max(sizes.FOOT_ABOVE_EDGE, band + sizes.FOOT_ABOVE_BAND), 2),
        paper.family,
        measurer,
    )


def _page(sheet: Sheet, area: Area, draft: Draft, number: int, count: int) -> Page:
    ink = draft.ink
    tables = list(draft.tables)
    tables += [
        Table("bingkai", (box[0], box[2]), (box[1], box[3]), (Cell(0, 0, "label", fill=fill),), ())
        for box, fill in ink.filled
    ]
    if ink.rules:  # what is drawn and belongs to no table; behind all texts in the order of reading
        tables.append(Table("bingkai", (0.0, area.width), (area.height, area.height), (), tuple(ink.rules)))
    return Page(
        number,
        "lembar",
        (area.width, area.height),
        area.edges,
        tuple(tables),
        (*ink.texts, *_foot(sheet, area, number, count)),
        tuple(draft.images),
    )


def _foot(sheet: Sheet, area: Area, number: int, count: int) -> tuple[Text, ...]:
    setter = Setter(area.measurer)
    face = Face(area.family)
    cell = (area.left, area.bottom, area.right, area.foot + 3)
    told = Wording().page_of(number, count)
    page = setter.single("halaman", told, face, sizes.FOOT_SIZE, (area.right, area.foot), cell, "right")
    if not sheet.foot:
        return (page,)
    room = area.right - area.left - page.runs[0].width - 20
    wide = area.measurer.width(sheet.foot, face, sizes.FOOT_SIZE)
    size = sizes.FOOT_SIZE if wide <= room else max(3.0, sizes.FOOT_SIZE * room / wide)
    return (setter.single("nomor_kaki", sheet.foot, face, size, (area.left, area.foot), cell), page)


def _check_coverage(pages: tuple[Page, ...], measurer: Measurer) -> None:
    """Every character must exist in the face that it is set in: otherwise a box would be printed, and nobody told."""
    texts = [text for page in pages for text in (*page.texts, *(t for _, cell in page.cells() for t in cell.texts))]
    missing = {
        c for text in texts for run in text.runs for c in measurer.missing_glyphs(run.text, run.face or text.face)
    }
    if missing:
        names = ", ".join(describe(c) for c in sorted(missing)[:5])
        message = Message(f"huruf cetak tidak memiliki {names}", f"the font has no {names}")
        raise refuse(fault("GAMBAR-01", message, Message("ganti atau hapus tanda itu", "replace or remove it")))
