"""Folder builds, as ratios measured in one run, and the memory over one as a plot.

    python benchmarks/bureau.py folder [--specs 1000]      two cores against one; a no-change run against a full one
    python benchmarks/bureau.py memory [--specs 2000]      writes benchmarks/bureau-memory.svg
    python benchmarks/bureau.py one                        one SOP against LibreOffice and typst
    python benchmarks/bureau.py kill [--rounds 50]         kill -9 at random moments

The specs are those of tests/generator.py, 4 to 14 steps. On POSIX only: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.generator import generate  # noqa: E402 - a script beside its package

COMMAND = (sys.executable, "-m", "sopgen", "build")
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
PLOT = Path(__file__).with_name("bureau-memory.svg")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure folder builds.")
    parser.add_argument("what", choices=["folder", "memory", "one", "kill"])
    parser.add_argument("--specs", type=int)
    parser.add_argument("--rounds", type=int)
    asked = parser.parse_args()
    match asked.what:
        case "folder":
            folder(asked.specs or 1000, asked.rounds or 1)
        case "memory":
            memory(asked.specs or 2000)
        case "one":
            one()
        case "kill":
            kill(asked.rounds or 50)


@contextmanager
def bureau(count: int) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "specs").mkdir()
        for seed in range(count):
            text = generate(seed, steps=(4, 14), lanes=(2, 6), letters=(5, 80))
            (home / f"specs/{seed:04d}.sop.yaml").write_text(text, encoding="utf-8")
        yield home


def seconds(home: Path, *arguments: str) -> float:
    started = time.perf_counter()
    done = subprocess.run([*COMMAND, *arguments], cwd=home, env=ENVIRONMENT, capture_output=True, check=False)
    took = time.perf_counter() - started
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return took


def folder(count: int, rounds: int) -> None:
    """In turns, so that what else the machine does falls on both sides alike."""
    with bureau(count) as home:
        one_core, two_cores, unchanged, checked = [], [], [], []
        one_work, two_work, one_loop, two_loops = [], [], [], []
        for _ in range(rounds):
            before = _work()
            one_core.append(seconds(home, "-o", "satu", "--jobs", "1", "--force"))
            between = _work()
            two_cores.append(seconds(home, "-o", "dua", "--jobs", "2", "--force"))
            one_work.append(between - before)
            two_work.append((_work() - between) / 2)
            one_loop.append(2 * _loops(1))
            two_loops.append(_loops(2))
            unchanged.append(seconds(home, "-o", "dua", "--jobs", "2"))
            checked.append(seconds(home, "-o", "dua", "--check"))
        same = _documents(home / "satu") == _documents(home / "dua")
    print(f"{count} specs, PDF and XLSX each, {rounds} rounds; one and two cores write the same bytes: {same}")
    _print_ratio("one core / two cores", one_core, two_cores)
    _print_ratio("the same, in processor seconds: what two free cores would give", one_work, two_work)
    _print_ratio("control: two bare loops one after the other / at once", one_loop, two_loops)
    _print_ratio("full run / no-change run", two_cores, unchanged)
    _print_ratio("full run / `--check`", two_cores, checked)


def _work() -> float:
    """Processor seconds of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _loops(count: int) -> float:
    """Seconds of `count` bare loops at once: how much of two cores this machine has to spare."""
    started = time.perf_counter()
    loops = [subprocess.Popen([sys.executable, "-c", "for _ in range(3 * 10**7): pass"]) for _ in range(count)]
    for loop in loops:
        loop.wait()
    return time.perf_counter() - started


def _print_ratio(what: str, ours: list[float], theirs: list[float]) -> None:
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    sides = f"{statistics.median(ours):.1f} | {statistics.median(theirs):.1f}"
    print(f"| {what} | {sides} | {min(ratios):.2f} / {statistics.median(ratios):.2f} / {max(ratios):.2f} |")


