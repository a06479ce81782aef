"""A bureau of made-up SOPs, the same for a seed."""

from __future__ import annotations

import random

from sopgen.intake.sop import Arah, Isi, Kegiatan, Kotak, Pelaksana, Sop

_VERBS = [
    "Penyusunan",
    "Pembuatan",
    "Pelaksanaan",
    "Pengelolaan",
    "Verifikasi",
    "Pengajuan",
    "Penerbitan",
    "Pemantauan",
    "Evaluasi",
]
_NOUNS = [
    "Rencana Kerja",
    "Laporan Kinerja",
    "Data Kepegawaian",
    "Anggaran Belanja",
    "Pengadaan Barang",
    "Izin Kegiatan",
    "Bahan Rapat",
    "Naskah Dinas",
    "Sistem Informasi",
    "Layanan Pengaduan",
    "Peraturan Internal",
    "Pelatihan Pegawai",
    "Inventaris Kantor",
    "Publikasi Informasi",
    "Rekomendasi Teknis",
    "Berita Acara",
    "Kontrak Kerja",
    "Analisis Jabatan",
    "Survei Kepuasan",
    "Risiko Unit",
    "Arsip Dinamis",
    "Perjalanan Dinas",
    "Kendaraan Dinas",
    "Surat Masuk",
]
UNITS = [
    "Bagian Umum",
    "Bagian Keuangan",
    "Bagian Kepegawaian",
    "Bagian Organisasi dan Tata Laksana",
    "Bagian Hukum",
    "Bagian Hubungan Masyarakat",
    "Bidang Perencanaan",
    "Bidang Pelayanan Informasi",
    "Bidang Pengawasan",
    "Bidang Data dan Teknologi Informasi",
    "Bidang Kerja Sama",
    "Unit Layanan Pengadaan",
]


def made_up(count: int = 200, seed: int = 1) -> list[Sop]:
    """SOPs of twelve units that name SOPs of their own unit, of others, and some that nobody wrote."""
    rng = random.Random(seed)
    titles = [f"{verb} {noun}" for verb in _VERBS for noun in _NOUNS]
    rng.shuffle(titles)
    titles = titles[:count]
    units = [UNITS[i % len(UNITS)] if i < 2 * len(UNITS) else rng.choice(UNITS) for i in range(count)]
    return [_sop(i, titles, units, rng) for i in range(count)]


def _sop(index: int, titles: list[str], units: list[str], rng: random.Random) -> Sop:
    own = [k for k in range(len(titles)) if units[k] == units[index] and k != index]
    named = [titles[rng.choice(own)] for _ in range(rng.choice((0, 0, 1, 1, 2)))] if own else []
    if rng.random() < 0.4:
        named.append(rng.choice(titles))
    if rng.random() < 0.3:
        named.append(titles[0])
    if rng.random() < 0.12:
        named.append(f"Pemusnahan {rng.choice(_NOUNS)}")
    return Sop(
        titles[index],
        (Pelaksana("a", "Analis"),),
        (Kegiatan(1, Isi("Mencatat"), ("a",), (Arah(None),)),),
        nomor=f"SOP-{index + 1:03d}/SETDA/2025",
        unit=(units[index],),
        keterkaitan=Kotak("", tuple(f"SOP {name}" for name in dict.fromkeys(named) if name != titles[index])),
    )
