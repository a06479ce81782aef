"""Loans by how they are made: "inkubasi" is English "incubation", "akrual" is "accrual".

There are more loans than any Indonesian dictionary has, and they are spelt by rule (the spelling guide EYD V, on
loan-words): sound by sound, with endings of their own. So each letter says which letters it may stand for.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from sopgen.rules.language.spelling.english import english_text

_ENDINGS: Final = (
    ("isasi", "i[sz]ation"),
    *(("asi", "ations?"), ("isi", "itions?"), ("usi", "utions?"), ("ksi", "(?:ct|x)ions?"), ("psi", "ptions?")),
    *(("ansi", "anc[ey]"), ("ensi", "enc[ey]"), ("nsi", "nsions?"), ("si", "(?:s[iy][os]n?|ss?ions?|sis|sy)")),
    *(("itas", "ity"), ("isme", "ism"), ("logi", "logy"), ("grafi", "graphy"), ("is", "(?:ist?|ic|ical)")),
    *(("ik", "i(?:cs?|que|cal)"), ("ika", "ic[as]?"), ("if", "iver?"), ("or", "(?:or|er)"), ("ur", "u(?:re?|er)")),
    *(("al", "al"), ("en", "ents?"), ("an", "ants?"), ("em", "eme?"), ("at", "ate?"), ("it", "ite?"), ("in", "ine?")),
    *(("id", "ide?"), ("us", "o?us"), ("um", "um"), ("i", "(?:y|ia)")),
)
"""How a loan ends, and how the English word does."""
_LETTERS: Final = {
    "k": "(?:k|cc?|ck|ch|q)",
    "f": "(?:ff?|ph)",
    "t": "(?:tt?|th)",
    "s": "(?:ss?|s?c)",
    "z": "[zs]",
    "i": "[iy]",
    "e": "(?:e|ae|oe|ea)",
    "u": "(?:u|ou)",
    "j": "[jg]",
    "y": "[yi]",
}
_MAY_DOUBLE: Final = "lrmnpbdg"
_VERBS: Final = ("meng", "meny", "men", "mem", "me", "di")
_LEAST: Final = 6  # letters: shorter ones have English words near them by chance
_KS: Final = "(?:x|cc|ks|cs|ct)"


@lru_cache(maxsize=4096)
def is_cognate(word: str) -> bool:
    """Whether a word in lower case is an English one, spelt as loans are, or a verb made of it: "mengimputasi"."""
    bare = [word[len(each) :] for each in _VERBS if word.startswith(each)]
    roots = [word, *bare, *(root.removesuffix("kan") for root in bare)]  # "menginstruksikan"
    return any(_is_loan(root) for root in roots if len(root) >= _LEAST)


def _is_loan(root: str) -> bool:
    ways = _ways(root)
    listed = re.compile(rf"^(?:{'|'.join(ways)})(?:/|\r?$)", re.MULTILINE)
    first = _KS if root.startswith("ks") else _LETTERS.get(root[0], root[0])
    return bool(ways) and any(listed.search(_beginning(letter)) for letter in dict.fromkeys(re.findall("[a-z]", first)))


@cache
def _beginning(letter: str) -> str:
    """The English word list from the first to the last line that begins so: it is sorted, so a tenth of it or less."""
    text = f"\n{english_text()}\n"
    first, last = text.find(f"\n{letter}"), text.rfind(f"\n{letter}")
    return text[first + 1 : text.index("\n", last + 1)] if first >= 0 else ""


def _ways(root: str) -> list[str]:
    """What the English word may look like, by each ending that the loan has."""
    return [
        _spelt(root[: len(root) - len(ending)]) + english
        for ending, english in _ENDINGS
        if root.endswith(ending) and len(root) > len(ending) + 1
    ]


def _spelt(stem: str) -> str:
    parts = re.findall(r"ks|.", stem)
    return "".join(
        _KS if part == "ks" else _LETTERS.get(part, f"{part}{part}?" if part in _MAY_DOUBLE else part) for part in parts
    )
