"""TBL-04. The table's head stands on each of its pages, drawn there or printed on all (a study of SOPs of BPS).

Where nobody set the ends of a sheet's pages, they are the printer's affair, and nothing can be said.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Step


def check(chart: Chart) -> Iterator[Breach]:
    if chart.source is not None and not chart.source.heads_repeated:
        return  # so its spec wants it, and is told
    first_on: dict[int, Step] = {}
    for step in chart.steps:
        first_on.setdefault(chart.page(step.panel, step.down[0] + 1), step)
    for page, step in list(first_on.items())[1:]:
        if not _has_head(chart, page, step):
            yield Breach(
                Message(
                    "Halaman lanjutan tanpa kepala tabel.",
                    "A following page without the table's head.",
                ),
                Message(
                    "Ulangi kepala tabel di atas langkah pertama halaman itu (di buku kerja: Print Titles).",
                    "Repeat the table's head above that page's first step (in a workbook: Print Titles).",
                ),
                step.order,
                step.spot,
            )


def _has_head(chart: Chart, page: int, first: Step) -> bool:
    titles = chart.panels[first.panel].titles
    heads = [heading for heading in chart.headings if heading.panel == first.panel]
    if titles and any(titles[0] <= heading.cell.box[1] < titles[1] for heading in heads):
        return True
    return any(
        heading.cell.box[1] < first.down[0] and chart.page(heading.panel, heading.cell.box[1] + 1) == page
        for heading in heads
    )
