"""SOPs that one names and that its unit's stock, as far as it is checked together, has not: one finding of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Place
from sopgen.rules.finding import Finding
from sopgen.rules.titles import nearest_title

STOCK: Final = 3
"""So many SOPs of a unit, each counted once, may be all it has; fewer are a choice of somebody's."""


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
    return Finding(missing[0][0], told, _remedy([item for _, item in missing], titles))


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
