"""A panel's cells → the heads of its flow tables: which column is what, and the lanes with their names.

Labels are known by their words; what has other words is known by its place. A head is two rows or three, merged or not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from sopgen.drawn.model import Box, Cell, Panel, overlap
from sopgen.drawn.near import TooMuch
from sopgen.drawn.words import COLUMNS, meaning

Range = tuple[float, float]
NUMBER: Final = re.compile(r"\(?\s*(\d{1,3}|[a-z])\s*[.)]{0,2}")
_DEEPEST: Final = 130.0  # points: no head is higher
_MOST_LOOKED_AT: Final = 200_000
"""Cells beside cells called *Kegiatan*: an SOP of a hundred pages comes to a hundredth."""
_UNIT: Final = re.compile(r"\b(?:menit|jam|hari\s+kerja|hari|minggu|bulan)\b")
_QUALITY: Final = ("kelengkapan", "waktu", "output")


class Lane(NamedTuple):
    """`group`: what stands above it and its neighbours together."""

    name: str
    across: Range
    group: str = ""


class Head(NamedTuple):
    """`top` and `bottom` of the head; the steps begin below. `columns` by their meaning.

    `unit`: what the column of time counts in by its heading, as in `Waktu (menit)`; "" where it says none, or several.
    """

    top: float
    bottom: float
    columns: dict[str, Range]
    lanes: tuple[Lane, ...]
    unit: str = ""

    @property
    def chart(self) -> Range:
        """Left and right of the lanes together."""
        return self.lanes[0].across[0], self.lanes[-1].across[1]


def one_line(text: str) -> str:
    return " ".join(text.split())


def heads_of(panel: Panel) -> tuple[Head, ...]:
    """All heads of a panel, downward."""
    named = [(key, cell) for cell in panel.cells for key in [meaning(one_line(cell.text), COLUMNS)] if key]
    named.sort(key=lambda each: (each[1].box[1], each[1].box[0]))
    tops, looked_at = [cell.box[1] for _, cell in named], 0
    heads: list[Head] = []
    for key, cell in named:
        if key != "kegiatan" or any(head.top - 1 <= cell.box[1] < head.bottom - 1 for head in heads):
            continue
        beside = named[bisect_left(tops, cell.box[1] - 25) : bisect_right(tops, cell.box[1] + _DEEPEST * 0.7)]
        looked_at += len(beside)
        if looked_at > _MOST_LOOKED_AT:
            raise TooMuch
        head = _head(panel, cell, beside)
        if head is not None:
            heads.append(head)
    return tuple(heads)


def _head(panel: Panel, activity: Cell, beside: list[tuple[str, Cell]]) -> Head | None:
    """The head whose column of kegiatan begins with this cell; None if nothing beside it belongs to a head."""
    top = activity.box[1]
    by_key: dict[str, Cell] = {}
    for key, cell in beside:
        if cell.box[0] >= activity.box[2] - 2:
            by_key.setdefault(key, cell)
    if not by_key.keys() & {"pelaksana", "mutu"} or not by_key.keys() & {"mutu", *_QUALITY, "keterangan"}:
        return None
    top = min([top, *(cell.box[1] for key, cell in by_key.items() if key in {"pelaksana", "mutu"})])
    bottom = _bottom(panel, activity, by_key)
    quality = [by_key[key].box[0] for key in ("mutu", *_QUALITY) if key in by_key]
    doers = by_key.get("pelaksana")
    left = doers.box[0] if doers else activity.box[2]
    right = min((x for x in quality if x > left + 5), default=doers.box[2] if doers else left)
    if doers and doers.box[2] > right - 2:
        right = min(right, doers.box[2])
    lanes = tuple(_lanes(panel, doers, (top, bottom), (left, right)))
    if not lanes:
        return None
    columns = _columns(panel, activity, by_key, (top, bottom), (left, right))
    return Head(top, bottom, columns, lanes, _unit(by_key))


def _unit(by_key: dict[str, Cell]) -> str:
    units = _UNIT.findall(by_key["waktu"].text.casefold()) if "waktu" in by_key else []
    return one_line(units[0]) if len(units) == 1 else ""


def _bottom(panel: Panel, activity: Cell, by_key: dict[str, Cell]) -> float:
    """Where the first numbered row begins, a row of column numbers aside; else the lowest label's lower edge."""
    x0, x1 = activity.box[0], activity.box[2]
    lowest = max(cell.box[3] for cell in [activity, *by_key.values()])
    for cell in sorted(panel.cells, key=lambda each: each.box[1]):
        inside = overlap((cell.box[0], cell.box[2]), (x0, x1)) > 0.5 * (x1 - x0)
        if not inside or cell.box[1] < activity.box[3] - 1 or not cell.text.strip():
            continue
        if NUMBER.fullmatch(one_line(cell.text)):  # (1) (2) (3)
            return cell.box[3]
        return max(lowest, activity.box[3]) if cell.box[1] >= lowest - 1 else cell.box[1]
    return lowest


