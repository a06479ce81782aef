"""Whom a service SOP serves: the lanes of its applicants, and which steps are theirs."""

from __future__ import annotations

from sopgen.intake.sop import Kegiatan, Pelaksana, Sop


def applicants(sop: Sop) -> tuple[Pelaksana, ...]:
    """The executors whose `peran` says so; where none says it, those from outside the agency."""
    named = tuple(lane for lane in sop.pelaksana if lane.peran == "pemohon")
    return named or tuple(lane for lane in sop.pelaksana if lane.eksternal)


def own_steps(sop: Sop) -> frozenset[int]:
    """The steps that an applicant does, alone or with others."""
    theirs = {lane.id for lane in applicants(sop)}
    return frozenset(step.nomor for step in sop.kegiatan if theirs & set(step.pelaksana))


def public_name(lane: Pelaksana) -> str:
    """The executor as the public knows it."""
    return lane.publik or lane.nama


def leads(step: Kegiatan, lanes: tuple[Pelaksana, ...]) -> bool:
    return step.pelaksana[0] in {lane.id for lane in lanes}
