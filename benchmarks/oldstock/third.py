"""Old SOPs in a third hand: `python benchmarks/oldstock/third.py FOLDER [-n 4] [--seed 0] [--kind KIND]`.

As `other.py`, one habit a file, with its truth beside it: what programs make of a drawing. PDFs: forms within forms, clips,
mirrors, lines and frames of surfaces, heads apart, short pieces, texts that run out of their rows. Workbooks: stale glue,
copied ids, flipped and turned groups, forms of several paths, hidden steps, sheets without heads. `by_kind.py` counts them.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.oldstock.other import draw_sheets
from benchmarks.oldstock.sops import make_sop
from benchmarks.oldstock.thirdpdf import PDF_KINDS
from benchmarks.oldstock.thirdpdf import write_pdf as pdf
from benchmarks.oldstock.thirdxlsx import XLSX_KINDS
from benchmarks.oldstock.thirdxlsx import write_xlsx as xlsx
from benchmarks.oldstock.writing import write_kinds

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


if __name__ == "__main__":
    write_kinds(__doc__, KINDS, make, 4)
