"""How long sopgen takes, beside what cannot be avoided: one command, one run, one table.

    python benchmarks/speed.py [SPEC] [-n ROUNDS]

Both sides of a comparison run in turns, so that a busy machine slows both alike. The ratio's spread over the
rounds, and that of a side against itself, tell how far to trust it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import limit
import record
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from sopgen.pipeline import build_document
from sopgen.render.pdf import render_pdf
from sopgen.scene import Document, Table

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "specs" / "sirebo.sop.yaml"
WARM_TARGET = 3.0
ARCHIVAL_TARGET = 5.0
COLD_TARGET = 4.0
CHARACTER = 5.25  # points a column's width unit is about, in a spreadsheet's default font

Work = Callable[[], object]


class Comparison(NamedTuple):
    name: str
    ours: list[float]
    theirs: list[float]
    target: float | None

    @property
    def ratios(self) -> list[float]:
        return [ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=True)]


def compare(name: str, ours: Work, theirs: Work, rounds: int, target: float | None) -> Comparison:
    """Rounds of one after the other; the first round of each warms caches and is not counted."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for work, kept in zip((ours, theirs), times, strict=True):
            start = time.perf_counter()
            work()
            passed = (time.perf_counter() - start) * 1000
            if number:
                kept.append(passed)
    return Comparison(name, *times, target)


def warm(spec: Path, rounds: int) -> list[Comparison]:
    document = build_document(spec)
    recording = json.loads(json.dumps(record.record(document)))
    limit.register_fonts(recording)

    def bare() -> bytes:
        return limit.draw(recording)

    def plain() -> bytes:
        return render_pdf(build_document(spec), "none")

    def archival() -> bytes:
        return render_pdf(build_document(spec))

    return [
        compare("warm: spec -> PDF / bare drawing", plain, bare, rounds, WARM_TARGET),
        compare("warm: spec -> archival PDF / bare drawing", archival, bare, rounds, ARCHIVAL_TARGET),
        compare("warm: scene -> PDF / bare drawing", lambda: render_pdf(document, "none"), bare, rounds, None),
        compare("warm: scene -> archival PDF / bare drawing", lambda: render_pdf(document), bare, rounds, None),
        compare("noise: bare drawing / itself", bare, bare, rounds, None),
    ]


def process(folder: Path, *command: str | Path) -> Work:
    """A whole process. Both sides find their bytecode, as installed packages do: the uncounted round writes it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}

    def run() -> None:
        subprocess.run([str(word) for word in command], cwd=ROOT, check=True, capture_output=True, env=environment)

    return run


def pdf_build(spec: Path, folder: Path) -> Work:
    """The archival PDF alone: what is compared with draws no workbook."""
    return process(
        folder, sys.executable, "-m", "sopgen", "build", spec, "--format", "pdf", "--force", "-o", folder / "output"
    )


def cold(spec: Path, rounds: int, folder: Path) -> list[Comparison]:
    build = pdf_build(spec, folder)
    load = process(folder, sys.executable, "-c", "import reportlab.pdfgen.canvas")
    return [
        compare("cold: sopgen build / import reportlab", build, load, rounds, COLD_TARGET),
        compare("noise: import reportlab / itself", load, load, rounds, None),
    ]


def beside_libreoffice(spec: Path, rounds: int, folder: Path) -> list[Comparison]:
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not on PATH: left out.", file=sys.stderr)
        return []
    sheet = folder / "sheet.xlsx"
    write_sheet(build_document(spec), sheet)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = process(folder, office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, sheet)
    build = pdf_build(spec, folder)
    return [compare("cold: sopgen build / soffice --convert-to", build, convert, rounds, None)]


def write_sheet(document: Document, path: Path) -> None:
    """The document's tables and texts as plain sheets, one a page, without the drawing."""
    book = Workbook()
    book.remove(book.active)
    for page in document.pages:
        sheet = book.create_sheet(f"Halaman {page.number}")
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 1
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        below = 1
        for table in page.tables:
            _write_table(sheet, table, below)
            below += len(table.rows)
    book.save(path)


def _write_table(sheet, table: Table, top: int) -> None:
    side = Side(style="thin")
    for number, (x0, x1) in enumerate(zip(table.columns, table.columns[1:], strict=False), 1):
        sheet.column_dimensions[get_column_letter(number)].width = (x1 - x0) / CHARACTER
    for number, (y0, y1) in enumerate(zip(table.rows, table.rows[1:], strict=False), top):
        sheet.row_dimensions[number].height = y1 - y0
    for cell in table.cells:
        row, column = top + cell.row, 1 + cell.column
        drawn = sheet.cell(row, column, "\n".join(text.text for text in cell.texts))
        drawn.border = Border(side, side, side, side)
        drawn.alignment = Alignment(wrap_text=True, vertical="center")
        if cell.texts:
            first = cell.texts[0]
            drawn.font = Font("Liberation Sans", first.size, first.face.bold)
        if cell.fill:
            drawn.fill = PatternFill("solid", cell.fill.lstrip("#"))
        if cell.row_span > 1 or cell.column_span > 1:
            sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + cell.row_span - 1,
                end_column=column + cell.column_span - 1,
            )


def spread(values: Sequence[float], form: str) -> str:
    return " / ".join(format(value, form) for value in (min(values), statistics.median(values), max(values)))


def print_table(comparisons: Sequence[Comparison]) -> bool:
    """Whether every target is met. The median ratio of the rounds is what counts."""
    print("| what | ours, ms | theirs, ms | ratio | target |")
    print("|---|---|---|---|---|")
    met = True
    for each in comparisons:
        reached = each.target is None or statistics.median(each.ratios) <= each.target
        met = met and reached
        verdict = "" if each.target is None else f"<= {each.target:g}: {'met' if reached else 'MISSED'}"
        ours, theirs = spread(each.ours, ".1f"), spread(each.theirs, ".1f")
        print(f"| {each.name} | {ours} | {theirs} | {spread(each.ratios, '.2f')} | {verdict} |")
    print(f"\nmin / median / max of {len(comparisons[0].ours)} rounds in turns (cold ones fewer).")
    return met


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare sopgen's speed with what cannot be avoided.")
    parser.add_argument("spec", nargs="?", type=Path, default=SPEC)
    parser.add_argument("-n", "--rounds", type=int, default=30)
    arguments = parser.parse_args()
    spec = arguments.spec.resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        comparisons = warm(spec, arguments.rounds)
        comparisons += cold(spec, max(3, arguments.rounds // 3), folder)
        comparisons += beside_libreoffice(spec, max(2, arguments.rounds // 10), folder)
    return 0 if print_table(comparisons) else 1


if __name__ == "__main__":
    sys.exit(main())
