"""A sheet and its pages in, its drawing part out: symbols, arrows, labels, logo, watermark as native shapes.

Painted from the back to the front: watermark, logo, arrows, symbols, labels. See the package for the names.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sopgen.render.xlsx import markup
from sopgen.render.xlsx.arrows import Route, bent, bounds, monotone_parts, route_of, target_of
from sopgen.render.xlsx.lines import drop
from sopgen.render.xlsx.markup import Grid
from sopgen.render.xlsx.shape_names import Names
from sopgen.render.xlsx.sheets import GridSheet, PagePlace
from sopgen.scene import Arrow, Box, Document, Konektor, Page, Point, Style, Text
from sopgen.text.measure import metrics

_LABEL_ROOM = 2.0  # around a label's ink: no program's font may touch the frame
_NEAR = 8.0  # a label stands under a line of its arrow that is no further above it
_WATERMARK_AIR = 6.0  # between the watermark and the page's own rows
_WATERMARK_ROOM = 12.0  # at each end of its text


class Drawing(NamedTuple):
    """The part's XML and the pictures it shows, in the order of their relations, from rId1."""

    xml: bytes
    pictures: tuple[bytes, ...]


def drawing_of(sheet: GridSheet, document: Document) -> Drawing | None:
    """The drawing of one sheet; None if nothing is drawn on it."""
    artist = _Artist(sheet, document)
    for place in sheet.places:
        artist.draw(place)
    if not artist.anchors:
        return None
    return Drawing(markup.drawing(artist.anchors), tuple(artist.pictures))


class _Artist:
    """Draws page after page. Ids are given in the order of drawing, from 2 as office programs do."""

    def __init__(self, sheet: GridSheet, document: Document) -> None:
        self.style: Style = document.style
        self.konektor: Konektor = document.konektor
        self.names = Names(document)
        self.grid = Grid(sheet.columns, sheet.rows)
        self.titles = sheet.titles
        self.anchors: list[str] = []
        self.pictures: list[bytes] = []
        self._last_id = 1
        self._ids: dict[str, int] = {}

    def draw(self, place: PagePlace) -> None:
        page = _on_sheet(place)
        if page.watermark:
            self._watermark(page, page.watermark, place)
        for image in page.images:
            self._picture(image.data, image.box, image.alternative)
        for symbol in page.symbols:
            self._ids[symbol.id] = self._new_id()
        self._arrows(page)
        self._symbols(page)
        self._labels(page)

    def _new_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def _watermark(self, page: Page, text: Text, place: PagePlace) -> None:
        """Along the climbing diagonal, within the page's own rows: what lies in others is printed with their page.

        What lies in the repeated head is printed on every page.
        """
        width, height = page.size
        angle = math.atan2(height, width)
        top, bottom = self.grid.rows[max(place.first, self.titles)], self.grid.rows[place.end]
        long = text.runs[0].width
        tall = text.box[3] - text.box[1]
        scale = min(1.0, (bottom - top) / (long * math.sin(angle) + tall * math.cos(angle) + _WATERMARK_AIR))
        x, y = width / 2 - place.left, (top + bottom) / 2
        half_long, half_tall = long * scale / 2 + _WATERMARK_ROOM, text.size * scale * 0.6
        box = (x - half_long, y - half_tall, x + half_long, y + half_tall)
        words = markup.ShapeText(text.text, text.face, text.size * scale, alpha=1.0 - text.grey)
        self.anchors.append(
            self.grid.anchor(box).around(
                markup.text_box(self._new_id(), self.names.watermark(page, text), box, words, turned=-angle)
            )
        )

    def _picture(self, data: bytes, box: Box, alternative: str) -> None:
        if data not in self.pictures:
            self.pictures.append(data)
        relation = self.pictures.index(data) + 1
        picture = markup.picture(self._new_id(), self.names.picture(alternative), box, relation)
        self.anchors.append(self.grid.anchor(box, moves_only=True).around(picture))

    def _symbols(self, page: Page) -> None:
        for symbol in page.symbols:
            number = symbol.number
            words = markup.ShapeText(number.text, number.face, number.size) if number else None
            shape = markup.symbol(
                self._ids[symbol.id], self.names.symbol(symbol), symbol.kind, symbol.box, self.style.stroke, words
            )
            self.anchors.append(self.grid.anchor(symbol.box).around(shape))

    def _labels(self, page: Page) -> None:
        for arrow in page.arrows:
            if arrow.label:
                box = _label_box(arrow.label, arrow)
                lines = "\n".join(run.text for run in arrow.label.runs)  # its place was found for these lines
                words = markup.ShapeText(lines, arrow.label.face, arrow.label.size, upward=arrow.label.turned)
                ground = arrow.label.ground
                shape = markup.text_box(self._new_id(), self.names.label(arrow), box, words, ground=ground)
                self.anchors.append(self.grid.anchor(box).around(shape))

    # --- arrows -------------------------------------------------------------------------------------

    def _arrows(self, page: Page) -> None:
        arrows = {arrow.id: arrow for arrow in page.arrows}
        symbols = {symbol.id: symbol for symbol in page.symbols}
        for arrow in page.arrows:
            route = route_of(arrow, arrows, symbols)
            name = self.names.arrow(arrow, symbols)
            ends = (self._ids.get(arrow.source), self._ids.get(target_of(arrow, arrows)))
            self.anchors.append(self._arrow(route, name, ends))

    def _arrow(self, route: Route, name: markup.Named, ends: tuple[int | None, int | None]) -> str:
        shape_id = self._new_id()
        if self.konektor == "bebas" or not route.can_be_glued:
            return "".join(self._free(route, name, shape_id))
        if route.straight:
            return self._straight(route, name, shape_id, ends)
        glued = self._bent(route, name, shape_id, ends)
        if self.konektor == "terpaku":
            return glued
        return markup.alternative(glued, "".join(self._free(route, name, shape_id)))

    def _straight(
        self, route: Route, name: markup.Named, shape_id: int, ends: tuple[int | None, int | None] = (None, None)
    ) -> str:
        line = markup.straight(shape_id, name, route, self.style.stroke, ends)
        return self.grid.anchor(bounds(route.points)).around(line)

    def _bent(self, route: Route, name: markup.Named, shape_id: int, ends: tuple[int | None, int | None]) -> str:
        connector = bent(route.points)
        line = markup.bent(shape_id, name, route, connector, self.style.stroke, ends)
        return self.grid.anchor(connector.seen).around(line)

    def _free(self, route: Route, name: markup.Named, shape_id: int) -> Iterator[str]:
        parts = monotone_parts(route)
        for i, part in enumerate(parts):
            number = shape_id if i == 0 else self._new_id()
            named = name if len(parts) == 1 else name.part(i + 1, len(parts))
            if part.straight:
                yield self._straight(part, named, number)
            else:
                shape, box = markup.freeform(number, named, part, self.style)
                yield self.grid.anchor(box).around(shape)


