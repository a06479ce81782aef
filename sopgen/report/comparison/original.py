"""A panel → an SVG of the page or sheet as it lies there, with a mark over everything drawn or written there.

A page of a PDF is its picture; a sheet is drawn from its cells and shapes. Green and solid, a cell tinted: read. Amber,
dashed and `?`: doubtful. Red, dotted and `×`: unread.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from sopgen.drawn.model import Box, Panel, Point, Stroke, Symbol
from sopgen.drawn.seen import Seen
from sopgen.report.comparison.style import MARKS
from sopgen.report.harmless import spelled_out

_SIGNS: Final = {"doubtful": "?", "unread": "×"}
_OUT: Final = 2.0  # points that a mark stands off what it marks
_EDGE: Final = 12.0  # points left around a sheet
_HEAD: Final = 5.0  # points: how long a head is


def original(panel: Panel, seen: Sequence[Seen], picture: bytes | None) -> str:
    """`picture`: PNG of a page."""
    x0, y0, x1, y1 = (0.0, 0.0, *panel.size) if picture else _extent(panel)
    ground = [_image(picture, panel)] if picture else list(_drawn(panel))
    marks = [_mark(each) for each in sorted(seen, key=lambda each: each.what != "cell")]
    signs = [_sign(each) for each in seen if each.state in _SIGNS]
    view = f"{x0:.1f} {y0:.1f} {x1 - x0:.1f} {y1 - y0:.1f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" role="img"><style>{MARKS}</style>\n'
        + "\n".join([*ground, *marks, *signs])
        + "\n</svg>"
    )


def _extent(panel: Panel) -> Box:
    boxes = [cell.box for cell in panel.cells if cell.text.strip()] + [symbol.box for symbol in panel.symbols]
    if not boxes:
        return 0.0, 0.0, max(panel.size[0], 1.0), max(panel.size[1], 1.0)
    return (
        min(box[0] for box in boxes) - _EDGE,
        min(box[1] for box in boxes) - _EDGE,
        max(box[2] for box in boxes) + _EDGE,
        max(box[3] for box in boxes) + _EDGE,
    )


def _image(picture: bytes, panel: Panel) -> str:
    source = f"data:image/png;base64,{b64encode(picture).decode()}"
    return f'<image width="{panel.size[0]:.1f}" height="{panel.size[1]:.1f}" href="{source}"/>'


def _drawn(panel: Panel) -> Iterator[str]:
    """A sheet: borders, cells with their texts, then shapes and lines."""
    yield from (f'<rect {_rectangle(frame.box)} class="rule"/>' for frame in panel.frames if frame.weight)
    for cell in panel.cells:
        yield f'<rect {_rectangle(cell.box)} class="rule"/>'
        if text := cell.text.strip():
            yield _words(cell.box, text, "left")
    yield from (_line(stroke) for stroke in panel.strokes)
    for symbol in panel.symbols:
        yield f'<path d="{_outline(symbol)}" class="ink"/>'
        if symbol.text:
            yield _words(symbol.box, symbol.text, "center")
    yield from (
        _words((note.box[0] - 6, note.box[1], note.box[2] + 6, note.box[3]), note.text, "center")
        for note in panel.notes
    )


def _words(box: Box, text: str, align: str) -> str:
    said = escape(spelled_out(text))
    return (
        f'<foreignObject {_rectangle(box)}><div xmlns="http://www.w3.org/1999/xhtml" class="words" '
        f'style="text-align:{align};padding:1px 2px">{said}</div></foreignObject>'
    )


def _line(stroke: Stroke) -> str:
    shaft = f'<path d="{_path(stroke.points)}" fill="none" stroke="#000" stroke-width=".8"/>'
    heads = [
        _arrow_head(points)
        for points, head in ((stroke.points[::-1], stroke.heads[0]), (stroke.points, stroke.heads[1]))
        if head
    ]
    return shaft + "".join(heads)


def _arrow_head(points: Sequence[Point]) -> str:
    (ax, ay), (bx, by) = points[-2:]
    length = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 0.1)
    ux, uy = _HEAD * (bx - ax) / length, _HEAD * (by - ay) / length
    corners = ((bx, by), (bx - ux + uy / 2, by - uy - ux / 2), (bx - ux - uy / 2, by - uy + ux / 2))
    return f'<path d="{_path(corners)}Z"/>'


def _outline(symbol: Symbol) -> str:
    x0, y0, x1, y1 = symbol.box
    x, y = symbol.centre
    if symbol.kind == "decision":
        return f"{_path(((x, y0), (x1, y), (x, y1), (x0, y)))}Z"
    if symbol.kind == "offpage":
        waist = y0 + 0.6 * (y1 - y0)
        return f"{_path(((x0, y0), (x1, y0), (x1, waist), (x, y1), (x0, waist)))}Z"
    if symbol.kind == "terminator":
        r = min(x1 - x0, y1 - y0) / 2
        arc = f"A{r:.1f} {r:.1f} 0 0 1"
        return (
            f"M{x0 + r:.1f} {y0:.1f}H{x1 - r:.1f}{arc} {x1 - r:.1f} {y1:.1f}H{x0 + r:.1f}{arc} {x0 + r:.1f} {y0:.1f}Z"
        )
    return f"{_path(((x0, y0), (x1, y0), (x1, y1), (x0, y1)))}Z"


def _mark(seen: Seen) -> str:
    if seen.points:
        return f'<path d="{_path(seen.points)}" class="{seen.state}"/>'
    x0, y0, x1, y1 = seen.box
    if seen.what == "cell" and seen.state == "read":
        return f'<rect {_rectangle(seen.box)} class="read-cell"/>'
    return f'<rect {_rectangle((x0 - _OUT, y0 - _OUT, x1 + _OUT, y1 + _OUT))} rx="2" class="{seen.state}"/>'


def _sign(seen: Seen) -> str:
    x, y = seen.points[len(seen.points) // 2] if seen.points else (seen.box[2] + _OUT, seen.box[1] - _OUT)
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" class="sign {seen.state}-sign"/>'
        f'<text x="{x:.1f}" y="{y + 2.8:.1f}" class="sign-text">{_SIGNS[seen.state]}</text>'
    )


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _rectangle(box: Box) -> str:
    x0, y0, x1, y1 = box
    return f'x="{x0:.1f}" y="{y0:.1f}" width="{max(x1 - x0, 0):.1f}" height="{max(y1 - y0, 0):.1f}"'
