"""PNH-06. The arrows are those of the workbook's own source: none gone, none led elsewhere, none added."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Symbol

Edge = tuple[int, int]
MOST_PAGES = 200


def check(chart: Chart) -> Iterator[Breach]:
    if chart.expected is None:
        return
    due = {
        (source or target, target or source)
        for page in chart.expected.pages
        for arrow in page.arrows
        for source, target in arrow.edges
        if source or target
    }
    found = set(_edges(chart))
    rows = {int(number): row for row, number in chart.steps}
    for start, end in sorted(due - found):
        yield Breach(
            Message(
                f"Panah dari langkah {start} ke {end} tidak ada.", f"There is no arrow from step {start} to {end}."
            ),
            Message("Pulihkan panahnya, atau ubah spesifikasinya.", "Put the arrow back, or change the spec."),
            start,
            (rows[start], 0) if start in rows else None,
        )
    for start, end in sorted(found - due):
        yield Breach(
            Message(
                f"Panah dari langkah {start} ke {end} tidak ada di spesifikasinya.",
                f"The spec has no arrow from step {start} to {end}.",
            ),
            Message("Hapus panahnya, atau ubah spesifikasinya.", "Delete the arrow, or change the spec."),
            start,
            (rows[start], 0) if start in rows else None,
        )


def _edges(chart: Chart) -> Iterator[Edge]:
    """Step to step, through pentagons of one pair to other pages."""
    for arrow in chart.arrows:
        source, target = arrow.start.symbol, arrow.end.symbol
        if arrow.plain or source is None or target is None or source.step is None:
            continue
        for end in _targets(chart, target, 0):
            yield source.step, end


def _targets(chart: Chart, symbol: Symbol, depth: int) -> Iterator[int]:
    if symbol.step is not None:
        yield symbol.step
    elif symbol.kind == "offpage" and depth < MOST_PAGES:
        for twin in twins(chart, symbol):
            for arrow in chart.out_of(twin):
                if arrow.end.symbol is not None:
                    yield from _targets(chart, arrow.end.symbol, depth + 1)


def twins(chart: Chart, symbol: Symbol) -> tuple[Symbol, ...]:
    """The other pentagons with a pentagon's number; without one those without one across the same page break."""
    others = (other for other in chart.symbols if other.kind == "offpage" and other != symbol)
    if symbol.number:
        return tuple(other for other in others if other.number == symbol.number and other.page != symbol.page)
    row = symbol.place[0]
    across = row + 1 if row + 1 in chart.sheet.breaks else row - 1
    return tuple(other for other in others if not other.number and other.place[0] == across)
