"""Where a finding is, in words that a person finds on paper: "hal. 2, langkah 5, kolom Waktu"; a cell in a workbook.

Never a line of a file, but for a file that could not be read as an SOP at all. Of a finished document the pages, steps
and columns are those of the paper that was examined, never those of a drawing of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from sopgen.diagnostics import LANGUAGES, Diagnostic, Language, Message, Span
from sopgen.placenames import BOX_NAMES, COLUMN_NAMES, ROW_NAMES
from sopgen.report.review import Reviewed
from sopgen.rules.compilation import LOOKS
from sopgen.rules.paper import PaperStep, row_words
from sopgen.rules.ranges import ranges
from sopgen.rules.seats import seats_words

_STEP: Final = Message("langkah", "step")
_PAGE: Final = Message("hal. {}", "p. {}")
_COLUMN: Final = Message("kolom {}", "column {}")
_BRANCH: Final = Message("cabang “{}”", "branch “{}”")
_ROW: Final = Message("baris {}", "row {}")
_BOX: Final = Message("kotak {}", "box {}")
_ITEM: Final = Message("butir {}", "item {}")
_HEAD: Final = Message("kepala tabel", "table head")
_KEY: Final = Message("data SOP, kunci {}", "the SOP's data, key {}")
_ABOUT: Final = Message("data SOP, {}", "the SOP's data, {}")
_SERVICE: Final = Message("data pelayanan, {}", "service data, {}")
_LOOK: Final = Message("seluruh dokumen, {}", "the whole document, {}")
_LINE: Final = Message("baris {} berkas", "line {} of the file")
_CELL: Final = Message("sel {}", "cell {}")
_SHEET: Final = Message("lembar {}", "sheet {}")
_MORE: Final = Message("dan {} lagi", "and {} more")
_NOWHERE: Final = Message("seluruh SOP; tidak bertempat di satu halaman", "the whole SOP; at no one place on paper")
_CELLS_NAMED: Final = 4
_REPEATED: Final = ("tampilan", "kepala_berulang")
_COLUMN_ROLES: Final = {"uraian": "kegiatan"}


def place_words(diagnostic: Diagnostic, file: Reviewed, language: Language) -> str:
    """`file` knows the SOP and on which page each step stands: of the paper examined, else of its drawing."""
    if file.paper is not None:
        return _on_paper(diagnostic, file, language)
    span = diagnostic.span
    if span is not None and span.sheet:
        return span.place
    if file.sop is None:
        return _LINE.in_language(language).format(span.line) if span else ""
    path = diagnostic.path
    if diagnostic.step is not None:
        steps = diagnostic.steps or (diagnostic.step,)
        parts = [_on_pages(steps, file, language), _part_of_step(path, diagnostic.step, file, language)]
        return ", ".join(filter(None, parts))
    return _outside_steps(path, file, language)


def placed(diagnostic: Diagnostic, file: Reviewed) -> Diagnostic:
    """With its place in words, in both languages."""
    words = Message(*(place_words(diagnostic, file, language) for language in LANGUAGES))
    return diagnostic._replace(where=words if words.id else None)


def _on_paper(diagnostic: Diagnostic, file: Reviewed, language: Language) -> str:
    """Words first; the cell behind them, in brackets, for who has the workbook open."""
    if len(diagnostic.seats) > 1 and len(diagnostic.steps) > 1:
        words = seats_words(diagnostic.seats).in_language(language)
    elif diagnostic.where is not None and len(diagnostic.steps) < 2:
        words = diagnostic.where.in_language(language)
    elif diagnostic.step is not None:
        steps = diagnostic.steps or (diagnostic.step,)
        part = _part_of_step(diagnostic.path, diagnostic.step, file, language)
        words = ", ".join(filter(None, [_on_pages(steps, file, language), part]))
    elif file.sop is not None:
        words = _outside_steps(diagnostic.path, file, language)
    else:
        words = ""
    spans = [span for span in (diagnostic.span, *diagnostic.spans) if span is not None and span.sheet]
    if not words:
        return _cells(spans, language) or _NOWHERE.in_language(language)
    sheet = _sheet_alone(spans) if file.paper and not file.paper.pages else ""
    if sheet:
        return f"{_SHEET.in_language(language).format(sheet)}, {words} ({_cells(spans, language, of_sheet=False)})"
    return f"{words} ({_cells(spans, language)})" if spans else words


def _sheet_alone(spans: Sequence[Span]) -> str:
    """The one sheet on which all of them are; "" for none or several."""
    sheets = {span.sheet for span in spans}
    return sheets.pop() if len(sheets) == 1 else ""


def _cells(spans: Sequence[Span], language: Language, *, of_sheet: bool = True) -> str:
    """`sel Flowchart!J6, J9`, in reading order; `of_sheet`: whether the sheet is said."""
    sheets = list(dict.fromkeys(span.sheet for span in spans))
    ordered = sorted(spans, key=lambda span: (sheets.index(span.sheet), span.line, span.column))
    places = list(dict.fromkeys(span.place for span in ordered))
    if not places:
        return ""
    sheet = places[0].rpartition("!")[0] + "!"
    first = places[0] if of_sheet else places[0].removeprefix(sheet)
    named = [first, *(place.removeprefix(sheet) for place in places[1:_CELLS_NAMED])]
    more = len(places) - len(named)
    told = ", ".join(named) + (f" {_MORE.in_language(language).format(more)}" if more else "")
    return _CELL.in_language(language).format(told)


def _on_pages(steps: Sequence[int], file: Reviewed, language: Language) -> str:
    """By page: "hal. 2, langkah 3; hal. 3, langkah 13–15"."""
    rows = {each.number: each for each in file.paper.steps} if file.paper else {}
    drawn = dict(file.drawing.step_pages) if file.drawing and not rows else {}
    by_page: dict[int, list[int]] = {}
    for step in steps:
        by_page.setdefault(rows[step].page if step in rows else drawn.get(step, 0), []).append(step)
    told = []
    for page, numbers in by_page.items():
        listed = _steps(numbers, rows, language)
        told.append(f"{_PAGE.in_language(language).format(page)}, {listed}" if page else listed)
    return "; ".join(told)


def _steps(numbers: Sequence[int], rows: dict[int, PaperStep], language: Language) -> str:
    """Together those whose number is the one on paper; each by itself those that stand under another one, or none."""
    odd = [rows[each] for each in numbers if each in rows and rows[each].written != str(each)]
    plain = [each for each in numbers if each not in {row.number for row in odd}]
    told = [f"{_STEP.in_language(language)} {ranges(plain)}"] if plain else []
    return ", ".join([*told, *(row_words(row.row, row.written).in_language(language) for row in odd)])


def _part_of_step(path: Sequence[str | int], step: int, file: Reviewed, language: Language) -> str:
    key = path[2] if len(path) > 2 else ""
    if key in COLUMN_NAMES:
        return _COLUMN.in_language(language).format(_column_name(str(key), file))
    if key == "keputusan" and len(path) > 3:
        return _BRANCH.in_language(language).format(path[3])
    if key in {"pelaksana", "bersama"} and file.sop and 0 < step <= len(file.sop.kegiatan):
        names = {lane.id: lane.nama for lane in file.sop.pelaksana}
        own = ", ".join(names.get(each, each) for each in file.sop.kegiatan[step - 1].pelaksana)
        return _COLUMN.in_language(language).format(own)
    return ""


def _column_name(key: str, file: Reviewed) -> str:
    """As the paper's head calls it."""
    labels = dict(file.paper.columns) if file.paper else {}
    return labels.get(_COLUMN_ROLES.get(key, key), COLUMN_NAMES[key])


