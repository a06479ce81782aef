"""What an official must see beside a verdict that all mandatory rules are met: what keeps an SOP from being signed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.sop import Sop
from sopgen.report.folding import steps_of
from sopgen.report.review import Reviewed
from sopgen.rules.language.words import says_nothing
from sopgen.rules.ranges import ranges

_HEADER: Final = frozenset({"HDR-03", "HDR-04", "HDR-12"})
"""The rules that say what the header lacks; what they do not say is not said here."""
_OF_TIMES: Final = frozenset({"MB-03", "MB-05"})
_CONTRADICTS: Final = "KEG-08"


def caveats_of(file: Reviewed) -> Iterator[Message]:
    """Each as the end of a sentence about the verdict."""
    found = [each.diagnostic for each in file.findings]
    if file.sop is not None and any(each.code in _HEADER for each in found):
        lacking = list(_lacking(file.sop))
        if lacking:
            told = Message(*(", ".join(names) for names in zip(*lacking, strict=True)))
            yield Message(f"belum lengkap untuk disahkan: {told.id}", f"not complete for approval yet: {told.en}")
    if file.sop is not None and any(each.code in _OF_TIMES for each in found):
        timeless = [step.nomor for step in file.sop.kegiatan if step.waktu and says_nothing(step.waktu)]
        if timeless:
            listed = ranges(timeless)
            yield Message(f"Waktu belum diisi di langkah {listed}", f"Waktu is not filled in at step {listed}")
    steps = [step for each in found if each.code == _CONTRADICTS and each.sure for step in steps_of(each)]
    if steps:
        yield Message(
            f"uraian dan panah bertentangan di langkah {ranges(sorted(set(steps)))}",
            f"text and arrows contradict each other in step {ranges(sorted(set(steps)))}",
        )


def _lacking(sop: Sop) -> Iterator[Message]:
    approval = sop.pengesahan
    for name, values in (
        (Message("nomor", "number"), (sop.nomor,)),
        (Message("instansi", "agency"), sop.instansi),
        (Message("unit", "unit"), sop.unit),
        (Message("jabatan pengesah", "the approver's office"), (approval.jabatan,)),
        (Message("nama pengesah", "the approver's name"), (approval.nama,)),
    ):
        if all(map(says_nothing, values)):
            yield name
