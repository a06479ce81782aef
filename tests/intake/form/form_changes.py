"""What people do to a form, by name: it says the same afterwards (`SAME`), or the same without ids (`UNNAMED`)."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from openpyxl.styles import PatternFill
from openpyxl.worksheet.table import Table

from sopgen.intake.form.words import ACCEPTED, BOXES, HISTORY, IDENTITY, LANES, MATRIX, PUBLIC, SERVICE, STEPS
from sopgen.intake.sop import Sop
from sopgen.render.form.cells import FIRST, HEAD
from tests.intake.form.form_variants import (
    LISTED,
    TABLES,
    Book,
    Change,
    by_another_program,
    by_hand,
    by_openpyxl,
    by_sight,
    column,
    seen,
)

OTHER_SHEETS: Final = {
    IDENTITY: "1. Data SOP",
    BOXES: "Kotak-kotak",
    LANES: "Para pelaku",
    STEPS: "Alur",
    SERVICE: "Layanan",
    PUBLIC: "Kata pemohon",
    HISTORY: "Perubahan",
    ACCEPTED: "Pengecualian",
}


def columns_turned(book: Book) -> None:
    """Every table the other way round, the last column first."""
    for title in (*TABLES, IDENTITY, SERVICE):
        wide = max(map(len, book[title]))
        book[title] = [[*row, *[None] * (wide - len(row))][::-1] for row in book[title]]


def columns_apart(book: Book) -> None:
    """An empty column before each."""
    for title in TABLES:
        book[title] = [[each for value in row for each in (None, value)] for row in book[title]]


def headings_by_synonym(book: Book) -> None:
    for title, names in TABLES.items():
        head = book[title][HEAD - 1]
        for words in names.values():
            if words[0] in head:
                head[head.index(words[0])] = words[-1]


def headings_dressed_up(book: Book) -> None:
    """In capitals, over two lines, with a star for what is required."""
    for title in (*TABLES, IDENTITY, SERVICE):
        head = book[title][HEAD - 1]
        head[:] = [f" {each.upper().replace(' ', chr(10), 1)} *)" if each else None for each in head]
    for title in (IDENTITY, SERVICE):
        for row in book[title][HEAD:]:
            row[0] = f"{row[0].upper()} :" if row[0] else None


def rows_empty_between(book: Book) -> None:
    for title in (*TABLES, IDENTITY, SERVICE):
        rows = book[title]
        rows[HEAD:] = [each for row in rows[HEAD:] for each in ([], row)]


def head_far_down(book: Book) -> None:
    """Below a letterhead of 25 rows."""
    for title in (*TABLES, IDENTITY, SERVICE):
        book[title][:0] = [["PEMERINTAH KABUPATEN CONTOH"], *[[]] * 24]


def no_title_above(book: Book) -> None:
    for title in (*TABLES, IDENTITY, SERVICE):
        del book[title][: HEAD - 1]


def sheets_renamed(book: Book) -> Book:
    return {OTHER_SHEETS.get(title, title): rows for title, rows in book.items()}


def sheets_turned(book: Book) -> Book:
    """In another order, all with names that say nothing, a sheet of notes first."""
    named = {title: f"Sheet{number}" for number, title in enumerate(OTHER_SHEETS, start=1)}
    others = {named.get(title, title): rows for title, rows in reversed(book.items())}
    return {"Catatan": [["Rapat", "tanggal", date(2026, 1, 5)], ["hadir", 12]], **others}


def colon_before_values(book: Book) -> None:
    """`Judul SOP | : | …`, as in a letter, without a head row."""
    for title in (IDENTITY, SERVICE):
        book[title] = [[row[0], ":", row[1]] if row else [] for row in book[title][HEAD:]]


def numbered_fields(book: Book) -> None:
    for title in (IDENTITY, SERVICE):
        rows = book[title]
        rows[HEAD - 1 :] = [["No", *rows[HEAD - 1]], *([n, *row] for n, row in enumerate(rows[HEAD:], start=1))]


def plain_tables(book: Book) -> Book:
    """What is left of a form in plain tables: heads in the first row, nothing hidden, nothing above."""
    kept = {title: rows[HEAD - 1 :] for title, rows in book.items() if title in {*TABLES, IDENTITY, SERVICE}}
    return {title: [row for row in rows if any(each is not None for each in row)] for title, rows in kept.items()}


def texts_with_blanks(book: Book) -> None:
    """Blanks around, no-break spaces, a carriage return, cells with nothing but a blank."""
    for title in TABLES:
        for row in book[title][HEAD:]:
            for at, value in enumerate(row):
                if isinstance(value, str) and value:
                    row[at] = f" \u00a0{value}  ".replace("\n", "\r\n")
                elif value is None and at > 1:
                    row[at] = " "


def numbers_as_texts(book: Book) -> None:
    for row in book[STEPS][HEAD:]:
        row[:] = [str(value) if isinstance(value, int) else value for value in row]
    for row in book[IDENTITY][HEAD:]:
        if hasattr(row[1], "strftime"):
            row[1] = row[1].strftime("%d/%m/%Y")


def texts_as_numbers(book: Book) -> None:
    for title in (STEPS, HISTORY, SERVICE):
        for row in book[title][HEAD:]:
            row[:] = [
                int(value) if isinstance(value, str) and value.isdigit() and value[0] != "0" else value for value in row
            ]


def choices_in_capitals(book: Book) -> None:
    """Choices and names of executors are the same words in capitals."""
    for title, keys in (
        (LANES, ("eksternal", "peran")),
        (STEPS, ("pelaksana", "dengan1", "dengan2")),
        (BOXES, ("box", "how")),
    ):
        for row in book[title][HEAD:]:
            for key in keys:
                at = column(book, title, key)
                row[at] = row[at].upper() if isinstance(row[at], str) else row[at]
    for row in book[IDENTITY][HEAD:]:
        if row[0] in {"Jenis", "Sifat", "Cakupan", "Dikerjakan tim", "Status"} and row[1]:
            row[1] = f"{row[1].capitalize()} "


def without_codes(book: Book) -> None:
    at = column(book, STEPS, "kode")
    for row in book[STEPS]:
        del row[at:]


def without_hidden_sheets(book: Book) -> Book:
    return {title: rows for title, rows in book.items() if not title.startswith("_")}


def by_ticks(book: Book) -> None:
    """The matrix instead of *Kegiatan*: x where somebody works, P where somebody leads."""
    lanes = [row[LISTED] for row in book[LANES][HEAD:] if row[LISTED]]
    names = {each: row[LISTED] for row in book[LANES][HEAD:] for each in row[:2] if each}
    steps, matrix = book[STEPS], book[MATRIX]
    head = matrix[HEAD - 1]
    head[:] = ["No", "Uraian kegiatan", *lanes, *head[2 + max(len(lanes), 8) :]]
    del matrix[HEAD:]
    own = steps[HEAD - 1]
    for row in steps[HEAD:]:
        told = dict(zip(own, row, strict=False))
        if told["Uraian kegiatan"] is None:
            continue
        doers = [
            names.get(each, each)
            for key in ("Pelaksana", "Bersama dengan", "Bersama dengan (2)")
            for each in (told[key] or "").split("; ")
            if each
        ]
        ticks = {doer: "P" if at == 0 and len(doers) > 1 else "x" for at, doer in enumerate(doers)}
        time = f"{told['Waktu']} {told['Satuan']}" if told["Satuan"] else told["Waktu"]
        matrix.append([ticks.get(each, told.get(each)) if each != "Waktu" else time for each in head])
    steps[HEAD:] = []


def filtered(workbook: Any) -> None:
    """An autofilter that hides every other step, boxes and lanes folded away."""
    for title in (BOXES, LANES, STEPS, IDENTITY):
        sheet = workbook[title]
        sheet.auto_filter.ref = f"A{HEAD}:{sheet.cell(HEAD, sheet.max_column).column_letter}{sheet.max_row}"
        for row in range(FIRST, sheet.max_row, 2):
            sheet.row_dimensions[row].hidden = True


def bare(workbook: Any) -> None:
    """Frozen panes, drop-downs, names, colours gone."""
    for sheet in workbook.worksheets:
        sheet.freeze_panes = None
        sheet.data_validations.dataValidation = []
        sheet.conditional_formatting = type(sheet.conditional_formatting)()
    workbook.defined_names.clear()


def merged(workbook: Any) -> None:
    """Titles over the whole width, fields over two columns, one box over its items."""
    for title in (IDENTITY, SERVICE):
        sheet = workbook[title]
        sheet.merge_cells("A1:C1")
        for row in range(FIRST, FIRST + 5):
            sheet.merge_cells(f"B{row}:C{row}")
    sheet = workbook[BOXES]
    start = FIRST
    for row in range(FIRST, FIRST + 40):
        if sheet.cell(row, 1).value != sheet.cell(start, 1).value:
            if row - start > 1 and sheet.cell(start, 1).value:
                sheet.merge_cells(f"A{start}:A{row - 1}")
            start = row


def merged_downwards(workbook: Any) -> None:
    """One executor over the rows of several steps, as tables in letters have it."""
    sheet = workbook[STEPS]
    start = FIRST
    for row in range(FIRST, FIRST + 40):
        if sheet.cell(row, 3).value != sheet.cell(start, 3).value:
            if row - start > 1 and sheet.cell(start, 3).value:
                sheet.merge_cells(f"C{start}:C{row - 1}")
            start = row


def as_tables(workbook: Any) -> None:
    """Ctrl+T over the steps in place of the form's own table, and a colour by hand."""
    sheet = workbook[STEPS]
    sheet.tables.clear()
    sheet.add_table(Table(displayName="TabelKegiatan", ref=f"A{HEAD}:T{FIRST + 59}"))
    for row in sheet.iter_rows(min_row=FIRST, max_row=FIRST + 5):
        for cell in row:
            cell.fill = PatternFill("solid", fgColor="FFFF00")


