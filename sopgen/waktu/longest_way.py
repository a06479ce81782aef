"""How long the procedure takes at most without going back: waktu summed along the longest way forward."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Sop
from sopgen.waktu.reading import read_waktu


class LongestWay(NamedTuple):
    """The steps in their order, and their time in minutes of working time; a step that names none adds none."""

    steps: tuple[int, ...] = ()
    minutes: float = 0.0


def longest_way(sop: Sop, hours: WaktuKerja) -> LongestWay:
    """Of all ways from step 1 that never lead back the one that takes longest; of equal ones the first written."""
    rest: dict[int, LongestWay] = {}
    for kegiatan in reversed(sop.kegiatan):  # ways forward only lead to later steps
        ways = [rest[arah.ke] for arah in kegiatan.arah if arah.ke is not None and arah.ke > kegiatan.nomor]
        following = max(ways, key=lambda way: way.minutes, default=LongestWay())
        own = read_waktu(kegiatan.waktu, hours).longest
        rest[kegiatan.nomor] = LongestWay((kegiatan.nomor, *following.steps), own + following.minutes)
    return rest[1]
