"""SIM-07. A row holds one symbol for each of its executors, no second one (KemenPAN-RB slides 2014, slides 45-46)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart, Step, Symbol
from sopgen.rules.drawing.lanes_due import lanes_due
from sopgen.rules.drawing.source import DueStep
from sopgen.rules.drawing.wording import or_made_anew


def check(chart: Chart) -> Iterator[Breach]:
    for step in chart.steps:
        symbols = [symbol for symbol in chart.of_step(step.order) if not symbol.extra]
        loose = [symbol for symbol in symbols if not chart.tied(symbol)]
        if len(symbols) < 2 or not loose:
            continue
        if _is_due(chart, step.due, symbols):
            yield _untied(chart, step, loose)
            continue
        odd = _odd(chart, loose, step.due)
        yield Breach(
            _told(chart, step, symbols),
            _REMEDY,
            step.order,
            odd.spot,
            "second",
            (step.order,),
            grave=chart.source is not None and step.due is not None,
        )


_REMEDY: Final = Message(
    "Satu baris satu simbol: hapus yang lebih, atau pecah barisnya; kegiatan bersama dihubungkan garis.",
    "One symbol a row: delete the second or split the row; join those of a joint activity by a line.",
)


def _untied(chart: Chart, step: Step, loose: list[Symbol]) -> Breach:
    """The symbols of a joint activity, of which some hang on no line any more."""
    names = ", ".join(dict.fromkeys(chart.lane_names[lane] for symbol in loose for lane in symbol.lanes[:1]))
    return Breach(
        Message(
            f"Garis penghubung simbol bersama di langkah {step.name} tidak ada: kolom {names}.",
            f"The line that joins the symbols of step {step.name} is gone: column {names}.",
        ),
        or_made_anew(Message("Pulihkan garisnya", "Put the line back")),
        step.order,
        loose[0].spot,
        "second",
        (step.order,),
        grave=True,
    )


def _told(chart: Chart, step: Step, symbols: list[Symbol]) -> Message:
    """How many symbols there are, in which columns, and how many the source has there."""
    names = list(dict.fromkeys(chart.lane_names[lane] for symbol in symbols for lane in symbol.lanes[:1]))
    listed = ", ".join(names)
    told = (
        Message(
            f"{len(symbols)} simbol {listed} dalam satu baris",
            f"{len(symbols)} symbols of {listed} in one row",
        )
        if len(names) == 1
        else Message(
            f"{len(symbols)} simbol dalam satu baris (kolom {listed}) tanpa garis penghubung",
            f"{len(symbols)} symbols in one row (columns {listed}) without a line that joins them",
        )
    )
    due = _due(chart, step.due)
    if due is None:
        return Message(f"{told.id}.", f"{told.en}.")
    lanes = ", ".join(chart.source.lane_names[lane] for lane in due.lanes) if chart.source else ""
    count = len(due.kinds) - due.extras
    return Message(
        f"{told.id}; menurut spesifikasinya {count}, di kolom {lanes}.",
        f"{told.en}; by the spec {count}, in column {lanes}.",
    )


def _due(chart: Chart, due: int | None) -> DueStep | None:
    steps = chart.source.steps if chart.source else ()
    return next((each for each in steps if each.number == due), None)


def _is_due(chart: Chart, number: int | None, symbols: list[Symbol]) -> bool:
    due = _due(chart, number)
    return due is not None and len(symbols) <= len(due.kinds) - due.extras


def _odd(chart: Chart, symbols: list[Symbol], number: int | None) -> Symbol:
    """The one that nobody expects there: without arrows, or in a lane that is not the step's."""
    due, lanes = _due(chart, number), lanes_due(chart)
    return max(
        symbols,
        key=lambda symbol: (
            due is not None and not {lanes[lane] for lane in symbol.lanes if lane < len(lanes)} & set(due.lanes),
            not chart.into(symbol) and not chart.out_of(symbol),
            symbol.lanes,
        ),
    )
