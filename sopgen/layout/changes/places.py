"""A change's path → what shows it on a drawn page: a row, cells, symbols, arrows or a label."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sopgen.comparing.change import Path
from sopgen.intake.sop import Sop
from sopgen.scene import Box, Page, Point, cell_box

_AROUND_SYMBOL = 4.0
_AROUND_LABEL = 2.0


class Shown(NamedTuple):
    """`beside`: the heights between which the bar at the left stands. `lines` are arrows, `labels` stand at them."""

    kind: Literal["row", "frames", "arrows"]
    boxes: tuple[Box, ...]
    beside: tuple[float, float]
    lines: tuple[tuple[Point, ...], ...] = ()
    labels: tuple[Box, ...] = ()


def find_shown(page: Page, path: Path, sop: Sop) -> Shown | None:
    """None where this page does not show it. `path` is one of `sop`, which the page is drawn from."""
    match path:
        case ("kegiatan", int(index), *rest):
            row = _row(page, index + 1)
            if row is None:
                return None
            return _in_step(page, index, tuple(rest), row, sop) if rest else Shown("row", (row,), (row[1], row[3]))
        case ("pelaksana", int(index), *_):
            return _framed(page, ("pelaksana", sop.pelaksana[index].id))
    return _framed(page, path)


def _row(page: Page, step: int) -> Box | None:
    for row in page.rows:
        if row.step == step:
            table = next(table for table in page.tables if table.role == "alur")
            return table.columns[0], row.y0, table.columns[-1], row.y1
    return None


def _in_step(page: Page, index: int, rest: Path, row: Box, sop: Sop) -> Shown:
    beside = (row[1], row[3])
    match rest:
        case ("arah", *way):
            return _of_ways(page, index, tuple(way), beside, sop)
        case ("pelaksana" | "bersama" | "publik" | "id", *_):
            return _symbols(page, index + 1, beside)
    found = _framed(page, ("kegiatan", index, *rest))
    return found._replace(beside=beside) if found else Shown("row", (row,), beside)


def _symbols(page: Page, step: int, beside: tuple[float, float]) -> Shown:
    boxes = tuple(_grown(each.box, _AROUND_SYMBOL) for each in page.symbols if each.step == step and not each.extra)
    return Shown("frames", boxes, beside)


def _of_ways(page: Page, index: int, way: Path, beside: tuple[float, float], sop: Sop) -> Shown:
    step = index + 1
    ways = [sop.kegiatan[index].arah[way[0]]] if way and isinstance(way[0], int) else [*sop.kegiatan[index].arah]
    if way[1:] == ("label",):
        labels = [arrow.label for arrow in page.arrows if arrow.label and any(a == step for a, _ in arrow.edges)]
        boxes = tuple(_grown(label.box, _AROUND_LABEL) for label in labels if label.text == ways[0].label)
        return Shown("frames", boxes, beside) if boxes else _symbols(page, step, beside)
    edges = {(step, each.ke) for each in ways}
    arrows = [arrow for arrow in page.arrows if edges & set(arrow.edges)]
    beside_lines = tuple(arrow.label.box for arrow in arrows if arrow.label)
    lines = tuple(arrow.points for arrow in arrows)
    return Shown("arrows", (), beside, lines, beside_lines) if lines else _symbols(page, step, beside)


def _framed(page: Page, path: Path) -> Shown | None:
    """The cells of the place, or the texts where a cell holds several places."""
    found: list[tuple[int, Box]] = []
    for table, cell in page.cells():
        places = [(text.path, text.cell) for text in cell.texts if text.path]
        places.append((cell.path, cell_box(table, cell)))
        found += [(len(place), box) for place, box in places if place and path[: len(place)] == place]
    if not found:
        return None
    nearest = max(length for length, _ in found)
    boxes = [box for length, box in found if length == nearest]
    return Shown("frames", tuple(boxes), (min(box[1] for box in boxes), max(box[3] for box in boxes)))


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by
