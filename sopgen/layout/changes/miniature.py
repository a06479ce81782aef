"""A drawn page in, the same smaller out: shapes and texts of one figure, at a place on another page."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sopgen.outlines import arrow_head, arrow_shaft, polyline, rectangle, symbol_outline
from sopgen.scene import Box, Image, Page, Path, Point, Rule, Shape, Style, Text, cell_box

_BLACK = "#000000"
_PAPER = "#FFFFFF"


class Reduction(NamedTuple):
    """What stands at `origin` of the page stands at `at` of the other one, `scale` times as large. Points."""

    origin: Point
    at: Point
    scale: float

    def point(self, point: Point) -> Point:
        (x, y), (x0, y0), (left, top) = point, self.origin, self.at
        return round(left + (x - x0) * self.scale, 3), round(top + (y - y0) * self.scale, 3)

    def box(self, box: Box) -> Box:
        return (*self.point(box[:2]), *self.point(box[2:]))

    def shape(self, shape: Shape) -> Shape:
        path: Path = tuple(command._replace(points=tuple(map(self.point, command.points))) for command in shape.path)
        return shape._replace(
            path=path,
            stroke=round(shape.stroke * self.scale, 3),
            dash=tuple(round(each * self.scale, 3) for each in shape.dash),
        )

    def text(self, text: Text) -> Text:
        runs = []
        for run in text.runs:
            x, baseline = self.point((run.x, run.baseline))
            glyphs = tuple(glyph._replace(box=self.box(glyph.box)) for glyph in run.glyphs)
            runs.append(run._replace(x=x, baseline=baseline, width=run.width * self.scale, glyphs=glyphs))
        size = text.size * self.scale
        return text._replace(runs=tuple(runs), size=size, box=self.box(text.box), cell=self.box(text.cell))

    def image(self, image: Image) -> Image:
        return image._replace(box=self.box(image.box))


def shapes_of(page: Page, style: Style, without: Collection[tuple[Point, ...]] = ()) -> Iterator[Shape]:
    """All that is drawn on the page, from back to front, its texts and pictures left out.

    `without`: arrows whose shafts are drawn otherwise.
    """
    for table, cell in page.cells():
        if cell.fill:
            yield Shape(rectangle(cell_box(table, cell)), fill=cell.fill)
    for table in page.tables:
        yield from map(_rule, table.rules)
    for arrow in page.arrows:
        if arrow.label and arrow.label.ground:
            yield Shape(rectangle(arrow.label.cell), fill=arrow.label.ground)
    for arrow in page.arrows:
        if arrow.points not in without:
            yield Shape(arrow_shaft(arrow, style), style.stroke)
        if head := arrow_head(arrow, style):
            yield Shape(head, fill=_BLACK)
    for symbol in page.symbols:
        yield Shape(symbol_outline(symbol, style), style.stroke, _PAPER)


def _rule(rule: Rule) -> Shape:
    """As a bar where it is grey: a figure's strokes are black."""
    if not rule.grey:
        return Shape(polyline([(rule.x0, rule.y0), (rule.x1, rule.y1)]), rule.width)
    half = rule.width / 2
    level = rule.y1 - rule.y0 < rule.x1 - rule.x0
    wide, high = (0.0, half) if level else (half, 0.0)
    tone = f"{round(255 * rule.grey):02X}"
    return Shape(rectangle((rule.x0 - wide, rule.y0 - high, rule.x1 + wide, rule.y1 + high)), fill=f"#{tone * 3}")


def texts_of(page: Page) -> Iterator[Text]:
    yield from page.texts
    for _, cell in page.cells():
        yield from cell.texts
    for symbol in page.symbols:
        if symbol.number:
            yield symbol.number
    for arrow in page.arrows:
        if arrow.label:
            yield arrow.label
