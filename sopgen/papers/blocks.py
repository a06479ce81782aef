"""What a paper is made of: blocks from top to bottom, in sheets. Plain immutable values; lengths in millimetres.

`layout/papers` sets them on pages, `render/docx` writes them for a word processor, `render/xlsx/paper` their tables for
a spreadsheet. A paper says what stands where it stands in the order of reading; how large, and where a page ends, they
know.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from sopgen.intake.sop import Kertas, Logo
from sopgen.scene import Align, Maker
from sopgen.text.face import Family

# --- pieces: what stands in a cell, or below a table ---------------------------------------------------


class Span(NamedTuple):
    """Words of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False


class Words(NamedTuple):
    """A paragraph; with a marker an item that hangs from it. `size` in points, where it is not the block's own.

    `marker_width`: millimetres for the marker, the same for all items of a list.
    """

    spans: tuple[Span, ...]
    marker: str = ""
    align: Align | None = None
    size: float | None = None
    marker_width: float = 5.0

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


class Tick(NamedTuple):
    """A box to tick, and what it stands for."""

    label: str = ""
    ticked: bool = False


class Choice(NamedTuple):
    """One of several: a box to tick for each, below each other; in a spreadsheet a cell with a list to choose from."""

    options: tuple[str, ...]
    chosen: str = ""


class Blank(NamedTuple):
    """A line to write on, behind its label. `width` of the line; None: as far as the column goes.

    `centred`: label and line together stand in the middle.
    """

    label: str = ""
    width: float | None = None
    centred: bool = False


class Tag(NamedTuple):
    """A word in a frame; a bad state stands white on black."""

    text: str
    bad: bool = False


Piece = Words | Tick | Choice | Blank | Tag


def words(text: str, *, bold: bool = False, italic: bool = False, align: Align | None = None) -> Words:
    """A paragraph of one look."""
    return Words((Span(text, bold, italic),), align=align)


def blank_span(letters: int = 20) -> Span:
    """A line to write on within a sentence, about so many letters long."""
    return Span("\u00a0" * 2 * letters, underlined=True)


def items(texts: Sequence[str]) -> tuple[Words, ...]:
    """A numbered list."""
    width = 5.0 if len(texts) < 10 else 6.5
    return tuple(Words((Span(text),), f"{number}.", marker_width=width) for number, text in enumerate(texts, start=1))


# --- tables -------------------------------------------------------------------------------------------


class Column(NamedTuple):
    """`width` None: what the others leave, in equal shares. `grey`: the rule at its left is a hairline."""

    width: float | None = None
    align: Align = "left"
    valign: Literal["top", "middle"] = "top"
    grey: bool = False


class Cell(NamedTuple):
    """What stands in it from above. `align` and `valign` where they are not the column's.

    `date`: a day is written here; a spreadsheet takes nothing else.
    """

    pieces: tuple[Piece, ...] = ()
    column_span: int = 1
    row_span: int = 1
    align: Align | None = None
    valign: Literal["top", "middle"] | None = None
    date: bool = False


class Row(NamedTuple):
    """Its cells from left to right, those that reach down from a row above left out. `least`: it is no lower.

    `group`: a heading within the table on grey, repeated on the next page. `keeps`: it stands with the row above.
    `going_on`: a group's heading that is repeated; the layout makes it.
    """

    cells: tuple[Cell, ...]
    least: float = 0.0
    group: bool = False
    keeps: bool = False
    going_on: bool = False


class Grid(NamedTuple):
    """A table with rules. `head` is repeated on every page. `size` of the type in points.

    `name` is told to a reader who does not see it.
    """

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    size: float = 8.5
    name: str = ""


def text_cell(text: str, **given: object) -> Cell:
    """A cell with one plain paragraph; none for an empty text."""
    cell = Cell((words(text),) if text else ())
    return cell._replace(**given)  # type: ignore[arg-type]


def head_row(*texts: str, least: float = 0.0) -> Row:
    """A head whose cells stand above one column each."""
    return Row(tuple(Cell((words(text, bold=True),)) for text in texts), least)


# --- blocks -------------------------------------------------------------------------------------------


class Letterhead(NamedTuple):
    """Emblem, the agency's lines in bold capitals, its address, a rule below."""

    lines: tuple[str, ...]
    address: str = ""
    logo: Logo | None = None


class Heading(NamedTuple):
    """`title` in the middle, 13 bold; `subtitle` and `note` below it; `section` at the left, above what follows.

    `size` in points, where it is not the level's own.
    """

    text: str
    level: Literal["title", "subtitle", "note", "section"] = "title"
    size: float | None = None


class Text(NamedTuple):
    """Pieces in the page's full breadth. `size` in points; `air`: its lines stand wide apart, as in minutes.

    `ruled`: they stand as far apart as lines to write on.
    """

    pieces: tuple[Piece, ...]
    size: float = 8.5
    air: bool = False
    ruled: bool = False


class Fact(NamedTuple):
    """A label and what it says: `Nama : …`. `numbered`: room for a number is left before it, where `number` stands."""

    label: str
    value: Words | Blank
    number: str = ""
    numbered: bool = False


class Facts(NamedTuple):
    """Facts below each other; those of `right` begin `right_at` from the left margin."""

    left: tuple[Fact, ...]
    right: tuple[Fact, ...] = ()
    label_width: float = 13.0
    right_at: float = 187.0
    right_label_width: float = 26.5
    size: float = 8.5
    air: bool = False


class Signer(NamedTuple):
    """Who signs: lines above the room, the name (a line to write on where it is empty), lines below.

    A line below that ends in a blank is followed by a line to write on: `NIP `.
    """

    above: tuple[Piece, ...]
    name: str = ""
    below: tuple[str, ...] = ()


class Signatures(NamedTuple):
    """Stands whole on one page, with what is before it. `at`: where each signer begins, from the left margin.

    `note` stands at the left of a single signer. `room` to sign in.
    """

    signers: tuple[Signer, ...]
    at: tuple[float, ...]
    room: float = 18.0
    note: tuple[Piece, ...] = ()
    size: float = 8.5
    air: bool = False


class Gap(NamedTuple):
    """Room, unless a page begins here."""

    height: float


Block = Letterhead | Heading | Text | Facts | Grid | Signatures | Gap


class Sheet(NamedTuple):
    """What begins on a fresh page. `name`: in bookmarks and on a spreadsheet's tab. `foot`: at the left of each foot.

    `goes_on`: what stands above a table on the pages that follow.
    """

    name: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    foot: str = ""
    goes_on: str = ""


class Paper(NamedTuple):
    """A whole paper. `band`: millimetres kept free at each page's foot for an electronic signature."""

    title: str
    sheets: tuple[Sheet, ...]
    number: str = ""
    agency: str = ""
    unit: str = ""
    created: date | None = None
    kertas: Kertas = "A4"
    family: Family = "sans"
    band: float = 0.0
    maker: Maker = "build"
