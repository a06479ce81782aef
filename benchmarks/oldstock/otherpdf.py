"""Sheets of the other hand → PDF, each kind with one habit of real documents."""

from __future__ import annotations

import io
import math
import random
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from benchmarks.oldstock.otherhead import BOXES, block
from benchmarks.oldstock.otherpen import Pen, outline

PDF_KINDS = (
    "plain", "one-page", "two-tables", "portrait", "mixed", "turned-heads", "no-numbers", "merged-cells", "rotated", "cropped",
    "scaled", "coloured", "no-rim", "segments", "open-heads", "corners", "trunk", "curves", "block-arrows", "thick", "dashed",
    "plain-labels", "three-exits", "letters", "pictures", "marks", "stamp", "watermark", "head-foot", "texts-inside",
    "shapes-beyond", "shadows", "white-cells", "text-as-paths", "no-unicode", "double-rules", "short-rules", "ticks",
)  # fmt: skip
HIGH = 595.0
FONT = Path(__file__).resolve().parents[2] / "sopgen" / "text" / "fonts" / "LiberationSans-Regular.ttf"
HEADS = {"kelengkapan": "Kelengkapan", "waktu": "Waktu", "output": "Output", "keterangan": "Ket"}


def write_pdf(sop: Any, sheets: list[Any], kind: str, rng: random.Random) -> bytes:
    return Hand(sop, sheets, kind, rng).bytes()


