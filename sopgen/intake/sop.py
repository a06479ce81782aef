"""Sop: the meaning of one spec, after reading, merging and resolving. Plain immutable values.

Attribute names are the regulation's own words, the same as the spec's keys.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final, Literal, NamedTuple

Kertas = Literal["A4", "F4", "Letter", "Legal"]
Huruf = Literal["Arial", "Times", "Bookman"]
Sisi = Literal["kiri", "kanan", "bawah"]
Pelaku = Literal["pemohon", "petugas"]
Ikon = Literal[
    "ajukan",
    "ambil_nomor",
    "bayar",
    "bukti",
    "periksa",
    "proses",
    "rapat",
    "tanda_tangan",
    "terima",
    "unggah",
]
"""The pictograms of a service's annotated picture."""


class Isi(NamedTuple):
    """A printed text: `teks` (may hold line breaks), then the items of a block list."""

    teks: str = ""
    butir: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.teks or self.butir)


class Rute(NamedTuple):
    """Manual override of one arrow: the side it leaves by, and the side of each row it passes.

    `lewat` holds (kegiatan number, side of that kegiatan's symbol the arrow passes on).
    """

    keluar: Sisi | None = None
    lewat: tuple[tuple[int, Literal["kiri", "kanan"]], ...] = ()


class Arah(NamedTuple):
    """One way out of a kegiatan. `ke` is a kegiatan number, None for `selesai`; `label` of a branch."""

    ke: int | None
    label: str = ""
    rute: Rute | None = None


class Pelaksana(NamedTuple):
    """One lane. Neighbours of one `kelompok` stand under a common head. `publik`: its name in the public edition."""

    id: str
    nama: str
    eksternal: bool = False
    peran: Literal["pemohon", "penanggung_jawab", "atasan", "administrasi"] | None = None
    kelompok: str = ""
    publik: str = ""


class Publik(NamedTuple):
    """What the applicant is told of a step: a tile of the annotated picture. `oleh`: who acts, if not its executor."""

    judul: str = ""
    teks: str = ""
    ikon: Ikon | None = None
    oleh: Pelaku | None = None
    tempat: str = ""


class Kegiatan(NamedTuple):
    """One step. `arah` are its ways out in the order written; the default next step is filled in.

    `keputusan` is true when the ways out are labelled branches. `pelaksana` are lane ids, the lead first.
    """

    nomor: int
    uraian: Isi
    pelaksana: tuple[str, ...]
    arah: tuple[Arah, ...]
    keputusan: bool = False
    id: str | None = None
    bersama: str = ""
    kelengkapan: Isi = Isi()
    waktu: str = ""
    output: Isi = Isi()
    keterangan: Isi = Isi()
    publik: Publik = Publik()


class Tanggal(NamedTuple):
    """Each date is None when empty; '-' is kept as the text '-'."""

    pembuatan: date | Literal["-"] | None = None
    revisi: date | Literal["-"] | None = None
    efektif: date | Literal["-"] | None = None


class Pengesahan(NamedTuple):
    atas_nama: str = ""
    jabatan: str = ""
    nama: str = ""
    pangkat: str = ""
    nomor_induk: tuple[Literal["NIP", "NRP"], str] | None = None


class Kotak(NamedTuple):
    """One of the six boxes: a list is printed numbered, a single text unnumbered."""

    teks: str = ""
    butir: tuple[str, ...] = ()


class JangkaWaktu(NamedTuple):
    """The time that is promised to the applicant, and what it is counted from."""

    lama: str = ""
    sejak: str = ""


