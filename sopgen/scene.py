"""Scene: the laid-out document, positioned and plain. Renderers read this and decide nothing.

All lengths in PDF points, origin at a page's top left, y downward. A `Box` is (x0, y0, x1, y1).
Every item carries its role, so that tags (PDF/UA), cells (XLSX) and JSON can be derived.
Texts are read in the order of `render/reading_order`: free texts above, tables cell by cell, drawing, foot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from sopgen.text.face import Face
from sopgen.text.wrap import LineEnd

Point = tuple[float, float]
Box = tuple[float, float, float, float]
SpecPath = tuple[str | int, ...]
"""A place in the spec's tree: `("kegiatan", 3, "kelengkapan")`; steps and items counted from 0."""


class Command(NamedTuple):
    """One command of an outline: `M` start, `L` line, `C` cubic curve (two control points and the end), `Z` close."""

    letter: Literal["M", "L", "C", "Z"]
    points: tuple[Point, ...] = ()


Path = tuple[Command, ...]

Align = Literal["left", "center", "right"]
SymbolKind = Literal["terminator", "process", "decision", "offpage"]
Konektor = Literal["ganda", "bebas", "terpaku"]
Maker = Literal["build", "compile", "index", "map", "flowchart", "check", "monev", "standar", "diff"]
"""The command that a finished file is of."""
# `temuan`: the legend of a marked copy; `gambar`: the annotated picture of a service; `lembar`: a paper beside an SOP;
# `riwayat`: an SOP's history of revisions; `banding`: two pages side by side; the others stand in front of a volume's
# SOPs.
PageKind = Literal[
    "identitas",
    "prosedur",
    "temuan",
    "sampul",
    "keputusan",
    "daftar_isi",
    "penjelasan",
    "gambar",
    "lembar",
    "riwayat",
    "banding",
]


class Glyph(NamedTuple):
    """A character drawn as a shape because the font lacks it (✓ ✗ ☐ ☑ ☒ ●). `box` is its em square on the line."""

    character: str
    box: Box


class Run(NamedTuple):
    """One piece of one line: `text` starts at x on `baseline`; `width` as measured.

    With `Text.turned`, x and baseline still are page coordinates of the run's start; the text then runs upward.
    `glyphs` are shapes drawn in blank room inside the run; they stand in `text` as ordinary characters.
    `hard`: which line of the whole source text it prints, counted from 0 also where that began on another page.
    `marker`: it is the marker of the item whose first line comes next; one that stands alone is none.
    `end`: what the source has between it and the next run: a blank, the end of a hard line, nothing (a break at a
    sign), or a soft hyphen in place of its last character, where a word was divided.
    `face`: where it is not its text's.
    """

    text: str
    x: float
    baseline: float
    width: float
    glyphs: tuple[Glyph, ...] = ()
    hard: int = 0
    marker: bool = False
    end: LineEnd = " "
    face: Face | None = None


class Text(NamedTuple):
    """A printed text: its source text and its wrapped, positioned lines. `box` holds the ink, `cell` the cell.

    `items`: for each line of the whole source text the item of the spec's list that it belongs to, counted from 0;
    None above the list. Empty where the spec has no list. `path`: its place in the spec, where that is not its cell's.
    `ground`: the colour `#RRGGBB` that its `cell` is painted with, on the rules, so that none runs through the text.
    """

    role: str
    text: str
    runs: tuple[Run, ...]
    face: Face
    size: float
    box: Box
    cell: Box
    step: int | None = None
    align: Align = "left"
    turned: bool = False
    grey: float = 0.0  # 0 black … 1 white
    items: tuple[int | None, ...] = ()
    path: SpecPath = ()
    ground: str | None = None

    def item_of(self, run: Run) -> int | None:
        """The item of the spec's list that the run belongs to."""
        return self.items[run.hard] if self.items else None


