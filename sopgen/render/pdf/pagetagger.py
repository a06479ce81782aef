"""One page in, its elements and marks out: texts as paragraphs, headings and lists, tables, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from sopgen.render.pdf.elements import (
    BACKGROUND,
    FOOTER,
    HEADER,
    PAGINATION,
    WATERMARK,
    Anchor,
    Element,
    Field,
    PageMarks,
    Piece,
)
from sopgen.render.pdf.pieces import Line, Part, lines_of, parts_of
from sopgen.render.reading_order import drawing_texts
from sopgen.scene import Box, Cell, Image, Page, Table, Text, cell_box

_TITLE = "judul"
_HEADINGS = {_TITLE: "H1", "judul_bagian": "H1", "subjudul": "H2", "judul_kotak": "H2"}
_PAGE_NUMBER = "angka_halaman"
_NUMBER = "no"
_NUMBERING = {"-": "Disc", "–": "Disc", "•": "Disc", "▪": "Square"}


class PageTagger:
    """Hands out one page's marks while its elements are made."""

    def __init__(self, index: int, page: Page) -> None:
        self.index, self.page = index, page
        self._count = 0
        self._texts: list[Piece] = []
        self._labels: list[Piece] = []
        self._images = [BACKGROUND] * len(page.images)
        self._symbols = [BACKGROUND] * len(page.symbols)
        self._figures = [BACKGROUND] * len(page.figures)
        self._arrows = BACKGROUND
        self._watermark = WATERMARK
        self._words: dict[str, str] = {}
        own = page.tables[-1:] if page.joins_identity else page.tables
        self._top = min((table.rows[0] for table in own), default=float("inf"))
        self._headed = self._footed = False
        self._links = dict(enumerate(page.links))  # those that no text has taken yet
        self._field_waits = page.signature_field
        self._sheet: Box = (0.0, 0.0, *page.size)

    def marks(self) -> PageMarks:
        above = [Piece(t, lines_of(t), HEADER) for t in self.page.texts if t.box[1] < self._top and not self._headed]
        below = [Piece(t, lines_of(t), FOOTER) for t in self.page.texts if t.box[1] >= self._top and not self._footed]
        return PageMarks(
            (*above, *self._texts, *below),
            tuple(self._labels),
            tuple(self._images),
            tuple(self._symbols),
            tuple(self._figures),
            self._arrows,
            self._watermark,
            BACKGROUND,
        )

    def _next(self, name: str) -> tuple[int, str]:
        number = self._count
        self._count += 1
        return number, f"/{name} <</MCID {number}>> BDC"

    def _artifact(self, texts: Iterable[Text], mark: str) -> None:
        self._texts += [Piece(text, lines_of(text), mark) for text in texts]

    # --- texts ----------------------------------------------------------------------------------------

    def draft(self) -> list[Element]:
        """The word across the page, read once, on the first page, before all else."""
        if self.page.watermark is None:
            return []
        number, self._watermark = self._next("P")
        return [Element("P", (number,), self.index)]

    def heading(self) -> tuple[Element, ...]:
        """What stands above the table, as the section's heading."""
        self._headed = True
        texts = [text for text in self.page.texts if text.box[1] < self._top]
        return tuple(self._leaf("H2", text, lines_of(text)) for text in texts)

    def _leaf(self, name: str, text: Text, lines: tuple[Line, ...]) -> Element:
        number, mark = self._next(name)
        self._texts.append(Piece(text, lines, mark))
        anchor = self._anchor(lines)
        return Element(name, (Element("Link", (number, anchor), self.index) if anchor else number,), self.index)

    def _link_over(self, lines: Sequence[Line]) -> int | None:
        """The link that lies over these lines and that no text before them has taken."""
        if not self._links:
            return None
        run = lines[0].run
        x = run.x + run.width / 2
        place = (x, run.baseline, x, run.baseline)
        return next((number for number, link in self._links.items() if _inside(place, link.box)), None)

    def _anchor(self, lines: Sequence[Line]) -> Anchor | None:
        found = self._link_over(lines)
        if found is None:
            return None
        del self._links[found]
        return Anchor(self.index, found)

    def _blocks(self, text: Text) -> list[Element]:
        """A text as paragraphs and lists."""
        found: list[Element] = []
        for listed, group in groupby(parts_of(text), key=lambda part: part.marker is not None):
            if listed:
                found.append(self._list(text, list(group)))
            else:
                found += [self._leaf(_paragraph(text), text, part.body) for part in group]
        return found

    def _list(self, text: Text, parts: list[Part]) -> Element:
        items = []
        for part in parts:
            kids = [self._leaf("Lbl", text, (part.marker,))] if part.marker else []
            items.append(Element("LI", (*kids, self._leaf("LBody", text, part.body))))
        numbering = _numbering(parts[0].marker.run.text if parts[0].marker else "")
        return Element("L", tuple(items), attributes=f"/O/List/ListNumbering/{numbering}")

    # --- tables ---------------------------------------------------------------------------------------

    def form(self) -> list[Element]:
        """The identity page: each label heads what stands beside or below it. Then what stands in no cell."""
        forms = [table for table in self.page.tables if table.role == "identitas"]
        places = {cell.role: cell.row for table in forms for cell in table.cells}

        def scope(cell: Cell) -> str:
            beside = places.get(cell.role.removeprefix("label_")) == cell.row
            return ("Row" if beside else "Column") if cell.header else ""

        tables = [self._table(table, scope) for table in forms]
        return [*tables, *self._logos(self._sheet), *self._field_in(self._sheet)]

    def plain(self) -> list[Element]:
        """A page that is no part of the form: its texts, and tables with a head above."""
        tables = [self._table(table, lambda cell: "Column" if cell.header else "") for table in self.page.tables]
        return [*self.heading(), *tables]

    def front(self) -> list[Element]:
        """A page in front of a volume's SOPs: emblem, texts and tables as they follow one another."""
        self._headed = self._footed = True
        found = self._logos(self._sheet)
        found += [block for text in self.page.texts if text.box[1] < self._top for block in self._front_text(text)]
        for table in (table for table in self.page.tables if table.cells):
            found.append(self._table(table, lambda cell: "Column" if cell.header else ""))
        found += [block for text in self.page.texts if text.box[1] >= self._top for block in self._front_text(text)]
        return found

    def _front_text(self, text: Text) -> list[Element]:
        if text.role == _PAGE_NUMBER:
            self._artifact((text,), FOOTER)
            return []
        return self._blocks(text)

    def poster(self) -> list[Element]:
        """A page without tables: emblem, texts and pictures as they are read."""
        self._headed = self._footed = True
        found = self._logos(self._sheet)
        for read, text in enumerate(self.page.texts):
            found += self.pictures(read)
            found += self._blocks(text)
        return [*found, *self.pictures()]

    def _table(self, table: Table, scope: Callable[[Cell], str]) -> Element:
        rows = groupby(table.cells, key=lambda cell: cell.row)
        return Element(
            "Table",
            tuple(Element("TR", tuple(self._cell(table, cell, scope(cell)) for cell in cells)) for _, cells in rows),
        )

    def flow_rows(self, *, first: bool) -> tuple[list[Element], list[Element]]:
        """Rows of the head, on the first page only, and rows of steps. What tells where pages go on is no row."""
        head: list[Element] = []
        body: list[Element] = []
        for table in (table for table in self.page.tables if table.role == "alur"):
            for _, group in groupby(table.cells, key=lambda cell: cell.row):
                cells = list(group)
                if cells[0].header and first:
                    head.append(Element("TR", tuple(self._cell(table, cell, "Column") for cell in cells)))
                elif cells[0].step is not None:
                    row = [self._cell(table, cell, "Row" if cell.role == _NUMBER else "") for cell in cells]
                    body.append(Element("TR", tuple(row)))
                else:
                    mark = HEADER if cells[0].header else PAGINATION
                    self._artifact((text for cell in cells for text in cell.texts), mark)
        return head, body

    def _cell(self, table: Table, cell: Cell, scope: str) -> Element:
        name = "TH" if scope else "TD"
        attributes = [f"/Scope/{scope}"] if scope else []
        attributes += [f"/RowSpan {cell.row_span}"] if cell.row_span > 1 else []
        attributes += [f"/ColSpan {cell.column_span}"] if cell.column_span > 1 else []
        given = "/O/Table" + "".join(attributes) if attributes else ""
        box = cell_box(table, cell)
        figures = [*self._logos(box), *self._drawn(cell, box)]
        if len(cell.texts) == 1 and not figures and cell.role != _TITLE:
            (part, *more) = parts_of(cell.texts[0])
            if not more and part.marker is None and not self._has_field(box) and self._link_over(part.body) is None:
                number, mark = self._next(name)
                self._texts.append(Piece(cell.texts[0], part.body, mark))
                return Element(name, (number,), self.index, given)
        return Element(name, (*figures, *self._cell_texts(cell, box)), attributes=given)

    def _cell_texts(self, cell: Cell, box: Box) -> list[Element]:
        """The blocks of a cell, the signature field between those above and below its room."""
        room = self.page.signature_box
        found: list[Element] = []
        for text in cell.texts:
            if room and text.box[1] >= room[1]:
                found += self._field_in(box)
            found = _one_list(found, self._blocks(text)) if text.role == cell.role else [*found, *self._blocks(text)]
        return [*found, *self._field_in(box)]

    def _has_field(self, box: Box) -> bool:
        room = self.page.signature_box
        return self._field_waits and room is not None and _inside(room, box)

    def _field_in(self, box: Box) -> list[Element]:
        """The signature field, once, where it stands in this box."""
        if not self._has_field(box):
            return []
        self._field_waits = False
        return [Element("Form", (Field(self.index),))]

    # --- figures --------------------------------------------------------------------------------------

    def _figure(self, numbers: tuple[int, ...], box: Box, alternative: str) -> Element:
        x0, y0, x1, y1 = box
        height = self.page.size[1]
        attributes = f"/O/Layout/Placement/Block/BBox[{x0:.2f} {height - y1:.2f} {x1:.2f} {height - y0:.2f}]"
        return Element("Figure", numbers, self.index, attributes, alternative)

    def _logos(self, box: Box) -> list[Element]:
        found = []
        for at, image in enumerate(self.page.images):
            if self._images[at] == BACKGROUND and _inside(image.box, box):
                number, self._images[at] = self._next("Figure")
                found.append(self._figure((number,), image.box, _logo_words(image)))
        return found

    def pictures(self, read: int | None = None) -> list[Element]:
        """Those that are read when `read` of the page's texts have been; all that are left without one."""
        found = []
        for at, figure in enumerate(self.page.figures):
            if figure.alternative and self._figures[at] == BACKGROUND and read in (None, figure.before):
                number, self._figures[at] = self._next("Figure")
                found.append(self._figure((number,), figure.box, figure.alternative))
        return found

    def name_symbols(self, words: dict[str, str]) -> None:
        self._words = words

    def _drawn(self, cell: Cell, box: Box) -> list[Element]:
        """The symbols that stand in a lane's cell, from above."""
        if cell.step is None or cell.texts:
            return []
        found = []
        for at, symbol in enumerate(self.page.symbols):
            if symbol.step == cell.step and _inside(symbol.box, box):
                number, self._symbols[at] = self._next("Figure")
                found.append((symbol.box[1], self._figure((number,), symbol.box, self._words[symbol.id])))
        return [figure for _, figure in sorted(found, key=lambda each: each[0])]

    def chart(self, alternative: str) -> Element:
        """Arrows, pentagons and what is written at them: one figure, told in words."""
        numbers = []
        if self.page.arrows:
            number, self._arrows = self._next("Figure")
            numbers.append(number)
        for at, mark in enumerate(self._symbols):
            if mark == BACKGROUND:
                number, self._symbols[at] = self._next("Figure")
                numbers.append(number)
        for _, text in drawing_texts(self.page):
            number, mark = self._next("Figure")
            self._labels.append(Piece(text, lines_of(text), mark))
            numbers.append(number)
        return self._figure(tuple(numbers), self.page.drawing_area or self._sheet, alternative)


def _one_list(found: list[Element], more: list[Element]) -> list[Element]:
    """The blocks of a cell's next column behind those before it: a list that goes on there is one."""
    if found and more and (found[-1].tag, more[0].tag) == ("L", "L"):
        joined = found[-1]._replace(kids=(*found[-1].kids, *more[0].kids))
        return [*found[:-1], joined, *more[1:]]
    return [*found, *more]


def _paragraph(text: Text) -> str:
    return _HEADINGS.get(text.role, "P")


def _numbering(marker: str) -> str:
    """How PDF names the items' markers."""
    bare = marker.strip("(). ")
    if bare.isdigit():
        return "Decimal"
    if bare.isalpha():
        return "LowerAlpha" if bare.islower() else "UpperAlpha"
    return _NUMBERING.get(marker, "Disc")


def _logo_words(image: Image) -> str:
    return " ".join(image.alternative.split()) or "Lambang"


def _inside(inner: Box, outer: Box) -> bool:
    """Whether the middle of one box lies in the other."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]
