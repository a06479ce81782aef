"""PNH-04. All symbols hang together from start to end: no loose arrow, no step without one (Slides 44 and 47)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart


def check(chart: Chart) -> Iterator[Breach]:
    for arrow in chart.arrows:
        ends = ((arrow.start, arrow.line.points[0]), (arrow.end, arrow.line.points[-1]))
        loose = [point for end, point in ends if end.symbol is None]
        if loose:
            step = next((end.symbol.step for end, _ in ends if end.symbol), None)
            yield Breach(
                Message(f"“{arrow.line.name}” tidak menempel pada simbol.", f"“{arrow.line.name}” hangs on no symbol."),
                Message("Tempelkan kedua ujungnya pada simbol.", "Attach both its ends to symbols."),
                step,
                chart.sheet.place_of(loose[0]),
            )
    yield from _steps(chart)


def _steps(chart: Chart) -> Iterator[Breach]:
    first = int(chart.steps[0][1])
    for row, number in chart.steps:
        step = int(number)
        symbols = chart.of_step(step)
        if not symbols:
            told = Message("Langkah tanpa simbol.", "A step without a symbol.")
        elif step != first and not any(chart.into(symbol) for symbol in symbols):
            told = Message("Tidak ada panah menuju langkah ini.", "No arrow leads to this step.")
        elif not any(chart.out_of(symbol) or symbol.kind == "terminator" for symbol in symbols):
            told = Message("Tidak ada panah dari langkah ini.", "No arrow leads on from this step.")
        else:
            continue
        yield Breach(
            told, Message("Hubungkan dari mulai sampai akhir.", "Connect it from start to end."), step, (row, 0)
        )
