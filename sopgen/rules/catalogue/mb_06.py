from __future__ import annotations

__doc__ = """\
MB-06. Rentang dan “per berkas” ditulis jelas.

Diperiksa:
    Rentang naik (“15-30 menit”, bukan “30-15 menit” atau “15/30 menit”), “per” atau “/” menyebut satuannya (“15
    menit/berkas”), dan waktu tidak dikira-kira (“± 15 menit”, “minimal 1 jam”).

Dasar:
    Telaah 348 SOP BPS Provinsi Bengkulu 2022-2025.

Alasan:
    Waktu yang kabur dihitung berbeda oleh setiap pembaca.

Salah:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, waktu: 30-15 menit}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, waktu: 15-30 menit}
      - {uraian: Mendokumentasikan surat, pelaksana: analis, waktu: 5 menit/berkas}

Perbaikan:
    Tulis rentang dari yang terkecil, atau satuan sesudah “/”.

English. Ranges and “per berkas” are clear.

Checked:
    A range rises (“15-30 menit”, not “30-15 menit” nor “15/30 menit”), “per” or “/” names what for (“15
    menit/berkas”), and a time is no guess (“± 15 menit”, “minimal 1 jam”).

Basis:
    A study of 348 SOPs of BPS Provinsi Bengkulu 2022-2025.

Why:
    A vague time is counted differently by each reader.

Remedy:
    Write the range from its lower end, or what the time is for behind “/”.
"""

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.waktu.reading import read_waktu


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        vague = read_waktu(kegiatan.waktu, spec.setelan.waktu_kerja).vague
        if vague:
            yield Finding(
                in_step(kegiatan, "waktu"),
                Message(f"“{kegiatan.waktu}” tidak jelas.", f"“{kegiatan.waktu}” is not clear."),
                _remedy(vague),
            )


def _remedy(vague: str) -> Message:
    if vague == "/" or (vague[:1].isdigit() and re.search(r"[-/]|\batau\b", vague)):
        return Message(
            "Tulis rentang dari yang terkecil (“15-30 menit”), atau satuannya sesudah “/” (“15 menit/berkas”).",
            "Write the range from its lower end (“15-30 menit”), or what it is for (“15 menit/berkas”).",
        )
    return Message(
        "Tulis lamanya yang pasti, atau rentangnya (“15-30 menit”).",
        "Write how long it takes, or the range (“15-30 menit”).",
    )
