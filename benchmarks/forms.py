"""Spec → form → spec over random specs: equal as data, and the seconds it takes; some of them through LibreOffice too.

python -m benchmarks.forms [--count 1000] [--first 0] [--office 50] [--changed 0]

`--office`: so many of the forms are opened and saved by LibreOffice in between. `--changed`: so many are changed in all
the ways in which other hands and programs change them; they say the same, or the cell is named. The exit code is 1 if
any differs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from shutil import which

from sopgen.diagnostics import Refusal
from sopgen.intake import MemorySource, load_spec
from sopgen.intake.parsing import parse
from sopgen.render.form.workbook import render_form
from tests.generator import generate
from tests.intake.form.form_changes import SAME, UNNAMED, without_ids
from tests.render.xlsx import office


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--office", type=int, default=0)
    options.add_argument("--changed", type=int, default=0)
    wanted = options.parse_args()
    texts = {seed: generate(seed, steps=(3, 30)) for seed in range(wanted.first, wanted.first + wanted.count)}
    different: list[int] = []
    writing = reading = 0.0
    kept: dict[str, bytes] = {}
    for seed, text in texts.items():
        started = time.perf_counter()
        form = render_form(parse(text, "").data, text)
        written = time.perf_counter()
        if not says_the_same(form, text):
            different.append(seed)
        reading += time.perf_counter() - written
        writing += written - started
        if len(kept) < wanted.office:
            kept[str(seed)] = form
    if texts:
        print(f"{wanted.count} specs, {len(different)} differ {different[:10]}")
        print(f"writing {writing / wanted.count:.2f} s, reading both {reading / wanted.count:.3f} s each")
    if kept:
        with tempfile.TemporaryDirectory() as folder:
            saved = office.convert(which("soffice") or "soffice", kept, Path(folder), "xlsx")
            altered = [seed for seed in kept if not says_the_same(saved[seed].read_bytes(), texts[int(seed)])]
        print(f"{len(kept)} of them saved by LibreOffice, {len(altered)} differ {altered[:10]}")
        different += map(int, altered)
    if wanted.changed:
        different += changed(range(wanted.first, wanted.first + wanted.changed))
    return 1 if different else 0


def changed(seeds: range) -> list[int]:
    """Forms after each of the changes; the seeds of those that say something else without a word."""
    outcomes: Counter[str] = Counter()
    different: list[int] = []
    for seed in seeds:
        text = generate(seed, steps=(3, 30))
        form = render_form(parse(text, "").data, text)
        meant = load_spec(MemorySource("a.sop.yaml", text.encode())).sop
        for name, change in (SAME | UNNAMED).items():
            try:
                read = load_spec(MemorySource("a.form.xlsx", change(form)))
            except Refusal as refusal:
                placed = all(each.span is not None and each.span.sheet for each in refusal.diagnostics)
                outcomes["refused with cells" if placed else "REFUSED WITHOUT A CELL"] += 1
                print(f"{seed} {name}: {refusal.diagnostics[0].message.en}")
                continue
            if read.sop == meant or (name in UNNAMED and without_ids(read.sop) == without_ids(meant)):
                outcomes["the same"] += 1
            elif name in UNNAMED:
                outcomes["less, as what was hidden is gone"] += 1
            else:
                outcomes["OTHERWISE"] += 1
                different.append(seed)
                print(f"{seed} {name}: reads otherwise")
    print(f"{len(seeds)} specs, {len(SAME | UNNAMED)} changes of each: {dict(outcomes)}")
    return different


def says_the_same(form: bytes, text: str) -> bool:
    read = load_spec(MemorySource("a.form.xlsx", form))
    return read.sop == load_spec(MemorySource("a.sop.yaml", text.encode())).sop and not read.remarks


if __name__ == "__main__":
    sys.exit(main())
