"""A drawing's XML and its sheet → shapes and lines, each at its place.

Of two forms of one shape (`mc:AlternateContent`) the first counts, as in Excel. A line's points follow DrawingML's
presets: their frame begins level at its left top; adjustments in 1/100000; flips, then a turn about the centre.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from sopgen.workbook.values import Box, Connector, Point, Shape, Sheet

XDR: Final = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_EMBED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
EMU: Final = 12700  # a point
_ANCHORS: Final = {f"{XDR}{kind}" for kind in ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")}
_BLOCK_ARROWS: Final = {"rightArrow": 0, "downArrow": 1, "leftArrow": 2, "upArrow": 3}
"""Arrows with a surface, and to where they point, in quarters clockwise from the right."""
_ABOUT: Final = {f"{XDR}{name}" for name in ("from", "to", "pos", "ext", "clientData", "nvGrpSpPr", "grpSpPr")}
"""What stands beside the things drawn and is none of them."""
_LINE_PRESETS: Final = ("line", "straightConnector1")
_WHITE: Final = frozenset({"ffffff", "bg1", "lt1", "window"})
_FULL_TURN: Final = 21_600_000
_PIECES: Final = 6  # straight ones for a curve


class Drawn(NamedTuple):
    shapes: tuple[Shape, ...]
    lines: tuple[Connector, ...]
    pictures: tuple[Shape, ...]
    others: tuple[Box, ...]


def drawn(root: ET.Element, sheet: Sheet) -> Drawn:
    """Everything drawn on the sheet."""
    found = _Found([], [], [], [])
    for anchor in _members(root):
        if anchor.tag not in _ANCHORS:
            continue
        box = _box(anchor, sheet)
        for element in _members(anchor):
            _add(element, box, found)
    return Drawn(tuple(found.shapes), tuple(found.lines), tuple(found.pictures), tuple(found.others))


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


def _add(element: ET.Element, box: Box, found: _Found) -> None:
    about = element.find(f".//{XDR}cNvPr")
    if element.tag in _ABOUT or (about is not None and about.get("hidden") in {"1", "true"}):
        return
    if element.tag in {f"{XDR}sp", f"{XDR}cxnSp"}:
        _add_one(element, box, found)
    elif element.tag == f"{XDR}grpSp":
        _add_group(element, box, found)
    elif element.tag == f"{XDR}pic" and about is not None:
        blip = element.find(f".//{A}blip")
        source = blip.get(_EMBED, "") if blip is not None else ""  # a relation's id, as yet
        found.pictures.append(Shape(int(about.get("id", "0")), about.get("name", ""), "picture", box, source=source))
    else:  # a chart, a diagram, ink
        found.others.append(box)


def _add_group(group: ET.Element, box: Box, found: _Found) -> None:
    """The shapes of a group, from the group's own coordinates into its box."""
    frame = group.find(f"{XDR}grpSpPr/{A}xfrm")
    if frame is None:
        found.others.append(box)
        return
    off, ext = frame.find(f"{A}chOff"), frame.find(f"{A}chExt")
    x, y = _numbers(off, "x", "y")
    wide, high = _numbers(ext, "cx", "cy")
    across = (box[2] - box[0]) / wide if wide else 1.0
    down = (box[3] - box[1]) / high if high else 1.0
    for element in _members(group):
        own = element.find(f"{XDR}spPr/{A}xfrm")
        own = element.find(f"{XDR}grpSpPr/{A}xfrm") if own is None else own
        own = element.find(f"{XDR}xfrm") if own is None else own  # of a chart
        if own is None:
            _add(element, box, found)
            continue
        left, top = _numbers(own.find(f"{A}off"), "x", "y")
        width, height = _numbers(own.find(f"{A}ext"), "cx", "cy")
        x0, y0 = box[0] + (left - x) * across, box[1] + (top - y) * down
        inner = (x0, y0, x0 + width * across, y0 + height * down)
        _add(element, inner if element.tag == f"{XDR}grpSp" else _as_seen(own, inner), found)


def _as_seen(frame: ET.Element, box: Box) -> Box:
    """A member's frame is that of the shape before its turn; anchors hold what is seen."""
    turn = float(frame.get("rot", "0")) / 60_000 % 360
    if not (45 <= turn < 135 or 225 <= turn < 315):
        return box
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    half_width, half_height = (box[3] - box[1]) / 2, (box[2] - box[0]) / 2
    return x - half_width, y - half_height, x + half_width, y + half_height


