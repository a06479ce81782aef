"""Sheets of the fourth hand → PDF, each kind with one habit of a program, a printer's driver or a bureau."""

from __future__ import annotations

import math
import random
from typing import Any

from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from benchmarks.oldstock.otherpdf import Hand
from benchmarks.oldstock.otherpen import outline
from benchmarks.oldstock.rewritten import drawn_letters, scanned, with_layer

PDF_KINDS = (
    "mutu-first", "no-remarks", "letter-numbers", "grouped-heads", "dark-heads", "open-sides", "broken-rows", "legend",
    "page-words", "diagonal", "elbows", "cell-edges", "glyph-runs", "type3", "fine-scale", "hollow-heads", "stealth-heads",
    "gradients", "soft-shadows", "hidden-layer", "scan-first", "clipped-objects", "twice-drawn", "invisible-text",
)  # fmt: skip
NAMES = {
    "no": "No", "kegiatan": "Kegiatan", "kelengkapan": "Kelengkapan", "waktu": "Waktu", "output": "Output",
    "keterangan": "Ket",
}  # fmt: skip
LEGEND = (
    ("terminator", "Mulai/Selesai"), ("process", "Proses"), ("decision", "Keputusan"), ("offpage", "Penghubung halaman"),
)  # fmt: skip
_FINE = 0.12


def write_pdf(sop: Any, sheets: list[Any], kind: str, rng: random.Random) -> bytes:
    return FourthHand(sop, sheets, kind, rng).bytes()


