"""SIM-05. A diamond has two branches, each with a label of its own (KemenPAN-RB slides 2014, slides 43 and 46)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Edge, Symbol
from sopgen.rules.drawing.due_symbols import as_due, due_kinds


def check(chart: Chart) -> Iterator[Breach]:
    for symbol in chart.symbols:
        if symbol.kind == "decision":
            yield from _no_decision(chart, symbol) if _is_other(chart, symbol) else _branches(chart, symbol)
        elif symbol.kind == "process" and symbol.step is not None and _is_decision(chart, symbol.step):
            yield Breach(
                Message("Keputusan digambar sebagai kotak.", "A decision is drawn as a box."),
                Message(
                    "Ganti simbolnya dengan belah ketupat (Decision).", "Change its symbol to a diamond (Decision)."
                ),
                symbol.step,
                symbol.spot,
                "shape",
                (symbol.step,),
            )


def _is_other(chart: Chart, symbol: Symbol) -> bool:
    """Whether the source draws this step as no diamond."""
    due = due_kinds(chart, chart.step(symbol.step)) if symbol.step else ()
    return bool(due) and "decision" not in due


def _no_decision(chart: Chart, symbol: Symbol) -> Iterator[Breach]:
    assert symbol.step is not None
    step = chart.step(symbol.step)
    if "terminator" in due_kinds(chart, step):
        return  # SIM-01 misses the capsule
    yield Breach(
        Message(
            "Belah ketupat pada langkah yang menurut spesifikasinya bukan keputusan.",
            "A diamond on a step that is no decision by the spec.",
        ),
        as_due(chart, step),
        symbol.step,
        symbol.spot,
        "shape",
        (symbol.step,),
    )


def _branches(chart: Chart, symbol: Symbol) -> Iterator[Breach]:
    arrows = chart.out_of(symbol)
    steps = (symbol.step,) if symbol.step else ()
    if len(arrows) < 2:
        yield Breach(
            Message(
                f"Belah ketupat dengan {len(arrows)} cabang.",
                f"A diamond with {len(arrows)} {'branch' if len(arrows) == 1 else 'branches'}.",
            ),
            Message("Tarik panah untuk setiap pilihan.", "Draw an arrow for each choice."),
            symbol.step,
            symbol.spot,
            "branches",
            steps,
        )
        return
    ways = [edge for edge in chart.edges if edge.source == symbol.step]
    known = chart.source is not None and symbol.step is not None and chart.step(symbol.step).due is not None
    if not known and not _is_labelled(ways):  # where the labels are known PNH-06 compares them
        yield Breach(
            Message("Cabang tanpa label sendiri.", "A branch without a label of its own."),
            Message("Beri setiap cabang label, misalnya Ya dan Tidak.", "Label each branch, such as Ya and Tidak."),
            symbol.step,
            symbol.spot,
            "unlabelled",
            steps,
        )


def _is_labelled(ways: list[Edge]) -> bool:
    """Whether each branch has a label, all of them different."""
    labels = {" ".join(way.label.casefold().split()) for way in ways if way.label.strip()}
    return len(labels) == len(ways)


def _is_decision(chart: Chart, order: int) -> bool:
    """Whether the source draws this step as a diamond."""
    return "decision" in due_kinds(chart, chart.step(order))