def moved(workbook: Any) -> None:
    """Cut and put in again: the first two steps change places with their codes. Afterwards back again."""
    sheet = workbook[STEPS]
    for _ in range(2):
        for at in range(2, 21):
            upper, lower = sheet.cell(FIRST, at), sheet.cell(FIRST + 1, at)
            upper.value, lower.value = lower.value, upper.value


SAME: Final[dict[str, Change]] = {
    **{
        change.__name__: by_sight(change)
        for change in (
            columns_turned,
            columns_apart,
            headings_by_synonym,
            headings_dressed_up,
            rows_empty_between,
            head_far_down,
            no_title_above,
            sheets_renamed,
            sheets_turned,
            colon_before_values,
            numbered_fields,
            texts_with_blanks,
            numbers_as_texts,
            texts_as_numbers,
            choices_in_capitals,
        )
    },
    **{change.__name__: by_hand(change) for change in (filtered, bare, merged, merged_downwards, as_tables, moved)},
    "values_pasted": lambda data: by_openpyxl(seen(data)),
    "another_program": lambda data: by_another_program(seen(data)),
    "texts_in_cells": lambda data: by_another_program(seen(data), inline=True, absolute=False),
    "cells_without_places": lambda data: by_another_program(seen(data), places=False),
    "book_elsewhere": lambda data: by_another_program(seen(data), book_part="xl/workbook2.xml"),
    "strict": lambda data: by_another_program(seen(data), strict=True),
}
UNNAMED: Final[dict[str, Change]] = {
    change.__name__: by_sight(change) for change in (plain_tables, without_codes, without_hidden_sheets, by_ticks)
}


def without_ids(sop: Sop) -> Sop:
    return sop._replace(kegiatan=tuple(step._replace(id=None) for step in sop.kegiatan))
