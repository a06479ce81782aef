"""Words that a slip of the pen may have made: what they were before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from sopgen.rules.language.spelling.cognates import is_cognate
from sopgen.rules.language.spelling.dictionary import Dictionary, find_word_list
from sopgen.rules.language.spelling.english import is_english
from sopgen.rules.language.spelling.nonstandard import standard

_SHORTEST: Final = 5
"""Letters. Of shorter words nearly every slip is a word too."""
_LONG: Final = 7
"""Letters. In a shorter word another letter, far away on the keyboard, makes another word: "balita", "barita"; so does
another first letter in any word: "saturasi", "maturasi"."""
_LONGEST: Final = 60
"""Letters. No dictionary has a word so long, and the slips that a word may have had grow with its square."""
_KEYS: Final = {
    letter: (row, at)
    for row, keys in enumerate(("qwertyuiop", "asdfghjkl", "zxcvbnm"))
    for at, letter in enumerate(keys)
}
_LOANS: Final = ("asi", "isi", "usi", "nsi", "itas", "isme", "logi")
"""How loans end, of which there are more than any dictionary has: "intubasi", "inkubasi"."""
_PREFIXES: Final = ("me", "pe", "di", "ke", "ter", "ber")
_FOREIGN: Final = re.compile(r"[aiueo]sh[aiueo]|ck|[xq]")
"""What no word of the language is spelt with: "washi"."""
_MORE: Final = ("ika", "ase", "rik", "tik")
"""How loans end that the dictionary has without their last letter: "narkotika", "triase", "pediatrik"."""
_HARDENED: Final = ({"b", "p"}, {"d", "t"}, {"g", "k"})
"""What sounds alike at a word's end: "arsib" is "arsip"."""
_NO_ENDING: Final = re.compile(
    r"[a-z]*[bcdfghjklmnpqrstvwxz](?:[bcdfghjlmqrvwxz]|(?<![fnprs])t|(?<![knprs])s)(?<!ng)(?<!kh)(?<!r[nm])"
)
"""A word that ends in two consonants as none does: "hasl", "darh". Of four letters, only such are looked at."""
_LACKS_K: Final = re.compile(r"(me\w{4,}[^k])an")
"""An active verb never ends in -an: "menyampaian" is "menyampaikan", though its parts are words."""
_LETTERS: Final = "aiunetkrsmldgpbhyojcwvfzqx"


class Speller:
    """Judges words, in lower case, by a dictionary."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self.meant = lru_cache(maxsize=16384)(self._meant)
        self.is_strange = lru_cache(maxsize=65536)(self._is_strange)

    def _meant(self, word: str) -> str:
        """What a word was probably meant to be; "" where it is right, or nobody can tell."""
        if len(word) > _LONGEST:
            return ""
        active = _LACKS_K.fullmatch(word)
        if active and self._dictionary.explains(f"{active[1]}kan"):
            return f"{active[1]}kan"
        if nasal := self._dictionary.with_right_nasal(word):
            return nasal
        if not self.is_strange(word):
            return ""
        meant = next((each for each in dict.fromkeys(before_slip(word)) if self._may_be(each, word)), "")
        return "" if meant and not standard(word) and is_cognate(word) else meant

    def _is_strange(self, word: str) -> bool:
        """Whether neither language explains a word of some length."""
        if len(word) < _SHORTEST and not (len(word) == _SHORTEST - 1 and _NO_ENDING.fullmatch(word)):
            return False
        return not self._dictionary.explains(word) and not is_english(word)

    def _may_be(self, word: str, written: str) -> bool:
        if _is_another(word, written):
            return False
        return len(word) > 3 and self._dictionary.lists(word) and not standard(word)


@cache
def speller() -> Speller | None:
    """By the dictionary that is installed; None where there is none."""
    words = find_word_list()
    return Speller(Dictionary(words)) if words else None


def before_slip(word: str) -> Iterator[str]:
    """The likeliest slips first: two letters changed places, one doubled, one left out, one too many, another one."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1 and b[0] != b[1])
    yield from (a + b[1:] for a, b in cuts if b and a[-1:] == b[0])
    yield from (a + letter + b for a, b in cuts for letter in _LETTERS)
    yield from (a + b[1:] for a, b in cuts if b)
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS if letter != b[0])


def _is_another(word: str, written: str) -> bool:
    """Whether one letter makes another word, and no slip: a key far off, a word's first letter, or how loans end."""
    if written.endswith(_LOANS) and word.startswith(_PREFIXES) and not written.startswith(_PREFIXES):
        return True  # "minutasi" is no "menutasi"
    if _FOREIGN.search(written) and not _FOREIGN.search(word):
        return True
    if len(word) == len(written):
        tells = len(word) < _LONG or word[0] != written[0] or word.endswith(_LOANS)
        return tells and _is_far(written, word)
    if len(word) > len(written):
        return word[1:] == written and word[0] != written[0]  # literasi, aliterasi: nobody loses a first letter
    return (written[1:] == word and written[0] != word[0]) or (written[:-1] == word and written.endswith(_MORE))


def _is_far(one: str, other: str) -> bool:
    """Whether two words differ by one letter whose keys are no neighbours, and that is no vowel for a vowel nor
    sounds alike.
    """
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1 or set(differing[0]) <= set("aiueo"):
        return False
    if one[-1] != other[-1] and {*differing[0]} in _HARDENED:
        return False
    (row, at), (other_row, other_at) = (_KEYS.get(letter, (9, 9)) for letter in differing[0])
    return abs(row - other_row) + abs(at - other_at) > 1


def like(written: str, meant: str) -> str:
    """With capitals where the word has them that it stands for."""
    if not written[:1].isupper():
        return meant
    return meant.title() if written.istitle() and "-" in written else meant[:1].upper() + meant[1:]
