"""Forms as people make and change them, with openpyxl as their hand."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import Any

from openpyxl import Workbook, load_workbook

from sopgen.intake import Loaded, MemorySource, load_spec
from sopgen.intake.parsing import parse
from sopgen.render.form.workbook import render_form

NAME = "a.form.xlsx"
SPEC = """\
judul: Pembuatan Laporan
pelaksana:
  kabid: Kepala Bidang
  analis: {nama: Analis, eksternal: true}
kegiatan:
  - uraian: Menugaskan analis
    pelaksana: kabid
  - uraian: Mengonsep laporan kegiatan konsinyering dan menyerahkannya
    pelaksana: analis
    waktu: 15 menit
  - uraian: Memeriksa konsep. Jika setuju …; jika tidak …
    pelaksana: kabid
    keputusan: {Ya: 4, Tidak: 2}
  - uraian: Mengarsipkan
    pelaksana: analis
    output:
      - Laporan
      - Bukti
"""


@cache
def form_of(text: str = SPEC) -> bytes:
    return render_form(parse(text, "").data, text)


def read(data: bytes, name: str = NAME) -> Loaded:
    return load_spec(MemorySource(name, data))


def changed(change: Any, data: bytes | None = None) -> bytes:
    """The form after `change(book)`."""
    book = load_workbook(io.BytesIO(data or form_of()))
    change(book)
    return saved(book)


def saved(book: Any) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def hand_made(sheets: dict[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook of somebody's own."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return saved(book)
