"""The heights of a page's rows: grown for tracks and stacks, then stretched towards the pages' foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sopgen.layout import style
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.pagination import fill_page, fill_pages
from sopgen.layout.route.problem import BandKind

_STRIPS = {BandKind.HEAD: style.STRIP_HEAD, BandKind.FOOT: style.STRIP_FOOT}


def grown_rows(chart: Chart, heights: Mapping[int, float], least: float) -> dict[int, float]:
    """By kegiatan, with room for every track and stack of a page. `least` with one symbol; points."""
    grown = dict(heights)
    before = _row_heights(chart, heights)
    for i, row in enumerate(chart.rows):
        if row.step is not None:
            stack = chart.stack_height(row) + least - style.SYMBOL_HEIGHT
            before[i] = max(before[i], style.on_grid(stack))
    for row, height in zip(chart.rows, chart.least_heights(before), strict=True):
        if row.step is not None:
            grown[row.step] = max(grown[row.step], height)
    return grown


def stretched_rows(charts: Sequence[Chart], heights: Mapping[int, float], spaces: Sequence[float]) -> list[list[float]]:
    """The rows of each page, stretched by one addition on all pages: what says the same stays as high.

    A single page ends at its foot; of several the fullest does, and the last may be short. `spaces`: what each page
    has for rows and strips, in points.
    """
    natural = [_row_heights(chart, heights) for chart in charts]
    growable = [[row.step is not None for row in chart.rows] for chart in charts]
    most = max(style.STRETCH_MOST, style.ROW_STRETCHED - min(heights.values()))
    if len(charts) == 1:
        return [fill_page(natural[0], growable[0], spaces[0], most)]
    return fill_pages(natural, growable, list(spaces), most)


def _row_heights(chart: Chart, heights: Mapping[int, float]) -> list[float]:
    return [heights[row.step] if row.step is not None else _STRIPS[row.kind] for row in chart.rows]
