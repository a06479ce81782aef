# ruff: noqa: SIM905 - word lists read better as running text
"""Plausible Indonesian wording for generated specs: activities, documents, names, times, identity fields."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from random import Random

VERBS = (
    "Menerima Memeriksa Menyusun Mencatat Menelaah Menyerahkan Mengirimkan Membahas Menetapkan Mengesahkan "
    "Meneruskan Mengumpulkan Memverifikasi Mengarsipkan Mendokumentasikan Menyiapkan Menugaskan Mengoreksi "
    "Mengunggah Mencocokkan Menghitung Melaporkan Menandatangani Menyempurnakan"
).split()
NOUNS = (
    "konsep laporan berkas permohonan surat keputusan lembar disposisi nota dinas rencana kerja bahan rapat daftar "
    "hadir data kepegawaian anggaran kegiatan arsip dokumen hasil evaluasi rekomendasi teknis register agenda "
    "pemberitahuan pertanggungjawaban ketatalaksanaan perundang-undangan peraturan pedoman naskah kualifikasi"
).split()
LINKS = "dan yang dengan untuk sesuai kepada oleh dari pada sebagai secara dalam tentang atau".split()
RANKS = "Kepala Kasubbag Kabag Karo Kabid Sekretaris Staf Petugas Analis Tim Pejabat Ketua Koordinator".split()
OFFICES = "Umum Organisasi Tatalaksana Perencanaan Keuangan Kepegawaian Hukum Pelayanan Program Teknis Arsip".split()
TIMES = ["5 menit", "10 menit", "15 menit", "30 menit", "1 jam", "2 jam", "1 hari", "2 hari kerja", "1 minggu"] * 3 + [
    "15-30 menit",
    "30 menit/berkas",
    "1 x 24 jam",
    "sesuai kebutuhan",
    "-",
    "1 bulan",
    "",
]
JOINT_KINDS = ("rapat", "rapat", "diskusi", "penandatanganan", "pemeriksaan")
LABELS = [("Ya", "Tidak")] * 12 + [
    ("Lengkap", "Belum lengkap"),
    ("Setuju", "Tidak setuju"),
    ("Valid", "Tidak valid"),
    ("Selesai", "Rekomendasi"),
    ("Selesai", "Perbaikan"),
]
THIRD_LABELS = ("Revisi", "Tunda", "Sebagian", "Rujuk")

PLAIN = re.compile(r"[A-Z][a-z]+(?: [a-z]+)*\Z")


def scalar(text: str) -> str:
    """The text as a YAML scalar on one line: bare where no reader could mistake it, else quoted."""
    return text if PLAIN.match(text) else json.dumps(text, ensure_ascii=False)


def words(rng: Random, letters: int, first: str = "") -> str:
    """A phrase of exactly so many letters, spaces counted; never a space at its end."""
    parts = [first] if first else []
    while sum(map(len, parts)) + len(parts) <= letters:
        pool = LINKS if len(parts) % 4 == 3 else NOUNS
        parts.append(rng.choice(pool) + ("," if rng.random() < 0.05 else ""))
    cut = " ".join(parts)[:letters]
    return cut if cut[-1] != " " else cut[:-1] + "a"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _length(rng: Random, usual: tuple[int, int], bounds: tuple[int, int]) -> int:
    """Mostly a usual length; one in twenty may be anything within the bounds."""
    low, high = bounds if rng.random() < 0.05 else usual
    return max(bounds[0], min(bounds[1], rng.randint(low, high)))


def activity(rng: Random, bounds: tuple[int, int]) -> str:
    text = words(rng, _length(rng, (15, 150), bounds), rng.choice(VERBS))
    return text + " ✓" if rng.random() < 0.01 and len(text) + 2 <= bounds[1] else text


def document(rng: Random, bounds: tuple[int, int]) -> str:
    return _capital(words(rng, _length(rng, (6, 45), bounds)))


def lane_names(rng: Random, count: int) -> list[str]:
    """Different names of one to five words."""
    names: list[str] = []
    while len(names) < count:
        size = rng.choice((1, 1, 2, 2, 2, 3, 3, 4, 5))
        name = " ".join([rng.choice(RANKS), *(rng.choice(OFFICES) for _ in range(size - 1))])
        if name in names and size == 1:
            name = f"{name} {rng.choice(OFFICES)}"
        if name not in names:
            names.append(name)
    return names


def cell(rng: Random, key: str, bounds: tuple[int, int], indent: str = "    ") -> list[str]:
    """One cell's lines of YAML: empty, a text, a block list, a text with its list, or typed list letters."""
    kind = rng.random()
    if kind < 0.10:
        return []
    if kind < 0.80:
        return [f"{indent}{key}: {scalar(document(rng, bounds))}"]
    share = (bounds[0], max(bounds[0], bounds[1] // 4))
    items = [document(rng, share) for _ in range(rng.randint(2, 4))]
    if kind < 0.90:
        return [f"{indent}{key}:", *(f"{indent}  - {scalar(item)}" for item in items)]
    if kind < 0.95:
        lines = [f"{indent}{key}:", f"{indent}  teks: {scalar(document(rng, share))}", f"{indent}  butir:"]
        return lines + [f"{indent}    - {scalar(item)}" for item in items]
    return [f"{indent}{key}: |", *(f"{indent}  {'abcd'[i]}) {item};" for i, item in enumerate(items))]


def _date(rng: Random) -> str:
    if rng.random() < 0.2:
        return rng.choice(("", "'-'"))
    return (date(2012, 1, 1) + timedelta(days=rng.randrange(5000))).isoformat()


def _box(rng: Random, key: str) -> list[str]:
    kind = rng.random()
    if kind < 0.15:
        return []
    if kind < 0.30:
        return [f"{key}: {scalar(document(rng, (1, 400)))}"]
    count = rng.randint(12, 25) if rng.random() < 0.05 else rng.randint(1, 6)
    return [f"{key}:", *(f"  - {scalar(_capital(words(rng, rng.randint(10, 180))))}" for _ in range(count))]


def identity(rng: Random) -> list[str]:
    """Every identity field: missing, usual or long; only `judul` is always there."""
    lines = [f"judul: {scalar(_capital(words(rng, _length(rng, (15, 70), (3, 160)), 'Penyusunan')))}"]
    if rng.random() < 0.8:
        lines.append(f'nomor: "SOP-{rng.randint(1, 999)}/{rng.choice(OFFICES).upper()}/{rng.randint(2012, 2030)}"')
    if rng.random() < 0.8:
        lines.append(f"instansi: {scalar(words(rng, rng.randint(12, 90), 'Kementerian').upper())}")
    if rng.random() < 0.3:
        lines.append("teks_kepala: STANDAR OPERASIONAL PROSEDUR (SOP)")
    if rng.random() < 0.7:
        units = (scalar(words(rng, rng.randint(8, 60), "Bagian").upper()) for _ in range(rng.randint(1, 3)))
        lines += ["unit:", *(f"  - {unit}" for unit in units)]
    lines += ["tanggal:", *(f"  {key}: {_date(rng)}".rstrip() for key in ("pembuatan", "revisi", "efektif"))]
    lines += ["pengesahan:", f"  jabatan: {scalar(lane_names(rng, 1)[0])}"]
    if rng.random() < 0.5:
        lines.append(f"  atas_nama: {scalar(words(rng, rng.randint(8, 80), 'Sekretaris'))}")
    if rng.random() < 0.8:
        lines += ['  nama: "Nama Pejabat, S.E., M.Si."', "  pangkat: Pembina", "  nomor_induk:"]
        lines.append(f'    {rng.choice(("NIP", "NRP"))}: "199001012020121000"')
    for key in ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan"):
        lines += _box(rng, key)
    return lines


def appearance(rng: Random) -> list[str]:
    """All papers and faces, and each value of each option that changes the drawing."""
    choices = {
        "kertas": ("A4", "F4", "Letter", "Legal"),
        "huruf": ("Arial", "Times", "Bookman"),
        "ukuran_huruf": (8, 8.5, 9, 9.5, 10),
        "kapsul": ("kegiatan", "tambahan"),
        "gabungan": ("tertaut", "lebar"),
        "kepala_berulang": ("true", "true", "false"),
        "nomor_kolom": ("true", "false"),
        "pita_tte": (0, 12, 20),
        "tanda_tangan": ("kosong", "bidang"),
    }
    return ["tampilan:", *(f"  {key}: {rng.choice(values)}" for key, values in choices.items())]
