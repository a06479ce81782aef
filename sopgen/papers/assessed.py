"""What the forms of monitoring and evaluation share: which SOPs they list, in which order, and their head and foot.

Which form is prescribed, which customary and what is our design: docs/panduan, on monitoring and evaluation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sopgen.intake.monitoring import Monev
from sopgen.intake.sop import Pengesahan, Sop
from sopgen.intake.text import on_one_line
from sopgen.papers.blocks import Blank, Cell, Fact, Piece, Signatures, Signer, Span, Words, text_cell, words

NUMBER_SIZE = 7.0  # points, of a SOP's number below its title
_DIGITS = re.compile(r"(\d+)")


class Half(NamedTuple):
    """Half a year: the first or the second."""

    year: int
    second: bool

    @property
    def told(self) -> str:
        return f"1 Juli – 31 Desember {self.year}" if self.second else f"1 Januari – 30 Juni {self.year}"


class Unit(NamedTuple):
    """The SOPs of one unit, in the order of their numbers."""

    agency: str
    lines: tuple[str, ...]
    sops: tuple[Sop, ...]

    @property
    def name(self) -> str:
        return ", ".join(self.lines)

    @property
    def least(self) -> str:
        """The smallest of its names, as a foot line and a tab have room for."""
        return self.lines[-1] if self.lines else self.agency


def by_number(sops: Sequence[Sop]) -> tuple[Sop, ...]:
    """SOP-9 before SOP-10; those without a number last, by title."""

    def key(sop: Sop) -> tuple[bool, list[tuple[int, str]], str]:
        number = on_one_line(sop.nomor)
        parts = [(int(part), "") if part.isdigit() else (0, part.casefold()) for part in _DIGITS.split(number)]
        return not number, parts, on_one_line(sop.judul).casefold()

    return tuple(sorted(sops, key=key))


def by_unit(sops: Sequence[Sop]) -> tuple[Unit, ...]:
    """Units in the order in which the first of their SOPs stands."""
    groups: dict[tuple[str, tuple[str, ...]], list[Sop]] = {}
    for sop in by_number(sops):
        groups.setdefault((on_one_line(*sop.instansi), tuple(map(on_one_line, sop.unit))), []).append(sop)
    return tuple(Unit(agency, lines, tuple(found)) for (agency, lines), found in groups.items())


def identity(unit: Unit) -> tuple[Fact, ...]:
    return (_fact("Instansi", unit.agency), _fact("Unit", unit.name))


def _fact(label: str, text: str) -> Fact:
    return Fact(label, words(text) if text else Blank())


def subject(sop: Sop) -> Cell:
    """Title, and its number below."""
    number = on_one_line(sop.nomor)
    below = (Words((Span(number),), size=NUMBER_SIZE),) if number else ()
    return Cell((words(on_one_line(sop.judul), bold=True), *below))


def listed(number: int, sop: Sop) -> tuple[Cell, ...]:
    """The first cells of a row in a spreadsheet: which SOP it is of, each thing in a cell of its own."""
    title = Cell((words(on_one_line(sop.judul), bold=True),))
    return text_cell(str(number)), title, text_cell(on_one_line(sop.nomor))


def foot(unit: Unit) -> str:
    return f"{unit.least} · {len(unit.sops)} SOP yang berlaku"


def assessor(monev: Monev, at: float, note: Sequence[Piece]) -> Signatures:
    """Who assessed, at the right; how to fill the form, at the left."""
    place = f"{monev.tempat}," if monev.tempat else ""
    who = monev.penilai
    office = (words(f"{who.jabatan},"),) if who.jabatan else ()
    signer = Signer((Blank(place, None if not place else 40.0), words("Penilai,"), *office), who.nama, numbers(who))
    return Signatures((signer,), (at,), room=15.0, note=tuple(note))


def assessor_fact(monev: Monev) -> Fact:
    """The same as a spreadsheet has it."""
    return Fact("Penilai", words(monev.penilai.nama) if monev.penilai.nama else Blank())


def numbers(who: Pengesahan) -> tuple[str, ...]:
    """Rank and number below a name; a line to write on where there is none."""
    kind, number = who.nomor_induk or ("NIP", "")
    return (*((who.pangkat,) if who.pangkat else ()), f"{kind} {number}")
