"""OPC-03. An arrow enters the pentagon on its page and leaves its partner on the other (slide 48)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Symbol
from sopgen.rules.drawing.naming import ways
from sopgen.rules.drawing.strips import twins


def check(chart: Chart) -> Iterator[Breach]:
    for symbol in chart.symbols:
        if symbol.kind == "offpage" and not _is_passed_through(chart, symbol):
            yield Breach(
                Message(
                    "Segi lima harus dimasuki panah di satu halaman dan ditinggalkan panah di halaman pasangannya.",
                    "Arrows must enter a pentagon on one page and leave its partner on the other.",
                ),
                Message("Periksa arah panahnya.", "Check the direction of its arrows."),
                spot=symbol.spot,
                about=ways(chart, (*chart.into(symbol), *chart.out_of(symbol))),
                kind="passing",
            )


def _is_passed_through(chart: Chart, symbol: Symbol) -> bool:
    entered, left = bool(chart.into(symbol)), bool(chart.out_of(symbol))
    partners = twins(chart, symbol)
    return entered != left and all(bool(chart.into(twin)) != entered for twin in partners)
