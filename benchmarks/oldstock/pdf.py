"""Pages → PDF, drawn with strokes or with fills, as office programs do."""

from __future__ import annotations

import io
import math
import random
from itertools import pairwise
from typing import Any

from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from benchmarks.oldstock.plan import Arrow, Box, Mark, Page, Point, Style, Text


def write_pdf(pages: list[Page], style: Style, rng: random.Random) -> bytes:
    return _Ink(pages, style, rng).bytes()


class _Ink:
    def __init__(self, pages: list[Page], style: Style, rng: random.Random) -> None:
        self.pages, self.style, self.rng = pages, style, rng
        self.fills = rng.random() < 0.41
        self.rules = rng.choice(["strokes", "bars", "cells"])
        self.white_cells = rng.random() < 0.2
        self.turn = rng.choice([0, 0, 0, 0, 90, 270])
        self.form = rng.random() < 0.3
        self.open_heads = not self.fills and rng.random() < 0.1
        self.one_object = not self.fills and rng.random() < 0.15
        self.white_labels = rng.random() < 0.5
        self.pen = rng.choice([0.5, 0.75, 1.0])
        self.colour = rng.choice([(0, 0, 0), (0, 0, 0), (0.12, 0.3, 0.47)])
        self.name = "fills" if self.fills else "strokes"

    def bytes(self) -> bytes:
        buffer = io.BytesIO()
        self.canvas = canvas.Canvas(buffer, pageCompression=1, invariant=1)
        for number, page in enumerate(self.pages):
            wide, high = page.size
            self.high = high
            self.canvas.setPageSize((wide, high))  # reportlab turns the box too
            self.canvas.setPageRotation(self.turn)
            if self.form:
                self.canvas.beginForm(f"page{number}", 0, 0, max(wide, high), max(wide, high))
            self.canvas.saveState()
            if self.turn == 90:
                self.canvas.transform(0, 1, -1, 0, high, 0)
            elif self.turn == 270:
                self.canvas.transform(0, -1, 1, 0, 0, wide)
            self._page(page)
            self.canvas.restoreState()
            if self.form:
                self.canvas.endForm()
                self.canvas.doForm(f"page{number}")
            self.canvas.showPage()
        self.canvas.save()
        return buffer.getvalue()

    def _page(self, page: Page) -> None:
        self._table(page)
        for cell in page.cells:
            self._text(cell)
        if page.picture:
            self._picture(page)
        else:
            self._chart(page)
        for x, y, text in page.free:
            self.canvas.setFillGray(0)
            self.canvas.setFont(self.style.font, 7)
            self.canvas.drawString(x, self.high - y - 7, text)
        for box in page.stamps:
            self._image(Image.new("L", (30, 30), 90), box)

    # ---- the table

    def _table(self, page: Page) -> None:
        ruled = [cell.box for cell in page.cells if cell.ruled]
        if self.white_cells:
            for x0, y0, x1, y1 in ruled:
                self._polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], fill=(1, 1, 1))
        self.canvas.setLineWidth(0.6)
        self.canvas.setStrokeGray(0)
        if self.rules == "cells":
            for x0, y0, x1, y1 in ruled:
                self.canvas.rect(x0, self.high - y1, x1 - x0, y1 - y0, fill=0, stroke=1)
            return
        sides = {
            ((round(a[0], 2), round(a[1], 2)), (round(b[0], 2), round(b[1], 2)))
            for x0, y0, x1, y1 in ruled
            for a, b in (((x0, y0), (x1, y0)), ((x0, y1), (x1, y1)), ((x0, y0), (x0, y1)), ((x1, y0), (x1, y1)))
        }
        for (ax, ay), (bx, by) in sorted(sides):
            if self.rules == "strokes":
                self.canvas.line(ax, self.high - ay, bx, self.high - by)
            else:
                dx, dy = (0.3, 0.0) if ax == bx else (0.0, 0.3)
                corners = [(ax - dx, ay - dy), (bx + dx, ay - dy), (bx + dx, by + dy), (ax - dx, by + dy)]
                self._polygon(corners, fill=(0, 0, 0))

    def _text(self, cell: Text) -> None:
        if not cell.text:
            return
        font = f"{self.style.font.replace('-Roman', '')}-Bold" if cell.bold else self.style.font
        self.canvas.setFillGray(0)
        self.canvas.setFont(font, cell.size)
        x0, y0, x1, y1 = cell.box
        step = cell.size * 1.2
        if cell.turned:
            self.canvas.saveState()
            self.canvas.translate(
                (x0 + x1) / 2 - step * (len(cell.lines) - 1) / 2 + cell.size * 0.35, self.high - (y0 + y1) / 2
            )
            self.canvas.rotate(90)
            for at, line in enumerate(cell.lines):
                self.canvas.drawCentredString(0, -at * step, line)
            self.canvas.restoreState()
            return
        y = y0 + (y1 - y0 - step * len(cell.lines)) / 2 + cell.size * 0.95 if cell.middle else y0 + 3 + cell.size * 0.85
        for line in cell.lines:
            if cell.middle:
                self.canvas.drawCentredString((x0 + x1) / 2, self.high - y, line)
            else:
                self.canvas.drawString(x0 + 3, self.high - y, line)
            y += step

    # ---- the chart

    def _chart(self, page: Page) -> None:
        jobs: list[Any] = [*page.marks, *page.arrows]
        if self.rng.random() < 0.5:
            self.rng.shuffle(jobs)
        for job in jobs:
            (self._mark if isinstance(job, Mark) else self._arrow)(job)
        for label in page.labels:
            x0, y0, x1, y1 = label.box
            if self.white_labels:
                self._polygon([(x0 - 1, y0), (x1 + 1, y0), (x1 + 1, y1), (x0 - 1, y1)], fill=(1, 1, 1))
            self.canvas.setFillGray(0)
            self.canvas.setFont(self.style.font, 6.5)
            self.canvas.drawString(x0, self.high - y1 + 1.5, label.text)

    def _mark(self, mark: Mark) -> None:
        points, curved = outline(mark)
        if self.fills:
            self._polygon(points, fill=(1, 1, 1))
            x0, y0, x1, y1 = mark.box
            rims = [
                [((x - (x0 + x1) / 2) * (1 + by / (x1 - x0)) + (x0 + x1) / 2,
                  (y - (y0 + y1) / 2) * (1 + by / (y1 - y0)) + (y0 + y1) / 2) for x, y in points]
                for by in (self.pen, -self.pen)
            ]  # fmt: skip
            self._polygon(rims[0], fill=self.colour, more=[rims[1][::-1]])
        elif curved:
            for fill in (1, 0):
                self.canvas.setFillGray(1)
                self.canvas.setStrokeColorRGB(*self.colour)
                self.canvas.setLineWidth(self.pen)
                x0, y0, x1, y1 = mark.box
                self.canvas.roundRect(x0, self.high - y1, x1 - x0, y1 - y0, (y1 - y0) / 2, fill=fill, stroke=1 - fill)
        else:
            self._polygon(points, fill=(1, 1, 1))
            self._polygon(points, stroke=self.colour)
        if mark.text:
            self.canvas.setFillGray(0)
            self.canvas.setFont(self.style.font, 6)
            self.canvas.drawCentredString(mark.centre[0], self.high - mark.centre[1] - 2, mark.text)

    def _arrow(self, arrow: Arrow) -> None:
        points = arrow.points
        (ax, ay), (bx, by) = points[-2:]
        length = math.dist((ax, ay), (bx, by)) or 1.0
        ux, uy = (bx - ax) / length, (by - ay) / length
        size = 5.0
        left = (bx - size * ux + 2.4 * uy, by - size * uy - 2.4 * ux)
        right = (bx - size * ux - 2.4 * uy, by - size * uy + 2.4 * ux)
        body = [*points[:-1], (bx - 4 * ux, by - 4 * uy) if arrow.head and not self.open_heads else (bx, by)]
        if self.fills:
            one, other = zip(*(_sides(body, at, self.pen / 2) for at in range(len(body))), strict=True)
            self._polygon([*one, *other[::-1]], fill=self.colour, more=[[(bx, by), left, right]] if arrow.head else [])
            return
        self.canvas.setStrokeColorRGB(*self.colour)
        self.canvas.setLineWidth(self.pen)
        path = self.canvas.beginPath()
        path.moveTo(body[0][0], self.high - body[0][1])
        for x, y in body[1:]:
            path.lineTo(x, self.high - y)
        if arrow.head and self.one_object and len(body) == 2:
            for at, (x, y) in enumerate([(bx, by), left, right]):
                (path.lineTo if at else path.moveTo)(x, self.high - y)
            path.close()
            self.canvas.setFillColorRGB(*self.colour)
            self.canvas.drawPath(path, fill=1, stroke=1)
            return
        self.canvas.drawPath(path)
        if arrow.head and self.open_heads:
            path = self.canvas.beginPath()
            path.moveTo(left[0], self.high - left[1])
            path.lineTo(bx, self.high - by)
            path.lineTo(right[0], self.high - right[1])
            self.canvas.drawPath(path)
        elif arrow.head:
            self._polygon([(bx, by), left, right], fill=self.colour)

    def _polygon(self, points, *, fill=None, stroke=None, more=()) -> None:
        path = self.canvas.beginPath()
        for ring in (points, *more):
            path.moveTo(ring[0][0], self.high - ring[0][1])
            for x, y in ring[1:]:
                path.lineTo(x, self.high - y)
            path.close()
        if fill:
            self.canvas.setFillColorRGB(*fill)
        if stroke:
            self.canvas.setStrokeColorRGB(*stroke)
            self.canvas.setLineWidth(self.pen)
        self.canvas.drawPath(
            path, fill=1 if fill else 0, stroke=1 if stroke else 0, fillMode=0 if not self.fills else 1
        )

    def _picture(self, page: Page) -> None:
        x0, y0, x1, y1 = page.picture or (0, 0, 1, 1)
        picture = Image.new("L", (int(x1 - x0), int(y1 - y0)), 255)
        pencil = ImageDraw.Draw(picture)
        for arrow in page.arrows:
            pencil.line([(x - x0, y - y0) for x, y in arrow.points], fill=0)
        for mark in page.marks:
            pencil.polygon([(x - x0, y - y0) for x, y in outline(mark)[0]], fill=255, outline=0)
        self._image(picture, (x0, y0, x1, y1))

    def _image(self, picture: Image.Image, box: Box) -> None:
        x0, y0, x1, y1 = box
        self.canvas.drawImage(ImageReader(picture), x0, self.high - y1, x1 - x0, y1 - y0)


