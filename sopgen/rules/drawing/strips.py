"""The pentagons at a page's foot and head, and which belong together."""

from __future__ import annotations

from sopgen.rules.drawing.chart import Chart, Step, Symbol


def at_foot(chart: Chart, page: int) -> tuple[Symbol, ...]:
    """Below the last row of a page."""
    steps = _steps(chart, page)
    return tuple(symbol for symbol in _offpage(chart, page) if steps and symbol.drawn.centre[1] > _middle(steps[-1]))


def at_head(chart: Chart, page: int) -> tuple[Symbol, ...]:
    """Above the first row of a page."""
    steps = _steps(chart, page)
    return tuple(symbol for symbol in _offpage(chart, page) if steps and symbol.drawn.centre[1] < _middle(steps[0]))


def twins(chart: Chart, symbol: Symbol) -> tuple[Symbol, ...]:
    """The other pentagons with a pentagon's number; without one those without one across the same page break."""
    if symbol.number:
        others = (other for other in chart.symbols if other.kind == "offpage" and other != symbol)
        return tuple(other for other in others if other.number == symbol.number and other.page != symbol.page)
    goes_on = symbol in at_foot(chart, symbol.page)
    across = at_head(chart, symbol.page + 1) if goes_on else at_foot(chart, symbol.page - 1)
    return tuple(other for other in across if not other.number)


def _offpage(chart: Chart, page: int) -> tuple[Symbol, ...]:
    return tuple(symbol for symbol in chart.symbols if symbol.kind == "offpage" and symbol.page == page)


def _steps(chart: Chart, page: int) -> tuple[Step, ...]:
    return tuple(step for step in chart.steps if chart.page(step.panel, _middle(step)) == page)


def _middle(step: Step) -> float:
    return (step.down[0] + step.down[1]) / 2
