"""Short names of offices: those that everybody writes, and any other that is clipped of a column's words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

SHORT: Final = {
    "asdep": "asisten deputi",
    "danramil": "komandan rayon militer",
    "dirjen": "direktur jenderal",
    "dpr": "dewan perwakilan rakyat",
    "dprd": "dewan perwakilan rakyat daerah",
    "irjen": "inspektur jenderal",
    "kabag": "kepala bagian",
    "kaban": "kepala badan",
    "kabid": "kepala bidang",
    "kades": "kepala desa",
    "kadin": "kepala dinas",
    "kadis": "kepala dinas",
    "kadus": "kepala dusun",
    "kajari": "kepala kejaksaan negeri",
    "kajati": "kepala kejaksaan tinggi",
    "kajur": "ketua jurusan",
    "kakan": "kepala kantor",
    "kakanwil": "kepala kantor wilayah",
    "kanit": "kepala unit",
    "kapolda": "kepala kepolisian daerah",
    "kapolres": "kepala kepolisian resor",
    "kapolri": "kepala kepolisian",
    "kapolsek": "kepala kepolisian sektor",
    "kaprodi": "ketua program studi",
    "kapus": "kepala pusat",
    "karo": "kepala biro",
    "kasat": "kepala satuan",
    "kasatker": "kepala satker",
    "kasi": "kepala seksi",
    "kasie": "kepala seksi",
    "kasubag": "kepala subbagian",
    "kasubbag": "kepala subbagian",
    "kasubbid": "kepala subbidang",
    "kasubdit": "kepala subdirektorat",
    "kasubid": "kepala subbidang",
    "kasubsi": "kepala subseksi",
    "katim": "ketua tim",
    "kaur": "kepala urusan",
    "kepsek": "kepala sekolah",
    "korwil": "koordinator wilayah",
    "panmud": "panitera muda",
    "sekban": "sekretaris badan",
    "sekcam": "sekretaris kecamatan",
    "sekda": "sekretaris daerah",
    "sekdes": "sekretaris desa",
    "sekdis": "sekretaris dinas",
    "sekjen": "sekretaris jenderal",
    "sesditjen": "sekretaris direktorat jenderal",
    "sesjen": "sekretaris jenderal",
    "sestama": "sekretaris utama",
    "wabup": "wakil bupati",
    "wadir": "wakil direktur",
    "wagub": "wakil gubernur",
    "wakasek": "wakil kepala sekolah",
    "warek": "wakil rektor",
    "walikota": "wali kota",
}
"""What they stand for where no column says so."""

_LEAST: Final = 4  # letters of a short name
_HEAD_LETTERS: Final = 3
"""Letters of one word alone that stand for it: "pem" for pemerintahan."""
_HEAD: Final = "ka"
"""What is left of "kepala" and "ketua" in most short names."""


@lru_cache(maxsize=8192)
def is_clipped(short: str, name: tuple[str, ...]) -> bool:
    """Whether a word is made of pieces of a name's first words, two or more: "kaprodi" of ketua, program, studi."""
    return len(short) >= _LEAST and len(name) > 1 and short[0] == name[0][0] and _fits(short, name, 0)


def _fits(rest: str, name: tuple[str, ...], used: int) -> bool:
    if not rest:
        return used > 1
    return used < len(name) and any(_fits(rest[size:], name, used + 1) for size in _pieces(rest, name[used], used))


def _pieces(rest: str, word: str, used: int) -> Iterator[int]:
    """How many letters of the rest may be this word's: those that it, or its root behind pe-, begins or ends with; of
    the first, not all.
    """
    for size in range(min(len(rest), len(word) - (used == 0)), 1, -1):
        begins = word.startswith(rest[:size]) or (size > 2 and word.startswith(f"pe{rest[:size]}"))
        if begins or word.endswith(rest[:size]) or (used == 0 and rest[:size] == _HEAD):
            yield size


@lru_cache(maxsize=8192)
def is_short_for(short: str, several: tuple[str, ...]) -> int:
    """How many of the first of several words one word stands for: "pidum" for pidana, umum, "sdm" for their initials,
    "intel" for intelijen; 0 for none.
    """
    if len(short) > _HEAD_LETTERS - 1 and several[0] != short and several[0].startswith(short):
        return 1
    for many in range(len(several), 1, -1):
        part = several[:many]
        if short == "".join(word[0] for word in part) or (is_clipped(short, part) and _uses_all(short, part)):
            return many
    return 0


def _uses_all(short: str, part: tuple[str, ...]) -> bool:
    return not is_clipped(short, part[:-1])
