from __future__ import annotations

__doc__ = """\
SIM-02. Kapsul mulai berada di kolom paling kiri.

Diperiksa:
    Pelaksana kegiatan pertama (yang memimpin, bila bersama) ialah pelaksana pertama.

Dasar:
    Paparan KemenPAN-RB 2014, slide 44.

Alasan:
    Kegiatan mulai dari ujung kiri menurut urutannya, tidak dari tengah atau ujung kanan.

Salah:
    kegiatan:
      - {uraian: Membahas isi surat, pelaksana: [analis, kabag], bersama: rapat}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}
    pelaksana: {kabag: Kabag Umum, analis: Analis}

Benar:
    kegiatan:
      - {uraian: Membahas isi surat, pelaksana: [analis, kabag], bersama: rapat}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}
    pelaksana: {analis: Analis, kabag: Kabag Umum}

Perbaikan:
    Pindahkan pelaksana kegiatan pertama ke urutan pertama `pelaksana`.

English. The start capsule stands in the leftmost column.

Checked:
    The executor of step 1 (the lead, if joint) is the first executor.

Basis:
    KemenPAN-RB slides 2014, slide 44.

Why:
    A procedure starts at the left end by its sequence, not in the middle nor at the right.

Remedy:
    Move the executor of step 1 to the head of `pelaksana`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec


def check(spec: Spec) -> Iterator[Finding]:
    start = spec.lane(spec.sop.kegiatan[0].pelaksana[0])
    leftmost = spec.sop.pelaksana[0]
    if start != leftmost:
        yield Finding(
            ("pelaksana", start.id),
            Message(
                f"Langkah pertama di kolom “{start.nama}”, bukan di kolom paling kiri (“{leftmost.nama}”).",
                f"Step 1 stands in column “{start.nama}”, not in the leftmost one (“{leftmost.nama}”).",
            ),
            Message(
                f"Tulis “{start.nama}” paling atas di `pelaksana`.", f"Put “{start.nama}” at the head of `pelaksana`."
            ),
        )
