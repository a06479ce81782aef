"""OPC-01. A single pair at a page break carries no number (KemenPAN-RB slides 2014, slide 48)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart
from sopgen.rules.drawing.strips import at_foot, at_head
from sopgen.scene import Document


def check(chart: Chart) -> Iterator[Breach]:
    pairs = sum(symbol.kind == "offpage" for symbol in chart.symbols) // 2
    if chart.source is None and pairs > 1:
        return  # "several are numbered": slide 48 does not say whether at one break or in the document
    if chart.source is not None and _are_numbered(chart.source.document):
        return  # one that is gone leaves the others' numbers as they should be
    for page in range(chart.pages - 1):
        foot, head = at_foot(chart, page), at_head(chart, page + 1)
        if len(foot) == len(head) == 1 and foot[0].number and foot[0].number == head[0].number:
            yield Breach(
                Message("Segi lima bernomor padahal hanya satu.", "A numbered pentagon where there is but one."),
                Message("Hapus nomornya di kedua halaman.", "Delete its number on both pages."),
                spot=foot[0].spot,
            )


def _are_numbered(document: Document) -> bool:
    return any(symbol.kind == "offpage" and symbol.number for page in document.pages for symbol in page.symbols)
