"""Words at ends of lines: hyphens drawn for the line or part of the word, and words that a narrow cell cut.

A PDF reader tells no soft hyphen from a typed one there, unless the file marks those that it made (`ActualText`):
then all others were typed. Else the document's other words tell; else doubled words, names and prefixes that are
written with a hyphen keep it, and other words are put together. A word alone in a line that fills its cell goes on
in the next unless both parts are words of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sopgen.drawn.words import uncut

MARK: Final = "\xad"
"""A hyphen at a line's end."""
SOFT: Final = "\x7f"
"""The same where the file says that only the line's end made it."""
CUT: Final = "\x1f"
"""The end of a line that holds one word and is full."""
_BEGINS: Final = r"(?<![^\W\d_])"
"""Of a word: a search that began anew at each of its letters would take an endless one's square."""
_HYPHENED: Final = re.compile(rf"{_BEGINS}[^\W\d_]+(?:{MARK}\n[^\W\d_]+\b(?![.)]\s))+")
_LABEL_LINE: Final = re.compile(r"(?<=[^\W\d_])-\s(?=[^\W\d_])")
_CUT: Final = re.compile(rf"{_BEGINS}([^\W\d_]+){CUT}\n([^\W\d_]+)\b(?![.)]\s)")
_WHOLE: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE_HYPHEN: Final = frozenset({"e", "i", "non", "eks", "ex", "pro", "anti", "sub", "multi", "antar", "semi"})
_COMMON: Final = frozenset(
    "yang dan atau di ke dari pada untuk dengan oleh dalam kepada setiap secara sesuai melalui sebagai awal "  # noqa: SIM905
    "akhir bulan hari jam menit minggu tahun kerja kali paling lama lambat surat nota dinas berkas dokumen data "
    "laporan buku agenda lembar disposisi konsep draf daftar hadir undangan rapat hasil usulan telah sudah belum "
    "akan dapat harus tidak bila jika apabila serta beserta antara semua seluruh para tiap satu dua tiga baru "
    "lengkap asli salinan rangkap".split()
)
"""Words that may follow any other."""
_AFFIXED: Final = re.compile(r"(?:di|me|pe|ber|ter|ke|se)[^\W\d_]{3,}(?:kan|an|nya)")
"""A word with its affixes at both ends."""
_ALIKE: Final = 3  # letters that doubled words share
OFFICES: Final = frozenset(
    "administrasi analis anggaran anggota arsip arsiparis asisten atasan auditor badan bagian bendahara biro "  # noqa: SIM905
    "bidang bupati camat dinas direktorat direktur eselon gubernur hukum informasi inspektorat inspektur "
    "jenderal kabag kabid kabupaten kantor kasubag kasubbag kasubbid kasi kebijakan kelompok kepala "
    "kepegawaian kerja ketua keuangan komitmen koordinator kota kuasa layanan loket lurah masyarakat menteri "
    "operator organisasi panitia pegawai pejabat pelaksana pelayanan pembuat pemohon penerima penerimaan "
    "pengadaan pengawas pengelola pengeluaran pengguna penguji pengusul penyedia perbendaharaan perencanaan "
    "petugas pimpinan pokja ppid ppk program pusat rektor rumah tangga sekretariat sekretaris seksi staf "
    "subbag subbagian subbidang subdirektorat surat tata teknis terkait tim umum unit urusan usaha verifikator "
    "pranata perencana peneliti widyaiswara wakil walikota kabid kadis kasub kasubdit kabiro it pa ti tp tu ukp "
    "up".split()
)
"""Words of which names of executors consist."""


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """All words that stand uncut."""
    whole_texts = (_CUT.sub(" ", _HYPHENED.sub(" ", text.replace(f"{SOFT}\n", ""))) for text in texts)
    return frozenset(word.casefold() for text in whole_texts for word in _WHOLE.findall(text))


def whole(text: str, words: frozenset[str]) -> str:
    """The text without the hyphens and line breaks that only a line's end made."""

    def put(found: re.Match[str]) -> str:
        pieces = found[0].split(f"{MARK}\n")
        text, begun = pieces[0], pieces[0]  # the whole, and what stands behind its last hyphen
        for at, piece in enumerate(pieces[1:], 1):
            typed = _is_typed(begun, "".join(pieces[at:]), words)
            text += f"-{piece}" if typed else piece
            begun = piece if typed else begun + piece
        return text

    def join(found: re.Match[str]) -> str:
        one, other = found[1], found[2]
        return one + other if _is_cut(one, other, words) else f"{one}\n{other}"

    text = _HYPHENED.sub(put, text.replace(f"{SOFT}\n", ""))
    while (shorter := _CUT.sub(join, text, count=1)) != text:
        text = shorter
    return text.replace(SOFT, "").replace(MARK, "-").replace(CUT, "")


def whole_label(text: str) -> str:
    """A label's words whole, which a narrow lane divides at lines' ends; its lines are joined by blanks."""
    text = text.replace(f"{SOFT} ", "")
    return uncut(whole(_LABEL_LINE.sub(f"{MARK}\n", text.strip()), frozenset()))


def _is_typed(one: str, other: str, words: frozenset[str]) -> bool:
    first, second = one.casefold(), other.casefold()
    if first + second in words:
        return False
    if any(word.startswith(f"{first}-{second}") for word in words) or first in _BEFORE_HYPHEN:
        return True
    if other[0].isupper() and one[-1].islower():
        return True
    if len(second) > _ALIKE and second in first:
        return True  # a doubled word whose end was left out
    return any(second.startswith(first[-size:]) for size in range(_ALIKE, min(len(first), len(second)) + 1))


def _is_word(word: str, words: frozenset[str]) -> bool:
    """Whether these letters are a whole word: the document or the language has it, or its two ends are whole."""
    return word in words or word in OFFICES or word in _COMMON or _AFFIXED.fullmatch(word) is not None


def _is_cut(one: str, other: str, words: frozenset[str]) -> bool:
    first, second = one.casefold(), other.casefold()
    if first + second in words or first + second in OFFICES:
        return True
    if other[0].isupper() and one[-1].islower():
        return False
    known = [_is_word(part, words) for part in (first, second)]
    return not any(known) or (len(second) < _ALIKE and not known[1])