class Hand(Pen):
    def __init__(self, sop: Any, sheets: list[Any], kind: str, rng: random.Random) -> None:
        self.sop, self.sheets, self.kind, self.rng = sop, sheets, kind, rng
        self.font, self.size = rng.choice([("Times-Roman", 7.5), ("Helvetica", 7.0), ("Courier", 6.0)])
        if kind == "no-unicode":  # its letters have codes of their own, and nothing says which letters they are
            self.font, self.size = "Liberation", 7.0
            pdfmetrics.registerFont(TTFont("Liberation", FONT))
        self.buffer = io.BytesIO()
        self.c = canvas.Canvas(self.buffer, invariant=1)
        self.c.setStrokeGray(0)

    def bytes(self) -> bytes:
        if self.kind not in {"one-page", "two-tables"}:
            self._begin(612 if self.kind == "portrait" else 842, 842 if self.kind == "portrait" else HIGH)
            self._identity(40)
            self._end()
        for sheet in self.sheets:
            wide = sheet.columns[-1] + 36
            together = self.kind in {"one-page", "two-tables"}
            down = self._identity_height() + 20 if together else 0.0
            self._begin(wide, max(wide * 0.7 if wide > 600 else 842, down + sheet.rows[-1] + 40))
            if together:
                self._identity(40)
            self.down = down
            self._flow(sheet)
            self._end()
        self.c.save()
        data = self.buffer.getvalue()
        if self.kind in {"rotated", "cropped", "no-unicode", "head-foot"}:
            data = self._mended(data)
        return data

    def _begin(self, wide: float, high: float) -> None:
        self.wide, self.high, self.down = wide, high, 0.0
        self.c.setPageSize((wide, high))
        self.c.saveState()
        if self.kind == "scaled":
            self.c.translate(0.15 * wide, 0.2 * high)
            self.c.scale(0.72, 0.72)
        if self.kind == "head-foot":
            self._put(40, 24, "Pemerintah Kabupaten Contoh - Standar Operasional Prosedur")
            self._put(wide - 160, high - 12, f"Halaman {self.c.getPageNumber()} dari 9")
        if self.kind == "watermark":
            self.c.saveState()
            self.c.setFillGray(0.85)
            self.c.translate(wide / 2, high / 2)
            self.c.rotate(38)
            self.c.setFont("Helvetica-Bold", 70)
            self.c.drawCentredString(0, 0, "SALINAN")
            self.c.restoreState()

    def _end(self) -> None:
        self.c.restoreState()
        self.c.showPage()

    def _mended(self, data: bytes) -> bytes:
        document = pikepdf.open(io.BytesIO(data))
        for page in document.pages:
            x0, y0, x1, y1 = (float(each) for each in page.mediabox)
            if self.kind == "rotated":
                turn = pikepdf.Matrix(0, 1, -1, 0, y1, 0) if page.rotate == 0 else pikepdf.Matrix()
                page.contents_add(f"q {turn.encode().decode()} cm".encode(), prepend=True)
                page.contents_add(b"Q")
                page.mediabox, page.Rotate = [0, 0, y1, x1], 90
            elif self.kind == "cropped":
                page.mediabox = [x0 - 90, y0 - 60, x1 + 40, y1 + 70]
                page.cropbox = [x0, y0, x1, y1]
            elif self.kind == "no-unicode":
                for font in page.Resources.get("/Font", {}).values():
                    if "/ToUnicode" in font:
                        del font["/ToUnicode"]
        written = io.BytesIO()
        document.save(written, deterministic_id=True)
        return written.getvalue()

    def _identity_height(self) -> float:
        return 110 + 6 + sum(self._pair_height(at) for at in range(3))

    def _pair_height(self, at: int) -> float:
        half = (self.wide - 72) / 2 if hasattr(self, "wide") else 380
        most = max(
            sum(len(simpleSplit(f"{n}. {item}", self.font, self.size, half - 6)) for n, item in enumerate(self.sop.boxes[key]))
            for key in BOXES[2 * at : 2 * at + 2]
        )  # fmt: skip
        return (most + 2) * self.size * 1.2 + 6

    def _identity(self, y: float) -> None:
        left, right = 36.0, self.wide - 36
        middle = (left + right) / 2
        rows = block(self.sop)
        step = 13.0
        bottom = y + sum(step if label != "Disahkan oleh" else 58 for label, _ in rows)
        self._frame((left, y, middle, bottom))  # a white cell would hide what is written before
        self._cell((left, y, middle, y + 40), "\n".join([*self.sop.head["instansi"], self.sop.head["unit"]]))
        for label, value in rows:
            high = step if label != "Disahkan oleh" else 58
            for x0, x1, text in ((middle, middle + 90, label), (middle + 90, right, value)):
                self._frame((x0, y, x1, y + high))
                self._cell((x0, y, x1, y + high), text)
            y += high
        for at in range(3):
            high = self._pair_height(at)
            for key, x0, x1 in ((BOXES[2 * at], left, middle), (BOXES[2 * at + 1], middle, right)):
                items = self.sop.boxes[key]
                text = items[0] if len(items) == 1 else "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))
                label = key.replace("_", " ").title()
                self._frame((x0, y, x1, y + high))
                self._cell((x0, y, x1, y + high), f"{label}:\n{text}")
            y += high

    # ---- the flow

    def _flow(self, sheet: Any) -> None:
        self._grid(sheet)
        if self.kind == "coloured":
            for at in range(len(sheet.lanes)):
                x0 = sheet.columns[sheet.first_lane + at]
                x1 = sheet.columns[sheet.first_lane + at + 1]
                tint = (0.87, 0.92, 0.97) if at % 2 else (0.95, 0.95, 0.95)
                self._polygon(
                    [(x0, sheet.rows[2]), (x1, sheet.rows[2]), (x1, sheet.rows[-1]), (x0, sheet.rows[-1])], fill=tint
                )
            self._grid(sheet, texts=False)
        before = self.rng.random() < 0.5
        if before:
            self._lines(sheet)
        for symbol in sheet.symbols:
            self._symbol(symbol)
        if not before:
            self._lines(sheet)
        if self.kind == "stamp":
            picture = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
            ImageDraw.Draw(picture).ellipse((4, 4, 56, 56), outline=(60, 60, 200, 255), width=5)
            x, y = sheet.symbols[-1].centre
            self.c.drawImage(ImageReader(picture), x - 10, self._y(y + 30), 60, 60, mask="auto")

    def _grid(self, sheet: Any, *, texts: bool = True) -> None:
        columns, rows, first = sheet.columns, sheet.rows, sheet.first_lane
        lanes = len(sheet.lanes)
        deep = [(columns[0], rows[0], columns[1], rows[2], "No")] if sheet.numbered else []
        deep.append((columns[first - 1], rows[0], columns[first], rows[2], "Kegiatan"))
        deep.append((columns[first], rows[0], columns[first + lanes], rows[1], "Pelaksana"))
        deep.append((columns[first + lanes], rows[0], columns[first + lanes + 3], rows[1], "Mutu Baku"))
        deep.append((columns[-2], rows[0], columns[-1], rows[2], HEADS["keterangan"]))
        for at, key in enumerate(("kelengkapan", "waktu", "output")):
            deep.append((columns[first + lanes + at], rows[1], columns[first + lanes + at + 1], rows[2], HEADS[key]))
        for *box, text in deep:
            self._frame(tuple(box))
            if texts:
                self._cell(tuple(box), text)
        for at, lane in enumerate(sheet.lanes):
            box = (columns[first + at], rows[1], columns[first + at + 1], rows[2])
            self._frame(box)
            if texts:
                self._lane(box, lane)
        merged = self._merged(sheet)
        for row in range(2, len(rows) - 1):
            for column in range(len(columns) - 1):
                if (row, column) in merged and merged[row, column] is None:
                    continue
                last = merged.get((row, column)) or row
                self._frame((columns[column], rows[row], columns[column + 1], rows[last + 1]))
        if not texts:
            return
        offset = 3 if sheet.symbols and sheet.symbols[0].step != sheet.steps[0][0] else self._first_row(sheet)
        for number, (at, cells) in enumerate(sheet.steps):
            row = offset + number
            if sheet.numbered:
                self._cell((columns[0], rows[row], columns[1], rows[row + 1]), f"{at + 1}.")
            self._cell((columns[first - 1], rows[row], columns[first], rows[row + 1]), cells["kegiatan"])
            for place, key in enumerate(("kelengkapan", "waktu", "output", "keterangan")):
                x0, x1 = columns[first + lanes + place], columns[first + lanes + place + 1]
                text = cells[key]
                if key == "keterangan" and self.kind == "ticks" and not text:
                    x, y = (x0 + x1) / 2, rows[row] + 20
                    self._path([(x - 4, y), (x - 1, y + 4), (x + 5, y - 5)])
                self._cell((x0, rows[row], x1, rows[row + 1]), text)

    @staticmethod
    def _first_row(sheet: Any) -> int:
        return 3 if sheet.steps[0][0] > 0 else 2

    def _merged(self, sheet: Any) -> dict[tuple[int, int], int | None]:
        """Fields of the keterangan column merged over two rows."""
        if self.kind != "merged-cells" or len(sheet.steps) < 3:
            return {}
        row, column = self._first_row(sheet), len(sheet.columns) - 2
        sheet.steps[1][1]["keterangan"] = ""
        return {(row, column): row + 1, (row + 1, column): None}

    def _lane(self, box: tuple[float, float, float, float], name: str) -> None:
        if self.kind != "turned-heads":
            self._cell(box, name)
            return
        x0, y0, _, y1 = box
        words = simpleSplit(name, self.font, 5.5, y1 - y0 - 2)
        self.c.setFillGray(0)
        for at, line in enumerate(words):
            self.c.saveState()
            self.c.translate(x0 + 10 + at * 7, self._y(y1 - 2))
            self.c.rotate(90)
            self.c.setFont(self.font, 5.5)
            self.c.drawString(0, 0, line)
            self.c.restoreState()

    def _symbol(self, symbol: Any) -> None:
        x0, y0, x1, y1 = symbol.box
        kind = symbol.kind
        if self.kind == "pictures" and kind != "offpage":
            self._picture(symbol)
            return
        if self.kind == "marks" and kind == "process":
            self._put((x0 + x1) / 2 - 2, (y0 + y1) / 2 + 3, "V", 9)
            return
        points = outline(kind, symbol.box, beyond=self.kind == "shapes-beyond" and (symbol.step or 0) % 2 == 1)
        if self.kind == "letters" and kind == "offpage":
            points = [
                ((x0 + x1) / 2 + 8 * math.cos(a / 20 * math.tau), (y0 + y1) / 2 + 8 * math.sin(a / 20 * math.tau))
                for a in range(20)
            ]
        if self.kind == "shadows":
            self._polygon([(x + 2, y + 2) for x, y in points], fill=(0.7, 0.7, 0.7))
        if self.kind == "no-rim":
            self._polygon(points, fill=(0.36, 0.61, 0.84))
        elif self.kind == "coloured":
            self._polygon(points, fill=(1, 0.9, 0.6), stroke=(0.5, 0.3, 0))
        else:
            self._polygon(points, fill=1, stroke=0)
        if symbol.text:
            self._put((x0 + x1) / 2 - 2, (y0 + y1) / 2 + 2.5, symbol.text, 7)
        if self.kind == "texts-inside" and kind == "process":
            self._put(
                x0 + 3, (y0 + y1) / 2 + 2, self.rng.choice(["Proses", "Cek", "Paraf", str((symbol.step or 0) + 1)]), 6
            )

    def _picture(self, symbol: Any) -> None:
        x0, y0, x1, y1 = symbol.box
        picture = Image.new("RGB", (int(4 * (x1 - x0)), int(4 * (y1 - y0))), "white")
        points = [((x - x0) * 4, (y - y0) * 4) for x, y in outline(symbol.kind, symbol.box)]
        ImageDraw.Draw(picture).polygon(points, outline="black", width=3)
        self.c.drawImage(ImageReader(picture), x0, self._y(y1), x1 - x0, y1 - y0)

    # ---- arrows

    def _lines(self, sheet: Any) -> None:
        for way in sheet.ways:
            points = list(way.points)
            if self.kind == "corners" and len(points) == 4 and way.sides == ("B", "T"):
                source = next(each for each in sheet.symbols if each.id == way.start)
                goal = next(each for each in sheet.symbols if each.id == way.end)
                right = goal.centre[0] > source.centre[0]
                if source.kind == "process" and goal.kind == "process":
                    points = [
                        (source.box[2] if right else source.box[0], source.box[3]),
                        (goal.box[0] if right else goal.box[2], goal.box[1]),
                    ]
            self._arrow(points, way)
            if way.label:
                self._put(*self._label_place(way), way.label, 6)

    def _label_place(self, way: Any) -> tuple[float, float]:
        x, y = way.at
        if self.kind == "plain-labels":  # upon the line, without a ground
            (ax, ay), (bx, by) = way.points[:2]
            return (ax + bx) / 2 - stringWidth(way.label, self.font, 6) / 2, (ay + by) / 2 + 2
        return x, y + 7
