from __future__ import annotations

__doc__ = """\
HDR-03. Nama instansi dan unit penyusun tercantum di sisi kiri kepala.

Diperiksa:
    `instansi` dan `unit` terisi.

Dasar:
    Paparan KemenPAN-RB 2014, slide 50; contoh SOP SIREBO Setjen Wantannas 2018.

Alasan:
    Pembaca harus tahu unit mana yang menyusun dan memakai SOP.

Salah:
    unit:

Benar:
    unit: BAGIAN UMUM

Perbaikan:
    Isi `instansi` dan `unit`, biasanya di sopgen.yaml.

English. Agency and unit stand at the header's left.

Checked:
    `instansi` and `unit` are given.

Basis:
    KemenPAN-RB slides 2014, slide 50; the SIREBO SOP of Setjen Wantannas 2018.

Why:
    A reader must know whose SOP it is.

Remedy:
    Give `instansi` and `unit`, usually in sopgen.yaml.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.words import says_nothing

PARTS = {"instansi": Message("Nama instansi", "The agency"), "unit": Message("Nama unit penyusun", "The unit")}


def check(spec: Spec) -> Iterator[Finding]:
    for key, part in PARTS.items():
        if all(map(says_nothing, getattr(spec.sop, key))):
            yield Finding(
                (key,),
                Message(f"{part.id} kosong.", f"{part.en} is empty."),
                Message(f"Isi `{key}`, di sini atau di sopgen.yaml.", f"Give `{key}`, here or in sopgen.yaml."),
            )