def _outside_steps(path: Sequence[str | int], file: Reviewed, language: Language) -> str:
    keys = tuple(element for element in path if isinstance(element, str))
    head = keys[0] if keys else ""
    if head in BOX_NAMES:
        parts = [_page(_identity_page(file), language), _BOX.in_language(language).format(BOX_NAMES[head])]
        numbers = [element for element in path if isinstance(element, int)]
        parts += [_ITEM.in_language(language).format(numbers[0] + 1)] if numbers else []
        return ", ".join(filter(None, parts))
    row = ROW_NAMES.get(keys[:2]) or ROW_NAMES.get(keys[:1])
    if row:
        return ", ".join(filter(None, [_page(_identity_page(file), language), _ROW.in_language(language).format(row)]))
    if head == "pelaksana":
        names = {lane.id: lane.nama for lane in file.sop.pelaksana} if file.sop else {}
        lane = names.get(keys[1], keys[1]) if len(keys) > 1 else ""
        parts = [_page(_table_page(file), language), _HEAD.in_language(language)]
        return ", ".join(filter(None, [*parts, _COLUMN.in_language(language).format(lane) if lane else ""]))
    if file.paper is not None:
        return _later_heads(file, language) if keys == _REPEATED else _NOWHERE.in_language(language)
    if keys[:1] == ("tampilan",):
        return _LOOK.in_language(language).format(_look_name(keys[1:], language))
    return _of_data(keys, language) if keys else ""


def _of_data(keys: tuple[str, ...], language: Language) -> str:
    """What is printed on no page is called as the form calls it, where the form has it."""
    titles = _titles()
    title = next((titles[keys[:end]] for end in range(len(keys), 0, -1) if keys[:end] in titles), "")
    if not title:
        return _KEY.in_language(language).format(f"`{'.'.join(keys)}`")
    return (_SERVICE if keys[0] == "pelayanan" else _ABOUT).in_language(language).format(title)


@cache
def _titles() -> dict[tuple[str | int, ...], str]:
    """By path. Few checks ask for any, and the form takes long to load."""
    from sopgen.intake.form.words import FIELDS, SERVICE_FIELDS

    return {field.path: field.title for field in (*FIELDS, *SERVICE_FIELDS)}


def _look_name(keys: Sequence[str], language: Language) -> str:
    """What everybody calls what a key of `tampilan` says; the key itself where nothing is called so."""
    named = LOOKS.get(keys[0]) if keys else None
    return named.in_language(language) if named else ".".join(keys)


def _later_heads(file: Reviewed, language: Language) -> str:
    """The pages of the table but its first, where those are known."""
    table = _table_page(file)
    later = sorted({step.page for step in file.paper.steps if step.page > table > 0} if file.paper else ())
    return ", ".join(
        [*([_PAGE.in_language(language).format(ranges(later))] if later else []), _HEAD.in_language(language)]
    )


def _page(number: int, language: Language) -> str:
    return _PAGE.in_language(language).format(number) if number else ""


def _identity_page(file: Reviewed) -> int:
    return file.paper.identity if file.paper and file.paper.steps else 1


def _table_page(file: Reviewed) -> int:
    if file.paper and file.paper.steps:
        return file.paper.table
    return min((number for _, number in file.drawing.step_pages), default=0) if file.drawing else 0
