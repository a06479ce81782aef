"""TBL-03. One column for each executor (KemenPAN-RB slides 2014, slide 51)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart


def check(chart: Chart) -> Iterator[Breach]:
    seen: set[str] = set()
    for heading in chart.lanes:
        name = " ".join(heading.cell.text.split())
        if name.casefold() in seen:
            yield Breach(
                Message(f"Pelaksana {name} mempunyai dua kolom.", f"Executor {name} has two columns."),
                Message("Satukan kolomnya.", "Make them one column."),
                spot=heading.spot,
                kind="lane-head",
            )
        seen.add(name.casefold())
    if chart.source and len(chart.lanes) < len(chart.source.lane_names):
        missing = [name for name in chart.source.lane_names if name.casefold() not in seen]
        told = ", ".join(missing)
        yield Breach(
            Message(
                f"Kolom pelaksana {told} tanpa nama, atau hilang.", f"The column of {told} has no name, or is gone."
            ),
            Message("Tulis nama pelaksananya.", "Write the executor's name."),
            spot=chart.lanes[0].spot if chart.lanes else None,
            kind="lane-head",
        )
