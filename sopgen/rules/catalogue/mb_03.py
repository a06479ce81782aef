from __future__ import annotations

__doc__ = """\
MB-03. Waktu ditulis angka dan satuan.

Diperiksa:
    `waktu` dapat dibaca: “15 menit”, “1 jam 30 menit”, “15-30 menit”, “30 menit/berkas”, “1 (satu) hari kerja”,
    “1 x 24 jam” (satu hari). Isian seperti “sesuai kebutuhan”, “sesuai jadwal”, dan “-” ditemukan MB-05.

Dasar:
    Paparan KemenPAN-RB 2014, slide 51.

Alasan:
    Waktu yang tidak terbaca tidak dapat dijumlahkan atau ditagih.

Salah:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, waktu: dua jam}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, waktu: 2 jam}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Tulis angka lalu satuan, misalnya “2 jam” atau “3 hari kerja”.

English. Waktu is a number with its unit.

Checked:
    `waktu` can be read: “15 menit”, “1 jam 30 menit”, “15-30 menit”, “30 menit/berkas”, “1 (satu) hari kerja”,
    “1 x 24 jam” (one day). What says “sesuai kebutuhan”, “sesuai jadwal” or “-” MB-05 finds.

Basis:
    KemenPAN-RB slides 2014, slide 51.

Why:
    A time that cannot be read cannot be added up, nor held against anyone.

Remedy:
    Write a number and a unit, such as “2 jam” or “3 hari kerja”.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.starters.placeholders import has_placeholder
from sopgen.waktu.reading import Kind, read_waktu


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        if has_placeholder(kegiatan.waktu):
            continue
        if read_waktu(kegiatan.waktu, spec.setelan.waktu_kerja).kind is Kind.UNREAD:
            yield Finding(
                in_step(kegiatan, "waktu"),
                Message(
                    f"“{kegiatan.waktu}” bukan angka dan satuan waktu.",
                    f"“{kegiatan.waktu}” is no number with a unit of time.",
                ),
                Message(
                    "Tulis misalnya “2 jam”, “15-30 menit”, atau “3 hari kerja”.",
                    "Write such as “2 jam”, “15-30 menit” or “3 hari kerja”.",
                ),
            )
