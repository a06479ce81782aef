"""An SOP typed into the empty form, built, a step put in before a decision's target, built again.

    python -m benchmarks.form_trial [SPEC]

A script does with cells what a clerk does: types what the spec says into the visible sheets of an empty form, chooses
targets as the drop-downs offer them, saves with LibreOffice, runs `sopgen build`; then LibreOffice puts in a row above
the first target, as its menu does, types a step into it and saves, and the form is built again; then its targets are
brought up to date (`sopgen form --perbarui`) and it is built once more. Told are the cells and letters typed, with the
minutes that they would take a person who types 150 letters a minute and needs 3 seconds to find and choose each cell,
the refusals and remarks of each build, and where the decisions' answers lead before and after. Nobody was timed. The
exit code is 1 if an answer leads elsewhere.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from shutil import which
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from sopgen import pipeline
from sopgen.intake.parsing import parse
from sopgen.render.form.cells import FIRST, HEAD
from sopgen.render.form.workbook import render_form
from tests.render.xlsx import office

ROOT = Path(__file__).resolve().parents[1]
TYPED = ("Identitas", "Isi kotak", "Pelaksana", "Kegiatan")
NAME = "percobaan.form.xlsx"
LETTERS_A_MINUTE, SECONDS_A_CELL = 150, 3
CHOSEN = {"Isi kotak": "A", "Pelaksana": "CD", "Kegiatan": "CDEFGHIJKLMP"}
"""Columns whose cells are chosen from a list, not typed."""


def main() -> int:
    spec = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "specs/konsinyering.sop.yaml"
    data = parse(spec.read_text(encoding="utf-8"), "").data
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        book = load_workbook(BytesIO(render_form()))
        cells, letters = type_in(book, load_workbook(BytesIO(render_form(data))))
        minutes = letters / LETTERS_A_MINUTE + cells * SECONDS_A_CELL / 60
        print(f"{cells} cells, {letters} letters typed or chosen: about {minutes:.0f} minutes of typing")
        save(book, home, "1")
        build(home, "typed and built")
        before = answers(home / NAME)
        target = min(number for ways in before.values() for number, _ in ways.values() if number)
        put_in(home, target)
        build(home, f"a step put in before {target}, built")
        after = answers(home / NAME)
        update(home)
        build(home, "brought up to date, built")
        assert answers(home / NAME) == after
    told = {text: {label: words for label, (_, words) in ways.items()} for text, ways in before.items()}
    now = {text: {label: words for label, (_, words) in ways.items()} for text, ways in after.items()}
    for text, ways in now.items():
        print(f"{text[:50]}: " + "; ".join(f"{label} → {words[:50]}" for label, words in ways.items()))
    print("answers lead where they led" if told == now else f"ANSWERS LEAD ELSEWHERE: {told}")
    return 0 if told == now else 1


def type_in(book: Any, filled: Any) -> tuple[int, int]:
    """What the filled form has in its visible sheets and the empty one has not; how many cells and letters."""
    count = letters = 0
    for name in TYPED:
        last = {"Kegiatan": 19, "Pelaksana": 6}.get(name, filled[name].max_column)  # the codes of rows are hidden
        for row in filled[name].iter_rows(max_col=last):
            for cell in row:
                own = book[name].cell(cell.row, cell.column)
                if cell.value != own.value and not str(cell.value).startswith("="):
                    own.value = cell.value
                    count += 1
                    is_chosen = cell.column_letter in CHOSEN.get(name, "")
                    letters += 0 if is_chosen else len(str(cell.value))
    return count, letters


def put_in(home: Path, number: int) -> None:
    """A step before the one of this number, done by whoever does that one."""
    row = FIRST + number - 1
    sheet = load_workbook(home / NAME)["Kegiatan"]
    heads = {sheet.cell(HEAD, column).value: column for column in range(1, sheet.max_column + 1)}
    typed = {"Uraian kegiatan": "Memeriksa kelengkapan bahan", "Output": "Bahan lengkap"}
    typed["Pelaksana"] = sheet.cell(row, heads["Pelaksana"]).value
    cells = {get_column_letter(heads[heading]): text for heading, text in typed.items()}
    folder = home / "2"
    folder.mkdir()
    data = office.insert_row(which("soffice") or "soffice", (home / NAME).read_bytes(), "Kegiatan", row, cells, folder)
    (home / NAME).write_bytes(data)


def save(book: Any, home: Path, turn: str) -> None:
    target = BytesIO()
    book.save(target)
    saved = office.convert(which("soffice") or "soffice", {"percobaan": target.getvalue()}, home / turn, "xlsx")
    (home / NAME).write_bytes(saved["percobaan"].read_bytes())


def build(home: Path, what: str) -> None:
    began = time.monotonic()
    done = run(home, "build")
    refusals = [line for line in done.stderr.splitlines() if ": BACA-" in line or ": GAMBAR-" in line]
    remarks = [line for line in done.stderr.splitlines() if "; dibaca " in line]
    told = f"exit code {done.returncode}, {len(refusals)} refusals, {len(remarks)} remarks"
    print(f"{what}: {told}, {time.monotonic() - began:.1f} s")
    print(*refusals, sep="\n", end="\n" if refusals else "")


def update(home: Path) -> None:
    print(run(home, "form", "--perbarui").stdout.strip())


def run(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sopgen", *command, NAME],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def answers(form: Path) -> dict[str, dict[str, tuple[int, str]]]:
    """Each decision's words → its answers → the step's number and words that each leads to."""
    steps = pipeline.load(form).sop.kegiatan
    words = {step.nomor: step.uraian.teks or "" for step in steps}
    return {
        words[step.nomor]: {way.label or "": (way.ke or 0, words.get(way.ke or 0, "selesai")) for way in step.arah}
        for step in steps
        if len(step.arah) > 1
    }


if __name__ == "__main__":
    sys.exit(main())
