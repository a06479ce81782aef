"""A chart's steps, edges and lines → what is doubtful about them, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sopgen.diagnostics import Message
from sopgen.drawn import doubts as told
from sopgen.drawn.ends import Attached, Goal
from sopgen.drawn.model import Doubt, Panel, Point
from sopgen.drawn.placing import Placed
from sopgen.drawn.table import Part
from sopgen.drawn.words import polarity


class Edge(NamedTuple):
    """`target` None is the end."""

    source: int
    target: int | None
    label: str = ""


class Places:
    """Where steps and lines are, in words."""

    def __init__(self, panels: Sequence[Panel], parts: Sequence[Part]) -> None:
        self._panels, self._parts = panels, parts

    def step(self, step: int) -> Message:
        first = 0
        for part in self._parts:
            if step < first + len(part.rows):
                return told.at_step(self._panels[part.panel], step)
            first += len(part.rows)
        return told.at_panel(self._panels[-1])

    def line(self, panel: int, start: Point, step: int | None) -> Message:
        return told.at_point(self._panels[panel], start) if step is None else self.step(step)

    def row_at(self, panel: int, y: float) -> int | None:
        """The step in whose row a line begins."""
        first = 0
        for part in self._parts:
            if part.panel == panel:
                for at, row in enumerate(part.rows):
                    if row.down[0] <= y < row.down[1]:
                        return first + at
            first += len(part.rows)
        return None


def doubts_of_steps(
    placed: Sequence[Placed], edges: Sequence[Edge], steps: int, closing: frozenset[int], places: Places
) -> Iterator[Doubt]:
    """Ways out and in that are missing, labels that are missing or alike. `closing`: steps that end the flow."""
    for step in range(steps):
        mine = [each for each in placed if each.step == step and not each.extra]
        out = [edge for edge in edges if edge.source == step]
        decides = any(each.symbol.kind == "decision" for each in mine)
        if mine and not out and step < steps - 1 and step not in closing:
            yield told.no_way_out(places.step(step), step)
        if mine and step and not any(edge.target == step for edge in edges):
            yield told.no_way_in(places.step(step), step)
        if decides and len(out) == 1:
            yield told.one_branch(places.step(step), step)
        if len(out) > 1 and any(not edge.label for edge in out):
            yield told.no_label(places.step(step), step)
        elif len(out) > 1 and len({polarity(edge.label) for edge in out}) == 1:
            yield told.labels_alike(places.step(step), step)
        if len(out) > 3:
            yield told.many_branches(places.step(step), step)


def doubts_of_lines(
    attached: Sequence[Attached], placed: Sequence[Placed], panel: int, places: Places
) -> Iterator[Doubt]:
    """Lines of a panel with ends that touch nothing, or that may mean something else; `placed` are the panel's."""

    def step_at(goal: Goal) -> int | None:
        return None if goal.symbol is None else placed[goal.symbol].step

    for each in attached:
        start, end = step_at(each.start), step_at(each.end)
        first = each.stroke.points[0]
        if each.is_loose:
            step = next((at for at in (start, end, places.row_at(panel, first[1])) if at is not None), None)
            yield told.loose_line(places.line(panel, first, step), step)
        elif each.is_unsure:
            step = start if start is not None else end
            place = places.line(panel, first, step)
            if each.is_stale:
                named = tuple(None if symbol is None else placed[symbol].step for symbol in each.named)
                yield told.stale_glue(place, step, (start, end), named, at_end=each.named[1] is not None)
            elif each.is_far:
                yield told.far_line(place, step, end, each.gap)
            else:
                yield told.equal_lines(place, step, (start, end), (step_at(each.other[0]), step_at(each.other[1])))
