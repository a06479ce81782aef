"""What the examiner takes and gives: the flow's demands, the violations, and the tolerances between right and wrong."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.diagnostics import Message
from sopgen.layout.verify.wording import RULES
from sopgen.scene import Arrow, Point

MM = 72 / 25.4

# Coordinates are multiples of 0.01 pt, midpoints of 0.005 pt: anything nearer than this is the same place.
EPS = 0.02
# Least distance between lines, and of a line to a symbol or a parallel rule: nearer strokes run together in print.
LINE_GAP = 1.0 * MM - EPS
# Air round an Ω and a label: what the eye needs to see two things, not one.
AIR = 0.3 * MM - EPS
# A symbol's centre may miss its lane's centre by rounding of both, never visibly.
CENTRE_TOLERANCE = 0.05
# A symbol over several lanes may stand on a lane's centre that is nearer to their middle than two lines may be.
WIDE_CENTRE_TOLERANCE = 1.1 * MM
# Ink boxes come from font measures, whose rounding adds up along a line.
INK_TOLERANCE = 0.1

Edge = tuple[int | None, int | None]


class Expected(NamedTuple):
    """What the flow demands. `edges`: (from, to, label), None for an extra capsule.

    `steps` holds each step's lanes, the lead first; `kinds` the lead symbol's kind;
    `closing` the steps whose own symbol is a closing capsule; `start` the one whose symbol is the starting capsule.
    """

    edges: tuple[tuple[int | None, int | None, str], ...]
    steps: dict[int, tuple[str, ...]]
    kinds: dict[int, str]
    closing: frozenset[int] = frozenset()
    start: int | None = None


class Violation(NamedTuple):
    """One broken invariant of the finished drawing. `page` 0 speaks of the whole document."""

    rule: str
    page: int
    steps: tuple[int, ...]
    message: Message
    at: Point | None = None


def violation(
    rule: str,
    page: int,
    steps: tuple[int, ...] = (),
    at: Point | None = None,
    *,
    what: str = "",
    other: str = "",
) -> Violation:
    """`what` and `other` fill the rule's text in both languages, so they hold numbers and printed words only."""
    text = RULES[rule]
    message = Message(text.id.format(what=what, other=other), text.en.format(what=what, other=other))
    return Violation(rule, page, steps, message, at)


def edge_name(edge: Edge) -> str:
    source, target = edge
    return f"{'○' if source is None else source} → {'○' if target is None else target}"


def line_name(arrow: Arrow) -> str:
    """What a reader can find on the page: the steps, not the program's ids."""
    return ", ".join(edge_name(edge) for edge in arrow.edges) or arrow.id


def steps_of(*arrows: Arrow) -> tuple[int, ...]:
    return tuple(sorted({step for arrow in arrows for edge in arrow.edges for step in edge if step is not None}))
