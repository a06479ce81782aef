"""Document in, its tag tree out (PDF/UA-1), and for each page the marks that tie what is drawn to the tree.

The tree follows the reading order; the drawing follows the painter's. What a mark holds is either a tag's content,
known by its number on the page, or an artifact: rules, tints, page numbers, what is repeated on later pages.
The flow table is one table through all its pages, so its head is read once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from sopgen.render.chart_words import lane_names, page_in_words, steps_in_words, symbol_in_words
from sopgen.render.pdf.elements import Element, PageMarks, Piece
from sopgen.render.pdf.pagetagger import PageTagger
from sopgen.render.pdf.papertags import PaperTagger, paper_section
from sopgen.render.pdf.pieces import lines_of
from sopgen.render.reading_order import drawing_texts, page_texts
from sopgen.scene import Document, Page, PageKind


class Tagged(NamedTuple):
    tree: Element
    pages: tuple[PageMarks, ...]


def unmarked(page: Page) -> PageMarks:
    """The page without tags."""
    return PageMarks(
        tuple(Piece(text, lines_of(text)) for text in page_texts(page)),
        tuple(Piece(text, lines_of(text)) for _, text in drawing_texts(page)),
        ("",) * len(page.images),
        ("",) * len(page.symbols),
        ("",) * len(page.figures),
    )


def tag(document: Document) -> Tagged:
    """The tree of the whole document and the marks of its pages."""
    taggers = [
        (PaperTagger if page.kind in {"lembar", "riwayat"} else PageTagger)(index, page)
        for index, page in enumerate(document.pages)
    ]
    kids = [kid for each in taggers[:1] for kid in each.draft()]
    for kind, pages in _runs(taggers):
        kids += [Element("Sect", tuple(each.form())) for each in pages if each.page.joins_identity]
        kids.append(_section(document, kind, pages))
    return Tagged(Element("Document", tuple(kids)), tuple(each.marks() for each in taggers))


def _runs(taggers: Sequence[PageTagger]) -> Iterator[tuple[PageKind, list[PageTagger]]]:
    """Pages of one kind that follow one another; one that bears an identity table begins another SOP."""
    begun = accumulate(each.page.joins_identity for each in taggers)
    for (kind, _), group in groupby(zip(taggers, begun, strict=True), key=lambda each: (each[0].page.kind, each[1])):
        yield kind, [tagger for tagger, _ in group]


def _section(document: Document, kind: PageKind, pages: Sequence[PageTagger]) -> Element:
    """Pages of one kind that follow one another; in a volume each SOP has its own."""
    match kind:
        case "identitas":
            return Element("Sect", tuple(kid for each in pages for kid in each.form()))
        case "prosedur":
            return _flow_section(document._replace(pages=tuple(each.page for each in pages)), pages)
        case "temuan":
            return Element("Sect", tuple(kid for each in pages for kid in each.plain()))
        case "gambar" | "banding":
            return Element("Sect", tuple(kid for each in pages for kid in each.poster()))
        case "lembar" | "riwayat":
            return paper_section(each for each in pages if isinstance(each, PaperTagger))
        case _:
            return Element("Sect", tuple(kid for each in pages for kid in each.front()))


def _flow_section(document: Document, pages: Sequence[PageTagger]) -> Element:
    names = lane_names(document)
    told = steps_in_words(document, names)
    heading = (*pages[0].heading(), *pages[0].pictures())
    head: list[Element] = []
    body: list[Element] = []
    for number, each in enumerate(pages):
        each.name_symbols({symbol.id: symbol_in_words(symbol, names, told) for symbol in each.page.symbols})
        rows = each.flow_rows(first=number == 0)
        head += rows[0]
        body += rows[1]
    table = Element("Table", (*((Element("THead", tuple(head)),) if head else ()), Element("TBody", tuple(body))))
    charts = [each.chart(page_in_words(each.page, told)) for each in pages]
    return Element("Sect", (*heading, table, *(chart for chart in charts if chart.kids)))
