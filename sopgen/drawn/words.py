"""Words of old forms, as bureaus write them: labels by what they mean, whatever their case, signs and blanks."""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

HEADER: Final = {
    "nomor": (
        "nomorsop", "nosop", "nomor", "nomordokumen", "nodokumen", "nomorsopap", "nosopap", "kodesop", "nomorpos",
    ),
    "pembuatan": (
        "tanggalpembuatan", "tglpembuatan", "tanggaldibuat", "tanggalpenyusunan", "tglpenyusunan", "tanggalbuat",
        "tanggalterbit", "tglterbit", "tanggalditetapkan", "dibuattanggal", "tanggalpenetapan",
    ),
    "revisi": ("tanggalrevisi", "tglrevisi", "revisi", "tanggalperubahan", "tglperubahan"),
    "efektif": (
        "tanggalefektif", "tglefektif", "tanggalpengesahan", "tglpengesahan", "tanggalberlaku", "tglberlaku",
        "tanggalefektifberlaku", "mulaiberlaku", "berlakuefektif", "tanggalpemberlakuan",
    ),
    "pengesahan": ("disahkanoleh", "disahkan", "pengesahan", "disetujuioleh", "ditetapkanoleh", "mengesahkan"),
    "judul": ("namasop", "judulsop", "judul", "sop", "namasopap", "judulsopap", "namaprosedur", "namapos", "perihal"),
}  # fmt: skip
BOXES: Final = {
    "dasar_hukum": ("dasarhukum", "landasanhukum", "dasarhukumnya"),
    "kualifikasi_pelaksana": ("kualifikasipelaksana", "kualifikasipelaksanaan", "kualifikasi"),
    "keterkaitan": (
        "keterkaitan", "keterkaitandengansoplain", "keterkaitansop", "keterkaitandengansop", "keterkaitandenganlain",
        "keterkaitansoplain", "keterkaitandenganproseduriain", "keterkaitandenganprosedurlain",
    ),
    "peralatan": (
        "peralatandanperlengkapan", "peralatanperlengkapan", "peralatan", "perlengkapan", "peralatandankelengkapan",
        "peralatankelengkapan", "saranadanprasarana", "perlengkapandanperalatan",
    ),
    "peringatan": ("peringatan", "perhatian", "peringatandanperhatian"),
    "pencatatan": (
        "pencatatandanpendataan", "pencatatanpendataan", "pencatatan", "pendataan", "pencatatandanpendokumentasian",
        "pendataandanpencatatan", "pencatatandanpelaporan",
    ),
}  # fmt: skip
COLUMNS: Final = {
    "nomor": ("no", "nomor", "nourut", "nmr"),
    "kegiatan": (
        "kegiatan", "aktivitas", "aktifitas", "uraiankegiatan", "uraianprosedur", "kegiatanaktivitas", "uraian",
        "uraianaktivitas", "langkahkegiatan", "prosedur", "tahapan", "tahapankegiatan", "aktivitaskegiatan", "langkah",
        "uraianpekerjaan", "rinciankegiatan", "langkahlangkah", "kegiatanaktifitas", "alurkegiatan",
    ),
    "pelaksana": ("pelaksana", "pelaku", "aktor", "pelaksanakegiatan", "unitpelaksana", "pelaksanaaktor", "unitpelaku"),
    "mutu": ("mutubaku", "bakumutu", "standarmutu"),
    "kelengkapan": (
        "kelengkapan", "persyaratan", "persyaratankelengkapan", "persyaratandankelengkapan", "perlengkapan", "input",
        "syaratkelengkapan", "persyaratanperlengkapan", "kelengkapanpersyaratan", "syarat",
    ),
    "waktu": ("waktu", "waktumenit", "waktuhari", "lama", "durasi", "wkt", "jangkawaktu", "waktupenyelesaian"),
    "output": ("output", "keluaran", "hasil", "outputhasil", "hasiloutput", "outputkeluaran"),
    "keterangan": ("keterangan", "ket", "catatan", "sumberdata", "kett"),
}  # fmt: skip
_LIKE: Final = 0.86
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_JOINING: Final = frozenset({"dan", "atau", "serta"})
MONTHS: Final = {
    "januari": 1, "jan": 1, "februari": 2, "pebruari": 2, "feb": 2, "maret": 3, "mar": 3, "april": 4, "apr": 4,
    "mei": 5, "may": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "agustus": 8, "agt": 8, "agu": 8, "ags": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "oct": 10, "november": 11, "nopember": 11,
    "nov": 11, "nop": 11, "desember": 12, "des": 12, "dec": 12,
}  # fmt: skip
MARK: Final = re.compile(r"\s*(?:\d{1,2}[.)]|\(\d{1,2}\)|[a-z][.)]|[-•–—*▪●○◦✓➢])(?:\s+|$)")
_YES: Final = frozenset({
    "ya", "y", "yes", "iya", "ok", "setuju", "disetujui", "lengkap", "sesuai", "layak", "benar", "memenuhi",
    "memenuhisyarat", "ada", "diterima", "valid", "sudah", "dapat", "lolos", "lulus", "perlu", "sama",
})  # fmt: skip
_NO: Final = frozenset({
    "tidak", "t", "tdk", "no", "n", "belum", "blm", "ditolak", "tolak", "revisi", "perbaikan", "dikembalikan",
    "kembali", "kurang", "salah", "gagal", "batal", "tanpa", "bukan",
})  # fmt: skip
_LABELS: Final = _YES | _NO


