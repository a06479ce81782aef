"""Texts that a document bears in several places: one edit made in all of them is one breach that names all places.

The title stands in the header and above the flow table, the number in the header and at the foot of each sheet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach
from sopgen.rules.drawing.header import Changed
from sopgen.rules.drawing.letters import letters

_FORMS: Final = re.compile(r"^\s*(?:SOP|PROSEDUR)\b", re.IGNORECASE)
"""What a title begins with in one place and not in the other."""


def said_once(changed: Sequence[Changed]) -> list[Breach]:
    """In the order given; the first of several that tell one edit has the places of all."""
    kept: list[Changed] = []
    for each in changed:
        at = next((at for at, cause in enumerate(kept) if _comes_of(each, cause)), None)
        if at is None:
            kept.append(each)
        else:
            kept[at] = kept[at]._replace(breach=_with_places(kept[at].breach, each.breach))
    return [each.breach for each in kept]


def _comes_of(other: Changed, cause: Changed) -> bool:
    """Whether what happened to one text makes the other what it is."""
    here, there = _core(cause.here), _core(cause.there)
    return bool(there) and there in _core(other.there) and _core(other.there).replace(there, here) == _core(other.here)


def _core(text: str) -> str:
    return letters(_FORMS.sub("", text)).casefold()


def _with_places(breach: Breach, other: Breach) -> Breach:
    spots = (*((other.spot,) if other.spot and breach.spot else ()), *other.more)
    wheres = [each for each in (breach.where, other.where) if each]
    where = Message(*("; ".join(words) for words in zip(*wheres, strict=True))) if wheres else None
    return breach._replace(more=(*breach.more, *spots), where=where)
