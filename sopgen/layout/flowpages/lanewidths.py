"""How wide lanes are: what names, labels and a page's width ask for, and what was widened since.

Symbols have their size from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from sopgen.flow import Flow
from sopgen.intake.sop import Sop
from sopgen.layout import style
from sopgen.layout.flowpages.labels import narrowest_label
from sopgen.layout.flowpages.refusals import too_narrow
from sopgen.layout.flowpages.rows import TextRows, TooNarrowError, lane_width
from sopgen.layout.flowpages.table import lane_of_low_head
from sopgen.layout.paper import Paper

_GIVEN = 11.0  # points below its least that a text column gives before lanes are too many
_SQUEEZE = 0.65


class Room(NamedTuple):
    """What was widened so far because something found no place: steps of growth, and points by kegiatan or lane.

    `inward`: heads of returns look for their shafts inside, for outer lanes cannot be wider.
    """

    outer: int = 0
    lanes: int = 0
    squeezed: bool = False
    rows: Mapping[int, float] = MappingProxyType({})
    wider: Mapping[int, float] = MappingProxyType({})  # for returns or labels at a lane's side
    inward: bool = False


class LaneWidths:
    """The widths of one SOP's lanes on one paper."""

    def __init__(self, sop: Sop, flow: Flow, paper: Paper, rows: TextRows) -> None:
        self.sop, self.paper, self.rows = sop, paper, rows
        setter, face = rows.setter, paper.face()
        self._labels = {e.label: setter.measurer.width(e.label, face, style.LABEL_SIZE) for e in flow.edges}
        self.narrow_labels = {label: narrowest_label(label, setter, face) for label in self._labels if label}
        self.whole_labels = {label: narrowest_label(label, setter, face, divided=False) for label in self.narrow_labels}
        self._words = max(name.widest_word for name in rows.names) * 7.5 * style.SLACK + 5.0
        self._low_head = lane_of_low_head(rows)

    def growth(self, room: Room, lane: int) -> float:
        """What a lane is wider than a usual one. Points."""
        outer = style.OUTER_GROWTHS[room.outer] if lane in (0, len(self.sop.pelaksana) - 1) else 0.0
        return max(outer, room.wider.get(lane, 0.0))

    def widths(self, room: Room, narrow: float | None, *, strive: bool) -> tuple[float, tuple[float, ...], float]:
        """The widths of a usual lane, of each lane, and of all text columns together. Points. Raises Refusal.

        `narrow`: a width of the usual lane to be kept to; `strive`: for few pages.
        """
        total = self.paper.right - self.paper.left
        count = len(self.sop.pelaksana)
        texts = [column.least for column in self.rows.texts]
        least = least_lane()
        paper = self.sop.tampilan.kertas
        try:
            words = max(self._words, self._stem_labels())
            lane = lane_width(count, total, least, (words, self._low_head), sum(texts))
        except TooNarrowError as error:
            raise too_narrow(paper, count, error) from None
        if room.squeezed:
            lane = max(least, style.on_grid(lane * _SQUEEZE))
        lane += room.lanes * style.LANE_GROWTH
        roomy = not strive and (narrow is None or narrow >= lane)
        if narrow is not None:
            lane = min(lane, narrow)
        if strive and lane == style.LANE_WISH:
            lane -= style.GRID
        lanes = tuple(lane + self.growth(room, i) for i in range(count))
        if roomy and self.rows.columns.low:
            lanes = _spread(lanes, total - style.NO_WIDTH, len(texts))
        rest = total - style.NO_WIDTH - sum(lanes)
        needed = sum(texts) - _GIVEN * len(texts)
        if rest < needed:
            shared = total - style.NO_WIDTH
            raise too_narrow(paper, count, TooNarrowError(shared - rest, shared - needed))
        return lane, lanes, rest

    def _stem_labels(self) -> float:
        """The lane in which every first branch's label can stand beside its stem."""
        firsts = [k.arah[0].label for k in self.sop.kegiatan if k.keputusan and k.arah[0].ke is not None]
        widest = max((self._labels[label] for label in firsts), default=0.0)
        return 2 * (widest + style.LABEL_SIDE + style.LABEL_CLEAR + 0.2)


def symbol_size(lane: float) -> tuple[float, float]:
    """Symbols fill a lane but for a corridor at each side."""
    corridor = max(2 * style.CLEAR_LEAST, min(10.5, lane * 0.19))
    width = min(style.SYMBOL_WIDTH, lane - 2 * corridor)
    return width, min(style.SYMBOL_HEIGHT, round(width / style.SYMBOL_RATIO * 2) / 2)


def _spread(lanes: tuple[float, ...], total: float, texts: int) -> tuple[float, ...]:
    """Wider by what the text columns do not need, the symbols as they are. `total`: what all these columns share."""
    spare = total - sum(lanes) - style.OPEN_TEXT - style.OPEN_NOTE * (texts - 1)
    more = min(spare / len(lanes), style.LANE_OPEN_MOST - max(lanes))
    more = max(0.0, int(more / style.GRID) * style.GRID)
    return tuple(lane + more for lane in lanes)


def least_lane() -> float:
    return style.on_grid(style.SYMBOL_LEAST_WIDTH + 4 * style.CLEAR_LEAST)
