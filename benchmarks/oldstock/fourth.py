"""Old SOPs in a fourth hand: `python benchmarks/oldstock/fourth.py FOLDER [-n 2] [--seed 0] [--kind KIND]`.

As `other.py`, one habit a file, with its truth beside it: tables in other orders, numbers with letters, heads over lanes,
legends, aslant arrows, grids of narrow columns and rows, what Excel, WPS, Visio, Word and printers' drivers write.
`by_kind.py` counts them.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.oldstock.fourthpdf import PDF_KINDS
from benchmarks.oldstock.fourthpdf import write_pdf as pdf
from benchmarks.oldstock.fourthxlsx import XLSX_KINDS
from benchmarks.oldstock.fourthxlsx import write_xlsx as xlsx
from benchmarks.oldstock.other import ORDER, Sheet, draw_sheets
from benchmarks.oldstock.sops import make_sop
from benchmarks.oldstock.writing import write_kinds

KINDS = (*(f"pdf-{name}" for name in PDF_KINDS), *(f"xlsx-{name}" for name in XLSX_KINDS))
_ORDERS = {
    "mutu-first": ("no", "kegiatan", "kelengkapan", "waktu", "output", "lanes", "keterangan"),
    "no-remarks": ("no", "kegiatan", "lanes", "kelengkapan", "waktu", "output"),
}


def make(kind: str, seed: int) -> dict[str, Any]:
    """One document of a kind: its bytes, suffix and truth."""
    rng = random.Random(f"fourth/{kind}/{seed}")
    form, name = kind.split("-", 1)
    sop = make_sop(rng, 12)
    sop.lanes = sop.lanes[:5]
    for step in sop.steps:
        step.lanes = [min(step.lanes[0], len(sop.lanes) - 1)]
        if name == "no-remarks":
            step.cells["keterangan"] = ""
    sheets = draw_sheets(
        sop, rng, 5 if name == "legend" else 7, numbered=True, wide=770, head=44.0 if name == "grouped-heads" else 28.0,
        order=_ORDERS.get(name, ORDER),
    )  # fmt: skip
    for sheet in sheets:
        _bend(sheet, name)
    write: Callable[..., bytes] = pdf if form == "pdf" else xlsx
    data = write(sop, sheets, name, rng)
    truth = sop.truth()
    if name == "scan-first":  # nothing of it can be read
        truth = {key: truth[key] for key in ("pelaksana", "kegiatan")}
    return {"data": data, "suffix": form, "truth": truth}


def step_numbers(count: int, rng: random.Random) -> list[str]:
    """Numbers as some write them: 1a 1b, letters, Roman, with a chapter's number before."""
    manner = rng.choice(["parts", "letters", "roman", "chapter"])
    if manner == "letters":
        return [f"{chr(65 + at)}." for at in range(count)]
    if manner == "roman":
        return ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"][:count]
    if manner == "chapter":
        return [f"1.{at + 1}" for at in range(count)]
    numbers, number = [], 0
    while len(numbers) < count:
        number += 1
        parts = rng.choice([1, 1, 2, 3])
        numbers += [f"{number}{chr(97 + part)}" for part in range(parts)] if parts > 1 else [str(number)]
    return numbers[:count]


def _bend(sheet: Sheet, name: str) -> None:
    """Lines as the kind draws them: aslant, or with one and three corners."""
    by_id = {each.id: each for each in sheet.symbols}
    for way in sheet.ways:
        source, goal = by_id[way.start], by_id[way.end]
        downward = way.sides == ("B", "T") and len(way.points) > 2
        if downward and name == "diagonal":
            way.points = [way.points[0], way.points[-1]]
        elif downward and name == "elbows":
            taken = {other.sides[0] for other in sheet.ways if other.start == way.start and other is not way}
            side = "R" if goal.centre[0] > source.centre[0] else "L"
            if side in taken:
                continue
            start = (source.box[2] if side == "R" else source.box[0], source.centre[1])
            way.points = [start, (goal.centre[0], start[1]), (goal.centre[0], goal.box[1])]
            way.sides = (side, "T")
            way.at = (
                (start[0] + 2, start[1] - 10) if side == "R" else (start[0] - 6 * len(way.label) - 5, start[1] - 10)
            )
        elif way.sides[0] != "B" and name == "elbows":  # round, and into the top of its goal
            entering = [other for other in sheet.ways if other.end == way.end and other.sides[1] == "T"]
            x, y = goal.centre[0], goal.box[1]
            if not entering and goal.step:
                gutter = way.points[1][0]
                way.points = [*way.points[:2], (gutter, y - 8), (x, y - 8), (x, y)]
                way.sides = (way.sides[0], "T")


if __name__ == "__main__":
    write_kinds(__doc__, KINDS, make, 2)
