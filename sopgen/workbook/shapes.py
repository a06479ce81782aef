"""A drawing's XML and its sheet → shapes and lines, each at its place.

Of two forms of one shape (`mc:AlternateContent`) the first counts, as in Excel. A line's points follow DrawingML's
presets: their frame begins level at its left top; adjustments in 1/100000; flips, then a turn about the centre.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from sopgen.workbook.freeforms import Trace, traces_of
from sopgen.workbook.paint import is_bare, is_rimless, is_undrawn, is_unseen
from sopgen.workbook.poses import EMU, A, Pose, anchored, grouped, numbers
from sopgen.workbook.values import Box, Connector, Point, Shape, Sheet

XDR: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_EMBED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_ANCHORS: Final = {f"{XDR}{kind}" for kind in ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")}
_BLOCK_ARROWS: Final = {"rightArrow": 0, "downArrow": 1, "leftArrow": 2, "upArrow": 3}
"""Arrows with a surface, and to where they point, in quarters clockwise from the right."""
_ABOUT: Final = {f"{XDR}{name}" for name in ("from", "to", "pos", "ext", "clientData", "nvGrpSpPr", "grpSpPr")}
"""What stands beside the things drawn and is none of them."""
_LINE_PRESETS: Final = ("line", "lineInv", "straightConnector1")
MOST_DRAWN: Final = 5_000
"""Ten times what the largest SOP has: they are compared with each other. More are not looked for."""
_BOXES: Final = frozenset({"rect", "flowChartProcess"})
_QUARTER: Final = 90.0
_ON_A_CORNER: Final = 30.0  # degrees from where a box stands on one
_SQUARE: Final = 1.3  # times as long as wide: what stands on its corner is a diamond
_INSIDE: Final = 1.0  # points: what is drawn no farther beyond a free form's rim belongs to it
_FULLY_ROUND: Final = 45_000  # of 50,000: how round a rectangle's corners can be
_HEAD: Final = 14.0  # points: no arrow head of a free form is larger
_AT_HEAD: Final = 3.0  # points between a line's end and its head


class Drawn(NamedTuple):
    shapes: tuple[Shape, ...]
    lines: tuple[Connector, ...]
    pictures: tuple[Shape, ...]
    others: tuple[Box, ...]


def drawn(root: ET.Element, sheet: Sheet) -> Drawn:
    """Everything drawn on the sheet."""
    found = _Found([], [], [], [])
    for anchor in _members(root):
        if anchor.tag not in _ANCHORS or _is_folded(anchor, sheet):
            continue
        box = _box(anchor, sheet)
        for element in _members(anchor):
            _add(element, anchored(box, _frame(element)), found)
    return Drawn(tuple(found.shapes), tuple(found.lines), tuple(found.pictures), tuple(found.others))


def unprinted(root: ET.Element, sheet: Sheet) -> tuple[Box, ...]:
    """Of what is drawn on the sheet, and seen there, what its properties keep from paper (Print object)."""
    return tuple(
        _box(anchor, sheet)
        for anchor in _members(root)
        if anchor.tag in _ANCHORS
        and (about := anchor.find(f"{XDR}clientData")) is not None
        and about.get("fPrintsWithSheet") in {"0", "false"}
    )


class _Found(NamedTuple):
    """What was found so far."""

    shapes: list[Shape]
    lines: list[Connector]
    pictures: list[Shape]
    others: list[Box]


def _members(element: ET.Element) -> Iterator[ET.Element]:
    for child in element:
        if child.tag == f"{MC}AlternateContent":
            chosen = child.find(f"{MC}Choice")
            chosen = child.find(f"{MC}Fallback") if chosen is None else chosen
            if chosen is not None:
                yield from _members(chosen)
        else:
            yield child


def _add(element: ET.Element, pose: Pose, found: _Found) -> None:
    if sum(len(each) for each in found) > MOST_DRAWN:
        return
    about = element.find(f".//{XDR}cNvPr")
    if element.tag in _ABOUT or (about is not None and about.get("hidden") in {"1", "true"}):
        return
    if element.tag in {f"{XDR}sp", f"{XDR}cxnSp"}:
        _add_one(element, pose, found)
    elif element.tag == f"{XDR}grpSp":
        _add_group(element, pose, found)
    elif element.tag == f"{XDR}pic" and about is not None:
        blip = element.find(f".//{A}blip")
        source = blip.get(_EMBED, "") if blip is not None else ""  # a relation's id, as yet
        found.pictures.append(
            Shape(int(about.get("id", "0")), about.get("name", ""), "picture", pose.box, source=source)
        )
    else:  # a chart, a diagram, ink
        found.others.append(pose.box)


def _add_group(group: ET.Element, pose: Pose, found: _Found) -> None:
    """The shapes of a group, from the group's own coordinates into its frame."""
    space = _frame(group)
    if space is None:
        found.others.append(pose.box)
        return
    for element in _members(group):
        own = _frame(element)
        _add(element, pose if own is None else grouped(pose, space, own), found)


