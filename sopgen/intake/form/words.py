"""What the form's sheets, columns and choices are called, and what else people call them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple, get_args

from sopgen.diagnostics import Message
from sopgen.intake.fault import Path
from sopgen.intake.sop import Huruf, Ikon, Kertas, Pelaku

FORM_SUFFIX: Final = ".form.xlsx"
GUIDE, IDENTITY, BOXES, LANES, STEPS, MATRIX, SERVICE, PUBLIC, HISTORY, ACCEPTED, LIST, REST, SOURCE = (
    "Petunjuk",
    "Identitas",
    "Isi kotak",
    "Pelaksana",
    "Kegiatan",
    "Kegiatan (matriks)",
    "Pelayanan",
    "Bagi pemohon",
    "Riwayat",
    "Temuan diterima",
    "_langkah",
    "_lainnya",
    "_sumber",
)
MOST_ANSWERS: Final = 3
YES_NO: Final = ("ya", "tidak")


class Field(NamedTuple):
    """A line of *Identitas* or *Pelayanan*. `kind`: text, date, content (lines begun by a dash: items), or choices."""

    path: Path
    title: str
    note: str
    kind: str | tuple[str, ...] = "text"
    others: tuple[str, ...] = ()


FIELDS: Final = (
    Field(
        ("judul",),
        "Judul SOP",
        "Wajib. Nama prosedur: kata kerja menjadi kata benda, objek, dan hasilnya.",
        others=("Nama SOP",),
    ),
    Field(("nomor",), "Nomor SOP", "Misalnya SOP-49/SESJEN/10/2018."),
    Field(
        ("jenis",),
        "Jenis",
        "administratif: naskah dan layanan; teknis: satu pelaksana, rinci.",
        ("administratif", "teknis"),
    ),
    Field(("sifat",), "Sifat", "Untuk siapa prosedur ini dikerjakan.", ("pelayanan", "rutin", "penugasan")),
    Field(("cakupan",), "Cakupan", "spesifik: satu unit; generik: beberapa unit.", ("generik", "spesifik")),
    Field(("tim",), "Dikerjakan tim", "ya bila skala besar, oleh tim.", YES_NO),
    Field(
        ("instansi",),
        "Instansi",
        "Baris baru dengan Alt+Enter. Kosongkan bila sudah ada di sopgen.yaml.",
        others=("Nama instansi",),
    ),
    Field(("teks_kepala",), "Teks kepala", "Di antara instansi dan unit; boleh kosong."),
    Field(
        ("unit",),
        "Unit",
        "Baris baru dengan Alt+Enter. Kosongkan bila sudah ada di sopgen.yaml.",
        others=("Unit kerja", "Nama unit"),
    ),
    Field(("logo",), "Logo", "Nama berkas PNG atau JPEG di samping formulir ini.", others=("Lambang",)),
    Field(
        ("tanggal", "pembuatan"),
        "Tanggal pembuatan",
        "Ketik tanggalnya, misalnya 15/10/2018.",
        "date",
        ("Tgl pembuatan",),
    ),
    Field(
        ("tanggal", "revisi"),
        "Tanggal revisi",
        "Kosongkan, atau - bila belum pernah direvisi.",
        "date",
        ("Tgl revisi",),
    ),
    Field(("tanggal", "efektif"), "Tanggal efektif", "Mulai berlaku.", "date", ("Tgl efektif", "Tanggal berlaku")),
    Field(("pengesahan", "atas_nama"), "Atas nama", "Bila ditandatangani atas nama pejabat lain.", others=("a.n.",)),
    Field(
        ("pengesahan", "jabatan"),
        "Jabatan yang mengesahkan",
        "Misalnya Kepala Biro Umum.",
        others=("Disahkan oleh", "Jabatan"),
    ),
    Field(("pengesahan", "nama"), "Nama pejabat", "Beserta gelar.", others=("Nama",)),
    Field(("pengesahan", "pangkat"), "Pangkat", "Pangkat atau golongan.", others=("Pangkat/golongan",)),
    Field(("pengesahan", "nomor_induk", "NIP"), "NIP", "18 angka. Sel ini berformat teks, supaya angkanya utuh."),
    Field(("pengesahan", "nomor_induk", "NRP"), "NRP", "Untuk TNI/Polri; isi salah satu saja."),
    Field(("status",), "Status", "Bila kosong: berlaku.", ("konsep", "berlaku", "dicabut"), ("Status SOP",)),
    Field(("digantikan_oleh",), "Digantikan oleh", "Nomor SOP pengganti, bila dicabut."),
    Field(("tampilan", "kertas"), "Kertas", "Bila kosong: seperti sopgen.yaml, atau A4.", get_args(Kertas)),
    Field(("tampilan", "huruf"), "Huruf", "Bila kosong: seperti sopgen.yaml, atau Arial.", get_args(Huruf)),
    Field(("tampilan", "riwayat"), "Cetak riwayat", "ya: lembar Riwayat dicetak sebagai halaman terakhir.", YES_NO),
    Field(("tampilan", "tanda_tangan"), "Ruang tanda tangan", "bidang: tanda tangan elektronik.", ("kosong", "bidang")),
)


def _service(key: str, title: str, note: str, *others: str, kind: str = "content") -> Field:
    return Field(("pelayanan", key), title, note, kind, others)


SERVICE_FIELDS: Final = (
    _service("persyaratan", "Persyaratan", "Bila kosong: kelengkapan kegiatan pertama."),
    Field(("pelayanan", "jangka_waktu", "lama"), "Jangka waktu", "Yang dijanjikan, misalnya 10 hari kerja."),
    Field(("pelayanan", "jangka_waktu", "sejak"), "Dihitung sejak", "Misalnya berkas dinyatakan lengkap."),
    _service("biaya", "Biaya/tarif", "Tidak pernah dianggap gratis: tulis “Tidak dipungut biaya”.", "Biaya", "Tarif"),
    _service("produk", "Produk pelayanan", "Yang diterima pemohon.", "Produk"),
    _service("pengaduan", "Pengaduan, saran, masukan", "Satu cara satu baris, diawali “- ”.", "Pengaduan"),
    _service("tempat", "Tempat pelayanan", "Alamat loket.", "Tempat", kind="text"),
    _service("jam", "Jam pelayanan", "Misalnya Senin–Kamis 08.00–15.00.", "Jam", kind="text"),
    _service("kanal", "Kanal pelayanan", "Loket, laman, surel …", "Kanal"),
    _service("tautan", "Alamat laman", "Untuk kode QR.", "Tautan", "Laman", kind="text"),
    _service("proses", "Yang dikerjakan petugas", "Bunyi kotak “Diproses petugas” pada gambar alur.", "Proses"),
    _service("sarana", "Sarana dan prasarana", "Selain peralatan.", "Sarana"),
    _service("pengawasan_internal", "Pengawasan internal", "Oleh siapa dan bagaimana."),
    _service("jumlah_pelaksana", "Jumlah pelaksana", "Misalnya 6 orang.", kind="text"),
    _service("jaminan_pelayanan", "Jaminan pelayanan", "Apa yang dijamin."),
    _service("jaminan_keamanan", "Jaminan keamanan dan keselamatan", "Apa yang dijamin.", "Jaminan keamanan"),
    _service("evaluasi_kinerja", "Evaluasi kinerja pelaksana", "Kapan dan bagaimana.", "Evaluasi kinerja"),
    _service("maklumat", "Bunyi maklumat pelayanan", "Bila kosong: bunyi yang lazim.", "Maklumat"),
    _service("alamat", "Alamat instansi", "Pada kepala surat standar pelayanan.", "Alamat", kind="text"),
    _service("tempat_penetapan", "Tempat penetapan", "Misalnya Kabupaten Contoh.", "Ditetapkan di", kind="text"),
)
ENTRY_DATES: Final = frozenset({"tanggal", "sampai"})
"""Columns of dates in the sheets of a row an entry."""
PUBLIC_COLUMNS: Final = {
    "kegiatan": ("Pada kegiatan", "Pada langkah"),
    "judul": ("Judul kotak", "Judul bagi pemohon"),
    "teks": ("Penjelasan", "Penjelasan bagi pemohon"),
    "tempat": ("Tempat atau cara", "Tempat"),
    "ikon": ("Gambar kecil", "Ikon"),
    "oleh": ("Siapa yang bertindak", "Oleh"),
}
PUBLIC_CHOICES: Final = {"ikon": get_args(Ikon), "oleh": get_args(Pelaku)}
ACCEPTED_COLUMNS: Final = {
    "aturan": ("Kode aturan", "Aturan", "Kode temuan"),
    "kegiatan": ("Pada kegiatan", "Pada langkah"),
    "alasan": ("Alasan diterima", "Alasan"),
    "sampai": ("Sampai tanggal", "Sampai"),
}
HISTORY_COLUMNS: Final = {
    "revisi": ("Revisi ke", "Revisi", "No revisi", "Nomor revisi"),
    "tanggal": ("Tanggal", "Tanggal revisi", "Tgl"),
    "bagian": ("Bagian yang diubah", "Bagian", "Halaman", "Bagian/halaman"),
    "semula": ("Semula", "Sebelum"),
    "menjadi": ("Menjadi", "Sesudah", "Perubahan", "Uraian perubahan"),
    "alasan": ("Alasan", "Alasan perubahan", "Dasar perubahan"),
}

BOX_TITLES: Final = {
    "dasar_hukum": ("Dasar hukum",),
    "kualifikasi_pelaksana": ("Kualifikasi pelaksana", "Kualifikasi"),
    "keterkaitan": ("Keterkaitan", "Keterkaitan SOP"),
    "peralatan": ("Peralatan/perlengkapan", "Peralatan", "Perlengkapan", "Peralatan dan perlengkapan"),
    "peringatan": ("Peringatan",),
    "pencatatan": ("Pencatatan dan pendataan", "Pencatatan"),
}
UNNUMBERED: Final = "tanpa nomor"
ONE_ITEM: Final = "satu butir"
ROLES: Final = ("pemohon", "penanggung_jawab", "atasan", "administrasi")
UNITS: Final = ("menit", "jam", "hari", "hari kerja", "minggu", "bulan", "tahun")
MEETINGS: Final = ("rapat", "diskusi", "penandatanganan", "pemeriksaan", "verifikasi")
ANSWERS: Final = ("Ya", "Tidak", "Lengkap", "Tidak lengkap", "Setuju", "Tidak setuju")
BRANCH_WORDS: Final = ("Ya", "Tidak")  # answers that a heading may name
END: Final = "selesai"
END_WORDS: Final = frozenset({END, "akhir", "end", "berakhir", "tamat"})

FIELD_COLUMNS: Final = {
    "isian": ("Isian", "Nama isian", "Unsur", "Data", "Komponen"),
    "isi": ("Isi", "Nilai", "Isi data", "Jawaban", "Uraian"),
}
BOX_COLUMNS: Final = {
    "box": ("Kotak", "Nama kotak", "Bagian"),
    "item": ("Butir", "Isi", "Isi butir", "Uraian"),
    "how": ("Cara cetak", "Cara"),
}
LANE_COLUMNS: Final = {
    "nama": ("Nama pelaksana", "Pelaksana", "Nama", "Nama tercetak", "Jabatan"),
    "kunci": ("Nama singkat", "Singkatan", "Kunci", "Kode"),
    "eksternal": ("Eksternal", "Di luar instansi", "Luar instansi"),
    "peran": ("Peran",),
    "kelompok": ("Kelompok", "Satuan kerja", "Kelompok pelaksana"),
    "publik": ("Nama bagi pemohon", "Nama publik"),
    "daftar": ("Daftar",),
    "kode": ("Kode pelaksana",),
}
STEP_COLUMNS: Final = {
    "no": ("No", "Nomor", "No."),
    "uraian": ("Uraian kegiatan", "Kegiatan", "Uraian", "Uraian prosedur", "Aktivitas", "Langkah"),
    "pelaksana": ("Pelaksana", "Pelaku", "Penanggung jawab", "Dikerjakan oleh"),
    "dengan1": ("Bersama dengan", "Bersama", "Bersama dengan 1"),
    "dengan2": ("Bersama dengan (2)", "Bersama dengan 2", "Dan dengan"),
    "bersama": ("Bentuk bersama", "Cara bersama", "Bentuk kegiatan bersama"),
    "jawaban1": ("Jawaban 1", "Jawaban"),
    "ke1": ("Ke langkah 1", "Ke langkah", "Jika ya", "Ke langkah (Ya)", "Lanjut ke (Ya)", "Lanjut ke No. (Ya)", "Ya"),
    "jawaban2": ("Jawaban 2",),
    "ke2": (
        *("Ke langkah 2", "Jika tidak", "Ke langkah (Tidak)", "Lanjut ke (Tidak)"),
        *("Lanjut ke No. (Tidak)", "Tidak"),
    ),
    "jawaban3": ("Jawaban 3",),
    "ke3": ("Ke langkah 3",),
    "lanjut": ("Lanjut ke", "Lanjut", "Langkah berikutnya", "Lanjut ke No."),
    "kelengkapan": ("Kelengkapan", "Persyaratan", "Input", "Persyaratan/Kelengkapan", "Syarat/Kelengkapan"),
    "waktu": ("Waktu", "Durasi", "Lama"),
    "satuan": ("Satuan", "Satuan waktu"),
    "output": ("Output", "Keluaran", "Hasil"),
    "keterangan": ("Keterangan", "Ket", "Ket."),
    "periksa": ("Periksa",),
    "kode": ("Kode", "id"),
    "daftar": ("Daftar langkah", END),
}


def key_called(word: str, place: Path) -> Message | None:
    """The key of a spec that people call by `word` in the map at `place`, as the form's headings are called."""
    called = folded(word)
    if not place:
        for field in FIELDS:
            if called in {folded(each) for each in (field.title, *field.others)}:
                *above, key = (str(each) for each in field.path)
                under = Message(f" di bawah `{above[0]}`", f" below `{above[0]}`") if above else Message("", "")
                return Message(f"`{key}`{under.id}", f"`{key}`{under.en}")
    by_place = {(): BOX_TITLES, ("kegiatan",): STEP_COLUMNS, ("pelaksana",): LANE_COLUMNS}
    keys = tuple(each for each in place if isinstance(each, str))[:1]
    for key, words in by_place.get(keys, {}).items() if len(place) in {0, 2} else ():
        if called in {folded(each) for each in words} and key in _KEYS:
            return Message(f"`{_KEYS[key]}`", f"`{_KEYS[key]}`")
    return None


_KEYS: Final = {
    **{key: key for key in (*BOX_TITLES, "uraian", "pelaksana", "bersama", "kelengkapan", "waktu", "output")},
    **{key: key for key in ("keterangan", "lanjut", "nama", "eksternal", "peran", "kelompok")},
    "jawaban1": "keputusan",
    "ke1": "keputusan",
    "dengan1": "pelaksana",
    "kode": "id",
}
_NOT_WORD: Final = re.compile(r"[\W_]+")


@lru_cache(maxsize=4_096)  # each step that another points at is held against all others
def folded(text: str) -> str:
    """A heading or name by its letters and digits alone."""
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
