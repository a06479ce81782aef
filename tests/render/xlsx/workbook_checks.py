"""What every workbook must satisfy, whatever it says: each check gives the faults it found."""

from __future__ import annotations

import math
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator

from sopgen.intake.sop import Sop
from sopgen.scene import Document
from tests.render.xlsx.workbook_reading import Branch, Flow, Sheet, flow_of, lanes_of, read, steps_of

ON_SITE = 1.01  # a bent connector without width or height is given one point


def audit(data: bytes, version: FileFormat = FileFormat.MICROSOFT_365, suffix: str = "xlsx") -> list[str]:
    """Errors against the Open XML SDK's schemas; its remarks on inline strings are no errors."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"x.{suffix}")
        path.write_bytes(data)
        result = OpenXmlValidator(file_format=version).validate(str(path))
    return [str(error) for error in result.errors if "inline" not in str(error)]


def invariants(data: bytes, branch: Branch) -> Iterator[str]:
    """Of both ways to read the drawing: ids, glue, sites, cells."""
    for sheet in read(data, branch):
        yield from (f"{sheet.name}: {fault}" for fault in _sheet_faults(sheet))


def _sheet_faults(sheet: Sheet) -> Iterator[str]:
    ids = Counter(shape.id for shape in sheet.shapes)
    yield from (f"id {number} {count} times" for number, count in ids.items() if count > 1)
    yield from (f"bad id {number}" for number in ids if number < 2)
    yield from (f"a shape without a name: {shape.id}" for shape in sheet.shapes if not shape.name)
    by_id = {shape.id: shape for shape in sheet.symbols}
    for arrow in sheet.arrows:
        for glue, end in zip(arrow.glue, arrow.ends, strict=True):
            if glue and glue[0] not in by_id:
                yield f"{arrow.name}: glued to nothing"
            elif glue and math.dist(by_id[glue[0]].site(glue[1]), end) > ON_SITE:
                yield f"{arrow.name}: glued {math.dist(by_id[glue[0]].site(glue[1]), end):.2f} pt off its end"
    if not sheet.symbols:
        return
    steps, lanes = steps_of(sheet), lanes_of(sheet)
    for symbol in sheet.symbols:
        row, column = sheet.cell_at(symbol.centre)
        _, y0, _, y1 = symbol.box
        if not (sheet.rows[row] <= y0 and y1 <= sheet.rows[row + 1]):
            yield f"{symbol.name}: stands in several rows"
        if symbol.preset != "flowChartOffpageConnector" and f"Langkah {steps.get(row)} ·" not in symbol.name:
            yield f"{symbol.name}: stands in the row of {steps.get(row)}"
        if symbol.preset != "flowChartOffpageConnector" and column not in lanes:
            yield f"{symbol.name}: stands in no executor's column"
    for a, merge in enumerate(sheet.merges):
        for other in sheet.merges[:a]:
            if merge[0] <= other[2] and other[0] <= merge[2] and merge[1] <= other[3] and other[1] <= merge[3]:
                yield f"merged ranges overlap: {merge} {other}"
    for top, bottom in zip(sheet.rows, sheet.rows[1:], strict=False):
        if not 0 < bottom - top <= 409:
            yield f"a row {bottom - top} pt high"


def lane_faults(data: bytes, sop: Sop) -> Iterator[str]:
    """Symbols against the executors that the spec names."""
    sheet = read(data)[-1]
    steps, lanes = steps_of(sheet), lanes_of(sheet)
    names = {each.id: " ".join(each.nama.split()) for each in sop.pelaksana}
    found: dict[int, set[str]] = {}
    for symbol in sheet.symbols:
        if symbol.preset != "flowChartOffpageConnector":
            x0, _, x1, _ = symbol.box
            row = sheet.cell_at(symbol.centre)[0]
            over = [c for c in lanes if sheet.columns[c] < x1 and x0 < sheet.columns[c + 1]]
            found.setdefault(steps[row], set()).update(" ".join(lanes[c].split()) for c in over)
    for step in sop.kegiatan:
        wanted = {names[lane] for lane in step.pelaksana}
        if found.get(step.nomor) != wanted:
            yield f"kegiatan {step.nomor}: {found.get(step.nomor)} instead of {wanted}"


def demanded_flow(sop: Sop) -> Flow:
    """What the spec says; ends without a label are left out, for a closing capsule has no arrow."""
    return {
        (step.nomor, way.ke, " ".join(way.label.split()) or None)
        for step in sop.kegiatan
        for way in step.arah
        if way.ke is not None or way.label
    }


def drawn_flow(data: bytes, branch: Branch) -> Flow:
    return {edge for edge in flow_of(read(data, branch)[-1]) if edge[1] is not None or edge[2]}


def all_faults(data: bytes, document: Document, sop: Sop) -> list[str]:
    """Everything but LibreOffice's own pages."""
    faults = [*audit(data), *lane_faults(data, sop)]
    for branch in ("choice", "fallback"):
        faults += [f"{branch}: {fault}" for fault in invariants(data, branch)]
        drawn, demanded = drawn_flow(data, branch), demanded_flow(sop)
        faults += [f"{branch}: {edge} is not drawn" for edge in sorted(demanded - drawn, key=str)]
        faults += [f"{branch}: {edge} is not demanded" for edge in sorted(drawn - demanded, key=str)]
    pages = sum(len(sheet.breaks) + 1 for sheet in read(data))
    if pages != len(document.pages):
        faults.append(f"{pages} pages instead of {len(document.pages)}")
    return faults
