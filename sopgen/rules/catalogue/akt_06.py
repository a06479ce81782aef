from __future__ import annotations

__doc__ = """\
AKT-06. Kolom pelaksana tanpa simbol tidak dibuat.

Diperiksa:
    Tiap pelaksana mengerjakan paling sedikit satu kegiatan.

Dasar:
    Telaah 348 SOP BPS Provinsi Bengkulu 2022-2025.

Alasan:
    Kolom kosong menyempitkan kolom lain dan menimbulkan tanya apakah kegiatannya terlupa.

Salah:
    pelaksana: {analis: Analis, kabag: Kabag Umum}
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    pelaksana: {analis: Analis}
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Hapus pelaksana itu, atau tulis kegiatannya.

English. There is no column without a symbol.

Checked:
    Each executor does one step at least.

Basis:
    A study of 348 SOPs of BPS Provinsi Bengkulu 2022-2025.

Why:
    An empty column narrows the others and makes one ask whether its step was forgotten.

Remedy:
    Delete that executor, or write its step.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec


def check(spec: Spec) -> Iterator[Finding]:
    used = {name for kegiatan in spec.sop.kegiatan for name in kegiatan.pelaksana}
    for lane in spec.sop.pelaksana:
        if lane.id not in used:
            yield Finding(
                ("pelaksana", lane.id),
                Message(f"“{lane.nama}” tidak mengerjakan satu langkah pun.", f"“{lane.nama}” does no step at all."),
                Message("Hapus pelaksana itu, atau tulis kegiatannya.", "Delete that executor, or write its step."),
            )