def one(rounds: int = 7) -> None:
    """Whole processes, in turns."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        spec = ROOT / "specs/sirebo.sop.yaml"
        sides = {"sopgen, PDF and XLSX": [*COMMAND, str(spec), "-o", "sendiri", "--force"]}
        subprocess.run(sides["sopgen, PDF and XLSX"], cwd=home, env=ENVIRONMENT, check=True, capture_output=True)
        if soffice := shutil.which("soffice"):
            profile = f"-env:UserInstallation=file://{home}/lo"
            workbook = str(home / "sendiri/sirebo.xlsx")
            sides["LibreOffice, that XLSX to PDF"] = [soffice, profile, "--headless", "--convert-to", "pdf", workbook]
        if _has("typst"):
            (home / "tabel.typ").write_text(_typst_table(), encoding="utf-8")
            program = "import typst; typst.compile('tabel.typ', output='tabel.pdf')"
            sides["typst, an equal table page"] = [sys.executable, "-c", program]
        took: dict[str, list[float]] = {side: [] for side in sides}
        for _ in range(rounds):
            for side, command in sides.items():
                started = time.perf_counter()
                subprocess.run(command, cwd=home, env=ENVIRONMENT, check=True, capture_output=True)
                took[side].append(time.perf_counter() - started)
    ours = statistics.median(took["sopgen, PDF and XLSX"])
    for side, times in took.items():
        median = statistics.median(times)
        print(f"| {side} | {min(times):.2f} / {median:.2f} / {max(times):.2f} s | {median / ours:.2f} |")


def _has(module: str) -> bool:
    from importlib.util import find_spec

    return find_spec(module) is not None


def _typst_table() -> str:
    """The texts of the flow table in a table of the same columns, without symbols and arrows."""
    from sopgen.pipeline import load

    sop = load(ROOT / "specs/sirebo.sop.yaml").sop
    rows = []
    for step in sop.kegiatan:
        cells = [str(step.nomor), step.uraian.teks, *([""] * len(sop.pelaksana)), step.kelengkapan.teks, step.waktu]
        rows.append("".join(f"[{_plain(cell)}], " for cell in [*cells, step.output.teks, step.keterangan.teks]))
    lanes = "1fr, " * len(sop.pelaksana)
    return (
        '#set page(paper: "a4", flipped: true, margin: 15mm)\n#set text(size: 8.5pt)\n'
        f"#table(columns: (auto, 4fr, {lanes}2fr, 1fr, 2fr, 2fr),\n" + "\n".join(rows) + ")\n"
    )


def _plain(text: str) -> str:
    return "".join(f"\\{char}" if char in "#*_`$<>@[]\\~" else char for char in text)


def memory(count: int) -> None:
    """The whole of one process tree every half second: one worker, so that all specs pass through one process."""
    with bureau(count) as home:
        process = subprocess.Popen(
            [*COMMAND, "--jobs", "1"], cwd=home, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        samples: list[tuple[int, float]] = []
        while process.poll() is None:
            time.sleep(0.5)
            made = len(list((home / "output").glob("*.xlsx"))) if (home / "output").exists() else 0
            resident = _resident(process.pid)
            if resident:
                samples.append((made, resident))
    PLOT.write_text(_plot(samples, count), encoding="utf-8")
    tenth = [mib for made, mib in samples if count * 0.08 < made < count * 0.12]
    last = [mib for made, mib in samples if made > count * 0.95]
    print(f"{count} specs in one process; at a tenth {max(tenth):.0f} MiB, at the end {max(last):.0f} MiB, most "
          f"{max(mib for _, mib in samples):.0f} MiB")  # fmt: skip


def _resident(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def _plot(samples: list[tuple[int, float]], count: int) -> str:
    width, height, left, foot = 640, 300, 52, 40
    most = max(100, 50 * (int(max(mib for _, mib in samples)) // 50 + 1))

    def place(made: float, mib: float) -> tuple[float, float]:
        return left + (width - left - 16) * made / count, height - foot - (height - foot - 30) * mib / most

    points = " ".join("{:.1f},{:.1f}".format(*place(*sample)) for sample in samples)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif"',
        ' font-size="11">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
        f'<text x="{left}" y="18" font-size="13">Resident memory of one process over {count} specs, MiB</text>',
    ]
    for mib in range(0, most + 1, 50):
        x, y = place(0, mib)
        lines.append(f'<line x1="{x}" y1="{y:.1f}" x2="{width - 16}" y2="{y:.1f}" stroke="#dddddd"/>')
        lines.append(f'<text x="{x - 6}" y="{y + 4:.1f}" text-anchor="end">{mib}</text>')
    for made in range(0, count + 1, max(1, count // 8)):
        x, y = place(made, 0)
        lines.append(f'<text x="{x:.1f}" y="{y + 16:.1f}" text-anchor="middle">{made}</text>')
    lines.append(f'<text x="{(left + width) / 2}" y="{height - 6}" text-anchor="middle">specs made</text>')
    lines.append(f'<polyline points="{points}" fill="none" stroke="#1f4e79" stroke-width="1.5"/>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def kill(rounds: int) -> None:
    """After each kill every file is whole, and the next run gives what an undisturbed one gives."""
    rng = random.Random(5)
    with bureau(14) as home:
        full = seconds(home, "-o", "utuh")
        whole = _documents(home / "utuh")
        killed = broken = wrong = 0
        for _ in range(rounds):
            shutil.rmtree(home / "output", ignore_errors=True)
            process = subprocess.Popen(
                [*COMMAND, "--jobs", str(rng.choice((1, 2)))],
                cwd=home,
                env=ENVIRONMENT,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            time.sleep(rng.uniform(0.05, full * 1.05))
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            left = _documents(home / "output")
            broken += sum(whole[name] != data for name, data in left.items())
            seconds(home)
            wrong += _documents(home / "output") != whole
            wrong += {path.name for path in (home / "output").iterdir()} != {*whole, ".sopgen.json"}
    print(f"{rounds} rounds, {killed} killed: {broken} broken files, {wrong} next runs that did not complete")


def _documents(folder: Path) -> dict[str, bytes]:
    if not folder.exists():
        return {}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".pdf", ".xlsx"}}


if __name__ == "__main__":
    main()
