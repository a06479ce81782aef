"""Sheets of the other hand → a workbook, each kind with one habit of real documents."""

from __future__ import annotations

import io
import random
import re
import zipfile
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.drawing.image import Image as Picture
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from PIL import Image, ImageDraw

from benchmarks.oldstock.otherhead import BOXES, block

XLSX_KINDS = (
    "plain", "one-page", "turned-heads", "no-numbers", "merged-cells", "glued-elbows", "floating-elbows", "straights",
    "freeforms", "curved", "block-arrows", "scribbles", "groups", "typed-labels", "plain-labels", "three-exits", "letters",
    "pictures", "marks", "borders", "texts-inside", "shapes-beyond", "hidden-rows", "hidden-columns", "hidden-sheet", "ticks",
    "stamp", "remarks", "small-rows", "flipped",
)  # fmt: skip
EMU = 12700
PRESETS = {
    "terminator": "flowChartTerminator", "process": "rect", "decision": "flowChartDecision",
    "offpage": "flowChartOffpageConnector",
}  # fmt: skip
UNGLUED = frozenset({
    "floating-elbows", "freeforms", "straights", "scribbles", "curved", "marks", "borders", "pictures",
})  # fmt: skip
SITES = {"T": 0, "L": 1, "B": 2, "R": 3}
THIN, THICK = Side(style="thin"), Side(style="medium")


def write_xlsx(sop: Any, sheets: list[Any], kind: str, rng: random.Random) -> bytes:
    return Book(sop, sheets, kind, rng).bytes()


