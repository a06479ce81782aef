"""The lines of the field "Disahkan oleh" → who puts the SOP in force."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sopgen.drawn.head import one_line
from sopgen.drawn.passages import joined
from sopgen.drawn.words import bare

_NUMBER: Final = re.compile(r"\b(NIP|NRP)\b\s*[.:]*\s*([\d][\d\s.]{3,})", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"(?!(?:ub|plt|plh|pj|an|nip|nrp|ttd)\b)[^\W\d_A-Z]{2,}")
ON_BEHALF: Final = re.compile(r"\s*a\s?[./]?\s?n\s?\.?(?:\s+|$)", re.IGNORECASE)


class Officer(NamedTuple):
    """Who puts the SOP in force."""

    on_behalf: str = ""
    office: str = ""
    name: str = ""
    rank: str = ""
    number_kind: str = ""
    number: str = ""


def officer_of(text: str) -> Officer:
    """Office, then room for a signature, then name, rank and number."""
    number = _NUMBER.search(text)
    kind, digits = (number[1].upper(), re.sub(r"\D", "", number[2])) if number else ("", "")
    text = _NUMBER.sub("", text)
    groups = [[one_line(line) for line in group.splitlines() if line.strip()] for group in re.split(r"\n\s*\n", text)]
    groups = [group for group in groups if group]
    if len(groups) > 1 and ON_BEHALF.fullmatch(groups[0][0]) and len(groups[0]) == 1:
        groups = [groups[0] + groups[1], *groups[2:]]
    groups[:1] = [_unwrapped(group) for group in groups[:1]]
    if not groups:
        return Officer(number_kind=kind, number=digits)
    office, rest = (groups[0], [line for group in groups[1:] for line in group]) if len(groups) > 1 else _cut(groups[0])
    behalf = ""
    if office and ON_BEHALF.match(office[0]):
        office = [text for text in (ON_BEHALF.sub("", office[0], count=1), *office[1:]) if text]
        behalf, office = office[0] if office else "", office[1:]
    name = rest[0] if rest else ""
    rank = " ".join(line for line in rest[1:] if bare(line) not in {"nip", "nrp"})
    return Officer(behalf, joined(office).rstrip(","), name, rank, kind, digits)


def _unwrapped(lines: list[str]) -> list[str]:
    """Offices of several lines as one: what goes on in small letters is no other office."""
    found = lines[:1]
    for line in lines[1:]:
        if _GOES_ON.match(line):
            found[-1] = joined([found[-1], line])
        else:
            found.append(line)
    return found


def _cut(lines: list[str]) -> tuple[list[str], list[str]]:
    """Without room for a signature the office is the first line, or with "a.n." the second."""
    count = 1 if not ON_BEHALF.match(lines[0]) else 3 if ON_BEHALF.fullmatch(lines[0]) else 2
    return lines[:count], lines[count:]
