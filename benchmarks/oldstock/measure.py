"""How well old stock is read: `python benchmarks/oldstock/measure.py FOLDER [--show]`.

FOLDER holds documents with their truths (`make.py` makes some). Counts as `score.py` does, and what it cannot know: wrong
edges without a doubt at their steps, and how many doubts there are; then seconds a page beside pdfplumber reading words.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import yaml

from benchmarks.oldstock import score
from sopgen import oldstock
from sopgen.drawn.files import NotRead

ROWS = (
    ("head", "header fields"), ("box", "boxes"), ("lane", "lanes"), ("step", "steps"), ("exec", "executors"),
    ("label", "labels"), ("cell", "other cells"),
)  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--show", action="store_true", help="print what differs")
    arguments.add_argument("--beside", action="store_true", help="time pdfplumber too")
    chosen = arguments.parse_args()
    for kind in ("xlsx", "pdf"):
        files = sorted(chosen.folder.glob(f"*.{kind}"))
        if files:
            _Count(chosen.folder).run(kind, files, show=chosen.show, beside=chosen.beside and kind == "pdf")


def silent_edges(differences: list[str], found) -> list[str]:
    """Wrong edges at none of whose steps a doubt was told."""
    doubted = {doubt.step + 1 for doubt in found.doubts if doubt.step is not None} if found else set()
    whole = not found or any(doubt.step is None and doubt.kind == "chart" for doubt in found.doubts)
    wrong = [each.removeprefix("edge wrong ") for each in differences if each.startswith("edge wrong ")]
    return [edge for edge in wrong if not whole and not {int(n) for n in edge.split("->") if n.isdigit()} & doubted]


class _Count:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sums: Counter[str] = Counter()

    def run(self, kind: str, files: list[Path], *, show: bool, beside: bool) -> None:
        spent, slowest, pages = 0.0, 0.0, 0
        for file in files:
            data = file.read_bytes()
            start = time.process_time()
            try:
                found = oldstock.import_drawn(data)
            except NotRead as reason:
                print(f"{file.name}: {reason}")
                found = ()
            took = time.process_time() - start
            spent, slowest = spent + took, max(slowest, took)
            pages += self._pages(data) if kind == "pdf" else 1
            truths = [path for path in (self._truth(file, at) for at in range(9)) if path.exists()]
            if len(found) != len(truths):
                self.sums["other number of SOPs"] += 1
            for at, truth in enumerate(truths):
                self._one(truth, found[at] if at < len(found) else None, show=show)
        self._print(kind, len(files), spent, slowest, pages)
        if beside:
            self._beside(files, spent)

    def _truth(self, file: Path, at: int) -> Path:
        return self.folder / f"{file.stem}{f'-{at + 1}' if at else ''}.sop.yaml"

    def _one(self, path: Path, found, *, show: bool) -> None:
        truth = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        spec = yaml.load(found.spec(path.name), Loader=yaml.BaseLoader) if found else {}
        raster = path.with_name(path.name.replace(".sop.yaml", ".raster")).exists()
        result, differences = score.score(truth, spec, raster)
        for key, _ in ROWS:
            if key in result:
                self.sums[key] += result[key][0]
                self.sums[f"{key} all"] += result[key][1]
        self.sums["documents"] += 1
        self.sums["full"] += result["full"]
        self.sums["doubts"] += len(found.doubts) if found else 0
        if "edges" in result:
            self.sums["edges good"] += result["edges"][0]
            self.sums["edges read"] += result["edges"][1]
            self.sums["edges true"] += result["edges"][2]
            silent = silent_edges(differences, found)
            self.sums["silent"] += len(silent)
            differences += [f"silently: {each}" for each in silent]
        if show and differences:
            print(path.name.removesuffix(".sop.yaml"))
            for difference in differences:
                print(f"    {difference}")

    @staticmethod
    def _pages(data: bytes) -> int:
        import pypdfium2

        return len(pypdfium2.PdfDocument(data))

    def _print(self, kind: str, files: int, spent: float, slowest: float, pages: int) -> None:
        sums = self.sums
        share = lambda a, b: f"{100 * a / b:.2f} %" if b else "-"  # noqa: E731
        print(f"\n| {kind} | {files} files, {sums['documents']} SOPs |  |\n|---|---|---|")
        for key, name in ROWS:
            print(f"| {name} | {sums[key]} of {sums[f'{key} all']} | {share(sums[key], sums[f'{key} all'])} |")
        print(
            f"| edges: precision | {sums['edges good']} of {sums['edges read']} | {share(sums['edges good'], sums['edges read'])} |"
        )
        print(
            f"| edges: recall | {sums['edges good']} of {sums['edges true']} | {share(sums['edges good'], sums['edges true'])} |"
        )
        print(
            f"| wrong edges without a doubt | {sums['silent']} of {sums['edges read']} | {share(sums['silent'], sums['edges read'])} |"
        )
        print(f"| wholly right | {sums['full']} of {sums['documents']} | {share(sums['full'], sums['documents'])} |")
        print(f"| doubts | {sums['doubts']} | {sums['doubts'] / max(1, sums['documents']):.2f} each |")
        if sums["other number of SOPs"]:
            print(f"| files with another number of SOPs | {sums['other number of SOPs']} | |")
        print(
            f"| seconds a {'page' if kind == 'pdf' else 'workbook'} | {spent / pages:.3f} | slowest file {slowest:.2f} |"
        )

    @staticmethod
    def _beside(files: list[Path], spent: float) -> None:
        import pdfplumber

        start = time.process_time()
        for file in files:
            with pdfplumber.open(file) as document:
                for page in document.pages:
                    page.extract_words()
        words = time.process_time() - start
        print(f"| beside pdfplumber reading the words | {spent / words:.2f} | |")


if __name__ == "__main__":
    main()
