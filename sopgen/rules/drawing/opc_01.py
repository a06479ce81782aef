"""OPC-01. A single pair at a page break carries no number (KemenPAN-RB slides 2014, slide 48)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Symbol


def check(chart: Chart) -> Iterator[Breach]:
    for first, second in ((at, at + 1) for at in range(len(chart.sheet.breaks))):
        foot, head = at_foot(chart, first), at_head(chart, second)
        if len(foot) == len(head) == 1 and foot[0].number and foot[0].number == head[0].number:
            yield Breach(
                Message("Segi lima bernomor padahal hanya satu.", "A numbered pentagon where there is but one."),
                Message("Hapus nomornya di kedua halaman.", "Delete its number on both pages."),
                place=foot[0].place,
            )


def at_foot(chart: Chart, page: int) -> tuple[Symbol, ...]:
    return _in_row(chart, chart.sheet.breaks[page] - 1)


def at_head(chart: Chart, page: int) -> tuple[Symbol, ...]:
    return _in_row(chart, chart.sheet.breaks[page - 1])


def _in_row(chart: Chart, row: int) -> tuple[Symbol, ...]:
    return tuple(symbol for symbol in chart.symbols if symbol.kind == "offpage" and symbol.place[0] == row)
