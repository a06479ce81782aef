"""TIK-01 and the findings whose words staff misread: what each says, and where it is silent."""

from __future__ import annotations

from datetime import date

import pytest

from sopgen.diagnostics import Diagnostic
from sopgen.intake import MemorySource, load_spec
from sopgen.rules import check_spec
from sopgen.rules.language.slips import joined_words
from tests.growth import LINEAR, growth

REST = """\
pelaksana: {a: Analis, k: Kepala}
kegiatan:
  - {id: s, uraian: Menyusun, pelaksana: a}
  - {uraian: Memeriksa konsep, pelaksana: k, keputusan: {Ya: f, Tidak: s}}
  - {id: f, uraian: Mengarsipkan, pelaksana: a}
"""


def found(text: str, code: str = "TIK-01") -> list[Diagnostic]:
    loaded = load_spec(MemorySource("a.sop.yaml", (text + REST).encode()))
    return [each for each in check_spec(loaded, today=date(2026, 6, 2)) if each.code == code]


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        ('judul: Pembuatan Laporan"\n', ("judul",), "Tanda kutip tanpa pasangan"),
        ("judul: Pembuatan “Laporan\n", ("judul",), "Tanda kutip tanpa pasangan"),
        ("judul: J\nunit: “Bagian Umum”\n", ("unit",), "“Bagian Umum” ikut tercetak"),
        ("judul: Pembuatan\u200bLaporan\n", ("judul",), "“Pembuatan” dan “Laporan”"),
        ("judul: J\nperalatan:\n  Komputer\n  Agenda kerja\n", ("peralatan",), "2 baris ini tercetak sebagai satu"),
    ],
)
def test_what_would_pass_in_silence_is_found(text: str, path: tuple[str, ...], said: str) -> None:
    (finding,) = found(text)
    assert finding.path == path
    assert said in finding.message.id


@pytest.mark.parametrize(
    "text",
    [
        'judul: Pengadaan Monitor 24"\n',
        'judul: Pembuatan "Laporan" Kegiatan\n',
        "judul: Menyusun “Laporan” Kegiatan\n",
        "judul: Peng\u00adarsipan\n",
        "judul: J\nperingatan:\n  Laporan diselesaikan paling lambat\n  lima hari kerja.\n",
        "judul: J\nperalatan:\n  - Komputer\n  - Agenda\n",
        "judul: J\nperingatan: |\n  Laporan\n  Agenda\n",
        "judul: J\ndasar_hukum:\n  Undang-Undang Nomor 25 Tahun 2009 tentang\n  Pelayanan Publik\n",
    ],
)
def test_what_is_meant_so_is_not(text: str) -> None:
    assert found(text) == []


def test_a_decision_that_names_no_condition() -> None:
    (finding,) = found("judul: J\n", "KEG-02")
    assert finding.message.id == "Uraian belum menyebut syarat setiap cabang (Ya, Tidak)."


def test_a_nip_in_curly_quotes() -> None:
    (finding,) = found("judul: J\npengesahan: {nomor_induk: {NIP: “199001012020121000”}}\n", "HDR-15")
    assert "kutip melengkung" in finding.message.id
    assert '"199001012020121000"' in finding.remedy.id


def test_dates_are_told_as_they_are_printed() -> None:
    (finding,) = found("judul: J\ntanggal: {pembuatan: 2020-02-01}\n", "MON-01")
    assert finding.message.id == "Tanggal terakhir 1 Februari 2020, lebih dari setahun sebelum 2 Juni 2026."


def test_a_text_of_one_endless_word_is_looked_at_once():
    assert growth(lambda count: joined_words("é" * count), 100_000) < LINEAR
    assert joined_words("é" * 90_000 + "\u200b" + "è" * 90_000) == ("é" * 60, "è" * 60)
