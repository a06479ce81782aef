"""Where a finding is, in words that a person finds on paper: "hal. 2, langkah 5, kolom Waktu"; a cell in a workbook.

Never a line of a file, but for a file that could not be read as an SOP at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sopgen.diagnostics import Diagnostic, Language, Message
from sopgen.intake.sop import Sop
from sopgen.placenames import BOX_NAMES, COLUMN_NAMES, ROW_NAMES
from sopgen.report.review import Reviewed

_STEP: Final = Message("langkah", "step")
_PAGE: Final = Message("hal. {}", "p. {}")
_COLUMN: Final = Message("kolom {}", "column {}")
_BRANCH: Final = Message("cabang “{}”", "branch “{}”")
_ROW: Final = Message("baris {}", "row {}")
_BOX: Final = Message("kotak {}", "box {}")
_ITEM: Final = Message("butir {}", "item {}")
_HEAD: Final = Message("kepala tabel", "table head")
_KEY: Final = Message("data SOP, kunci {}", "the SOP's data, key {}")
_LINE: Final = Message("baris {} berkas", "line {} of the file")


def place_words(diagnostic: Diagnostic, file: Reviewed, language: Language) -> str:
    """`file` knows the SOP and, where it was drawn, on which page each step stands."""
    span = diagnostic.span
    if span is not None and span.sheet:
        return span.place
    if file.sop is None:
        return _LINE.in_language(language).format(span.line) if span else ""
    path = diagnostic.path
    if diagnostic.step is not None:
        steps = diagnostic.steps or (diagnostic.step,)
        parts = [_on_pages(steps, file, language), _part_of_step(path, diagnostic.step, file.sop, language)]
        return ", ".join(filter(None, parts))
    return _outside_steps(path, file, language)


def _on_pages(steps: Sequence[int], file: Reviewed, language: Language) -> str:
    """By page: "hal. 2, langkah 3; hal. 3, langkah 13, 14"."""
    pages = dict(file.drawing.step_pages) if file.drawing else {}
    by_page: dict[int | None, list[str]] = {}
    for step in steps:
        by_page.setdefault(pages.get(step), []).append(str(step))
    told = []
    for page, numbers in by_page.items():
        listed = f"{_STEP.in_language(language)} {', '.join(numbers)}"
        told.append(f"{_PAGE.in_language(language).format(page)}, {listed}" if page else listed)
    return "; ".join(told)


def _part_of_step(path: Sequence[str | int], step: int, sop: Sop, language: Language) -> str:
    key = path[2] if len(path) > 2 else ""
    if key in COLUMN_NAMES:
        return _COLUMN.in_language(language).format(COLUMN_NAMES[str(key)])
    if key == "keputusan" and len(path) > 3:
        return _BRANCH.in_language(language).format(path[3])
    if key in {"pelaksana", "bersama"} and 0 < step <= len(sop.kegiatan):
        names = {lane.id: lane.nama for lane in sop.pelaksana}
        own = ", ".join(names.get(each, each) for each in sop.kegiatan[step - 1].pelaksana)
        return _COLUMN.in_language(language).format(own)
    return ""


def _outside_steps(path: Sequence[str | int], file: Reviewed, language: Language) -> str:
    first_page = _PAGE.in_language(language).format(1)
    keys = tuple(element for element in path if isinstance(element, str))
    head = keys[0] if keys else ""
    if head in BOX_NAMES:
        parts = [first_page, _BOX.in_language(language).format(BOX_NAMES[head])]
        numbers = [element for element in path if isinstance(element, int)]
        return ", ".join([*parts, *([_ITEM.in_language(language).format(numbers[0] + 1)] if numbers else [])])
    row = ROW_NAMES.get(keys[:2]) or ROW_NAMES.get(keys[:1])
    if row:
        return f"{first_page}, {_ROW.in_language(language).format(row)}"
    if head == "pelaksana":
        page = min((number for _, number in file.drawing.step_pages), default=None) if file.drawing else None
        names = {lane.id: lane.nama for lane in file.sop.pelaksana} if file.sop else {}
        lane = names.get(keys[1], keys[1]) if len(keys) > 1 else ""
        parts = [_PAGE.in_language(language).format(page) if page else "", _HEAD.in_language(language)]
        return ", ".join(filter(None, [*parts, _COLUMN.in_language(language).format(lane) if lane else ""]))
    return _KEY.in_language(language).format(f"`{'.'.join(keys)}`") if keys else ""
