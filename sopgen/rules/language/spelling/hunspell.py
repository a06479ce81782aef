"""A hunspell dictionary → which words it has, those included that its affixes build.

Reads what Indonesian needs of the format (hunspell(5)): flags of two letters, prefixes with what they strip and their
condition, suffixes with flags of their own, so that another may follow, CIRCUMFIX and NEEDAFFIX. All in lower case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

_MOST_BYTES: Final = 8 << 20
_SIEVE: Final = 4  # letters of a stem that are looked at before the whole of it
_LONGEST_WORD: Final = 60  # letters; what is longer is no word


class _Prefix(NamedTuple):
    """Stands in front of a stem that lost `strips` and begins as `condition` says.

    `is_half`: whether it is one half of a circumfix, and stands with the other only.
    """

    flag: str
    strips: str
    condition: re.Pattern[str]
    is_half: bool


class _Suffix(NamedTuple):
    """`flags`: those of what may stand round it, a prefix that it needs included if it `is_half` a circumfix."""

    flag: str
    flags: frozenset[str]
    is_half: bool


class _Ending(NamedTuple):
    """What a word may end with: the suffix next to the stem, and the one behind that; both "" for none."""

    base: str
    inner: str = ""
    outer: str = ""
    has_suffix: bool = False


class Hunspell:
    """`path` is the word list; the affixes stand beside it."""

    def __init__(self, path: Path) -> None:
        self._rules = rules = _Rules(read_lines(path.with_suffix(".aff")))
        lines = read_lines(path)[1:]
        plain = "\n".join([line.rstrip("/") for line in lines if "/" not in line[:-1]])
        self._bare: set[str] = set(map(str.strip, plain.lower().split("\n")))
        marked = [line.partition("/") for line in lines if "/" in line[:-1]]
        names = "\n".join([word for word, _, _ in marked]).lower().split("\n")
        self._marked: dict[str, str] = {}
        for name, (_, _, rest) in zip(map(str.strip, names), marked, strict=True):
            flags = rest.partition("\t")[0].strip()
            self._marked[name] = self._marked[name] + flags if name in self._marked else flags
            if not rules.needs_affix or rules.needs_affix not in flags or rules.needs_affix not in _pairs(flags):
                self._bare.add(name)
        stems = self._marked.keys()  # no other takes affixes
        self._first = frozenset([stem[:_SIEVE] for stem in stems])
        shortened = [stem for stem in stems if len(stem) < _SIEVE + rules.longest_strip]
        cut = [stem[strips:] for stem in shortened for strips in range(1, rules.longest_strip + 1) if stem[strips:]]
        self._last = frozenset([stem[-_SIEVE:] for stem in stems] + [rest[-_SIEVE:] for rest in cut])
        self._short = frozenset([stem for stem in stems if len(stem) < _SIEVE])
        self._may_begin = lru_cache(maxsize=65536)(self._begins_a_stem)
        self._may_end = lru_cache(maxsize=65536)(self._ends_a_stem)
        self.has = lru_cache(maxsize=65536)(self._has)

    def is_stem(self, word: str) -> bool:
        return word in self._bare

    def _has(self, word: str) -> bool:
        if word in self._bare:
            return True
        if len(word) > _LONGEST_WORD:
            return False
        rules = self._rules
        head, tail = word[: rules.longest_prefix + _SIEVE], word[-rules.longest_ending - _SIEVE :]
        if not (self._may_begin(head) and self._may_end(tail)):
            return False
        return any(self._is_built(ending) for ending in self._rules.endings(word))

    def _begins_a_stem(self, head: str) -> bool:
        """Whether any stem could begin in a word that begins so: most slips leave none."""
        return self._is_stem_head(head) or any(map(self._is_stem_head, self._rules.stems(head)))

    def _is_stem_head(self, rest: str) -> bool:
        short = self._short
        return rest[:_SIEVE] in self._first or rest[:1] in short or rest[:2] in short or rest[:3] in short

    def _ends_a_stem(self, tail: str) -> bool:
        """The same of a word's end, with stems that lost what a prefix strips: "mengenai" is of "kena"."""
        last = self._last
        return any(
            base[-4:] in last or base[-3:] in last or base[-2:] in last or base[-1:] in last
            for base in self._rules.bases(tail)
        )

    def _is_built(self, ending: _Ending) -> bool:
        """Whether what stands before the ending is a stem that may have it, with a prefix or without."""
        flags = self._flags(ending.base)
        if flags and ending.has_suffix and any(not each.is_half for each in self._rules.fitting(ending, flags)):
            return True
        found = [stem for stem in self._rules.stems(ending.base) if stem in self._marked]
        return bool(found) and any(
            stem in found and self._may_have(prefix, stem, ending)
            for prefix, stem in self._rules.beginnings(ending.base)
        )

    def _may_have(self, prefix: _Prefix, stem: str, ending: _Ending) -> bool:
        flags = self._flags(stem)
        if not flags or not prefix.condition.match(stem):
            return False
        if not ending.has_suffix:
            return not prefix.is_half and prefix.flag in flags
        return any(_go_together(prefix, suffix, flags) for suffix in self._rules.fitting(ending, flags))

    def _flags(self, stem: str) -> frozenset[str]:
        return _pairs(self._marked[stem]) if stem in self._marked else frozenset()


