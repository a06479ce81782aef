"""SOPs and their references in, the map of a bureau out: units, their SOPs, and what leads where.

On a large map arrows from unit to unit are a tangle that nobody follows. There a SOP of another unit is shown as a
signpost inside the unit that names it, and only arrows within a unit are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from sopgen.bureau.references import Reference, title_key
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line

CROSSING_MOST = 24  # arrows between units that are drawn as such
NO_UNIT = "Tanpa unit"


class MapNode(NamedTuple):
    """One node. `signpost`: stands for the SOP `points_to` of another unit; `missing`: named, but no spec is there."""

    id: str
    kind: Literal["sop", "signpost", "missing"]
    title: str
    note: str = ""  # a SOP's number, a signpost's unit
    link: str = ""
    points_to: str = ""


class Unit(NamedTuple):
    name: str
    places: tuple[MapNode, ...]
    arrows: tuple[tuple[str, str], ...]


class BureauMap(NamedTuple):
    """`arrows` lead from unit to unit; those within a unit stand there."""

    units: tuple[Unit, ...]
    arrows: tuple[tuple[str, str], ...]


def draw_map(sops: Sequence[Sop], references: Sequence[Reference], links: Sequence[str]) -> BureauMap:
    """`links` are where each SOP's document is found."""
    units = [unit_name(sop) for sop in sops]
    crossing = [each for each in references if each.target is not None and units[each.source] != units[each.target]]
    with_signposts = len(crossing) > CROSSING_MOST
    drawn = []
    for name in sorted(set(units), key=lambda unit: (unit == NO_UNIT, unit.casefold(), unit)):
        own = [index for index, unit in enumerate(units) if unit == name]
        places = {f"s{index}": _sop_place(index, sops[index], links[index]) for index in own}
        arrows = []
        for reference in references:
            if units[reference.source] != name:
                continue
            place = _target_place(reference, sops, units, with_signposts=with_signposts)
            if place is not None:
                places.setdefault(place.id, place)
                arrows.append((f"s{reference.source}", place.id))
        drawn.append(Unit(name, tuple(places.values()), tuple(arrows)))
    between = () if with_signposts else tuple((f"s{each.source}", f"s{each.target}") for each in crossing)
    return BureauMap(tuple(drawn), between)


def unit_name(sop: Sop) -> str:
    return on_one_line(*sop.unit) or NO_UNIT


def _sop_place(index: int, sop: Sop, link: str) -> MapNode:
    return MapNode(f"s{index}", "sop", on_one_line(sop.judul), on_one_line(sop.nomor), link)


def _target_place(
    reference: Reference, sops: Sequence[Sop], units: Sequence[str], *, with_signposts: bool
) -> MapNode | None:
    """The node that a reference leads to inside its own unit; None where an arrow leaves the unit."""
    unit = units[reference.source]
    home = sorted(set(units)).index(unit)
    if reference.target is None:
        return MapNode(f"m{home}-{title_key(reference.name).replace(' ', '-')}", "missing", reference.name)
    target = sops[reference.target]
    if units[reference.target] == unit:
        return MapNode(f"s{reference.target}", "sop", "")
    if not with_signposts:
        return None
    return MapNode(
        f"r{home}-{reference.target}",
        "signpost",
        on_one_line(target.judul),
        units[reference.target],
        points_to=f"s{reference.target}",
    )
