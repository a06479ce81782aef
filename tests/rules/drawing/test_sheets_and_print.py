"""Sheets that are gone, renamed or in another order, and how they are set to be printed."""

from __future__ import annotations

import re

import pytest

from sopgen.diagnostics import Severity
from tests.rules.drawing.edits import (
    BOOK,
    DRAWING,
    SHEET,
    Change,
    changed,
    typed,
    without_spec,
)
from tests.rules.drawing.telling import LAST, NAME, chain, entries, one, title, told


def test_a_sheet_that_is_gone_is_one_entry() -> None:
    def gone(book: str) -> str:
        book = re.sub(r'<sheet name="Identitas"[^>]*/>', "", book)
        return re.sub(r'<definedName[^>]*localSheetId="0".*?</definedName>', "", book).replace(
            'localSheetId="1"', 'localSheetId="0"'
        )

    assert one((BOOK, gone)).message.id == "Lembar “Identitas” tidak ada lagi di buku kerja ini."


@pytest.mark.parametrize(
    "change",
    [
        lambda book: book.replace('name="Prosedur"', 'name="Alur"').replace("'Prosedur'!", "'Alur'!"),
        lambda book: (
            re.sub(r"(<sheet [^>]*/>)(<sheet [^>]*/>)", r"\2\1", book)
            .replace('localSheetId="0"', "#")
            .replace('localSheetId="1"', 'localSheetId="0"')
            .replace("#", 'localSheetId="1"')
        ),
    ],
)
def test_sheets_renamed_or_in_another_order_are_told_nothing(change: Change) -> None:
    assert told((BOOK, change)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda setup: setup.replace('scale="100"', 'scale="40"'),
            "tercetak 40 % dari ukurannya, hurufnya sekitar 4 pt",
        ),
        (lambda setup: setup.replace('scale="100"', 'scale="140"'), "terpotong ke samping"),
        (lambda setup: setup.replace("landscape", "portrait"), "karena kertasnya tegak (Portrait)"),
        (lambda setup: re.sub('paperSize="9"', 'paperSize="11"', setup), "karena kertasnya A5"),
        (lambda setup: re.sub('paperSize="9"', 'paperSize="8"', setup), ""),
        (lambda setup: setup.replace('scale="100"', 'scale="95"'), ""),
    ],
)
def test_a_page_set_up_so_that_it_prints_small_or_cut_is_told_with_its_cause(change: Change, said: str) -> None:
    edit = (SHEET, lambda sheet: re.sub(r"<pageSetup [^>]*/>", lambda found: change(found[0]), sheet))
    if said:
        found = one(edit)
        assert said in found.message.id
        assert (found.severity, found.where and found.where.id) == (
            Severity.ANJURAN,
            "lembar Prosedur, pengaturan halaman (Page Layout)",
        )
    else:
        assert told(edit) == []


def test_pages_fitted_into_one_are_told() -> None:
    def fitted(sheet: str) -> str:
        return sheet.replace("<pageSetUpPr/>", '<pageSetUpPr fitToPage="1"/>')

    found = [each for each in told((SHEET, fitted), name="contoh-lengkap") if "Fit to" in each.message.id]
    assert len(found) == 1


def test_where_nobody_can_say_the_page_the_sheet_is_named() -> None:
    typed_in = chain(typed(title(1), "Mulai"), typed(title(LAST), "Selesai"))
    found = {each.code: each for each in entries(without_spec(changed(NAME, (DRAWING, typed_in))))}
    assert found["SIM-08"].where.id == (
        "lembar Prosedur, langkah 1, kolom Kabid; langkah 9, kolom Analis (sel E4, G12)"
    )  # fmt: skip
    assert all(re.match(r"lembar \w+, \w+|seluruh SOP", each.where.id) for each in found.values())


def test_page_breaks_that_are_all_gone_are_one() -> None:
    breaks = (SHEET, lambda sheet: re.sub(r"<rowBreaks.*?</rowBreaks>", "", sheet, flags=re.DOTALL))
    found = one(breaks, name="contoh-lengkap")
    assert found.message.id == "6 segi lima sebelum langkah 9, 15 tidak lagi di pergantian halaman."