def _frame(element: ET.Element) -> ET.Element | None:
    """Its `a:xfrm`; a chart has one of the sheet's."""
    places = (f"{XDR}spPr/{A}xfrm", f"{XDR}grpSpPr/{A}xfrm", f"{XDR}xfrm")
    return next((frame for place in places if (frame := element.find(place)) is not None), None)


def _box(anchor: ET.Element, sheet: Sheet) -> Box:
    start = anchor.find(f"{XDR}from")
    if start is None:
        x0, y0 = numbers(anchor.find(f"{XDR}pos"), "x", "y")
    else:
        x0, y0 = _corner(start, sheet)
    end = anchor.find(f"{XDR}to")
    if end is not None:
        return (x0, y0, *_corner(end, sheet))
    width, height = numbers(anchor.find(f"{XDR}ext"), "cx", "cy")
    return x0, y0, x0 + width, y0 + height


def _is_folded(anchor: ET.Element, sheet: Sheet) -> bool:
    """Whether all rows, or all columns, from which it hangs are hidden: nothing of it is drawn."""
    start, end = anchor.find(f"{XDR}from"), anchor.find(f"{XDR}to")
    if start is None or end is None:
        return False
    for key, edges in (("col", sheet.columns), ("row", sheet.rows)):
        first, last = (int(float(each.findtext(f"{XDR}{key}") or 0)) for each in (start, end))
        if last + 1 < len(edges) and edges[last + 1] <= edges[first]:
            return True
    return False


def _corner(marker: ET.Element, sheet: Sheet) -> Point:
    values = [float(marker.findtext(f"{XDR}{key}") or 0) for key in ("col", "colOff", "row", "rowOff")]
    column, row = int(values[0]), int(values[2])
    x = sheet.columns[min(column, len(sheet.columns) - 1)]
    y = sheet.rows[min(row, len(sheet.rows) - 1)]
    return x + _within(sheet.columns, column, values[1] / EMU), y + _within(sheet.rows, row, values[3] / EMU)


def _within(edges: tuple[float, ...], at: int, off: float) -> float:
    """How far into a row or column: nothing of one that is hidden."""
    return 0.0 if at + 1 < len(edges) and edges[at + 1] <= edges[at] else off


def _add_one(element: ET.Element, pose: Pose, found: _Found) -> None:
    about = element.find(f".//{XDR}cNvPr")
    look = element.find(f"{XDR}spPr")
    if about is None or look is None:
        found.others.append(pose.box)
        return
    number, name = int(about.get("id", "0")), about.get("name", "")
    geometry = look.find(f"{A}prstGeom")
    preset = geometry.get("prst", "") if geometry is not None else ""
    free = look.find(f"{A}custGeom")
    if free is not None:
        _add_free(element, look, Shape(number, name, "", pose.box), free, pose, found)
    elif element.tag == f"{XDR}cxnSp" or preset in _LINE_PRESETS or "Connector" in preset[:14]:
        if is_undrawn(look):
            return
        corners = _of_preset(look, preset, pose.width, pose.height)
        found.lines.append(_line(element, look, number, name, tuple(map(pose.placed, corners))))
    elif preset in _BLOCK_ARROWS:
        found.lines.append(_block_arrow(number, name, preset, pose))
    else:
        text = _text(element, look)
        if not text.strip() and is_undrawn(look) and look.find(f"{A}noFill") is not None:
            return  # nothing of it is seen
        own = element.find(f".//{XDR}cNvSpPr")
        # LibreOffice saves a text box as a rectangle with a text; no box of a flowchart has one.
        is_text_box = (own is not None and own.get("txBox") in {"1", "true"}) or (
            preset == "rect" and bool(text.strip())
        )
        seen = _seen_as(preset, geometry, pose)
        found.shapes.append(Shape(number, name, seen, pose.box, text, is_text_box, rimless=is_rimless(look)))


