"""The flow table with its chart, page by page, as a hand would draw it."""

from __future__ import annotations

import math
import random
from itertools import pairwise
from typing import Any

from benchmarks.oldstock.arrows import NotDrawn, Pencil
from benchmarks.oldstock.plan import Arrow, Mark, Page, Point, Style, Text, height_of, set_cell
from benchmarks.oldstock.routes import Paper
from benchmarks.oldstock.sops import Sop

CELLS = ("kelengkapan", "waktu", "output", "keterangan")
STRIP = 34.0


def draw_flow(sop: Sop, style: Style, rng: random.Random, size: Point, first: tuple[Page, float] | None) -> list[Page]:
    """All pages of the flow; `first`: a page that it begins on, and from where."""
    return _Flow(sop, style, rng, size, first).draw()


class _Flow:
    def __init__(
        self, sop: Sop, style: Style, rng: random.Random, size: Point, first: tuple[Page, float] | None
    ) -> None:
        self.sop, self.style, self.rng, self.size, self.first = sop, style, rng, size, first
        self.margin = 36.0
        wide = size[0] - 2 * self.margin
        number, text = 24.0, rng.choice([0.16, 0.2]) * wide
        lane = max(45.0, min(78.0, 0.42 * wide / len(sop.lanes)))
        lanes = lane * len(sop.lanes)
        rest = wide - number - text - lanes
        shares = [0.32, 0.17, 0.3, 0.21]
        xs = [self.margin, self.margin + number, self.margin + number + text]
        self.lane_edges = [xs[-1] + lane * at for at in range(len(sop.lanes) + 1)]
        xs += self.lane_edges[1:]
        for share in shares:
            xs.append(xs[-1] + rest * share)
        self.xs = [round(x / 3) * 3 for x in xs]
        self.lane_edges = self.xs[2 : 3 + len(sop.lanes)]
        self.ids = 0
        self.pairs = 0

    def draw(self) -> list[Page]:
        heights = [self._row_height(at) for at in range(len(self.sop.steps))]
        head = self._head_height()
        groups = self._cut(heights, head)
        self.home = {at: number for number, group in enumerate(groups) for at in group}
        self.tops: dict[int, list[tuple[int, bool, int]]] = {}
        self.feet: dict[int, list[tuple[int, bool, int]]] = {}
        crossing = [
            (at, target, label) for at, step in enumerate(self.sop.steps) for target, label in step.ways
            if target is not None and self.home[at] != self.home[target]
        ]  # fmt: skip
        self.numbers: dict[tuple[int, int], str] = {}
        for number, (at, target, _) in enumerate(crossing):
            bare = not self.style.numbered_pentagons and len(crossing) == 1
            bare = bare or (not self.style.numbered_pentagons and len(crossing) <= len(groups) - 1 and target > at)
            self.numbers[at, target] = "" if bare else str(number + 1) if number < 9 else chr(65 + number - 9)
        if any(self.numbers.values()):
            self.numbers = {key: text or str(90 + n) for n, (key, text) in enumerate(self.numbers.items())}
        pages = []
        for number, group in enumerate(groups):
            if number == 0 and self.first:
                page, y = self.first
            else:
                page, y = Page(self.size), self.margin
            self._page(page, y, group, heights, number, crossing)
            pages.append(page)
        return pages

    def _row_height(self, at: int) -> float:
        step = self.sop.steps[at]
        texts = [(step.text, self.xs[2] - self.xs[1])]
        texts += [(step.cells[key], self.xs[-4 + n] - self.xs[-5 + n]) for n, key in enumerate(CELLS)]
        high = max(height_of(text, self.style, width) for text, width in texts)
        least = 62 if step.decides else 48
        high = max(high, least, 78 if self.style.extra_capsules and at in {0, len(self.sop.steps) - 1} else 0)
        if any(target is None for target, _ in step.ways):
            high = max(high, 92)
        return math.ceil(high / 3) * 3

    def _head_height(self) -> float:
        names = [name.upper() if self.style.upper else name for name in self.sop.lanes]
        lane = self.lane_edges[1] - self.lane_edges[0]
        if self.style.turned_heads:
            self.names_high = 66.0
        else:
            self.names_high = max(24.0, *(height_of(name, self.style, lane, bold=True) for name in names))
        self.names_high = math.ceil(self.names_high / 3) * 3
        numbers = 15 if self.style.column_numbers else 0
        return 18 + self.names_high + (15 if self.style.group_head and len(names) > 2 else 0) + numbers

    def _cut(self, heights: list[float], head: float) -> list[list[int]]:
        groups: list[list[int]] = [[]]
        y = self.first[1] + 6 if self.first else self.margin
        left = self.size[1] - self.margin - y - head - STRIP - 22
        for at, high in enumerate(heights):
            if left < high and groups[-1]:
                groups.append([])
                left = self.size[1] - 2 * self.margin - 2 * STRIP - (head if self.style.repeat_head else 0) - 12
            groups[-1].append(at)
            left -= high
        if self.first and len(groups[0]) == 1 and len(heights) > 1 and left < 0:
            raise NotDrawn
        return groups

    # ---- the table

    def _add(self, page: Page, box, text: str, **how: Any) -> None:
        page.cells.append(set_cell(Text(box, text, **{"size": self.style.size, **how}), self.style))

    def _head(self, page: Page, y: float) -> float:
        style, xs = self.style, self.xs
        up = (lambda text: text.upper()) if style.upper else (lambda text: text)
        bottom = y + self._head_height() - (15 if style.column_numbers else 0)
        bold = {"bold": True, "middle": True}
        self._add(page, (xs[0], y, xs[1], bottom), self.rng.choice(["No", "No.", "NO"]), **bold)
        self._add(page, (xs[1], y, xs[2], bottom), up(style.activity), **bold)
        self._add(page, (self.lane_edges[0], y, self.lane_edges[-1], y + 18), up(style.doers), **bold)
        self._add(page, (self.lane_edges[-1], y, xs[-2], y + 18), up(style.quality), **bold)
        self._add(page, (xs[-2], y, xs[-1], bottom), up(style.remarks), **bold)
        low = y + 18
        grouped = style.group_head and len(self.sop.lanes) > 2
        if grouped:
            self._add(page, (self.lane_edges[0], low, self.lane_edges[2], low + 15), "Unit Kerja", **bold)
        for at, name in enumerate(self.sop.lanes):
            top = low + 15 if grouped and at < 2 else low
            box = (self.lane_edges[at], top, self.lane_edges[at + 1], bottom)
            self._add(page, box, up(name), **bold, turned=style.turned_heads)
        for at, text in enumerate((style.needs, style.duration, style.results)):
            self._add(page, (xs[-5 + at], low, xs[-4 + at], bottom), up(text), **bold)
        if style.column_numbers:
            for at in range(len(xs) - 1):
                self._add(
                    page, (xs[at], bottom, xs[at + 1], bottom + 15), style.column_numbers.format(at + 1), middle=True
                )
            bottom += 15
        return bottom

    def _row(self, page: Page, y: float, high: float, texts: list[str]) -> None:
        """Number, activity, and the four cells; lanes are empty."""
        xs = self.xs
        self._add(page, (xs[0], y, xs[1], y + high), texts[0], middle=True)
        self._add(page, (xs[1], y, xs[2], y + high), texts[1])
        for a, b in pairwise(self.lane_edges):
            self._add(page, (a, y, b, y + high), "", ruled=self.style.chart_lines)
        for at, text in enumerate(texts[2:]):
            if text is not None:
                self._add(page, (xs[-5 + at], y, xs[-4 + at], y + high), text, middle=at == 1)

    # ---- one page

    def _page(self, page, y, group, heights, number, crossing) -> None:
        style, _rng = self.style, self.rng
        if not page.cells and style.title and number == 0:
            page.free.append((self.margin, y, f"PROSEDUR {self.sop.head['judul'].upper()}"))
            y += 18
        if number == 0 or style.repeat_head:
            y = self._head(page, y + (9 if page.cells else 0))
        leaving = [each for each in crossing if self.home[each[0]] == number]
        coming = [each for each in crossing if self.home[each[1]] == number]
        at_top = [e for e in coming if e[1] > e[0]] + [e for e in leaving if e[1] < e[0]]
        at_foot = [e for e in leaving if e[1] > e[0]] + [e for e in coming if e[1] < e[0]]
        in_cell = style.pentagons == "cell" and len(at_foot) <= 1 and len(at_top) <= 1
        strip_top = strip_foot = None
        if at_top and not in_cell:
            self._row(page, y, STRIP, ["", "", "", "", "", ""])
            strip_top = y + STRIP / 2
            y += STRIP
        rows: dict[int, tuple[float, float]] = {}
        merged = group[2] if style.merged_time and len(group) > 4 else None
        more_top = STRIP if at_top and in_cell else 0.0
        more_foot = STRIP if at_foot and in_cell else 0.0
        for at in group:
            step = self.sop.steps[at]
            if merged is not None and at == merged + 1:
                step.cells["waktu"] = ""
            high = heights[at] + (more_top if at == group[0] else 0) + (more_foot if at == group[-1] else 0)
            texts = [style.numbering.format(at + 1), step.text, *(step.cells[key] for key in CELLS)]
            if merged is not None and at in {merged, merged + 1}:
                texts[3] = None  # type: ignore[call-overload]
            self._row(page, y, high, texts)
            if merged is not None and at == merged:
                box = (
                    self.xs[-4],
                    y,
                    self.xs[-3],
                    y + high + heights[at + 1] + (more_foot if at + 1 == group[-1] else 0),
                )
                self._add(page, box, step.cells["waktu"], middle=True)
            down = (y + (more_top if at == group[0] else 0), y + high - (more_foot if at == group[-1] else 0))
            if at == group[0] and more_top:
                strip_top = y + STRIP / 2
            if at == group[-1] and more_foot:
                strip_foot = y + high - STRIP / 2
            rows[at] = down
            y += high
        if at_foot and not in_cell:
            self._row(page, y, STRIP, ["", "", "", "", "", ""])
            strip_foot = y + STRIP / 2
            y += STRIP
        self._chart(page, rows, at_top, at_foot, strip_top, strip_foot)
        if style.signed:
            page.free.append(
                (60, self.size[1] - 16, "* Dokumen ini ditandatangani secara elektronik; keasliannya dapat diperiksa.")
            )
            page.stamps.append((24, self.size[1] - 34, 50, self.size[1] - 8))

    # ---- the chart

    def _chart(self, page, rows, at_top, at_foot, strip_top, strip_foot) -> None:
        paper = Paper(self.lane_edges[0], self.lane_edges[-1], [float(x) for x in self.lane_edges])
        pencil = Pencil(self.style, self.rng, paper)
        boxes: dict[int, list[Mark]] = {}
        extras: dict[int, Mark] = {}
        last_step = len(self.sop.steps) - 1
        jobs: list[tuple[Mark, Mark, str, int]] = []
        for at, (y0, y1) in rows.items():
            step = self.sop.steps[at]
            room0, room1 = y0, y1
            extra = None
            if self.style.extra_capsules and at in {0, last_step}:
                lane = step.lanes[0]
                if at == 0:
                    extra = self._mark(
                        "terminator", lane, y0 + 15, high=16, text="Mulai" if self.style.capsule_text else ""
                    )
                    room0 = y0 + 30
                else:
                    extra = self._mark(
                        "terminator", lane, y1 - 15, high=16, text="Selesai" if self.style.capsule_text else ""
                    )
                    room1 = y1 - 30
            if any(target is None for target, _ in step.ways):
                room1 = y1 - 34
            cy = (room0 + room1) / 2
            marks = self._step_marks(at, step, cy, plain=extra is not None)
            boxes[at] = marks
            paper.marks += marks
            if extra:
                paper.marks.append(extra)
                extras[at] = extra
            if any(target is None for target, _ in step.ways):
                end = self._mark(
                    "terminator", step.lanes[0], y1 - 17, high=16, text="Selesai" if self.style.capsule_text else ""
                )
                paper.marks.append(end)
                extras[-1 - at] = end
        pent_top = self._pentagons(at_top, strip_top, boxes)
        pent_foot = self._pentagons(at_foot, strip_foot, boxes)
        paper.marks += [*pent_top.values(), *pent_foot.values()]
        for marks in boxes.values():
            if len(marks) > 1:
                one, other = marks[0].box, marks[-1].box
                page.arrows.append(
                    Arrow(
                        [(one[2], marks[0].centre[1]), (other[0], marks[-1].centre[1])],
                        False,
                        marks[0].id,
                        marks[-1].id,
                    )
                )
                paper.lines.append((*page.arrows[-1].points, -1))
                paper.used[marks[0].id, "r"] = paper.used[marks[-1].id, "l"] = "tie"
        for at, extra in extras.items():
            if at == 0:
                jobs.insert(0, (extra, boxes[0][0], "", 0))
            elif at == last_step and at in boxes:
                jobs.append((boxes[at][0], extra, "", at))
        for at in rows:
            for target, label in self.sop.steps[at].ways:
                goal: Mark | None
                if target is None:
                    goal = extras[-1 - at]
                elif target in boxes:
                    goal = self._nearest(boxes[target], boxes[at])
                else:
                    goal = (pent_foot if target > at else pent_top)[at, target]
                jobs.append(
                    (self._nearest(boxes[at], [goal]), goal, label, abs((target if target is not None else at) - at))
                )
        for (_, target), mark in [*pent_top.items(), *pent_foot.items()]:
            if target in boxes:
                jobs.append((mark, self._nearest(boxes[target], [mark]), "", 1))
        jobs.sort(key=lambda job: job[3])
        for one, other, label, _ in jobs:
            pencil.draw(page, one, other, label)
        marks = list(paper.marks)
        self.rng.shuffle(marks)
        page.marks += marks

    def _nearest(self, marks: list[Mark], others: list[Mark]) -> Mark:
        return min(marks, key=lambda mark: min(math.dist(mark.centre, other.centre) for other in others))

    def _mark(
        self, kind: str, lane: int, y: float, *, high: float = 18, wide: float | None = None, text: str = ""
    ) -> Mark:
        self.ids += 1
        room = self.lane_edges[lane + 1] - self.lane_edges[lane]
        jitter = self.style.jitter if kind != "offpage" else 0
        x = (self.lane_edges[lane] + self.lane_edges[lane + 1]) / 2 + self.rng.uniform(-jitter, jitter)
        y += self.rng.uniform(-jitter, jitter) / 3
        half = (wide or min(34.0, 0.55 * room) * self.rng.uniform(0.9, 1.1)) / 2
        return Mark(self.ids, kind, (x - half, y - high / 2, x + half, y + high / 2), text)

    def _step_marks(self, at: int, step, y: float, *, plain: bool) -> list[Mark]:
        last = len(self.sop.steps) - 1
        kind = "decision" if step.decides else "terminator" if at in {0, last} and not plain else "process"
        text = ""
        if kind == "terminator" and self.style.capsule_text:
            text = "Mulai" if at == 0 else "Selesai"
        if len(step.lanes) > 1:
            if self.style.wide and step.lanes[1] == step.lanes[0] + 1:
                self.ids += 1
                x0, x1 = self.lane_edges[step.lanes[0]] + 9, self.lane_edges[step.lanes[1] + 1] - 9
                return [Mark(self.ids, kind, (x0, y - 9, x1, y + 9))]
            return [self._mark(kind, lane, y) for lane in step.lanes]
        return [self._mark(kind, step.lanes[0], y, high=24 if step.decides else 18, text=text)]

    def _pentagons(self, ways, y: float | None, boxes) -> dict[tuple[int, int], Mark]:
        found: dict[tuple[int, int], Mark] = {}
        taken: list[float] = []
        for at, target, _ in ways:
            near = boxes[at if at in boxes else target][0].centre[0]
            spots = [
                (a + b) / 2 + off for a, b in pairwise(self.lane_edges) for off in ((-13, 13) if b - a > 56 else (0,))
            ]
            spots = [x for x in spots if all(abs(x - other) > 19 for other in taken)]
            if not spots or y is None:
                raise NotDrawn
            x = min(spots, key=lambda spot: abs(spot - near))
            if abs(x - near) < 6.5 and all(abs(near - other) > 19 for other in taken):
                x = near
            taken.append(x)
            self.ids += 1
            found[at, target] = Mark(self.ids, "offpage", (x - 7, y - 7, x + 7, y + 7), self.numbers[at, target])
        return found
