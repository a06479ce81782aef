"""How long `sopgen check` takes, beside what it cannot do without: `python benchmarks/check.py [-n ROUNDS]`.

Whole processes, both sides in turns. What it cannot do without is reading: importing click and the reader with its
libraries. Then a thousand specs in one call, in milliseconds a spec, the process's start included. With `--beside TREE`
(a worktree of another version) that alone, in turns with the other version and by the processor's time, which other
work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import os
import resource
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


def run(arguments: list[str], folder: Path, tree: Path = ROOT) -> float:
    """Milliseconds of one process that finds its bytecode; findings are no failure."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "PYTHONPATH": str(tree)}
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], cwd=tree, check=False, capture_output=True, env=environment)
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


def beside(other: Path, rounds: int, specs: Path, folder: Path) -> None:
    """Processor seconds of both versions, each first in every second round."""
    taken: dict[Path, list[float]] = {ROOT: [], other: []}
    for number in range(rounds + 1):  # the first round writes the bytecode
        for tree in (ROOT, other) if number % 2 else (other, ROOT):
            before = _children()
            run([*CHECK, str(specs)], folder, tree)
            if number:
                taken[tree].append(_children() - before)
    ratios = [ours / theirs for ours, theirs in zip(taken[ROOT], taken[other], strict=True)]
    print(f"| {spread(taken[ROOT], 1)} | {spread(taken[other], 1)} | {spread(ratios, 2)} |")


def _children() -> float:
    """Seconds of processor time that processes begun here have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def write_specs(count: int, folder: Path) -> tuple[Path, int]:
    """A folder of generated specs, and how many steps they have."""
    specs = folder / "specs"
    specs.mkdir()
    steps = 0
    for seed in range(count):
        text = generate(seed)
        steps += text.count("uraian:")
        (specs / f"{seed}.sop.yaml").write_text(text, encoding="utf-8")
    return specs, steps


def many(count: int, folder: Path) -> None:
    """They all in one call."""
    specs, steps = write_specs(count, folder)
    passed = run([*CHECK, str(specs)], folder)
    print(
        f"\n{count} specs of {steps / count:.0f} steps in one call: {passed / 1000:.1f} s, {passed / count:.1f} ms each"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="The speed of sopgen check.")
    parser.add_argument("-n", "--rounds", type=int, default=15)
    parser.add_argument("--specs", type=int, default=1000)
    parser.add_argument("--beside", type=Path, metavar="TREE")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if wanted.beside:
            print("| ours, s | theirs, s | ratio |\n|---|---|---|")
            beside(wanted.beside.resolve(), wanted.rounds, write_specs(wanted.specs, folder)[0], folder)
            return 0
        print("| what | ours, ms | theirs, ms | ratio |\n|---|---|---|---|")
        ratio = compare(wanted.rounds, folder)
        many(wanted.specs, folder)
    return 0 if ratio <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
