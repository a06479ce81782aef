"""TBL-03. One column for each executor (KemenPAN-RB slides 2014, slide 51)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart


def check(chart: Chart) -> Iterator[Breach]:
    seen: set[str] = set()
    for name, (first, _) in zip(chart.lane_names, chart.lanes, strict=True):
        place = next((place for place, text in chart.head if place[1] == first and text.split() == name.split()), None)
        if not name:
            yield Breach(
                Message("Kolom pelaksana tanpa nama.", "An executor's column without a name."),
                Message("Tulis nama pelaksananya.", "Write the executor's name."),
            )
        elif name.casefold() in seen:
            yield Breach(
                Message(f"Pelaksana {name} mempunyai dua kolom.", f"Executor {name} has two columns."),
                Message("Satukan kolomnya.", "Make them one column."),
                place=place,
            )
        seen.add(name.casefold())
