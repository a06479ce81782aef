"""Executors and offices as a text names them: "Kabag", "Kepala Bagian Umum", "PPK", "Kasubdit" for "Kasubid".

Short names are written out (kabag → kepala bagian) in the columns and in the text alike, then compared word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from sopgen.intake.sop import Pelaksana
from sopgen.rules.language.verbs import is_active_verb
from sopgen.rules.language.words import tokens, without_enumerator, words

Name = tuple[str, ...]

_SHORT: Final = {
    "kaban": "kepala badan",
    "kabag": "kepala bagian",
    "kabid": "kepala bidang",
    "kadin": "kepala dinas",
    "kadis": "kepala dinas",
    "kakan": "kepala kantor",
    "kanit": "kepala unit",
    "kapus": "kepala pusat",
    "karo": "kepala biro",
    "kasatker": "kepala satker",
    "kasi": "kepala seksi",
    "kasie": "kepala seksi",
    "kasubag": "kepala subbagian",
    "kasubbag": "kepala subbagian",
    "kasubid": "kepala subbidang",
    "kasubbid": "kepala subbidang",
    "kasubdit": "kepala subdirektorat",
    "kasubsi": "kepala subseksi",
    "katim": "ketua tim",
    "kaur": "kepala urusan",
    "asdep": "asisten deputi",
    "dirjen": "direktur jenderal",
    "irjen": "inspektur jenderal",
    "kapolri": "kepala kepolisian",
    "sekda": "sekretaris daerah",
    "sekdis": "sekretaris dinas",
    "sekjen": "sekretaris jenderal",
    "sesjen": "sekretaris jenderal",
    "sesditjen": "sekretaris direktorat jenderal",
    "sestama": "sekretaris utama",
    "walikota": "wali kota",
    "wabup": "wakil bupati",
    "wagub": "wakil gubernur",
}
_OFFICES: Final = frozenset(
    "kepala wakil sekretaris direktur deputi asisten inspektur ketua koordinator subkoordinator camat lurah bupati "  # noqa: SIM905
    "gubernur menteri presiden wali rektor dekan bendahara operator verifikator analis arsiparis auditor penelaah "
    "pengadministrasi pranata perancang widyaiswara ajudan notulis resepsionis "
    "ppk pptk kpa ppspm ppid ppnp ppns pejabat petugas staf tim panitia pokja anggota atasan pelaksana pemohon".split()
)
"""First words of offices, once short names are written out."""

_GENERAL: Final = frozenset(
    "pejabat petugas staf tim panitia anggota atasan pelaksana pemohon ketua".split()  # noqa: SIM905
)
"""Those that in lower case and alone mean anybody: "petugas", "tim"."""

_TOWARDS: Final = frozenset("kepada ke oleh bersama".split())  # noqa: SIM905
_ADDRESSING: Final = ("menugas", "memerintah", "meminta", "menginstruksi", "menunjuk", "mengundang", "mendampingi")
_NAME_ENDS: Final = frozenset(
    "untuk guna agar supaya dan atau yang dengan dalam di pada melalui sebagai jika apabila bila setelah sesudah "  # noqa: SIM905
    "sebelum kemudian lalu serta berdasarkan sesuai secara kepada ke oleh bersama selaku paling".split()
)
_MODALS: Final = frozenset("akan dapat harus wajib segera kemudian lalu selanjutnya langsung".split())  # noqa: SIM905
MAX_NAME: Final = 6
"""Longest name of an executor looked for at the start of a text, in words."""


class Mention(NamedTuple):
    """An office that a text addresses: its words written out, and as they stand in the text."""

    name: Name
    shown: str


@lru_cache(maxsize=8192)
def written_out(text: str) -> Name:
    """The words of a name with short forms written out: "Kasubbag Umum" → kepala, subbagian, umum."""
    out: list[str] = []
    for word in words(text):
        out += _SHORT.get(word, word).split()
    # "Sub Bagian" and "Subbagian" are one.
    return tuple(" ".join(out).replace("sub bagian", "subbagian").replace("sub bidang", "subbidang").split())


@lru_cache(maxsize=1024)
def names_of(lane: Pelaksana) -> tuple[Name, ...]:
    """The ways to write one executor: either side of a slash, the part in brackets, and its initials."""
    parts = [part for part in re.split(r"[/()]", lane.nama) if part.strip()]
    names = [name for part in (lane.nama, *parts) if (name := written_out(part))]
    initials = "".join(word[0] for word in words(lane.nama))
    return tuple(dict.fromkeys([*names, *([(initials,)] if len(initials) > 1 else [])]))


def is_same_office(named: Name, column: Name) -> bool:
    """Whether a name in a text means a column: the same words, or fewer or more of them behind the same first ones."""
    shorter, longer = sorted((named, column), key=len)
    initials = "".join(word[0] for word in longer)
    return (len(longer) > 1 and shorter == (initials,)) or (shorter[0] == longer[0] and _is_within(shorter, longer))


def is_named(lane: Pelaksana, text: str) -> bool:
    """Whether a text names an executor, be it by the first words of its name alone ("Kabag" for "Kabag Umum")."""
    said = written_out(text)
    for name in names_of(lane):
        head = name[:2] if name[0] in {"kepala", "ketua", "sekretaris", "wakil"} else name[:1]
        if any(said[place : place + len(head)] == head for place in range(len(said))):
            return True
    return False


def addressed(text: str) -> Iterator[Mention]:
    """The offices that a text turns to: behind kepada, ke, oleh, bersama, or behind "menugaskan" and its like."""
    spoken = tokens(text)
    for place, word in enumerate(spoken):
        if word not in _TOWARDS and not word.startswith(_ADDRESSING):
            continue
        shown: list[str] = []
        for following in spoken[place + 1 :]:
            if following in _NAME_ENDS or not following[0].isalnum() or following.startswith("me"):
                break
            shown.append(following)
        name = written_out(" ".join(shown))
        if name and name[0] in _OFFICES:
            mention = _as_typed(shown, text)
            if not (len(shown) == 1 and name[0] in _GENERAL and mention.islower()):
                yield Mention(name, mention)


def leading_office(text: str, columns: tuple[Pelaksana, ...]) -> str:
    """The executor that a text opens with, as label ("Kabag: Memeriksa") or subject ("PPK menerima"); else ''."""
    text = without_enumerator(text)
    spoken = tokens(text)
    for place, word in enumerate(spoken[: MAX_NAME + 1]):
        if word in {".", ",", ";"} or (place == 0 and is_active_verb(word)):
            return ""
        if place > 0 and (word == ":" or is_active_verb(word)):
            shown = [said for said in spoken[:place] if said not in _MODALS and said[0].isalnum()]
            name = written_out(" ".join(shown))
            known = any(is_same_office(name, own) for lane in columns for own in names_of(lane)) if name else False
            return _as_typed(shown, text) if known or (name and _is_agent(name[0])) else ""
    return ""


def behind_label(text: str, columns: tuple[Pelaksana, ...]) -> str:
    """The text without an executor's name that labels it: "Kabag: Memeriksa" → "Memeriksa"."""
    head, colon, rest = text.partition(":")
    return rest.strip() if colon and rest.strip() and leading_office(f"{head}:", columns) else text


