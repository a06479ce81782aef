"""Shapes in, DrawingML out: nothing but markup, and the anchors that tie a shape to cells.

Lengths come in points and leave in EMU. Only the anchor decides where a shape stands; its transform says the same.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from sopgen.render.ooxml.parts import XML_HEAD
from sopgen.render.ooxml.xml_text import possible
from sopgen.render.xlsx.arrows import Bent, Route, bounds
from sopgen.render.xlsx.lines import drop
from sopgen.scene import Box, Point, Style, SymbolKind
from sopgen.text.face import FAMILIES, Face
from sopgen.text.measure import metrics

EMU = 12_700  # in a point
_PRESETS: dict[SymbolKind, str] = {
    "terminator": "flowChartTerminator",
    "process": "flowChartProcess",
    "decision": "flowChartDecision",
    "offpage": "flowChartOffpageConnector",
}
_HEAD = '<a:tailEnd type="triangle" w="sm" len="med"/>'  # 2 and 3 times what programs take a thin line to be
_NAMESPACES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
)
_SIXTY_THOUSANDTHS = 60_000  # of a degree


class Named(NamedTuple):
    name: str
    description: str

    def part(self, number: int, count: int) -> Named:
        """One piece of what is drawn in several."""
        return Named(f"{self.name} ({number}/{count})", self.description)


class ShapeText(NamedTuple):
    """Text in a shape. `alpha`: 1 is opaque black; `upward`: it reads from below."""

    text: str
    face: Face
    size: float
    alpha: float = 1.0
    upward: bool = False


class Anchor(NamedTuple):
    """From cell to cell: (column, EMU into it, row, EMU into it) twice."""

    start: tuple[int, int, int, int]
    end: tuple[int, int, int, int]
    moves_only: bool

    def around(self, shape: str) -> str:
        how = ' editAs="oneCell"' if self.moves_only else ""
        return (
            f"<xdr:twoCellAnchor{how}>{_marker('from', self.start)}{_marker('to', self.end)}{shape}<xdr:clientData/>"
            "</xdr:twoCellAnchor>"
        )


class Grid(NamedTuple):
    """A sheet's edges in points."""

    columns: Sequence[float]
    rows: Sequence[float]

    def anchor(self, box: Box, *, moves_only: bool = False) -> Anchor:
        x0, y0, x1, y1 = box
        return Anchor(
            (*_cell_at(self.columns, x0), *_cell_at(self.rows, y0)),
            (*_cell_at(self.columns, x1), *_cell_at(self.rows, y1)),
            moves_only,
        )


def _cell_at(edges: Sequence[float], place: float) -> tuple[int, int]:
    index = min(max(bisect_right(edges, place) - 1, 0), len(edges) - 2)
    return index, max(0, min(emu(place - edges[index]), emu(edges[index + 1] - edges[index])))


def _marker(name: str, place: tuple[int, int, int, int]) -> str:
    column, x, row, y = place
    return (
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{x}</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>{y}</xdr:rowOff></xdr:{name}>"
    )


def emu(points: float) -> int:
    return round(points * EMU)


def drawing(anchors: Iterable[str]) -> bytes:
    """The whole part."""
    return f"{XML_HEAD}<xdr:wsDr {_NAMESPACES}>{''.join(anchors)}</xdr:wsDr>".encode()


