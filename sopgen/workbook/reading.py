"""A workbook's bytes → its sheets. Raises `NoWorkbook`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from sopgen.workbook.cells import MAIN, remarks_of, shared_texts, sheet_of
from sopgen.workbook.package import NoWorkbook, Taken, book_of, parts_of, related, tree
from sopgen.workbook.shapes import MOST_DRAWN, drawn
from sopgen.workbook.styles import Styles, styles_of
from sopgen.workbook.unfolding import unfolded
from sopgen.workbook.values import Sheet

_TITLE_ROWS = re.compile(r"!\$?(\d{1,7}):\$?(\d{1,7})\b")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_workbook(data: bytes, due: Sequence[Sheet] = ()) -> tuple[Sheet, ...]:
    """All sheets in their order, with what is drawn on them. `due`: as they were made, if known (`unfolding`)."""
    parts = parts_of(data)
    book = book_of(parts)
    try:
        return _sheets(parts, book, due)
    except (ValueError, OverflowError, KeyError, IndexError, RecursionError) as error:  # numbers that are none
        raise NoWorkbook from error


def _sheets(parts: dict[str, bytes], book: str, due: Sequence[Sheet]) -> tuple[Sheet, ...]:
    relations = related(parts, book)
    texts = next((name for kind, name in relations.values() if kind == "sharedStrings"), "")
    shared = shared_texts(tree(parts[texts])) if texts in parts else ()
    look = next((name for kind, name in relations.values() if kind == "styles"), "")
    styles = styles_of(tree(parts[look])) if look in parts else Styles()
    taken = Taken()
    sheets: list[Sheet] = []
    workbook = tree(parts[book])
    titles = dict(_print_titles(workbook))
    for number, entry in enumerate(workbook.iter(f"{MAIN}sheet")):
        _, name = relations.get(entry.get(_RELATION, ""), ("", ""))
        if name not in parts:
            continue
        taken.take(name)
        sheet = sheet_of(entry.get("name", ""), tree(parts[name]), shared, styles)
        sheet = unfolded(sheet, due) if due else sheet
        for kind, drawing in related(parts, name).values():
            if kind == "drawing" and drawing in parts:
                taken.take(drawing)
                found = drawn(tree(parts[drawing]), sheet)
                if sum(map(len, found)) > MOST_DRAWN:
                    raise NoWorkbook
                held = related(parts, drawing) if found.pictures else {}
                pictures = tuple(each._replace(source=held.get(each.source, ("", ""))[1]) for each in found.pictures)
                sheet = sheet._replace(
                    shapes=sheet.shapes + found.shapes,
                    lines=sheet.lines + found.lines,
                    pictures=sheet.pictures + pictures,
                    others=sheet.others + found.others,
                )
            elif kind == "comments" and drawing in parts:
                taken.take(drawing)
                sheet = sheet._replace(remarks=remarks_of(tree(parts[drawing])))
        hidden = entry.get("state", "visible") != "visible"
        sheets.append(sheet._replace(is_hidden=hidden, titles=titles.get(str(number))))
    return tuple(sheets)


def _print_titles(workbook: Element) -> Iterator[tuple[str, tuple[int, int]]]:
    """By the number of a sheet, as text: its first and last row that are printed on every page."""
    for name in workbook.iter(f"{MAIN}definedName"):
        if name.get("name") == "_xlnm.Print_Titles" and (rows := _TITLE_ROWS.search(name.text or "")):
            yield name.get("localSheetId", ""), (int(rows[1]) - 1, int(rows[2]) - 1)
