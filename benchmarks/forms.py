"""Spec → form → spec over random specs: equal as data, and the seconds it takes.

python -m benchmarks.forms [--count 1000] [--first 0]
"""

from __future__ import annotations

import argparse
import time

from sopgen.intake import MemorySource, load_spec
from sopgen.intake.parsing import parse
from sopgen.render.form.workbook import render_form
from tests.generator import generate


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--first", type=int, default=0)
    wanted = options.parse_args()
    different: list[int] = []
    writing = reading = 0.0
    for seed in range(wanted.first, wanted.first + wanted.count):
        text = generate(seed, steps=(3, 30))
        started = time.perf_counter()
        form = render_form(parse(text, "").data, text)
        written = time.perf_counter()
        read = load_spec(MemorySource("a.form.xlsx", form))
        reading += time.perf_counter() - written
        writing += written - started
        if read.sop != load_spec(MemorySource("a.sop.yaml", text.encode())).sop or read.remarks:
            different.append(seed)
    print(f"{wanted.count} specs, {len(different)} differ {different[:10]}")
    print(f"writing {writing / wanted.count:.2f} s, reading {reading / wanted.count:.3f} s each")


if __name__ == "__main__":
    main()
