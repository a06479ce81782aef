from __future__ import annotations

__doc__ = """\
AKT-05. Urutan kolom pelaksana mengikuti urutan kegiatan, bukan pangkat.

Diperiksa:
    Sesudah pelaksana kegiatan pertama (tempatnya diperiksa SIM-02), kolom berurutan menurut kegiatan pertama
    masing-masing.

Dasar:
    Paparan KemenPAN-RB 2014, slide 44 dan 51.

Alasan:
    Alur yang bergerak dari kiri ke kanan lebih pendek panahnya dan lebih mudah diikuti.

Salah:
    pelaksana: {analis: Analis, arsiparis: Arsiparis, kabag: Kabag Umum}
    kegiatan:
      - {uraian: Menyusun surat dan menyerahkannya kepada Kabag, pelaksana: analis}
      - {uraian: Menandatangani surat dan menyerahkannya kepada Arsiparis, pelaksana: kabag}
      - {uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Benar:
    pelaksana: {analis: Analis, kabag: Kabag Umum, arsiparis: Arsiparis}
    kegiatan:
      - {uraian: Menyusun surat dan menyerahkannya kepada Kabag, pelaksana: analis}
      - {uraian: Menandatangani surat dan menyerahkannya kepada Arsiparis, pelaksana: kabag}
      - {uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Perbaikan:
    Urutkan `pelaksana` menurut kegiatan pertamanya.

English. Columns follow the order of activities, not of rank.

Checked:
    Behind the executor of step 1 (whose place SIM-02 checks), columns stand in the order of each one's first
    step.

Basis:
    KemenPAN-RB slides 2014, slide 44 and 51.

Why:
    A flow from left to right has shorter arrows and is easier to follow.

Remedy:
    Put `pelaksana` into the order of their first steps.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec


def check(spec: Spec) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for kegiatan in spec.sop.kegiatan:
        for name in kegiatan.pelaksana:
            first.setdefault(name, kegiatan.nomor)
    columns = [lane for lane in spec.sop.pelaksana if first.get(lane.id, 1) > 1]
    wanted = sorted(columns, key=lambda lane: first[lane.id])
    if columns != wanted:
        misplaced = next(lane for lane, better in zip(columns, wanted, strict=True) if lane != better)
        order = ", ".join(lane.nama for lane in wanted)
        yield Finding(
            ("pelaksana", misplaced.id),
            Message(
                f"Kolom “{misplaced.nama}” mendahului kolom yang kegiatannya lebih dulu.",
                f"Column “{misplaced.nama}” stands before columns that act earlier.",
            ),
            Message(f"Urutkan: {order}.", f"Put them in this order: {order}."),
        )
