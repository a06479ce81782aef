"""One flow page: chart and table brought together as a page of the Scene."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.layout import style
from sopgen.layout.flowpages.chart import Chart
from sopgen.layout.flowpages.connectors import Pair
from sopgen.layout.flowpages.dress import Above
from sopgen.layout.flowpages.easing import with_room_for
from sopgen.layout.flowpages.labels import ANYHOW, UPRIGHT, Manner
from sopgen.layout.flowpages.pagelabels import Lost, Surroundings, UnlabelledError, flow_labels, has_room
from sopgen.layout.flowpages.rulegrid import RuleGrid
from sopgen.layout.flowpages.stripnote import NOTE_PAD, strip_note
from sopgen.layout.flowpages.table import FlowTable
from sopgen.layout.paper import Paper
from sopgen.layout.route.drawing import Frame, draw
from sopgen.layout.route.lines import Polyline
from sopgen.layout.route.problem import BandKind
from sopgen.layout.tablerules import flow_rules
from sopgen.scene import Arrow, Box, Cell, Lane, Page, Row, Rule, Symbol, Table, Text
from sopgen.wording import wording_of

_MAY_MOVE = {UPRIGHT, ANYHOW}  # manners of labels for which columns give way, where lanes could not be wider
_GIVEN_WAY = 2  # labels of a page for which columns give way: where more find no place, its lanes are too narrow


class PagePlan(NamedTuple):
    """What a page is made of, before numbers that only the whole document knows."""

    chart: Chart
    pairs: tuple[Pair, ...]
    page: int  # index among the flow pages
    number: int  # in the document
    heights: tuple[float, ...]
    header: bool


class DrawnChart(NamedTuple):
    """What stands in a page's lanes: lines, symbols, the rules around them, and the labels by their lines' indexes."""

    lines: list[Polyline]
    symbols: list[Symbol]
    rules: tuple[Rule, ...]
    labels: dict[int, Text]


class Unlabelled(NamedTuple):
    """What stands in a page's lanes before its labels do, and what of that they keep clear of."""

    lines: list[Polyline]
    symbols: list[Symbol]
    rules: tuple[Rule, ...]
    around: Surroundings


