"""The header and the boxes as they were read, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from sopgen.diagnostics import Language, Message
from sopgen.drawn.identity import DATES
from sopgen.drawn.reading import Imported
from sopgen.report.sheet_markup import both, text
from sopgen.wording import date_words

_BOXES: Final = {
    "dasar_hukum": Message("Dasar hukum", "Legal basis"),
    "kualifikasi_pelaksana": Message("Kualifikasi pelaksana", "Executors' qualifications"),
    "keterkaitan": Message("Keterkaitan", "Related SOPs"),
    "peralatan": Message("Peralatan/perlengkapan", "Equipment"),
    "peringatan": Message("Peringatan", "Warnings"),
    "pencatatan": Message("Pencatatan dan pendataan", "Records"),
}
_DATES: Final = {
    "pembuatan": Message("Tanggal pembuatan", "Made on"),
    "revisi": Message("Tanggal revisi", "Revised on"),
    "efektif": Message("Tanggal efektif", "In force from"),
}
_EMPTY: Final = Message("(tidak terbaca atau kosong)", "(not read, or empty)")


def identity_table(imported: Imported, language: Language) -> str:
    """A row for each field; one that is empty says so."""
    rows = "\n".join(
        f"<tr><th>{both(name, language)}</th><td>{'<br>'.join(map(text, lines)) or both(_EMPTY, language)}</td></tr>"
        for name, lines in _fields(imported, language)
    )
    return f'<table class="identity"><tbody>\n{rows}\n</tbody></table>'


def _fields(imported: Imported, language: Language) -> Iterator[tuple[Message, list[str]]]:
    identity = imported.identity
    yield Message("Instansi dan unit", "Agency and unit"), _kept(*identity.agency, identity.form, identity.unit)
    yield Message("Nomor", "Number"), _kept(identity.number)
    yield Message("Judul", "Title"), _kept(identity.title)
    for key in DATES:
        value = identity.dates.get(key, "")
        yield _DATES[key], _kept(date_words(value).in_language(language) if isinstance(value, date) else value)
    officer = identity.officer
    number = f"{officer.number_kind} {officer.number}".strip()
    behalf = f"a.n. {officer.on_behalf}" if officer.on_behalf else ""
    yield (
        Message("Disahkan oleh", "Put in force by"),
        _kept(behalf, officer.office, officer.name, officer.rank, number),
    )
    for key, name in _BOXES.items():
        yield name, list(_lines(identity.boxes.get(key, "")))


def _kept(*lines: str) -> list[str]:
    return [line for line in lines if line]


def _lines(passage: object) -> Iterator[str]:
    if isinstance(passage, dict):
        for each in passage.values():
            yield from _lines(each)
    elif isinstance(passage, list):
        yield from passage
    else:
        yield from str(passage).splitlines()
