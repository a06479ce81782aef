"""Pages → a workbook: cells on a grid, and shapes with connectors, lines or freeforms above them."""

from __future__ import annotations

import io
import random
import zipfile
from bisect import bisect_right
from itertools import pairwise
from xml.sax.saxutils import escape

from benchmarks.oldstock.plan import Arrow, Box, Mark, Page, Point, Style, Text

EMU = 12700
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAW = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
_PEN = f'<a:ln w="9525">{_BLACK}'
PRESETS = {
    "terminator": ["flowChartTerminator", "flowChartTerminator", "flowChartAlternateProcess", "roundRect"],
    "process": ["rect", "rect", "flowChartProcess"],
    "decision": ["diamond", "flowChartDecision"],
    "offpage": ["flowChartOffpageConnector", "homePlate"],
}


def write_xlsx(sheets: list[tuple[str, list[Page]]], style: Style, rng: random.Random) -> bytes:
    """`sheets`: (name, pages that stand below each other)."""
    kinds = [
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
        '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>',
    ]
    parts: dict[str, str] = {
        "_rels/.rels": f'<Relationships xmlns="{PACK}"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><sz val="{style.size}"/><name val="{style.font.replace("-Roman", " New Roman").replace("Helvetica", "Arial")}"/></font><font><b/><sz val="{style.size}"/><name val="Arial"/></font></fonts><fills count="1"><fill/></fills><borders count="2"><border/><border>{_EDGES}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf/>{_looks()}</cellXfs></styleSheet>',
    }
    entries, relations = [], [f'<Relationship Id="rId0" Type="{REL}/styles" Target="styles.xml"/>']
    ink = _Shapes(style, rng)
    for number, (name, pages) in enumerate(sheets, 1):
        grid, sheet = _sheet(pages, fitted=ink.fitted)
        drawing = ink.drawing(pages, grid)
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet
        parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = (
            f'<Relationships xmlns="{PACK}"><Relationship Id="rId1" Type="{REL}/drawing" Target="../drawings/drawing{number}.xml"/></Relationships>'
        )
        parts[f"xl/drawings/drawing{number}.xml"] = drawing
        entries.append(f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>')
        relations.append(
            f'<Relationship Id="rId{number}" Type="{REL}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        )
        kinds.append(
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        )
        kinds.append(
            f'<Override PartName="/xl/drawings/drawing{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>'
        )
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{"".join(entries)}</sheets></workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{PACK}">{"".join(relations)}</Relationships>'
    parts["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{"".join(kinds)}</Types>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), '<?xml version="1.0" encoding="UTF-8"?>' + text
            )
    return buffer.getvalue()


class Grid:
    """Edges of columns and rows, in points; all pages below each other."""

    def __init__(self, xs: list[float], ys: list[float], offsets: list[float]) -> None:
        self.xs, self.ys, self.offsets = xs, ys, offsets

    def marker(self, point: Point) -> str:
        column = max(0, min(len(self.xs) - 2, bisect_right(self.xs, point[0]) - 1))
        row = max(0, min(len(self.ys) - 2, bisect_right(self.ys, point[1]) - 1))
        across, down = point[0] - self.xs[column], point[1] - self.ys[row]
        return (
            f"<xdr:col>{column}</xdr:col><xdr:colOff>{round(across * EMU)}</xdr:colOff>"
            f"<xdr:row>{row}</xdr:row><xdr:rowOff>{round(down * EMU)}</xdr:rowOff>"
        )


_EDGES = "".join(f'<{side} style="thin"/>' for side in ("left", "right", "top", "bottom"))


def _looks() -> str:
    """How cells look, by number: wrapped, three ways to stand in a cell, without and with rules."""
    return "".join(
        f'<xf fontId="{font}" borderId="{border}" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical='
        f'"{"center" if across == "center" else "top"}" horizontal="{across}" textRotation="{turn}" wrapText="1"/></xf>'
        for border in (0, 1)
        for font, across, turn in ((1, "left", 0), (2, "center", 0), (2, "center", 90))
    )


def _look(cell: Text) -> int:
    return 1 + 3 * cell.ruled + (2 if cell.turned else cell.bold or cell.middle)


def _sheet(pages: list[Page], *, fitted: bool) -> tuple[Grid, str]:
    """`fitted`: printed on one page's width."""
    offsets, cells, down = [], [], 0.0
    for page in pages:
        top = min(cell.box[1] for cell in page.cells)
        offsets.append(down - top)
        for cell in page.cells:
            x0, y0, x1, y1 = (
                _snap(cell.box[0]),
                _snap(cell.box[1] + down - top),
                _snap(cell.box[2]),
                _snap(cell.box[3] + down - top),
            )
            cells.append(((x0, y0, x1, y1), cell.text, _look(cell)))
        down = _snap(max(box[3] for box, _, _ in cells))
    left = min(box[0] for box, _, _ in cells)
    xs = sorted({0.0, *({left} if left < 60 else set()), *(x for box, _, _ in cells for x in (box[0], box[2]))})
    ys = sorted({0.0, *(y for box, _, _ in cells for y in (box[1], box[3]))})
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{(b - a) / 0.75 / 7:.6f}" customWidth="1"/>'
        for at, (a, b) in enumerate(pairwise(xs), 1)
    )
    rows: dict[int, list[tuple[int, str]]] = {}
    merges = []
    for (x0, y0, x1, y1), text, look in cells:
        c0, c1, r0, r1 = xs.index(x0), xs.index(x1) - 1, ys.index(y0), ys.index(y1) - 1
        if (c0, r0) != (c1, r1):
            merges.append(f'<mergeCell ref="{_name(c0, r0)}:{_name(c1, r1)}"/>')
        for row in range(r0, r1 + 1):
            for column in range(c0, c1 + 1):
                said = (
                    f'<is><t xml:space="preserve">{escape(text)}</t></is>' if text and (row, column) == (r0, c0) else ""
                )
                kind = ' t="inlineStr"' if said else ""
                rows.setdefault(row, []).append((column, f'<c r="{_name(column, row)}" s="{look}"{kind}>{said}</c>'))
    body = "".join(
        f'<row r="{at + 1}" ht="{b - a:.3f}" customHeight="1">{"".join(text for _, text in sorted(rows.get(at, [])))}</row>'
        for at, (a, b) in enumerate(pairwise(ys))
    )
    joined = f'<mergeCells count="{len(merges)}">{"".join(merges)}</mergeCells>' if merges else ""
    fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' if fitted else ""
    print_setup = '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' if fitted else ""
    return Grid(xs, ys, offsets), (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{REL}">{fit}<cols>{columns}</cols><sheetData>{body}</sheetData>{joined}'
        f'{print_setup}<drawing r:id="rId1"/></worksheet>'
    )


def _snap(value: float) -> float:
    return round(value / 0.75) * 0.75


def _name(column: int, row: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


class _Shapes:
    """The drawing's XML."""

    def __init__(self, style: Style, rng: random.Random) -> None:
        self.style, self.rng = style, rng
        self.presets = {kind: rng.choice(names) for kind, names in PRESETS.items()}
        self.coding = rng.choice(["connectors", "connectors", "lines", "freeforms", "mixed"])
        self.glue = rng.choice([1.0, 1.0, 0.9, 0.5, 0.0])
        self.anchor = rng.choice(["two", "two", "one", "absolute"])
        self.grouped = rng.random() < 0.15
        self.backward = rng.random() < 0.1
        self.fitted = rng.random() < 0.7

    def drawing(self, pages: list[Page], grid: Grid) -> str:
        self.grid = grid
        parts: list[str] = []
        self.serial = 1000
        for page, down in zip(pages, grid.offsets, strict=True):
            items = [(self._down(mark.box, down), self._mark(mark, down)) for mark in page.marks]
            for arrow in page.arrows:
                items += self._arrow(arrow, down)
            for label in page.labels:
                items.append((self._down(label.box, down), self._label(label.text, self._down(label.box, down))))
            if self.grouped and len(items) > 4:
                parts.append(self._group(items[: len(items) // 2]))
                items = items[len(items) // 2 :]
            parts += [self._anchored(box, text) for box, text in items]
        return f"<xdr:wsDr {DRAW}>{''.join(parts)}</xdr:wsDr>"

    def _down(self, box: Box, down: float) -> Box:
        return box[0], box[1] + down, box[2], box[3] + down

    def _anchored(self, box: Box, text: str) -> str:
        x0, y0, x1, y1 = box
        if self.anchor == "absolute":
            return f'<xdr:absoluteAnchor><xdr:pos x="{round(x0 * EMU)}" y="{round(y0 * EMU)}"/>{_extent("xdr:ext", box)}{text}<xdr:clientData/></xdr:absoluteAnchor>'
        start = f"<xdr:from>{self.grid.marker((x0, y0))}</xdr:from>"
        if self.anchor == "one":
            return f"<xdr:oneCellAnchor>{start}{_extent('xdr:ext', box)}{text}<xdr:clientData/></xdr:oneCellAnchor>"
        return f"<xdr:twoCellAnchor>{start}<xdr:to>{self.grid.marker((x1, y1))}</xdr:to>{text}<xdr:clientData/></xdr:twoCellAnchor>"

    def _group(self, items: list[tuple[Box, str]]) -> str:
        box = (
            min(b[0] for b, _ in items), min(b[1] for b, _ in items), max(b[2] for b, _ in items), max(b[3] for b, _ in items),
        )  # fmt: skip
        frame = f'<a:off x="{round(box[0] * EMU)}" y="{round(box[1] * EMU)}"/>{_extent("a:ext", box)}'
        child = frame.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        self.serial += 1
        text = (
            f'<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="{self.serial}" name="Group"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>'
            f"<xdr:grpSpPr><a:xfrm>{frame}{child}</a:xfrm></xdr:grpSpPr>{''.join(text for _, text in items)}</xdr:grpSp>"
        )
        return self._anchored(box, text)

    def _mark(self, mark: Mark, down: float) -> str:
        preset = self.presets[mark.kind]
        box = self._down(mark.box, down)
        look = ""
        if preset == "homePlate":
            look = ' rot="5400000"'
            cx, cy = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            wide, high = box[2] - box[0], box[3] - box[1]
            box = (cx - high / 2, cy - wide / 2, cx + high / 2, cy + wide / 2)
        return self._sp(mark.id, preset, box, mark.text, look=look)

    def _label(self, text: str, box: Box) -> str:
        self.serial += 1
        return self._sp(self.serial, "rect", box, text, text_box=self.rng.random() < 0.6)

    def _sp(self, number: int, preset: str, box: Box, text: str, *, look: str = "", text_box: bool = False) -> str:
        body = (
            f'<a:p><a:pPr algn="ctr"/><a:r><a:rPr sz="600"/><a:t>{escape(text)}</a:t></a:r></a:p>' if text else "<a:p/>"
        )
        ground = "<a:noFill/><a:ln><a:noFill/></a:ln>" if text_box else f"{_WHITE}{_PEN}</a:ln>"
        kind = '<xdr:cNvSpPr txBox="1"/>' if text_box else "<xdr:cNvSpPr/>"
        return (
            f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Shape {number}"/>{kind}</xdr:nvSpPr><xdr:spPr><a:xfrm{look}>{_frame(box)}</a:xfrm>'
            f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{ground}</xdr:spPr><xdr:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/>{body}</xdr:txBody></xdr:sp>'
        )

    # ---- lines

    def _arrow(self, arrow: Arrow, down: float) -> list[tuple[Box, str]]:
        points = [(x, y + down) for x, y in arrow.points]
        coding = self.coding if self.coding != "mixed" else self.rng.choice(["connectors", "lines", "freeforms"])
        bent = len(points) > 2
        preset = _preset(points)
        if bent and (coding == "freeforms" or preset is None):
            return [self._freeform(points, head=arrow.head)]
        if bent and coding == "lines":
            pieces = list(pairwise(points))
            return [
                self._connector([a, b], "line", arrow.head and at == len(pieces) - 1, None, None)
                for at, (a, b) in enumerate(pieces)
            ]
        start = arrow.start if self.rng.random() < self.glue else None
        end = arrow.end if self.rng.random() < self.glue else None
        if not bent:
            return [
                self._connector(points, "straightConnector1" if coding != "lines" else "line", arrow.head, start, end)
            ]
        return [self._connector(points, preset or "", arrow.head, start, end)]

    def _connector(
        self, points: list[Point], preset: str, head: bool, start: int | None, end: int | None
    ) -> tuple[Box, str]:
        if self.backward:
            points, start, end = points[::-1], end, start
        (ax, ay), (bx, by) = points[0], points[-1]
        adjust = ""
        turn, flip_h, flip_v = 0, bx < ax, by < ay
        box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        if preset.startswith("bentConnector"):
            upright = abs(points[0][0] - points[1][0]) < 0.5
            if upright:  # the preset begins level: it is turned by a quarter
                turn = 5400000
                cx, cy = (ax + bx) / 2, (ay + by) / 2
                wide, high = box[2] - box[0], box[3] - box[1]
                box = (cx - high / 2, cy - wide / 2, cx + high / 2, cy + wide / 2)
                flip_h, flip_v = by < ay, bx > ax
                if flip_h:
                    turn, flip_h, flip_v = 16200000, False, bx < ax
            if preset == "bentConnector3":
                span = (by - ay) if upright else (bx - ax)
                part = (points[1][1] - ay) if upright else (points[1][0] - ax)
                adjust = f'<a:gd name="adj1" fmla="val {round(100000 * part / span)}"/>' if abs(span) > 0.01 else ""
        self.serial += 1
        ends = "".join(
            f'<a:{tag} id="{number}" idx="{2}"/>'
            for tag, number in (("stCxn", start), ("endCxn", end))
            if number is not None
        )
        arrow_end = ("headEnd" if self.backward else "tailEnd") if head else ""
        line = f'{_PEN}<a:{arrow_end} type="triangle"/></a:ln>' if arrow_end else f"{_PEN}</a:ln>"
        look = "".join(
            [f' rot="{turn}"' if turn else "", ' flipH="1"' if flip_h else "", ' flipV="1"' if flip_v else ""]
        )
        seen = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        return seen, (
            f'<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="{self.serial}" name="Line {self.serial}"/><xdr:cNvCxnSpPr>{ends}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
            f'<xdr:spPr><a:xfrm{look}>{_frame(box)}</a:xfrm><a:prstGeom prst="{preset}"><a:avLst>{adjust}</a:avLst></a:prstGeom>{line}</xdr:spPr></xdr:cxnSp>'
        )

    def _freeform(self, points: list[Point], *, head: bool) -> tuple[Box, str]:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        wide, high = round((box[2] - box[0]) * EMU), round((box[3] - box[1]) * EMU)
        steps = []
        for at, (x, y) in enumerate(points):
            tag = "lnTo" if at else "moveTo"
            steps.append(f'<a:{tag}><a:pt x="{round((x - box[0]) * EMU)}" y="{round((y - box[1]) * EMU)}"/></a:{tag}>')
        self.serial += 1
        line = f'{_PEN}<a:tailEnd type="triangle"/></a:ln>' if head else f"{_PEN}</a:ln>"
        return box, (
            f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{self.serial}" name="Freeform {self.serial}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>'
            f'<a:xfrm>{_frame(box)}</a:xfrm><a:custGeom><a:pathLst><a:path w="{wide}" h="{high}" fill="none">{"".join(steps)}</a:path>'
            f"</a:pathLst></a:custGeom><a:noFill/>{line}</xdr:spPr></xdr:sp>"
        )


def _preset(points: list[Point]) -> str | None:
    """The connector of this form; None for a way that none has."""
    if len(points) == 3:
        level = abs(points[0][1] - points[1][1]) < 0.5
        return "bentConnector2" if level else None
    if len(points) == 4:
        level = abs(points[0][1] - points[1][1]) < 0.5 and abs(points[2][1] - points[3][1]) < 0.5
        upright = abs(points[0][0] - points[1][0]) < 0.5 and abs(points[2][0] - points[3][0]) < 0.5
        span = abs(points[0][0] - points[3][0]) if level else abs(points[0][1] - points[3][1])
        return "bentConnector3" if (level or upright) and span > 2 else None
    return None


def _frame(box: Box) -> str:
    return f'<a:off x="{round(box[0] * EMU)}" y="{round(box[1] * EMU)}"/>{_extent("a:ext", box)}'


def _extent(tag: str, box: Box) -> str:
    wide, high = max(0, round((box[2] - box[0]) * EMU)), max(0, round((box[3] - box[1]) * EMU))
    return f'<{tag} cx="{wide}" cy="{high}"/>'
