from __future__ import annotations

__doc__ = """\
HDR-04. Pengesah ditulis jabatan dan nama lengkapnya.

Diperiksa:
    `pengesahan` memuat `jabatan` dan `nama`; titik-titik (“........”) belum menjadi isinya.

Dasar:
    Paparan KemenPAN-RB 2014, slide 50; contoh SOP SIREBO Setjen Wantannas 2018.

Alasan:
    SOP berlaku karena disahkan pejabat yang berwenang; tanpa jabatan dan nama, pengesahannya tidak dapat diuji.

Salah:
    pengesahan: {jabatan: Kepala Bagian Umum}

Benar:
    pengesahan: {jabatan: Kepala Bagian Umum, nama: 'Nama Pejabat, S.E.'}

Perbaikan:
    Isi `jabatan` dan `nama`; bila mengatasnamakan pejabat lain, isi juga `atas_nama`.

English. The approver is given with office and full name.

Checked:
    `pengesahan` has `jabatan` and `nama`; dots to be filled in (“........”) are neither.

Basis:
    KemenPAN-RB slides 2014, slide 50; the SIREBO SOP of Setjen Wantannas 2018.

Why:
    An SOP is in force by the act of an official; without office and name nobody can verify that.

Remedy:
    Give `jabatan` and `nama`; on behalf of another official also `atas_nama`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.words import says_nothing

PARTS = {
    "jabatan": Message("Jabatan pengesah", "The approver's office"),
    "nama": Message("Nama pengesah", "The approver's name"),
}


def check(spec: Spec) -> Iterator[Finding]:
    for key, part in PARTS.items():
        if says_nothing(getattr(spec.sop.pengesahan, key)):
            yield Finding(
                ("pengesahan", key),
                Message(f"{part.id} kosong.", f"{part.en} is empty."),
                Message(f"Isi `{key}` di bawah `pengesahan`.", f"Give `{key}` below `pengesahan`."),
            )
