"""Sheets of the third hand → PDF: how programs put marks on paper, one habit a kind."""

from __future__ import annotations

import io
import math
import random
from itertools import pairwise
from typing import Any

import pikepdf
from reportlab.pdfbase.pdfmetrics import stringWidth

from benchmarks.oldstock.otherpdf import Hand

PDF_KINDS = (
    "nested-forms", "clipped", "mirrored", "filled-lines", "heads-apart", "short-segments", "dashes-by-hand", "four-lines",
    "frames", "covered", "into-lines", "pale", "overfull", "double-struck", "letters-apart", "round-corners", "underlays",
)  # fmt: skip
_BORDER = 1.4


def write_pdf(sop: Any, sheets: list[Any], kind: str, rng: random.Random) -> bytes:
    return ThirdHand(sop, sheets, kind, rng).bytes()


class ThirdHand(Hand):
    def bytes(self) -> bytes:
        self.heads: list[list[tuple[float, float]]] = []
        data = super().bytes()
        return self._in_forms(data) if self.kind == "nested-forms" else data

    def _in_forms(self, data: bytes) -> bytes:
        """Each page's content three forms deep, as programs wrap it that sign or impose pages."""
        document = pikepdf.open(io.BytesIO(data))
        for page in document.pages:
            page.contents_coalesce()
            inner = document.make_stream(page.Contents.read_bytes())
            for matrix in ([1, 0, 0, 1, 0, 0], [0.5, 0, 0, 0.5, 20, 10], [2, 0, 0, 2, -40, -20]):
                inner.Type, inner.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
                inner.BBox, inner.Matrix = [-9000, -9000, 9000, 9000], matrix
                if "/Resources" not in inner:
                    inner.Resources = page.Resources
                outer = document.make_stream(b"q /In Do Q")
                outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(In=inner))
                inner = outer
            page.Resources = inner.Resources
            page.Contents = document.make_stream(b"q /In Do Q")
        written = io.BytesIO()
        document.save(written, deterministic_id=True)
        return written.getvalue()

    def _begin(self, wide: float, high: float) -> None:
        super()._begin(wide, high)
        if self.kind == "mirrored":  # as browsers draw: downward, and letters turned back
            self.c.transform(1, 0, 0, -1, 0, high)

    def _y(self, y: float) -> float:
        return y if self.kind == "mirrored" else super()._y(y)

    def _put(self, x: float, y: float, text: str, size: float | None = None) -> None:
        size = size or self.size
        self.c.setFillGray(0)
        self.c.setFont(self.font, size)
        if self.kind == "mirrored":
            self.c.saveState()
            self.c.transform(1, 0, 0, -1, x, y)
            self.c.drawString(0, 0, text)
            self.c.restoreState()
        elif self.kind == "letters-apart":
            for letter in text:
                self.c.drawString(x, self._y(y), letter)
                x += stringWidth(letter, self.font, size)
        else:
            self.c.drawString(x, self._y(y), text)
            if self.kind == "double-struck":
                self.c.drawString(x + 0.25, self._y(y), text)

    # ---- the flow

    def _flow(self, sheet: Any) -> None:
        if self.kind == "overfull":
            self._overfill(sheet)
        if self.kind == "clipped":
            self._hidden(sheet)
        if self.kind == "underlays":  # a white sheet over all that was drawn before
            self._cell((sheet.columns[0], sheet.rows[2], sheet.columns[2], 0), "Draf lama yang tertutup")
            self._polygon([(0, 0), (self.wide, 0), (self.wide, self.high), (0, self.high)], fill=1)
        self.lines: dict[int, list[tuple[float, float]]] = {}
        super()._flow(sheet)
        for head in self.heads:
            self._polygon(head, fill=0)
        self.heads = []

    def _overfill(self, sheet: Any) -> None:
        """A text that is too long for its row, above one without; or above a row whose text stands lower."""
        first = next((at for at in range(len(sheet.steps) - 1)), None)
        if first is None:
            return
        step, below = sheet.steps[first], sheet.steps[first + 1]
        wide = sheet.columns[-4] - sheet.columns[-5] - 6
        text = step[1]["kelengkapan"] or "Berkas"
        while len(_broken(text, self.font, self.size, wide)) * 1.15 * self.size + 8 < 62:
            text += " beserta lampirannya yang lengkap"
        for at, words in ((step, text), (below, "")):
            at[1]["kelengkapan"] = words
            self.sop.steps[at[0]].cells["kelengkapan"] = words

    def _hidden(self, sheet: Any) -> None:
        """What a clip hides: a draft below the table, and a box beside it."""
        self.c.saveState()
        path = self.c.beginPath()
        path.rect(0, self._y(sheet.rows[-1] + 4), self.wide, 900)
        self.c.clipPath(path, stroke=0, fill=0)
        y = sheet.rows[-1] + 20
        for number in range(3):
            x0, x1 = sheet.columns[0], sheet.columns[-1]
            self._frame((x0, y, x1, y + 20))
            self._put(x0 + 4, y + 10, f"{90 + number}")
            self._put(sheet.columns[1] + 4, y + 10, "Langkah lama yang tidak tampak")
            x = (sheet.columns[2] + sheet.columns[3]) / 2
            self._polygon([(x - 15, y + 4), (x + 15, y + 4), (x + 15, y + 16), (x - 15, y + 16)], fill=1, stroke=0)
            y += 20
        self.c.restoreState()

    def _symbol(self, symbol: Any) -> None:
        x0, y0, x1, y1 = symbol.box
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        corners = {
            "process": [(x0, y0), (x1, y0), (x1, y1), (x0, y1)],
            "decision": [(x, y0), (x1, y), (x, y1), (x0, y)],
        }.get(symbol.kind)
        if self.kind == "four-lines" and corners:
            self.c.setStrokeGray(0)
            self.c.setLineWidth(0.75)
            for a, b in pairwise([*corners, corners[0]]):
                self._path([a, b])
        elif self.kind == "frames" and symbol.kind == "process":
            t = _BORDER
            for bar in ((x0, y0, x1, y0 + t), (x0, y1 - t, x1, y1), (x0, y0, x0 + t, y1), (x1 - t, y0, x1, y1)):
                self._bar(*bar)
        elif self.kind == "pale" and symbol.kind == "process":
            self._polygon(corners, fill=(0.87, 0.91, 0.97))
        else:
            super()._symbol(symbol)
        if self.kind == "covered" and symbol.kind == "process":
            self._polygon([(x0 + 2, y0 + 2), (x1 - 2, y0 + 2), (x1 - 2, y1 - 2), (x0 + 2, y1 - 2)], fill=1)
            self._put(x0 + 4, y + 2, "Proses", 6)

    def _bar(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], fill=0)

    # ---- arrows

    def _arrow(self, points: list[tuple[float, float]], way: Any) -> None:
        self.c.setStrokeGray(0)
        self.c.setLineWidth(0.75)
        if self.kind == "into-lines":
            points = self._joined(points, way)
        if self.kind == "filled-lines":
            half = 0.7
            for (ax, ay), (bx, by) in pairwise(self._shortened(points)):
                self._bar(min(ax, bx) - half, min(ay, by) - half, max(ax, bx) + half, max(ay, by) + half)
            self._head_later(points)
        elif self.kind == "heads-apart":
            self._path(self._shortened(points))
            self._head_later(points)
        elif self.kind in {"short-segments", "dashes-by-hand"}:
            on, off = (6.0, 0.0) if self.kind == "short-segments" else (4.0, 2.5)
            for a, b in pairwise(points):
                self._pieces(a, b, on, off)
            self._head_at(points[-2], points[-1], (0, 0, 0))
        elif self.kind == "round-corners" and len(points) > 2:
            self._rounded(points)
            self._head_at(points[-2], points[-1], (0, 0, 0))
        else:
            self._path(points)
            self._head_at(points[-2], points[-1], (0, 0, 0))

    def _joined(self, points: list[tuple[float, float]], way: Any) -> list[tuple[float, float]]:
        """A way back that ends on the line that leads to its goal already."""
        goal = self.lines.get(way.end)
        if way.sides[0] == "B":
            self.lines[way.end] = points
            return points
        if goal is None or math.dist(goal[-2], goal[-1]) < 9 or abs(goal[-2][0] - goal[-1][0]) > 0.1:
            return points
        x, y = goal[-1][0], goal[-1][1] - 5
        return [points[0], points[1], (points[1][0], y), (x, y)]

    @staticmethod
    def _shortened(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        (ax, ay), (bx, by) = points[-2:]
        length = max(math.dist((ax, ay), (bx, by)), 0.1)
        by_length = min(4.5, length - 0.5) / length
        return [*points[:-1], (bx - (bx - ax) * by_length, by - (by - ay) * by_length)]

    def _head_later(self, points: list[tuple[float, float]]) -> None:
        (ax, ay), (bx, by) = points[-2:]
        length = max(math.dist((ax, ay), (bx, by)), 0.1)
        ux, uy = (bx - ax) / length, (by - ay) / length
        wings = [(bx - 5 * ux - 2.4 * uy * s, by - 5 * uy + 2.4 * ux * s) for s in (1, -1)]
        self.heads.insert(self.rng.randrange(len(self.heads) + 1), [(bx, by), *wings])

    def _pieces(self, a: tuple[float, float], b: tuple[float, float], on: float, off: float) -> None:
        length = math.dist(a, b)
        at = 0.0
        while at < length:
            end = min(at + on, length)
            place = lambda along: (a[0] + (b[0] - a[0]) * along / length, a[1] + (b[1] - a[1]) * along / length)  # noqa: E731
            self._path([place(at), place(end)])
            at = end + off

    def _rounded(self, points: list[tuple[float, float]]) -> None:
        """A line whose corners are arcs."""
        path = self.c.beginPath()
        path.moveTo(points[0][0], self._y(points[0][1]))
        for before, corner, after in zip(points, points[1:], points[2:], strict=False):
            by = min(4.0, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
            start, end = _toward(corner, before, by), _toward(corner, after, by)
            path.lineTo(start[0], self._y(start[1]))
            first, second = _toward(start, corner, by * 0.55), _toward(end, corner, by * 0.55)
            path.curveTo(first[0], self._y(first[1]), second[0], self._y(second[1]), end[0], self._y(end[1]))
        path.lineTo(points[-1][0], self._y(points[-1][1]))
        self.c.drawPath(path)


def _toward(a: tuple[float, float], b: tuple[float, float], by: float) -> tuple[float, float]:
    length = max(math.dist(a, b), 0.01)
    return a[0] + (b[0] - a[0]) * by / length, a[1] + (b[1] - a[1]) * by / length


def _broken(text: str, font: str, size: float, wide: float) -> list[str]:
    from reportlab.lib.utils import simpleSplit

    return list(simpleSplit(text, font, size, wide))
