"""How long the procedure takes when all goes well: waktu summed along the main path.

The path runs from step 1. At a decision it takes the branch labelled ya, setuju, lengkap, sesuai, valid or disetujui,
else the first written; of parallel ways the longer; never a return. A branch from which only a return leads on is
taken only where there is no other.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from sopgen.diagnostics import Message, some
from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Arah, Kegiatan, Sop
from sopgen.waktu.reading import Kind, read_waktu

YES: Final = frozenset({"ya", "setuju", "lengkap", "sesuai", "valid", "disetujui"})
_UNITS: Final = (
    ("hari kerja", "working day", "working days"),
    ("jam", "hour", "hours"),
    ("menit", "minute", "minutes"),
)


class MainPath(NamedTuple):
    """`shortest` and `longest` in minutes of working time; `unsure` counts the steps on it that name no time."""

    steps: tuple[int, ...] = ()
    shortest: float = 0.0
    longest: float = 0.0
    unsure: int = 0

    def told(self, hours: WaktuKerja = WaktuKerja()) -> Message:  # noqa: B008 - an immutable value
        """In words: "2 hari kerja – 3 hari kerja + 2 langkah di jalur itu tanpa waktu pasti".

        No sum where no step has a time.
        """
        least, most = duration(self.shortest, hours), duration(self.longest, hours)
        told = least if self.shortest == self.longest else Message(f"{least.id} – {most.id}", f"{least.en} – {most.en}")
        if not self.unsure:
            return told
        steps = some(self.unsure, "step")
        if not self.longest:  # no time at all: that is not none
            return Message(
                f"belum diketahui: {self.unsure} langkah di jalur itu tanpa waktu pasti",
                f"not known: {steps} of that path without a sure time",
            )
        return Message(
            f"{told.id} + {self.unsure} langkah di jalur itu tanpa waktu pasti",
            f"{told.en} + {steps} of that path without a sure time",
        )


def main_path_time(sop: Sop, hours: WaktuKerja = WaktuKerja()) -> MainPath:  # noqa: B008 - an immutable value
    """The main path and its time. No recursion: a spec may have a thousand steps."""
    by_number = {kegiatan.nomor: kegiatan for kegiatan in sop.kegiatan}
    rest: dict[int, MainPath] = {}
    ends: set[int] = set()
    # Ways forward only lead to later steps, so that from the last step backward each rest is known when it is needed.
    for kegiatan in reversed(sop.kegiatan):
        onward = _onward(kegiatan, ends)
        if any(arah.ke is None or arah.ke in ends for arah in onward):
            ends.add(kegiatan.nomor)
        ways = [rest[arah.ke] if arah.ke in by_number else MainPath() for arah in onward if arah.ke is not None]
        following = max(ways, key=lambda way: (way.longest, way.shortest), default=MainPath())
        rest[kegiatan.nomor] = _prepend(kegiatan, following, hours)
    return rest[1]


def _onward(kegiatan: Kegiatan, ends: set[int]) -> list[Arah]:
    """The ways the main path may go: one, or all of a fork."""
    forward = [arah for arah in kegiatan.arah if arah.ke is None or arah.ke > kegiatan.nomor]
    leading_on = [arah for arah in forward if arah.ke is None or arah.ke in ends] or forward
    if not kegiatan.keputusan:
        return leading_on
    agreed = [arah for arah in leading_on if " ".join(arah.label.casefold().split()) in YES]
    return (agreed or leading_on)[:1]


def _prepend(kegiatan: Kegiatan, rest: MainPath, hours: WaktuKerja) -> MainPath:
    waktu = read_waktu(kegiatan.waktu, hours)
    return MainPath(
        (kegiatan.nomor, *rest.steps),
        rest.shortest + waktu.shortest,
        rest.longest + waktu.longest,
        rest.unsure + (waktu.kind is not Kind.SURE),
    )


@lru_cache(maxsize=1024)
def duration(minutes: float, hours: WaktuKerja = WaktuKerja()) -> Message:  # noqa: B008 - an immutable value
    """Minutes of working time in days, hours and minutes."""
    whole = round(minutes)
    day = round(hours.jam_per_hari * 60)
    amounts = (whole // day, whole % day // 60, whole % day % 60)
    parts = [(amount, unit) for amount, unit in zip(amounts, _UNITS, strict=True) if amount]
    if not parts:
        return Message("0 menit", "0 minutes")
    return Message(
        " ".join(f"{amount} {unit[0]}" for amount, unit in parts),
        " ".join(f"{amount} {unit[1] if amount == 1 else unit[2]}" for amount, unit in parts),
    )
