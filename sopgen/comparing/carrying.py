"""The old Sop with its executors and steps where they stand in the new one, and nothing else changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from sopgen.intake.sop import Arah, Kegiatan, Pelaksana, Rute, Sop

GONE: Final = "\0"
"""In front of the key of an executor that the new Sop has not: no key can begin so. Numbers of steps that it has not
are negative.
"""


class Carried(NamedTuple):
    """`steps`: old number → new, `lanes`: old key → new, of all that stayed."""

    sop: Sop
    steps: dict[int, int]
    lanes: dict[str, str]


def carry(
    old: Sop,
    lane_order: Sequence[int | Pelaksana],
    step_order: Sequence[int | Kegiatan],
    keys: Mapping[str, str],
) -> Carried:
    """For each place of the new Sop the old index, or what was added there. `keys`: old key → new where it changed."""
    lanes = {old.pelaksana[place].id: old.pelaksana[place].id for place in lane_order if isinstance(place, int)}
    lanes |= {before: keys[before] for before in lanes if before in keys}
    steps = {place + 1: number for number, place in enumerate(step_order, start=1) if isinstance(place, int)}
    kept_lanes = (
        old.pelaksana[place]._replace(id=lanes[old.pelaksana[place].id]) if isinstance(place, int) else place
        for place in lane_order
    )
    kept_steps = (
        _step(old.kegiatan[place], number, steps, lanes) if isinstance(place, int) else place
        for number, place in enumerate(step_order, start=1)
    )
    accepted = tuple(
        entry._replace(kegiatan=None if entry.kegiatan is None else steps.get(entry.kegiatan, -entry.kegiatan))
        for entry in old.abaikan
    )
    sop = old._replace(pelaksana=tuple(kept_lanes), kegiatan=tuple(kept_steps), abaikan=accepted)
    return Carried(sop, steps, lanes)


def _step(step: Kegiatan, number: int, steps: Mapping[int, int], lanes: Mapping[str, str]) -> Kegiatan:
    return step._replace(
        nomor=number,
        pelaksana=tuple(lanes.get(key, GONE + key) for key in step.pelaksana),
        arah=tuple(_way(way, steps) for way in step.arah),
    )


def _way(way: Arah, steps: Mapping[int, int]) -> Arah:
    target = None if way.ke is None else steps.get(way.ke, -way.ke)
    return way._replace(ke=target, rute=None if way.rute is None else _route(way.rute, steps))


def _route(route: Rute, steps: Mapping[int, int]) -> Rute:
    return route._replace(lewat=tuple((steps.get(number, -number), side) for number, side in route.lewat))
