"""Sheets of the fourth hand → a workbook: other tables, finer grids, and what WPS and others write for shapes."""

from __future__ import annotations

import io
import math
import random
import re
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.utils import get_column_letter

from benchmarks.oldstock.dialects import larger, plain_names, strict
from benchmarks.oldstock.fourthpdf import LEGEND, NAMES
from benchmarks.oldstock.otherhead import BOXES, block
from benchmarks.oldstock.othershapes import EMU
from benchmarks.oldstock.otherxlsx import PRESETS, SITES, THIN, Book

XLSX_KINDS = (
    "mutu-first", "no-remarks", "letter-numbers", "grouped-heads", "legend", "page-words", "diagonal", "elbows",
    "mixed-anchors", "scaled-groups", "custom-arrows", "loose-triangles", "cell-labels", "hidden-lane", "same-grid",
    "split-columns", "split-rows", "text-boxes", "wps", "strict", "stale-frames", "default-sizes", "dark-heads",
)  # fmt: skip
_FRAME = re.compile(r'<a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>')


def write_xlsx(sop: Any, sheets: list[Any], kind: str, rng: random.Random) -> bytes:
    return FourthBook(sop, sheets, kind, rng).bytes()


class FourthBook(Book):
    def bytes(self) -> bytes:
        from benchmarks.oldstock.fourth import step_numbers

        count = len(self.sop.steps)
        plain = [at + 1 for at in range(count)]
        self.numbers: list[Any] = step_numbers(count, self.rng) if self.kind == "letter-numbers" else plain
        if self.kind == "same-grid":
            for number, sheet in enumerate(self.sheets):
                self._flow(self.book.create_sheet(f"Alur {number + 1}"), sheet, number)
            buffer = io.BytesIO()
            self.book.save(buffer)
            return self._with_drawings(buffer.getvalue())
        data = super().bytes()
        return strict(data) if self.kind == "strict" else data

    # ---- the table

    def _flow(self, page: Any, sheet: Any, number: int) -> None:
        self.logical = sheet
        self._finer(sheet)
        start = self._block_above(page, sheet) if self.kind == "same-grid" and number == 0 else 1
        self.start = start
        self.sheet = SimpleNamespace(columns=self.px, rows=self.py)
        self._sizes(page, start)
        self._head(page, sheet)
        offset = 3 if sheet.steps[0][0] > 0 else 2
        for at, (step, cells) in enumerate(sheet.steps):
            texts = {"no": self.numbers[step], **cells}
            for column, key in enumerate(sheet.order):
                self._field(page, offset + at, column, texts.get(key) or None)
        for row in range(2, len(sheet.rows) - 1):
            for column, key in enumerate(sheet.order):
                if key != "lane":
                    self._join(page, row, column, row, column)
        for line in page.iter_rows(min_row=start, max_row=start + len(self.py) - 2, max_col=len(self.px) - 1):
            for cell in line:
                cell.border = Border(THIN, THIN, THIN, THIN)
                cell.font = Font(name=self.font.name, size=9, color=cell.font.color)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        self.drawn: list[str] = []
        self._drawings(page, sheet, offset)
        self.drawings[number] = self.drawn

    def _finer(self, sheet: Any) -> None:
        """The columns and rows of the worksheet, and where each of the table begins among them."""
        self.px, self.of_column = [sheet.columns[0]], []
        self.hidden: int | None = None
        for at, (a, b) in enumerate(pairwise(sheet.columns)):
            if self.kind == "hidden-lane" and at == sheet.first_lane + 1:
                self.hidden = len(self.px) - 1
                self.px.append(a)
            self.of_column.append(len(self.px) - 1)
            parts = 3 if self.kind == "split-columns" and sheet.order[at] == "lane" else 1
            self.px += [a + (b - a) * part / parts for part in range(1, parts + 1)]
        self.of_column.append(len(self.px) - 1)
        self.py, self.of_row = [sheet.rows[0]], []
        for at, (a, b) in enumerate(pairwise(sheet.rows)):
            self.of_row.append(len(self.py) - 1)
            parts = 3 if self.kind == "split-rows" and at > 1 else 1
            self.py += [a + (b - a) * part / parts for part in range(1, parts + 1)]
        self.of_row.append(len(self.py) - 1)

    def _sizes(self, page: Any, start: int) -> None:
        self.xs = [0.0]
        for at, (a, b) in enumerate(pairwise(self.px)):
            dimension = page.column_dimensions[get_column_letter(at + 1)]
            if at == self.hidden:
                dimension.width, dimension.hidden = 12, True
                self.xs.append(self.xs[-1])
                continue
            dimension.width = (b - a) / 5.25
            self.xs.append(self.xs[-1] + int((256 * ((b - a) / 5.25) + 128 // 7) / 256 * 7) * 0.75)
        heights = [b - a for a, b in pairwise(self.py)]
        usual = max(set(heights), key=heights.count)
        for at, height in enumerate(heights):
            if self.kind == "default-sizes" and height == usual:
                continue
            page.row_dimensions[start + at].height = height
        if self.kind == "default-sizes":
            page.sheet_format.defaultRowHeight, page.sheet_format.customHeight = usual, True

    def _field(self, page: Any, row: int, column: int, value: Any) -> Any:
        """The cell of a field of the table."""
        cell = page.cell(self.start + self.of_row[row], self.of_column[column] + 1)
        if value is not None:
            cell.value = value
        return cell

    def _join(self, page: Any, r0: int, c0: int, r1: int, c1: int) -> None:
        a, b = self.of_row[r0], self.of_row[r1 + 1] - 1
        c, d = self.of_column[c0], self.of_column[c1 + 1] - 1
        d -= d == self.hidden
        if (a, c) != (b, d):
            page.merge_cells(start_row=self.start + a, end_row=self.start + b, start_column=c + 1, end_column=d + 1)

    def _head(self, page: Any, sheet: Any) -> None:
        def head(r0: int, c0: int, r1: int, c1: int, text: str) -> None:
            cell = self._field(page, r0, c0, text)
            if self.kind == "dark-heads":
                cell.fill, cell.font = PatternFill("solid", "1F3864"), Font(color="FFFFFFFF")
            self._join(page, r0, c0, r1, c1)

        first, lanes = sheet.first_lane, len(sheet.lanes)
        for at, key in enumerate(sheet.order):
            if key in {"no", "kegiatan", "keterangan"}:
                head(0, at, 1, at, NAMES[key].upper())
            elif key != "lane":
                head(1, at, 1, at, NAMES[key])
        quality = sheet.order.index("kelengkapan")
        head(0, quality, 0, quality + 2, "Mutu Baku")
        head(0, first, 0, first + lanes - 1, "Pelaksana")
        for at, lane in enumerate(sheet.lanes):
            head(1, first + at, 1, first + at, lane)
        if self.hidden is not None:
            page.cell(self.start + 1, self.hidden + 1, "Kasubbag Lama")
        if self.kind == "grouped-heads" and lanes > 2:
            self._group_head(page, sheet)

    def _group_head(self, page: Any, sheet: Any) -> None:
        """The lanes' names stand in a row of their own below a common head."""
        first, lanes = sheet.first_lane, len(sheet.lanes)
        self._field(page, 0, first, "Sekretariat")
        page.unmerge_cells(start_row=self.start, end_row=self.start, start_column=first + 1, end_column=first + lanes)
        page.merge_cells(start_row=self.start, end_row=self.start, start_column=first + 1, end_column=first + 2)
        for at in range(2, lanes):
            page.cell(self.start, first + at + 1, sheet.lanes[at])
            page.cell(self.start + 1, first + at + 1).value = None
            page.merge_cells(
                start_row=self.start, end_row=self.start + 1, start_column=first + at + 1, end_column=first + at + 1
            )

    def _block_above(self, page: Any, sheet: Any) -> int:
        """The identity above the flow, in cells merged over the flow's columns."""
        count = len(sheet.order)
        left, label = max(2, count // 2), max(3, count // 2 + 2)

        def put(row: int, c0: int, c1: int, text: str, last: int | None = None) -> None:
            page.cell(row, c0 + 1, text)
            page.merge_cells(start_row=row, end_row=last or row, start_column=c0 + 1, end_column=c1)

        rows = block(self.sop)
        put(1, 0, left, "\n".join([*self.sop.head["instansi"], self.sop.head["unit"]]), len(rows))
        for at, (name, value) in enumerate(rows):
            put(1 + at, left, label, name)
            put(1 + at, label, count, value)
            page.row_dimensions[1 + at].height = 60 if name == "Disahkan oleh" else 15
        row = len(rows) + 1
        for at in range(3):
            for c0, c1, key in ((0, left, BOXES[2 * at]), (left, count, BOXES[2 * at + 1])):
                items = self.sop.boxes[key]
                text = items[0] if len(items) == 1 else "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))
                put(row, c0, c1, f"{key.replace('_', ' ').upper()}")
                put(row + 1, c0, c1, text)
            page.row_dimensions[row + 1].height = 80
            row += 2
        return row

    # ---- shapes

    def _drawings(self, page: Any, sheet: Any, offset: int) -> None:  # noqa: ARG002
        parts: list[str] = []
        for symbol in sheet.symbols:
            self._symbol(page, symbol, sheet, parts)
        for way in sheet.ways:
            self._way(page, way, sheet, parts)
        if self.kind == "legend":
            self._legend(page, sheet, parts)
        if self.kind == "scaled-groups":
            parts = [self._scaled(parts[at : at + 4]) for at in range(0, len(parts), 4)]
        if self.kind == "wps":
            parts = [plain_names(each) for each in parts]
        if self.kind == "stale-frames":
            parts = [_FRAME.sub(lambda found: larger(found, 1.25), each) for each in parts]
        self.drawn += parts

    def _symbol(self, page: Any, symbol: Any, sheet: Any, parts: list[str]) -> None:  # noqa: ARG002
        x0, y0, x1, y1 = symbol.box
        if self.kind == "text-boxes" and symbol.kind in {"process", "terminator"}:
            preset = "rect" if symbol.kind == "process" else "roundRect"
            text = "" if symbol.kind == "process" else self.rng.choice(["Mulai", "Selesai"]) if symbol.step else "Mulai"
            parts.append(self._shape(symbol.id, preset, symbol.box, text, text_box=True).replace(
                "<a:avLst/></a:prstGeom>", '<a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
                '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>',
            ))  # fmt: skip
            return
        if self.kind == "mixed-anchors" and symbol.kind == "offpage":  # a pentagon to the right, turned
            cx, cy = symbol.centre
            wide, high = x1 - x0, y1 - y0
            frame = (cx - high / 2, cy - wide / 2, cx + high / 2, cy + wide / 2)
            xml = self._shape(symbol.id, "homePlate", frame, symbol.text, turn=90)
            parts.append(xml)
            return
        if self.kind == "page-words" and symbol.kind == "offpage":
            parts.append(self._shape(symbol.id, "flowChartConnector", symbol.box, symbol.text))
            below = y0 > (sheet.rows[0] + sheet.rows[-1]) / 2
            word = "ke halaman berikutnya" if below else "dari halaman sebelumnya"
            parts.append(self._shape(600 + len(parts), "rect", (x1 + 3, y0, x1 + 70, y1), word, text_box=True))
            return
        parts.append(self._shape(symbol.id, PRESETS[symbol.kind], symbol.box, symbol.text))

    def _way(self, page: Any, way: Any, sheet: Any, parts: list[str]) -> None:
        number = 200 + len(parts)
        glue = (way.start, way.end, SITES[way.sides[0]], SITES[way.sides[1]])
        points = way.points
        if self.kind == "custom-arrows":
            parts.append(self._solid(points, number))
        elif self.kind == "loose-triangles":
            for at, piece in enumerate(pairwise(points)):
                parts.append(
                    self._line(number + 40 * at, list(piece), None, head=False).replace("straightConnector1", "line")
                )
            (ax, ay), (bx, by) = points[-2:]
            turn = 0 if by > ay else 180 if by < ay else 270 if bx > ax else 90
            ux, uy = (bx > ax) - (bx < ax), (by > ay) - (by < ay)
            cx, cy = bx - 3 * ux, by - 3 * uy
            parts.append(self._shape(number + 20, "flowChartMerge", (cx - 3, cy - 3, cx + 3, cy + 3), "", turn=turn))
        elif len(points) == 3 or len(points) == 5:
            parts.append(self._elbow(points, number, glue if self.rng.random() < 0.5 else None))
        else:
            loose = self.kind in {"diagonal", "cell-labels", "mixed-anchors", "split-rows", "split-columns"}
            parts.append(self._line(number, points, None if loose else glue, head=True))
        if way.label:
            self._label(page, way, sheet, parts)

    def _elbow(self, points: Any, number: int, glue: Any) -> str:
        (ax, ay), (bx, by) = points[0], points[-1]
        joint = f'<a:stCxn id="{glue[0]}" idx="{glue[2]}"/><a:endCxn id="{glue[1]}" idx="{glue[3]}"/>' if glue else ""
        preset, adjust = "bentConnector2", ""
        if len(points) == 5:
            if abs(bx - ax) < 0.5:
                bx = ax + 0.5
            shares = ((points[1][0] - ax) / (bx - ax), (points[2][1] - ay) / (by - ay))
            preset = "bentConnector4"
            adjust = "".join(
                f'<a:gd name="adj{n}" fmla="val {round(share * 100000)}"/>' for n, share in enumerate(shares, 1)
            )
        box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        more = (' flipH="1"' if bx < ax else "") + (' flipV="1"' if by < ay else "")
        return self._anchored(
            f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Elbow Connector {number}"/><xdr:cNvCxnSpPr>{joint}'
            f"</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>{self._frame(box, more)}"
            f'<a:prstGeom prst="{preset}"><a:avLst>{adjust}</a:avLst></a:prstGeom><a:ln><a:tailEnd type="triangle"/></a:ln></xdr:spPr></xdr:cxnSp>',
            box,
        )

    def _solid(self, points: list[tuple[float, float]], number: int) -> str:
        """A thick arrow as one closed free form."""
        shape = arrow_outline(points)
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        box = (min(xs), min(ys), max(xs), max(ys))
        local = [(x - box[0], y - box[1]) for x, y in shape]
        return self._anchored(self._free(local, box, number, closed=True).replace(' fill="none"', ""), box)

    def _label(self, page: Any, way: Any, sheet: Any, parts: list[str]) -> None:
        x, y = way.at
        if self.kind == "cell-labels":
            column = next(at for at, edge in enumerate(sheet.columns[1:]) if x < edge)
            row = next(at for at, edge in enumerate(sheet.rows[1:]) if y < edge)
            cell = self._field(page, row, column, None)
            if cell.value is None and sheet.order[column] == "lane":
                cell.value = way.label
                return
        box = (x, y, x + 6 * len(way.label) + 4, y + 11)
        parts.append(self._shape(500 + len(parts), "rect", box, way.label, text_box=True))

    def _legend(self, page: Any, sheet: Any, parts: list[str]) -> None:
        row = self.start + len(self.py)
        page.cell(row, 2, "Keterangan simbol:")
        y = self.py[-1] + 15
        self.py += [self.py[-1] + 15, self.py[-1] + 45]
        page.row_dimensions[row - 1].height, page.row_dimensions[row].height = 15, 30
        x = sheet.columns[0] + 90
        for at, (kind, word) in enumerate(LEGEND):
            box = (x, y + 6, x + (14 if kind == "offpage" else 30), y + 20)
            parts.append(self._shape(800 + at, PRESETS[kind], box, ""))
            parts.append(self._shape(820 + at, "rect", (x + 34, y + 6, x + 110, y + 20), word, text_box=True))
            x += 130

    def _anchored(self, xml: str, box: Any) -> str:
        if self.kind != "mixed-anchors":
            return super()._anchored(xml, box)
        x0, y0, x1, y1 = box
        manner = self.rng.choice(["two", "one", "absolute"])
        extent = f'<xdr:ext cx="{round((x1 - x0) * EMU)}" cy="{round((y1 - y0) * EMU)}"/>'
        if manner == "absolute":
            left = self._inches(x0)
            return (
                f'<xdr:absoluteAnchor><xdr:pos x="{round(left * EMU)}" y="{round((y0 - self.py[0]) * EMU)}"/>{extent}{xml}'
                "<xdr:clientData/></xdr:absoluteAnchor>"
            )
        if manner == "one":
            return f"<xdr:oneCellAnchor><xdr:from>{self._at(x0, y0)}</xdr:from>{extent}{xml}<xdr:clientData/></xdr:oneCellAnchor>"
        return super()._anchored(xml, box).replace("<xdr:twoCellAnchor>", '<xdr:twoCellAnchor editAs="oneCell">')

    def _inches(self, x: float) -> float:
        """From the worksheet's left edge, in points."""
        at = max(n for n, edge in enumerate(self.px[:-1]) if edge <= max(x, self.px[0]))
        share = (x - self.px[at]) / (self.px[at + 1] - self.px[at])
        return self.xs[at] + share * (self.xs[at + 1] - self.xs[at])

    def _scaled(self, parts: list[str]) -> str:
        """Shapes in a group whose own coordinates are of another scale."""
        group = self._group(parts)
        inner = group.index("</xdr:grpSpPr>")
        head, rest = group[:inner], group[inner:]
        off, ext = re.search(r'<a:chOff x="(-?\d+)" y="(-?\d+)"/><a:chExt cx="(\d+)" cy="(\d+)"/>', head), 0
        x, y, wide, high = (int(each) for each in off.groups())
        del ext
        scale = self.rng.choice([0.5, 2.0, 1.7])
        head = head.replace(
            off[0], f'<a:chOff x="0" y="0"/><a:chExt cx="{round(wide * scale)}" cy="{round(high * scale)}"/>'
        )

        def moved(found: re.Match[str]) -> str:
            a, b, c, d = (int(each) for each in found.groups())
            return (
                f'<a:off x="{round((a - x) * scale)}" y="{round((b - y) * scale)}"/>'
                f'<a:ext cx="{round(c * scale)}" cy="{round(d * scale)}"/>'
            )

        return head + _FRAME.sub(moved, rest)


def arrow_outline(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The rim of a band along a line with right angles, with a head at its end."""
    (ax, ay), (bx, by) = points[-2:]
    length = max(math.dist((ax, ay), (bx, by)), 0.1)
    neck = (bx - 6 * (bx - ax) / length, by - 6 * (by - ay) / length)
    line = [*points[:-1], neck]

    def side(sign: float) -> list[tuple[float, float]]:
        rim = []
        for at, (x, y) in enumerate(line):
            shifts = [
                (-(d[1] - c[1]) / max(math.dist(c, d), 0.01), (d[0] - c[0]) / max(math.dist(c, d), 0.01))
                for c, d in pairwise(line[max(0, at - 1) : at + 2])
            ]
            dx, dy = (sum({round(each[n], 6) for each in shifts}) for n in (0, 1))
            rim.append((x + sign * dx, y + sign * dy))
        return rim

    ux, uy = (bx - ax) / length, (by - ay) / length
    wings = [(neck[0] - 3.5 * uy * s, neck[1] + 3.5 * ux * s) for s in (1, -1)]
    return [*side(1), wings[0], (bx, by), wings[1], *reversed(side(-1))]