def alternative(choice: str, fallback: str) -> str:
    """Excel takes the choice, programs that cannot draw bent connectors take the fallback."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="a14">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


# --- shapes -----------------------------------------------------------------------------------------


def symbol(shape_id: int, named: Named, kind: SymbolKind, box: Box, stroke: float, words: ShapeText | None) -> str:
    geometry = f'<a:prstGeom prst="{_PRESETS[kind]}"><a:avLst/></a:prstGeom>'
    paint = f'<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>{_line(stroke)}'
    return _shape(shape_id, named, _transform(box) + geometry + paint, _body(words, in_middle=True))


def text_box(
    shape_id: int, named: Named, box: Box, words: ShapeText, turned: float = 0.0, ground: str | None = None
) -> str:
    """Text alone, centred on its box. `turned` clockwise, in radians; `ground`: the colour behind it, `#RRGGBB`."""
    fill = f'<a:solidFill><a:srgbClr val="{ground[1:]}"/></a:solidFill>' if ground else "<a:noFill/>"
    paint = f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}<a:ln><a:noFill/></a:ln>'
    return _shape(shape_id, named, _transform(box, turned=turned) + paint, _body(words, wrap="none"), box=True)


def picture(shape_id: int, named: Named, box: Box, relation: int) -> str:
    return (
        f"<xdr:pic><xdr:nvPicPr>{_properties(shape_id, named)}"
        '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip r:embed="rId{relation}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
        f'<xdr:spPr>{_transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
    )


def straight(shape_id: int, named: Named, route: Route, stroke: float, ends: tuple[int | None, int | None]) -> str:
    (ax, ay), (bx, by) = route.points[0], route.points[-1]
    geometry = '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'
    transform = _transform(bounds(route.points), flip_x=bx < ax, flip_y=by < ay)
    return _connector(shape_id, named, route, transform + geometry + _line(stroke, head=route.head), ends)


def bent(
    shape_id: int, named: Named, route: Route, connector: Bent, stroke: float, ends: tuple[int | None, int | None]
) -> str:
    guides = "".join(f'<a:gd name="adj{i}" fmla="val {v}"/>' for i, v in enumerate(connector.adjustments, start=1))
    geometry = f'<a:prstGeom prst="{connector.preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
    transform = _transform(
        connector.frame,
        turned=math.radians(connector.turned),
        flip_x=connector.flip_x,
        flip_y=connector.flip_y,
    )
    return _connector(shape_id, named, route, transform + geometry + _line(stroke, head=route.head), ends)


def freeform(shape_id: int, named: Named, route: Route, style: Style) -> tuple[str, Box]:
    """The exact line with a half circle at each Ω, and the box it fills."""
    radius = style.omega_radius
    box = bounds([*route.points, *((x, y - radius) for x, y in route.omegas)])
    left, top = box[0], box[1]

    def at(point: Point) -> str:
        return f'<a:pt x="{emu(point[0] - left)}" y="{emu(point[1] - top)}"/>'

    path = [f"<a:moveTo>{at(route.points[0])}</a:moveTo>"]
    for start, end in pairwise(route.points):
        path += [_omega(at, omega, radius, end[0] > start[0]) for omega in _omegas_on(route, start, end)]
        path.append(f"<a:lnTo>{at(end)}</a:lnTo>")
    width, height = emu(box[2] - left), emu(box[3] - top)
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}" fill="none">{"".join(path)}</a:path></a:pathLst></a:custGeom>'
    )
    paint = f"{_transform(box)}{geometry}<a:noFill/>{_line(style.stroke, head=route.head)}"
    return _shape(shape_id, named, paint, _body(None)), box


def _omegas_on(route: Route, start: Point, end: Point) -> list[Point]:
    """The Ω of a level piece, in the order it comes to them."""
    (ax, ay), (bx, by) = start, end
    if abs(ay - by) > 0.01:
        return []
    found = [o for o in route.omegas if abs(o[1] - ay) < 0.02 and min(ax, bx) < o[0] < max(ax, bx)]
    return sorted(found, key=lambda omega: abs(omega[0] - ax))


def _omega(at: Callable[[Point], str], omega: Point, radius: float, rightward: bool) -> str:
    x, y = omega
    start = at((x - radius if rightward else x + radius, y))
    angle, swing = (10_800_000, 10_800_000) if rightward else (0, -10_800_000)
    size = emu(radius)
    return f'<a:lnTo>{start}</a:lnTo><a:arcTo wR="{size}" hR="{size}" stAng="{angle}" swAng="{swing}"/>'


# --- pieces of shapes -------------------------------------------------------------------------------


def _shape(shape_id: int, named: Named, properties: str, body: str, *, box: bool = False) -> str:
    kind = ' txBox="1"' if box else ""
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr>{_properties(shape_id, named)}<xdr:cNvSpPr{kind}/></xdr:nvSpPr>'
        f"<xdr:spPr>{properties}</xdr:spPr>{body}</xdr:sp>"
    )


def _connector(shape_id: int, named: Named, route: Route, properties: str, ends: tuple[int | None, int | None]) -> str:
    glue = "".join(
        f'<a:{tag} id="{target}" idx="{site}"/>'
        for tag, target, site in zip(("stCxn", "endCxn"), ends, route.sites, strict=True)
        if target is not None and site is not None
    )
    return (
        f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr>{_properties(shape_id, named)}'
        f"<xdr:cNvCxnSpPr>{glue}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>{properties}</xdr:spPr></xdr:cxnSp>"
    )


def _properties(shape_id: int, named: Named) -> str:
    name, description = quoteattr(possible(named.name)), quoteattr(possible(named.description))
    return f'<xdr:cNvPr id="{shape_id}" name={name} descr={description}/>'


def _transform(box: Box, *, turned: float = 0.0, flip_x: bool = False, flip_y: bool = False) -> str:
    x0, y0, x1, y1 = box
    turn = round(math.degrees(turned) % 360 * _SIXTY_THOUSANDTHS)
    how = (f' rot="{turn}"' if turn else "") + (' flipH="1"' if flip_x else "") + (' flipV="1"' if flip_y else "")
    return f'<a:xfrm{how}><a:off x="{emu(x0)}" y="{emu(y0)}"/><a:ext cx="{emu(x1 - x0)}" cy="{emu(y1 - y0)}"/></a:xfrm>'


def _line(width: float, *, head: bool = False) -> str:
    return (
        f'<a:ln w="{emu(width)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f'<a:miter lim="800000"/>{_HEAD if head else ""}</a:ln>'
    )


def _body(words: ShapeText | None, wrap: str = "square", *, in_middle: bool = False) -> str:
    """`in_middle`: the capitals stand in the middle, not the line with the room that its font has above them."""
    upward = ' vert="vert270"' if words and words.upward else ""
    lift = 0.0
    if words and in_middle:
        lift = max(0.0, drop(words.face) - metrics(words.face).cap_height / 2) * words.size
    settings = (
        f'<a:bodyPr{upward} vertOverflow="overflow" horzOverflow="overflow" wrap="{wrap}" lIns="0" tIns="0" rIns="0" '
        f'bIns="{emu(2 * lift)}" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
    )
    if words is None:
        return f'<xdr:txBody>{settings}<a:p><a:endParaRPr lang="id-ID"/></a:p></xdr:txBody>'
    face = words.face
    style = f' lang="id-ID" sz="{round(words.size * 100)}"' + (' b="1"' if face.bold else ' b="0"')
    style += ' i="1"' if face.italic else ""
    alpha = "" if words.alpha >= 1.0 else f'<a:alpha val="{round(words.alpha * 100_000)}"/>'
    colour = f'<a:solidFill><a:srgbClr val="000000">{alpha}</a:srgbClr></a:solidFill>'
    name = FAMILIES[face.family].program_name
    font = f'<a:latin typeface="{name}"/><a:cs typeface="{name}"/>'
    lines = "".join(
        f'<a:p><a:pPr algn="ctr"/><a:r><a:rPr{style}>{colour}{font}</a:rPr><a:t>{escape(possible(line))}</a:t></a:r>'
        "</a:p>"
        for line in words.text.split("\n")
    )
    return f"<xdr:txBody>{settings}{lines}</xdr:txBody>"
