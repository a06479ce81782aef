"""What was put upon several pages alike → one entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sopgen.diagnostics import Message
from sopgen.rules.areas import shared
from sopgen.rules.held import Unexamined
from sopgen.rules.series import listed
from sopgen.scene import Box

_MOST_QUOTED: Final = 3
_MUCH: Final = 0.5  # of the smaller one of a mark on two pages
_NUMBER: Final = re.compile(r"\d+")


class Put(NamedTuple):
    """What stands on the file's page `number`, from 1: `upon` what is printed there, else beside it, and `where` so."""

    number: int
    upon: bool
    where: Message
    said: str
    why: Message
    decisive: bool
    box: Box


def told_once(puts: Sequence[Put]) -> Iterator[Unexamined]:
    """Words that differ by numbers alone are one, as those of a bundle's pages; strokes are if they stand alike."""
    groups: list[list[Put]] = []
    for put in puts:
        group = next((each for each in groups if _is_alike(each[0], put)), None)
        if group:
            group.append(put)
        else:
            groups.append([put])
    return map(_told, groups)


def _is_alike(one: Put, other: Put) -> bool:
    if one.number == other.number or (one.upon, one.why) != (other.upon, other.why):
        return False
    if one.said or other.said or not one.upon:
        return _NUMBER.sub("0", one.said) == _NUMBER.sub("0", other.said)
    return _share(one.box, other.box) >= _MUCH


def _share(one: Box, other: Box) -> float:
    """Of the smaller one's area."""
    least = min((each[2] - each[0]) * (each[3] - each[1]) for each in (one, other))
    return shared(one, other) / max(least, 1.0)


def _told(group: Sequence[Put]) -> Unexamined:
    first, pages = group[0], listed([each.number for each in group])
    texts = [f"“{each}”" for each in dict.fromkeys(each.said for each in group) if each]
    more = len(texts) - _MOST_QUOTED
    quoted = f": {', '.join(texts[:_MOST_QUOTED])}" if texts else ""
    rest = Message(f", dan {more} lagi", f", and {more} more") if more > 0 else Message("", "")
    where = first.where if len(group) == 1 else Message("", "")
    plural = "page" if len(group) == 1 else "pages"
    if first.upon:
        what = Message(
            f"yang dibubuhkan di atas isi halaman {pages.id}{where.id}",
            f"what was put upon what {plural} {pages.en} {'says' if len(group) == 1 else 'say'}{where.en}",
        )
    else:
        what = Message(
            f"yang dibubuhkan pada halaman {pages.id} di luar isinya",
            f"what was put upon {plural} {pages.en} beside what {'it says' if len(group) == 1 else 'they say'}",
        )
    told = Message(*(f"{each}{quoted}{beyond}" for each, beyond in zip(what, rest, strict=True)))
    return Unexamined(told, first.why, decisive=first.decisive)
