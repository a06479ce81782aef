"""SIM-06. The pentagon is for page changes only (KemenPAN-RB slides 2014, slides 43 and 48)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Symbol, rows_of
from sopgen.rules.drawing.strips import at_foot, at_head


def check(chart: Chart) -> Iterator[Breach]:
    amid: dict[tuple[int, int | None], list[Symbol]] = {}
    for symbol in chart.symbols:
        if symbol.kind == "offpage" and not _at_page_change(chart, symbol):
            row = _row(chart, symbol)
            if row is None and chart.source is not None:
                amid.setdefault((symbol.panel, _below(chart, symbol)), []).append(symbol)
            else:
                yield Breach(_TOLD, _DELETE, row, symbol.spot, "stranger", (row,) if row else ())
    if amid:
        yield _unbroken(chart, amid)


_TOLD: Final = Message("Segi lima tidak di pergantian halaman.", "A pentagon, but not where a page ends or begins.")
_DELETE: Final = Message(
    "Hapus; segi lima hanya untuk pindah halaman.", "Delete it; pentagons are for page changes only."
)


def _unbroken(chart: Chart, amid: Mapping[tuple[int, int | None], Sequence[Symbol]]) -> Breach:
    """The pentagons between two rows where a page of the source ends, and none ends here any more: of all pages once.

    `amid`: by their sheet and the row below them.
    """
    symbols = [symbol for each in amid.values() for symbol in each]
    below = [order for _, order in amid if order]
    names = ", ".join(chart.step(order).name for order in below)
    at = Message(f" sebelum langkah {names}", f" before step {names}") if names else Message("", "")
    return Breach(
        Message(
            f"{len(symbols)} segi lima{at.id} tidak lagi di pergantian halaman.",
            f"{len(symbols)} pentagons{at.en} stand where no page ends any more.",
        ),
        Message(f"Pulihkan pergantian halaman (Page Break){at.id}.", f"Put the page break{at.en} back."),
        next(iter(below), None),
        symbols[0].spot,
        "unbroken",
        (
            *rows_of(*(arrow for symbol in symbols for arrow in (*chart.into(symbol), *chart.out_of(symbol)))),
            *below,
        ),
        more=tuple(each[0].spot for each in list(amid.values())[1:]),
    )


def _below(chart: Chart, symbol: Symbol) -> int | None:
    """The row below a pentagon."""
    y = symbol.drawn.centre[1]
    return next((step.order for step in chart.steps if step.panel == symbol.panel and step.down[0] > y), None)


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
