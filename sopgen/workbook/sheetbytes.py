"""A sheet's XML → where its rows and cells stand in the bytes, so that a few can be put in and the rest stays."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.parsers import expat

from sopgen.workbook.cells import place_of
from sopgen.workbook.package import NoWorkbook

_TAG: Final = re.compile(rb"""<(?:"[^"]*"|'[^']*'|[^>"'])*>""")


class Unplaced(Exception):  # noqa: N818 - what was found
    """A sheet in another encoding than UTF-8, or one whose rows or cells do not say where they stand."""


class CellBytes(NamedTuple):
    column: int
    start: int
    end: int
    style: str
    has_formula: bool


class RowBytes(NamedTuple):
    """`start` to `inner`: its opening tag; `inner` to `last`: what it holds; `end`: behind its closing tag."""

    number: int
    start: int
    inner: int
    last: int
    end: int
    attributes: dict[str, str]
    cells: tuple[CellBytes, ...]


class SheetBytes(NamedTuple):
    """Where a sheet's rows stand; `prefix` is what its names begin with."""

    start: int
    inner: int
    last: int
    end: int
    prefix: str
    rows: tuple[RowBytes, ...]


def find_rows(part: bytes) -> SheetBytes:
    """Raises `Unplaced`; `NoWorkbook` for a sheet that has no rows at all."""
    try:
        part.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unplaced from error
    reader = _Reader(part)
    try:
        reader.parser.Parse(part, True)
    except expat.ExpatError as error:
        raise NoWorkbook from error
    if reader.rows is None:
        raise NoWorkbook
    return reader.rows


class _Reader:
    """Finds where rows and cells begin and end."""

    def __init__(self, part: bytes) -> None:
        self.part = part
        self.rows: SheetBytes | None = None
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._open: list[tuple[str, int, int, dict[str, str]]] = []
        self._found: list[RowBytes] = []
        self._cells: list[CellBytes] = []
        self._formula = False

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        start = self.parser.CurrentByteIndex
        tag = _TAG.match(self.part, start)
        assert tag is not None
        self._open.append((name, start, tag.end(), attributes))
        local = name.rpartition(":")[2]
        if local == "f":
            self._formula = True
        elif local == "c":
            self._formula = False
        elif local == "row":
            self._cells = []

    def _end(self, name: str) -> None:
        _, start, inner, attributes = self._open.pop()
        last = self.parser.CurrentByteIndex
        closing = _TAG.match(self.part, last) if last != inner or self.part[inner - 2 : inner - 1] != b"/" else None
        end = closing.end() if closing else inner
        local = name.rpartition(":")[2]
        above = [each[0].rpartition(":")[2] for each in self._open]
        if local == "c" and above[-2:] == ["sheetData", "row"]:
            place = place_of(attributes.get("r", ""))
            if place is None:
                raise Unplaced
            self._cells.append(CellBytes(place[1], start, end, attributes.get("s", ""), self._formula))
        elif local == "row" and above[-1:] == ["sheetData"]:
            number = attributes.get("r", "")
            if not number.isdecimal():
                raise Unplaced
            self._found.append(RowBytes(int(number) - 1, start, inner, last, end, attributes, tuple(self._cells)))
        elif local == "sheetData" and self.rows is None:
            prefix = name[: -len("sheetData")]
            self.rows = SheetBytes(start, inner, last, end, prefix, tuple(self._found))
