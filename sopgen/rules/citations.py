"""SOPs that a text cites, by title or by number: "Lihat SOP Penomoran Surat", "SOP-034/UM/2026"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from sopgen.rules.language.nouns import is_process_noun
from sopgen.rules.titles import same_title

_NUMBER: Final = r"\bSOP\b(?:\s+SOP\b)?[\s-]*(?:(?:Nomor|No)\b\.?\s*:?\s*)?(?:SOP-?)?(?P<number>\d[\w./-]*\w)"
_TITLE: Final = r"\bSOP\s+(?!SOP\b)(?P<title>[^\W\d_][^.,;:()\n]*)"
_SMALL: Final = frozenset("dan atau di dalam pada untuk bagi atas serta dari".split())  # noqa: SIM905


class Cited(NamedTuple):
    shown: str
    number: str = ""
    title: str = ""

    def names(self, title: str, number: str) -> bool:
        return _plain(self.number) in _plain(number) if self.number else same_title(self.title, title)

    def stands_in(self, listed: Iterable[str]) -> bool:
        return any(self.names(item, item) for item in listed)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def cited_sops(text: str, *, in_prose: bool) -> Iterator[Cited]:
    """In prose a title ends where its capitals do; in a remark it may be written without any."""
    if "SOP" not in text:
        return
    for found in _compiled(_NUMBER).finditer(text):
        yield Cited(found[0], number=found["number"])
    for found in _compiled(_TITLE).finditer(text):
        title = _capitalised(found["title"]) if in_prose else found["title"].strip()
        first = title.partition(" ")[0]
        if title and (first[0].isupper() or is_process_noun(first)) and not _compiled(r"(?:Nomor|No\b)").match(title):
            yield Cited(f"SOP {title}", title=title)


def _capitalised(text: str) -> str:
    """The words up to the first that has no capital, but for those that titles write small."""
    kept: list[str] = []
    for word in text.split():
        if not word[0].isupper() and word not in _SMALL:
            break
        kept.append(word)
    while kept and kept[-1] in _SMALL:
        kept.pop()
    return " ".join(kept)


def _plain(number: str) -> str:
    return re.sub(r"[\s.-]", "", number.casefold())


YEAR = r"\btahun\s*:?\s*(\d{4})\b|/\s*(\d{4})\b"
SUBJECT_WORD = r"\b(?:tentang|perihal|ttg)\b"
CONSTITUTION = r"(?:undang\s*[-–]?\s*undang\s+dasar|uud)\b"


def year_cited(item: str) -> int:
    """Of a legal basis in small letters: the regulation's, not of what it is about; 0 for none."""
    years = [] if re.match(CONSTITUTION, item) else re.findall(YEAR, re.split(SUBJECT_WORD, item, maxsplit=1)[0])
    return max((int(one or other) for one, other in years), default=0)
