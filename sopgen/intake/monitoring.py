"""Monev: what a bureau says of who assesses its SOPs, once for all of them. Plain values."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.intake.sop import Pengesahan


class Monev(NamedTuple):
    """`tempat` stands before a date, `bertempat` is where minutes are made; what is empty is a line to write on."""

    tempat: str = ""
    bertempat: str = ""
    alamat: tuple[str, ...] = ()
    penilai: Pengesahan = Pengesahan()
    evaluator: Pengesahan = Pengesahan()
    koordinator: Pengesahan = Pengesahan()
