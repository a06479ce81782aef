"""PNH-06. The arrows are those of the workbook's own source: none gone, none led elsewhere, none added.

Rows that were put in between, and steps that were taken out, are no arrows: what leads through them leads on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sopgen.diagnostics import Message
from sopgen.rules.drawing.branch_labels import Edge, other_labels, plain
from sopgen.rules.drawing.chart import Breach, Chart, way_of
from sopgen.rules.drawing.source import Source
from sopgen.rules.drawing.wording import or_made_anew

_REMEDY = or_made_anew(Message("Pulihkan panahnya", "Put the arrow back"))

_MANY = 5
"""Arrows: that many, and half of all, are told as one that is gone."""
_LABELS = or_made_anew(Message("Pulihkan labelnya", "Put the label back"))


def check(chart: Chart) -> Iterator[Breach]:
    if chart.source is None or not chart.symbols:
        return
    due, found = _due(chart, chart.source), _found(chart)
    gone, added = sorted(due.keys() - found.keys(), key=_order), sorted(found.keys() - due.keys(), key=_order)
    told = [*_moved(chart, gone, added)]
    missing = [each for each in told if each.kind == "missing"]
    if len(missing) >= max(_MANY, len(due) / 2):
        yield _many_gone(missing)
        told = [each for each in told if each not in missing]
    yield from told
    changed = sorted(other_labels(chart, due, found), key=_order)
    alike: dict[tuple[str, str], list[Edge]] = {}
    for source, group in groupby(changed, key=lambda edge: edge[0]):
        edges = list(group)
        if len(edges) > 1 and sorted(plain(due[e]) for e in edges) == sorted(plain(found[e]) for e in edges):
            yield _swapped(chart, source, edges, due)
        elif len(edges) > 1 and not any(found[e] for e in edges):
            yield _unlabelled(chart, source, edges, due)
        else:
            for edge in edges:
                alike.setdefault((due[edge], found[edge]), []).append(edge)
    for (expected, said), edges in alike.items():
        labels = [_label(chart, edge, expected, said) for edge in edges]
        yield from [_replaced(chart, edges, labels, expected, said)] if expected and said and labels[1:] else labels


def _many_gone(missing: Sequence[Breach]) -> Breach:
    """Arrows that were deleted by the dozen."""
    ways = [way for each in missing for way in each.ways]
    count = len(missing)
    return missing[0]._replace(
        message=Message(
            f"{count} panah tidak ada, yang pertama: {missing[0].message.id}",
            f"{count} arrows are gone, the first: {missing[0].message.en}",
        ),
        steps=tuple(dict.fromkeys(order for each in missing for order in each.steps)),
        ways=tuple(ways),
        more=tuple(each.spot for each in missing[1:] if each.spot),
    )


def _moved(chart: Chart, gone: list[Edge], added: list[Edge]) -> Iterator[Breach]:
    for edge in list(gone):
        source, target = edge
        name = _name(chart, source)
        if target is not None and ((target, source) in added or _runs_twice(chart, target, source)):
            if (target, source) in added:
                added.remove((target, source))
            yield _breach(
                chart,
                "reversed",
                edge,
                Message(
                    f"Panah dari langkah {name} ke {_name(chart, target)} terbalik arahnya.",
                    f"The arrow from step {name} to {_name(chart, target)} points the other way.",
                ),
            )
            continue
        elsewhere = next((each for each in added if each[0] == source), None)
        if elsewhere:
            added.remove(elsewhere)
            to_id, to_en = _goal(chart, target)
            now_id, now_en = _goal(chart, elsewhere[1])
            yield _breach(
                chart,
                "elsewhere",
                edge,
                Message(
                    f"Panah dari langkah {name} menuju {now_id}; menurut spesifikasinya {to_id}.",
                    f"The arrow from step {name} leads to {now_en}; by the spec to {to_en}.",
                ),
                elsewhere[1],
            )
            continue
        to_id, to_en = _goal(chart, target)
        told = Message(
            f"Panah dari langkah {name} ke {to_id} tidak ada.", f"There is no arrow from step {name} to {to_en}."
        )
        yield _breach(chart, "missing", edge, told)
    for source, target in added:
        to_id, to_en = _goal(chart, target)
        yield _breach(
            chart,
            "added",
            (source, target),
            Message(
                f"Panah dari langkah {_name(chart, source)} ke {to_id} tidak ada di spesifikasinya.",
                f"The spec has no arrow from step {_name(chart, source)} to {to_en}.",
            ),
        )._replace(remedy=or_made_anew(Message("Hapus panahnya", "Delete the arrow")))


def _runs_twice(chart: Chart, source: int, target: int) -> bool:
    """Whether two arrows lead from one step to another: one of them was turned round where the other way lacks one."""
    rows = chart.row_of_due(source), chart.row_of_due(target)
    if rows[0] is None or rows[1] is None:
        return False
    way = rows[0].order, rows[1].order
    return sum(not arrow.plain and way_of(arrow) == way for arrow in chart.arrows) > 1


def _name(chart: Chart, due: int) -> str:
    """The number that stands in its row; the source's where it has none."""
    row = chart.row_of_due(due)
    return row.name if row else str(due)


