"""Sheets of the third hand → a workbook: what programs and years of copying make of shapes, one habit a kind."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from typing import Any

from openpyxl.utils import get_column_letter

from benchmarks.oldstock.othershapes import EMU
from benchmarks.oldstock.otherxlsx import PRESETS, SITES, Book

XLSX_KINDS = (
    "stale-glue", "lost-glue", "copied-ids", "flipped-groups", "turned-groups", "nested-groups", "several-paths", "named-points",
    "bars", "short-pieces", "covered", "into-lines", "no-outline", "hidden-steps", "filtered", "print-area", "headless",
    "scaled", "fallback", "slashes",
)  # fmt: skip
_FRAME = re.compile(r'<a:xfrm([^>]*)><a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>')
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_A14 = 'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'


def write_xlsx(sop: Any, sheets: list[Any], kind: str, rng: random.Random) -> bytes:
    return ThirdBook(sop, sheets, kind, rng).bytes()


class ThirdBook(Book):
    def _flow(self, page: Any, sheet: Any, number: int) -> None:
        self.hidden: int | None = None
        if self.kind in {"hidden-steps", "filtered"} and len(sheet.steps) > 3:
            first = 3 if sheet.steps[0][0] > 0 else 2
            self.hidden = 2  # steps above it
            sheet.rows.insert(first + self.hidden, sheet.rows[first + self.hidden])
        self.lines: dict[int, list[tuple[float, float]]] = {}
        super()._flow(page, sheet, number)
        last = len(sheet.rows) + self.start - 2
        if self.hidden is not None:
            row = self.start + (3 if sheet.steps[0][0] > 0 else 2) + self.hidden
            page.cell(row, 1, sheet.steps[self.hidden][0] + 1)
            page.cell(row, 2, "Langkah lama yang disembunyikan")
            page.row_dimensions[row].hidden = True
            page.row_dimensions[row].height = 40
            if self.kind == "filtered":
                page.auto_filter.ref = f"A{self.start + 1}:{get_column_letter(len(sheet.columns) - 1)}{last}"
        if self.kind == "print-area":
            page.print_area = f"A1:{get_column_letter(len(sheet.columns) - 1)}{last}"
            page.cell(self.start, len(sheet.columns) + 2, "Catatan: tanya Bagian Umum")
        if self.kind == "headless" and number:
            for cells in page.iter_rows(min_row=self.start, max_row=self.start + 1, max_col=len(sheet.columns)):
                for cell in cells:
                    for area in [each for each in page.merged_cells.ranges if cell.coordinate in each]:
                        page.unmerge_cells(str(area))
            page.delete_rows(self.start, 2)
            for at, (a, b) in enumerate(pairwise(sheet.rows[2:])):
                page.row_dimensions[self.start + at].height = b - a
            self.drawings[number] = [re.sub(r"<xdr:row>(\d+)</xdr:row>", _two_less, each) for each in self.drawn]
        if self.kind == "scaled":
            page.page_setup.scale = 46
            page.page_setup.orientation = "landscape"
            page.page_setup.fitToHeight = 0
            page.sheet_properties.pageSetUpPr.fitToPage = True
            page.sheet_view.zoomScale = 70
            page.sheet_view.view = "pageBreakPreview"

    def _row(self, offset: int, number: int) -> int:
        return offset + number + (self.hidden is not None and number >= self.hidden)

    def _drawings(self, page: Any, sheet: Any, offset: int) -> None:
        if self.kind == "copied-ids":
            for number, symbol in enumerate(sheet.symbols):
                symbol.twin = 10 + number // 2
        super()._drawings(page, sheet, offset)
        if self.kind in {"flipped-groups", "turned-groups", "nested-groups"}:
            parts, self.drawn[:] = list(self.drawn), []
            groups = [parts[at : at + 4] for at in range(0, len(parts), 4)]
            for group in groups:
                self.drawn.append(self._grouped(group))
        if self.kind == "fallback":
            self.drawn[:] = [self._with_fallback(each) for each in self.drawn]

    def _grouped(self, parts: list[str]) -> str:
        if self.kind == "flipped-groups":
            return self._posed(parts, flips=self.rng.choice([(True, False), (False, True), (True, True)]), turn=0)
        if self.kind == "turned-groups":
            return self._posed(parts, flips=(False, False), turn=self.rng.choice([90, 180, 270]))
        half = max(1, len(parts) // 2)
        inner = [self._posed(parts[:half], flips=(True, False), turn=0), *parts[half:]]
        return self._posed(inner, flips=(False, True), turn=90)

    def _posed(self, parts: list[str], *, flips: tuple[bool, bool], turn: int) -> str:
        """Shapes in a group that is flipped and turned, so that they are seen where they were."""
        bodies = [part.split("</xdr:to>", 1)[1].removesuffix("<xdr:clientData/></xdr:twoCellAnchor>") for part in parts]
        frames = [_FRAME.search(body) for body in bodies]
        boxes = []
        for frame in frames:
            x, y, wide, high = (int(each) / EMU for each in frame.groups()[1:5])
            if _turn_of(frame[1]) % 180 == 90:
                x, y, wide, high = x + wide / 2 - high / 2, y + high / 2 - wide / 2, high, wide
            boxes.append((x, y, x + wide, y + high))
        box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        cx, cy = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        wide, high = box[2] - box[0], box[3] - box[1]
        wide, high = (high, wide) if turn % 180 == 90 else (wide, high)
        inner = "".join(self._member(body, flips, turn, (cx, cy)) for body in bodies)
        own = (cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2)
        more = (' flipH="1"' if flips[0] else "") + (' flipV="1"' if flips[1] else "")
        more += f' rot="{turn * 60000}"' if turn else ""
        space = (
            f'<a:chOff x="{round(own[0] * EMU)}" y="{round(own[1] * EMU)}"/>'
            f'<a:chExt cx="{round(wide * EMU)}" cy="{round(high * EMU)}"/></a:xfrm>'
        )
        frame = self._frame(own, more).replace("</a:xfrm>", space)
        self.count = getattr(self, "count", 3000) + 1
        return self._anchored(
            f'<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="{self.count}" name="Group"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>'
            f"<xdr:grpSpPr>{frame}</xdr:grpSpPr>{inner}</xdr:grpSp>",
            box,
        )

    @staticmethod
    def _member(body: str, flips: tuple[bool, bool], turn: int, centre: tuple[float, float]) -> str:
        """A shape's own frame, so that it is seen where it was after its group is flipped, then turned."""
        found = _FRAME.search(body)
        x, y, wide, high = (int(each) / EMU for each in found.groups()[1:5])
        dx, dy = x + wide / 2 - centre[0], y + high / 2 - centre[1]
        for _ in range(turn // 90):  # back
            dx, dy = dy, -dx
        dx, dy = (-dx if flips[0] else dx), (-dy if flips[1] else dy)
        own_turn = _turn_of(found[1]) - turn
        own_turn = -own_turn if flips[0] != flips[1] else own_turn
        own = ['flipH="1"' in found[1], 'flipV="1"' in found[1]]
        own = [own[0] != flips[0], own[1] != flips[1]]
        more = (f' rot="{own_turn % 360 * 60000}"' if own_turn % 360 else "") + (' flipH="1"' if own[0] else "")
        more += ' flipV="1"' if own[1] else ""
        x, y = centre[0] + dx - wide / 2, centre[1] + dy - high / 2
        frame = (
            f'<a:xfrm{more}><a:off x="{round(x * EMU)}" y="{round(y * EMU)}"/><a:ext cx="{found[4]}" cy="{found[5]}"/>'
        )
        return body[: found.start()] + frame + body[found.end() :]

    @staticmethod
    def _with_fallback(part: str) -> str:
        """A shape in a form that old programs do not know, and a picture of it for them."""
        start, end = part.index("</xdr:to>") + 9, part.index("<xdr:clientData/>")
        body = part[start:end]
        old = re.sub(r'name="[^"]*"', 'name="Gambar cadangan"', body, count=1)
        both = (
            f'<mc:AlternateContent {_MC}><mc:Choice {_A14} Requires="a14">{body}</mc:Choice>'
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
        )
        return part[:start] + both + part[end:]

    # ---- symbols

    def _shape(self, number: int, preset: str, box: Any, text: str, *, turn: int = 0, text_box: bool = False) -> str:
        xml = super()._shape(number, preset, box, text, turn=turn, text_box=text_box)
        if text_box:
            return xml
        if self.kind == "no-outline":
            look = '<a:solidFill><a:srgbClr val="BDD7EE"/></a:solidFill><a:ln><a:noFill/></a:ln></xdr:spPr>'
            return xml.replace("</xdr:spPr>", look)
        geometry = f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
        if self.kind == "several-paths" and preset in {PRESETS["process"], PRESETS["decision"]}:
            w, h = round((box[2] - box[0]) * EMU), round((box[3] - box[1]) * EMU)
            corners = [(0, 0), (w, 0), (w, h), (0, h)]
            if preset == PRESETS["decision"]:
                corners = [(w // 2, 0), (w, h // 2), (w // 2, h), (0, h // 2)]
            pen = _pen(corners, "<a:close/>")
            paths = (
                f'<a:path w="{w}" h="{h}" stroke="0">{pen}</a:path><a:path w="{w}" h="{h}" fill="none">{pen}</a:path>'
            )
            return xml.replace(geometry, f"<a:custGeom><a:pathLst>{paths}</a:pathLst></a:custGeom>")
        if self.kind == "named-points" and preset in {PRESETS["process"], PRESETS["decision"]}:
            points = [("l", "t"), ("r", "t"), ("r", "b"), ("l", "b")]
            if preset == PRESETS["decision"]:
                points = [("hc", "t"), ("x2", "vc"), ("hc", "b"), ("l", "vc")]
            guides = '<a:gdLst><a:gd name="x1" fmla="*/ w 1 2"/><a:gd name="x2" fmla="+- x1 x1 0"/></a:gdLst>'
            path = f"<a:path>{_pen(points, '<a:close/>')}</a:path>"
            return xml.replace(geometry, f"<a:custGeom>{guides}<a:pathLst>{path}</a:pathLst></a:custGeom>")
        return xml

    def _symbol(self, page: Any, symbol: Any, sheet: Any, parts: list[str]) -> None:
        own = symbol.id
        symbol.id = getattr(symbol, "twin", own)
        super()._symbol(page, symbol, sheet, parts)
        symbol.id = own
        if self.kind == "covered" and symbol.kind == "process":
            x0, y0, x1, y1 = symbol.box
            parts.append(
                self._shape(700 + len(parts), "rect", (x0 + 2, y0 + 2, x1 - 2, y1 - 2), "Proses", text_box=True)
            )

    # ---- lines

    def _way(self, page: Any, way: Any, sheet: Any, parts: list[str]) -> None:
        number = 200 + len(parts)
        points = self._joined(way) if self.kind == "into-lines" else way.points
        if self.kind == "bars":
            self._bars(points, number, parts)
        elif self.kind in {"short-pieces", "slashes"}:
            pieces = list(_short(points)) if self.kind == "short-pieces" else list(pairwise(points))
            for at, piece in enumerate(pieces):
                parts.append(self._line(number + 40 * at, list(piece), None, head=at == len(pieces) - 1))
        elif self.kind == "several-paths":
            parts.append(self._drawn_arrow(points, number))
        else:
            parts.append(self._line(number, points, self._glue(way, sheet, points), head=True))
        if way.label:
            self._label(page, way, sheet, parts)

    def _glue(self, way: Any, sheet: Any, points: list[tuple[float, float]]) -> tuple[int, int, int, int] | None:
        ends = [way.start, way.end]
        if self.kind == "into-lines" and points is not way.points:
            return None
        if self.kind == "stale-glue" and self.rng.random() < 0.4:
            end = self.rng.randrange(2)
            others = [each.id for each in sheet.symbols if each.id not in ends]
            ends[end] = self.rng.choice(others or ends)
        if self.kind == "lost-glue":
            ends[self.rng.randrange(2)] = 99_999
        if self.kind == "copied-ids":
            twins = {each.id: each.twin for each in sheet.symbols}
            ends = [twins[each] for each in ends]
        return ends[0], ends[1], SITES[way.sides[0]], SITES[way.sides[1]]

    def _line(self, number: int, points: Any, glue: Any, *, head: bool) -> str:
        xml = super()._line(number, points, glue, head=head)
        if self.kind == "slashes":  # `lineInv` rises where `line` falls
            flipped = xml.replace("straightConnector1", "line")
            if ' flipV="1"' in xml and ' flipH="1"' not in xml:
                return flipped.replace(' flipV="1"', "").replace('prst="line"', 'prst="lineInv"')
            return flipped
        return xml

    def _joined(self, way: Any) -> list[tuple[float, float]]:
        goal = self.lines.get(way.end)
        if way.sides[0] == "B":
            self.lines[way.end] = way.points
            return way.points
        if goal is None or abs(goal[-2][0] - goal[-1][0]) > 0.1 or abs(goal[-1][1] - goal[-2][1]) < 9:
            return way.points
        x, y = goal[-1][0], goal[-1][1] - 5
        return [way.points[0], way.points[1], (way.points[1][0], y), (x, y)]

    def _bars(self, points: Any, number: int, parts: list[str]) -> None:
        """A line of thin rectangles, and a triangle for its head."""
        for at, ((ax, ay), (bx, by)) in enumerate(pairwise(points)):
            box = (min(ax, bx) - 0.75, min(ay, by) - 0.75, max(ax, bx) + 0.75, max(ay, by) + 0.75)
            parts.append(self._shape(number + 40 * at, "rect", box, ""))
        (ax, ay), (bx, by) = points[-2:]
        turn = 180 if by > ay else 0 if by < ay else 90 if bx > ax else 270
        ux, uy = (bx > ax) - (bx < ax), (by > ay) - (by < ay)
        cx, cy = bx - 3 * ux, by - 3 * uy
        parts.append(self._shape(number + 20, "triangle", (cx - 3, cy - 3, cx + 3, cy + 3), "", turn=turn))

    def _drawn_arrow(self, points: Any, number: int) -> str:
        """A line and its head in one free form."""
        (ax, ay), (bx, by) = points[-2:]
        ux, uy = (bx > ax) - (bx < ax), (by > ay) - (by < ay)
        neck = (bx - 5 * ux, by - 5 * uy)
        head = [(bx, by), (neck[0] - 2.5 * uy, neck[1] + 2.5 * ux), (neck[0] + 2.5 * uy, neck[1] - 2.5 * ux)]
        line = [*points[:-1], neck]
        xs, ys = [x for x, _ in [*line, *head]], [y for _, y in [*line, *head]]
        box = (min(xs), min(ys), max(xs), max(ys))
        w, h = round((box[2] - box[0]) * EMU), round((box[3] - box[1]) * EMU)
        local = lambda path: [(round((x - box[0]) * EMU), round((y - box[1]) * EMU)) for x, y in path]  # noqa: E731
        paths = (
            f'<a:path w="{w}" h="{h}" fill="none">{_pen(local(line))}</a:path>'
            f'<a:path w="{w}" h="{h}">{_pen(local(head), "<a:close/>")}</a:path>'
        )
        return self._anchored(
            f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Freeform {number}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>'
            f"{self._frame(box)}<a:custGeom><a:pathLst>{paths}</a:pathLst></a:custGeom></xdr:spPr></xdr:sp>",
            box,
        )


def _two_less(found: re.Match[str]) -> str:
    return f"<xdr:row>{int(found[1]) - 2}</xdr:row>"


def _turn_of(more: str) -> int:
    found = re.search(r'rot="(\d+)"', more)
    return int(found[1]) // 60000 if found else 0


def _pen(points: Any, close: str = "") -> str:
    moves = "".join(
        f'<a:{"lnTo" if at else "moveTo"}><a:pt x="{x}" y="{y}"/></a:{"lnTo" if at else "moveTo"}>'
        for at, (x, y) in enumerate(points)
    )
    return moves + close


def _short(points: Any) -> Any:
    """Pieces of about ten points."""
    for (ax, ay), (bx, by) in pairwise(points):
        count = max(1, round((abs(bx - ax) + abs(by - ay)) / 10))
        places = [(ax + (bx - ax) * at / count, ay + (by - ay) * at / count) for at in range(count + 1)]
        yield from pairwise(places)
