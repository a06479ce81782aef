from __future__ import annotations

__doc__ = """\
AKT-04. SOP administratif mempunyai lebih dari satu pelaksana; satu pelaksana berarti SOP teknis.

Diperiksa:
    `jenis` cocok dengan banyaknya pelaksana yang bekerja di dalam alur. Tanpa `jenis` aturan ini diam.

Dasar:
    Paparan KemenPAN-RB 2014, slide 10-13.

Alasan:
    SOP teknis merinci cara kerja satu pelaksana; SOP administratif mengatur serah terima antarpelaksana.

Salah:
    jenis: administratif
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    jenis: teknis
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Ubah `jenis`, atau tempatkan kegiatan pada pelaksana yang mengerjakannya.

English. An administrative SOP has several executors; one executor makes it a technical one.

Checked:
    `jenis` fits the number of executors at work in the flow. Without `jenis` the rule is silent.

Basis:
    KemenPAN-RB slides 2014, slide 10-13.

Why:
    A technical SOP details how one executor works; an administrative one rules how executors hand over.

Remedy:
    Change `jenis`, or put the activities with those who do them.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec


def check(spec: Spec) -> Iterator[Finding]:
    count = len({name for kegiatan in spec.sop.kegiatan for name in kegiatan.pelaksana})
    if spec.sop.jenis == "administratif" and count == 1:
        yield Finding(
            ("jenis",),
            Message("SOP administratif dengan satu pelaksana saja.", "An administrative SOP with a single executor."),
            Message("Tulis `jenis: teknis`, atau bagi kegiatannya.", "Write `jenis: teknis`, or share out its steps."),
        )
    elif spec.sop.jenis == "teknis" and count > 1:
        yield Finding(
            ("jenis",),
            Message(f"SOP teknis dengan {count} pelaksana.", f"A technical SOP with {count} executors."),
            Message("Tulis `jenis: administratif`.", "Write `jenis: administratif`."),
        )
