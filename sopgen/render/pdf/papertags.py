"""Pages of a paper beside an SOP in, their section of the tag tree out: texts and tables as they follow one another.

A table that goes on is one table, its head read once; the foot line, and what only says that a page goes on, are not
read as the paper's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from sopgen.render.pdf.elements import FOOTER, HEADER, Element
from sopgen.render.pdf.pagetagger import PageTagger
from sopgen.scene import Table, Text

_FEET = frozenset({"halaman", "nomor_kaki"})
_GOES_ON = "sambungan"


def paper_section(pages: Iterable[PaperTagger]) -> Element:
    found: list[Element] = []
    for each in pages:
        each.add_to(found)
    return Element("Sect", tuple(found))


class PaperTagger(PageTagger):
    """One page of a paper."""

    def add_to(self, found: list[Element]) -> None:
        """Its elements, behind those of the pages before it."""
        self._headed = self._footed = True
        found += self._logos(self._sheet)
        above = float("-inf")
        for table in (table for table in self.page.tables if table.role == "lembar"):
            self._add_texts([text for text in self.page.texts if above <= text.box[1] < table.rows[0]], found)
            above = table.rows[0]
            self._add_table(table, found)
        self._add_texts([text for text in self.page.texts if text.box[1] >= above], found)

    def _add_texts(self, texts: Sequence[Text], found: list[Element]) -> None:
        for text in texts:
            if text.role in _FEET:
                self._artifact((text,), FOOTER)
            elif text.role == _GOES_ON:
                self._artifact((text,), HEADER)
            else:
                found[:] = _listed(found, self._blocks(text))

    def _add_table(self, table: Table, found: list[Element]) -> None:
        head: list[Element] = []
        body: list[Element] = []
        for _, group in groupby(table.cells, key=lambda cell: cell.row):
            cells = list(group)
            if cells[0].role == _GOES_ON or (table.goes_on and cells[0].header):
                self._artifact((text for cell in cells for text in cell.texts), HEADER)
                continue
            row = Element("TR", tuple(self._cell(table, cell, "Column" if cell.header else "") for cell in cells))
            (head if cells[0].header else body).append(row)
        if table.goes_on:
            at = max(at for at, element in enumerate(found) if element.tag == "Table")
            *kids, last = found[at].kids
            assert isinstance(last, Element)
            found[at] = found[at]._replace(kids=(*kids, last._replace(kids=(*last.kids, *body))))
        else:
            heads = (Element("THead", tuple(head)),) if head else ()
            found.append(Element("Table", (*heads, Element("TBody", tuple(body)))))


def _listed(found: list[Element], more: list[Element]) -> list[Element]:
    """Items that follow one another are one list."""
    if found and more and (found[-1].tag, more[0].tag) == ("L", "L"):
        return [*found[:-1], found[-1]._replace(kids=(*found[-1].kids, *more[0].kids)), *more[1:]]
    return [*found, *more]
