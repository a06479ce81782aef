"""HDR-10. SOP yang dirujuk di kolom Keterangan tercantum pula di Keterkaitan.

Diperiksa:
    Tiap “SOP …” di `keterangan` suatu kegiatan ada di `keterkaitan`; judul yang dipendekkan diterima.

Dasar:
    Paparan KemenPAN-RB 2014, slide 50-51; tafsiran atas contohnya.

Alasan:
    Keterkaitan ialah daftar semua prosedur yang bersambung; rujukan di tengah alur tidak boleh terlewat.

Salah:
    keterkaitan:
      - SOP Pengelolaan Arsip Dinamis
    kegiatan:
      - {uraian: Menyusun konsep surat, pelaksana: analis, keterangan: SOP Penomoran Surat}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    keterkaitan:
      - SOP Pengelolaan Arsip Dinamis
      - SOP Penomoran Surat
    kegiatan:
      - {uraian: Menyusun konsep surat, pelaksana: analis, keterangan: SOP Penomoran Surat}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Tambahkan SOP itu ke `keterkaitan`, atau samakan judulnya.

English. SOPs cited in Keterangan stand in Keterkaitan too.

Checked:
    Each “SOP …” in a step's `keterangan` stands in `keterkaitan`; a shortened title is accepted.

Basis:
    KemenPAN-RB slides 2014, slide 50-51; read out of its example.

Why:
    Keterkaitan lists every procedure that connects; a reference within the flow must not be missed.

Remedy:
    Add that SOP to `keterkaitan`, or give it the same title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.words import whole_text
from sopgen.rules.titles import same_title

CITED = r"\bSOP\s+(?P<title>[A-Z][^.,;:()\n]*)"


def check(spec: Spec) -> Iterator[Finding]:
    box = spec.sop.keterkaitan
    listed = [box.teks, *box.butir] if box.teks else list(box.butir)
    if not listed:
        return  # HDR-17 speaks of the empty box
    for kegiatan in spec.sop.kegiatan:
        for found in re.finditer(CITED, whole_text(kegiatan.keterangan)):
            title = found["title"].strip()
            if not any(same_title(title, item) for item in listed):
                yield Finding(
                    in_step(kegiatan, "keterangan"),
                    Message(
                        f"“SOP {title}” tidak tercantum di Keterkaitan.",
                        f"“SOP {title}” does not stand in Keterkaitan.",
                    ),
                    Message(
                        "Tambahkan ke `keterkaitan`, atau samakan judulnya.",
                        "Add it to `keterkaitan`, or give it the same title.",
                    ),
                    at=f"SOP {title}",
                )
