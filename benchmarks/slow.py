"""How long and how much memory the densest small specs take: `python -m benchmarks.slow [--steps 60 100] [--seeds 2]`.

Five families, each worse than what a bureau writes: every step jumps forward, decides with arbitrary targets, starts
several steps at once, may end early, or follows the one before it. Each spec is laid out in a process of its own,
which looks for garbage as seldom as the commands do.
Prints a Markdown table: seconds of processor time and peak memory (imports included), pages, crossings, or the refusal.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from random import Random

Step = dict[str, object]

_MEASURED = """
import gc, json, resource, sys
from sopgen import pipeline
from sopgen.cli import GARBAGE_THRESHOLD
gc.set_threshold(GARBAGE_THRESHOLD)
from sopgen.diagnostics import Refusal
from sopgen.intake.memory_source import MemorySource
data = sys.stdin.buffer.read()
try:
    document = pipeline.lay_out(pipeline.load(MemorySource("rapat.sop.yaml", data)))
    said = f"{len(document.pages)} pages, {document.figures.crossings} crossings"
except Refusal as refusal:
    said = "refused: " + str(refusal).splitlines()[0][:90]
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said]))
"""


def forward(rng: Random, number: int, count: int) -> Step:
    """A decision whose second branch jumps up to half the flow ahead."""
    far = range(number + 2, min(count, number + count // 2) + 1)
    return {"keputusan": {"Ya": number + 1, "Tidak": rng.choice(far)}} if far and number < count else {}


def deciding(rng: Random, number: int, count: int) -> Step:
    """A decision whose second branch leads anywhere."""
    others = [k for k in range(1, count + 1) if k not in {number, number + 1}]
    return {"keputusan": {"Ya": number + 1, "Tidak": rng.choice(others)}} if number < count else {}


def starting(rng: Random, number: int, count: int) -> Step:
    """Three steps at once."""
    return {"lanjut": [number + 1, number + 2, number + 3]} if number + 3 <= count and rng.random() < 0.9 else {}


def ending(rng: Random, number: int, count: int) -> Step:
    """A decision that may end the flow, or three that lead back."""
    if number == count:
        return {}
    back = "selesai" if number < 9 or rng.random() < 0.5 else number - 7
    return {"keputusan": {"Ya": number + 1, "Tidak": back}}


def straight(_rng: Random, _number: int, _count: int) -> Step:
    """One after the other."""
    return {}


FAMILIES: dict[str, Callable[[Random, int, int], Step]] = {
    family.__name__: family for family in (forward, deciding, starting, ending, straight)
}


def spec_of(family: str, steps: int, seed: int, lanes: int = 8) -> bytes:
    """The spec as JSON, which is YAML too."""
    rng = Random(f"{family} {steps} {seed}")
    kegiatan = [
        {"uraian": f"Memeriksa berkas {n}", "pelaksana": f"l{rng.randrange(lanes)}", **FAMILIES[family](rng, n, steps)}
        for n in range(1, steps + 1)
    ]
    pelaksana = {f"l{k}": f"Pelaksana {k + 1}" for k in range(lanes)}
    return json.dumps({"judul": "Pemeriksaan", "pelaksana": pelaksana, "kegiatan": kegiatan}, indent=1).encode()


def measured(spec: bytes) -> tuple[float, float, str]:
    """Processor seconds, peak MB, and what came of it."""
    done = subprocess.run([sys.executable, "-c", _MEASURED], input=spec, capture_output=True, check=True)
    seconds, megabytes, said = json.loads(done.stdout)
    return seconds, megabytes, said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, nargs="+", default=[60, 100])
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--families", nargs="+", choices=list(FAMILIES), default=list(FAMILIES))
    chosen = parser.parse_args()
    print("| family | steps | seed | seconds | MB | result |\n|---|---|---|---|---|---|")
    for family in chosen.families:
        for steps in chosen.steps:
            for seed in range(chosen.seeds):
                seconds, megabytes, said = measured(spec_of(family, steps, seed))
                print(f"| {family} | {steps} | {seed} | {seconds:.1f} | {megabytes:.0f} | {said} |", flush=True)


if __name__ == "__main__":
    main()
