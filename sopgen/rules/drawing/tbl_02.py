"""TBL-02. Steps are numbered from 1 without gaps or repeats (KemenPAN-RB slides 2014, slide 51)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart


def check(chart: Chart) -> Iterator[Breach]:
    for due, (row, written) in enumerate(chart.steps, start=1):
        if int(written) != due:
            yield Breach(
                Message(f"Nomor {written} seharusnya {due}.", f"Number {written} should be {due}."),
                Message("Nomori langkah dari atas ke bawah, mulai 1.", "Number the steps from the top, from 1."),
                int(written),
                (row, 0),
            )
            return  # every further number would be wrong by the same amount
