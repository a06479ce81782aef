"""OPC-04. An arrow that goes on on another page goes through pentagons (KemenPAN-RB slides 2014, slides 43 and 48)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Arrow, Breach, Chart, Spot, way_of
from sopgen.rules.drawing.naming import ways


def check(chart: Chart) -> Iterator[Breach]:
    for panel, each in enumerate(chart.panels):
        for y in each.breaks:
            cut = [arrow for arrow in chart.arrows if arrow.panel == panel and _passes(arrow, y)]
            if cut:
                yield _breach(chart, cut, y)


def _passes(arrow: Arrow, y: float) -> bool:
    heights = [point[1] for point in arrow.points]
    return min(heights) < y - 1 and max(heights) > y + 1


def _breach(chart: Chart, cut: list[Arrow], y: float) -> Breach:
    below = next((step for step in chart.steps if step.panel == cut[0].panel and step.down[0] >= y - 1), None)
    before = Message(f" sebelum langkah {below.name}", f" before step {below.name}") if below else Message("", "")
    many = f"{len(cut)} arrows run" if len(cut) > 1 else "An arrow runs"
    return Breach(
        Message(
            f"{len(cut)} panah melewati pergantian halaman{before.id} tanpa segi lima.",
            f"{many} across the page break{before.en} without pentagons.",
        ),
        Message(
            "Hapus pergantian halaman itu, atau putus panahnya dengan sepasang segi lima.",
            "Remove the page break, or cut the arrow with a pair of pentagons.",
        ),
        below.order if below else None,
        below.spot if below else Spot(cut[0].panel, (1.0, y)),
        about=ways(chart, cut),
        kind="uncut" if len(cut) == 1 else "cut",
        steps=(below.order,) if below else (),
        ways=tuple(map(way_of, cut)),
    )
