"""TBL-02. Steps are numbered from 1 without gaps or repeats (KemenPAN-RB slides 2014, slide 51)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.cell_edits import undone
from sopgen.rules.drawing.chart import Breach, Chart
from sopgen.rules.drawing.wording import shortened

_NUMBERED: Final = Message("Nomori langkah dari atas ke bawah, mulai 1.", "Number the steps from the top, from 1.")


def check(chart: Chart) -> Iterator[Breach]:
    for edit in undone(chart, "number"):
        here = shortened(edit.here)
        told = (
            Message(f"Nomor {edit.there} diganti “{here}”.", f"Number {edit.there} was changed to “{here}”.")
            if here
            else Message(f"Nomor {edit.there} dihapus.", f"Number {edit.there} was deleted.")
        )
        yield Breach(told, _NUMBERED, spot=edit.spot, kind="number", grave=True)
    for due, step in enumerate(chart.steps, start=1):
        if step.number == str(due):
            continue
        told = (
            Message(f"Nomor {step.number} seharusnya {due}.", f"Number {step.number} should be {due}.")
            if step.number
            else Message(f"Langkah tanpa nomor; seharusnya {due}.", f"A step without a number; it should be {due}.")
        )
        yield Breach(
            told,
            _NUMBERED,
            step.order,
            step.spot,
            "number",
            (step.order,),
        )
        return  # every further number would be wrong by the same amount
