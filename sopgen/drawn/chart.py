"""Panels with their table parts → steps with executors and edges, and what is doubtful about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sopgen.drawn import doubts as told
from sopgen.drawn.breaks import mended
from sopgen.drawn.ends import Attached, Need, attach
from sopgen.drawn.flow import Link, is_plain, labelled, links_of, oriented
from sopgen.drawn.hyphens import whole_label
from sopgen.drawn.misgivings import Edge, Places, doubts_of_lines, doubts_of_steps
from sopgen.drawn.model import Doubt, Note, Panel
from sopgen.drawn.near import TooMuch, box_of, overlaps
from sopgen.drawn.pentagons import Hop, through_pentagons
from sopgen.drawn.pieces import pieces_of
from sopgen.drawn.placing import Placed, mates_of, place_symbols
from sopgen.drawn.standins import is_stand_in, stood_in
from sopgen.drawn.table import Part, goes_on
from sopgen.drawn.words import polarity

_MOST_ROWS: Final = 2_000  # twice what a spec may have
_MOST_LINES: Final = 200  # on a panel
_MOST_LINES_A_ROW: Final = 20  # besides, for each step
_MOST_POINTS: Final = 500  # of one line


class Read(NamedTuple):
    """A chart as it was read. `executors` of each step, as lanes; `drawn`: whether there is any chart at all.

    `labels`: of each panel the notes that were taken for labels.
    """

    executors: tuple[tuple[int, ...], ...]
    edges: tuple[Edge, ...]
    doubts: tuple[Doubt, ...]
    placed: tuple[Placed, ...]
    attached: dict[int, tuple[Attached, ...]]  # by panel
    drawn: bool
    closing: frozenset[int] = frozenset()
    labels: tuple[tuple[int, Note], ...] = ()


def read_chart(panels: Sequence[Panel], parts: Sequence[Part]) -> Read:
    """The whole chart, over all its panels."""
    rows = [(number, row) for number, part in enumerate(parts) for row in part.rows]
    if len(rows) > _MOST_ROWS:
        raise TooMuch
    panels = stood_in(mended(panels, parts), parts)
    placed = place_symbols(panels, parts)
    if not placed:
        empty = tuple(() for _ in rows)
        return Read(empty, (), (), (), {}, drawn=False)
    attached: dict[int, tuple[Attached, ...]] = {}
    offsets: dict[int, int] = {}
    for panel in sorted({part.panel for part in parts}):
        offsets[panel] = (
            next(at for at, each in enumerate(placed) if each.panel == panel)
            if any(each.panel == panel for each in placed)
            else 0
        )
        attached[panel] = _attached(panels[panel], [each for each in placed if each.panel == panel], len(rows))
    return _Reading(panels, parts, placed, attached, offsets, len(rows)).read()


def _attached(panel: Panel, placed: list[Placed], steps: int) -> tuple[Attached, ...]:
    symbols = tuple(each.symbol for each in placed)
    boxes = [symbol.box for symbol in symbols]
    if not boxes:
        return ()
    around = (
        min(box[0] for box in boxes) - 60,
        min(box[1] for box in boxes) - 60,
        max(box[2] for box in boxes) + 60,
        max(box[3] for box in boxes) + 60,
    )
    strokes = tuple(
        stroke
        for stroke in panel.strokes
        if all(around[0] <= x <= around[2] and around[1] <= y <= around[3] for x, y in stroke.points)
    )
    if len(strokes) > _MOST_LINES + _MOST_LINES_A_ROW * steps or any(
        len(each.points) > _MOST_POINTS for each in strokes
    ):
        raise TooMuch
    overlaps([box_of(stroke.points) for stroke in strokes])  # each pair is looked at by whoever judges the drawing
    pieces = pieces_of(strokes, symbols)
    mates = mates_of(placed)
    needs = [_need(each, steps)._replace(mates=mates.get(at, ())) for at, each in enumerate(placed)]
    return oriented(attach(pieces, symbols, needs))


def _need(each: Placed, steps: int) -> Need:
    kind = each.symbol.kind
    if kind == "offpage" or each.extra:
        return Need(way_in=False, way_out=False, either=True)
    last = each.step == steps - 1
    first = each.step == 0
    if kind == "terminator":
        return Need(way_in=not first, way_out=first)
    return Need(way_in=not first, way_out=not last, many_out=kind in {"decision", "unknown"})


class _Reading:
    """One chart's symbols and lines on their way to edges."""

    def __init__(
        self,
        panels: Sequence[Panel],
        parts: Sequence[Part],
        placed: list[Placed],
        attached: dict[int, tuple[Attached, ...]],
        offsets: dict[int, int],
        steps: int,
    ) -> None:
        self.panels, self.parts, self.placed, self.attached = panels, parts, placed, attached
        self.offsets, self.steps = offsets, steps
        self.places = Places(panels, parts)
        self.doubts: list[Doubt] = []
        self.labels: dict[tuple[int, int], Note] = {}  # (panel, piece) → label
        self.joint: set[tuple[int, int]] = set()  # symbols tied by a plain line

    def read(self) -> Read:
        hops = self._hops()
        marked = not any(self.attached.values()) and all(is_stand_in(each.symbol) for each in self.placed)
        executors = tuple(self._executors(step, marked=marked) for step in range(self.steps))
        edges = self._in_order() if marked else self._edges(hops)
        closing = self._closing(edges)
        self.doubts += [] if marked else doubts_of_steps(self.placed, edges, self.steps, closing, self.places)
        for panel, attached in self.attached.items():
            here = self.placed[self.offsets[panel] :]
            self.doubts += doubts_of_lines(attached, here, panel, self.places)
        return Read(
            executors,
            tuple(edges),
            tuple(self.doubts),
            tuple(self.placed),
            self.attached,
            drawn=True,
            closing=closing,
            labels=tuple(sorted({(panel, note) for (panel, _), note in self.labels.items()})),
        )

    def _hops(self) -> list[Hop]:
        """From symbol to symbol, numbered over all panels, each with its label."""
        hops: list[Hop] = []
        for panel, attached in self.attached.items():
            offset = self.offsets[panel]
            plain = {number for number, each in enumerate(attached) if is_plain(each) and self._ties(each, offset)}
            links = links_of(attached, plain)
            labels = self._labels(panel, attached, links, offset)
            for link in links:
                note = labels.get(link.piece)
                hops.append((offset + link.source, offset + link.target, note.text if note else ""))
        return self._bridged(hops)

    def _ties(self, each: Attached, offset: int) -> bool:
        """Whether a line without a head joins the boxes of one step."""
        if each.start.symbol is None or each.end.symbol is None:
            return False
        one, other = self.placed[offset + each.start.symbol], self.placed[offset + each.end.symbol]
        return one.step is not None and one.step == other.step and one.lanes != other.lanes

    def _labels(
        self, panel: int, attached: tuple[Attached, ...], links: tuple[Link, ...], offset: int
    ) -> dict[int, Note]:
        ways: dict[int, list[int]] = defaultdict(list)
        decisions: set[int] = set()
        for link in links:
            source = self.placed[offset + link.source]
            if source.step is None or source.extra:
                continue
            if source.symbol.kind == "decision":
                decisions.add(source.step)
            if link.piece not in ways[source.step]:
                ways[source.step].append(link.piece)
        branching = {step: pieces for step, pieces in ways.items() if len(pieces) > 1 or step in decisions}
        notes = [note for note in self.panels[panel].notes if self._is_label(note)]
        notes += self._typed_labels(panel)
        found = labelled(attached, branching, notes)
        self.labels.update({(panel, piece): note for piece, note in found.items()})
        return found

    def _typed_labels(self, panel: int) -> Iterator[Note]:
        """Labels that were typed into cells of a sheet, each where its cell's middle is."""
        if self.panels[panel].wrapped:
            return
        for part in (each for each in self.parts if each.panel == panel):
            left, right = part.head.chart
            for cell in self.panels[panel].cells:
                x, y = (cell.box[0] + cell.box[2]) / 2, (cell.box[1] + cell.box[3]) / 2
                inside = left < x < right and part.head.bottom <= y <= part.down[1]
                if inside and polarity(cell.text) is not None:
                    yield Note(whole_label(" ".join(cell.text.split())), (x - 8, y - 5, x + 8, y + 5))

    def _is_label(self, note: Note) -> bool:
        return polarity(note.text) is not None or (0 < len(note.text) <= 24 and not goes_on(note.text))

    def _bridged(self, hops: list[Hop]) -> list[Hop]:
        flow, doubts = through_pentagons(hops, self.placed, self.parts, self.panels)
        self.doubts += doubts
        return flow

    def _closing(self, edges: list[Edge]) -> frozenset[int]:
        """Steps with a capsule that nothing leaves; amid the flow only if the next is reached from elsewhere.

        A box with round corners is drawn like a capsule.
        """
        capsules = {
            each.step
            for each in self.placed
            if each.step is not None and each.symbol.kind == "terminator" and not each.extra and each.step > 0
        }
        sources, targets = {edge.source for edge in edges}, {edge.target for edge in edges}
        return frozenset(step for step in capsules - sources if step == self.steps - 1 or step + 1 in targets)

    def _in_order(self) -> list[Edge]:
        """Marks without arrows: one step after another."""
        self.doubts.append(told.marks_in_order(self.panels[self.placed[0].panel].name))
        decides = {each.step for each in self.placed if each.symbol.kind == "decision"} - {None}
        self.doubts += [told.mark_decides(self.places.step(at), at) for at in range(self.steps) if at in decides]
        return [Edge(step, step + 1) for step in range(self.steps - 1)]

    def _executors(self, step: int, *, marked: bool) -> tuple[int, ...]:
        mine = [each for each in self.placed if each.step == step and not each.extra]
        mine.sort(key=lambda each: (each.symbol.kind != "terminator", each.lanes))
        lanes = list(dict.fromkeys(lane for each in mine for lane in each.lanes))
        if not marked and any(is_stand_in(each.symbol) for each in mine):
            self.doubts.append(told.stand_in(self.places.step(step), step))
        if not lanes:
            self.doubts.append(told.no_symbol(self.places.step(step), step))
        elif len(mine) > 1 and not self._tied(mine):
            self.doubts.append(told.several_symbols(self.places.step(step), step))
        return tuple(lanes)

    def _tied(self, mine: list[Placed]) -> bool:
        panel = mine[0].panel
        offset = self.offsets[panel]
        numbers = {self.placed.index(each) - offset for each in mine}
        ties = [
            each for each in self.attached[panel] if is_plain(each) and {each.start.symbol, each.end.symbol} <= numbers
        ]
        return len(ties) >= len(mine) - 1

    def _edges(self, hops: list[Hop]) -> list[Edge]:
        edges: dict[tuple[int, int | None], str] = {}
        for source, target, label in hops:
            one, other = self.placed[source], self.placed[target]
            if one.step is None or one.extra:
                continue
            goal = None if other.extra else other.step
            if goal is None and not other.extra:
                continue
            if goal == one.step:
                continue
            key = (one.step, goal)
            edges[key] = edges.get(key) or label
        result = [Edge(source, target, label) for (source, target), label in edges.items()]
        return sorted(result, key=lambda edge: (edge.source, self.steps if edge.target is None else edge.target))
