"""What a folder of SOPs gets wrong most often: of each rule its usual finding, in the words that its SOPs share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from sopgen.diagnostics import Language, Message
from sopgen.report.folding import steps_of
from sopgen.report.review import Reviewed
from sopgen.report.sheet_markup import both, heading, table
from sopgen.report.sheet_pages import Block

_FREQUENT: Final = Message("Temuan yang paling sering", "The most frequent findings")
_HEADS: Final = (
    Message("Aturan", "Rule"),
    Message("Temuan, umumnya", "What is mostly found"),
    Message("Pada SOP", "In SOPs"),
    Message("Tempat", "Places"),
)
_COLUMNS: Final = (18.0, 117.0, 20.0, 20.0)
_MOST: Final = 5
_OWN: Final = (
    (re.compile("“[^”]*”(?: \\([^()]*\\))?(?:(?:, dan|, and| dan| and|[,;]) “[^”]*”(?: \\([^()]*\\))?)*"), "“…”"),
    (re.compile(r": (?:langkah|butir|steps?|item) \d.*(?=\.$)"), ""),
    (re.compile(r": “…”(?=\.$)"), ""),
    (re.compile(r" \([^()]*\)"), ""),
    (re.compile(r"\b\d[\d.,–-]*(?<=\d)"), "…"),
)
"""What only one SOP says: its words, lists of places, names in brackets, numbers."""


def frequent_causes(files: Iterable[Reviewed], language: Language) -> list[Block]:
    """Rules of which something was found in two SOPs or more, at most five; nothing where there is none."""
    in_sops: Counter[str] = Counter()
    places: Counter[str] = Counter()
    said: dict[str, Counter[Message]] = {}
    for file in files:
        found = [finding.diagnostic for finding in file.findings]
        in_sops.update({each.code for each in found})
        for each in found:
            places[each.code] += max(len(steps_of(each)), 1)
            said.setdefault(each.code, Counter())[shared_words(each.message)] += 1
    often = [code for code, count in sorted(in_sops.items(), key=lambda row: (-row[1], row[0])) if count > 1][:_MOST]
    if not often:
        return []
    rows = [
        (code, both(said[code].most_common(1)[0][0], language), str(in_sops[code]), str(places[code])) for code in often
    ]
    return [heading(_FREQUENT, language), table(_HEADS, _COLUMNS, rows, language)]


def shared_words(message: Message) -> Message:
    """A finding in the words that it shares with its like in other SOPs."""
    told = [*message]
    for pattern, instead in _OWN:
        told = [pattern.sub(instead, each) for each in told]
    return Message(*told)
