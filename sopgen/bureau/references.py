"""SOPs in, references out: which SOP the items of keterkaitan name, and the SOPs named in keterangan.

A SOP is named by its title, with or without the word SOP before it and whatever the case, or by its number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from sopgen.intake.sop import Sop
from sopgen.text.block import items_of

Place = Literal["keterkaitan", "keterangan"]

_CALLED = re.compile(
    r"^(?:(?:sop(?:\s+ap)?|standar\s+operasional\s+prosedur(?:\s*\(sop\))?)(?=[\s:.–]|$)[\s:.–]*)+", re.IGNORECASE
)
_NAMED = re.compile(r"\bSOP\s+(?=[A-Z])([^\n;]+)")
_END = re.compile(r"\s*(?:[.,;()]|$)")
_NUMBER_LEAST = 5  # characters: a shorter number stands in other texts by chance
_NOTHING = frozenset({"", "-", "–", "tidak ada", "nihil"})


class Reference(NamedTuple):
    """`source` and `target` are places in the sequence given; no `target`: no SOP of that name is there.

    `item` is the item of keterkaitan, from 0, or the number of the kegiatan whose keterangan speaks.
    """

    source: int
    target: int | None
    name: str
    place: Place
    item: int


class Names:
    """Finds a SOP by what others call it."""

    def __init__(self, sops: Sequence[Sop]) -> None:
        self._by_title: dict[str, int] = {}
        self._numbers: list[tuple[str, int]] = []
        for index, sop in enumerate(sops):
            self._by_title.setdefault(title_key(sop.judul), index)
            number = _folded(sop.nomor)
            if len(number) >= _NUMBER_LEAST:
                self._numbers.append((number, index))
        self._by_title.pop("", None)

    def find(self, text: str) -> int | None:
        """The SOP that `text` names: exactly, by a title that it begins with, or by a number that it holds."""
        key = title_key(text)
        if key in self._by_title:
            return self._by_title[key]
        folded = _folded(text)
        for number, index in self._numbers:
            if re.search(rf"(?<!\w){re.escape(number)}(?!\w)", folded):
                return index
        ends = [found.start() for found in re.finditer(r"\b", key)][:0:-1]
        return next((self._by_title[key[:end]] for end in ends if key[:end] in self._by_title), None)


def find_references(sops: Sequence[Sop]) -> tuple[Reference, ...]:
    """Every reference once for each pair of SOPs, in reading order; a SOP that names itself is left out."""
    names = Names(sops)
    found: list[Reference] = []
    for source, sop in enumerate(sops):
        seen: set[int | str] = {source}
        for place, item, text in _named(sop):
            target = names.find(text)
            key = title_key(text) if target is None else target
            if key not in seen and key != "":
                seen.add(key)
                found.append(Reference(source, target, display_name(text), place, item))
    return tuple(found)


def related_texts(sop: Sop) -> tuple[str, ...]:
    """What `keterkaitan` names, one text each: the items of its list, or the lines of its text, blank ones too.

    A line's own marker ("1.") is no part of the name.
    """
    lines = sop.keterkaitan.teks.strip("\n").split("\n")
    return sop.keterkaitan.butir or tuple("".join(item.text for item in items_of(line, (), "none")) for line in lines)


def _named(sop: Sop) -> Iterator[tuple[Place, int, str]]:
    for item, text in enumerate(related_texts(sop)):
        if _folded(text).strip(" .") not in _NOTHING:
            yield "keterkaitan", item, text
    for step in sop.kegiatan:
        for text in (step.keterangan.teks, *step.keterangan.butir):
            for named in _NAMED.finditer(text):
                yield "keterangan", step.nomor, _shortened(named[1])


def _shortened(text: str) -> str:
    """Up to the sentence's or clause's end: a name is followed by other words at times."""
    end = _END.search(text)
    return text[: end.start()] if end else text


def display_name(text: str) -> str:
    """A name as a map shows it: without the word SOP and the full stop."""
    name = " ".join(text.split())
    return _CALLED.sub("", name).strip(" .;,") or name


def title_key(title: str) -> str:
    """What two spellings of one title share."""
    folded = _folded(title)
    return re.sub(r"[^\w]+", " ", _CALLED.sub("", folded)).strip()


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
