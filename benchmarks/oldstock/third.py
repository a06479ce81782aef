"""Old SOPs in a third hand: `python benchmarks/oldstock/third.py FOLDER [-n 4] [--seed 0] [--kind KIND]`.

As `other.py`, one habit a file, with its truth beside it: what programs make of a drawing. PDFs: forms within forms, clips,
mirrors, lines and frames of surfaces, heads apart, short pieces, texts that run out of their rows. Workbooks: stale glue,
copied ids, flipped and turned groups, forms of several paths, hidden steps, sheets without heads. `by_kind.py` counts them.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import yaml

from benchmarks.oldstock.other import draw_sheets
from benchmarks.oldstock.sops import make_sop
from benchmarks.oldstock.thirdpdf import PDF_KINDS
from benchmarks.oldstock.thirdpdf import write_pdf as pdf
from benchmarks.oldstock.thirdxlsx import XLSX_KINDS
from benchmarks.oldstock.thirdxlsx import write_xlsx as xlsx

KINDS = (*(f"pdf-{name}" for name in PDF_KINDS), *(f"xlsx-{name}" for name in XLSX_KINDS))


def make(kind: str, seed: int) -> dict[str, Any]:
    """One document of a kind: its bytes, suffix and truth."""
    rng = random.Random(f"third/{kind}/{seed}")
    form, name = kind.split("-", 1)
    sop = make_sop(rng, 13)
    sop.lanes = sop.lanes[:5]
    for step in sop.steps:
        step.lanes = [min(step.lanes[0], len(sop.lanes) - 1)]
    sheets = draw_sheets(sop, rng, 7, numbered=True, wide=770)
    write: Callable[..., bytes] = pdf if form == "pdf" else xlsx
    data = write(sop, sheets, name, rng)
    return {"data": data, "suffix": form, "truth": sop.truth()}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("-n", type=int, default=4, help="documents of each kind")
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--kind", default="", help="only kinds whose names begin so")
    chosen = arguments.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for kind in (each for each in KINDS if each.startswith(chosen.kind)):
        for number in range(chosen.n):
            document = make(kind, chosen.seed * 1000 + number)
            name = f"{kind}-{number + 1:02}"
            (chosen.folder / f"{name}.{document['suffix']}").write_bytes(document["data"])
            text = yaml.safe_dump(document["truth"], allow_unicode=True, sort_keys=False, width=120)
            (chosen.folder / f"{name}.sop.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