def bare(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return "".join(c for c in text.casefold() if c.isalnum())


def meaning(text: str, table: dict[str, tuple[str, ...]], *, like: bool = True) -> str | None:
    """The key whose words these are: exactly, or so nearly that only a slip of the pen can be between.

    A label may say one thing twice (`Keluaran (Output)`, `Lama Waktu`), or more of it in brackets.
    """
    word = bare(text)
    if not word or len(word) > 40:
        return None
    if key := _named(word, table) or _twice(text, table) or _named(bare(_BRACKETED.sub("", text)), table):
        return key
    if not like or len(word) < 6:
        return None
    found = _nearest(word, tuple(name for names in table.values() for name in names))
    return next((key for key, names in table.items() if found in names), None)


def _named(word: str, table: dict[str, tuple[str, ...]]) -> str | None:
    return next((key for key, names in table.items() if word in names), None)


def _twice(text: str, table: dict[str, tuple[str, ...]]) -> str | None:
    """The key that each of several words names by itself."""
    words = [word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word not in _JOINING]
    keys = {_named(word, table) for word in words}
    return keys.pop() if len(words) > 1 and len(keys) == 1 else None


@lru_cache(maxsize=8192)
def _nearest(word: str, names: tuple[str, ...]) -> str | None:
    """The name that a word is meant to be, the first of those that are as near."""
    best, score = None, _LIKE
    for name in names:
        if len(name) >= 6 and abs(len(name) - len(word)) <= 3:
            likeness = SequenceMatcher(None, word, name, autojunk=False)
            if likeness.quick_ratio() > score and (ratio := likeness.ratio()) > score:
                best, score = name, ratio
    return best


def polarity(text: str) -> bool | None:
    """Whether a branch's label says yes or no; None for neither, or for a text that is no label."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if not words or len(words) > 4:
        return None
    if any(word in _NO for word in words):
        return False
    return True if words[0] in _YES or "".join(words) in _YES else None


def uncut(text: str) -> str:
    """A label whose last letters stand in another line as the words that it is: `Tida k`, `tidak lengka p`."""
    words = text.split(" ")
    kept = words[:1]
    for word in words[1:]:
        whole = kept[-1] + word
        if word[:1].isalpha() and bare(word) not in _LABELS and bare(whole) in _LABELS:
            kept[-1] = whole
        else:
            kept.append(word)
    return " ".join(kept)


def read_date(text: str) -> date | None:
    """A date as offices write it: `1 November 2017`, `02-01-2020`, `02/01/20`, `2020-01-02`."""
    plain = " ".join(text.replace(",", " ").split())
    if found := re.search(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", plain):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := re.search(r"\b(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})\b", plain):
        return _date(_year(found[3]), int(found[2]), int(found[1]))
    if found := re.search(r"\b(\d{1,2})[-\s.]*([^\W\d_]{3,9})\.?[-\s]*(\d{4}|\d{2})\b", plain):
        month = MONTHS.get(found[2].casefold())
        return _date(_year(found[3]), month, int(found[1])) if month else None
    return None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
