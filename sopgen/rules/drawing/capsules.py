"""Where a capsule belongs: on the step that opens a flow and on each that closes it."""

from __future__ import annotations

from sopgen.rules.drawing.chart import Chart, Step


def is_capsule_due(chart: Chart, step: Step) -> bool | None:
    """Whether a capsule belongs there; None where only the source could tell."""
    if chart.source is not None and step.due is not None:
        due = next(each for each in chart.source.steps if each.number == step.due)
        return "terminator" in due.kinds
    if step.order in {1, len(chart.steps)}:
        return True
    ends = not any(chart.out_of(symbol) for symbol in chart.of_step(step.order))
    return None if ends or any(edge == (step.order, None) for edge in _ways(chart)) else False


def _ways(chart: Chart) -> set[tuple[int, int | None]]:
    return {(edge.source, edge.target) for edge in chart.edges}
