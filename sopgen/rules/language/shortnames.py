"""Short names of offices: those that everybody writes, and any other that is clipped of a column's words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

SHORT: Final = {
    "asdep": "asisten deputi",
    "danramil": "komandan rayon militer",
    "dirjen": "direktur jenderal",
    "irjen": "inspektur jenderal",
    "kabag": "kepala bagian",
    "kaban": "kepala badan",
    "kabid": "kepala bidang",
    "kades": "kepala desa",
    "kadin": "kepala dinas",
    "kadis": "kepala dinas",
    "kadus": "kepala dusun",
    "kajur": "ketua jurusan",
    "kakan": "kepala kantor",
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
    "sekcam": "sekretaris kecamatan",
    "sekda": "sekretaris daerah",
    "sekdes": "sekretaris desa",
    "sekdis": "sekretaris dinas",
    "sekjen": "sekretaris jenderal",
    "sesditjen": "sekretaris direktorat jenderal",
    "sesjen": "sekretaris jenderal",
    "sestama": "sekretaris utama",
    "wabup": "wakil bupati",
    "wagub": "wakil gubernur",
    "wakasek": "wakil kepala sekolah",
    "walikota": "wali kota",
}
"""What they stand for where no column says so."""

_LEAST: Final = 4  # letters of a short name
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
    """How many letters of the rest may be this word's: those that it begins or ends with; of the first, not all."""
    for size in range(min(len(rest), len(word) - (used == 0)), 1, -1):
        if word.startswith(rest[:size]) or word.endswith(rest[:size]) or (used == 0 and rest[:size] == _HEAD):
            yield size
