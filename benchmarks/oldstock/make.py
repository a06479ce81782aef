"""Made-up old SOP documents with their truths: `python benchmarks/oldstock/make.py FOLDER [-n 300] [--seed 0]`.

Beside NAME.xlsx or NAME.pdf lies NAME.sop.yaml with what it says, and NAME.raster where the chart is a picture. A file
with two SOPs has truths NAME and NAME-2. One seed, one set, byte by byte.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import yaml

from benchmarks.oldstock import words
from benchmarks.oldstock.flow import NotDrawn, draw_flow
from benchmarks.oldstock.identity import draw_identity
from benchmarks.oldstock.pdf import write_pdf
from benchmarks.oldstock.plan import Page, Style, make_style
from benchmarks.oldstock.sops import Sop, make_sop
from benchmarks.oldstock.xlsx import write_xlsx

SIZES = [(842, 595), (842, 595), (792, 612), (936, 612)]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("-n", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=0)
    chosen = arguments.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for number in range(chosen.n):
        document = make(chosen.seed * 100_000 + number)
        name = f"buat-{document['kind']}-{number + 1:03}"
        suffix = "xlsx" if document["kind"] == "xlsx" else "pdf"
        (chosen.folder / f"{name}.{suffix}").write_bytes(document["data"])
        for at, truth in enumerate(document["truths"]):
            title = f"{name}-{at + 1}" if at else name
            text = yaml.safe_dump(truth, allow_unicode=True, sort_keys=False, width=120)
            (chosen.folder / f"{title}.sop.yaml").write_text(text, encoding="utf-8")
            if document["raster"]:
                (chosen.folder / f"{title}.raster").write_text("")


def make(seed: int) -> dict[str, Any]:
    """One document: its kind, bytes, truths."""
    for again in range(200):
        rng = random.Random(f"{seed}/{again}")
        try:
            return _make(rng)
        except NotDrawn:
            continue
    raise NotDrawn


def _make(rng: random.Random) -> dict[str, Any]:
    style = make_style(rng, words)
    as_pdf = rng.random() < 0.6
    size = rng.choice(SIZES)
    sops = [make_sop(rng, 14 if style.one_page else 22)]
    if rng.random() < 0.08:
        sops.append(make_sop(rng, 12))
    raster = as_pdf and rng.random() < 0.05
    drawn = [_pages(sop, style, rng, size) for sop in sops]
    if as_pdf:
        if raster:
            for page in (page for pages in drawn for page in pages if page.marks):
                lanes = [cell.box for cell in page.cells if cell.ruled == style.chart_lines and not cell.text]
                page.picture = (
                    min(m.box[0] for m in page.marks) - 20, min(m.box[1] for m in page.marks) - 6,
                    max(m.box[2] for m in page.marks) + 20, max(m.box[3] for m in page.marks) + 6,
                )  # fmt: skip
                assert lanes
        data = write_pdf([page for pages in drawn for page in pages], style, rng)
    else:
        data = write_xlsx(_sheets(drawn, style), style, rng)
    truths = [sop.truth() for sop in sops]
    return {"kind": "pdf" if as_pdf else "xlsx", "data": data, "truths": truths, "raster": raster, "style": style}


def _pages(sop: Sop, style: Style, rng: random.Random, size: tuple[float, float]) -> list[Page]:
    page = Page(size)
    end = draw_identity(page, sop, style, rng, 30, 36)
    if end > size[1] - 24:
        raise NotDrawn
    if style.one_page and end < size[1] - 230:
        return draw_flow(sop, style, rng, size, (page, end))
    return [page, *draw_flow(sop, style, rng, size, None)]


def _sheets(drawn: list[list[Page]], style: Style) -> list[tuple[str, list[Page]]]:
    sheets: list[tuple[str, list[Page]]] = []
    for number, pages in enumerate(drawn, 1):
        end = f" {number}" if len(drawn) > 1 else ""
        if style.one_page:
            sheets.append((f"SOP{end}", pages))
        else:
            sheets += [(f"Identitas{end}", pages[:1]), (f"Prosedur{end}", pages[1:])]
    return sheets


if __name__ == "__main__":
    main()
