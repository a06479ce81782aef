"""How many generated specs are drawn, why the others are not, and how long it takes: one command, one table.

    python benchmarks/fuzz.py --seeds 0:2000 [--dense] [--jobs 2] [--pdf]
    python benchmarks/fuzz.py --seeds 2000:10000 --hasty     # whether they are drawn at all, a sixth of the time

Valid specs are to be all drawn: at most 0.5 % may be refused, and only because they do not fit the paper.
Anything else (a fault of the program, a drawing that fails its examination or shows another number of crossings than
was computed, a lost word) gives exit code 1. `--hasty` draws without any search, as a layout does before it refuses:
what is drawn so is never refused; what is not is laid out with all its searches.
"""

from __future__ import annotations

import argparse
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from traceback import extract_tb
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the generator stands with the tests, which are not installed

from sopgen import pipeline  # noqa: E402
from sopgen.diagnostics import Refusal  # noqa: E402
from sopgen.intake import Loaded  # noqa: E402
from sopgen.layout import lay_out_hastily  # noqa: E402
from sopgen.scene import Document  # noqa: E402
from tests.generator import generate  # noqa: E402
from tests.generator_dense import generate_dense  # noqa: E402
from tests.properties.generated import TOO_LARGE_FOR_PAPER, computed_crossings  # noqa: E402
from tests.properties.readback import faults  # noqa: E402

MOST_REFUSED = 0.005
DRAWN, CRASHED, LOST, MISCOUNTED = "drawn", "crashed", "wrong in the PDF", "other crossings than computed"


class Outcome(NamedTuple):
    """What became of one seed: `kind` is DRAWN, CRASHED, LOST, MISCOUNTED or the first code of the refusal."""

    seed: int
    kind: str
    reason: str
    milliseconds: float
    crossings: int = 0
    pages: int = 0
    proved: bool = True


class TooSlowError(Exception):
    """The seed took longer than anyone would wait."""


