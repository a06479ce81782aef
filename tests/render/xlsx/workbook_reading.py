"""A workbook read back with nothing of its writer: cells, symbols in cells, arrows, and the flow they make.

A flow is a set of (step, step or "selesai", label); ways through connectors to other pages are followed.
Lengths in points from the sheet's top left corner.
"""

from __future__ import annotations

import math
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Literal
from xml.etree import ElementTree as ET

Branch = Literal["choice", "fallback"]
Point = tuple[float, float]

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SYMBOLS = {
    "flowChartTerminator": "terminator",
    "flowChartProcess": "process",
    "flowChartDecision": "decision",
    "flowChartOffpageConnector": "offpage",
}
EMU = 12700
NEAR = 2.0


@dataclass
class Shape:
    id: int
    name: str
    preset: str | None
    box: tuple[float, float, float, float]
    text: str
    is_text_box: bool
    ends: tuple[Point, Point] | None = None
    glue: tuple[tuple[int, int] | None, tuple[int, int] | None] = (None, None)
    head: bool = False
    arcs: int = 0
    description: str = ""

    @property
    def centre(self) -> Point:
        x0, y0, x1, y1 = self.box
        return (x0 + x1) / 2, (y0 + y1) / 2

    def site(self, index: int) -> Point:
        x0, y0, x1, y1 = self.box
        x, y = self.centre
        return [(x, y0), (x0, y), (x, y1), (x1, y)][index]


@dataclass
class Sheet:
    name: str
    columns: list[float]
    rows: list[float]
    cells: dict[tuple[int, int], str]
    merges: list[tuple[int, int, int, int]]  # first row, first column, last row, last column
    shapes: list[Shape] = field(default_factory=list)
    root: ET.Element | None = None
    titles: int = 0  # rows that every printed page begins with

    def cell_at(self, point: Point) -> tuple[int, int]:
        """The cell that holds the point; of a merged range its first."""
        column = max((i for i, x in enumerate(self.columns[:-1]) if x <= point[0]), default=0)
        row = max((i for i, y in enumerate(self.rows[:-1]) if y <= point[1]), default=0)
        for r0, c0, r1, c1 in self.merges:
            if r0 <= row <= r1 and c0 <= column <= c1:
                return r0, c0
        return row, column

    def box_of(self, cell: tuple[int, int]) -> tuple[float, float, float, float]:
        """The box of a cell, or of the merged range that begins with it."""
        row, column = cell
        last_row, last_column = next(((r1, c1) for r0, c0, r1, c1 in self.merges if (r0, c0) == cell), cell)
        return self.columns[column], self.rows[row], self.columns[last_column + 1], self.rows[last_row + 1]

    @property
    def symbols(self) -> list[Shape]:
        return [shape for shape in self.shapes if shape.preset in SYMBOLS]

    @property
    def arrows(self) -> list[Shape]:
        return [shape for shape in self.shapes if shape.ends]

    @property
    def labels(self) -> list[Shape]:
        return [shape for shape in self.shapes if shape.is_text_box and shape.name.startswith("Label")]

    @property
    def breaks(self) -> list[int]:
        """Rows after which a page ends."""
        assert self.root is not None
        return [int(each.get("id", 0)) for each in self.root.findall(f"{MAIN}rowBreaks/{MAIN}brk")]


def read(data: bytes, branch: Branch = "choice") -> list[Sheet]:
    archive = zipfile.ZipFile(BytesIO(data))
    book = ET.fromstring(archive.read("xl/workbook.xml"))
    targets = _relations(archive, "xl/_rels/workbook.xml.rels")
    sheets = []
    titles = {
        int(each.get("localSheetId", -1)): int((each.text or "").rpartition("$")[2])
        for each in book.iter(f"{MAIN}definedName")
        if each.get("name") == "_xlnm.Print_Titles"
    }
    for number, entry in enumerate(book.iter(f"{MAIN}sheet")):
        path = targets[entry.get(f"{REL}id")].lstrip("/")
        path = path if path.startswith("xl/") else f"xl/{path}"
        sheets.append(_sheet(archive, path, entry.get("name"), branch))
        sheets[-1].titles = titles.get(number, 0)
    return sheets


