"""SIM-05. A diamond has two branches, each with a label of its own (KemenPAN-RB slides 2014, slides 43 and 46)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Arrow, Breach, Chart, Symbol
from sopgen.workbook.values import Box, Point, Shape

NEAR: Final = 12.0  # points from a label to its arrow
MOST_LABELS: Final = 6  # looked at beside one diamond


def check(chart: Chart) -> Iterator[Breach]:
    labels = _labels(chart)
    for symbol in chart.symbols:
        if symbol.kind == "decision":
            yield from _branches(chart, symbol, labels.get(symbol.shape.id, []))
        elif symbol.step in _decisions(chart) and symbol.kind == "process":
            yield Breach(
                Message("Keputusan digambar sebagai kotak.", "A decision is drawn as a box."),
                Message(
                    "Ganti simbolnya dengan belah ketupat (Decision).", "Change its symbol to a diamond (Decision)."
                ),
                symbol.step,
                symbol.place,
            )


def _branches(chart: Chart, symbol: Symbol, labels: Sequence[Shape]) -> Iterator[Breach]:
    arrows = chart.out_of(symbol)
    if len(arrows) < 2:
        yield Breach(
            Message(
                f"Belah ketupat dengan {len(arrows)} cabang.",
                f"A diamond with {len(arrows)} {'branch' if len(arrows) == 1 else 'branches'}.",
            ),
            Message("Tarik panah untuk setiap pilihan.", "Draw an arrow for each choice."),
            symbol.step,
            symbol.place,
        )
        return
    if not _is_labelled(arrows, labels):
        yield Breach(
            Message("Cabang tanpa label sendiri.", "A branch without a label of its own."),
            Message("Beri setiap cabang label, misalnya Ya dan Tidak.", "Label each branch, such as Ya and Tidak."),
            symbol.step,
            symbol.place,
        )


def _labels(chart: Chart) -> dict[int, list[Shape]]:
    """A diamond's labels by its shape's id: a text box belongs to the diamond whose branch it stands nearest to."""
    branches = [
        (arrow, arrow.start.symbol)
        for arrow in chart.arrows
        if arrow.start.symbol and arrow.start.symbol.kind == "decision"
    ]
    labels: dict[int, list[Shape]] = {}
    for shape in chart.labels:
        nearest = min(branches, key=lambda branch: _order(shape, branch[0]), default=None)
        if nearest and shape.text.strip():
            labels.setdefault(nearest[1].shape.id, []).append(shape)
    return labels


def _is_labelled(arrows: tuple[Arrow, ...], labels: Sequence[Shape]) -> bool:
    """Whether each branch can have a label beside it, all of them different."""
    return any(
        all(_distance(shape, arrow) <= NEAR for shape, arrow in zip(chosen, arrows, strict=True))
        and len({" ".join(shape.text.casefold().split()) for shape in chosen}) == len(arrows)
        for chosen in permutations(labels[:MOST_LABELS], len(arrows))
    )


def _order(shape: Shape, arrow: Arrow) -> tuple[int, float]:
    """Where arrows run on together, a label is that one's which begins nearer."""
    return round(_distance(shape, arrow)), math.dist(shape.centre, arrow.line.points[0])


def _distance(shape: Shape, arrow: Arrow) -> float:
    return min(_apart(shape.box, *piece) for piece in pairwise(arrow.line.points))


def _apart(box: Box, start: Point, end: Point) -> float:
    """Between a box and a level or upright piece."""
    piece = (min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
    across = max(piece[0] - box[2], box[0] - piece[2], 0.0)
    down = max(piece[1] - box[3], box[1] - piece[3], 0.0)
    return math.hypot(across, down)


def _decisions(chart: Chart) -> frozenset[int | None]:
    """The steps that the source draws as diamonds."""
    if chart.expected is None:
        return frozenset()
    symbols = [symbol for page in chart.expected.pages for symbol in page.symbols]
    return frozenset(symbol.step for symbol in symbols if symbol.kind == "decision")
