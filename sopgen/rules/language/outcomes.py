"""What a decision's text says of each of its outcomes, and which branch each of them is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from sopgen.rules.language.verbs import is_active_verb, is_passive
from sopgen.rules.language.words import words

_CONDITION: Final = r"\b(?:jika|jikalau|apabila|bila|bilamana|kalau|dalam hal(?! ini\b| itu\b))\b"
_OTHERWISE: Final = r"\b(?:sebaliknya|selain itu|selebihnya)\b"
_END: Final = r"[,:;.()]|\bmaka\b"
_DENYING: Final = frozenset({"tidak", "belum", "bukan", "tanpa", "tak"})
_WANTING: Final = re.compile(
    r"\w*(?:salah|tolak|keliru|kurang|cacat|rusak|gagal|perbaik|revisi|koreksi|sangkal|keberat|masalah|sengketa|kendala|"
    r"langgar|gugat|banding|ragu)\w*"
)
"""What is not as it should be, with any affix: "ditolak", "kekurangan", "perbaikan"."""
_ASSENTING: Final = re.compile(
    r"\w*(?:setuju|lengkap|sesuai|layak|benar|penuh|lulus|terima|valid|cocok|cukup)\w*|sah|ya"
)
"""What only the answer "Ya" can mean beside a word of the above."""
_IN_PASSING: Final = frozenset({"perlu", "diperlukan", "dibutuhkan", "memungkinkan"})
_GOING_ALONG: Final = frozenset({"ada", "berkas", "dokumen", "konsep", "surat", "hasil", "permohonan", "data", "sudah"})
"""Words that conditions have and labels leave out."""
_BACK: Final = re.compile(r"\b(?:mengembalikan|dikembalikan|kembali ke)(?:nya)?\b", re.IGNORECASE)
_STEP: Final = re.compile(
    r"\b(?:ke|pada) (?:langkah|kegiatan|nomor|tahap|butir)(?: nomor| ke-?)? ?(\d{1,3})\b", re.IGNORECASE
)
_TOWARDS: Final = re.compile(r"\b(?:ke|kepada|untuk)\b", re.IGNORECASE)
"""What no condition has: what stands before the mark is more than one."""
_YES, _NO = "ya", "tidak"


class Outcome(NamedTuple):
    """A condition, without the word that opens it, and everything that is said of it up to the next."""

    condition: str
    said: str


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def outcomes(text: str, labels: Sequence[str] = ()) -> list[Outcome]:
    """What a text says of each outcome: "Memeriksa konsep. Jika setuju, …; jika tidak, …" → of "setuju", of "tidak".

    Nothing where the conditions stand behind what they are conditions of ("Menyerahkannya kepada Kabag jika setuju").
    Where there are none, the `labels` may stand for them: "Ya: …; Tidak: …", "berkas yang diterima …, yang ditolak …".
    """
    plain = " ".join(text.split())
    starts = [*_compiled(f"{_CONDITION}|{_OTHERWISE}").finditer(plain)]
    if not starts:
        return _labelled(plain, labels)
    ends = [*(found.start() for found in starts[1:]), len(plain)]
    found = [_outcome(start[0], plain[start.end() : end]) for start, end in zip(starts, ends, strict=True)]
    told = [outcome for outcome in found if outcome.condition not in _IN_PASSING]
    return told if all(words(outcome.said) for outcome in told) else []


def _labelled(plain: str, labels: Sequence[str]) -> list[Outcome]:
    """What stands behind each label, where every label of several stands there once."""
    marked = (rf"(?<![^\s.;,(]){re.escape(label)}\s*[:=]|\byang {re.escape(label)}\b" for label in labels)
    found = [[*_compiled(pattern).finditer(plain)] for pattern in marked]
    if len(found) < 2 or any(len(each) != 1 for each in found):
        return []
    starts = sorted(((each.start(), each.end(), label) for (each,), label in zip(found, labels, strict=True)))
    ends = [*(start for start, _, _ in starts[1:]), len(plain)]
    return [
        Outcome(label.casefold(), plain[behind:end].strip())
        for (_, behind, label), end in zip(starts, ends, strict=True)
    ]


def _outcome(opens: str, behind: str) -> Outcome:
    if _compiled(_OTHERWISE).fullmatch(opens):
        return Outcome(_NO, behind.strip())
    mark = _compiled(_END).search(behind)
    if mark is not None and not _TOWARDS.search(behind, 0, mark.start()):
        return Outcome(behind[: mark.start()].strip().casefold(), behind[mark.end() :].strip())
    spoken = behind.split()
    least = next((place for place, word in enumerate(spoken) if word.casefold() not in _DENYING), len(spoken)) + 1
    verbs = (place for place in range(least, len(spoken)) if is_active_verb(spoken[place]) or is_passive(spoken[place]))
    end = next(verbs, least - 1 if least > 1 else len(spoken))  # "jika tidak dikembalikan": no other verb follows
    return Outcome(" ".join(spoken[:end]).casefold(), " ".join(spoken[end:]))


def by_branch(told: Sequence[Outcome], labels: Sequence[str]) -> list[Outcome | None]:
    """The outcome of each branch; all None where it is not plain which is which."""
    unknown: list[Outcome | None] = [None] * len(labels)
    if len(told) != len(labels) or len(told) < 2:
        return unknown
    named = [[outcome for outcome in told if _says(outcome.condition, label)] for label in labels]
    if all(len(each) == 1 for each in named) and len({each[0] for each in named}) == len(labels):
        return [each[0] for each in named]
    return _by_denial(told, labels) if len(labels) == 2 else unknown


def _says(condition: str, label: str) -> bool:
    """Whether a condition has a label's words, and denies what the label denies: "berkas lengkap" of "Lengkap"."""
    said, wanted = set(words(condition)), set(words(label))
    if len(label) > 1 and label.casefold() == "".join(word[0] for word in words(condition)):
        return True  # TMS, of "tidak memenuhi syarat"
    return wanted - _DENYING <= said and bool(wanted & _DENYING) == bool(said & _DENYING) and bool(wanted - _DENYING)


