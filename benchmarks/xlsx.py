"""Workbooks by the hundred, and how long one takes.

    python benchmarks/xlsx.py check --seeds 0:200 [--folder DIR]
    python benchmarks/xlsx.py speed [-n 15]

`check` makes a workbook of each random spec of `tests/generator.py` and holds it to everything that the tests hold
the references to: the Open XML SDK's schemas, ids, glue, sites and cells, the spec's flow read back from both
branches of the drawing; then LibreOffice prints them in one process: pages, cut texts, places of symbols and arrows.
`speed` measures side by side, in turns: scene to workbook against openpyxl alone writing the same cells, styles and
merges; scene to PDF and LibreOffice's conversion for scale.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sopgen import pipeline  # noqa: E402
from sopgen.diagnostics import Refusal  # noqa: E402
from sopgen.scene import Document  # noqa: E402
from tests.generator import generate  # noqa: E402
from tests.render.xlsx import ink, office  # noqa: E402
from tests.render.xlsx.workbook_checks import all_faults  # noqa: E402

REFERENCE = ROOT / "specs" / "sirebo.sop.yaml"
MILLIMETRE = 72 / 25.4
CHUNK = 50  # workbooks a process of LibreOffice's


class Made(NamedTuple):
    seed: int
    document: Document | None
    data: bytes
    faults: list[str]


def made(seed: int, folder: Path) -> Made:
    spec = folder / f"{seed}.sop.yaml"
    spec.write_text(generate(seed), encoding="utf-8")
    try:
        loaded = pipeline.load(spec)
        document = pipeline.lay_out(loaded)
    except Refusal as refusal:
        return Made(seed, None, b"", [str(refusal)])
    data = pipeline.render_document(document, "xlsx")
    return Made(seed, document, data, all_faults(data, document, loaded.sop))


def check(seeds: range, folder: Path) -> int:
    with ProcessPoolExecutor(2) as pool:
        found = list(pool.map(made, seeds, [folder] * len(seeds)))
    refused = [each.seed for each in found if each.document is None]
    drawn = [each for each in found if each.document is not None]
    print(*(f"seed {each.seed}: {fault}\n" for each in drawn for fault in each.faults), sep="", end="")
    print(f"{len(drawn)} workbooks, {sum(bool(each.faults) for each in drawn)} with faults; refused seeds: {refused}")
    soffice = shutil.which("soffice")
    if soffice is None:
        print("no soffice on PATH: LibreOffice's pages are not looked at")
        return int(any(each.faults for each in drawn))
    wrong = 0
    places: list[float] = []
    for start in range(0, len(drawn), CHUNK):
        chunk = {str(each.seed): each for each in drawn[start : start + CHUNK]}
        printed = office.convert(soffice, {name: each.data for name, each in chunk.items()}, folder / f"office-{start}")
        for name, pdf in printed.items():
            faults = list(printed_faults(chunk[name].document, chunk[name].data, pdf, places))
            wrong += bool(faults)
            print(*(f"seed {name}: {fault}\n" for fault in faults), sep="", end="")
    pages = sum(len(each.document.pages) for each in drawn if each.document)
    print(f"LibreOffice: {pages} pages, {wrong} workbooks with other pages or cut texts")
    print(f"symbols and arrow ends off their place: at most {max(places) / MILLIMETRE:.2f} mm of {len(places)}")
    return int(bool(wrong) or any(each.faults for each in drawn))


def printed_faults(document: Document | None, data: bytes, pdf: Path, places: list[float]) -> Iterator[str]:
    assert document is not None
    if office.page_count(pdf) != len(document.pages):
        yield f"{office.page_count(pdf)} pages instead of {len(document.pages)}"
        return
    yield from (f"cut: {text}" for text in ink.faults(data, pdf))
    for page, drawn in zip(document.pages, office.drawn_pages(pdf), strict=True):
        places.extend(
            min(max(abs(a - b) for a, b in zip(symbol.box, box, strict=True)) for box in drawn.symbols)
            for symbol in page.symbols
        )
        places.extend(office.nearest(arrow.points[0], drawn.ends) for arrow in page.arrows)
        places.extend(office.nearest(arrow.points[-1], drawn.tips) for arrow in page.arrows if arrow.head)


# --- speed ------------------------------------------------------------------------------------------


def bare_writer(data: bytes) -> Callable[[], bytes]:
    """Write the cells of a workbook through openpyxl alone: values, styles, sizes and merges read before."""
    import openpyxl

    source = openpyxl.load_workbook(BytesIO(data))
    sheets = []
    for sheet in source:
        cells = [
            (c.row, c.column, c.value, c.font.copy(), c.alignment.copy(), c.border.copy(), c.fill.copy())
            for row in sheet
            for c in row
            if c.has_style
        ]
        widths = {name: column.width for name, column in sheet.column_dimensions.items()}
        heights = {number: row.height for number, row in sheet.row_dimensions.items()}
        sheets.append((sheet.title, cells, widths, heights, [str(each) for each in sheet.merged_cells.ranges]))

    def write() -> bytes:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, cells, widths, heights, merges in sheets:
            sheet = book.create_sheet(title)
            for row, column, value, font, alignment, border, fill in cells:
                cell = sheet.cell(row, column)
                if value is not None:
                    cell.value = value
                cell.font, cell.alignment, cell.border, cell.fill = font, alignment, border, fill
            for name, width in widths.items():
                sheet.column_dimensions[name].width = width
            for number, height in heights.items():
                sheet.row_dimensions[number].height = height
            for merge in merges:
                sheet.merge_cells(merge)
        target = BytesIO()
        book.save(target)
        return target.getvalue()

    return write


def speed(rounds: int) -> int:
    document = pipeline.build_document(REFERENCE)
    ours = lambda: pipeline.render_document(document, "xlsx")  # noqa: E731
    bare = bare_writer(ours())
    pdf = lambda: pipeline.render_document(document, "pdf")  # noqa: E731
    times: dict[str, list[float]] = {"scene → XLSX": [], "openpyxl, the same cells": [], "scene → PDF": []}
    for side in (ours, bare, pdf):
        side()
    for _ in range(rounds):
        for name, side in zip(times, (ours, bare, pdf), strict=True):
            start = time.perf_counter()
            side()
            times[name].append((time.perf_counter() - start) * 1000)
    for name, taken in times.items():
        print(f"{name:28} {min(taken):7.1f} / {statistics.median(taken):7.1f} / {max(taken):7.1f} ms")
    ratios = [a / b for a, b in zip(times["scene → XLSX"], times["openpyxl, the same cells"], strict=True)]
    ratio = statistics.median(ratios)
    print(f"ratio to openpyxl alone      {min(ratios):7.2f} / {ratio:7.2f} / {max(ratios):7.2f}  (target: at most 2)")
    _office(ours())
    return int(ratio > 2)


def _office(data: bytes) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        return
    with TemporaryDirectory() as folder:
        office.convert(soffice, {"warm": data}, Path(folder))
        start = time.perf_counter()
        try:
            office.convert(soffice, {"x": data}, Path(folder))
        except subprocess.CalledProcessError as error:
            print(error)
            return
        print(f"LibreOffice, workbook → PDF  {(time.perf_counter() - start) * 1000:7.1f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold many workbooks to everything, or measure one.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check")
    checking.add_argument("--seeds", default="0:200")
    checking.add_argument("--folder", type=Path)
    measuring = commands.add_parser("speed")
    measuring.add_argument("-n", type=int, default=15)
    wanted = parser.parse_args()
    if wanted.command == "speed":
        return speed(wanted.n)
    first, _, end = wanted.seeds.partition(":")
    with TemporaryDirectory() as folder:
        place = wanted.folder or Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        return check(range(int(first), int(end)), place)


if __name__ == "__main__":
    sys.exit(main())