def outline(mark: Mark) -> tuple[list[Point], bool]:
    x0, y0, x1, y1 = mark.box
    cx, cy = mark.centre
    if mark.kind == "decision":
        return [(cx, y0), (x1, cy), (cx, y1), (x0, cy)], False
    if mark.kind == "offpage":
        return [(x0, y0), (x1, y0), (x1, y0 + 0.6 * (y1 - y0)), (cx, y1), (x0, y0 + 0.6 * (y1 - y0))], False
    if mark.kind == "terminator":
        r = (y1 - y0) / 2
        points = []
        for middle, start in ((x1 - r, -90), (x0 + r, 90)):
            points += [
                (middle + r * math.cos(math.radians(a)), cy + r * math.sin(math.radians(a)))
                for a in range(start, start + 181, 10)
            ]
        return points, True
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)], False


def _sides(body: list[Point], at: int, half: float) -> tuple[Point, Point]:
    normals = []
    for a, b in pairwise(range(at - 1, at + 2)):
        if a >= 0 and b < len(body):
            length = math.dist(body[a], body[b]) or 1.0
            normals.append(((body[b][1] - body[a][1]) / length, -(body[b][0] - body[a][0]) / length))
    nx, ny = sum(n[0] for n in normals), sum(n[1] for n in normals)
    x, y = body[at]
    return (x + nx * half, y + ny * half), (x - nx * half, y - ny * half)