class Pelayanan(NamedTuple):
    """What the service standard needs beside the form; an empty value was not given, and is never assumed."""

    persyaratan: Kotak = Kotak()
    jangka_waktu: JangkaWaktu = JangkaWaktu()
    biaya: Kotak = Kotak()
    produk: Kotak = Kotak()
    pengaduan: Kotak = Kotak()
    tempat: str = ""
    jam: str = ""
    kanal: Kotak = Kotak()
    tautan: str = ""
    proses: Kotak = Kotak()
    sarana: Kotak = Kotak()
    pengawasan_internal: Kotak = Kotak()
    jumlah_pelaksana: str = ""
    jaminan_pelayanan: Kotak = Kotak()
    jaminan_keamanan: Kotak = Kotak()
    evaluasi_kinerja: Kotak = Kotak()
    maklumat: Kotak = Kotak()
    alamat: str = ""
    tempat_penetapan: str = ""


class Revisi(NamedTuple):
    """One entry of the history of revisions."""

    revisi: str = ""
    tanggal: date | None = None
    bagian: str = ""
    semula: str = ""
    menjadi: str = ""
    alasan: str = ""


COLUMN_LABELS: Final = {
    "no": "No",
    "kegiatan": "Kegiatan",
    "pelaksana": "Pelaksana",
    "mutu_baku": "Mutu Baku",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "keterangan": "Keterangan",
}
"""The flow table's columns and what stands above them, unless the bureau calls them otherwise."""


BOXES: Final = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
"""The six boxes of the identity page, in the order of the regulation's form."""


class Tampilan(NamedTuple):
    """Appearance; the defaults of docs/format-spesifikasi. Sizes in points, `pita_tte` in millimetres."""

    kertas: Kertas = "A4"
    huruf: Huruf = "Arial"
    ukuran_huruf: float = 9.0
    ukuran_huruf_terkecil: float = 7.0
    halaman: Literal["terpisah", "gabung"] = "terpisah"
    riwayat: bool = False
    kapsul: Literal["kegiatan", "tambahan"] = "kegiatan"
    gabungan: Literal["tertaut", "lebar"] = "tertaut"
    kepala_berulang: bool = True
    nomor_kolom: bool = False
    pita_tte: float = 12.0
    tanda_tangan: Literal["kosong", "bidang"] = "kosong"
    konektor: Literal["ganda", "bebas", "terpaku"] = "ganda"
    label: tuple[tuple[str, str], ...] = ()
    warna_kepala: str = "#E4E4E4"

    def printed(self, key: str, default: str) -> str:
        """The printed label of `key`, as the bureau renamed it or by default."""
        return dict(self.label).get(key, default)


class Pengabaian(NamedTuple):
    """A finding accepted on purpose."""

    aturan: str
    alasan: str
    kegiatan: int | None = None
    sampai: date | None = None


class Logo(NamedTuple):
    """The emblem: `data` is the file as it was read, `picture` what is drawn (`picture.as_seen`). `size` in pixels."""

    path: Path
    data: bytes
    picture: bytes
    size: tuple[int, int]


class Sop(NamedTuple):
    """One SOP. Lists of lines (`instansi`, `unit`) are tuples; an empty value was not given."""

    judul: str
    pelaksana: tuple[Pelaksana, ...]
    kegiatan: tuple[Kegiatan, ...]
    nomor: str = ""
    jenis: Literal["administratif", "teknis"] | None = None
    sifat: Literal["pelayanan", "rutin", "penugasan"] | None = None
    cakupan: Literal["generik", "spesifik"] | None = None
    tim: bool | None = None
    instansi: tuple[str, ...] = ()
    teks_kepala: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    logo: Logo | None = None
    tanggal: Tanggal = Tanggal()
    pengesahan: Pengesahan = Pengesahan()
    dasar_hukum: Kotak = Kotak()
    kualifikasi_pelaksana: Kotak = Kotak()
    keterkaitan: Kotak = Kotak()
    peralatan: Kotak = Kotak()
    peringatan: Kotak = Kotak()
    pencatatan: Kotak = Kotak()
    pelayanan: Pelayanan = Pelayanan()
    riwayat: tuple[Revisi, ...] = ()
    status: Literal["konsep", "berlaku", "dicabut"] = "berlaku"
    digantikan_oleh: str = ""
    tampilan: Tampilan = Tampilan()
    abaikan: tuple[Pengabaian, ...] = ()