def _text(element: ET.Element, look: ET.Element) -> str:
    """Its words, without those in type of the paper's colour where the paper is its ground."""
    runs = [[run for run in part if run.find(f"{A}t") is not None] for part in element.iter(f"{A}p")]
    if is_bare(look):
        runs = [[run for run in part if not _is_white(run)] for part in runs]
    return " ".join("".join(run.findtext(f"{A}t") or "" for run in part) for part in runs)


def _is_white(run: ET.Element) -> bool:
    kind = run.find(f"{A}rPr")
    return kind is not None and is_unseen(kind)


def _add_free(element: ET.Element, look: ET.Element, about: Shape, free: ET.Element, pose: Pose, found: _Found) -> None:
    """A free form: a closed trace is a symbol, an open one a line, a small triangle at a line's end its head."""
    traces = traces_of(free, pose.width, pose.height)
    is_arrow = _has_head(look, "headEnd") or _has_head(look, "tailEnd")  # it may run back to where it began
    rings = [each.closed or (each.ends_meet and not is_arrow) for each in traces]
    opened = [_placed(each, pose) for each, ring in zip(traces, rings, strict=True) if not ring]
    closed = [_placed(each, pose) for each, ring in zip(traces, rings, strict=True) if ring]
    heads = [each for each in closed if opened and _is_head(each, opened)]
    outer = [
        each
        for each in closed
        if each not in heads and not any(_holds(other, each) for other in closed if other is not each)
    ]
    lines = [each for each in opened if not any(_holds(other, each) for other in outer)]
    if not outer and not lines:
        found.others.append(pose.box)
    for at, each in enumerate(outer):
        text = _text(element, look) if at == 0 else ""
        box = each.box if len(outer) > 1 else about.box
        number = about.id if at == 0 else -(1000 * about.id + at)  # nothing is glued to it
        found.shapes.append(
            about._replace(id=number, box=box, text=text, corners=each.points, rimless=is_rimless(look))
        )
    for each in lines if not is_undrawn(look) else ():
        line = _line(element, look, about.id, about.name, each.corners, each.humps)
        line = _headed(line, heads) if heads else line
        found.lines.append(line if len(lines) == 1 else line._replace(glued=(None, None)))


def _placed(trace: Trace, pose: Pose) -> Trace:
    points, corners, humps = (tuple(map(pose.placed, each)) for each in (trace.points, trace.corners, trace.humps))
    return Trace(points, corners, humps, trace.closed)


def _is_head(trace: Trace, lines: list[Trace]) -> bool:
    """Whether a closed trace is a small triangle or dart at the end of a line."""
    x0, y0, x1, y1 = trace.box
    small = len(set(trace.corners)) <= 4 and max(x1 - x0, y1 - y0) <= _HEAD
    return small and any(_is_at(end, [trace]) for line in lines for end in (line.corners[0], line.corners[-1]))


def _headed(line: Connector, heads: list[Trace]) -> Connector:
    """A line with the heads that stand at its ends, drawn on to their points."""
    points, told = list(line.points), list(line.heads)
    for end in (0, -1):
        head = next((each for each in heads if _is_at(points[end], [each])), None)
        if head is None:
            continue
        told[end] = True
        before = points[1 if end == 0 else -2]
        points[end] = max(head.corners, key=lambda corner: math.dist(corner, before))
    return line._replace(points=tuple(points), heads=(told[0], told[1]))


def _is_at(point: Point, traces: list[Trace]) -> bool:
    x, y = point
    return any(
        x0 - _AT_HEAD <= x <= x1 + _AT_HEAD and y0 - _AT_HEAD <= y <= y1 + _AT_HEAD
        for x0, y0, x1, y1 in (trace.box for trace in traces)
    )