def _relations(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    if name not in archive.namelist():
        return {}
    return {each.get("Id"): each.get("Target") for each in ET.fromstring(archive.read(name))}


def _shared_texts(archive: zipfile.ZipFile) -> list[str]:
    """What office programs keep apart; sopgen does not."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = ET.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(each.text or "" for each in entry.iter(f"{MAIN}t")) for entry in root.findall(f"{MAIN}si")]


def _sheet(archive: zipfile.ZipFile, path: str, name: str, branch: Branch) -> Sheet:
    root = ET.fromstring(archive.read(path))
    columns = [0.0]
    for column in root.findall(f"{MAIN}cols/{MAIN}col"):
        for _ in range(int(column.get("min")), int(column.get("max")) + 1):
            columns.append(columns[-1] + float(column.get("width")) * 6)
    rows = [0.0]
    cells = {}
    shared = _shared_texts(archive)
    for row in root.findall(f"{MAIN}sheetData/{MAIN}row"):
        assert int(row.get("r")) == len(rows)
        rows.append(rows[-1] + float(row.get("ht")))
        for cell in row:
            said = "".join(each.text or "" for each in cell.iter() if each.tag in {f"{MAIN}t", f"{MAIN}v"})
            if said and cell.get("t") == "s":
                said = shared[int(said)]
            if said:
                cells[_reference(cell.get("r"))] = said
    merges = [
        (*_reference(a), *_reference(b)) for a, b in (m.get("ref").split(":") for m in root.iter(f"{MAIN}mergeCell"))
    ]
    sheet = Sheet(name, columns, rows, cells, merges, root=root)
    drawing = root.find(f"{MAIN}drawing")
    if drawing is not None:
        folder, _, file = path.rpartition("/")
        target = _relations(archive, f"{folder}/_rels/{file}.rels")[drawing.get(f"{REL}id")]
        place = "xl/" + target.removeprefix("../").removeprefix("/xl/")
        for anchor in _anchors(ET.fromstring(archive.read(place)), branch):
            shape = _shape(anchor, sheet)
            if shape:
                sheet.shapes.append(shape)
    return sheet


def _reference(name: str) -> tuple[int, int]:
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", name).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def _anchors(root: ET.Element, branch: Branch) -> Iterator[ET.Element]:
    for element in root:
        if element.tag == f"{MC}AlternateContent":
            yield from element.find(f"{MC}{branch.title()}")
        else:
            yield element


def _shape(anchor: ET.Element, sheet: Sheet) -> Shape | None:
    element = next((each for each in anchor if each.tag in {f"{XDR}sp", f"{XDR}cxnSp"}), None)
    if element is None:
        return None
    x0, y0 = _place(anchor.find(f"{XDR}from"), sheet)
    x1, y1 = _place(anchor.find(f"{XDR}to"), sheet)
    properties = next(element.iter(f"{XDR}cNvPr"))
    geometry = element.find(f"{XDR}spPr/{A}prstGeom")
    box_mark = element.find(f"{XDR}nvSpPr/{XDR}cNvSpPr")
    shape = Shape(
        int(properties.get("id")),
        properties.get("name"),
        geometry.get("prst") if geometry is not None else None,
        (x0, y0, x1, y1),
        "\n".join("".join(t.text or "" for t in p.iter(f"{A}t")) for p in element.iter(f"{A}p")),
        box_mark is not None and box_mark.get("txBox") == "1",
        arcs=len(list(element.iter(f"{A}arcTo"))),
        description=properties.get("descr", ""),
    )
    path = element.find(f"{XDR}spPr/{A}custGeom/{A}pathLst/{A}path")
    if element.tag == f"{XDR}cxnSp":
        shape.ends = _connector_ends(element, shape.box)
        shape.glue = (_glue(element, "stCxn"), _glue(element, "endCxn"))
    elif path is not None:
        points = [(int(p.get("x")) / EMU + x0, int(p.get("y")) / EMU + y0) for p in path.iter(f"{A}pt")]
        shape.ends = (points[0], points[-1])
    shape.head = element.find(f"{XDR}spPr/{A}ln/{A}tailEnd") is not None
    return shape


def _place(marker: ET.Element, sheet: Sheet) -> Point:
    column, x, row, y = (int(marker.find(f"{XDR}{name}").text) for name in ("col", "colOff", "row", "rowOff"))
    assert 0 <= x / EMU <= sheet.columns[column + 1] - sheet.columns[column] + 0.01
    assert 0 <= y / EMU <= sheet.rows[row + 1] - sheet.rows[row] + 0.01
    return sheet.columns[column] + x / EMU, sheet.rows[row] + y / EMU


def _glue(element: ET.Element, tag: str) -> tuple[int, int] | None:
    found = element.find(f"{XDR}nvCxnSpPr/{XDR}cNvCxnSpPr/{A}{tag}")
    return None if found is None else (int(found.get("id")), int(found.get("idx")))


def _connector_ends(element: ET.Element, box: tuple[float, float, float, float]) -> tuple[Point, Point]:
    """A connector runs from its frame's left top to its right bottom, flipped, then turned about its centre."""
    transform = element.find(f"{XDR}spPr/{A}xfrm")
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    half_width, half_height = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
    angle = int(transform.get("rot", 0)) / 60000
    if angle % 180 == 90:
        half_width, half_height = half_height, half_width
    ends = []
    for way in (-1, 1):
        dx = way * half_width * (-1 if transform.get("flipH") == "1" else 1)
        dy = way * half_height * (-1 if transform.get("flipV") == "1" else 1)
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        ends.append((x + dx * cos - dy * sin, y + dx * sin + dy * cos))
    return ends[0], ends[1]


# --- the flow ---------------------------------------------------------------------------------------


def steps_of(sheet: Sheet) -> dict[int, int]:
    """Rows with the kegiatan they hold: the numbers of the first column."""
    return {row: int(said) for (row, column), said in sheet.cells.items() if column == 0 and said.isdigit()}


def lanes_of(sheet: Sheet) -> dict[int, str]:
    """Columns with the executor named in the head, below "Pelaksana"."""
    row, first, _, last = next(
        (r0, c0, r1, c1)
        for r0, c0, r1, c1 in [*sheet.merges, *((r, c, r, c) for r, c in sheet.cells)]
        if sheet.cells.get((r0, c0)) == "Pelaksana"
    )
    return {c: said for (r, c), said in sheet.cells.items() if r == row + 1 and first <= c <= last}


Flow = set[tuple[int, int | None, str | None]]


def flow_of(sheet: Sheet) -> Flow:
    """(step, step or None for an end of its own, label or None), ways over other pages followed to their steps."""
    steps, by_id = steps_of(sheet), {shape.id: shape for shape in sheet.symbols}
    ways = [way for way in _ways(sheet) if way[2].head]
    entering = {_pair(sheet, by_id[start]): end for start, end, _ in ways if _is_offpage(by_id[start])}

    def step(symbol_id: int) -> int | None:
        symbol = by_id[symbol_id]
        if _is_offpage(symbol):
            return step(entering[_pair(sheet, symbol)])
        cell = sheet.cell_at(symbol.centre)
        crowded = sum(1 for other in sheet.symbols if sheet.cell_at(other.centre) == cell) > 1
        return None if symbol.preset == "flowChartTerminator" and crowded else steps[cell[0]]

    found: Flow = set()
    for start, end, arrow in ways:
        begins = step(start) if not _is_offpage(by_id[start]) else None
        if begins is not None:
            branch = re.search(r"cabang: ([^;]*)", arrow.description)
            found.add((begins, step(end), branch[1] if branch else None))
    return found


def _is_offpage(symbol: Shape) -> bool:
    return symbol.preset == "flowChartOffpageConnector"


def _pair(sheet: Sheet, symbol: Shape) -> tuple[str, int]:
    """What two pentagons of one pair share: their number, or without one the page break between them."""
    if symbol.text:
        return "number", int(symbol.text)
    row = sheet.cell_at(symbol.centre)[0]
    return "break", min(range(len(sheet.breaks)), key=lambda i: abs(sheet.breaks[i] - 0.5 - row))


def _ways(sheet: Sheet) -> list[tuple[int, int, Shape]]:
    """Arrows with the symbols at their ends; parts of one arrow are followed from the first to the last."""
    later = [arrow for arrow in sheet.arrows if "(2/2)" in arrow.name]
    found = []
    for arrow in sheet.arrows:
        if arrow in later:
            continue
        last = arrow
        if "(1/2)" in arrow.name:
            last = min(later, key=lambda part: math.dist(part.ends[0], arrow.ends[1]))
            assert math.dist(last.ends[0], arrow.ends[1]) < 0.01
        start = _symbol_at(sheet, arrow.glue[0], arrow.ends[0])
        end = _symbol_at(sheet, last.glue[1], last.ends[1])
        found.append((start, end, last))
    return found


def _symbol_at(sheet: Sheet, glue: tuple[int, int] | None, end: Point) -> int:
    if glue:
        return glue[0]

    def distance(symbol: Shape) -> float:
        return min(math.dist(symbol.site(i), end) for i in range(4))

    nearest = min(sheet.symbols, key=distance)
    assert distance(nearest) < NEAR, (end, nearest)
    return nearest.id