class FourthHand(Hand):
    def bytes(self) -> bytes:
        from benchmarks.oldstock.fourth import step_numbers

        count = len(self.sop.steps)
        plain = [f"{at + 1}." for at in range(count)]
        self.numbers = step_numbers(count, self.rng) if self.kind == "letter-numbers" else plain
        self.tail: dict[str, str] = {}
        data = super().bytes()
        if self.kind == "type3":
            return drawn_letters(data)
        if self.kind == "hidden-layer":
            return with_layer(data)
        if self.kind == "scan-first":
            return scanned(data)
        return data

    # ---- coordinates of a fine grid

    @property
    def k(self) -> float:
        return 1 / _FINE if self.kind == "fine-scale" else 1.0

    def _begin(self, wide: float, high: float) -> None:
        super()._begin(wide, high)
        if self.kind == "fine-scale":
            self.c.scale(_FINE, _FINE)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (round(x * self.k), round(self._y(y) * self.k)) if self.kind == "fine-scale" else (x, self._y(y))

    def _path(self, points: list[tuple[float, float]]) -> None:
        path = self.c.beginPath()
        path.moveTo(*self._at(*points[0]))
        for point in points[1:]:
            path.lineTo(*self._at(*point))
        self.c.setLineWidth(0.75 * self.k)
        self._clipped(points, lambda: self.c.drawPath(path))

    def _polygon(self, points: Any, *, fill: Any = None, stroke: Any = None) -> None:
        path = self.c.beginPath()
        path.moveTo(*self._at(*points[0]))
        for point in points[1:]:
            path.lineTo(*self._at(*point))
        path.close()
        colour = lambda ink: ink if isinstance(ink, tuple) else (ink, ink, ink)  # noqa: E731
        if fill is not None:
            self.c.setFillColorRGB(*colour(fill))
        if stroke is not None:
            self.c.setStrokeColorRGB(*colour(stroke))
            self.c.setLineWidth(0.75 * self.k)
        if self.kind == "twice-drawn" and fill is not None and stroke is not None:
            self.c.drawPath(path, fill=1, stroke=0)
            self.c.drawPath(path, fill=0, stroke=1)
        else:
            draw = lambda: self.c.drawPath(path, fill=fill is not None, stroke=stroke is not None)  # noqa: E731
            self._clipped(points, draw)
        self.c.setStrokeGray(0)

    def _clipped(self, points: Any, draw: Any) -> None:
        """Each thing within a clip of its own, as spreadsheets print."""
        if self.kind != "clipped-objects":
            draw()
            return
        xs, ys = [x for x, _ in points], [self._y(y) for _, y in points]
        self.c.saveState()
        area = self.c.beginPath()
        area.rect(min(xs) - 2, min(ys) - 2, max(xs) - min(xs) + 4, max(ys) - min(ys) + 4)
        self.c.clipPath(area, stroke=0, fill=0)
        draw()
        self.c.restoreState()

    # ---- texts

    def _put(self, x: float, y: float, text: str, size: float | None = None, *, grey: float = 0.0) -> None:
        size = size or self.size
        self.c.setFillGray(grey)
        if self.kind == "glyph-runs":
            self._runs(x, y, text, size)
            return
        self.c.setFont(self.font, size * self.k)
        self.c.drawString(*self._at(x, y), text)

    def _runs(self, x: float, y: float, text: str, size: float) -> None:
        """Few letters at a time, each run placed anew; blanks are not written."""
        at = 0
        while at < len(text):
            run = text[at : at + self.rng.randint(1, 3)].split(" ", maxsplit=1)[0]
            if not run:
                x += stringWidth(" ", self.font, size)
                at += 1
                continue
            self.c.setFont(self.font, size)
            self.c.drawString(x + self.rng.uniform(-0.12, 0.12), self._y(y), run)
            x += stringWidth(run, self.font, size)
            at += len(run)

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.c.setLineWidth(0.5 * self.k)
        if self.kind == "cell-edges":  # a thin surface, and a dot in each corner
            half = 0.24
            box = (
                (x0 + half, y0 - half, x1 - half, y1 + half)
                if y0 == y1
                else (x0 - half, y0 + half, x1 + half, y1 - half)
            )
            for a, b, c, d in (
                box, (x0 - half, y0 - half, x0 + half, y0 + half), (x1 - half, y1 - half, x1 + half, y1 + half),
            ):  # fmt: skip
                self.c.setFillGray(0)
                self.c.rect(a, self._y(d), c - a, d - b, stroke=0, fill=1)
            return
        self.c.line(*self._at(x0, y0), *self._at(x1, y1))

    # ---- the table

    def _grid(self, sheet: Any, *, texts: bool = True) -> None:  # noqa: ARG002 - as its base has it
        rows, first, lanes = sheet.rows, sheet.first_lane, len(sheet.lanes)
        columns, last = sheet.columns, len(sheet.columns) - 1
        for at, key in enumerate(sheet.order):
            if key in {"no", "kegiatan", "keterangan"}:
                self._head((columns[at], rows[0], columns[at + 1], rows[2]), NAMES[key])
            elif key != "lane":
                self._head((columns[at], rows[1], columns[at + 1], rows[2]), NAMES[key])
        quality = sheet.order.index("kelengkapan")
        self._head((columns[quality], rows[0], columns[quality + 3], rows[1]), "Mutu Baku")
        self._head((columns[first], rows[0], columns[first + lanes], rows[1]), "Pelaksana")
        grouped = self.kind == "grouped-heads" and lanes > 2
        middle = rows[1] + 14
        if grouped:
            self._head((columns[first], rows[1], columns[first + 2], middle), "Sekretariat")
        for at, lane in enumerate(sheet.lanes):
            top = middle if grouped and at < 2 else rows[1]
            self._head((columns[first + at], top, columns[first + at + 1], rows[2]), lane)
        for row in range(2, len(rows) - 1):
            for column in range(last):
                x0, x1 = columns[column], columns[column + 1]
                if self.kind != "open-sides":
                    self._frame((x0, rows[row], x1, rows[row + 1]))
                    continue
                self._rule(x0, rows[row], x1, rows[row])
                self._rule(x0, rows[row + 1], x1, rows[row + 1])
                if column:
                    self._rule(x0, rows[row], x0, rows[row + 1])
        offset = self._first_row(sheet)
        if self.tail:  # the end of a row that began on the page before
            self._row_texts(sheet, 2, self.tail)
            self.tail = {}
        for number, (at, cells) in enumerate(sheet.steps):
            texts_of = {"no": self.numbers[at], **cells}
            if self.kind == "broken-rows" and number == len(sheet.steps) - 1 and at < len(self.sop.steps) - 1:
                words = cells["kegiatan"].split(" ")
                half = max(1, len(words) // 2)
                texts_of["kegiatan"], self.tail = " ".join(words[:half]), {"kegiatan": " ".join(words[half:])}
            self._row_texts(sheet, offset + number, texts_of)
        if self.kind == "legend":
            self._legend(sheet)

    def _head(self, box: tuple[float, float, float, float], text: str) -> None:
        if self.kind == "dark-heads":
            x0, y0, x1, y1 = box
            self._polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], fill=(0.12, 0.2, 0.4))
        self._frame(box)
        grey, self.grey = getattr(self, "grey", 0.0), 1.0 if self.kind == "dark-heads" else 0.0
        self._cell(box, text)
        self.grey = grey

    def _cell(self, box: tuple[float, float, float, float], text: str) -> None:
        from reportlab.lib.utils import simpleSplit

        x0, y0, x1, _ = box
        y = y0 + 3 + self.size
        for part in text.split("\n"):
            for line in simpleSplit(part, self.font, self.size, x1 - x0 - 6) or [""]:
                self._put(x0 + 3, y, line, grey=getattr(self, "grey", 0.0))
                y += 1.15 * self.size

    def _row_texts(self, sheet: Any, row: int, texts: dict[str, str]) -> None:
        for column, key in enumerate(sheet.order):
            if texts.get(key):
                box = (sheet.columns[column], sheet.rows[row], sheet.columns[column + 1], sheet.rows[row + 1])
                self._cell(box, texts[key])

    def _legend(self, sheet: Any) -> None:
        x, y = sheet.columns[0], sheet.rows[-1] + 14
        self._put(x, y, "Keterangan simbol:")
        for kind, word in LEGEND:
            box = (x, y + 6, x + (14 if kind == "offpage" else 30), y + 20)
            self._polygon(outline(kind, box), fill=1, stroke=0)
            self._put(x + 36, y + 15, word)
            x += 150
        self._path([(x, y + 13), (x + 30, y + 13)])
        self._head_at((x, y + 13), (x + 30, y + 13), (0, 0, 0))
        self._put(x + 36, y + 15, "Arah alur")

    # ---- the drawing

    def _flow(self, sheet: Any) -> None:
        super()._flow(sheet)
        if self.kind == "hidden-layer":
            self._draft(sheet)
        if self.kind == "invisible-text":
            self._unseen(sheet)

    def _draft(self, sheet: Any) -> None:
        """An older chart upon a layer that is switched off."""
        self.c._code.append("/OC /Old BDC")  # noqa: SLF001 - there is no other way
        symbols = [each for each in sheet.symbols if each.step is not None]
        for symbol in symbols:
            _, y0, _, y1 = symbol.box
            x = sheet.columns[sheet.first_lane] + 4
            self._polygon([(x, y0), (x + 20, y0), (x + 20, y1), (x, y1)], fill=1, stroke=0)
        self._path([(sheet.columns[sheet.first_lane], sheet.rows[2]), (sheet.columns[-2], sheet.rows[-1])])
        self.c._code.append("EMC")  # noqa: SLF001

    def _unseen(self, sheet: Any) -> None:
        """What a reader of letters left behind the page: text that is not drawn."""
        for symbol in sheet.symbols[:3]:
            text = self.c.beginText(symbol.box[0], self._y(symbol.box[3]))
            text.setTextRenderMode(3)
            text.setFont(self.font, self.size)
            text.textOut("l_J")
            self.c.drawText(text)

    def _symbol(self, symbol: Any) -> None:
        x0, y0, x1, y1 = symbol.box
        points = outline(symbol.kind, symbol.box)
        x, y = symbol.centre
        if self.kind == "page-words" and symbol.kind == "offpage":
            points = [(x + 8 * math.cos(a / 20 * math.tau), y + 8 * math.sin(a / 20 * math.tau)) for a in range(20)]
            word = "ke halaman berikutnya" if y > sheet_middle(self, symbol) else "dari halaman sebelumnya"
            self._put(x1 + 3, y + 2, word, 5)
        if self.kind == "soft-shadows":
            self._shadow(symbol.box)
        if self.kind == "gradients":
            self.c.saveState()
            path = self.c.beginPath()
            path.moveTo(points[0][0], self._y(points[0][1]))
            for point in points[1:]:
                path.lineTo(point[0], self._y(point[1]))
            path.close()
            self.c.clipPath(path, stroke=0, fill=0)
            self.c.linearGradient(x0, self._y(y0), x0, self._y(y1), (Color(0.75, 0.85, 0.97), Color(0.4, 0.6, 0.85)))
            self.c.restoreState()
            self._polygon(points, stroke=(0.2, 0.3, 0.6))
        else:
            self._polygon(points, fill=1, stroke=0)
        if symbol.text:
            self._put(x - 2, y + 2.5, symbol.text, 7)

    def _shadow(self, box: Any) -> None:
        x0, y0, x1, y1 = box
        wide, high = int(3 * (x1 - x0 + 12)), int(3 * (y1 - y0 + 12))
        image = Image.new("L", (wide, high), 0)
        ImageDraw.Draw(image).rectangle((18, 18, wide - 18, high - 18), fill=120)
        image = image.filter(ImageFilter.GaussianBlur(5))
        shade = Image.merge("RGBA", (Image.new("L", image.size, 60),) * 3 + (image,))
        self.c.drawImage(ImageReader(shade), x0 - 4, self._y(y1 + 8), x1 - x0 + 12, y1 - y0 + 12, mask="auto")

    def _arrow(self, points: list[tuple[float, float]], way: Any) -> None:  # noqa: ARG002
        self.c.setStrokeGray(0)
        self._path(points)
        self._head_at(points[-2], points[-1], (0, 0, 0))

    def _head_at(
        self,
        a: tuple[float, float],
        b: tuple[float, float],
        ink: Any,
        *,
        joined: bool = False,  # noqa: ARG002
    ) -> None:
        length = max(math.dist(a, b), 0.1)
        ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        wings = [(b[0] - 5 * ux - 2.3 * uy * s, b[1] - 5 * uy + 2.3 * ux * s) for s in (1, -1)]
        if self.kind == "hollow-heads":
            self._polygon([b, *wings], fill=1, stroke=0)
        elif self.kind == "stealth-heads":
            self._polygon([b, wings[0], (b[0] - 3.3 * ux, b[1] - 3.3 * uy), wings[1]], fill=0)
        else:
            self._polygon([b, *wings], fill=ink)


def sheet_middle(hand: FourthHand, symbol: Any) -> float:
    sheet = next(each for each in hand.sheets if symbol in each.symbols)
    return (sheet.rows[0] + sheet.rows[-1]) / 2