def _by_denial(told: Sequence[Outcome], labels: Sequence[str]) -> list[Outcome | None]:
    """One of two labels denies, and one of two conditions."""
    # "Ya" is an answer to a question that may be of either kind: "Jika ada kesalahan, …".
    answers = {" ".join(words(label)) for label in labels} == {_YES, _NO}
    conditions = [outcome.condition for outcome in told]
    if answers and any(map(_WANTING.search, conditions)) and not any(map(_is_plainly_good, conditions)):
        return [None, None]
    good, fine = _are_good(labels), _are_good(conditions)
    if good[0] == good[1] or fine[0] == fine[1] or not (answers or _are_alike(conditions, labels)):
        return [None, None]
    return [told[fine.index(each)] for each in good]


def _are_good(pair: Sequence[str]) -> list[bool]:
    """Of each of two; one that only denies ("tidak", "tidak ada") is what the other is not."""
    bare = [bool(_DENYING & set(words(text))) and not _matter(text) for text in pair]
    good = [_is_good(text) for text in pair]
    return [not good[1 - at] if bare[at] and not bare[1 - at] else good[at] for at in (0, 1)]


def _is_good(text: str) -> bool:
    """Whether a condition or label says that all is as it should be: "setuju", "tidak ada kesalahan"."""
    said = words(text)
    denied = any(word in _DENYING for word in said)
    return denied == any(_WANTING.fullmatch(word) for word in said)


def _is_plainly_good(condition: str) -> bool:
    """Whether "Ya" can only be this one: "disetujui" beside "ditolak", unlike "tidak ada kesalahan" or "baik"."""
    said = words(condition)
    return _DENYING.isdisjoint(said) and any(map(_ASSENTING.fullmatch, said)) and _is_good(condition)


def _are_alike(conditions: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether conditions and labels speak of one thing, or either of them of none: "jika ya", "Ya"."""
    said, written = ([_matter(text) for text in texts] for texts in (conditions, labels))
    if not any(said) or not any(written):
        return True
    return any(
        one in other or other in one for one in frozenset().union(*said) for other in frozenset().union(*written)
    )


def _matter(text: str) -> frozenset[str]:
    return frozenset(words(text)) - _DENYING - _GOING_ALONG - {_YES}


def gives_back(said: str) -> bool:
    """Whether what is said of an outcome sends something back to whom it came from."""
    return _BACK.search(said) is not None


def steps_named(said: str) -> list[int]:
    """The steps that are named as the next: "kembali ke langkah 2" → 2."""
    return [int(number) for number in _STEP.findall(said)]
