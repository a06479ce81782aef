"""A small SOP page drawn by hand in a PDF, in either of the two ways in which office programs draw."""

from __future__ import annotations

import io
import math
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

import sopgen.text

WIDE, HIGH = 842, 595
SIGNS = Path(sopgen.text.__file__).parent / "fonts" / "LiberationSans-Regular.ttf"
COLUMNS = (40, 65, 220, 300, 380, 460, 560, 620, 720, 800)
HEADS = ("No", "Kegiatan", "Pemohon", "Petugas", "Kepala", "Kelengkapan", "Waktu", "Output", "Ket.")
ROWS = (170, 220, 270, 330, 380, 430)
STEPS = ("Mengajukan surat", "Mencatat surat", "Memeriksa surat", "Menandatangani surat", "Mengirim surat")
IDENTITY = (
    ("Nomor SOP", "01/SOP/2020"),
    ("Tanggal Pembuatan", "2 Januari 2020"),
    ("Tanggal Revisi", "-"),
    ("Tanggal Efektif", "3 Januari 2020"),
    ("Disahkan oleh", "Kepala Bagian"),
    ("Nama SOP", "Pengiriman Surat"),
)


class Page:
    """`fills`: lines and outlines are drawn as filled shapes, as some programs do."""

    def __init__(self, *, fills: bool, turn: int = 0, sideways: bool = False, password: str | None = None) -> None:
        self.buffer = io.BytesIO()
        self.fills = fills
        self.identity = IDENTITY
        size = (HIGH, WIDE) if sideways else (WIDE, HIGH)
        self.canvas = canvas.Canvas(self.buffer, pagesize=size, encrypt=password)
        if turn:
            self.canvas.setPageRotation(turn)
        if sideways:
            self.canvas.translate(HIGH, 0)
            self.canvas.rotate(90)

    def bytes(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()

    def text(self, x: float, y: float, text: str, size: float = 8) -> None:
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawString(x, HIGH - y, text)

    def sign(self, x: float, y: float, sign: str, size: float = 10) -> None:
        """A letter or sign around a point, in a font that has it."""
        if sign.isascii():
            self.text(x - 3, y + 3, sign, size)
            return
        if "Signs" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont("Signs", SIGNS))
        self.canvas.setFont("Signs", size)
        self.canvas.drawString(x - 3, HIGH - y - 3, sign)

    def polygon(self, points, *, fill: int, stroke: int, grey: float = 1.0, more=()) -> None:
        path = self.canvas.beginPath()
        for ring in (points, *more):
            path.moveTo(ring[0][0], HIGH - ring[0][1])
            for x, y in ring[1:]:
                path.lineTo(x, HIGH - y)
            path.close()
        self.canvas.setFillGray(grey)
        self.canvas.drawPath(path, fill=fill, stroke=stroke, fillMode=0)

    def rule(self, x0, y0, x1, y1) -> None:
        if self.fills:
            dx, dy = (0.3, 0) if x0 == x1 else (0, 0.3)
            self.polygon(
                [(x0 - dx, y0 - dy), (x1 + dx, y0 - dy), (x1 + dx, y1 + dy), (x0 - dx, y1 + dy)],
                fill=1, stroke=0, grey=0,
            )  # fmt: skip
        else:
            self.canvas.line(x0, HIGH - y0, x1, HIGH - y1)

    def symbol(self, points) -> None:
        if not self.fills:
            self.polygon(points, fill=1, stroke=0)
            self.polygon(points, fill=0, stroke=1)
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        cx, cy = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        rims = []
        for by in (0.5, -0.5):
            across, down = 1 + 2 * by / (max(xs) - min(xs)), 1 + 2 * by / (max(ys) - min(ys))
            rims.append([(cx + (x - cx) * across, cy + (y - cy) * down) for x, y in points])
        self.polygon(rims[0], fill=1, stroke=0, grey=0, more=[rims[1][::-1]])

    def box(self, x, y, wide=40, high=20) -> None:
        self.symbol([(x - wide / 2, y - high / 2), (x + wide / 2, y - high / 2), (x + wide / 2, y + high / 2),
                     (x - wide / 2, y + high / 2)])  # fmt: skip

    def diamond(self, x, y, wide=40, high=26) -> None:
        self.symbol([(x, y - high / 2), (x + wide / 2, y), (x, y + high / 2), (x - wide / 2, y)])

    def capsule(self, x, y, wide=40, high=20) -> None:
        r, points = high / 2, []
        for middle, start in ((x + wide / 2 - r, -90), (x - wide / 2 + r, 90)):
            points += [
                (middle + r * math.cos(math.radians(a)), y + r * math.sin(math.radians(a)))
                for a in range(start, start + 181, 10)
            ]
        self.symbol(points)

    def arrow(self, *points, head: bool = True) -> None:
        (ax, ay), (bx, by) = points[-2:]
        length = math.dist((ax, ay), (bx, by))
        ux, uy = (bx - ax) / length, (by - ay) / length
        base = (bx - 4 * ux, by - 4 * uy)
        triangle = [(bx, by), (bx - 5 * ux + 2.5 * uy, by - 5 * uy - 2.5 * ux),
                    (bx - 5 * ux - 2.5 * uy, by - 5 * uy + 2.5 * ux)]  # fmt: skip
        body = [*points[:-1], base if head else points[-1]]
        if self.fills:
            one, other = zip(*(self._sides(body, at) for at in range(len(body))), strict=True)
            self.polygon(
                [*one, *other[::-1]], fill=1, stroke=0, grey=0, more=[triangle] if head else []
            )  # fmt: skip
            return
        path = self.canvas.beginPath()
        path.moveTo(body[0][0], HIGH - body[0][1])
        for x, y in body[1:]:
            path.lineTo(x, HIGH - y)
        self.canvas.drawPath(path)
        if head:
            self.polygon(triangle, fill=1, stroke=0, grey=0)

    @staticmethod
    def _sides(body, at):
        normals = []
        for a, b in ((at - 1, at), (at, at + 1)):
            if a >= 0 and b < len(body):
                length = math.dist(body[a], body[b])
                normals.append(((body[b][1] - body[a][1]) / length, -(body[b][0] - body[a][0]) / length))
        nx, ny = (sum(n[0] for n in normals), sum(n[1] for n in normals))
        x, y = body[at]
        return (x + nx * 0.3, y + ny * 0.3), (x - nx * 0.3, y - ny * 0.3)

    def table(self, *, without: str = "") -> None:
        """`without`: one of the lanes, which the page's head lacks."""
        left_out = COLUMNS[HEADS.index(without)] if without else None
        for at, (label, value) in enumerate(self.identity):
            y = 20 + 15 * at
            self.text(402, y + 11, label)
            self.text(522, y + 11, value)
            self.rule(400, y, 800, y)
        self.text(50, 50, "KABUPATEN CONTOH")
        self.text(50, 62, "BAGIAN UMUM")
        for x in (40, 400, 520, 800):
            self.rule(x, 20, x, 110)
        self.rule(40, 20, 400, 20)
        self.rule(40, 110, 800, 110)
        for y in (130, *ROWS):
            self.rule(40, y, 800, y)
        self.rule(220, 150, 460, 150)
        self.rule(460, 150, 720, 150)
        for x in COLUMNS:
            if x == left_out:
                continue
            self.rule(x, 150 if x in {300, 380, 560, 620} else 130, x, ROWS[-1])
        self.text(300, 143, "Pelaksana")
        self.text(560, 143, "Mutu Baku")
        for at, head in enumerate(HEADS):
            if head == without:
                continue
            self.text(COLUMNS[at] + 3, 163, head, 7)
        for at, step in enumerate(STEPS):
            self.text(45, ROWS[at] + 15, f"{at + 1}.")
            self.text(68, ROWS[at] + 15, step)
            self.text(565, ROWS[at] + 15, f"{at + 1} jam")

    def chart(self) -> None:
        self.capsule(260, 195)
        self.box(340, 245)
        self.diamond(420, 300)
        self.box(420, 355)
        self.capsule(340, 405)
        self.arrow((280, 195), (340, 195), (340, 231))
        self.arrow((360, 245), (420, 245), (420, 284))
        self.arrow((420, 313), (420, 345))
        self.arrow((400, 300), (260, 300), (260, 210))
        self.arrow((400, 355), (340, 355), (340, 391))
        self.text(424, 322, "Ya", 7)
        self.text(380, 297, "Tidak", 7)


@cache
def with_a_stray_arrow() -> bytes:
    """The whole page, and an arrow that joins nothing: its step is doubtful, itself unread."""
    page = Page(fills=False)
    page.table()
    page.chart()
    page.arrow((240, 360), (300, 372))
    return page.bytes()