class Rule(NamedTuple):
    """A straight line of a table: horizontal or vertical."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    grey: float = 0.0


class Cell(NamedTuple):
    """A table cell: position and span in the table's grid (counted from 0), fill colour `#RRGGBB` or None.

    `path`: the place in the spec of what it prints; empty for labels, heads and strips.
    """

    row: int
    column: int
    role: str
    texts: tuple[Text, ...] = ()
    row_span: int = 1
    column_span: int = 1
    step: int | None = None
    fill: str | None = None
    header: bool = False
    path: SpecPath = ()


class Table(NamedTuple):
    """A table: column edges and row edges (one more than columns and rows), cells, and its rules as drawn.

    `goes_on`: it began on a page before, and its head is repeated.
    """

    role: Literal["identitas", "alur", "temuan", "bingkai", "daftar_isi", "simbol", "lembar"]
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[Cell, ...]
    rules: tuple[Rule, ...]
    goes_on: bool = False


def cell_box(table: Table, cell: Cell) -> Box:
    """The cell's place on the page, between the middles of its rules."""
    return (
        table.columns[cell.column],
        table.rows[cell.row],
        table.columns[cell.column + cell.column_span],
        table.rows[cell.row + cell.row_span],
    )


class Image(NamedTuple):
    """The logo, with its file's bytes."""

    role: str
    data: bytes
    box: Box
    alternative: str


class Shape(NamedTuple):
    """An outline: filled with `fill` (`#RRGGBB`), stroked with `stroke` points where that is not 0.

    `dash`: lengths of strokes and gaps in points. `round`: ends and corners of the stroke are round.
    """

    path: Path
    stroke: float = 0.0
    fill: str | None = None
    dash: tuple[float, ...] = ()
    round: bool = False


class Figure(NamedTuple):
    """Shapes that are one picture, with the texts that belong to it. Without an `alternative` it is decoration.

    `before`: how many of the page's own texts are read before it.
    """

    role: str
    box: Box
    shapes: tuple[Shape, ...]
    alternative: str = ""
    texts: tuple[Text, ...] = ()
    before: int = 0


class Symbol(NamedTuple):
    """One of the five symbols. `extra`: a capsule that is no kegiatan. Off-page connectors have `direction`.

    `opens`, `closes`: whether the flow begins or ends here. `beside`: a box of a joint kegiatan that another one leads.
    """

    id: str
    kind: SymbolKind
    box: Box
    step: int | None = None
    lanes: tuple[str, ...] = ()
    extra: bool = False
    number: Text | None = None
    direction: Literal["out", "in"] | None = None
    pair: str | None = None
    opens: bool = False
    closes: bool = False
    beside: bool = False


class Arrow(NamedTuple):
    """One drawn line. `source`/`target` are symbol ids; `edges` the flow edges it carries (None: an extra capsule).

    `joins` names the arrow whose trunk it runs into; then it has no head. Ω stand at `omegas`, on this line.
    A plain line between two boxes of one joint activity has no edges and no head.
    """

    id: str
    source: str
    target: str
    edges: tuple[tuple[int | None, int | None], ...]
    ports: tuple[str, str]
    points: tuple[Point, ...]
    is_return: bool = False
    label: Text | None = None
    omegas: tuple[Point, ...] = ()
    joins: str | None = None
    head: bool = True


class Lane(NamedTuple):
    """An executor's column: its printed `name`, and the `group` printed above it and its neighbours."""

    id: str
    x0: float
    x1: float
    name: str = ""
    group: str = ""


class Row(NamedTuple):
    """A row of the flow table: a kegiatan's, or a connector strip (`head` or `foot`)."""

    y0: float
    y1: float
    step: int | None = None
    strip: Literal["head", "foot"] | None = None


class Badge(NamedTuple):
    """A filled tag with rounded ends and one short text in it, such as a rule's code. `fill` is `#RRGGBB`."""

    box: Box
    text: Text
    fill: str


class Mark(NamedTuple):
    """What a reviewer's pen would leave on a copy: a ring round a place, its badges, a line between them if far apart.

    No part of the document: a clean one has none. `ring` is a rectangle with round corners, dashed or not.
    """

    badges: tuple[Badge, ...]
    ring: Box | None = None
    colour: str = "#000000"
    dashed: bool = False
    leader: tuple[Point, ...] = ()


