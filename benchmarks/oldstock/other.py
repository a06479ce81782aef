"""Old SOPs in another hand: `python benchmarks/oldstock/other.py FOLDER [-n 6] [--seed 0] [--kind KIND]`.

One habit of real documents a file, `KINDS`, so that each has figures of its own; beside NAME.pdf or NAME.xlsx lies its
truth NAME.sop.yaml, and NAME.raster where the chart cannot be read by anybody. `by_kind.py` counts them. Lines run
otherwise than in `make.py`: straight down to the next step, and back through the gutters between lanes.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.oldstock.otherpdf import PDF_KINDS, write_pdf
from benchmarks.oldstock.otherxlsx import XLSX_KINDS, write_xlsx
from benchmarks.oldstock.sops import Sop, make_sop
from benchmarks.oldstock.writing import write_kinds

Point = tuple[float, float]
Box = tuple[float, float, float, float]

ORDER = ("no", "kegiatan", "lanes", "kelengkapan", "waktu", "output", "keterangan")
SHARES = {"kegiatan": 0.34, "kelengkapan": 0.2, "waktu": 0.12, "output": 0.2, "keterangan": 0.14}


@dataclass
class Symbol:
    id: int
    kind: str
    box: Box
    step: int | None = None
    text: str = ""

    @property
    def centre(self) -> Point:
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


@dataclass
class Way:
    points: list[Point]
    start: int
    end: int
    sides: tuple[str, str]
    label: str = ""
    at: Point = (0, 0)
    head: bool = True


@dataclass
class Sheet:
    """One page of the flow: edges of columns and rows from the top left corner, and what stands there."""

    columns: list[float]
    rows: list[float]
    lanes: list[str]
    steps: list[tuple[int, dict[str, str]]]
    symbols: list[Symbol] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    numbered: bool = True
    first_lane: int = 2
    order: tuple[str, ...] = ()
    """What each column holds, from the left; `lane` for each lane."""


def draw_sheets(
    sop: Sop,
    rng: random.Random,
    per_page: int,
    *,
    numbered: bool,
    wide: float,
    head: float = 28.0,
    order: tuple[str, ...] = ORDER,
) -> list[Sheet]:
    """The flow cut into pages; connectors with letters join them."""
    count = len(sop.steps)
    groups = [list(range(at, min(at + per_page, count))) for at in range(0, count, per_page)]
    home = {at: number for number, group in enumerate(groups) for at in group}
    for at, step in enumerate(sop.steps):  # a way back stays on its page
        step.ways = [
            (target if target == at + 1 or home.get(target) == home[at] else groups[home[at]][0], label)
            for target, label in step.ways
        ]
        goals = [target for target, _ in step.ways]
        if len(set(goals)) < len(goals) or at in goals:
            step.ways, step.decides = [(at + 1, "")] if at + 1 < count else [], False
    order = order if numbered else tuple(key for key in order if key != "no")
    return [_sheet(sop, rng, group, order=order, wide=wide, head=head) for group in groups]


def _sheet(
    sop: Sop, rng: random.Random, group: list[int], *, order: tuple[str, ...], wide: float, head: float
) -> Sheet:
    lane = max(54.0, min(80.0, 0.42 * wide / len(sop.lanes)))
    rest = wide - (24.0 if "no" in order else 0.0) - lane * len(sop.lanes)
    widths = {"no": 24.0, "lane": lane} | {key: rest * share for key, share in SHARES.items()}
    first_lane = order.index("lanes")
    each_column = (*order[:first_lane], *(["lane"] * len(sop.lanes)), *order[first_lane + 1 :])
    columns = [36.0]
    for key in each_column:
        columns.append(columns[-1] + widths[key])
    first, last = group[0] > 0, group[-1] < len(sop.steps) - 1
    rows = [40.0, 56.0, 56.0 + head]
    if first:
        rows.append(rows[-1] + 28)
    for at in group:
        rows.append(rows[-1] + (62 if sop.steps[at].decides else 50))
    if last:
        rows.append(rows[-1] + 28)
    steps = [(at, {"kegiatan": sop.steps[at].text, **sop.steps[at].cells}) for at in group]
    sheet = Sheet(columns, rows, sop.lanes, steps, numbered="no" in order, first_lane=first_lane, order=each_column)
    top = 3 if first else 2
    _symbols(sop, rng, sheet, group, top)
    letters = "ABCDEFGH"
    page = group[0]
    if first:
        _connector(sheet, sheet.symbols[0], 2, letters[(page - 1) % 8])
    if last:
        bottom = next(each for each in sheet.symbols if each.step == group[-1])
        _connector(sheet, bottom, len(rows) - 2, letters[(group[-1]) % 8])
    _ways(sop, sheet, group)
    return sheet


def _symbols(sop: Sop, rng: random.Random, sheet: Sheet, group: list[int], top: int) -> None:
    for number, at in enumerate(group):
        step = sop.steps[at]
        kind = "decision" if step.decides else "terminator" if at in {0, len(sop.steps) - 1} else "process"
        y = (sheet.rows[top + number] + sheet.rows[top + number + 1]) / 2
        for lane in step.lanes[:1]:
            x0, x1 = sheet.columns[sheet.first_lane + lane], sheet.columns[sheet.first_lane + lane + 1]
            half = min(17.0, (x1 - x0) * 0.28)
            x = (x0 + x1) / 2 + rng.uniform(-2, 2)
            high = 13.0 if step.decides else 9.0
            sheet.symbols.append(Symbol(number + 10, kind, (x - half, y - high, x + half, y + high), at))


def _connector(sheet: Sheet, beside: Symbol, row: int, letter: str) -> None:
    x, y = beside.centre[0], (sheet.rows[row] + sheet.rows[row + 1]) / 2
    sheet.symbols.append(Symbol(100 + row, "offpage", (x - 8, y - 8, x + 8, y + 8), None, letter))


def _ways(sop: Sop, sheet: Sheet, group: list[int]) -> None:
    by_step = {each.step: each for each in sheet.symbols if each.step is not None}
    connectors = [each for each in sheet.symbols if each.kind == "offpage"]
    gutters: dict[float, int] = {}
    for at in group:
        source = by_step[at]
        for target, label in sop.steps[at].ways:
            if target is None:
                continue
            if target == at + 1 and target in by_step:
                sheet.ways.append(_down(source, by_step[target], label, sheet))
            elif target == at + 1:
                goal = max(connectors, key=lambda each: each.centre[1])
                sheet.ways.append(_down(source, goal, label, sheet))
            else:
                sheet.ways.append(_around(source, by_step[target], label, sheet, gutters))
    for each in connectors:
        if group[0] > 0 and each.centre[1] < by_step[group[0]].centre[1]:
            sheet.ways.append(_down(each, by_step[group[0]], "", sheet))


def _down(source: Symbol, goal: Symbol, label: str, sheet: Sheet) -> Way:
    (x, _), (gx, _) = source.centre, goal.centre
    y0, y1 = source.box[3], goal.box[1]
    border = min((y for y in sheet.rows if y > source.centre[1]), default=(y0 + y1) / 2)
    points = [(x, y0), (x, y1)] if abs(x - gx) < 4.5 else [(x, y0), (x, border), (gx, border), (gx, y1)]
    return Way(points, source.id, goal.id, ("B", "T"), label, (x + 3, y0 + 2))


def _around(source: Symbol, goal: Symbol, label: str, sheet: Sheet, gutters: dict[float, int]) -> Way:
    """From a side through a gutter between lanes into a side."""
    (x, y), (gx, gy) = source.centre, goal.centre
    edges = sheet.columns[sheet.first_lane : sheet.first_lane + len(sheet.lanes) + 1]
    taken = {way.sides[0] for way in sheet.ways if way.start == source.id}
    wishes_right = gx > x or (gx == x and x < (edges[0] + edges[-1]) / 2)
    right = "L" in taken or (wishes_right and "R" not in taken)
    side = 1 if right else -1
    near = min((edge for edge in edges if (edge - x) * side > 0), key=lambda edge: abs(edge - x))
    shift = gutters.get(near, 0)
    gutters[near] = shift + 1
    gutter = near - side * (3.5 + 2.5 * (shift % 3))
    start = (source.box[2] if side > 0 else source.box[0], y)
    into = goal.box[2] if gutter > gx else goal.box[0]
    label_at = (start[0] + 1, y - 9) if side > 0 else (start[0] - 5 * len(label) * 0.62 - 2, y - 9)
    sides = ("R" if side > 0 else "L", "R" if gutter > gx else "L")
    return Way([start, (gutter, y), (gutter, gy), (into, gy)], source.id, goal.id, sides, label, label_at)


def make(kind: str, seed: int) -> dict[str, Any]:
    """One document of a kind: its bytes, suffix and truth."""
    rng = random.Random(f"{kind}/{seed}")
    form, name = kind.split("-", 1)
    sop = make_sop(rng, 13)
    sop.lanes = sop.lanes[:5]
    for step in sop.steps:
        step.lanes = [min(step.lanes[0], len(sop.lanes) - 1)]
    if name == "three-exits":
        _third_exits(sop)
    portrait = name in {"portrait", "mixed"}
    sheets = draw_sheets(
        sop, rng, 30 if name in {"two-tables", "one-page"} else 9 if portrait else 7, numbered=name != "no-numbers",
        wide=520 if portrait else 770, head=100.0 if name == "turned-heads" else 28.0,
    )  # fmt: skip
    write: Callable[..., bytes] = write_pdf if form == "pdf" else write_xlsx
    data = write(sop, sheets, name, rng)
    return {"data": data, "suffix": form, "truth": sop.truth(), "raster": name in UNREADABLE}


def _third_exits(sop: Sop) -> None:
    for at, step in enumerate(sop.steps):
        if step.decides and at + 3 < len(sop.steps):
            others = [target for target, _ in step.ways if target != at + 1]
            if others and others[0] is not None and others[0] < at:
                step.ways.append((at + 2, "Revisi"))


UNREADABLE = frozenset({"text-as-paths", "no-unicode"})
KINDS = (*(f"pdf-{name}" for name in PDF_KINDS), *(f"xlsx-{name}" for name in XLSX_KINDS))


if __name__ == "__main__":
    write_kinds(__doc__, KINDS, make, 6)