class FlowPage(NamedTuple):
    """Draws one page plan on a paper."""

    sop: Sop
    paper: Paper
    table: FlowTable
    plan: PagePlan
    above: Above
    pair_numbers: dict[int, int]
    first_arrow: int
    manner: Manner

    def chart(self) -> DrawnChart:
        """What stands in the lanes: all that may find no room. Raises UnlabelledError."""
        if self.manner not in _MAY_MOVE:
            return self.labelled(self.manner)
        best = self
        try:
            return self.labelled(UPRIGHT)
        except UnlabelledError as error:
            lost = error.lost
        for _ in range(len(lost) if len(lost) <= _GIVEN_WAY else 0):
            drawn, better, lost = best._with_room(lost)
            if drawn is not None:
                return drawn
            if better is None:
                break
            best = better
        if self.manner != UPRIGHT:
            return best.labelled(self.manner)
        raise UnlabelledError(lost)

    def _with_room(self, lost: tuple[Lost, ...]) -> tuple[DrawnChart | None, FlowPage | None, tuple[Lost, ...]]:
        """The page with columns that give way to the labels that are lost: drawn; or else better with fewer lost."""
        fewest, better = lost, None
        for label in lost:
            for chart in with_room_for(self.plan.chart, label.arm):
                page = self._replace(plan=self.plan._replace(chart=chart))
                plain = page.unlabelled()
                if not has_room(chart, plain.lines, plain.around, self.table.setter, self.table.rows.face, label):
                    continue
                try:
                    return page.labelled(UPRIGHT), None, ()
                except UnlabelledError as error:
                    if len(error.lost) < len(fewest):
                        fewest, better = error.lost, page
        return None, better, fewest

    def labelled(self, manner: Manner) -> DrawnChart:
        """The chart with its columns as they are. Raises UnlabelledError."""
        lines, symbols, rules, around = self.unlabelled()
        labels = flow_labels(self.plan.chart, lines, around, self.table.setter, self.table.rows.face, manner)
        body = self._row_edges()[1]
        grounded = {i: self._on_ground(label, around.between_lanes, body) for i, label in labels.items()}
        return DrawnChart(lines, symbols, rules, grounded)

    def unlabelled(self) -> Unlabelled:
        """Lines, symbols and rules."""
        header, body = self._row_edges()
        strips = {i for i, row in enumerate(self.plan.chart.rows) if row.kind is not BandKind.STEP}
        rules = flow_rules(self.table.columns, self.table.edges, header, body, strips, self._wide_rows())
        frame = self.plan.chart.frame(body)
        lines = draw(self.plan.chart.routed, frame)
        symbols = self._symbols(frame)
        between = [rule for rule in rules if self._parts_equal_lanes(rule)]
        others = [rule for rule in rules if not self._parts_equal_lanes(rule)]
        boxes = tuple(symbol.box for symbol in symbols)
        around = Surroundings(boxes, RuleGrid.of(others), RuleGrid.of(between), self._area(body))
        return Unlabelled(lines, symbols, rules, around)

    def page(self, drawn: DrawnChart, foot: tuple[Text, ...], watermark: Text | None) -> Page:
        """The finished page around its chart."""
        header, body = self._row_edges()
        cells = self._cells(header, body, self._wide_rows())
        rows = (*header[:-1], *body)
        edges = self.table.lane_edges
        table = Table("alur", self.table.edges, rows, tuple(cells), drawn.rules)
        return Page(
            self.plan.number,
            "prosedur",
            (self.paper.width, self.paper.height),
            self.paper.edges,
            (*self.above.tables, table),
            (*self.above.texts, *foot),
            self.above.images,
            symbols=tuple(drawn.symbols),
            arrows=self._arrows(drawn.lines, drawn.labels),
            drawing_area=self._area(body),
            band=self.paper.band,
            lanes=tuple(
                Lane(p.id, edges[i], edges[i + 1], on_one_line(p.nama), on_one_line(p.kelompok))
                for i, p in enumerate(self.sop.pelaksana)
            ),
            rows=tuple(self._rows(body)),
            watermark=watermark,
            figures=self.above.figures,
        )

    def _parts_equal_lanes(self, rule: Rule) -> bool:
        """Whether a rule runs down between two lanes of one colour: a label may stand across it."""
        lanes, edges, each = self.table.lanes, self.table.edges, self.table.columns.each
        return rule.x0 == rule.x1 and any(
            rule.x0 == edges[lane] and each[lane - 1].fill == each[lane].fill for lane in lanes[1:]
        )

    def _on_ground(self, label: Text, between: RuleGrid, body: list[float]) -> Text:
        """The label on its row's colour where it stands across a rule between lanes."""
        x0, y0, x1, y1 = label.box
        if not between.meets((x0 - style.LABEL_CLEAR, y0, x1 + style.LABEL_CLEAR, y1)):
            return label
        row = next(i for i, bottom in enumerate(body[1:]) if label.box[3] <= bottom)
        lane = next(lane for lane in self.table.lanes if label.box[0] < self.table.edges[lane + 1])
        plain = style.STRIP_TINT if self.plan.chart.rows[row].kind is not BandKind.STEP else style.PAPER
        cell = (x0 - style.LABEL_CLEAR, y0 - style.LABEL_GROUND, x1 + style.LABEL_CLEAR, y1 + style.LABEL_GROUND)
        return label._replace(cell=cell, ground=self.table.columns.each[lane].fill or plain)

    def _area(self, body: list[float]) -> Box:
        """The lanes beside the rows."""
        edges = self.table.lane_edges
        return (edges[0], body[0], edges[-1], body[-1])

    def _row_edges(self) -> tuple[list[float], list[float]]:
        top = self.paper.top + self.above.height
        header = [round(top, 2)]
        if self.plan.header:
            for height in self.table.header_rows:
                header.append(round(header[-1] + height, 2))
        body = [header[-1]]
        for height in self.plan.heights:
            body.append(round(body[-1] + height, 2))
        return (header if self.plan.header else []), body

    def _rows(self, body: list[float]) -> list[Row]:
        return [
            Row(
                y0, y1, row.step, None if row.kind is BandKind.STEP else "head" if row.kind is BandKind.HEAD else "foot"
            )
            for row, y0, y1 in zip(self.plan.chart.rows, body, body[1:], strict=False)
        ]

    def _wide_rows(self) -> dict[int, list[tuple[int, int]]]:
        chart = self.plan.chart
        found: dict[int, list[tuple[int, int]]] = {}
        for i, row in enumerate(chart.rows):
            for band in row.bands:
                level = chart.levels[band]
                nodes = chart.flow.levels[level].nodes if level is not None else ()
                found.setdefault(i, []).extend((n.lane_lo, n.lane_hi) for n in nodes if n.lane_hi > n.lane_lo)
        return found

    def _cells(self, header: list[float], body: list[float], wide: dict[int, list[tuple[int, int]]]) -> list[Cell]:
        cells = self.table.header_cells(header[0], self.sop.tampilan.warna_kepala) if header else []
        offset = len(header) - 1 if header else 0
        for i, row in enumerate(self.plan.chart.rows):
            top, bottom = body[i], body[i + 1]
            if row.step is not None:
                made = self.table.body_cells(row.step, i + offset, top, bottom)
                cells += _merge_wide(made, wide.get(i, []), self.table.lanes.start)
            else:
                cells += self._strip_cells(row.kind, i + offset, top, bottom)
        return cells

    def _strip_cells(self, kind: BandKind, row: int, top: float, bottom: float) -> list[Cell]:
        setter = self.table.setter
        lanes, count = self.table.lanes, len(self.table.columns.each)
        box = self.table.span(0, top, bottom, lanes.start)
        wording = wording_of(self.sop.tampilan)
        block, size = strip_note(kind, self._pages_beyond(kind), box, self.table.italic, setter, wording)
        text = setter.text("catatan_sambungan", block, size, box, pad=NOTE_PAD, align="right", grey=style.NOTE_GREY)
        cells = [Cell(row, 0, "catatan_sambungan", (text,) if text else (), 1, lanes.start, fill=style.STRIP_TINT)]
        tints = {i: self.table.columns.each[i].fill or style.STRIP_TINT for i in lanes}
        cells += [Cell(row, i, "jalur_sambungan", fill=tints[i]) for i in lanes]
        if lanes.stop < count:
            cells.append(Cell(row, lanes.stop, "jalur_sambungan", (), 1, count - lanes.stop, fill=style.STRIP_TINT))
        return cells

    def _pages_beyond(self, kind: BandKind) -> list[int]:
        """The pages that the strip's connectors lead to or come from."""
        here = self.plan.page
        offset = self.plan.number - here
        return sorted(
            {
                (p.enters if p.leaves == here else p.leaves) + offset
                for p in self.plan.pairs
                if (max(p.leaves, p.enters) if kind is BandKind.HEAD else min(p.leaves, p.enters)) == here
            }
        )

    # --- drawing ------------------------------------------------------------------------------------

    def _symbols(self, frame: Frame) -> list[Symbol]:
        chart = self.plan.chart
        lane_ids = chart.flow.lanes
        pairs = {p.id: p for p in self.plan.pairs}
        found: list[Symbol] = []
        for band, boxes in enumerate(frame.boxes):
            level = chart.levels[band]
            if level is not None:
                info = chart.flow.levels[level]
                for i, (node, box) in enumerate(zip(info.nodes, boxes, strict=True)):
                    lanes = lane_ids[node.lane_lo : node.lane_hi + 1]
                    found.append(
                        Symbol(
                            node.id,
                            node.kind,
                            _rounded(box),
                            info.step,
                            lanes,
                            extra=info.role != "step",
                            opens=info.opens,
                            closes=info.closes,
                            beside=i != info.lead,
                        )
                    )
                continue
            for pair_id, box in zip(chart.pairs_at(band), boxes, strict=True):
                pair = pairs[pair_id]
                out = pair.leaves == self.plan.page
                found.append(
                    Symbol(
                        self._pentagon_id(pair_id),
                        "offpage",
                        _rounded(box),
                        None,
                        (),
                        extra=False,
                        number=self._pentagon_number(pair_id, box),
                        direction="out" if out else "in",
                        pair=f"p{pair_id + 1}",
                    )
                )
        return found

    def _pentagon_id(self, pair: int) -> str:
        return f"o{pair + 1}.{self.plan.number}"

    def _pentagon_number(self, pair: int, box: Box) -> Text | None:
        number = self.pair_numbers.get(pair)
        if number is None:
            return None
        setter = self.table.setter
        size = min(style.NUMBER_SIZE, (box[3] - box[1]) * 0.5)
        flat = box[3] - (box[3] - box[1]) * style.PENTAGON_POINT
        baseline = (box[1] + flat + setter.cap(self.table.bold, size)) / 2 + 0.6
        return setter.single(
            "nomor_konektor",
            str(number),
            self.table.bold,
            size,
            ((box[0] + box[2]) / 2, baseline),
            _rounded(box),
            "center",
        )

    def _arrows(self, lines: list[Polyline], labels: dict[int, Text]) -> tuple[Arrow, ...]:
        names = [f"a{self.first_arrow + i}" for i in range(len(lines))]
        return tuple(
            Arrow(
                names[i],
                self._symbol_at(line.band_from, line.box_from),
                self._symbol_at(line.band_to, line.box_to),
                tuple(e.steps for e in self.plan.chart.edges[line.link.id]) if line.link else (),
                line.ports,
                tuple((round(x, 2), round(y, 2)) for x, y in line.points),
                bool(line.link and line.link.is_return),
                labels.get(i),
                tuple((round(x, 2), round(y, 2)) for x, y in line.omegas),
                names[line.joins] if line.joins is not None else None,
                line.head,
            )
            for i, line in enumerate(lines)
        )

    def _symbol_at(self, band: int, box: int) -> str:
        chart = self.plan.chart
        level = chart.levels[band]
        if level is None:
            return self._pentagon_id(chart.pairs_at(band)[box])
        return chart.flow.levels[level].nodes[box].id


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


def _merge_wide(cells: list[Cell], spans: list[tuple[int, int]], first_lane: int) -> list[Cell]:
    """The lane cells that a wide symbol stands across become one."""
    if not spans:
        return cells
    lo, hi = spans[0]
    kept = []
    for cell in cells:
        lane = cell.column - first_lane
        if cell.role == "pelaksana" and lo < lane <= hi:
            continue
        if cell.role == "pelaksana" and lane == lo:
            cell = cell._replace(column_span=hi - lo + 1)  # noqa: PLW2901
        kept.append(cell)
    return kept
