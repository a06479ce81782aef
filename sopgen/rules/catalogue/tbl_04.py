from __future__ import annotations

__doc__ = """\
TBL-04. Kepala tabel diulang pada halaman lanjutan.

Diperiksa:
    `tampilan.kepala_berulang` tidak dimatikan.

Dasar:
    Telaah 348 SOP BPS Provinsi Bengkulu 2022-2025.

Alasan:
    Tanpa kepala, pembaca halaman lanjutan tidak tahu kolom siapa yang dibacanya.

Salah:
    tampilan: {kepala_berulang: false}

Benar:
    tampilan: {kepala_berulang: true}

Perbaikan:
    Hapus `kepala_berulang: false`.

English. The table's head is repeated on each following page.

Checked:
    `tampilan.kepala_berulang` is not switched off.

Basis:
    A study of 348 SOPs of BPS Provinsi Bengkulu 2022-2025.

Why:
    Without the head nobody knows whose column it is on a following page.

Remedy:
    Delete `kepala_berulang: false`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec


def check(spec: Spec) -> Iterator[Finding]:
    if not spec.sop.tampilan.kepala_berulang:
        yield Finding(
            ("tampilan", "kepala_berulang"),
            Message(
                "Halaman lanjutan dicetak tanpa kepala tabel.", "Following pages are printed without a table head."
            ),
            Message("Hapus `kepala_berulang: false`.", "Delete `kepala_berulang: false`."),
        )
