"""How the router's cost grows with steps, lanes and arrows alive: `python benchmarks/router_growth.py`.

Writes router-growth.svg beside this file: a dot a problem, a line through the medians, processor milliseconds
on a logarithmic scale.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator, Sequence
from math import log10
from pathlib import Path
from typing import NamedTuple

import router_ours
from router_sets import Size, arrows_alive, random_sop

from sopgen.layout.route import NoRoomError

TARGET = Path(__file__).with_name("router-growth.svg")
STEPS = (10, 20, 40, 80, 160, 320)
LANES = (2, 3, 5, 8, 12, 16, 20)
WIDTH, HEIGHT = 300, 240
LEFT, TOP, BELOW, BETWEEN = 44, 24, 36, 24
LEAST, MOST = 1.0, 100_000.0  # milliseconds
ENOUGH = 3  # problems for a median

Point = tuple[int, float]


class Panel(NamedTuple):
    title: str
    points: tuple[Point, ...]
    logarithmic: bool


def measured(size: Size, seeds: range) -> Iterator[tuple[int, float]]:
    """Arrows alive and milliseconds of each problem that finds room."""
    for seed in seeds:
        try:
            ours = router_ours.route(random_sop(size, seed))
        except NoRoomError:
            continue
        yield arrows_alive([(a.source, a.target) for a in ours.plane.arrows]), ours.milliseconds


def panels() -> list[Panel]:
    steps = [(n, ms) for n in STEPS for _, ms in measured(Size((n, n), (12, 12), (0.2,)), range(7))]
    lanes = [(n, ms) for n in LANES for _, ms in measured(Size((40, 40), (n, n), (0.2,)), range(15))]
    alive = list(measured(Size((40, 40), (8, 8), (0.1, 0.2, 0.3, 0.4)), range(120)))
    return [
        Panel("steps (12 lanes)", tuple(steps), logarithmic=True),
        Panel("lanes (40 steps)", tuple(lanes), logarithmic=False),
        Panel("arrows alive (40 steps, 8 lanes)", tuple(alive), logarithmic=False),
    ]


def drawn(shown: Sequence[Panel]) -> str:
    width = len(shown) * (LEFT + WIDTH + BETWEEN)
    height = TOP + HEIGHT + BELOW
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            'font-family="sans-serif" font-size="11">'
        ),
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for i, panel in enumerate(shown):
        parts.append(f'<g transform="translate({i * (LEFT + WIDTH + BETWEEN) + LEFT} {TOP})">')
        parts += [*_axes(panel), *_marks(panel), "</g>"]
    return "\n".join([*parts, "</svg>", ""])


def _axes(panel: Panel) -> Iterator[str]:
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="none" stroke="#888"/>'
    yield f'<text x="{WIDTH / 2}" y="{HEIGHT + 30}" text-anchor="middle">{panel.title}</text>'
    yield '<text x="-6" y="-8" text-anchor="end">ms</text>'
    value = LEAST
    while value <= MOST:
        y = _y(value)
        yield f'<path d="M0 {y:.1f}H{WIDTH}" stroke="#ddd"/>'
        yield f'<text x="-6" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>'
        value *= 10
    for place in sorted({n for n, _ in panel.points}):
        yield f'<text x="{_x(panel, place):.1f}" y="{HEIGHT + 14}" text-anchor="middle">{place}</text>'


def _marks(panel: Panel) -> Iterator[str]:
    for place, ms in panel.points:
        yield f'<circle cx="{_x(panel, place):.1f}" cy="{_y(ms):.1f}" r="2" fill="#36c" fill-opacity="0.35"/>'
    medians = []
    for place in sorted({n for n, _ in panel.points}):
        here = [ms for n, ms in panel.points if n == place]
        if len(here) >= ENOUGH:
            medians.append(f"{_x(panel, place):.1f},{_y(statistics.median(here)):.1f}")
    yield f'<polyline points="{" ".join(medians)}" fill="none" stroke="#c30" stroke-width="1.5"/>'


def _x(panel: Panel, place: int) -> float:
    def scale(n: int) -> float:
        return log10(n) if panel.logarithmic else float(n)

    places = [n for n, _ in panel.points]
    lo, hi = scale(min(places)), scale(max(places))
    return 14 + (scale(place) - lo) / (hi - lo) * (WIDTH - 28)


def _y(ms: float) -> float:
    inside = min(max(ms, LEAST), MOST)
    return HEIGHT * (1 - (log10(inside) - log10(LEAST)) / (log10(MOST) - log10(LEAST)))


def main() -> int:
    TARGET.write_text(drawn(panels()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
