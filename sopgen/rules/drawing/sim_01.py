"""SIM-01. The first and the closing steps are capsules, no other is (KemenPAN-RB slides 2014, slides 43-44)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Step
from sopgen.rules.drawing.due_symbols import as_due, is_capsule_due
from sopgen.rules.drawing.fmt_02 import is_nearly_capsule
from sopgen.rules.drawing.wording import or_made_anew


def check(chart: Chart) -> Iterator[Breach]:
    for step in chart.steps:
        symbols = chart.of_step(step.order)
        if not symbols:
            continue  # PNH-04 or FMT-02 speaks of it
        capsules = [symbol for symbol in symbols if symbol.kind == "terminator"]
        has = bool(capsules)
        due = is_capsule_due(chart, step)
        if due and not has and _extras(chart, step):
            yield Breach(
                Message(
                    "Kapsul pembuka atau penutup pada langkah ini tidak ada lagi.",
                    "The capsule that opens or closes the flow at this step is gone.",
                ),
                or_made_anew(
                    Message(
                        "Gambar lagi kapsulnya (Flowchart: Terminator) dengan panahnya",
                        "Draw the capsule (Flowchart: Terminator) again with its arrow",
                    )
                ),
                step.order,
                symbols[0].spot,
                "capsule-gone",
                (step.order,),
                grave=True,
            )
        elif due and not has and not _has_capsule_before_or_behind(chart, step):
            yield Breach(
                Message("Langkah pembuka atau penutup tanpa kapsul.", "An opening or closing step without a capsule."),
                Message("Ganti simbolnya dengan kapsul (Terminator).", "Change its symbol to a capsule (Terminator)."),
                step.order,
                symbols[0].spot,
                "shape",
                (step.order,),
            )
        elif has and due is False and chart.source is not None and all(capsule.extra for capsule in capsules):
            yield Breach(
                Message(
                    "Kapsul ditambahkan pada langkah di tengah alur; spesifikasinya tidak memuatnya.",
                    "A capsule was added to a step in the middle; the spec has none there.",
                ),
                Message("Hapus kapsulnya.", "Delete the capsule."),
                step.order,
                capsules[0].spot,
                "second",
                (step.order,),
                grave=True,
            )
        elif has and due is False and (chart.source is not None or not all(map(is_nearly_capsule, capsules))):
            yield Breach(
                Message("Kapsul pada langkah di tengah alur.", "A capsule on a step in the middle."),
                as_due(chart, step),
                step.order,
                symbols[0].spot,
                "shape",
                (step.order,),
            )


def _extras(chart: Chart, step: Step) -> int:
    """How many capsules the source draws beside the symbol of a step."""
    steps = chart.source.steps if chart.source else ()
    return next((each.extras for each in steps if each.number == step.due), 0)


def _has_capsule_before_or_behind(chart: Chart, step: Step) -> bool:
    """Whether an arrow joins it to a capsule in a row of its own, which bears no step."""
    return any(
        symbol.kind == "terminator" and symbol.step is None
        for arrow in chart.arrows
        if any(each.step == step.order for each in arrow.symbols)
        for symbol in arrow.symbols
    )
