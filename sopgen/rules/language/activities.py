"""What a text of uraian describes: how many activities, which choice, whom it hands something to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from sopgen.intake.sop import Isi
from sopgen.rules.language.verbs import is_active_verb
from sopgen.rules.language.words import CONDITIONS, pieces, tokens, whole_text, without_clitic, without_enumerator

_HANDING_OVER: Final = (
    *("menyerah", "menyampai", "mengirim", "menerus", "mengaju", "mengembali", "melapor", "mendistribusi"),
    *("mendisposisi", "mengantar", "memberi", "menyalur", "membagi", "melanjut", "menginformasi", "mengedar"),
    *("menaik", "mengumum", "menugas", "memerintah", "meminta"),
)
"""How verbs of handing over begin: they close an activity and are none of their own (slide 51, steps 3 to 6)."""

_CLOSING: Final = ("memaraf", "membubuh", "menandatangan")
_RECEIVING: Final = ("menerima",)
_MAKING: Final = ("membuat", "menyusun", "mengonsep", "menerbit", "mencetak", "merancang")
_PLACES: Final = frozenset({"di", "ke", "pada", "kepada"})
_JOINING: Final = frozenset("dan serta lalu kemudian selanjutnya sekaligus".split())  # noqa: SIM905
_NEW_CLAUSE: Final = frozenset({"lalu", "kemudian", "selanjutnya", ".", ";"})
_CLAUSE: Final = frozenset(
    "yang agar supaya sebelum setelah sesudah sambil saat ketika cara bahwa".split()  # noqa: SIM905
)
"""What opens a clause of its own: no verb in it is an act of the executor."""

_PHRASE: Final = frozenset(
    "untuk guna dengan dalam tanpa secara oleh dari karena sebagai hingga sampai".split()  # noqa: SIM905
)
"""What opens a phrase, which ends at the next joining word; with a verb right behind it, it opens a clause as well."""
_ADDRESSING: Final = (
    *("menugas", "memerintah", "meminta", "menginstruksi", "mengundang", "mengarah", "membantu", "mengajak"),
)
"""How verbs begin whose object does what follows: "Menugaskan Analis menyusun …"."""

_ROUTING: Final = (
    r"mengembalikan\w*|dikembalikan|menolak\w*|ditolak|memperbaiki\w*|diperbaiki|melanjutkan|dilanjutkan|meneruskan\w*|"
    r"diteruskan|kembali ke|ke (?:langkah|kegiatan|nomor|tahap)"
)
"""What sends the flow elsewhere."""

_IN_PASSING: Final = (
    r"\b(?:jika|apabila|bila|kalau) (?:ada|perlu|diperlukan|dibutuhkan|memungkinkan|dipandang perlu)(?=\s*(?:[.,;)]|$))"
)
_UNSAID: Final = (
    r"\b(?:jika|apabila|bila|kalau) (?:memang )?(?:ada|terdapat|perlu|diperlukan|dibutuhkan|diminta|memungkinkan|"
    r"dimungkinkan|berhalangan)\b"
)
"""Conditions whose other case goes without saying."""

_EITHER_OR: Final = r"\b\w+(?:kan|i)? atau (?:tidak|belum|menolak|ditolak)\b|\bya\s*/\s*tidak\b|\bsetuju\s*/\s*tidak\b"


_MANNERS: Final = frozenset("ulang kembali langsung segera bersama lagi dahulu".split())  # noqa: SIM905
"""What may follow a verb and is no object of it: "Mengkaji ulang dan menyempurnakan …"."""


class _Act(NamedTuple):
    """A verb and its place among the words."""

    place: int
    verb: str


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=4096)
def _stated(text: str) -> str:
    """In lower case, on one line; "dalam hal", where it opens a clause, as the condition that it is."""
    plain = " ".join(text.casefold().split())
    if "dalam hal " not in plain:
        return plain
    return _compiled(r"(^|[.,;:] )dalam hal (?!ini\b|itu\b)").sub(r"\1jika ", plain)


@lru_cache(maxsize=4096)
def conditions(text: str) -> int:
    """How many conditions a text names: "Jika setuju …; jika tidak …" → 2. "jika ada" in passing is none."""
    plain = _without_passing(_stated(text))
    stated = sum(token in CONDITIONS for token in tokens(plain)) if _names_condition(plain) else 0
    # The other outcome may follow without a second "jika".
    told = stated + (stated > 0) * len(_compiled(r"\b(?:sebaliknya|selain itu|selebihnya)\b").findall(plain))
    return max(told, _labelled_outcomes(plain))


def _names_condition(plain: str) -> bool:
    """Whether any word of `CONDITIONS` may be in a text."""
    return "jika" in plain or "bila" in plain or "kalau" in plain


def _without_passing(plain: str) -> str:
    """Without conditions that only go along: "bila perlu"."""
    return _compiled(_IN_PASSING).sub(" ", plain) if _names_condition(plain) else plain


def _labelled_outcomes(plain: str) -> int:
    """How many outcomes stand as labels, one of them denied: "ya, diarsipkan; tidak, dikembalikan" → 2."""
    if "tidak" not in plain and "belum" not in plain:
        return 0
    labels = _compiled(r"(?:^|[:;.(])\s*((?:(?:tidak|belum)\b\s*)?\w*)\s*[,:=](?=\s)").findall(plain)
    denied = sum(label.startswith(("tidak", "belum")) for label in labels)
    return denied * 2 if 0 < denied < len(labels) else 0


def one_sided_condition(text: str) -> str:
    """The condition of a text that names one case and not the other: "jika persyaratan lengkap"; else nothing.

    What goes without saying is none: "bila perlu", "jika ada perubahan".
    """
    plain = _stated(text)
    if not _names_condition(plain):
        return ""
    plain = _compiled(_UNSAID).sub(" ", _without_passing(plain))
    if conditions(plain) != 1 or describes_choice(plain):
        return ""
    found = _compiled(r"\b(?:jika|jikalau|apabila|bila|bilamana|kalau)\b[^.,;:()]*").search(plain)
    return found[0].strip() if found else ""


@lru_cache(maxsize=4096)
def describes_choice(text: str) -> bool:
    """Whether a text describes outcomes that part: two conditions, one that sends the flow elsewhere, or either-or."""
    plain = _without_passing(_stated(text))
    either_or = " atau " in plain or "/" in plain
    if conditions(text) >= 2 or (either_or and _compiled(_EITHER_OR).search(plain)):
        return True
    if not _names_condition(plain):
        return False
    condition = _compiled(r"\b(?:jika|jikalau|apabila|bila|bilamana|kalau)\b(.*)").search(plain)
    return condition is not None and _compiled(rf"\b(?:{_ROUTING})\b").search(condition[1]) is not None


def listed_activities(content: Isi) -> list[str]:
    """The first words of list items that are activities of their own: "1) Mengesahkan …, 2) Mempelajari …"."""
    parts = pieces(content)
    starts = [tokens(part)[0] for part in parts if tokens(part)]
    own = [start for start in starts if is_active_verb(start)]
    return own if len(own) > 1 else []


def activities(content: Isi) -> list[str]:
    """The verbs that each name an activity of its own, the first one included.

    Handing over, signing and receiving belong to the activity beside them, unless something is signed that it does
    not speak of, or made of what was received; two verbs that share one object
    ("Mengumpulkan dan mengolah data", "Mengunduh data dan mencetaknya") are one activity, three are not.
    """
    listed = listed_activities(content)
    if listed:
        return listed
    text = without_enumerator(whole_text(content))
    groups: list[list[_Act]] = []
    handed: list[list[_Act]] = []
    acts: list[str] = []
    nested, before = False, "."
    spoken = tokens(_compiled(r"\s*/\s*").sub(" / ", text))
    for place, word in enumerate(spoken):
        if word in CONDITIONS:
            break  # outcomes are no activities of their own
        verb = is_active_verb(word) and (place == 0 or before in _JOINING or before in {".", ",", ";", "/", "atau"})
        if word in _NEW_CLAUSE:
            nested = False
        elif word in _CLAUSE or (place > 0 and is_active_verb(word) and not verb):
            nested = True
        elif word in _PHRASE:
            nested = nested or is_active_verb(spoken[place + 1] if place + 1 < len(spoken) else "")
        if verb and not nested:
            acts.append(word)
            own = word.startswith((*_CLOSING, *_HANDING_OVER)) and _has_own_object(spoken, place)
            into = handed if own and word.startswith(_HANDING_OVER) else groups
            _add(into, _Act(place, without_clitic(word)), shares=_shares_object(spoken, place), own=own)
        if word.startswith(_ADDRESSING):
            nested = True
        before = word
    found = [act for group in groups for act in (group if len(group) > 2 else group[:1])]
    if len(found) > 1:  # beside several, what hands over something else is one more
        found = sorted([*found, *(act for group in handed for act in group)])
    told = [act.verb for act in found]
    return [acts[0], *told] if told and acts[0].startswith(_RECEIVING) and _begins_anew(spoken, acts) else told


def _add(groups: list[list[_Act]], act: _Act, *, shares: bool, own: bool) -> None:
    if act.verb.startswith((*_CLOSING, *_RECEIVING)) and not (own and groups):
        return
    if act.verb.startswith(_HANDING_OVER) and not own:
        return
    if shares and groups:
        groups[-1].append(act)
    else:
        groups.append([act])


def _parts(word: str) -> bool:
    """Whether a word or mark ends what a verb speaks of."""
    return word in _JOINING or word in _CLAUSE or word in _PHRASE or not word[0].isalnum()


def _object(spoken: Sequence[str], place: int) -> Sequence[str]:
    """What stands behind a verb, up to what no longer belongs to it; nothing where it is a place or who receives."""
    end = next((i for i in range(place + 1, len(spoken)) if _parts(spoken[i]) or spoken[i] in _PLACES), len(spoken))
    return spoken[place + 1 : end]


def _has_own_object(spoken: Sequence[str], place: int) -> bool:
    """Whether a verb has an object, and one that was not spoken of before: no -nya, no word of it said already."""
    words = _object(spoken, place)
    if not words or any(without_clitic(word) != word for word in (spoken[place], *words)):
        return False
    return not set(words) & set(spoken[:place])


def _begins_anew(spoken: Sequence[str], acts: Sequence[str]) -> bool:
    """Whether what follows a receipt makes something that was not received: "… dan membuat tanda terima"."""
    made = [word for word in acts[1:] if word.startswith(_MAKING)]
    return any(_has_own_object(spoken, spoken.index(word)) for word in made)


def _shares_object(spoken: Sequence[str], place: int) -> bool:
    """Whether only joining words stand between this verb and the one before it, or its object is that one's: -nya."""
    following = spoken[place : next((i for i in range(place + 1, len(spoken)) if _parts(spoken[i])), len(spoken))]
    if any(without_clitic(word) != word for word in following):
        return True
    back = place - 1
    while back >= 0 and (spoken[back] in _JOINING or spoken[back] in {",", "/", "atau"} or spoken[back] in _MANNERS):
        back -= 1
    return back >= 0 and is_active_verb(spoken[back])


def passes_on(content: Isi) -> bool:
    """Whether an activity only hands over or receives: "Menyerahkan berkas kepada Arsiparis"."""
    spoken = tokens(without_enumerator(whole_text(content)))
    return bool(spoken) and spoken[0].startswith((*_HANDING_OVER, *_RECEIVING))
