"""The steps that an applicant meets, as the tiles of the annotated picture; steps between two of them are one tile.

A tile is a step of the applicant's, one whose arrow comes straight from or goes straight back to the applicant, or one
with `publik`. How tiles are chosen and told is our own design; that the picture is made is prescribed (slide 63.4).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from sopgen.intake.fault import Path
from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Ikon, Kegiatan, Pelaku, Publik, Sop
from sopgen.service.applicant import own_steps, public_name
from sopgen.service.facts import fact
from sopgen.service.pictograms import pictogram_for
from sopgen.waktu.reading import Kind, read_waktu
from sopgen.waktu.service_time import service_time, working_days

MOST_TILES: Final = 8
"""Beyond, steps that are tiles only because they stand next to the applicant's are told with the others."""
TITLE_MOST: Final = 24
TEXT_MOST: Final = 110  # signs


PROCESS: Final[Path] = ("pelayanan", "proses")
"""Where the words of merged tiles stand."""


class Back(NamedTuple):
    """A way back to the applicant: to the tile `number`, on the branch `label`."""

    number: int
    label: str


class Tile(NamedTuple):
    """`title` alone is given where the spec has no words for applicants: then it is the step's own text.

    `steps` are the first and last it tells of; `place` where its words stand or belong. `merged`: it tells of steps
    that the applicant does not meet. `time` is empty where it cannot be known.
    """

    title: str
    text: str
    icon: Ikon
    actor: Pelaku
    steps: tuple[int, int]
    place: Path
    time: str = ""
    note: str = ""
    merged: bool = False
    backs: tuple[Back, ...] = ()

    @property
    def in_plain_words(self) -> bool:
        return self.merged or self.place[-1] == "publik"


def tiles_of(sop: Sop, hours: WaktuKerja) -> tuple[Tile, ...]:
    """From the first to the last."""
    own = own_steps(sop)
    shown = own | _near(sop, own) | _published(sop)
    tiles = _grouped(sop, own, shown)
    if len(tiles) > MOST_TILES:
        tiles = _grouped(sop, own, own | _published(sop))
    return tuple(_timed(_returning(tiles, sop, own), sop, hours))


def _near(sop: Sop, own: frozenset[int]) -> frozenset[int]:
    """The steps next to the applicant's on an arrow."""
    found = {arah.ke for step in sop.kegiatan if step.nomor in own for arah in step.arah if arah.ke is not None}
    found |= {step.nomor for step in sop.kegiatan if any(arah.ke in own for arah in step.arah)}
    return frozenset(found)


def _published(sop: Sop) -> frozenset[int]:
    return frozenset(step.nomor for step in sop.kegiatan if step.publik != Publik())


def _grouped(sop: Sop, own: frozenset[int], shown: frozenset[int]) -> list[Tile]:
    """What comes after the applicant's last step is no longer his, unless `publik` says it is."""
    tiles: list[Tile] = []
    last = max(own, default=len(sop.kegiatan))
    handing_over = _handing_over(sop, last, own, shown)
    waiting: list[Kegiatan] = []
    for step in sop.kegiatan:
        number = step.nomor
        told = number in shown and (number <= last or step.publik != Publik())
        if not told:
            waiting.append(step)
        elif number != handing_over:
            if waiting:
                tiles.append(_merged(sop, waiting, _count_merged(tiles)))
                waiting = []
            first = number - 1 if number - 1 == handing_over else number
            tiles.append(_tile(step, first, "pemohon" if number in own else "petugas"))
    if waiting and waiting[0].nomor < last:
        tiles.append(_merged(sop, waiting, _count_merged(tiles)))
    return tiles


def _count_merged(tiles: list[Tile]) -> int:
    return sum(tile.merged for tile in tiles)


def _handing_over(sop: Sop, last: int, own: frozenset[int], shown: frozenset[int]) -> int | None:
    """The office's step right before the applicant's last one, which that one's tile tells of as well."""
    before = last - 1
    if before < 1 or before in own or before not in shown or last not in own:
        return None
    return before if sop.kegiatan[before - 1].publik == Publik() else None