def _is_agent(word: str) -> bool:
    """An office, or by its form one who does something: pemohon, pengguna, penyedia; not pengadaan."""
    agent = word.startswith("pe") and not word.endswith("an") and sum(letter in "aiueo" for letter in word) > 2
    return agent or word in _OFFICES


def is_known(mention: Mention, columns: tuple[Pelaksana, ...]) -> bool:
    """Whether an office addressed has a column."""
    return any(is_same_office(mention.name, name) for lane in columns for name in names_of(lane))


def likeliest(shown: str, columns: tuple[Pelaksana, ...]) -> Pelaksana | None:
    """The column whose name is nearest in spelling: "Kasubdit" for "Kasubid"."""
    from difflib import get_close_matches

    by_name = {" ".join(words(lane.nama)): lane for lane in columns}
    near = get_close_matches(" ".join(words(shown)), by_name, n=1, cutoff=0.75)
    return by_name[near[0]] if near else None


@lru_cache(maxsize=8192)
def _is_within(shorter: Name, longer: Name) -> bool:
    """Whether all words of the one stand in the other, in order."""
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _as_typed(shown: list[str], text: str) -> str:
    """The words as the text has them."""
    found = re.search(r"\W+".join(map(re.escape, shown)), text, re.IGNORECASE)
    return found[0] if found else " ".join(shown)