def _holds(outer: Trace, inner: Trace) -> bool:
    """Whether a trace lies within another's box; of two as large, the first drawn holds the other."""
    (x0, y0, x1, y1), (ax, ay, bx, by) = outer.box, inner.box
    inside = x0 - _INSIDE <= ax and y0 - _INSIDE <= ay and bx <= x1 + _INSIDE and by <= y1 + _INSIDE
    return inside and (bx - ax) * (by - ay) < (x1 - x0) * (y1 - y0)


def _block_arrow(number: int, name: str, preset: str, pose: Pose) -> Connector:
    """A broad arrow as the line that it stands for: along its box, the way that it points."""
    wide, high = pose.width, pose.height
    along = (((0.0, high / 2), (wide, high / 2)), ((wide / 2, 0.0), (wide / 2, high)))[_BLOCK_ARROWS[preset] % 2]
    start, end = along if _BLOCK_ARROWS[preset] < 2 else along[::-1]
    return Connector(number, name, (pose.placed(start), pose.placed(end)), heads=(False, True))


def _line(
    element: ET.Element,
    look: ET.Element,
    number: int,
    name: str,
    points: tuple[Point, ...],
    humps: tuple[Point, ...] = (),
) -> Connector:
    return Connector(
        number,
        name,
        points,
        humps,
        (_glue(element.find(f".//{A}stCxn")), _glue(element.find(f".//{A}endCxn"))),
        (_has_head(look, "headEnd"), _has_head(look, "tailEnd")),
    )


def _glue(connection: ET.Element | None) -> tuple[int, int] | None:
    return None if connection is None else (int(connection.get("id", "0")), int(connection.get("idx", "0")))


def _has_head(look: ET.Element, key: str) -> bool:
    end = look.find(f"{A}ln/{A}{key}")
    return end is not None and end.get("type", "none") != "none"


def _seen_as(preset: str, geometry: ET.Element | None, pose: Pose) -> str:
    """The preset that it looks like: on paper a box on one of its corners is no box, a wholly round one a capsule."""
    if preset == "roundRect" and _is_fully_round(geometry):
        return "flowChartTerminator"
    if preset in _BOXES and abs(pose.turn % _QUARTER - _QUARTER / 2) < _ON_A_CORNER:
        sides = sorted((pose.width, pose.height))
        return "diamond" if sides[1] <= _SQUARE * sides[0] else f"{preset}, {pose.turn % _QUARTER:.0f}°"
    return preset


def _is_fully_round(geometry: ET.Element | None) -> bool:
    """Whether a rectangle's round corners make half circles of its ends: on paper a capsule, whatever it is called."""
    told = None if geometry is None else geometry.find(f"{A}avLst/{A}gd[@name='adj']")
    try:
        return told is not None and float(told.get("fmla", "").split()[-1]) >= _FULLY_ROUND
    except (ValueError, IndexError):
        return False


def _of_preset(look: ET.Element, preset: str, width: float, height: float) -> list[Point]:
    """The corners of a bent connector, or the diagonal of a straight one."""
    end = (width, height)
    if preset == "lineInv":
        return [(0.0, height), (width, 0.0)]
    if not preset.startswith("bentConnector"):
        return [(0.0, 0.0), end]
    kind = int(preset[-1]) if preset[-1].isdigit() else 2
    told = {
        each.get("name", ""): float((each.get("fmla") or "val 50000").split()[-1]) / 100_000
        for each in look.iterfind(f"{A}prstGeom/{A}avLst/{A}gd")
    }
    adjusted = [told.get(f"adj{number}", told.get("adj", 0.5) if number == 1 else 0.5) for number in (1, 2, 3)]
    xs, ys = adjusted[0] * width, adjusted[1] * height
    match kind:
        case 2:
            return [(0.0, 0.0), (width, 0.0), end]
        case 3:
            return [(0.0, 0.0), (xs, 0.0), (xs, height), end]
        case 4:
            return [(0.0, 0.0), (xs, 0.0), (xs, ys), (width, ys), end]
        case _:
            last = adjusted[2] * width
            return [(0.0, 0.0), (xs, 0.0), (xs, ys), (last, ys), (last, height), end]
