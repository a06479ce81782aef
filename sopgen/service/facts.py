"""What a service asks, costs and gives: each fact with where the spec says it."""

from __future__ import annotations

from typing import Final, NamedTuple

from sopgen.intake.fault import Path
from sopgen.intake.sop import Isi, Kotak, Sop
from sopgen.service.applicant import applicants

MOST_ON_PICTURE: Final = 4
"""Lines of requirements and of fees that the annotated picture prints; of more it says how many there are."""


class Fact(NamedTuple):
    """`lines` as printed, each by itself; numbered where they are `listed`. `place` in the spec."""

    lines: tuple[str, ...]
    place: Path
    listed: bool = False

    def __bool__(self) -> bool:
        return any(self.lines)

    @property
    def untold(self) -> int:
        """How many of its lines the annotated picture only counts."""
        return max(0, len(self.lines) - MOST_ON_PICTURE)


def fact(content: Kotak | Isi | str, *place: str | int) -> Fact:
    if isinstance(content, str):
        return Fact((content,) if content else (), place)
    above = (content.teks,) if content.teks else ()
    return Fact((*above, *content.butir), place, listed=bool(content.butir) and not above)


def requirements(sop: Sop) -> Fact:
    """What the applicant brings: `persyaratan`, else the kelengkapan of the first step."""
    own = fact(sop.pelayanan.persyaratan, "pelayanan", "persyaratan")
    return own or fact(sop.kegiatan[0].kelengkapan, "kegiatan", 0, "kelengkapan")


def product(sop: Sop) -> Fact:
    """What the applicant gets: `produk`, else the last output before the step by which the applicant closes."""
    own = fact(sop.pelayanan.produk, "pelayanan", "produk")
    theirs = {lane.id for lane in applicants(sop)}
    closing = sop.kegiatan[-1]
    if own or closing.pelaksana[0] not in theirs:
        return own
    outputs = [fact(step.output, "kegiatan", step.nomor - 1, "output") for step in sop.kegiatan[:-1]]
    return next((each for each in reversed(outputs) if each), own)