def _tile(step: Kegiatan, first: int, actor: Pelaku) -> Tile:
    said = step.publik
    icon = said.ikon or pictogram_for(step, actor)
    here: Path = ("kegiatan", step.nomor - 1)
    if said.judul:
        return Tile(
            said.judul, said.teks, icon, said.oleh or actor, (first, step.nomor), (*here, "publik"), note=said.tempat
        )
    plain = " ".join((step.uraian.teks, *step.uraian.butir)).strip()
    return Tile(plain, said.teks, icon, said.oleh or actor, (first, step.nomor), (*here, "uraian"), note=said.tempat)


def _merged(sop: Sop, steps: list[Kegiatan], before: int) -> Tile:
    """In the words of `pelayanan.proses`, a text for all such tiles or a list; `before`: how many came before it."""
    first, last = steps[0].nomor, steps[-1].nomor
    own = fact(sop.pelayanan.proses, *PROCESS)
    words = own.lines[before : before + 1] if own.listed else own.lines
    if any(words):
        return Tile("Diproses petugas", " ".join(words), "proses", "petugas", (first, last), PROCESS, merged=True)
    names = {lane.id: public_name(lane) for lane in sop.pelaksana}
    doing = list(dict.fromkeys(names[lane] for step in steps for lane in step.pelaksana))
    text = f"Oleh {_listed(doing)}."
    return Tile("Diproses petugas", text, "proses", "petugas", (first, last), ("kegiatan", first - 1), merged=True)


def _listed(names: list[str]) -> str:
    if len(names) < 3:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def _returning(tiles: list[Tile], sop: Sop, own: frozenset[int]) -> list[Tile]:
    """With the ways back to the applicant's steps that leave each tile."""
    number_of = {step: n for n, tile in enumerate(tiles, start=1) for step in range(tile.steps[0], tile.steps[1] + 1)}
    found = []
    for number, tile in enumerate(tiles, start=1):
        backs = [
            Back(number_of[arah.ke], arah.label)
            for step in range(tile.steps[0], tile.steps[1] + 1)
            for arah in sop.kegiatan[step - 1].arah
            if arah.ke in own and arah.ke < step and number_of[arah.ke] < number
        ]
        found.append(tile._replace(backs=tuple(dict.fromkeys(backs))))
    return found


def _timed(tiles: list[Tile], sop: Sop, hours: WaktuKerja) -> list[Tile]:
    """In days only (slide 64): the day of a step, the promise where the office works, then "Begitu siap"."""
    days = _days(sop, hours)
    promised = service_time(sop, hours)
    merged = [n for n, tile in enumerate(tiles) if tile.merged]
    found = []
    for n, tile in enumerate(tiles):
        day = days[tile.steps[1] - 1]
        if tile.merged and len(merged) == 1:
            time, note = (promised.time, promised.lead) if promised else ("", "")
        elif tile.merged:
            time, note = (f"s.d. hari ke-{day}", "menurut prosedur") if day else ("", "")
        elif merged and n > merged[0]:
            time = "Begitu siap" if n == len(tiles) - 1 and tile.actor == "pemohon" else f"Sesudah {n}"
            note = tile.note
        else:
            time, note = (f"Hari ke-{day}" if day else ""), tile.note
        found.append(tile._replace(time=time, note=note))
    return found


def _days(sop: Sop, hours: WaktuKerja) -> list[int]:
    """For each step the working day on which it ends on the longest way to it; 0 where a step names no sure time."""
    unknown = float("inf")
    begins = [0.0] * len(sop.kegiatan)
    found = []
    for at, step in enumerate(sop.kegiatan):
        read = read_waktu(step.waktu, hours)
        ends = begins[at] + (read.longest if read.kind is Kind.SURE else unknown)
        for arah in step.arah:
            if arah.ke is not None and arah.ke > step.nomor:
                begins[arah.ke - 1] = max(begins[arah.ke - 1], ends)
        found.append(working_days(ends, hours) if ends < unknown else 0)
    return found
