"""What a title speaks of, held against its steps: a thing that they handle, or another paper than theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sopgen.intake.sop import Kegiatan, Sop
from sopgen.rules.language.roots import core_of
from sopgen.rules.language.words import content_words, whole_text, words

_HANDLED: Final = (
    r"\b(?:membuat|menerbitkan|mencetak|mengetik|menandatangani|memaraf|menyerahkan|menyimpan|mengarsipkan|memasang|"
    r"memperbaiki|membersihkan|memindahkan|menempel(?:kan)?|mengambil|membagikan|menggandakan|mengembalikan|mengisi)\s+"
)
"""What is done with things, not with activities."""
_PAPERS: Final = frozenset(
    "surat laporan dokumen berkas naskah daftar kartu buku formulir nota sertifikat izin".split()  # noqa: SIM905
)
_GENERAL: Final = _PAPERS | frozenset("data kegiatan dinas kantor bagian konsep kerja".split())  # noqa: SIM905
"""What any title may have and any step leave out."""
_OFTEN: Final = 3  # times
_LEAST_STEPS: Final = 4
_FORMS: Final = ("ber", "ter", "di", "me")
"""How words begin that say what was done to a paper, not which it is: "surat terkirim"."""


def is_handled(first: str, second: str, sop: Sop) -> bool:
    """Whether a step handles as a thing what a title opens with: "Menandatangani faktur pajak"."""
    opening = f"{first} {second}"
    texts = (whole_text(kegiatan.uraian).casefold() for kegiatan in sop.kegiatan)
    return any(opening in text and re.search(_HANDLED + re.escape(opening), text) is not None for text in texts)


def other_paper(title: str, sop: Sop) -> str:
    """The paper that the steps speak of again and again, if it has the noun of the title's and the title's own words
    stand nowhere: "surat tugas" below "Pembuatan Surat Izin Cuti"; "" where nobody can tell. `title` without "SOP".
    """
    said = words(title)[1:]
    own = content_words(" ".join(said)) - _GENERAL
    if len(sop.kegiatan) < _LEAST_STEPS or not own or _PAPERS.isdisjoint(said):
        return ""
    steps = [" ".join(_cells(kegiatan)) for kegiatan in sop.kegiatan]
    boxes = (sop.kualifikasi_pelaksana, sop.peralatan, sop.peringatan, sop.pencatatan)
    below = "\n".join((*steps, *map(whole_text, boxes))).casefold()
    if any((core_of(word) or word) in below for word in own):
        return ""
    spoken = [pair for step in steps for pair in pairwise(words(step))]
    for noun in (word for word in said if word in _PAPERS):
        behind = Counter(word for first, word in spoken if first == noun and _tells_which(word))
        for word, times in behind.most_common(1):
            if times >= _OFTEN:
                return f"{noun} {word}"
    return ""


def _cells(kegiatan: Kegiatan) -> Iterator[str]:
    yield from map(whole_text, (kegiatan.uraian, kegiatan.kelengkapan, kegiatan.output, kegiatan.keterangan))


def _tells_which(word: str) -> bool:
    plain = word not in _GENERAL and not word.startswith(_FORMS) and core_of(word) != ""
    return plain and word in content_words(word)
