"""FMT-02. Only the five symbols: capsule, box, diamond, pentagon, arrow (KemenPAN-RB slides 2014, slides 41-42)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import KINDS, Breach, Chart

ROUND = ("ellipse", "flowChartConnector")  # FMT-05 speaks of these
NEARLY = ("roundRect",)  # taken for a capsule, but none


def check(chart: Chart) -> Iterator[Breach]:
    strangers = [shape for shape in chart.strangers if shape.preset not in ROUND]
    strangers += [symbol.shape for symbol in chart.symbols if symbol.shape.preset in NEARLY]
    offered = ", ".join(preset for preset in KINDS if preset.startswith("flowChart"))
    for shape in strangers:
        named = shape.name or shape.preset
        yield Breach(
            Message(f"“{named}” bukan salah satu dari lima simbol.", f"“{named}” is none of the five symbols."),
            Message(
                "Hapus, atau ganti bentuknya (Change Shape) dengan kapsul, kotak, belah ketupat, atau segi lima.",
                f"Delete it, or change its shape to one of {offered}.",
            ),
            place=chart.sheet.place_of(shape.centre),
        )