def _goal(chart: Chart, target: int | None) -> tuple[str, str]:
    return ("akhir", "the end") if target is None else (_name(chart, target), _name(chart, target))


def _breach(chart: Chart, kind: str, edge: Edge, told: Message, also: int | None = None) -> Breach:
    rows = [chart.row_of_due(due) for due in (*edge, also) if due is not None]
    row = rows[0]
    symbols = chart.of_step(row.order) if row else ()
    spot = symbols[0].spot if symbols else row.spot if row else None
    ways = tuple((row.order if row else None, goal.order if goal else None) for goal in rows[1:] or [None])
    if kind == "reversed":
        ways = tuple((target, source) for source, target in ways) + ways
    near = tuple(step.order for step in rows if step)
    return Breach(told, _REMEDY, row.order if row else None, spot, kind, near, ways=ways)


def _swapped(chart: Chart, source: int, edges: list[Edge], due: Mapping[Edge, str]) -> Breach:
    told, told_en = _labels_due(chart, edges, due)
    name = _name(chart, source)
    message = Message(
        f"Label cabang langkah {name} tertukar; menurut spesifikasinya {told}.",
        f"The labels of step {name}'s branches are swapped; by the spec {told_en}.",
    )
    return _breach(chart, "other-label", edges[0], message)._replace(remedy=_LABELS)


def _labels_due(chart: Chart, edges: list[Edge], due: Mapping[Edge, str]) -> tuple[str, str]:
    goals = [_goal(chart, edge[1]) for edge in edges]
    ways = [[f"“{due[edge]}” → {goal[at]}" for edge, goal in zip(edges, goals, strict=True)] for at in (0, 1)]
    return ", ".join(ways[0]), ", ".join(ways[1])


def _unlabelled(chart: Chart, source: int, edges: list[Edge], due: Mapping[Edge, str]) -> Breach:
    told, told_en = _labels_due(chart, edges, due)
    name = _name(chart, source)
    message = Message(
        f"Label cabang langkah {name} tidak ada di tempatnya: {told}.",
        f"The labels of step {name}'s branches are not in their places: {told_en}.",
    )
    return _breach(chart, "label", edges[0], message)._replace(remedy=_LABELS)


def _label(chart: Chart, edge: Edge, due: str, found: str) -> Breach:
    name, (to_id, to_en) = _name(chart, edge[0]), _goal(chart, edge[1])
    instead = Message(f"“{due}”", f"“{due}”") if due else Message("tanpa label", "it has no label")
    told = (
        Message(
            f"Cabang dari langkah {name} ke {to_id} berlabel “{found}”; menurut spesifikasinya {instead.id}.",
            f"The branch from step {name} to {to_en} is labelled “{found}”; by the spec {instead.en}.",
        )
        if found
        else Message(
            f"Label “{due}” pada cabang dari langkah {name} ke {to_id} tidak ada di tempatnya.",
            f"The label “{due}” is not at the branch from step {name} to {to_en}.",
        )
    )
    return _breach(chart, "other-label" if found else "label", edge, told)._replace(remedy=_LABELS)


def _replaced(chart: Chart, edges: list[Edge], labels: list[Breach], due: str, found: str) -> Breach:
    """The same label written over at several branches."""
    ways = [
        ", ".join(f"{_name(chart, edge[0])} → {_goal(chart, edge[1])[language]}" for edge in edges)
        for language in (0, 1)
    ]
    return labels[0]._replace(
        message=Message(
            f"Label “{due}” diganti “{found}” di cabang {ways[0]}.",
            f"The label “{due}” was changed to “{found}” at the branches {ways[1]}.",
        ),
        steps=tuple(dict.fromkeys(order for each in labels for order in each.steps)),
        ways=tuple(way for each in labels for way in each.ways),
        more=tuple(each.spot for each in labels[1:] if each.spot),
    )


def _order(edge: Edge) -> tuple[int, int]:
    return edge[0], edge[1] or 1_000_000


def _due(chart: Chart, source: Source) -> dict[Edge, str]:
    """The source's edges, without steps that have no row any more."""
    present = {step.due for step in chart.steps}
    return _through(source.edges, frozenset(step.number for step in source.steps if step.number not in present))


def _found(chart: Chart) -> dict[Edge, str]:
    """The edges as drawn, by the source's numbers, without rows that it does not have."""
    numbers = {step.order: -step.order if step.due is None else step.due for step in chart.steps}
    edges = {
        (numbers[edge.source], None if edge.target is None else numbers[edge.target]): edge.label
        for edge in chart.edges
    }
    return _through(edges, frozenset(number for number in numbers.values() if number < 0))


def _through(edges: Mapping[Edge, str], without: frozenset[int]) -> dict[Edge, str]:
    """Edges with some steps taken out of their ways."""
    after: dict[int, list[int | None]] = {}
    for source, target in edges:
        after.setdefault(source, []).append(target)

    def ends(target: int | None, seen: frozenset[int]) -> Iterator[int | None]:
        if target is None or target not in without:
            yield target
        elif target not in seen:
            for following in after.get(target, []):
                yield from ends(following, seen | {target})

    found: dict[Edge, str] = {}
    for (source, target), label in edges.items():
        if source not in without:
            for end in ends(target, frozenset()):
                if end != source:
                    found[source, end] = found.get((source, end)) or label
    return found
