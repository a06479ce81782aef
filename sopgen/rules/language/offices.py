"""Executors and offices as a text names them: "Kabag", "Kepala Bagian Umum", "PPK", "Kasubdit" for "Kasubid".

Short names are written out (kabag → kepala bagian) in the columns and in the text alike, then compared word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from sopgen.intake.sop import Pelaksana
from sopgen.rules.language.shortnames import SHORT, is_clipped, is_short_for
from sopgen.rules.language.verbs import is_active_verb, is_passive
from sopgen.rules.language.words import tokens, without_enumerator, words

Name = tuple[str, ...]

_OFFICES: Final = frozenset(
    "kepala wakil sekretaris direktur deputi asisten inspektur ketua koordinator subkoordinator camat lurah bupati "  # noqa: SIM905
    "gubernur menteri presiden wali rektor dekan bendahara operator verifikator analis arsiparis auditor penelaah "
    "pengadministrasi pranata perancang widyaiswara ajudan notulis resepsionis "
    "ppk pptk kpa ppspm ppid ppnp ppns pejabat petugas staf tim panitia pokja anggota atasan pelaksana pemohon".split()
)
"""First words of offices, once short names are written out."""

_JOBS: Final = frozenset(
    "apoteker bidan dokter dosen guru hakim jaksa komandan panitera pembimbing pembina pemeriksa pengawas pengelola "  # noqa: SIM905
    "penghulu penguji penilai penyelia penyidik penyuluh peneliti perawat perencana radiografer jurusita juru mandor "
    "supervisor instruktur fasilitator moderator inspektor administrator kurator konservator edukator".split()
)
"""Jobs that are offices where they are written with a capital: "kepada Pengawas Sekolah"; "kepada guru" is anybody."""

_GENERAL: Final = frozenset(
    "pejabat petugas staf tim panitia anggota atasan pelaksana pemohon ketua".split()  # noqa: SIM905
)
"""Those that in lower case and alone mean anybody: "petugas", "tim"."""

_HEADS: Final = frozenset("kepala ketua sekretaris koordinator tim staf petugas anggota pengelola bagian".split())  # noqa: SIM905
"""First words of a column behind which its unit stands: "Kepala Bagian Umum", "Tim Bagian Umum"."""

_MEMBERS: Final = frozenset(
    "anggota pejabat petugas staf perwakilan wakil seluruh semua para setiap masing-masing ketua koordinator "  # noqa: SIM905
    "sekretaris".split()
)
"""Who belongs to a column that is a body: "anggota Pokja"."""

_COPIES: Final = r"\b(?:dengan |dan )?(?:tembusan|ditembuskan|menembuskan|cc)\b[^.;]*"
_SPOKEN: Final = r"[^\W_]+(?:[-'’/][^\W_]+)*|[.,;:()/]"
"""Words and marks; "PA/KPA" is one name."""

_MISSPELT: Final = 0.85
"""How near to a column's name, of 1, a name must be to be that name misspelt."""

_LEADERS: Final = frozenset({"ketua", "koordinator", "sekretaris"})
"""Members of a body that are offices of their own where it is none: "Sekretaris Badan" beside "Kepala Badan"."""

_OTHER_RANKS: Final = frozenset({"pengganti", "pembantu"})
"""What makes another office of the same first word: "Panitera Pengganti"."""

_ANYBODY: Final = frozenset("pelaksana pegawai petugas staf pejabat tim anggota ketua".split())  # noqa: SIM905
"""Words for executors that name none of them."""

