"""How well each kind of the other hand is read: `python benchmarks/oldstock/by_kind.py FOLDER [--show] [--kind KIND]`.

FOLDER holds what `other.py` made. A row for each kind: wholly right, edges read rightly, wrong edges at none of whose steps a
doubt was told, doubts a document.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import yaml

from benchmarks.oldstock import score
from benchmarks.oldstock.measure import silent_edges
from sopgen import oldstock
from sopgen.drawn.files import NotRead


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--show", action="store_true")
    arguments.add_argument("--kind", default="")
    chosen = arguments.parse_args()
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(chosen.folder.glob(f"{chosen.kind}*.sop.yaml")):
        name = path.name.removesuffix(".sop.yaml")
        _count(path, name, sums[name.rsplit("-", 1)[0]], show=chosen.show)
    print(
        "| kind | wholly right | edges: precision | recall | wrong without a doubt | doubts each |\n|---|---|---|---|---|---|"
    )
    whole: Counter[str] = Counter()
    for kind, each in sums.items():
        print(_row(kind, each))
        whole.update(each)
    print(_row("all", whole))


def _count(path: Path, name: str, sums: Counter[str], *, show: bool) -> None:
    truth = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    (file,) = (each for each in path.parent.glob(f"{name}.*") if each.suffix in {".pdf", ".xlsx"})
    raster = path.with_name(f"{name}.raster").exists()
    try:
        found = oldstock.import_drawn(file.read_bytes())[0]
        spec = yaml.load(found.spec(file.name), Loader=yaml.BaseLoader)
    except NotRead as reason:
        sums["documents"] += 1
        sums["told unreadable"] += raster
        if show:
            print(f"{name}: {reason}")
        return
    result, differences = score.score(truth, spec, raster)
    sums.update({"documents": 1, "full": result["full"], "doubts": len(found.doubts)})
    if "edges" in result:
        sums.update(dict(zip(("good", "read", "true"), result["edges"], strict=True)))
        silent = silent_edges(differences, found)
        sums["silent"] += len(silent)
        differences += [f"silently: {each}" for each in silent]
    if show and differences:
        print(name, *differences, *(f"  ? {place}: {words}" for place, words in found.doubts_in("id")), sep="\n    ")


def _row(kind: str, sums: Counter[str]) -> str:
    share = lambda a, b: f"{100 * a / b:.1f} %" if b else "-"  # noqa: E731
    full = f"{sums['full']} of {sums['documents']}" + (
        f", {sums['told unreadable']} told" if sums["told unreadable"] else ""
    )
    return (
        f"| {kind} | {full} | {share(sums['good'], sums['read'])} | {share(sums['good'], sums['true'])} | {sums['silent']} |"
        f" {sums['doubts'] / max(1, sums['documents']):.1f} |"
    )


if __name__ == "__main__":
    main()
