"""The fourteen components of a service standard (Permenpan-RB 15/2014), from what a service SOP says.

Seven come from the SOP (KemenPAN-RB slides, 66), the others from `pelayanan`, mostly the bureau's own defaults. None is
assumed: what nobody said has no words.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Kegiatan, Kotak, Sop
from sopgen.intake.text import on_one_line
from sopgen.service.facts import Fact, fact, product, requirements
from sopgen.service.tiles import Tile, tiles_of
from sopgen.waktu.service_time import ServiceTime, service_time

PUBLISHED: Final = 6
"""Components of the first part, the service's delivery, which must be made known."""


class Component(NamedTuple):
    """`lines`, numbered where they are `listed`; `after` stands below them, unnumbered. `bold`: what stands out."""

    name: str
    lines: tuple[str, ...]
    listed: bool = False
    after: str = ""
    bold: str = ""


def components_of(sop: Sop, hours: WaktuKerja) -> tuple[Component, ...]:
    """All fourteen in their order, some without lines."""
    own = sop.pelayanan
    time = service_time(sop, hours)
    return (
        _of("Persyaratan", requirements(sop)),
        _procedure(sop, hours),
        _time(time if time and time.promised else None),
        _of("Biaya/tarif", fact(own.biaya)),
        _of("Produk pelayanan", product(sop)),
        _of("Penanganan pengaduan, saran, dan masukan", fact(own.pengaduan)),
        _of("Dasar hukum", fact(sop.dasar_hukum)),
        _of("Sarana, prasarana, dan/atau fasilitas", _together(sop.peralatan, own.sarana)),
        _of("Kompetensi pelaksana", fact(sop.kualifikasi_pelaksana)),
        _of("Pengawasan internal", fact(own.pengawasan_internal)),
        _of("Jumlah pelaksana", fact(_persons(own.jumlah_pelaksana))),
        _of("Jaminan pelayanan", fact(own.jaminan_pelayanan)),
        _of("Jaminan keamanan dan keselamatan pelayanan", fact(own.jaminan_keamanan)),
        _of("Evaluasi kinerja pelaksana", fact(own.evaluasi_kinerja)),
    )


def _of(name: str, found: Fact) -> Component:
    return Component(name, found.lines, listed=found.listed and len(found.lines) > 1)


def _together(first: Kotak, second: Kotak) -> Fact:
    """Two boxes as one list."""
    lines = (*fact(first).lines, *fact(second).lines)
    return Fact(lines, (), listed=len(lines) > 1)


def _time(time: ServiceTime | None) -> Component:
    name = "Jangka waktu penyelesaian"
    if time is None:
        return Component(name, ())
    since = f" sejak {time.since.removeprefix('sejak ')}" if time.since else ""
    told = f"{time.lead} {time.time}{since}".strip()
    return Component(name, (told[:1].upper() + told[1:],), bold=time.time if time.lead else "")


def _procedure(sop: Sop, hours: WaktuKerja) -> Component:
    """What the applicant meets as sentences; what lies between is told in one, and the whole is in the SOP."""
    name = "Sistem, mekanisme, dan prosedur"
    tiles = tiles_of(sop, hours)
    if all(tile.merged for tile in tiles):
        return Component(name, tuple(_sentence(sop, step) for step in sop.kegiatan), listed=True)
    lines: list[str] = []
    for tile in tiles:
        steps = sop.kegiatan[tile.steps[0] - 1 : tile.steps[1]]
        lines += [_between(sop, tile)] if tile.merged else [_sentence(sop, step) for step in steps]
    number = " ".join(sop.nomor.split())
    whole = f"Alur selengkapnya: {number}, edisi publik (terlampir)." if number else ""
    return Component(name, tuple(lines), listed=len(lines) > 1, after=whole)


def _sentence(sop: Sop, step: Kegiatan) -> str:
    """The step with its executors for a subject, as the SOP calls them: its own words speak of them so, too."""
    above = " ".join(step.uraian.teks.split())
    items = "; ".join(" ".join(item.split()) for item in step.uraian.butir)
    text = f"{above} {items}".strip()
    if text[1:2].islower():
        text = text[:1].lower() + text[1:]
    ended = text if text.endswith((".", ";", ":")) else f"{text}."
    return f"{_joined(_names(sop, step.pelaksana))} {ended}"


def _between(sop: Sop, tile: Tile) -> str:
    first, last = tile.steps
    doing = dict.fromkeys(lane for step in sop.kegiatan[first - 1 : last] for lane in step.pelaksana)
    which = f"langkah {first}–{last}" if first != last else f"langkah {first}"
    return f"{_joined(_names(sop, tuple(doing)))} memprosesnya ({which} dalam SOP)."


def _names(sop: Sop, lanes: tuple[str, ...]) -> list[str]:
    known = {lane.id: on_one_line(lane.nama) for lane in sop.pelaksana}
    return [known[lane] for lane in lanes]


def _joined(names: list[str]) -> str:
    if len(names) < 3:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def _persons(told: str) -> str:
    """A mere number counts persons."""
    return f"{told} orang" if told.isdecimal() else told
