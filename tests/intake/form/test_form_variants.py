"""Forms that other hands and programs have changed say what they said, or name the cell where they do not."""

from __future__ import annotations

import pytest

from sopgen.intake import MemorySource, load_spec
from sopgen.intake.sop import Sop
from tests.intake.form.form_changes import SAME, UNNAMED, without_ids
from tests.intake.form.form_samples import form_of, read

FULL = """\
nomor: SOP-7/ORG/2026
judul: Pelayanan Surat Keterangan
jenis: administratif
sifat: pelayanan
tim: false
instansi:
  - PEMERINTAH KABUPATEN CONTOH
  - SEKRETARIAT DAERAH
unit: BAGIAN ORGANISASI
tanggal: {pembuatan: 2026-01-05, revisi: '-', efektif: 2026-02-01}
pengesahan: {jabatan: Kepala Bagian, nama: Nama Pejabat}
dasar_hukum:
  - Undang-Undang Nomor 25 Tahun 2009
  - Peraturan Bupati Nomor 7 Tahun 2020
peralatan:
  - Komputer
peringatan: Paling lambat dua hari.
pelaksana:
  pemohon: {nama: Pemohon, eksternal: true, peran: pemohon}
  loket: {nama: Petugas Loket, kelompok: Satuan Layanan, publik: Loket}
  kabag: {nama: Kepala Bagian, kelompok: Satuan Layanan}
kegiatan:
  - uraian: Mengajukan permohonan
    pelaksana: pemohon
    publik: {judul: Ajukan permohonan, teks: Di loket atau laman, ikon: ajukan}
    kelengkapan:
      - KTP
      - Surat pengantar
    waktu: 5 menit
    output: Berkas
  - id: periksa
    uraian: Memeriksa berkas. Jika lengkap, menyerahkannya; jika tidak lengkap, mengembalikannya.
    pelaksana: loket
    keputusan: {Lengkap: bahas, Tidak lengkap: 1}
    waktu: 1-2 hari
  - id: bahas
    uraian: Membahas permohonan
    pelaksana: [kabag, loket]
    bersama: rapat
    waktu: 2 jam
    keterangan: Rapat mingguan
  - uraian: Menandatangani surat keterangan. Jika setuju, menyerahkannya; jika tidak setuju, menutup permohonan.
    pelaksana: kabag
    keputusan: {Ya: 5, Tidak: 6}
    output: Surat keterangan
  - uraian: Menyerahkan surat keterangan
    pelaksana: loket
    output:
      teks: Salinan
      butir:
        - Surat
        - Bukti
  - uraian: Mencatat permohonan
    pelaksana: loket
    publik: Terima surat
pelayanan:
  persyaratan:
    - KTP
    - Surat pengantar
  jangka_waktu: {lama: 10 hari kerja, sejak: berkas dinyatakan lengkap}
  biaya: Tidak dipungut biaya
riwayat:
  - {revisi: 1, tanggal: 2026-01-05, bagian: kegiatan 2, semula: 1 jam, menjadi: 2 jam, alasan: Evaluasi}
status: berlaku
tampilan: {kertas: F4, riwayat: true}
abaikan:
  - {aturan: KEG-01, kegiatan: 4, alasan: Istilah resmi, sampai: 2027-01-31}
  - {aturan: MB-01, alasan: Belum diukur}
"""


@pytest.fixture(scope="module")
def form() -> bytes:
    return form_of(FULL)


@pytest.fixture(scope="module")
def meant() -> Sop:
    return load_spec(MemorySource("a.sop.yaml", FULL.encode())).sop


@pytest.mark.parametrize("change", SAME)
def test_a_form_says_the_same(change: str, form: bytes, meant: Sop) -> None:
    loaded = read(SAME[change](form))
    assert loaded.sop == meant
    assert loaded.remarks == ()


@pytest.mark.parametrize("change", UNNAMED)
def test_a_form_whose_hidden_cells_are_gone_says_the_same(change: str, form: bytes, meant: Sop) -> None:
    """The ids of steps are hidden; arrows do without."""
    loaded = read(UNNAMED[change](form))
    assert without_ids(loaded.sop) == without_ids(meant)
    assert loaded.remarks == ()
