"""Values that formulas were worked out to, taken out of a workbook: every program then works them out anew."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from sopgen.workbook.amending import repacked
from sopgen.workbook.cells import place_of
from sopgen.workbook.grid import listed_sheets
from sopgen.workbook.package import book_of, parts_of

_CELL: Final = re.compile(rb'<((?:\w+:)?)c\b((?:\s+[\w:]+="[^"]*")*)\s*>(.*?)</\1c>', re.DOTALL)
_REFERENCE: Final = re.compile(rb'\sr="([A-Z]{1,3}[0-9]{1,7})"')
_TYPE: Final = re.compile(rb'\s+t="[^"]*"')
_VALUE: Final = re.compile(rb"<((?:\w+:)?)v\b[^>]*?(?:/>|>.*?</\1v>)", re.DOTALL)
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f\b")
_SETTINGS: Final = re.compile(rb"(<(?:\w+:)?calcPr\b)((?:\s+[\w:]+=\"[^\"]*\")*)")
_FULL: Final = re.compile(rb'\s+fullCalcOnLoad="[^"]*"')


def forget_values(data: bytes, where: Mapping[str, Collection[int] | None]) -> bytes:
    """`where`: a sheet's name → the columns (from 0) whose formulas are meant, None: all. Raises `NoWorkbook`.

    A sheet that is not there is passed over. Excel is asked to work out all formulas when it opens the file.
    """
    parts = parts_of(data)
    book = book_of(parts)
    sheets = {name: part for name, part, _ in listed_sheets(parts, book) if name in where}
    changed = {part: _without_values(parts[part], where[name]) for name, part in sheets.items()}
    changed[book] = _SETTINGS.sub(_full, parts[book])
    return repacked(data, changed)


def _without_values(part: bytes, columns: Collection[int] | None) -> bytes:
    def changed(found: re.Match[bytes]) -> bytes:
        prefix, attributes, inside = found[1], found[2], found[3]
        reference = _REFERENCE.search(attributes)
        place = place_of(reference[1].decode()) if reference else None
        if not _FORMULA.search(inside) or (columns is not None and (place is None or place[1] not in columns)):
            return found[0]
        return b"<%sc%s>%s</%sc>" % (prefix, _TYPE.sub(b"", attributes), _VALUE.sub(b"", inside), prefix)

    return _CELL.sub(changed, part)


def _full(found: re.Match[bytes]) -> bytes:
    return b'%s%s fullCalcOnLoad="1"' % (found[1], _FULL.sub(b"", found[2]))
