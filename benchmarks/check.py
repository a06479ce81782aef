"""How long `sopgen check` takes, beside what it cannot do without: `python benchmarks/check.py [-n ROUNDS]`.

Whole processes, both sides in turns. What it cannot do without is reading: importing click and the reader with its
libraries. Then a thousand specs in one call, in milliseconds a spec, the process's start included.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.generator import generate  # noqa: E402 - a script beside its package

SPEC = ROOT / "specs" / "sirebo.sop.yaml"
TARGET = 1.6
BASE = "import click, sopgen.intake"
CHECK = ["-m", "sopgen", "check"]


def run(arguments: list[str], folder: Path) -> float:
    """Milliseconds of one process that finds its bytecode; findings are no failure."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False, capture_output=True, env=environment)
    passed = (time.perf_counter() - start) * 1000
    assert done.returncode in {0, 1}, done.stderr.decode()
    return passed


def spread(values: list[float], digits: int) -> str:
    return " / ".join(f"{value:.{digits}f}" for value in (min(values), statistics.median(values), max(values)))


def compare(rounds: int, folder: Path) -> float:
    """One row of the table; the median ratio."""
    ours, theirs = [], []
    for number in range(rounds + 1):  # the first round writes the bytecode
        pair = run([*CHECK, str(SPEC)], folder), run(["-c", BASE], folder)
        if number:
            ours.append(pair[0])
            theirs.append(pair[1])
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    print(f"| cold: `sopgen check` / `{BASE}` | {spread(ours, 0)} | {spread(theirs, 0)} | {spread(ratios, 2)} |")
    return statistics.median(ratios)


def many(count: int, folder: Path) -> None:
    """A folder of generated specs in one call."""
    specs = folder / "specs"
    specs.mkdir()
    steps = 0
    for seed in range(count):
        text = generate(seed)
        steps += text.count("uraian:")
        (specs / f"{seed}.sop.yaml").write_text(text, encoding="utf-8")
    passed = run([*CHECK, str(specs)], folder)
    print(
        f"\n{count} specs of {steps / count:.0f} steps in one call: {passed / 1000:.1f} s, {passed / count:.1f} ms each"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="The speed of sopgen check.")
    parser.add_argument("-n", "--rounds", type=int, default=15)
    parser.add_argument("--specs", type=int, default=1000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("| what | ours, ms | theirs, ms | ratio |\n|---|---|---|---|")
        ratio = compare(wanted.rounds, folder)
        many(wanted.specs, folder)
    return 0 if ratio <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
