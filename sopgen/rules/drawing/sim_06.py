"""SIM-06. The pentagon is for page changes only (KemenPAN-RB slides 2014, slides 43 and 48)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart


def check(chart: Chart) -> Iterator[Breach]:
    borders = {row for at in chart.sheet.breaks for row in (at - 1, at)}
    for symbol in chart.symbols:
        if symbol.kind == "offpage" and symbol.place[0] not in borders:
            yield Breach(
                Message("Segi lima tidak di pergantian halaman.", "A pentagon, but not where a page ends or begins."),
                Message(
                    "Hapus; segi lima hanya untuk pindah halaman.", "Delete it; pentagons are for page changes only."
                ),
                place=symbol.place,
            )
