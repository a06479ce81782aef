from __future__ import annotations

__doc__ = """\
AKT-01. Satu kegiatan satu pelaksana satu simbol.

Diperiksa:
    Kegiatan dengan beberapa pelaksana menyebut `bersama`. Dokumen tidak memuat kunci itu: pada PDF dan buku kerja
    uraian yang menyatakannya sendiri (“rapat”, “bersama-sama”, “berkoordinasi dengan …”) sudah cukup.

Dasar:
    Paparan KemenPAN-RB 2014, slide 45-46.

Alasan:
    Hanya kegiatan yang pada hakikatnya serentak boleh mempunyai beberapa pelaksana; selebihnya tidak jelas
    siapa yang bertanggung jawab.

Salah:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: [analis, arsiparis]}
      - {uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Benar:
    kegiatan:
      - {uraian: Membahas isi surat, pelaksana: [analis, arsiparis], bersama: rapat}
      - {uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Perbaikan:
    Bagi menjadi satu langkah untuk setiap pelaksana; bila memang serentak, isi `bersama`, misalnya `bersama:
    rapat`.

English. One activity, one executor, one symbol.

Checked:
    A step with several executors has `bersama`. No document shows that key: in PDFs and workbooks a text that says so
    itself (“rapat”, “bersama-sama”, “berkoordinasi dengan …”) is enough.

Basis:
    KemenPAN-RB slides 2014, slide 45-46.

Why:
    Only what is simultaneous by nature may have several executors; elsewhere it is unclear who answers for it.

Remedy:
    Make it one step for each executor; if it is joint indeed, give `bersama`, such as `bersama: rapat`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        if len(kegiatan.pelaksana) > 1 and not kegiatan.bersama:
            count = len(kegiatan.pelaksana)
            yield Finding(
                in_step(kegiatan, "pelaksana"),
                Message(
                    f"Satu langkah mempunyai {count} pelaksana tanpa keterangan `bersama`.",
                    f"One step has {count} executors and no `bersama`.",
                ),
                Message(
                    "Bagi menjadi beberapa langkah, atau isi `bersama` (rapat, diskusi …) bila memang serentak.",
                    "Split it into steps, or give `bersama` (rapat, diskusi …) if it is joint.",
                ),
            )