def _box(anchor: ET.Element, sheet: Sheet) -> Box:
    start = anchor.find(f"{XDR}from")
    if start is None:
        x0, y0 = _numbers(anchor.find(f"{XDR}pos"), "x", "y")
    else:
        x0, y0 = _corner(start, sheet)
    end = anchor.find(f"{XDR}to")
    if end is not None:
        return (x0, y0, *_corner(end, sheet))
    width, height = _numbers(anchor.find(f"{XDR}ext"), "cx", "cy")
    return x0, y0, x0 + width, y0 + height


def _corner(marker: ET.Element, sheet: Sheet) -> Point:
    values = [float(marker.findtext(f"{XDR}{key}") or 0) for key in ("col", "colOff", "row", "rowOff")]
    column, row = int(values[0]), int(values[2])
    x = sheet.columns[min(column, len(sheet.columns) - 1)]
    y = sheet.rows[min(row, len(sheet.rows) - 1)]
    return x + values[1] / EMU, y + values[3] / EMU


def _numbers(element: ET.Element | None, first: str, second: str) -> Point:
    if element is None:
        return 0.0, 0.0
    return float(element.get(first, "0")) / EMU, float(element.get(second, "0")) / EMU


def _add_one(element: ET.Element, box: Box, found: _Found) -> None:
    about = element.find(f".//{XDR}cNvPr")
    look = element.find(f"{XDR}spPr")
    if about is None or look is None:
        found.others.append(box)
        return
    number, name = int(about.get("id", "0")), about.get("name", "")
    geometry = look.find(f"{A}prstGeom")
    preset = geometry.get("prst", "") if geometry is not None else ""
    path = look.find(f"{A}custGeom/{A}pathLst/{A}path")
    is_open = path is not None and path.find(f"{A}close") is None
    if element.tag == f"{XDR}cxnSp" or preset in _LINE_PRESETS or "Connector" in preset[:14] or is_open:
        found.lines.append(_line(element, look, number, name, preset, path, box))
        return
    if preset in _BLOCK_ARROWS:
        found.lines.append(_block_arrow(look, number, name, preset, box))
        return
    own = element.find(f".//{XDR}cNvSpPr")
    text = " ".join("".join(run.text or "" for run in part.iter(f"{A}t")) for part in element.iter(f"{A}p"))
    # LibreOffice saves a text box as a rectangle with a text; no box of a flowchart has one.
    is_text_box = (own is not None and own.get("txBox") in {"1", "true"}) or (preset == "rect" and bool(text.strip()))
    corners = tuple(_of_path(path, box[2] - box[0], box[3] - box[1], smooth=True)[0]) if path is not None else ()
    found.shapes.append(Shape(number, name, preset, box, text, is_text_box, corners, rimless=_is_rimless(look)))


def _is_rimless(look: ET.Element) -> bool:
    """Whether a shape says that it has no outline, and no ground but a white one."""
    line, colour = look.find(f"{A}ln"), look.find(f"{A}solidFill")
    if line is None or line.find(f"{A}noFill") is None:
        return False
    if look.find(f"{A}noFill") is not None:
        return True
    told = [each.get("val", "") for each in colour] if colour is not None else []
    return bool(told) and told[0].casefold() in _WHITE


def _turn(look: ET.Element) -> float:
    """By how many degrees a shape is turned clockwise."""
    frame = look.find(f"{A}xfrm")
    return float(frame.get("rot", "0")) / 60_000 % 360 if frame is not None else 0.0


def _block_arrow(look: ET.Element, number: int, name: str, preset: str, box: Box) -> Connector:
    """A broad arrow as the line that it stands for: along its box, the way that it points."""
    frame = look.find(f"{A}xfrm")
    quarter = (_BLOCK_ARROWS[preset] + round(_turn(look) / 90)) % 4
    flipped = frame is not None and frame.get("flipV" if quarter % 2 else "flipH") in {"1", "true"}
    quarter = (quarter + 2) % 4 if flipped else quarter
    x0, y0, x1, y1 = box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    ways = (((x0, y), (x1, y)), ((x, y0), (x, y1)), ((x1, y), (x0, y)), ((x, y1), (x, y0)))
    return Connector(number, name, ways[quarter], heads=(False, True))


