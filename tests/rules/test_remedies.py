"""What who holds a paper is told to do, and what of it there is to see."""

from __future__ import annotations

from datetime import date

import pytest

from sopgen import pipeline
from sopgen.diagnostics import Message
from sopgen.intake import MemorySource
from sopgen.rules.remedies import on_paper

SPEC = """\
judul: Penyusunan Undangan
tanggal: {pembuatan: 2020-01-02}
dasar_hukum:
  - Peraturan Menteri PANRB Nomor 1 Tahun 2023 tentang Jabatan Fungsional
  - Peraturan Menteri PANRB Tahun 2023 tentang Jabatan Fungsional
pelaksana: {analis: Analis}
peringatan: Paling lambat 2 hari kerja
kegiatan:
  - {uraian: Menyusun undangan, pelaksana: analis, waktu: 1 - 3 hari kerja}
"""


@pytest.mark.parametrize(
    ("of_a_spec", "seen"),
    [
        ("Samakan lewat `tampilan` di sopgen.yaml.", "Samakan."),
        ("Isi `output`.", "Isi kolom Output."),
        ("Periksa, atau terima lewat `abaikan`.", "Periksa, atau biarkan."),
    ],
)
def test_no_key_is_left_on_paper(of_a_spec: str, seen: str) -> None:
    assert on_paper(Message(of_a_spec, "")).id == seen


def told(code: str, spec: str = SPEC) -> list[str]:
    loaded = pipeline.load(MemorySource("a.sop.yaml", spec.encode()))
    return [each.message.id for each in pipeline.check(loaded, today=date(2026, 1, 1)) if each.code == code]


def test_a_younger_basis_is_not_called_incomplete() -> None:
    assert told("HDR-06") == [
        "Dasar hukum bertahun 2023, sesudah tanggal terakhir SOP ini (2020).",
        "Dasar hukum tidak lengkap: nomor tidak ada, 2023 sesudah SOP ini (2020).",
    ]


def test_a_range_that_only_ends_above_the_limit_may_exceed_it() -> None:
    assert told("MB-04") == ["Waktu jalur utama 1 hari kerja – 3 hari kerja, dapat melebihi batas 2 hari kerja."]
    assert "hari kerja, melebihi batas" in told("MB-04", SPEC.replace("1 - 3", "3 - 4"))[0]
