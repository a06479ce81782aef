"""Which column of executors is which of the source's: by its place where none came or went, else by its name."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.rules.drawing.chart import Chart
from sopgen.rules.drawing.letters import letters


def lanes_due(chart: Chart) -> tuple[int | None, ...]:
    """For each lane of the chart the source's, from 0; None for one that the source does not have.

    Where all names are there in another order, the symbols tell whether the columns changed places or only their heads.
    """
    if chart.source is None:
        return ()
    here = [letters(heading.cell.text).casefold() for heading in chart.lanes]
    there = [letters(name).casefold() for name in chart.source.lane_names]
    by_name = tuple(_taken(there, name, here[:at].count(name)) for at, name in enumerate(here))
    if len(here) != len(there):
        return by_name
    by_place = tuple(range(len(here)))
    if sorted(here) == sorted(there) and _fitting(chart, by_name) > _fitting(chart, by_place):
        return by_name
    return by_place


def lane_missing(chart: Chart) -> tuple[str, ...]:
    """The source's executors that have no column."""
    if chart.source is None:
        return ()
    found = lanes_due(chart)
    return tuple(name for at, name in enumerate(chart.source.lane_names) if at not in found)


def _taken(names: Sequence[str], name: str, before: int) -> int | None:
    """The place of a name that may stand there several times."""
    places = [at for at, each in enumerate(names) if each == name]
    return places[before] if before < len(places) else None


def _fitting(chart: Chart, lanes: Sequence[int | None]) -> int:
    """How many symbols stand where the source has them."""
    assert chart.source is not None
    due = {step.number: set(step.lanes) for step in chart.source.steps}
    return sum(
        {lanes[lane] for lane in symbol.lanes} <= due[number]
        for step in chart.steps
        if (number := step.due) is not None
        for symbol in chart.of_step(step.order)
        if all(lane < len(lanes) for lane in symbol.lanes)
    )
