"""How many generated specs a check draws to know what `build` would say, and whether it may leave the others undrawn.

    python benchmarks/drawability.py --seeds 0:300 [--dense] [--draw]

`--draw`: every spec that is told drawable is laid out; one that is refused all the same gives exit code 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the generator stands with the tests, which are not installed

from sopgen import pipeline  # noqa: E402
from sopgen.diagnostics import Refusal  # noqa: E402
from sopgen.intake import MemorySource  # noqa: E402
from sopgen.rules.drawability import may_be_undrawable  # noqa: E402
from tests.generator import generate  # noqa: E402
from tests.generator_dense import generate_dense  # noqa: E402


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", default="0:300", help="A:B")
    parser.add_argument("--dense", action="store_true", help="generated specs of the dense kind")
    parser.add_argument("--draw", action="store_true", help="lay out what is told drawable")
    wishes = parser.parse_args(argv)
    make = generate_dense if wishes.dense else generate
    seeds = range(*map(int, wishes.seeds.split(":")))
    doubted, refused = 0, []
    for seed in seeds:
        loaded = pipeline.load(MemorySource("acak.sop.yaml", make(seed).encode()))
        if may_be_undrawable(loaded.sop):
            doubted += 1
        elif wishes.draw:
            try:
                pipeline.lay_out(loaded)
            except Refusal as refusal:
                refused.append(f"{seed} {refusal.diagnostics[0].code}")
    print(f"specs                           {len(seeds)}")
    print(f"drawn by a check                {doubted}")
    if wishes.draw:
        print(f"told drawable, and refused      {len(refused)}" + (f"  ({', '.join(refused)})" if refused else ""))
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
