"""Sheets of the other hand → a workbook, each kind with one habit of real documents."""

from __future__ import annotations

import io
import random
import re
import zipfile
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.image import Image as Picture
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from PIL import Image, ImageDraw

from benchmarks.oldstock.otherhead import BOXES, block
from benchmarks.oldstock.othershapes import Shapes

XLSX_KINDS = (
    "plain", "one-page", "turned-heads", "no-numbers", "merged-cells", "glued-elbows", "floating-elbows", "straights",
    "freeforms", "curved", "block-arrows", "scribbles", "groups", "typed-labels", "plain-labels", "three-exits", "letters",
    "pictures", "marks", "borders", "texts-inside", "shapes-beyond", "hidden-rows", "hidden-columns", "hidden-sheet", "ticks",
    "stamp", "remarks", "small-rows", "flipped",
)  # fmt: skip
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


class Book(Shapes):
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
