from __future__ import annotations

__doc__ = """\
TBL-03. Tiap pelaksana satu kolom.

Diperiksa:
    Tidak ada dua pelaksana dengan nama tercetak yang sama (huruf besar dan spasi diabaikan).

Dasar:
    Paparan KemenPAN-RB 2014, slide 51.

Alasan:
    Kolom ialah pelaksana; bila satu pelaksana mempunyai dua kolom, pembaca mengira ada dua jabatan.

Salah:
    pelaksana: {analis: Analis, arsiparis: analis}
    kegiatan:
      - {uraian: Menyusun surat dan menyerahkannya kepada analis, pelaksana: analis}
      - {uraian: Mengarsipkan surat, pelaksana: arsiparis}

Benar:
    pelaksana: {analis: Analis, arsiparis: Arsiparis}
    kegiatan:
      - {uraian: Menyusun surat dan menyerahkannya kepada Arsiparis, pelaksana: analis}
      - {uraian: Mengarsipkan surat, pelaksana: arsiparis}

Perbaikan:
    Gabungkan keduanya menjadi satu pelaksana, atau bedakan namanya bila memang dua jabatan.

English. One column for each executor.

Checked:
    No two executors have the same printed name (case and spaces aside).

Basis:
    KemenPAN-RB slides 2014, slide 51.

Why:
    A column is an executor; given two columns, one executor is read as two offices.

Remedy:
    Make them one executor, or tell their names apart if they are two offices.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec


def check(spec: Spec) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for lane in spec.sop.pelaksana:
        other = first.setdefault(" ".join(lane.nama.casefold().split()), lane.id)
        if other != lane.id:
            yield Finding(
                ("pelaksana", lane.id),
                Message(
                    f"Pelaksana “{lane.nama}” mempunyai dua kolom: {other} dan {lane.id}.",
                    f"Executor “{lane.nama}” has two columns: {other} and {lane.id}.",
                ),
                Message("Gabungkan keduanya, atau bedakan namanya.", "Make them one, or tell their names apart."),
            )
