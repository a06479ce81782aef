from __future__ import annotations

__doc__ = """\
AKT-05. Urutan kolom pelaksana mengikuti urutan kegiatan, bukan pangkat.

Diperiksa:
    Sesudah pelaksana kegiatan pertama (tempatnya diperiksa SIM-02), kolom berurutan menurut kegiatan pertama
    masing-masing.

Dasar:
    Paparan KemenPAN-RB 2014, slide 44 dan 51.

Alasan:
    Alur yang bergerak dari kiri ke kanan lebih pendek panahnya dan lebih mudah diikuti.

Salah:
    pelaksana: {analis: Analis, arsiparis: Arsiparis, kabag: Kabag Umum}
    kegiatan:
      - {uraian: Menyusun surat dan menyerahkannya kepada Kabag, pelaksana: analis}
      - {uraian: Menandatangani surat dan menyerahkannya kepada Arsiparis, pelaksana: kabag}
      - {uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Benar:
    pelaksana: {analis: Analis, kabag: Kabag Umum, arsiparis: Arsiparis}
    kegiatan:
      - {uraian: Menyusun surat dan menyerahkannya kepada Kabag, pelaksana: analis}
      - {uraian: Menandatangani surat dan menyerahkannya kepada Arsiparis, pelaksana: kabag}
      - {uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Perbaikan:
    Urutkan `pelaksana` menurut kegiatan pertamanya.

English. Columns follow the order of activities, not of rank.

Checked:
    Behind the executor of step 1 (whose place SIM-02 checks), columns stand in the order of each one's first
    step.

Basis:
    KemenPAN-RB slides 2014, slides 44 and 51.

Why:
    A flow from left to right has shorter arrows and is easier to follow.

Remedy:
    Put `pelaksana` into the order of their first steps.
"""

from collections.abc import Iterator, Mapping, Sequence

from sopgen.diagnostics import Message
from sopgen.intake.sop import Pelaksana, Sop
from sopgen.rules.finding import Finding, Spec


def check(spec: Spec) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for kegiatan in spec.sop.kegiatan:
        for name in kegiatan.pelaksana:
            first.setdefault(name, kegiatan.nomor)
    columns = [lane for lane in spec.sop.pelaksana if first.get(lane.id, 1) > 1]
    ordered = _ordered(spec.sop, first)
    wanted = [lane for lane in ordered if lane in columns]
    if columns != wanted:
        misplaced = next(lane for lane, better in zip(columns, wanted, strict=True) if lane != better)
        order, kept = ", ".join(lane.nama for lane in ordered), _kept(ordered, wanted, first)
        yield Finding(
            ("pelaksana", misplaced.id),
            Message(
                f"Kolom “{misplaced.nama}” mendahului kolom yang kegiatannya lebih dulu.",
                f"Column “{misplaced.nama}” stands before columns that act earlier.",
            ),
            Message(f"Urutkan: {order}{kept.id}.", f"Put them in this order: {order}{kept.en}."),
        )


def _kept(ordered: Sequence[Pelaksana], wanted: list[Pelaksana], first: Mapping[str, int]) -> Message:
    """Why it is not the order of first steps alone."""
    if sorted(wanted, key=lambda lane: first[lane.id]) == wanted:
        return Message("", "")
    groups = ", ".join(dict.fromkeys(f"“{lane.kelompok}”" for lane in ordered if lane.kelompok))
    return Message(f" (kolom kelompok {groups} tetap bersebelahan)", f" (columns of the group {groups} stay together)")


def _ordered(sop: Sop, first: Mapping[str, int]) -> list[Pelaksana]:
    """All columns from left to right: who opens the flow, then by first step; groups stay together, idle ones last."""
    never = len(sop.kegiatan) + 1
    opens = sop.kegiatan[0].pelaksana[0]

    def own(lane: Pelaksana) -> tuple[int, bool]:
        return first.get(lane.id, never), lane.id != opens

    of_group = {
        lane.kelompok: min(own(each) for each in sop.pelaksana if each.kelompok == lane.kelompok)
        for lane in sop.pelaksana
        if lane.kelompok
    }
    return sorted(sop.pelaksana, key=lambda lane: (of_group.get(lane.kelompok, own(lane)), own(lane)))
