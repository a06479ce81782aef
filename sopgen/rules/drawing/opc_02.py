"""OPC-02. Several pentagons at a break are numbered; each has exactly one partner (Slide 48)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Symbol
from sopgen.rules.drawing.strips import at_foot, at_head, twins


def check(chart: Chart) -> Iterator[Breach]:
    for page in range(chart.pages - 1):
        for strip in _strips(chart, page):
            for symbol in strip:
                if len(strip) > 1 and not symbol.number:
                    yield Breach(
                        Message("Beberapa segi lima, satu tanpa nomor.", "Several pentagons, one without a number."),
                        Message("Beri nomor yang sama pada pasangannya.", "Give it and its partner one number."),
                        spot=symbol.spot,
                        kind="pentagon",
                    )
    alone = [symbol for symbol in chart.symbols if symbol.kind == "offpage" and len(twins(chart, symbol)) != 1]
    for page in range(chart.pages - 1):
        foot, head = ([each for each in strip if each in alone] for strip in _strips(chart, page))
        if len(foot) == len(head) == 1 and foot[0].number and head[0].number:
            alone = [each for each in alone if each not in {foot[0], head[0]}]
            yield _apart(chart, foot[0], head[0])
    for symbol in alone:
        number = f" {symbol.number}" if symbol.number else ""
        yield Breach(
            Message(f"Segi lima{number} tanpa satu pasangan.", f"Pentagon{number} has not exactly one partner."),
            Message(
                "Setiap nomor berada pada tepat dua segi lima di dua halaman.",
                "Each number stands on exactly two pentagons, on two pages.",
            ),
            spot=symbol.spot,
            kind="alone",
            steps=_rows_beside(chart, symbol),
        )


def _strips(chart: Chart, page: int) -> tuple[tuple[Symbol, ...], tuple[Symbol, ...]]:
    """The foot of a page, and the head of the next."""
    return at_foot(chart, page), at_head(chart, page + 1)


def _apart(chart: Chart, foot: Symbol, head: Symbol) -> Breach:
    """The only two across a page break that have no partner: one of them has another number than it should."""
    return Breach(
        Message(
            f"Segi lima {foot.number} di kaki halaman dan {head.number} di kepala halaman berikutnya tidak "
            "bernomor sama.",
            f"Pentagons {foot.number} at a page's foot and {head.number} at the next page's head differ in number.",
        ),
        Message("Beri nomor yang sama pada keduanya.", "Give both the same number."),
        spot=foot.spot,
        kind="alone",
        steps=(*_rows_beside(chart, foot), *_rows_beside(chart, head)),
        more=(head.spot,),
    )


def _rows_beside(chart: Chart, symbol: Symbol) -> tuple[int, ...]:
    """The steps whose arrows it holds."""
    arrows = (*chart.into(symbol), *chart.out_of(symbol))
    return tuple(each.step for arrow in arrows for each in arrow.symbols if each.step)
