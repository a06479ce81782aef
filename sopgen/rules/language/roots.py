"""What is left of a word without its affixes: enough to see that two texts speak of one thing."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_ENDINGS: Final = ("kannya", "annya", "nya", "kan", "an", "i")
_PREFIXES: Final = (
    *("meng", "meny", "men", "mem", "me", "peng", "peny", "pen", "pem", "per", "pe", "ter", "ber", "ke", "di", "se"),
)
_LEAST: Final = 4  # letters


@lru_cache(maxsize=8192)
def core_of(word: str) -> str:
    """The root of a word in lower case without its first letter, which me- and pe- may take: "pemeriksaan" → "eriksa",
    which stands in "diperiksa" and "memeriksa"; "" where too little is left to tell.
    """
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) > _LEAST), "")
    bare = word[: len(word) - len(ending)]
    prefix = next((each for each in _PREFIXES if bare.startswith(each) and len(bare) - len(each) >= _LEAST), "")
    rest = bare[len(prefix) :] if prefix else bare
    core = rest if prefix and rest[:1] in "aiueo" else rest[1:]
    return core if len(core) >= _LEAST - 1 else ""
