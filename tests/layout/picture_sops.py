"""Small service SOPs for the tests of what applicants are shown."""

from __future__ import annotations

from typing import Any

from sopgen.intake.sop import Isi, Publik, Sop
from tests.layout.small_sops import changed, small_sop


def service(*steps: str, **changes: Any) -> Sop:
    """A service SOP whose lane a is the applicant's, every step of an hour unless changed."""
    sop = small_sop(*(steps or ("a", "b ? Ya 3 Tidak 1", "c", "a")))
    lanes = (changed(sop.pelaksana[0], peran="pemohon"), *sop.pelaksana[1:])
    timed = tuple(changed(step, waktu="1 jam") for step in sop.kegiatan)
    return changed(sop, **{"sifat": "pelayanan", "pelaksana": lanes, "kegiatan": timed, **changes})


def with_step(sop: Sop, number: int, **changes: Any) -> Sop:
    steps = list(sop.kegiatan)
    steps[number - 1] = changed(steps[number - 1], **changes)
    return changed(sop, kegiatan=tuple(steps))


def spoken(sop: Sop, number: int, title: str, **more: Any) -> Sop:
    return with_step(sop, number, publik=Publik(title, **more))


def worded(sop: Sop, number: int, text: str) -> Sop:
    return with_step(sop, number, uraian=Isi(text))
