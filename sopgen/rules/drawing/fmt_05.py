"""FMT-05. No connector inside a page: the circle is not used (Annex of Permenpan-RB 35/2012, on symbols)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart
from sopgen.rules.drawing.fmt_02 import is_circle


def check(chart: Chart) -> Iterator[Breach]:
    for symbol in (*chart.symbols, *chart.strangers):
        if is_circle(chart, symbol):
            yield Breach(
                Message("Lingkaran penghubung di dalam halaman.", "A connector circle inside a page."),
                Message("Hapus; tarik panahnya langsung ke simbol tujuan.", "Delete it; draw the arrow to its target."),
                symbol.step,
                symbol.spot,
                "stranger",
                (symbol.step,) if symbol.step else (),
            )
