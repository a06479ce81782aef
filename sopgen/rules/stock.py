"""SOPs that one names and that its unit's stock, as far as it is checked together, has not: one finding of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Place
from sopgen.rules.finding import Finding
from sopgen.rules.titles import nearest_title, same_title

STOCK: Final = 3
"""So many SOPs of a unit, each counted once, may be all it has; fewer are a choice of somebody's."""


class Stock(NamedTuple):
    """The titles of a unit's SOPs that are checked together, and whether these may be all it has."""

    titles: tuple[str, ...]
    is_whole: bool

    @classmethod
    def of(cls, titles: Sequence[str], named: Sequence[str]) -> Stock:
        """They may be where most of those that they name are there."""
        there = sum(_is_among(item, titles) for item in named)
        return cls(tuple(titles), len(titles) >= STOCK and 2 * there >= len(named))

    def may_lack(self, item: str) -> bool:
        """Whether an SOP that is named is wanting, or called by a title that is nearly another's."""
        if _is_among(item, self.titles):
            return False
        return self.is_whole or (len(self.titles) >= STOCK and bool(nearest_title(item, self.titles)))


def _is_among(item: str, titles: Sequence[str]) -> bool:
    return any(same_title(item, title) for title in titles)


def absent(missing: Sequence[tuple[Place, str]], titles: Sequence[str]) -> Finding:
    """Those of one SOP at once."""
    listed, among = "; ".join(f"“{quoted(item)}”" for _, item in missing), len(titles)
    if len(missing) == 1:
        told = Message(
            f"{listed} tidak ada di antara {among} SOP unit ini yang diperiksa bersama.",
            f"{listed} is not among the {among} SOPs of this unit that are checked together.",
        )
    else:
        told = Message(
            f"{len(missing)} SOP di Keterkaitan tidak ada di antara {among} SOP unit ini yang diperiksa bersama: "
            f"{listed}.",
            f"{len(missing)} SOPs in Keterkaitan are not among the {among} of this unit that are checked together: "
            f"{listed}.",
        )
    box = missing[0][0] if len(missing) == 1 else missing[0][0][:1]
    return Finding(box, told, _remedy([item for _, item in missing], titles))


def _remedy(items: Sequence[str], titles: Sequence[str]) -> Message:
    near = [f"“SOP {title}”" for item in items if (title := nearest_title(item, titles))]
    if len(near) == len(items):
        return Message(f"Mungkin maksudnya {', '.join(near)}.", f"Probably {', '.join(near)} is meant.")
    check = Message(
        "Periksa judulnya, atau susun SOP itu; bila sudah ada tetapi tidak ikut diperiksa di sini, biarkan",
        "Check its title, or write that SOP; if there is one that is not checked here, leave it",
    )
    if near:
        return Message(
            f"{check.id}; mungkin maksudnya {', '.join(near)}.", f"{check.en}; probably {', '.join(near)} is meant."
        )
    return Message(f"{check.id}.", f"{check.en}.")


def quoted(item: str) -> str:
    """Without what parted it from the next one of its list."""
    return item.strip().rstrip(",; ")
