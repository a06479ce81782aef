"""sopgen's router beside others on the same places of symbols: one command, one run, one table.

    python benchmarks/router.py [--sets SET …] [--share 0.1] [--json FILE] [--no-peers]

A set's first problems are given to the other routers too, in turns with sopgen; a row of sopgen on just these stands
beside them. Times are processor time, which a busy machine lengthens least: that of neato with its start, the others'
without. Below the table: noise, and every problem that is not as it
should be, with its seed. The exit code is 1 if sopgen's drawing of any breaks a rule or shows another number of
crossings than was computed.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import router_ours
from counter import Figures, count
from least_corners import Least, least_corners
from peers import libavoid, neato
from peers.plane import Answer, Plane, pieces
from router_ours import Ours
from router_sets import ORDER, REFERENCES, Case, arrows_alive, cases

from sopgen.layout.route import NoRoomError

SOPGEN = "sopgen"
COUNTS = {  # problems for sopgen, and how many of them for the others
    REFERENCES: (0, 99),
    "11x5": (1000, 300),
    "8-20": (10_000, 300),
    "8-20 all": (2000, 300),
    "20x6": (1000, 200),
    "30x8": (1000, 100),
    "40x12": (1000, 100),
    "60x12": (300, 50),
    "11x5 near": (300, 100),
    "40x12 near": (300, 50),
    "11x5 like": (300, 300),
    "20x6 like": (300, 300),
    "40x12 like": (100, 100),
    "200x20": (10, 3),
    "500x20": (3, 1),
}
SLOW = 500.0  # milliseconds up to 60 steps
POINTS_A_MILLIMETRE = 72 / 25.4
NOISE_EVERY = 0.5  # seconds


class Result(NamedTuple):
    """One problem by one router; without figures it `failed`."""

    router: str
    case: Case
    arrows: int
    milliseconds: float
    figures: Figures | None = None
    failed: str = ""
    ours: Ours | None = None
    least: Least | None = None

    @property
    def name(self) -> str:
        return f"{self.case.set} {self.case.name}"

    @property
    def faults(self) -> list[str]:
        """What is wrong with a drawing of sopgen."""
        if self.figures is None or self.ours is None:
            return [self.failed]
        raw = self.figures._asdict()
        names = ("through", "overlaps", "touches", "tight", "wrong_ports", "outside", "slanted")
        found = [f"{name} {raw[name]}" for name in names if raw[name]]
        if not self.ours.computed == self.figures.crossings == self.ours.omegas:
            found.append(
                f"crossings: {self.ours.computed} computed, {self.figures.crossings} drawn, {self.ours.omegas} Ω"
            )
        if self.least and (self.figures.corners < self.least.drawn or self.figures.followed < self.least.followed):
            found.append(f"corners: {self.figures.corners}, {self.figures.followed} followed, yet {self.least}")
        return found


Peer = Callable[[Plane], Answer]


def ours(case: Case) -> Result:
    start = time.process_time()
    try:
        done = router_ours.route(case.sop)
    except NoRoomError:
        return Result(SOPGEN, case, 0, (time.process_time() - start) * 1000, failed="no room")
    except Exception as error:  # noqa: BLE001 - counted, and told with its seed
        said = f"{type(error).__name__}: {error}"
        return Result(SOPGEN, case, 0, (time.process_time() - start) * 1000, failed=said)
    figures = count(done.plane.symbols, done.pieces, done.plane.area)
    least = least_corners(done.plane)
    return Result(SOPGEN, case, len(done.plane.arrows), done.milliseconds, figures, ours=done, least=least)


def theirs(name: str, peer: Peer, case: Case, plane: Plane) -> Result:
    answer = peer(plane)
    if answer.failed:
        return Result(name, case, len(plane.arrows), answer.milliseconds, failed=answer.failed)
    figures = count(plane.symbols, pieces(plane, answer), plane.area)
    return Result(name, case, len(plane.arrows), answer.milliseconds, figures)


class Run:
    """All results, and how long the same reference took now and then."""

    def __init__(self, peers: dict[str, Peer]) -> None:
        self.peers = peers
        self.results: list[Result] = []
        self.noise: list[float] = []
        self.fixed = next(case for case in cases(REFERENCES, 0) if case.name == "sirebo")
        self.measured = 0.0
        router_ours.route(self.fixed.sop)

    def measure(self, name: str, many: int, few: int) -> None:
        for i, case in enumerate(cases(name, many)):
            result = ours(case)
            self.results.append(result)
            if result.ours is not None and i < few:
                for peer, route in self.peers.items():
                    self.results.append(theirs(peer, route, case, result.ours.plane))
            if time.perf_counter() - self.measured > NOISE_EVERY:
                self.noise.append(router_ours.route(self.fixed.sop).milliseconds)
                self.measured = time.perf_counter()

    def of(self, name: str, router: str) -> list[Result]:
        return [r for r in self.results if r.case.set == name and r.router == router]


# --- the table ------------------------------------------------------------------------------------

HEAD = (
    "set",
    "router",
    "n",
    "crossings, mean / max",
    "raw",
    "through",
    "overlaps",
    "wrong ports",
    "other",
    "with a violation",
    "bends an arrow",
    "corners an arrow",
    "at least",
    "corners followed",
    "these at least",
    "length, mm",
    "proved",
    "drawn = computed",
    "CPU ms, p50 / p95 / max",
)


def row(name: str, router: str, results: Sequence[Result]) -> list[str]:
    drawn = [(r, r.figures) for r in results if r.figures is not None]
    if not drawn:
        return [name, router, f"0 of {len(results)}", *("" for _ in HEAD[3:])]
    figures = [f for _, f in drawn]
    judged = [f.judged for f in figures]
    arrows = max(1, sum(r.arrows for r, _ in drawn))
    times = sorted(r.milliseconds for r, _ in drawn)
    done = [r.ours for r, _ in drawn if r.ours is not None]
    leasts = [r.least for r, _ in drawn if r.least is not None]
    proved = f"{share(sum(o.proved for o in done), len(done))}" if done else ""
    same = sum(o.computed == f.crossings == o.omegas for (r, f) in drawn if (o := r.ours) is not None)

    def mean(values: Iterable[float]) -> str:
        return f"{statistics.mean(values):.2f}"

    return [
        name,
        router,
        str(len(drawn)) if len(drawn) == len(results) else f"{len(drawn)} of {len(results)}",
        f"{mean(judged)} / {max(judged)}",
        mean(f.crossings for f in figures),
        mean(f.through for f in figures),
        mean(f.overlaps for f in figures),
        mean(f.wrong_ports for f in figures),
        mean(f.touches + f.tight + f.outside + f.slanted for f in figures),
        f"{sum(f.violations > 0 for f in figures)}",
        f"{sum(f.bends for f in figures) / arrows:.2f}",
        f"{sum(f.corners for f in figures) / arrows:.2f}",
        f"{sum(least.drawn for least in leasts) / arrows:.2f}" if leasts else "",
        f"{sum(f.followed for f in figures) / arrows:.2f}",
        f"{sum(least.followed for least in leasts) / arrows:.2f}" if leasts else "",
        f"{statistics.mean(f.length for f in figures) / POINTS_A_MILLIMETRE:.0f}",
        proved,
        share(same, len(done)) if done else "",
        f"{at(times, 0.5):.1f} / {at(times, 0.95):.1f} / {times[-1]:.0f}",
    ]


def at(times: Sequence[float], part: float) -> float:
    return times[min(len(times) - 1, int(len(times) * part))]


def share(some: int, all_: int) -> str:
    return "100 %" if some == all_ else f"{int(some / all_ * 10_000) / 100:.2f} %"


def print_table(run: Run, names: Sequence[str]) -> None:
    print("| " + " | ".join(HEAD) + " |")
    print("|" + "---|" * len(HEAD))
    for name in names:
        mine = run.of(name, SOPGEN)
        rows = [row(name, SOPGEN, mine)]
        compared = {id(r.case) for r in run.results if r.case.set == name and r.router != SOPGEN}
        if compared and len(compared) < len(mine):
            rows.append(row(name, "sopgen on the same", [r for r in mine if id(r.case) in compared]))
        rows += [row(name, peer, run.of(name, peer)) for peer in run.peers if compared]
        for cells in rows:
            print("| " + " | ".join(cells) + " |")


def print_remarks(run: Run) -> bool:
    """Whether nothing is wrong with sopgen's drawings."""
    noise = sorted(run.noise)
    if noise:
        ends = f"{noise[0]:.1f} / {at(noise, 0.5):.1f} / {at(noise, 0.95):.1f} / {noise[-1]:.1f}"
        print(f"\nNoise: specs/sirebo routed {len(noise)} times in between took {ends} ms (min / p50 / p95 / max).")
    mine = [r for r in run.results if r.router == SOPGEN]
    wrong = [r for r in mine if r.faults]
    listed("Wrong", [f"{r.name}: {'; '.join(r.faults)}" for r in wrong])
    unproved = [r for r in mine if r.ours and not r.ours.proved]
    listed("Not proved", [f"{r.name}: {r.ours.computed}, at least {r.ours.lower_bound}" for r in unproved if r.ours])
    small = [r for r in mine if len(r.case.sop.kegiatan) <= 60 and r.milliseconds > SLOW]
    listed(f"Slower than {SLOW:.0f} ms", [f"{r.name}: {r.milliseconds:.0f} ms" for r in small])
    listed("Fewer crossings elsewhere", list(better(run, mine)))
    return not wrong


