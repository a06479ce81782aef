from __future__ import annotations

__doc__ = """\
HDR-05. Tanggal Pembuatan dan Tanggal Efektif terisi; Tanggal Revisi boleh kosong pada SOP baru.

Diperiksa:
    `tanggal` memuat `pembuatan` dan `efektif` yang berupa tanggal. `revisi` yang kosong atau '-' tidak
    dipersoalkan.

Dasar:
    Contoh SOP SIREBO Setjen Wantannas 2018; pedoman daerah yang menyalin lampiran Permenpan-RB 35/2012, bagian
    identitas.

Alasan:
    Hanya revisi yang belum tentu ada; tanpa dua tanggal lainnya tidak diketahui SOP mana yang berlaku.

Salah:
    tanggal: {pembuatan: 2026-02-16, revisi: '-'}

Benar:
    tanggal: {pembuatan: 2026-02-16, revisi: '-', efektif: 2026-03-02}

Perbaikan:
    Isi kedua tanggal; Tanggal Efektif boleh sama dengan tanggal pengesahan.

English. The dates of making and taking effect are given; a new SOP may lack a revision date.

Checked:
    `tanggal` has dates for `pembuatan` and `efektif`. An empty `revisi`, or '-', is fine.

Basis:
    The SIREBO SOP of Setjen Wantannas 2018; a regional guideline that copies the annex of Permenpan-RB 35/2012,
    identity part.

Why:
    Only a revision may not have happened yet; without the other two dates nobody knows which SOP holds.

Remedy:
    Give both dates; the effective one may be the day of approval.
"""

from collections.abc import Iterator
from datetime import date

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec

PARTS = {"pembuatan": "Tanggal Pembuatan", "efektif": "Tanggal Efektif"}


def check(spec: Spec) -> Iterator[Finding]:
    for key, name in PARTS.items():
        if not isinstance(getattr(spec.sop.tanggal, key), date):
            yield Finding(
                ("tanggal", key),
                Message(f"{name} kosong.", f"{name} is empty."),
                Message(
                    f"Isi `{key}` di bawah `tanggal`, misalnya 2026-03-02.",
                    f"Give `{key}` below `tanggal`, such as 2026-03-02.",
                ),
            )
