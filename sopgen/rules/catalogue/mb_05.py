from __future__ import annotations

__doc__ = """\
MB-05. Satuan waktu yang diterima: menit, jam, hari, hari kerja, minggu, bulan, tahun.

Diperiksa:
    `waktu` tidak memakai satuan lain (detik, triwulan, semester) dan tidak berisi keterangan tanpa ukuran
    (“sesuai kebutuhan”, “sesuai jadwal”, “triwulanan”, “-”).

Dasar:
    Telaah 348 SOP BPS Provinsi Bengkulu 2022-2025.

Alasan:
    “Sesuai kebutuhan” tidak dapat diukur; kekerapan (“triwulanan”) bukan lama kegiatan.

Salah:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, waktu: sesuai kebutuhan}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, waktu: 1-3 jam}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Tulis lamanya; bila tidak tetap, tulis rentangnya.

English. Accepted units of time: “menit”, “jam”, “hari”, “hari kerja”, “minggu”, “bulan”, “tahun”.

Checked:
    `waktu` has no other unit (detik, triwulan, semester) and nothing without measure (“sesuai kebutuhan”,
    “sesuai jadwal”, “triwulanan”, “-”).

Basis:
    A study of 348 SOPs of BPS Provinsi Bengkulu 2022-2025.

Why:
    “Sesuai kebutuhan” measures nothing; how often (“triwulanan”) is not how long.

Remedy:
    Write how long it takes; a range if it varies.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.waktu.reading import Kind, read_waktu


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        read = read_waktu(kegiatan.waktu, spec.setelan.waktu_kerja)
        if read.kind is Kind.UNSURE:
            wrong = Message(f"“{kegiatan.waktu}” bukan ukuran waktu.", f"“{kegiatan.waktu}” is no measure of time.")
        elif read.odd_unit:
            wrong = Message(f"Satuan “{read.odd_unit}” tidak lazim.", f"The unit “{read.odd_unit}” is not accepted.")
        else:
            continue
        remedy = Message(
            "Tulis lamanya dengan menit, jam, hari kerja, minggu, atau bulan; boleh rentang.",
            "Write how long it takes in “menit”, “jam”, “hari kerja”, “minggu” or “bulan”; a range will do.",
        )
        yield Finding(in_step(kegiatan, "waktu"), wrong, remedy)
