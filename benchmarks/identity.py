"""How many pages identities take, and in which type: `python benchmarks/identity.py FOLDER`.

Every spec below FOLDER is laid out as it is and with `halaman: gabung`; its workbook's *Identitas* is counted: merged
cells, rows under 6 pt. A file `asli.tsv` beside the specs, whose first columns are the spec's name and the pages of a
signed original, says how many of those that were one page are one with `gabung`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sopgen import pipeline  # noqa: E402
from sopgen.diagnostics import Refusal  # noqa: E402
from sopgen.intake import Loaded  # noqa: E402
from sopgen.intake.sop import BOXES  # noqa: E402
from sopgen.render.xlsx.sheets import GridSheet, sheet_of  # noqa: E402
from sopgen.scene import Document  # noqa: E402

LOWEST_ROW = 6.0  # points


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    folder: Path = arguments.parse_args().folder
    originals = pages_of_originals(folder / "asli.tsv")
    pages, sizes, joined, refused = Counter[int](), Counter[float](), set[str](), []
    merges, low = [], []
    for path in sorted(folder.glob("**/*.sop.yaml")):
        try:
            loaded = pipeline.load(path)
            document = pipeline.lay_out(loaded)
            together = pipeline.lay_out(with_gabung(loaded))
        except Refusal:
            refused.append(path.name)
            continue
        identity = [page for page in document.pages if page.kind == "identitas"]
        pages[len(identity)] += 1
        sizes[type_of(document)] += 1
        if together.pages[0].joins_identity:
            joined.add(path.name)
        sheet = sheet_of("Identitas", identity)
        merges.append(merged(sheet))
        low.append(sum(b - a < LOWEST_ROW for a, b in pairwise(sheet.rows)))
    print("identity pages:", *(f"{count} × {n}" for n, count in sorted(pages.items())))
    print("type of the boxes:", *(f"{count} × {size:g} pt" for size, count in sorted(sizes.items(), reverse=True)))
    single = {name for name, count in originals.items() if count == 1}
    print(f"gabung: {len(joined)} on one page, {len(joined & single)} of {len(single)} whose original is one")
    print(f"workbook: merged cells {median(merges):g} in the median, {max(merges)} at most; low rows {median(low):g}")
    print("refused:", *refused or ["none"])


def pages_of_originals(table: Path) -> dict[str, int]:
    if not table.is_file():
        return {}
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    return {row[0]: int(row[1]) for row in rows}


def with_gabung(loaded: Loaded) -> Loaded:
    sop = loaded.sop
    return loaded._replace(sop=sop._replace(tampilan=sop.tampilan._replace(halaman="gabung")))


def type_of(document: Document) -> float:
    cells = [cell for page in document.pages for table in page.tables for cell in table.cells if cell.role in BOXES]
    return min((text.size for cell in cells for text in cell.texts), default=0.0)


def merged(sheet: GridSheet) -> int:
    return sum(1 for each in sheet.ranges if each.words is not None and (each.rows > 1 or each.columns > 1))


if __name__ == "__main__":
    main()