def _label_box(label: Text, arrow: Arrow) -> Box:
    """Where a label's text box stands, so that the text in its middle is where it is printed.

    A program sets lines further apart: the line of text that is next to the arrow keeps its place.
    """
    x0, y0, x1, y1 = label.box
    measured = metrics(label.face)
    apart = (len(label.runs) - 1) * (measured.ascent - measured.descent) * label.size / 2
    first = not label.turned and _stands_under(label.box, arrow)
    run = label.runs[0 if first else -1]
    printed = run.x - (x0 + x1) / 2 if label.turned else run.baseline - (y0 + y1) / 2
    lift = drop(label.face) * label.size + (-apart if first else apart) - printed
    dx, dy = (lift, 0.0) if label.turned else (0.0, lift)
    return x0 - dx - _LABEL_ROOM, y0 - dy - _LABEL_ROOM, x1 - dx + _LABEL_ROOM, y1 - dy + _LABEL_ROOM


def _stands_under(box: Box, arrow: Arrow) -> bool:
    x0, y0, x1, _ = box
    return any(
        a[1] == b[1] and 0 < y0 - a[1] < _NEAR and min(a[0], b[0]) < x1 and x0 < max(a[0], b[0])
        for a, b in pairwise(arrow.points)
    )


def _on_sheet(place: PagePlace) -> Page:
    """The page's drawing with its places on the sheet."""
    left, offset, page = place.left, place.offset, place.page

    def point(p: Point) -> Point:
        return (p[0] - left, p[1] - offset)

    def box(b: Box) -> Box:
        return (*point(b[:2]), *point(b[2:]))

    def text(t: Text) -> Text:
        runs = tuple(run._replace(x=run.x - left, baseline=run.baseline - offset) for run in t.runs)
        return t._replace(box=box(t.box), runs=runs)

    return page._replace(
        images=tuple(each._replace(box=box(each.box)) for each in page.images),
        symbols=tuple(each._replace(box=box(each.box)) for each in page.symbols),
        arrows=tuple(
            each._replace(
                points=tuple(map(point, each.points)),
                omegas=tuple(map(point, each.omegas)),
                label=text(each.label) if each.label else None,
            )
            for each in page.arrows
        ),
    )
