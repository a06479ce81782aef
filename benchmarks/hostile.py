"""Hostile files without end: what any of them may cost, and whether each is told in words.

    python -m benchmarks.hostile [--seeds 0:10000] [--kinds zip,xml,pdf,…] [--keep FOLDER]

A seed makes one file, or a folder of them: a package, the XML in one, a PDF, a spec, a logo, odd file names, a form, an
SOP drawn by hand, a crowded page, a filled form, an issued document, a baseline, a bureau's defaults, questions to
`edit`; made to swell, to claim, to nest or to break, or spoilt at random from a sound one. Two commands that read such
files then run on it, each in a process of its own. A file is a failure if a command takes more than 20 s
of processor time or 500 MB, ends by a fault of the program's own, by a signal or by an exit code outside the contract,
refuses without a word, leaves a draft behind, or prints what a terminal would obey. The table says what each kind cost
at most. The exit code is 1 if anything fails.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.hostile_files.asking import ASK, ask_server
from benchmarks.hostile_files.kinds import KINDS
from benchmarks.hostile_files.making import OPEN, Bases, Command, Rng, build_bases, open_in_desk

MOST_SECONDS = 20  # of processor time, a command
MOST_MEGABYTES = 500
_WALL = 900  # seconds: a command that waits is one that hangs
_ROOM = 2 << 30  # bytes of address space besides what is there: nothing may harm the machine
_CODES = (0, 1, 2, 3)
_CRASHED = 99
_OBEYED = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]")
_INTERNAL = re.compile(rb"PROGRAM-|Traceback \(most recent|Errno")
_OTHERWISE = {OPEN: open_in_desk, ASK: ask_server}
_DOCUMENTS = (b"%PDF", b"PK")  # what `extract` may print of a file


class Ran(NamedTuple):
    """One command on one file. `fault`: why it fails, "" if it does not."""

    seed: int
    kind: str
    how: str
    command: str
    seconds: float
    megabytes: float
    code: int
    fault: str = ""


def try_seed(
    seed: int, kinds: Sequence[str] = tuple(KINDS), keep: Path | None = None, *, quick: bool = False
) -> list[Ran]:
    """Make the file of a seed and run its commands; `quick`: a small file, and one command."""
    rng = Rng(f"hostile {seed}", quick=quick)
    kind = kinds[seed % len(kinds)]
    with tempfile.TemporaryDirectory(prefix="hostile-") as name:
        folder = Path(name) / "bidang"
        folder.mkdir()
        made = KINDS[kind](rng, folder, sound_files())
        if keep is not None:
            shutil.copytree(folder, keep / f"{seed}", symlinks=True, dirs_exist_ok=True)
        return [_run(seed, kind, made.how, command, folder) for command in made.commands[: 1 if quick else None]]


@cache
def sound_files() -> Bases:
    return build_bases()


def _run(seed: int, kind: str, how: str, command: Command, folder: Path) -> Ran:
    said = folder.parent / "kata"
    child = os.fork()
    if child == 0:
        _in_child(command, folder, said)
    _, status, used = os.wait4(child, 0)
    out = said.read_bytes() if said.exists() else b""
    seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    code = os.waitstatus_to_exitcode(status)
    fault = _fault(code, out, seconds, megabytes, folder)
    return Ran(seed, kind, how, " ".join(command), seconds, megabytes, code, fault)


def _in_child(command: Command, folder: Path, said: Path) -> None:
    """Never returns."""
    code = _CRASHED
    try:
        os.chdir(folder)
        out = os.open(said, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for old, new in ((nothing, 0), (out, 1), (out, 2)):
            os.dup2(old, new)
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS + 5, MOST_SECONDS + 5))
        room = _address_space() + _ROOM
        resource.setrlimit(resource.RLIMIT_AS, (room, room))
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(_WALL)
        from sopgen.cli import run
        from sopgen.cli.console import speak_utf8

        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        speak_utf8()
        code = _OTHERWISE[command](folder) if command in _OTHERWISE else run(command)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001 - told by its code
        os.write(2, traceback.format_exc().encode("utf-8", "backslashreplace"))
        code = _CRASHED
    finally:
        os._exit(code)


def _address_space() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()


def _fault(code: int, out: bytes, seconds: float, megabytes: float, folder: Path) -> str:
    faults = []
    if code < 0:
        faults.append(f"signal {-code}")
    elif code not in _CODES:
        faults.append(f"exit code {code}")
    if seconds > MOST_SECONDS:
        faults.append(f"{seconds:.0f} s")
    if megabytes > MOST_MEGABYTES:
        faults.append(f"{megabytes:.0f} MB")
    if found := _INTERNAL.search(out):
        line = out[max(0, out.rfind(b"\n", 0, found.start())) :].strip().splitlines()[0]
        faults.append(line[:160].decode("utf-8", "replace"))
    if not out.startswith(_DOCUMENTS) and (obeyed := _OBEYED.search(out)):
        faults.append(f"prints {obeyed[0]!r}")
    if any(folder.rglob(".sopgen-*.tmp")):
        faults.append("a draft is left")
    return "; ".join(faults)


def table(ran: Sequence[Ran]) -> str:
    lines = ["| kind | files | commands | failures | s, most | s, all | MB, most |", "|---|---|---|---|---|---|---|"]
    for kind in sorted({each.kind for each in ran}):
        mine = [each for each in ran if each.kind == kind]
        files, failures = len({each.seed for each in mine}), sum(bool(each.fault) for each in mine)
        seconds, megabytes = [each.seconds for each in mine], max(each.megabytes for each in mine)
        lines.append(
            f"| {kind} | {files:,} | {len(mine):,} | {failures} "
            f"| {max(seconds):.1f} | {sum(seconds):.0f} | {megabytes:.0f} |"
        )
    return "\n".join(lines)


def try_all(seeds: Sequence[int], kinds: Sequence[str], keep: Path | None) -> Iterator[Ran]:
    sound_files()  # made once, and their modules imported, for all children
    for seed in seeds:
        yield from try_seed(seed, kinds, keep)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="0:500", help="FIRST:LAST, without the last; or one")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--keep", type=Path, help="keep the files of the seeds here")
    asked = parser.parse_args()
    first, _, last = asked.seeds.partition(":")
    seeds = range(int(first), int(last)) if last else [int(first)]
    began = time.monotonic()
    ran: list[Ran] = []
    with suppress(KeyboardInterrupt):  # the table of those that ran
        for each in try_all(seeds, asked.kinds.split(","), asked.keep):
            ran.append(each)
            if each.fault:
                print(f"{each.seed} {each.kind} ({each.how}): sopgen {each.command}: {each.fault}", flush=True)
    print(table(ran))
    for each in sorted(ran, key=lambda each: -each.seconds)[:8]:
        print(f"slow: {each.seed} {each.kind} ({each.how}): sopgen {each.command}: {each.seconds:.1f} s")
    for each in sorted(ran, key=lambda each: -each.megabytes)[:8]:
        print(f"large: {each.seed} {each.kind} ({each.how}): sopgen {each.command}: {each.megabytes:.0f} MB")
    print(f"{time.monotonic() - began:.0f} s")
    return int(any(each.fault for each in ran))


if __name__ == "__main__":
    sys.exit(main())