class Link(NamedTuple):
    """A place on a page that leads to another page of the document, counted from 1. `text` says where to."""

    box: Box
    page: int
    text: str


class Bookmark(NamedTuple):
    """An entry of a volume's outline. `page` counts from 1; `level` from 0."""

    title: str
    page: int
    level: int = 0


class Page(NamedTuple):
    """One page, in points from its upper left corner.

    `edges`: what its tables and texts stand between; only its foot, its watermark and what binds it stand beyond.
    """

    number: int
    kind: PageKind
    size: tuple[float, float]
    edges: Box
    tables: tuple[Table, ...]
    texts: tuple[Text, ...] = ()  # above and below the tables: the PROSEDUR line, the foot
    images: tuple[Image, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    drawing_area: Box | None = None
    band: Box | None = None
    signature_box: Box | None = None
    signature_field: bool = False  # an empty, named signature field stands in the box
    lanes: tuple[Lane, ...] = ()
    rows: tuple[Row, ...] = ()
    watermark: Text | None = None
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    style: Style | None = None  # of a page bound into a volume; else the document's
    figures: tuple[Figure, ...] = ()

    def cells(self) -> Iterator[tuple[Table, Cell]]:
        """Every cell of its tables, each with its table, as they are read."""
        for table in self.tables:
            for cell in table.cells:
                yield table, cell

    @property
    def joins_identity(self) -> bool:
        """Whether this page of the flow bears the identity table too."""
        return self.kind == "prosedur" and any(table.role == "identitas" for table in self.tables)


class Relaxation(NamedTuple):
    kind: str
    steps: tuple[int, ...]


class Figures(NamedTuple):
    """What the router reached. Lengths in points; `symbol_sizes` in points by kind."""

    crossings: int = 0
    crossing_lower_bound: int = 0
    proved_minimal: bool = True
    bends: int = 0
    length: float = 0.0
    relaxations: tuple[Relaxation, ...] = ()


class FlowChoice(NamedTuple):
    """How the flow table was set: what a drawing of a spec that changed a little may begin with. Points."""

    size: float
    lane: float  # the usual one
    lanes: tuple[float, ...]
    texts: tuple[float, ...]  # widths of the text columns, from left to right
    row: float  # the least height of a row
    rows: tuple[tuple[int, float], ...]  # kegiatan whose labels were given so much more
    growing: bool  # whether rather many tracks than heads with long shafts were wanted
    inward: bool  # whether returns looked for room for their heads inside outer lanes
    above: int | None = None  # which identity table stands above it, where one page was wanted; -1: none had room


class Style(NamedTuple):
    """What a renderer needs to draw lines and symbols alike in every format. Points."""

    stroke: float
    arrow_length: float
    arrow_width: float
    omega_radius: float
    offpage_point: float  # the pentagon's point as a share of its height


class Origin(NamedTuple):
    """The files a document was made from, byte for byte, so that it can carry its own source."""

    name: str  # the spec's file name
    spec: bytes
    defaults: bytes | None = None  # sopgen.yaml


class Document(NamedTuple):
    """The whole document, ready for any renderer."""

    title: str
    number: str
    unit: str
    agency: str
    created: date | None
    modified: date | None
    pages: tuple[Page, ...]
    font_size: float
    style: Style
    symbol_sizes: Mapping[str, tuple[float, float]] = MappingProxyType({})
    figures: Figures = Figures()
    draft: bool = False
    origin: Origin | None = None
    konektor: Konektor = "ganda"  # how a workbook draws its arrows
    maker: Maker = "build"
    bookmarks: tuple[Bookmark, ...] = ()  # a volume's; a single SOP's follow from its pages
    choice: FlowChoice | None = None  # of a single SOP's flow table

    def cells(self) -> Iterator[tuple[Page, Table, Cell]]:
        """Every cell of all pages, each with its page and table, as they are read."""
        for page in self.pages:
            for table, cell in page.cells():
                yield page, table, cell
