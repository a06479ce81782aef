"""Whether our own documents are read back whole: `python benchmarks/oldstock/own.py make FOLDER [--first 0] [-n 1000]`.

Draws the specs of `tests/generator.py`, from seed `--first` on, as PDF and XLSX into FOLDER; a seed that stands there is left,
one that cannot be drawn is told. Then `own.py read FOLDER` reads each document without the spec that it carries, holds flow
and texts against that spec, and prints what differs.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sopgen import oldstock, pipeline
from sopgen.diagnostics import Refusal
from sopgen.drawn.files import NotRead
from sopgen.intake import MemorySource
from tests.drawn.saying import told
from tests.generator import generate

FORMS = ("pdf", "xlsx")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("what", choices=("make", "read"))
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--first", type=int, default=0)
    arguments.add_argument("-n", type=int, default=1000)
    chosen = arguments.parse_args()
    if chosen.what == "make":
        _make(chosen.folder, range(chosen.first, chosen.first + chosen.n))
    else:
        _read(chosen.folder)


def _make(folder: Path, seeds: range) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        spec = folder / f"own-{seed:04}.sop.yaml"
        if spec.exists():
            continue
        text = generate(seed, steps=(4, 18))
        try:
            document = pipeline.lay_out(pipeline.load(MemorySource(spec.name, text.encode())))
            for form in FORMS:
                (folder / f"own-{seed:04}.{form}").write_bytes(pipeline.render_document(document, form))
        except Refusal as refusal:
            print(f"{spec.name}: {'; '.join(each.code for each in refusal.diagnostics)}", flush=True)
        spec.write_text(text, encoding="utf-8")  # last: a run that is cut off begins here again


def _read(folder: Path) -> None:
    whole: Counter[str] = Counter()
    doubts: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    specs = [path for path in sorted(folder.glob("own-*.sop.yaml")) if _document(path, "pdf").exists()]
    for path in specs:
        sop = pipeline.load(MemorySource(path.name, path.read_bytes())).sop
        for form in FORMS:
            start = time.process_time()
            try:
                found = oldstock.import_drawn(_document(path, form).read_bytes())
            except NotRead as reason:
                print(f"{path.name} {form}: {reason}")
                continue
            spent[form] += round(1000 * (time.process_time() - start))
            doubts[form] += sum(len(each.doubts) for each in found)
            differences = _differences(sop, found)
            whole[form] += not differences
            for difference in differences:
                print(f"{path.name} {form}: {difference}")
    print("\n| | documents | flow and texts whole | doubts | seconds each |\n|---|---|---|---|---|")
    for form in FORMS:
        each = spent[form] / 1000 / max(1, len(specs))
        print(f"| {form} | {len(specs)} | {whole[form]} | {doubts[form]} | {each:.2f} |")


def _document(path: Path, form: str) -> Path:
    return path.with_name(path.name.replace(".sop.yaml", f".{form}"))


def _differences(sop, found) -> list[str]:
    if len(found) != 1:
        return [f"{len(found)} SOPs"]
    try:
        back = pipeline.load(MemorySource("back.sop.yaml", found[0].spec("a").encode()))
    except Refusal as refusal:
        return [f"refused: {each.message.en}" for each in refusal.diagnostics]
    one, other = told(sop), told(back.sop)
    result = []
    for key in one:
        if key == "steps" and len(one[key]) == len(other[key]):
            result += [
                f"step {n}: {a} | {b}" for n, (a, b) in enumerate(zip(one[key], other[key], strict=True), 1) if a != b
            ]
        elif one[key] != other[key]:
            result.append(f"{key}: {one[key]} | {other[key]}")
    return result


if __name__ == "__main__":
    main()