def run(seed: int, *, dense: bool, pdf: bool, hasty: bool, limit: float) -> Outcome:
    """Draw one seed; every way to fail is an outcome."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / f"acak-{seed}.sop.yaml"
        spec.write_text(generate_dense(seed) if dense else generate(seed), encoding="utf-8")
        start = time.perf_counter()
        try:
            with _at_most(limit), computed_crossings() as computed:
                loaded = pipeline.load(spec)
                document = _lay_out_hastily(loaded, computed) if hasty else pipeline.lay_out(loaded)
                passed = _since(start)
                found = list(_pdf_faults(loaded, document)) if pdf else []
        except Refusal as refusal:
            first = refusal.diagnostics[0]
            said = "; ".join(dict.fromkeys(d.message.en for d in refusal.diagnostics))
            return Outcome(seed, first.code, said, _since(start))
        except Exception as error:  # noqa: BLE001 - counted, and told with its place
            place = extract_tb(error.__traceback__)[-1]
            said = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
            return Outcome(seed, CRASHED, said, _since(start))
    figures = document.figures
    kind = LOST if found else DRAWN
    if computed != [figures.crossings]:
        kind = MISCOUNTED
        found.append(f"{computed} computed, {figures.crossings} drawn")
    return Outcome(seed, kind, "; ".join(found), passed, figures.crossings, len(document.pages), figures.proved_minimal)


def _lay_out_hastily(loaded: Loaded, computed: list[int]) -> Document:
    """The first drawing that has room; with all searches where there is none without. Raises Refusal.

    `computed`: the crossings of each drawing so far, those of one that broke a rule no more among them.
    """
    try:
        return lay_out_hastily(loaded.sop)
    except Refusal:
        computed.clear()
        return pipeline.lay_out(loaded)


def _pdf_faults(loaded: Loaded, document: Document) -> Iterator[str]:
    data = pipeline.render_document(document)
    if pipeline.render_document(document) != data:
        yield "other bytes the second time"
    yield from faults(loaded.sop, document, data)


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Stop what never ends, by processor time; where the system has no such timer (Windows), wait."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: object) -> None:
        raise TooSlowError(f"more than {seconds:g} s")

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def outcomes(seeds: Sequence[int], jobs: int, **wanted: Any) -> Iterable[Outcome]:
    """What becomes of each seed, `jobs` at once; `wanted` is what `run` asks for."""
    work = partial(run, **wanted)
    if jobs == 1:
        yield from map(work, seeds)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(work, seeds, chunksize=4)


def report(found: Sequence[Outcome]) -> None:
    total = len(found)
    kinds = Counter(outcome.kind for outcome in found)
    print(f"{'seeds':<26}{total:>8}")
    for kind, count in sorted(kinds.items(), key=lambda item: (item[0] != DRAWN, item[0])):
        print(f"{kind:<26}{count:>8}{count / total:>9.2%}")
    drawn = [outcome for outcome in found if outcome.kind == DRAWN]
    if drawn:
        crossings = [outcome.crossings for outcome in drawn]
        print(f"{'crossings, mean and most':<26}{statistics.mean(crossings):>8.2f}{max(crossings):>9}")
        print(f"{'drawn without any':<26}{crossings.count(0):>8}{crossings.count(0) / len(drawn):>9.2%}")
        unproved = [outcome.seed for outcome in drawn if not outcome.proved]
        print(f"{'not proved minimal':<26}{len(unproved):>8}{len(unproved) / len(drawn):>9.2%}")
        print(f"{'pages, most':<26}{max(outcome.pages for outcome in drawn):>8}")
    times = sorted(outcome.milliseconds for outcome in found)
    marks = {"p50": times[total // 2], "p95": times[min(total - 1, total * 95 // 100)], "max": times[-1]}
    for name, value in marks.items():
        print(f"{f'ms to lay out, {name}':<26}{value:>8.0f}")
    slowest = max(found, key=lambda outcome: outcome.milliseconds)
    print(f"{'slowest seed':<26}{slowest.seed:>8}")
    for outcome in found:
        if outcome.kind != DRAWN:
            print(f"seed {outcome.seed}: {outcome.kind}: {outcome.reason}")


def good(found: Sequence[Outcome]) -> bool:
    failed = [outcome for outcome in found if outcome.kind != DRAWN]
    only_paper = all(outcome.kind in TOO_LARGE_FOR_PAPER for outcome in failed)
    return only_paper and len(failed) <= MOST_REFUSED * len(found)


def seed_range(text: str) -> range:
    first, _, end = text.partition(":")
    seeds = range(int(first), int(end)) if end else range(int(first), int(first) + 1)
    if not seeds:
        raise argparse.ArgumentTypeError("no seed lies in this range")
    return seeds


def main() -> int:
    parser = argparse.ArgumentParser(description="Draw generated specs and say which are not drawn, and why.")
    parser.add_argument("--seeds", type=seed_range, default=range(200), metavar="FIRST:END", help="default: 0:200")
    parser.add_argument("--jobs", type=int, default=1, help="processes at once; default: 1")
    parser.add_argument("--dense", action="store_true", help="few steps, of which most decide")
    parser.add_argument("--pdf", action="store_true", help="also read each PDF back: words, fonts, margins, bytes")
    parser.add_argument("--hasty", action="store_true", help="without any search, where that finds room")
    parser.add_argument(
        "--limit", type=float, default=120.0, metavar="SECONDS", help="of processor time for one seed; default: 120"
    )
    wanted = parser.parse_args()
    found = []
    how = {"dense": wanted.dense, "pdf": wanted.pdf, "hasty": wanted.hasty, "limit": wanted.limit}
    for outcome in outcomes(wanted.seeds, wanted.jobs, **how):
        found.append(outcome)
        if len(found) % 100 == 0:
            print(f"{len(found)} of {len(wanted.seeds)}", file=sys.stderr, flush=True)
    report(found)
    return 0 if good(found) else 1


if __name__ == "__main__":
    sys.exit(main())
