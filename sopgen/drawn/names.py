"""The name block's lines → agency, the form's own name, unit.

A name begins with what such a body is called (kementerian, dinas, bagian …); a line that begins otherwise goes on with
the name above it. The last name is the unit, with those right above it that are called alike. Where room was left in
the block, it parts the two instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from sopgen.drawn.words import bare

_FORM: Final = "standaroperasionalprosedur"
_BODIES: Final = frozenset(
    "asisten badan bagian balai bandar bidang biro cabang daerah departemen deputi desa dewan dinas "  # noqa: SIM905
    "direktorat divisi fakultas inspektorat institut jurusan kabupaten kantor kecamatan kejaksaan "
    "kelompok kelurahan kementerian kepolisian kepaniteraan komando komisi kota laboratorium lembaga loka "
    "mahkamah majelis museum ombudsman pangkalan pemerintah pemerintahan pengadilan perpustakaan "
    "perwakilan politeknik provinsi program puskesmas pusat rs rsud rumah satuan sekolah sekretariat "
    "seksi sma smk smp stasiun sub subbag subbagian subbidang subdirektorat subdit subseksi taman tim uji "
    "unit universitas upt uptd urusan wilayah".split()
)
_PARTS: Final = frozenset(
    (
        "bagian",
        "bidang",
        "seksi",
        "sub",
        "subbag",
        "subbagian",
        "subbidang",
        "subdirektorat",
        "subdit",
        "subseksi",
        "urusan",
    )
)
"""Bodies that are never an agency."""
_FULL_LINE: Final = 36  # letters: who writes that many in a line goes on in the next


class Names(NamedTuple):
    """`unsure`: where the agency ends and the unit begins was guessed."""

    agency: tuple[str, ...] = ()
    form: str = ""
    unit: str = ""
    unsure: bool = False


def names_in(groups: Sequence[Sequence[str]]) -> Names:
    """`groups` of lines, parted where room was left."""
    lines = [line for group in groups for line in group]
    at = next((number for number, line in enumerate(lines) if bare(line).startswith(_FORM)), None)
    if at is not None and 0 < at < len(lines) - 1:  # the form's own name stands between the two
        return Names(tuple(lines[:at]), lines[at], " ".join(lines[at + 1 :]))
    form = lines[at] if at is not None else ""
    kept = [lines for group in groups if (lines := [line for line in group if line != form])]
    if len(kept) > 1:
        return Names(tuple(line for group in kept[:-1] for line in group), form, " ".join(kept[-1]))
    if not kept:
        return Names(form=form)
    return _told_apart(kept[0], form)


def _told_apart(lines: list[str], form: str) -> Names:
    """Names without room between them, by their words."""
    names = _whole(lines)
    if len(names) > 1:
        first = len(names) - 1  # bodies of one kind are one unit
        while first and _body(names[first - 1]) == _body(names[-1]) != "":
            first -= 1
        each_its_own = len(names) == len(lines) and first == len(names) - 1
        return Names(tuple(names[:first]), form, " ".join(names[first:]), unsure=len(names) > 2 and not each_its_own)
    if _body(names[0]) in _PARTS:
        return Names((), form, names[0])
    if len(lines) > 1 and len(lines[-2]) <= _FULL_LINE:  # no line tells where another name begins
        return Names(tuple(lines[:-1]), form, lines[-1], unsure=True)
    return Names(tuple(names), form, unsure=len(lines) > 1)


def _body(name: str) -> str:
    """What such a body is called; "" for a name that begins otherwise."""
    first = re.match(r"[^\W\d_]+", name)
    return first[0].casefold() if first and first[0].casefold() in _BODIES else ""


def _whole(lines: Sequence[str]) -> list[str]:
    names: list[str] = []
    for line in lines:
        if names and not _body(line):
            names[-1] = f"{names[-1]} {line}"
        else:
            names.append(line)
    return names