_TOWARDS: Final = frozenset("kepada ke oleh bersama".split())  # noqa: SIM905
_ADDRESSING: Final = (
    "menugas",
    "memerintah",
    "meminta",
    "memohon",
    "menginstruksi",
    "menunjuk",
    "mengundang",
    "mendampingi",
)
_ASKING: Final = ("meminta", "memohon")
_NAME_ENDS: Final = frozenset(
    "untuk guna agar supaya dan atau yang dengan dalam di pada melalui sebagai jika apabila bila setelah sesudah "  # noqa: SIM905
    "sebelum kemudian lalu serta berdasarkan sesuai secara kepada ke oleh bersama selaku paling "
    "selambat-lambatnya maksimal setiap tiap waktu hari tanggal minggu bulan segera langsung maupun".split()
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
    said = " ".join([SHORT.get(word, word) for word in words(text)])
    # "Sub Bagian" and "Subbagian" are one.
    return tuple(said.replace("sub bagian", "subbagian").replace("sub bidang", "subbidang").split())


@lru_cache(maxsize=1024)
def names_of(lane: Pelaksana) -> tuple[Name, ...]:
    """The ways to write one executor: either side of a slash, and the part in brackets."""
    parts = [part for part in re.split(r"[/()]", lane.nama) if part.strip()]
    return tuple(dict.fromkeys(name for part in (lane.nama, *parts) if (name := written_out(part))))


@lru_cache(maxsize=1024)
def _heads(lane: Pelaksana) -> tuple[Name, ...]:
    """The first words of each, which tell it from others: of "Kepala Bagian Umum" the first two."""
    above = {"kepala", "ketua", "sekretaris", "wakil"}
    return tuple(name[:2] if name[0] in above else name[:1] for name in names_of(lane))


@lru_cache(maxsize=1024)
def _initials(lane: Pelaksana) -> str:
    """Of several words, in lower case: "ppk" for "Pejabat Pembuat Komitmen"."""
    letters = "".join(word[0] for word in words(lane.nama))
    return letters if len(letters) > 1 else ""


def is_same_office(named: Name, column: Name) -> bool:
    """Whether a name in a text means a column: the same words, or fewer or more of them behind the same first ones."""
    shorter, longer = sorted((named, column), key=len)
    if shorter[0] == longer[0]:
        return _is_within(shorter, longer) and not (len(shorter) == 1 and longer[1:2] and longer[1] in _OTHER_RANKS)
    if len(shorter) > 1 or len(longer) < 2:
        return False
    return shorter[0] == "".join([word[0] for word in longer]) or is_clipped(shorter[0], longer)


def is_lane(shown: str, lane: Pelaksana) -> bool:
    """Whether a name as a text has it is that of a column."""
    named = written_out(shown)
    return bool(named) and any(is_same_office(named, own) for own in names_of(lane))


def is_named(lane: Pelaksana, text: str) -> bool:
    """Whether a text names an executor: by the first words of its name ("Kabag" for "Kabag Umum"), by its initials, or,
    where the text hands something over, by the unit alone ("Bagian Umum" for "Tim Bagian Umum") or the rank alone.
    """
    said = written_out(text)
    if _initials(lane) in said or any(_holds(said, head) for head in _heads(lane)):
        return True
    return any(means(mention.name, name) for mention in turned_to(text) for name in names_of(lane))


def means(named: Name, column: Name) -> bool:
    """Whether what a text hands over to is a column: the same office, or its unit without the head or the members."""
    if is_same_office(named, column) or is_same_office(column, named):
        return True
    return len(column) > 1 and (column[0] in _HEADS or _is_agent(column[0])) and named == column[1:]


def addressed(text: str, columns: tuple[Pelaksana, ...] = ()) -> Iterator[Mention]:
    """The offices that a text turns to: behind kepada, ke, oleh, bersama, or behind "menugaskan" and its like.

    A name that no office bears but that is one of the `columns`, or nearly one, is one, clipped or misspelt.
    """
    for mention in turned_to(text):
        if _is_office(mention):
            anybody = len(mention.name) == 1 and mention.name[0] in _GENERAL and mention.shown.islower()
            if not anybody:
                yield mention
        elif not mention.shown.islower() and (
            any(is_lane(mention.shown, lane) for lane in columns)
            or likeliest(mention.shown, columns, _MISSPELT) is not None
        ):
            yield mention


def _is_office(mention: Mention) -> bool:
    either = (written_out(part) for part in re.split(r"[/()]", mention.shown))
    known = _OFFICES if mention.shown.islower() else _OFFICES | _JOBS
    return mention.name[0] in known or any(name[0] in known for name in either if name)


@lru_cache(maxsize=4096)
def turned_to(text: str) -> tuple[Mention, ...]:
    """Whatever a text turns to, office or not. Who only gets a copy is no receiver."""
    found: list[Mention] = []
    if not any(word in _TOWARDS or word.startswith(_ADDRESSING) for word in words(text)):
        return ()
    plain = re.sub(_COPIES, "", text, flags=re.IGNORECASE)
    spoken = re.findall(_SPOKEN, plain)
    shouted = plain.isupper()
    for place, word in enumerate(spoken):
        towards = word.casefold()
        if towards not in _TOWARDS and not towards.startswith(_ADDRESSING):
            continue
        shown: list[str] = []
        for following in _asked_of(spoken[place + 1 :]) if towards.startswith(_ASKING) else spoken[place + 1 :]:
            small = following.casefold()
            ends = small in _NAME_ENDS or not small[0].isalnum() or is_active_verb(small) or is_passive(small)
            # A name written with capitals ends where they end: "kepada PPK waktu disesuaikan".
            if ends or (shown and not shouted and shown[0][0].isupper() and following[0].islower()):
                break
            shown.append(following)
        name = written_out(" ".join(shown))
        if name:
            found.append(Mention(name, _as_typed(shown, plain)))
    return tuple(found)


def _asked_of(spoken: Sequence[str]) -> Sequence[str]:
    """From whom it is asked, where what is asked for stands between: "(meminta) pertimbangan Kepala Bagian"."""
    for place, word in enumerate(spoken[:MAX_NAME]):
        if word[0].isupper() and written_out(word)[0] in _OFFICES | _JOBS:
            return spoken[place:]
        if not word.islower() or word in _NAME_ENDS or not word[0].isalnum():
            break
    return spoken


def leading_office(text: str, columns: tuple[Pelaksana, ...]) -> str:
    """The executor that a text opens with, as label ("Kabag: Memeriksa") or subject ("PPK menerima"); else ''."""
    text = without_enumerator(text)
    spoken = tokens(text)
    for place, word in enumerate(spoken[: MAX_NAME + 1]):
        if word in {".", ",", ";"} or (place == 0 and is_active_verb(word)):
            return ""
        if place > 0 and (word == ":" or is_active_verb(word)):
            subjects = list(_subjects([said for said in spoken[:place] if said[0].isalnum()]))
            for said in subjects:
                name = written_out(" ".join(said))
                if name and any(is_same_office(name, own) for lane in columns for own in names_of(lane)):
                    return _as_typed(said, text)
            name = written_out(" ".join(subjects[-1])) if subjects else ()
            return _as_typed(subjects[-1], text) if name and _is_agent(name[0]) else ""
    return ""


def _subjects(said: list[str]) -> Iterator[list[str]]:
    """The words before a verb, without "akan", "harus" behind them, then without those in front too."""
    while said and said[-1] in _MODALS:
        said = said[:-1]
    while said:
        yield said
        if said[0] not in _MODALS:
            return
        said = said[1:]


def named_first(text: str, columns: tuple[Pelaksana, ...]) -> str:
    """The executor or office whose name a text opens with: "Bendahara: …", "Kabag Umum mampu …"; else nothing."""
    text = without_enumerator(text)
    spoken = words(text)[:MAX_NAME]
    for length in range(len(spoken), 0, -1):
        name = written_out(" ".join(spoken[:length]))
        if len(name) == 1 and name[0] in _ANYBODY:
            continue
        if any(name == own for lane in columns for own in names_of(lane)) or (
            length == 1 and any(spoken[0] == _initials(lane) for lane in columns)
        ):
            return _as_typed(spoken[:length], text)
    office = written_out(spoken[0])[:1] if spoken else ()
    return _as_typed(spoken[:1], text) if office and office[0] in (_OFFICES | _JOBS) - _ANYBODY else ""


def behind_label(text: str, columns: tuple[Pelaksana, ...]) -> str:
    """The text without an executor's name that labels it: "Kabag: Memeriksa" → "Memeriksa"."""
    head, colon, rest = text.partition(":")
    name = leading_office(f"{head}:", columns) if colon and rest.strip() else ""
    return rest.strip() if name and words(name) == words(without_enumerator(head)) else text


def _is_agent(word: str) -> bool:
    """An office, or by its form one who does something: pemohon, pengguna, penyedia; not pengadaan."""
    agent = word.startswith("pe") and not word.endswith("an") and sum(letter in "aiueo" for letter in word) > 2
    return agent or word in _OFFICES


def names_office(text: str) -> bool:
    """Whether a text opens with an office or a job: "Pemohon", "Kabag Umum", "Jaksa"."""
    name = written_out(text)
    return bool(name) and (_is_agent(name[0]) or name[0] in _JOBS)


def is_known(mention: Mention, columns: tuple[Pelaksana, ...]) -> bool:
    """Whether an office addressed has a column, be it as a member of it ("anggota Pokja") or as either of two."""
    names = [name for lane in columns for name in names_of(lane)]
    named = mention.name
    while len(named) > 1 and named[0] in _MEMBERS:
        if named[0] in _LEADERS and not any(is_same_office(named[1:], name) for name in names):
            break
        named = named[1:]
    either = [written_out(part) for part in re.split(r"[/()]", mention.shown) if part.strip()]
    ways = [way for way in dict.fromkeys((mention.name, named, *either)) if way]
    return any(
        is_same_office(way, name) or means(way, name) or _stands_in(name, way)
        for name in names
        for way in ways
        if not _is_a_sibling(way, name, names)
    )


def _is_a_sibling(way: Name, name: Name, names: Sequence[Name]) -> bool:
    """Whether a longer name is another office than a column of one word: "Panitera Muda" is not "Panitera" where
    "Panitera Pengganti" has a column of its own.
    """
    if len(name) > 1 or len(way) < 2 or way[0] != name[0]:
        return False
    longer = [other for other in names if len(other) > 1 and other[0] == name[0]]
    return bool(longer) and not any(is_same_office(way, other) for other in longer)


def _stands_in(name: Name, way: Name) -> bool:
    """Whether a column of several words is named whole within: "pejabat K/L/PD lain"."""
    return len(name) > 1 and _holds(way, name)


def _holds(said: Name, name: Name) -> bool:
    """Whether the words of a name stand beside each other in what is said."""
    return name[0] in said and any(said[place : place + len(name)] == name for place in range(len(said)))


def likeliest(shown: str, columns: tuple[Pelaksana, ...], least: float = 0.75) -> Pelaksana | None:
    """The column whose name is nearest in spelling, `least` of 1: "Kasubdit" for "Kasubid"."""
    from difflib import get_close_matches

    by_name = {" ".join(words(lane.nama)): lane for lane in columns}
    near = get_close_matches(" ".join(words(shown)), by_name, n=1, cutoff=least)
    return by_name[near[0]] if near else None


@lru_cache(maxsize=8192)
def _is_within(shorter: Name, longer: Name) -> bool:
    """Whether all words of the one stand in the other, in order, be it short for some of them ("pidum")."""
    place = 0
    for word in shorter:
        while place < len(longer):
            passed = 1 if longer[place] == word else is_short_for(word, longer[place:]) if place else 0
            place += passed or 1
            if passed:
                break
        else:
            return False
    return True


def _as_typed(shown: Sequence[str], text: str) -> str:
    """The words as the text has them."""
    plain = " ".join(shown)
    if plain in text:  # the usual case, without a pattern to compile
        return plain
    found = re.search(r"\W+".join(map(re.escape, shown)), text, re.IGNORECASE)
    return found[0] if found else plain