def _line(
    element: ET.Element, look: ET.Element, number: int, name: str, preset: str, path: ET.Element | None, box: Box
) -> Connector:
    frame = look.find(f"{A}xfrm")
    turn = _turn(look)
    flips = tuple(frame is not None and frame.get(key) in {"1", "true"} for key in ("flipH", "flipV"))
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    # Anchors hold the box as it is seen; a shape turned by about a quarter has a frame that stands the other way.
    if 45 <= turn < 135 or 225 <= turn < 315:
        width, height = height, width
    local, humps = _of_path(path, width, height) if path is not None else (_of_preset(look, preset, width, height), [])
    centre = ((x0 + x1) / 2, (y0 + y1) / 2)

    def placed(point: Point) -> Point:
        x, y = point[0] - width / 2, point[1] - height / 2
        x, y = (-x if flips[0] else x), (-y if flips[1] else y)
        angle = math.radians(turn)
        return (
            centre[0] + x * math.cos(angle) - y * math.sin(angle),
            centre[1] + x * math.sin(angle) + y * math.cos(angle),
        )

    return Connector(
        number,
        name,
        tuple(map(placed, local)),
        tuple(map(placed, humps)),
        (_glue(element.find(f".//{A}stCxn")), _glue(element.find(f".//{A}endCxn"))),
        (_has_head(look, "headEnd"), _has_head(look, "tailEnd")),
    )


def _glue(connection: ET.Element | None) -> tuple[int, int] | None:
    return None if connection is None else (int(connection.get("id", "0")), int(connection.get("idx", "0")))


def _has_head(look: ET.Element, key: str) -> bool:
    end = look.find(f"{A}ln/{A}{key}")
    return end is not None and end.get("type", "none") != "none"


def _of_preset(look: ET.Element, preset: str, width: float, height: float) -> list[Point]:
    """The corners of a bent connector, or the diagonal of a straight one."""
    end = (width, height)
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


def _of_path(path: ET.Element, width: float, height: float, *, smooth: bool = False) -> tuple[list[Point], list[Point]]:
    """A free form's corners, and the centres of its half circles. `smooth`: with points along its curves."""
    wide, high = float(path.get("w", "0")) or 1.0, float(path.get("h", "0")) or 1.0
    across, down = width / wide, height / high
    corners: list[Point] = []
    humps: list[Point] = []
    x = y = 0.0
    for command in path:
        if command.tag == f"{A}arcTo":
            radius_x, radius_y = float(command.get("wR", "0")), float(command.get("hR", "0"))
            start = math.tau * float(command.get("stAng", "0")) / _FULL_TURN
            sweep = math.tau * float(command.get("swAng", "0")) / _FULL_TURN
            middle = (x - radius_x * math.cos(start), y - radius_y * math.sin(start))
            corners += [
                (
                    (middle[0] + radius_x * math.cos(start + sweep * step / _PIECES)) * across,
                    (middle[1] + radius_y * math.sin(start + sweep * step / _PIECES)) * down,
                )
                for step in range(1, _PIECES)
                if smooth
            ]
            x = middle[0] + radius_x * math.cos(start + sweep)
            y = middle[1] + radius_y * math.sin(start + sweep)
            humps.append((middle[0] * across, middle[1] * down))
        else:
            points = command.findall(f"{A}pt")
            if not points:
                continue
            if smooth and len(points) == 3:
                corners += [(px * across, py * down) for px, py in _along((x, y), points)]
            x, y = float(points[-1].get("x", "0")), float(points[-1].get("y", "0"))
        corners.append((x * across, y * down))
    return corners, humps


def _along(start: Point, points: list[ET.Element]) -> Iterator[Point]:
    """Points along a curve between its ends."""
    first, second, end = ((float(each.get("x", "0")), float(each.get("y", "0"))) for each in points)
    for step in range(1, _PIECES):
        t = step / _PIECES
        shares = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3
        yield (
            sum(share * point[0] for share, point in zip(shares, (start, first, second, end), strict=True)),
            sum(share * point[1] for share, point in zip(shares, (start, first, second, end), strict=True)),
        )
