"""The values of tagging: a tree of tags, and for each page the marks that tie what is drawn to it."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.render.pdf.pieces import Line
from sopgen.scene import Text

BACKGROUND = "/Artifact BMC"
HEADER = "/Artifact <</Type/Pagination/Subtype/Header>> BDC"
FOOTER = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC"
WATERMARK = "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC"
PAGINATION = "/Artifact <</Type/Pagination>> BDC"


class Field(NamedTuple):
    """The signature field of a page, counted from 0."""

    page: int


class Anchor(NamedTuple):
    """A link's annotation: its page and its number there, counted from 0."""

    page: int
    number: int


class Element(NamedTuple):
    """A tag. `kids` are elements, fields, links, or numbers of marks on `page`; `attributes` as PDF writes them."""

    tag: str
    kids: tuple[Element | Field | Anchor | int, ...] = ()
    page: int | None = None
    attributes: str = ""
    alternative: str = ""


class Piece(NamedTuple):
    """Lines of one text that are drawn under one mark; no mark at all where `mark` is empty."""

    text: Text
    lines: tuple[Line, ...]
    mark: str = ""


class PageMarks(NamedTuple):
    """What a page is drawn with: its texts in reading order, and the marks of all else."""

    texts: tuple[Piece, ...]
    labels: tuple[Piece, ...]
    images: tuple[str, ...]
    symbols: tuple[str, ...]
    figures: tuple[str, ...] = ()
    arrows: str = ""
    watermark: str = ""
    background: str = ""
