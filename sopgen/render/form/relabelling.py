"""A clerk's own form → the same file with the names of steps brought up to date, and nothing else touched.

The workbook is not opened and written anew: that loses what its library does not know. Single cells are put in place in
the sheets' text, so that looks, notes, pictures, other sheets and whatever else stands there stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape

from sopgen.diagnostics import Span
from sopgen.intake.form.words import LIST, STEP_COLUMNS, STEPS
from sopgen.render.form.cells import HEAD
from sopgen.render.ooxml.parts import packed
from sopgen.workbook.cells import MAIN, place_of
from sopgen.workbook.grid import read_grids
from sopgen.workbook.package import NoWorkbook, book_of, parts_of, related, tree
from sopgen.workbook.values import Place

_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL: Final = re.compile(rb'<((?:\w+:)?)c\b((?:\s+[\w:]+="[^"]*")*)\s*(?:/>|>(.*?)</\1c>)', re.DOTALL)
_REFERENCE: Final = re.compile(rb'\sr="([A-Z]{1,3}[0-9]{1,7})"')
_TYPE: Final = re.compile(rb'\s+t="[^"]*"')
_VALUE: Final = re.compile(rb"<((?:\w+:)?)v\b[^>]*?(?:/>|>.*?</\1v>)", re.DOTALL)
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f\b")
_SETTINGS: Final = re.compile(rb"(<(?:\w+:)?calcPr\b)((?:\s+[\w:]+=\"[^\"]*\")*)")
_FULL: Final = re.compile(rb'\s+fullCalcOnLoad="[^"]*"')


def relabelled(data: bytes, labels: Mapping[Span, str]) -> bytes:
    """`labels`: a cell → what is to stand there. Raises `NoWorkbook` where one cannot be found in the file's text.

    Formulas that looked at these cells lose the values worked out for them, so that every program works them out anew.
    """
    parts = parts_of(data)
    book = book_of(parts)
    for name, part in _sheets(parts, book).items():
        wanted = {(span.line - 1, span.column - 1): text for span, text in labels.items() if span.sheet == name}
        forgotten = _forgotten(data) if name in {STEPS, LIST} else frozenset()
        parts[part] = _put(parts[part], wanted, all_values=name == LIST, columns=forgotten)
    parts[book] = _SETTINGS.sub(_full, parts[book])
    return packed(parts)


def _sheets(parts: Mapping[str, bytes], book: str) -> dict[str, str]:
    """Name → part."""
    relations = related(dict(parts), book)
    return {
        str(sheet.get("name")): relations[str(sheet.get(_RELATION))][1]
        for sheet in tree(parts[book]).iter(f"{MAIN}sheet")
        if sheet.get(_RELATION) in relations
    }


def _forgotten(data: bytes) -> frozenset[int]:
    """The columns of the sheet of steps that formulas of the form's own fill."""
    grid = next((each for each in read_grids(data) if each.name == STEPS), None)
    headings = {STEP_COLUMNS[key][0] for key in ("no", "periksa")}
    cells = grid.cells.items() if grid else ()
    return frozenset(column for (row, column), cell in cells if row == HEAD - 1 and cell.text in headings)


def _put(part: bytes, wanted: Mapping[Place, str], *, all_values: bool, columns: frozenset[int]) -> bytes:
    left = set(wanted)

    def changed(found: re.Match[bytes]) -> bytes:
        prefix, attributes, inside = found[1], found[2], found[3] or b""
        reference = _REFERENCE.search(attributes)
        place = place_of(reference[1].decode()) if reference else None
        if place is not None and place in wanted:
            left.discard(place)
            text = escape(wanted[place]).encode()
            head = b"<%sc%s" % (prefix, _TYPE.sub(b"", attributes))
            shown = b'<%sis><%st xml:space="preserve">%s</%st></%sis>' % (prefix, prefix, text, prefix, prefix)
            return b'%s t="inlineStr">%s</%sc>' % (head, shown, prefix)
        if _FORMULA.search(inside) and (all_values or (place is not None and place[1] in columns)):
            return b"<%sc%s>%s</%sc>" % (prefix, _TYPE.sub(b"", attributes), _VALUE.sub(b"", inside), prefix)
        return found[0]

    part = _CELL.sub(changed, part)
    if left:
        raise NoWorkbook
    return part


def _full(found: re.Match[bytes]) -> bytes:
    return b'%s%s fullCalcOnLoad="1"' % (found[1], _FULL.sub(b"", found[2]))
