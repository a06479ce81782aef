"""SIM-07. A row holds one symbol for each of its executors, no second one (KemenPAN-RB slides 2014, slides 45-46)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Symbol


def check(chart: Chart) -> Iterator[Breach]:
    for step in chart.steps:
        symbols = [symbol for symbol in chart.of_step(step.order) if not symbol.extra]
        loose = [symbol for symbol in symbols if not chart.tied(symbol)]
        if len(symbols) < 2 or not loose or _is_due(chart, step.due, symbols):
            continue
        odd = _odd(chart, loose, step.due)
        yield Breach(
            Message(
                f"{len(symbols)} simbol dalam satu baris tanpa garis penghubung.",
                f"{len(symbols)} symbols in one row without a line that joins them.",
            ),
            Message(
                "Satu baris satu simbol: hapus yang lebih, atau pecah barisnya; kegiatan bersama dihubungkan garis.",
                "One symbol a row: delete the second or split the row; join those of a joint activity by a line.",
            ),
            step.order,
            odd.spot,
            "second",
            (step.order,),
        )


def _is_due(chart: Chart, due: int | None, symbols: list[Symbol]) -> bool:
    if chart.source is None or due is None:
        return False
    step = next(each for each in chart.source.steps if each.number == due)
    return len(symbols) <= len(step.kinds) - step.extras


def _odd(chart: Chart, symbols: list[Symbol], due: int | None) -> Symbol:
    """The one that nobody expects there: without arrows, or in a lane that is not the step's."""
    step = next((each for each in chart.source.steps if each.number == due), None) if chart.source else None
    return max(
        symbols,
        key=lambda symbol: (
            step is not None and not set(symbol.lanes) & set(step.lanes),
            not chart.into(symbol) and not chart.out_of(symbol),
            symbol.lanes,
        ),
    )
