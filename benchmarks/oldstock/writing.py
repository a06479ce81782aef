"""The command of a hand that draws by kinds: FOLDER/KIND-01.pdf or .xlsx, its truth beside it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

Make = Callable[[str, int], dict[str, Any]]
"""A kind and a seed → `data`, `suffix` and `truth` of one document; `raster` where nobody can read its chart."""


def write_kinds(description: str | None, kinds: Sequence[str], make: Make, number: int) -> None:
    """`number`: documents of each kind, where the command line says none."""
    arguments = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("-n", type=int, default=number, help="documents of each kind")
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--kind", default="", help="only kinds whose names begin so")
    chosen = arguments.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for kind in (each for each in kinds if each.startswith(chosen.kind)):
        for at in range(chosen.n):
            document = make(kind, chosen.seed * 1000 + at)
            name = f"{kind}-{at + 1:02}"
            (chosen.folder / f"{name}.{document['suffix']}").write_bytes(document["data"])
            text = yaml.safe_dump(document["truth"], allow_unicode=True, sort_keys=False, width=120)
            (chosen.folder / f"{name}.sop.yaml").write_text(text, encoding="utf-8")
            if document.get("raster"):
                (chosen.folder / f"{name}.raster").write_text("")
