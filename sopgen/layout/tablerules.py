"""The flow table's rules, piece by piece, joined where they run on.

The eye sees flow, then text, then lanes: a strong frame and header foot, thin black rules between
texts, thinner grey ones between lanes and between rows inside the lanes.
"""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.columns import Columns
from sopgen.layout import style
from sopgen.scene import Rule

Piece = tuple[float, float, float]  # position, from, to


class RuleBook:
    """Collects pieces of rules and joins those that continue one another."""

    def __init__(self) -> None:
        self.flat: dict[tuple[float, float], list[Piece]] = {}
        self.upright: dict[tuple[float, float], list[Piece]] = {}

    def horizontal(self, y: float, x0: float, x1: float, width: float, grey: float = 0.0) -> None:
        self.flat.setdefault((width, grey), []).append((y, x0, x1))

    def vertical(self, x: float, y0: float, y1: float, width: float, grey: float = 0.0) -> None:
        self.upright.setdefault((width, grey), []).append((x, y0, y1))

    def rules(self) -> tuple[Rule, ...]:
        """Grey rules first, so that black ones lie on top where they meet."""
        found: list[Rule] = []
        keys = sorted(set(self.flat) | set(self.upright), key=lambda k: (-k[1], k[0]))
        for width, grey in keys:
            for y, x0, x1 in _joined(self.flat.get((width, grey), ())):
                found.append(Rule(x0, y, x1, y, width, grey))
            for x, y0, y1 in _joined(self.upright.get((width, grey), ())):
                found.append(Rule(x, y0, x, y1, width, grey))
        return tuple(found)


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    result: list[Piece] = []
    for place, start, end in sorted(pieces):
        if result and abs(result[-1][0] - place) < 0.01 and start <= result[-1][2] + 0.01:
            result[-1] = (place, result[-1][1], max(end, result[-1][2]))
        else:
            result.append((place, start, end))
    return result


def flow_rules(
    columns: Columns,
    edges: tuple[float, ...],
    header: list[float],
    body: list[float],
    strips: set[int],
    wide: dict[int, list[tuple[int, int]]],
) -> tuple[Rule, ...]:
    """Rules of one page's table. `header` and `body` are row edges (they share one, or `header` is empty).

    `strips` are body rows that are connector strips; `wide` names, by body row, the lanes a wide symbol joins.
    """
    book = RuleBook()
    left, right = edges[0], edges[-1]
    lanes = columns.lanes
    beside = [i for i in (lanes.start, lanes.stop) if 0 < i < len(edges) - 1]
    others = [i for i in range(1, len(edges) - 1) if not lanes.start <= i <= lanes.stop]
    first_lane, after_lanes = edges[lanes.start], edges[lanes.stop]
    top = header[0] if header else body[0]
    for y in (top, body[-1]):
        book.horizontal(y, left, right, style.RULE_FRAME)
    for x in (left, right):
        book.vertical(x, top, body[-1], style.RULE_FRAME)
    if header:
        _header_rules(book, columns, edges, header)
    for i in range(len(body) - 1):
        y0, y1 = body[i], body[i + 1]
        strip = i in strips
        for column in [*beside, *([] if strip else others)]:
            book.vertical(edges[column], y0, y1, style.RULE_TEXT)
        for lane in range(1, len(lanes)):
            if not any(lo < lane <= hi for lo, hi in wide.get(i, ())):
                book.vertical(edges[lanes.start + lane], y0, y1, style.RULE_LANE, style.RULE_LANE_GREY)
        if i:
            book.horizontal(y0, left, first_lane, style.RULE_TEXT)
            book.horizontal(y0, first_lane, after_lanes, style.RULE_LANE, style.RULE_LANE_GREY)
            if lanes.stop < len(edges) - 1:
                book.horizontal(y0, after_lanes, right, style.RULE_TEXT)
    return book.rules()


def _header_rules(book: RuleBook, columns: Columns, edges: tuple[float, ...], header: list[float]) -> None:
    foot, levels = header[-1], columns.levels
    book.horizontal(foot, edges[0], edges[-1], style.RULE_FRAME)
    for cell in columns.head_cells:
        below = cell.level + cell.levels
        if below < levels:
            book.horizontal(header[below], edges[cell.first], edges[cell.first + cell.span], style.RULE_TEXT)
    if len(header) > levels + 1:
        book.horizontal(header[levels], edges[0], edges[-1], style.RULE_TEXT)
    for i in range(1, len(edges) - 1):
        book.vertical(edges[i], header[columns.shared(i - 1)], foot, style.RULE_TEXT)
