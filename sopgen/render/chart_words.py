"""A document in, its flow told in Indonesian words: what one who cannot see the chart needs to know of it.

A step's sentence: "Langkah 5, Kabid, keputusan: Ya ke langkah 6, Tidak ke langkah 4."
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sopgen.scene import Document, Page, Symbol


class _Way(NamedTuple):
    """A way out of a step: to a step, or to the end where `target` is None."""

    target: int | None
    label: str


class Step(NamedTuple):
    """What is told of one step; `opens` and `closes` whether its own symbol begins or ends the flow."""

    sentence: str
    opens: bool
    closes: bool


def lane_names(document: Document) -> dict[str, str]:
    """The lanes' printed names by id; a lane without one keeps its id."""
    return {lane.id: lane.name or lane.id for page in document.pages for lane in page.lanes}


def steps_in_words(document: Document, names: Mapping[str, str]) -> dict[int, Step]:
    """Each step of the flow by its number."""
    symbols: dict[int, list[Symbol]] = {}
    ways: dict[int, dict[int | None, str]] = {}
    for page in document.pages:
        by_id = {symbol.id: symbol for symbol in page.symbols}
        for symbol in page.symbols:
            if symbol.step is not None and not symbol.extra:
                symbols.setdefault(symbol.step, []).append(symbol)
        for arrow in page.arrows:
            source = by_id.get(arrow.source)
            for step, target in arrow.edges:
                if step is None:
                    continue
                known = ways.setdefault(step, {})
                known.setdefault(target, "")
                if arrow.label and source is not None and source.step == step:
                    known[target] = arrow.label.text
    return {
        step: _step(step, drawn, [_Way(*way) for way in ways.get(step, {}).items()], names)
        for step, drawn in sorted(symbols.items())
    }


def page_in_words(page: Page, told: Mapping[int, Step]) -> str:
    """The steps of one page, one sentence after the other."""
    steps = [row.step for row in page.rows if row.step is not None]
    if not steps:
        return "Diagram alir."
    span = f"langkah {steps[0]}" if len(steps) == 1 else f"langkah {steps[0]} sampai {steps[-1]}"
    return " ".join([f"Diagram alir {span}.", *(told[step].sentence for step in steps if step in told)])


def symbol_in_words(symbol: Symbol, names: Mapping[str, str], told: Mapping[int, Step]) -> str:
    """The symbol as it stands in its lane's cell: who, and which of the permitted symbols."""
    who = _listed(names.get(lane, lane) for lane in symbol.lanes)
    return f"{who}: {_kind(symbol, told)}" if who else _kind(symbol, told)


def _kind(symbol: Symbol, told: Mapping[int, Step]) -> str:
    match symbol.kind:
        case "terminator":
            step = told.get(symbol.step or 0)
            if symbol.extra or step is None:
                return "mulai" if symbol.opens else "selesai"
            return " dan ".join(word for word, so in (("mulai", step.opens), ("selesai", step.closes)) if so)
        case "decision":
            return "keputusan"
        case _:
            return "kegiatan"


def _step(step: int, drawn: list[Symbol], ways: list[_Way], names: Mapping[str, str]) -> Step:
    opens, closes = step == 1, not any(way.target is not None for way in ways)
    kind = ", mulai" if opens else ""
    kind += ", keputusan" if any(way.label for way in ways) else ""
    return Step(f"Langkah {step}, {_who(drawn, names)}{kind}: {_ways(step, ways)}.", opens, closes)


def _who(drawn: list[Symbol], names: Mapping[str, str]) -> str:
    """The lead first, then those that share a joint activity."""
    lead = next((symbol for symbol in drawn if not symbol.beside), drawn[0])
    first, *others = [names.get(lane, lane) for lane in lead.lanes] or [""]
    others += [names.get(lane, lane) for symbol in drawn if symbol is not lead for lane in symbol.lanes]
    return f"{first} bersama {_listed(others)}" if others else first


def _ways(step: int, ways: list[_Way]) -> str:
    """On first, then to the end, then back, as the eye follows them down the page."""
    if not ways:
        return "selesai"
    ordered = sorted(ways, key=lambda way: _order(step, way))
    if any(way.label for way in ordered):
        return ", ".join(f"{way.label} {_to(way.target)}".strip() for way in ordered)
    if len(ordered) == 1:
        return _to(ordered[0].target) if ordered[0].target is not None else "selesai"
    return "serentak " + _listed(_to(way.target) for way in ordered)


def _order(step: int, way: _Way) -> tuple[int, int]:
    if way.target is None:
        return 1, 0
    return (0 if way.target > step else 2), way.target


def _to(target: int | None) -> str:
    return "ke selesai" if target is None else f"ke langkah {target}"


def _listed(words: Iterable[str]) -> str:
    *first, last = list(words) or [""]
    return f"{', '.join(first)} dan {last}" if first else last
