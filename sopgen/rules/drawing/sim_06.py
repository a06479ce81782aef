"""SIM-06. The pentagon is for page changes only (KemenPAN-RB slides 2014, slides 43 and 48)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Symbol
from sopgen.rules.drawing.strips import at_foot, at_head


def check(chart: Chart) -> Iterator[Breach]:
    for symbol in chart.symbols:
        if symbol.kind == "offpage" and not _at_page_change(chart, symbol):
            row = _row(chart, symbol)
            yield Breach(
                Message("Segi lima tidak di pergantian halaman.", "A pentagon, but not where a page ends or begins."),
                Message(
                    "Hapus; segi lima hanya untuk pindah halaman.", "Delete it; pentagons are for page changes only."
                ),
                row,
                symbol.spot,
                "stranger",
                (row,) if row else (),
            )


def _at_page_change(chart: Chart, symbol: Symbol) -> bool:
    first, last = (chart.page(step.panel, step.down[0] + 1) for step in (chart.steps[0], chart.steps[-1]))
    return (symbol.page < last and symbol in at_foot(chart, symbol.page)) or (
        symbol.page > first and symbol in at_head(chart, symbol.page)
    )


def _row(chart: Chart, symbol: Symbol) -> int | None:
    y = symbol.drawn.centre[1]
    return next(
        (step.order for step in chart.steps if step.panel == symbol.panel and step.down[0] <= y < step.down[1]), None
    )