class Book:
    def __init__(self, sop: Any, sheets: list[Any], kind: str, rng: random.Random) -> None:
        self.sop, self.sheets, self.kind, self.rng = sop, sheets, kind, rng
        self.book = Workbook()
        self.book.remove(self.book.active)
        self.drawings: dict[int, list[str]] = {}
        self.font = Font(name=rng.choice(["Arial", "Calibri", "Bookman Old Style"]), size=9)

    def bytes(self) -> bytes:
        if self.kind != "one-page":
            self._identity(self.book.create_sheet("Identitas"), 1)
        for number, sheet in enumerate(self.sheets):
            self._flow(self.book.create_sheet(f"Alur {number + 1}"), sheet, number)
        if self.kind == "hidden-sheet":
            other = self.book.create_sheet("Konsep")
            other["A1"] = "catatan konsep"
            other.sheet_state = "hidden"
        buffer = io.BytesIO()
        self.book.save(buffer)
        return self._with_drawings(buffer.getvalue())

    def _identity(self, page: Any, row: int) -> int:
        """Columns A to D of its sheet; the row after it."""
        for letter, width in zip("ABCD", (40, 20, 22, 45), strict=True):
            page.column_dimensions[letter].width = max(width, page.column_dimensions[letter].width or 0)
        rows = block(self.sop)
        page.cell(row, 1, "\n".join([*self.sop.head["instansi"], self.sop.head["unit"]]))
        page.merge_cells(start_row=row, end_row=row + len(rows) - 1, start_column=1, end_column=2)
        for at, (label, value) in enumerate(rows):
            page.cell(row + at, 3, label)
            page.cell(row + at, 4, value)
            page.row_dimensions[row + at].height = 60 if label == "Disahkan oleh" else 15
        row += len(rows)
        for at in range(3):
            for column, key in ((1, BOXES[2 * at]), (3, BOXES[2 * at + 1])):
                items = self.sop.boxes[key]
                text = items[0] if len(items) == 1 else "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))
                page.cell(row, column, f"{key.replace('_', ' ').title()}:")
                page.cell(row + 1, column, text)
                page.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + 1)
                page.merge_cells(start_row=row + 1, end_row=row + 1, start_column=column, end_column=column + 1)
            page.row_dimensions[row + 1].height = 90
            row += 2
        return row

    # ---- the flow

    def _flow(self, page: Any, sheet: Any, number: int) -> None:
        start = 1
        self.shift = 0.0
        if self.kind == "one-page" and number == 0:
            start = self._identity(page, 1) + 1
        widths = [b - a for a, b in zip(sheet.columns, sheet.columns[1:], strict=False)]
        for at, width in enumerate(widths):
            page.column_dimensions[get_column_letter(at + 1)].width = width / 5.25
        heights = [b - a for a, b in zip(sheet.rows, sheet.rows[1:], strict=False)]
        for at, height in enumerate(heights):
            page.row_dimensions[start + at].height = height
        self.xs = [0.0]
        for width in widths:
            pixels = int((256 * (width / 5.25) + 128 // 7) / 256 * 7)
            self.xs.append(self.xs[-1] + pixels * 0.75)
        self.start, self.sheet = start, sheet
        first, lanes = sheet.first_lane, len(sheet.lanes)
        put = lambda row, column, text: setattr(page.cell(start + row, column + 1), "value", text)  # noqa: E731
        if sheet.numbered:
            put(0, 0, "NO")
        put(0, first - 1, "KEGIATAN")
        put(0, first, "PELAKSANA")
        put(0, first + lanes, "MUTU BAKU")
        put(0, first + lanes + 3, "KET")
        for at, lane in enumerate(sheet.lanes):
            put(1, first + at, lane)
            if self.kind == "turned-heads":
                page.cell(start + 1, first + at + 1).alignment = Alignment(textRotation=90)
        for at, text in enumerate(("KELENGKAPAN", "WAKTU", "OUTPUT")):
            put(1, first + lanes + at, text)
        merge = lambda r0, c0, r1, c1: page.merge_cells(  # noqa: E731
            start_row=start + r0, end_row=start + r1, start_column=c0 + 1, end_column=c1 + 1
        )
        for column in ([0] if sheet.numbered else []) + [first - 1, first + lanes + 3]:
            merge(0, column, 1, column)
        merge(0, first, 0, first + lanes - 1)
        merge(0, first + lanes, 0, first + lanes + 2)
        offset = 3 if sheet.steps[0][0] > 0 else 2
        for number_on, (at, cells) in enumerate(sheet.steps):
            row = self._row(offset, number_on)
            if sheet.numbered:
                put(row, 0, at + 1)
            put(row, first - 1, cells["kegiatan"])
            for place, key in enumerate(("kelengkapan", "waktu", "output", "keterangan")):
                put(row, first + lanes + place, cells[key] or None)
        if self.kind == "merged-cells" and len(sheet.steps) > 2:
            merge(offset, first + lanes + 3, offset + 1, first + lanes + 3)
            page.cell(start + offset + 1, first + lanes + 4)
        for line in page.iter_rows(min_row=start, max_row=start + len(sheet.rows) - 2, max_col=len(widths)):
            for cell in line:
                cell.border = Border(THIN, THIN, THIN, THIN)
                cell.font = self.font
        self.drawn: list[str] = []
        self._drawings(page, sheet, offset)
        self.drawings[number] = self.drawn
        if self.kind == "hidden-rows":
            last = start + len(sheet.rows) - 1
            page.cell(last, first, "Langkah lama yang dihapus")
            page.row_dimensions[last].hidden = True
        if self.kind == "hidden-columns":
            letter = get_column_letter(len(widths) + 1)
            page.cell(start, len(widths) + 1, "catatan lama")
            page.column_dimensions[letter].hidden = True
        if self.kind == "remarks":
            from openpyxl.comments import Comment

            page.cell(start + offset, first + lanes + 1).comment = Comment("Mohon dicek lagi", "Nama Pejabat")

    def _row(self, offset: int, number: int) -> int:
        """The row of a sheet's step, by the number of both from the first."""
        return offset + number

    def _drawings(self, page: Any, sheet: Any, offset: int) -> None:
        parts: list[str] = []
        for symbol in sheet.symbols:
            self._symbol(page, symbol, sheet, parts)
        for way in sheet.ways:
            self._way(page, way, sheet, parts)
        if self.kind == "groups":
            parts = [self._group(parts[at : at + 3]) for at in range(0, len(parts), 3)]
        self.drawn += parts
        if self.kind == "ticks":
            row, column = offset + 1, len(sheet.columns) - 2
            box = (sheet.columns[column] + 5, sheet.rows[row] + 5, sheet.columns[column] + 17, sheet.rows[row] + 17)
            self.drawn.append(self._anchored(self._free([(0, 6), (4, 12), (12, 0)], box, 900, closed=False), box))
        if self.kind == "stamp":
            self._put_picture(
                page,
                (sheet.columns[2] + 30, sheet.rows[-2] + 10, sheet.columns[2] + 80, sheet.rows[-2] + 60),
                "ellipse",
            )

    def _symbol(self, page: Any, symbol: Any, sheet: Any, parts: list[str]) -> None:
        kind = symbol.kind
        if self.kind == "pictures" and kind != "offpage":
            self._put_picture(page, symbol.box, kind)
            return
        column = next(at for at, x in enumerate(sheet.columns[1:]) if symbol.centre[0] < x)
        row = next(at for at, y in enumerate(sheet.rows[1:]) if symbol.centre[1] < y)
        if kind == "process" and self.kind in {"marks", "borders"}:
            cell = page.cell(self.start + row, column + 1)
            cell.value = "√" if self.kind == "marks" else None
            self.typed = cell
            if self.kind == "borders":
                cell.border = Border(THICK, THICK, THICK, THICK)
            return
        preset, turn, text = PRESETS[kind], 0, symbol.text
        if self.kind == "letters" and kind == "offpage":
            preset = "flowChartConnector"
        if self.kind == "shapes-beyond" and kind == "process":
            preset = self.rng.choice(
                ["flowChartDocument", "flowChartInputOutput", "flowChartManualOperation", "can", "cube"]
            )
        if self.kind == "texts-inside" and kind == "process":
            text = self.rng.choice(["Proses", "Cek", "Paraf"])
        parts.append(self._shape(symbol.id, preset, symbol.box, text, turn=turn))

    def _way(self, page: Any, way: Any, sheet: Any, parts: list[str]) -> None:
        number = 200 + len(parts)
        points = way.points
        glue = (way.start, way.end, SITES[way.sides[0]], SITES[way.sides[1]])
        straight = len(points) == 2
        if self.kind in UNGLUED:
            glue = None
        if self.kind == "block-arrows" and straight:
            (ax, ay), (_, by) = points
            parts.append(self._shape(number, "downArrow", (ax - 5, ay, ax + 5, by), ""))
        elif self.kind == "straights":
            last = len(points) - 2
            parts.extend(
                self._line(number + at * 300, points[at : at + 2], None, head=at == last) for at in range(last + 1)
            )
        elif self.kind in {"freeforms", "scribbles"}:
            if self.kind == "scribbles":
                points = [(x + self.rng.uniform(-0.7, 0.7), y + self.rng.uniform(-0.7, 0.7)) for x, y in points]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = (min(xs), min(ys), max(xs), max(ys))
            local = [(x - box[0], y - box[1]) for x, y in points]
            parts.append(self._anchored(self._free(local, box, number, closed=False, head=True), box))
        else:
            parts.append(self._line(number, points, glue, head=True))
        if way.label:
            self._label(page, way, sheet, parts)

    def _label(self, page: Any, way: Any, sheet: Any, parts: list[str]) -> None:
        x, y = way.at
        if self.kind == "typed-labels":
            column = next(at for at, edge in enumerate(sheet.columns[1:]) if x < edge)
            row = next(at for at, edge in enumerate(sheet.rows[1:]) if y < edge)
            column += {"L": -1, "R": 1}.get(way.sides[0], 0) if abs(x - sheet.columns[column + 1]) < 6 else 0
            cell = page.cell(self.start + row, column + 1)
            if cell.value is None and sheet.first_lane <= column < sheet.first_lane + len(sheet.lanes):
                cell.value = way.label
                return
        box = (x, y, x + 6 * len(way.label) + 4, y + 11)
        parts.append(self._shape(500 + len(parts), "rect", box, way.label, text_box=self.kind != "plain-labels"))

    # ---- XML

    def _at(self, x: float, y: float) -> str:
        """A marker: the cell, and how far into it."""
        columns, rows = self.sheet.columns, self.sheet.rows
        column = max(at for at, edge in enumerate(columns[:-1]) if edge <= max(x, columns[0]))
        row = max(at for at, edge in enumerate(rows[:-1]) if edge <= max(y, rows[0]))
        share = (x - columns[column]) / (columns[column + 1] - columns[column])
        off = share * (self.xs[column + 1] - self.xs[column])
        return (
            f"<xdr:col>{column}</xdr:col><xdr:colOff>{round(off * EMU)}</xdr:colOff>"
            f"<xdr:row>{row + self.start - 1}</xdr:row><xdr:rowOff>{round((y - rows[row]) * EMU)}</xdr:rowOff>"
        )

    def _anchored(self, xml: str, box: Any) -> str:
        x0, y0, x1, y1 = box
        return (
            f"<xdr:twoCellAnchor><xdr:from>{self._at(x0, y0)}</xdr:from><xdr:to>{self._at(x1, y1)}</xdr:to>{xml}"
            "<xdr:clientData/></xdr:twoCellAnchor>"
        )

    @staticmethod
    def _frame(box: Any, more: str = "") -> str:
        x0, y0, x1, y1 = box
        return (
            f'<a:xfrm{more}><a:off x="{round(x0 * EMU)}" y="{round(y0 * EMU)}"/>'
            f'<a:ext cx="{round((x1 - x0) * EMU)}" cy="{round((y1 - y0) * EMU)}"/></a:xfrm>'
        )

    def _shape(self, number: int, preset: str, box: Any, text: str, *, turn: int = 0, text_box: bool = False) -> str:
        more = f' rot="{turn * 60000}"' if turn else ""
        run = f"<a:r><a:t>{escape(text)}</a:t></a:r>" if text else ""
        own = ' txBox="1"' if text_box else ""
        name = "TextBox" if text_box else "Shape"
        return self._anchored(
            f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{number}" name="{name} {number}"/><xdr:cNvSpPr{own}/></xdr:nvSpPr><xdr:spPr>'
            f'{self._frame(box, more)}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom></xdr:spPr>'
            f"<xdr:txBody><a:bodyPr/><a:p>{run}</a:p></xdr:txBody></xdr:sp>",
            box,
        )

    def _free(self, points: Any, box: Any, number: int, *, closed: bool, head: bool = False) -> str:
        wide, high = max(box[2] - box[0], 0.1), max(box[3] - box[1], 0.1)
        moves = "".join(
            f'<a:{"moveTo" if at == 0 else "lnTo"}><a:pt x="{round(x * EMU)}" y="{round(y * EMU)}"/>'
            f"</a:{'moveTo' if at == 0 else 'lnTo'}>"
            for at, (x, y) in enumerate(points)
        )
        end = '<a:tailEnd type="arrow"/>' if head else ""
        return (
            f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Freeform {number}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>'
            f'{self._frame(box)}<a:custGeom><a:pathLst><a:path w="{round(wide * EMU)}" h="{round(high * EMU)}" fill="none">'
            f"{moves}{'<a:close/>' if closed else ''}</a:path></a:pathLst></a:custGeom><a:ln>{end}</a:ln></xdr:spPr></xdr:sp>"
        )

    def _line(self, number: int, points: Any, glue: Any, *, head: bool) -> str:
        """A connector of the preset that its corners ask for, with adjustments, turns and flips as office programs set."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        (ax, ay), (bx, by) = points[0], points[-1]
        joint = f'<a:stCxn id="{glue[0]}" idx="{glue[2]}"/><a:endCxn id="{glue[1]}" idx="{glue[3]}"/>' if glue else ""
        end = '<a:tailEnd type="triangle"/>' if head else ""
        if self.kind == "flipped":  # drawn from its end to its beginning
            joint = f'<a:stCxn id="{glue[1]}" idx="{glue[3]}"/><a:endCxn id="{glue[0]}" idx="{glue[2]}"/>'
            (ax, ay), (bx, by) = (bx, by), (ax, ay)
            points = points[::-1]
            end = '<a:headEnd type="triangle"/>'
        if len(points) == 2:
            preset, adjust, more = "straightConnector1", "", ""
            frame = box
            more += ' flipH="1"' if bx < ax else ""
            more += ' flipV="1"' if by < ay else ""
        else:
            name = "curvedConnector3" if self.kind == "curved" else "bentConnector3"
            preset = name
            upright = abs(points[0][0] - points[1][0]) < 0.01
            centre = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            if upright:  # a frame that stands the other way, turned by a quarter
                wide, high = abs(by - ay), abs(bx - ax)
                share = (points[1][1] - ay) / (by - ay) if by != ay else 0.5
                flips = ' flipV="1"' if (bx - ax) * (by - ay) > 0 else ""
                turn = 90 if by > ay else 270
                more = f' rot="{turn * 60000}"{flips}'
                middle = ((ax + bx) / 2, (ay + by) / 2)
                frame = (middle[0] - wide / 2, middle[1] - high / 2, middle[0] + wide / 2, middle[1] + high / 2)
            else:
                share = (points[1][0] - ax) / (bx - ax) if abs(bx - ax) > 0.01 else 0.0
                wide = bx - ax
                if abs(wide) <= 0.01:  # both ends above each other: the gutter is many widths away
                    wide = 0.5 if points[1][0] > ax else -0.5
                    share = (points[1][0] - ax) / wide
                    bx = ax + wide
                frame = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
                more = (' flipH="1"' if wide < 0 else "") + (' flipV="1"' if by < ay else "")
                middle = centre
            adjust = f'<a:gd name="adj1" fmla="val {round(share * 100000)}"/>'
            box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        xml = (
            f'<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Connector {number}"/><xdr:cNvCxnSpPr>{joint}'
            f"</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>{self._frame(frame, more)}"
            f'<a:prstGeom prst="{preset}"><a:avLst>{adjust}</a:avLst></a:prstGeom><a:ln>{end}</a:ln></xdr:spPr></xdr:cxnSp>'
        )
        return self._anchored(xml, box)

    def _group(self, parts: list[str]) -> str:
        """Shapes in one group, whose own coordinates are those of their frames."""
        inner, boxes = [], []
        for part in parts:
            body = part.split("</xdr:to>")[1].replace("<xdr:clientData/></xdr:twoCellAnchor>", "")
            inner.append(body)
            off = body.split('<a:off x="')[1]
            x, rest = off.split('" y="', 1)
            y = rest.split('"')[0]
            cx, rest = body.split('<a:ext cx="')[1].split('" cy="', 1)
            cy = rest.split('"')[0]
            x0, y0, wide, high = (int(each) / EMU for each in (x, y, cx, cy))
            if ' rot="5400000"' in body or ' rot="16200000"' in body:
                mx, my = x0 + wide / 2, y0 + high / 2
                x0, y0, wide, high = mx - high / 2, my - wide / 2, high, wide
            boxes.append((x0, y0, x0 + wide, y0 + high))
        box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        place = f'<a:chOff x="{round(box[0] * EMU)}" y="{round(box[1] * EMU)}"/>'
        size = f'<a:chExt cx="{round((box[2] - box[0]) * EMU)}" cy="{round((box[3] - box[1]) * EMU)}"/></a:xfrm>'
        frame = self._frame(box).replace("</a:xfrm>", place + size)
        return self._anchored(
            '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="950" name="Group"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>'
            f"<xdr:grpSpPr>{frame}</xdr:grpSpPr>{''.join(inner)}</xdr:grpSp>",
            box,
        )

    def _put_picture(self, page: Any, box: Any, kind: str) -> None:
        from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

        x0, y0, x1, y1 = box
        image = Image.new("RGB", (60, 40), "white")
        pen = ImageDraw.Draw(image)
        if kind == "decision":
            pen.polygon([(30, 2), (58, 20), (30, 38), (2, 20)], outline="black")
        else:
            pen.rounded_rectangle((2, 2, 57, 37), 15 if kind != "process" else 0, outline="black")
        buffer = io.BytesIO()
        image.save(buffer, "PNG")
        picture = Picture(buffer)
        ends = []
        for x, y in ((x0, y0), (x1, y1)):
            numbers = [int(each) for each in re.findall(r">(-?\d+)<", self._at(x, y))]
            ends.append(AnchorMarker(col=numbers[0], colOff=numbers[1], row=numbers[2], rowOff=numbers[3]))
        picture.anchor = TwoCellAnchor("twoCell", ends[0], ends[1])
        page.add_image(picture)

    def _with_drawings(self, data: bytes) -> bytes:
        """The workbook with the shapes that openpyxl does not know."""
        source = zipfile.ZipFile(io.BytesIO(data))
        parts = {name: source.read(name) for name in source.namelist()}
        names = [page.title for page in self.book.worksheets]
        for number, shapes in self.drawings.items():
            at = names.index(f"Alur {number + 1}") + 1
            rels = f"xl/worksheets/_rels/sheet{at}.xml.rels"
            if rels in parts and b"/xl/drawings/drawing" in parts[rels]:  # openpyxl has put pictures there
                drawing = parts[rels].decode().split("/xl/drawings/")[1].split('"')[0]
                old = parts[f"xl/drawings/{drawing}"].decode()
                space = ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
                if shapes:
                    close = "</wsDr>" if old.endswith("</wsDr>") else "</xdr:wsDr>"
                    own = "".join(shapes).replace("<xdr:twoCellAnchor>", f"<xdr:twoCellAnchor{space}>")
                    parts[f"xl/drawings/{drawing}"] = old.replace(close, own + close).encode()
                continue
            drawing = f"drawing{50 + number}.xml"
            parts[f"xl/drawings/{drawing}"] = (
                '<?xml version="1.0" encoding="UTF-8"?><xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/'
                'spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
                f"{''.join(shapes)}</xdr:wsDr>"
            ).encode()
            old = parts.get(
                rels,
                b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
            )
            kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
            entry = f'<Relationship Id="rIdD" Type="{kind}" Target="/xl/drawings/{drawing}"/></Relationships>'
            parts[rels] = old.decode().replace("</Relationships>", entry).encode()
            page = parts[f"xl/worksheets/sheet{at}.xml"].decode()
            mark = (
                '<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdD"/>'
            )
            before = "<legacyDrawing" if "<legacyDrawing" in page else "</worksheet>"
            parts[f"xl/worksheets/sheet{at}.xml"] = page.replace(before, mark + before, 1).encode()
            types = parts["[Content_Types].xml"].decode()
            own = f'<Override PartName="/xl/drawings/{drawing}" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>'
            parts["[Content_Types].xml"] = types.replace("</Types>", own).encode()
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(zipfile.ZipInfo(name), part)
        return buffer.getvalue()
