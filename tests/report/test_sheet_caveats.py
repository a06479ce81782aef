"""An SOP that meets the mandatory rules, and cannot be signed all the same: its verdict says so."""

from __future__ import annotations

from datetime import date

import pytest

from sopgen.intake import MemorySource, load_spec
from sopgen.report.folding import folded
from sopgen.report.review import Review, Verdict
from sopgen.report.reviewing import Terms, review_file
from sopgen.report.sheet_cover import verdict_words
from sopgen.rules.checking import check_spec

TODAY = date(2026, 6, 30)
SPEC = """\
judul: Pembuatan Surat
nomor: {nomor}
instansi: KEMENTERIAN CONTOH
unit: {unit}
pengesahan: {{jabatan: Kepala Biro, nama: {nama}}}
pelaksana: {{analis: Analis, kabag: Kabag Umum, arsiparis: Arsiparis}}
kegiatan:
  - {{uraian: Menyusun surat dan menyerahkannya kepada Kabag Umum, pelaksana: analis, {mutu}}}
  - uraian: Memeriksa surat. Jika setuju, menyerahkannya kepada Arsiparis; jika tidak, kembali ke Analis
    pelaksana: kabag
    kelengkapan: Surat
    waktu: 1 jam
    output: Surat
    keputusan: {{{ya}: 3, {tidak}: 1}}
  - {{uraian: Mendokumentasikan surat, pelaksana: arsiparis, {mutu}}}
"""
MUTU = "kelengkapan: Surat, waktu: 1 jam, output: Surat"


def verdict(nomor="1/2026", unit="BIRO UMUM", nama="Nama Pejabat", labels=("Setuju", "Tidak setuju"), mutu=MUTU):
    text = SPEC.format(nomor=nomor, unit=unit, nama=nama, mutu=mutu, ya=labels[0], tidak=labels[1])
    spec = load_spec(MemorySource("a.sop.yaml", text.encode(), logos=None))
    file = folded(review_file("a.sop.yaml", check_spec(spec, today=TODAY), spec, Terms(TODAY)))
    assert file.verdict is Verdict.MET
    return verdict_words(file, Review((file,), TODAY)).id


def test_nothing_is_added_where_nothing_stands_in_the_way():
    assert "tetapi" not in verdict()


@pytest.mark.parametrize("dots", ["'........'", "'-'", "''"])
def test_what_the_header_lacks_is_named(dots):
    assert verdict(dots, dots, dots).endswith(", tetapi belum lengkap untuk disahkan: nomor, unit, nama pengesah")


def test_text_and_arrows_that_contradict_each_other_are_named():
    assert verdict(labels=("Tidak setuju", "Setuju")).endswith(", tetapi uraian dan panah bertentangan di langkah 2")


@pytest.mark.parametrize("filler", ["-", "…", "Nihil"])
def test_a_time_that_is_a_filler_is_named(filler):
    told = verdict(mutu=MUTU.replace("1 jam", f"'{filler}'"))
    assert told.endswith(", tetapi Waktu belum diisi di langkah 1, 3")