def _lanes(panel: Panel, doers: Cell | None, height: Range, width: Range) -> Iterator[Lane]:
    """The lowest named cells of the head below the word for executors."""
    cells = [
        cell
        for cell in panel.cells
        if cell.box[1] >= height[0] - 1
        and cell.box[3] <= height[1] + 1
        and cell.box[0] >= width[0] - 2
        and cell.box[2] <= width[1] + 2
        and cell != doers
        and cell.text.strip()
        and not NUMBER.fullmatch(one_line(cell.text))
    ]
    leaves = [cell for cell in cells if not any(_hangs(other, cell) for other in cells)]
    above = [cell for cell in cells if sum(_hangs(leaf, cell) for leaf in leaves) > 1]
    for cell in sorted(leaves, key=lambda each: each.box[0]):
        group = max((each for each in above if _hangs(cell, each)), key=lambda each: each.box[1], default=None)
        yield Lane(cell.text, (cell.box[0], cell.box[2]), one_line(group.text) if group else "")


def _hangs(low: Cell, high: Cell) -> bool:
    """Whether one cell stands below another and within its width."""
    return low.box[1] >= high.box[3] - 1 and overlap((low.box[0], low.box[2]), (high.box[0], high.box[2])) > 3


def _columns(panel: Panel, activity: Cell, by_key: dict[str, Cell], height: Range, chart: Range) -> dict[str, Range]:
    columns: dict[str, Range] = {"kegiatan": (activity.box[0], activity.box[2])}
    before = [
        cell
        for cell in panel.cells
        if cell.box[2] <= activity.box[0] + 2 and overlap((cell.box[1], cell.box[3]), height) > 2 and cell.text.strip()
    ]
    if before:
        number = max(before, key=lambda each: each.box[2])
        columns["nomor"] = (number.box[0], number.box[2])
    leaves = _leaves_beside(panel, height, (activity.box[2], *chart), by_key.get("mutu"))
    rest: list[Box] = []
    for cell in leaves:
        key = meaning(one_line(cell.text), COLUMNS)
        if key in {*_QUALITY, "keterangan"} and key not in columns:
            columns[key] = (cell.box[0], cell.box[2])
        else:
            rest.append(cell.box)
    for box in rest:  # by place: what is not known stands where the form has it
        free = next((key for key in (*_QUALITY, "keterangan") if key not in columns and _fits(key, box, columns)), None)
        if free:
            columns[free] = (box[0], box[2])
    return columns


def _fits(key: str, box: Box, columns: dict[str, Range]) -> bool:
    order = ("kelengkapan", "waktu", "output", "keterangan")
    at = order.index(key)
    before = [columns[each][1] for each in order[:at] if each in columns]
    after = [columns[each][0] for each in order[at + 1 :] if each in columns]
    return all(edge <= box[0] + 2 for edge in before) and all(edge >= box[2] - 2 for edge in after)


def _leaves_beside(panel: Panel, height: Range, edges: tuple[float, float, float], mutu: Cell | None) -> list[Cell]:
    """What stands right of the lanes, or between kegiatan and them; `edges`: where kegiatan ends, and the lanes."""
    start, left, right = edges
    cells = [
        cell
        for cell in panel.cells
        if (cell.box[0] >= right - 2 or (start - 2 <= cell.box[0] and cell.box[2] <= left + 2))
        and cell.box[1] >= height[0] - 1
        and cell.box[3] <= height[1] + 1
        and cell.text.strip()
        and cell != mutu
        and not NUMBER.fullmatch(one_line(cell.text))
    ]
    leaves = [cell for cell in cells if not any(_hangs(other, cell) for other in cells)]
    return sorted(leaves, key=lambda each: each.box[0])