class _Rules:
    """The affixes, by what they add."""

    def __init__(self, text: list[str]) -> None:
        lines = [line.partition("#")[0].split() for line in text]
        marks = {line[0]: line[1] for line in lines if len(line) == 2}
        self.needs_affix, circumfix = marks.get("NEEDAFFIX", ""), marks.get("CIRCUMFIX", "")
        self._prefixes: defaultdict[str, list[_Prefix]] = defaultdict(list)
        self._suffixes: defaultdict[str, list[_Suffix]] = defaultdict(list)
        for kind, flag, strips, added, *condition in (line for line in lines if len(line) > 3):
            adds, _, more = added.partition("/")
            flags = _pairs(more)
            if kind == "PFX" and condition and not condition[0].isdigit():
                begins = re.compile(_condition(condition[0]))
                self._prefixes[adds].append(_Prefix(flag, strips.strip("0"), begins, circumfix in flags))
            elif kind == "SFX" and not added.isdigit():
                self._suffixes[adds.lower().strip("0")].append(_Suffix(flag, flags, circumfix in flags))
        self.longest_strip = max(
            (len(each.strips) for prefixes in self._prefixes.values() for each in prefixes), default=0
        )
        self._strips = {
            adds: tuple(dict.fromkeys(each.strips for each in prefixes)) for adds, prefixes in self._prefixes.items()
        }
        self.longest_prefix = max(map(len, self._prefixes), default=0)
        self._shortest = min(map(len, self._prefixes), default=0)
        self._begun: dict[str, tuple[int, ...]] = {}  # by the first letters, how long a prefix may be
        for adds in sorted(self._prefixes, key=len):
            lengths = self._begun.get(adds[: self._shortest], ())
            if len(adds) not in lengths:
                self._begun[adds[: self._shortest]] = (*lengths, len(adds))
        self._lengths = tuple(sorted({len(adds) for adds in self._suffixes}))
        self.longest_ending = 2 * max(self._lengths, default=0)

    def endings(self, word: str) -> Iterator[_Ending]:
        """A word with every ending that it may have, none included."""
        yield _Ending(word)
        for rest, outer in self._cut(word):
            yield _Ending(rest, inner=outer, has_suffix=True)
            if outer:
                for base, inner in self._cut(rest):
                    yield _Ending(base, inner, outer, has_suffix=True)

    def bases(self, word: str) -> Iterator[str]:
        """What stands before each ending of `endings`."""
        yield word
        for rest, outer in self._cut(word):
            yield rest
            if outer:
                for base, _ in self._cut(rest):
                    yield base

    def _cut(self, word: str) -> Iterator[tuple[str, str]]:
        """What stands before each suffix that a word ends with, and the suffix."""
        for length in self._lengths:
            at = len(word) - length
            if at >= 0 and word[at:] in self._suffixes:
                yield word[:at], word[at:]

    def beginnings(self, base: str) -> Iterator[tuple[_Prefix, str]]:
        """Each prefix that a word may have, with its stem."""
        for length in self._begun.get(base[: self._shortest], ()):
            if length < len(base):
                for prefix in self._prefixes.get(base[:length], ()):
                    yield prefix, prefix.strips + base[length:]

    def stems(self, base: str) -> list[str]:
        """What may stand behind each prefix that a word may have."""
        return [
            strips + base[length:]
            for length in self._begun.get(base[: self._shortest], ())
            if length < len(base)
            for strips in self._strips.get(base[:length], ())
        ]

    def fitting(self, ending: _Ending, flags: frozenset[str]) -> Iterator[_Suffix]:
        """The suffixes of this ending that a stem with these flags may have."""
        for suffix in self._suffixes[ending.inner]:
            if suffix.flag in flags and (not ending.outer or self._may_follow(suffix, ending.outer)):
                yield suffix

    def _may_follow(self, suffix: _Suffix, adds: str) -> bool:
        return any(each.flag in suffix.flags for each in self._suffixes[adds])


def _go_together(prefix: _Prefix, suffix: _Suffix, flags: frozenset[str]) -> bool:
    if prefix.is_half or suffix.is_half:
        return prefix.is_half and suffix.is_half and prefix.flag in suffix.flags
    return prefix.flag in flags


def _condition(text: str) -> str:
    """Hunspell's condition as a regular expression: "k[^h^l^r]" means none of h, l, r."""
    return re.sub(r"\[\^(.*?)\]", lambda found: f"[^{found[1].replace('^', '')}]", text)


@lru_cache(maxsize=8192)
def _pairs(flags: str) -> frozenset[str]:
    return frozenset(flags[at : at + 2] for at in range(0, len(flags) - 1, 2))


def read_lines(path: Path) -> list[str]:
    return read_text(path).splitlines()


def read_text(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_MOST_BYTES).decode("utf-8", "replace")