def better(run: Run, mine: Sequence[Result]) -> Iterable[str]:
    """Where another router has fewer crossings than sopgen, raw or as judged, and at what price."""
    by_case = {id(r.case): r for r in mine}
    for r in run.results:
        own = by_case[id(r.case)]
        if r.router == SOPGEN or r.figures is None or own.figures is None or own.ours is None:
            continue
        if r.figures.crossings < own.figures.crossings:
            f = r.figures
            yield (
                f"{r.name}: {r.router} {f.crossings} raw, {f.judged} judged, {f.violations} violations; "
                f"sopgen {own.figures.crossings}{', proved' if own.ours.proved else ''}"
            )


def listed(title: str, lines: Sequence[str]) -> None:
    if lines:
        print(f"\n{title} ({len(lines)}):")
        for line in lines:
            print(f"- {line}")


def records(run: Run) -> Iterable[dict[str, object]]:
    for r in run.results:
        links = [(a.source, a.target) for a in r.ours.plane.arrows] if r.ours else []
        sop = r.case.sop
        found: dict[str, object] = {"set": r.case.set, "name": r.case.name, "router": r.router, "failed": r.failed}
        found |= {"steps": len(sop.kegiatan), "lanes": len(sop.pelaksana), "alive": arrows_alive(links)}
        found |= {"milliseconds": round(r.milliseconds, 2), "arrows": r.arrows}
        if r.ours:
            found |= {"computed": r.ours.computed, "lower_bound": r.ours.lower_bound, "proved": r.ours.proved}
        if r.least:
            found |= {"least_drawn": r.least.drawn, "least_followed": r.least.followed}
        yield found | (r.figures._asdict() if r.figures else {})


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare sopgen's router with others on the same places of symbols.")
    parser.add_argument("--sets", nargs="+", choices=ORDER, default=list(ORDER), metavar="SET", help=", ".join(ORDER))
    parser.add_argument("--share", type=float, default=1.0, help="of each set's problems; default: 1")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every result here, one object a line")
    parser.add_argument("--no-peers", action="store_true")
    wanted = parser.parse_args()
    peers: dict[str, Peer] = {}
    avoid = None
    if not wanted.no_peers:
        for module in (neato, libavoid):
            print(f"{module.NAME}: {module.version() or 'not installed: left out'}", file=sys.stderr)
        if neato.version():
            peers[neato.NAME] = neato.route
        if libavoid.version():
            avoid = libavoid.Libavoid()
            peers[libavoid.NAME] = avoid.route
    run = Run(peers)
    for name in wanted.sets:
        many, few = (max(1, round(n * wanted.share)) for n in COUNTS[name])
        run.measure(name, many, few)
        print(f"{name}: done", file=sys.stderr, flush=True)
    if avoid is not None:
        avoid.close()
    print_table(run, wanted.sets)
    if wanted.json:
        wanted.json.write_text("".join(json.dumps(r) + "\n" for r in records(run)), encoding="utf-8")
    return 0 if print_remarks(run) else 1


if __name__ == "__main__":
    sys.exit(main())
