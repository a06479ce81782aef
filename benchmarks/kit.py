"""The CI kit over a folder of many SOPs, of which one is deleted, one renamed and one logo changed.

    python -m benchmarks.kit [--specs 100] [--workflow]

The SOPs lie in one repository, a tenth of them below a nested sopgen.yaml with its own logo. Told are the time that
the hook, four shards with `gather`, and (with `--workflow`, which installs sopgen with pip) the example workflow take,
how many documents each makes, and whether what comes out is what a build of everything from nothing makes. The exit
code is 1 if it is not, or if the hook lets the change through before its documents are rebuilt.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.ci_bureau import KIT, ROOT, Bureau
from tests.workflow_runner import Runner

PARTS = 4
PUBLISHED = {"kompilasi.pdf", "indeks.xlsx", "peta.svg"}
Files = dict[str, bytes]


class Measured:
    """Rows of the table, and whether all was as it should be."""

    def __init__(self) -> None:
        self.fine = True

    def row(self, what: str, seconds: float, told: str, *, fine: bool = True) -> None:
        self.fine = self.fine and fine
        print(f"| {what} | {seconds:.1f} | {told} | {'yes' if fine else '**NO**'} |", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--specs", type=int, default=100)
    parser.add_argument("--workflow", action="store_true")
    asked = parser.parse_args()
    measured = Measured()
    print("| what | s | | as it should be |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        bureau = start(Path(name), asked.specs)
        few = asked.specs // 10
        shards(bureau, measured, "first, four shards", made=asked.specs)
        runner = workflow(Path(name), bureau) if asked.workflow else None
        if runner:
            publish(bureau, runner, measured, "first, workflow")
        hook(bureau, measured, asked.specs)
        # The deleted one is nobody's, the renamed one is new, the logo is in each below the nested sopgen.yaml.
        shards(bureau, measured, "changed, four shards", made=few + 1)
        if runner:
            publish(bureau, runner, measured, "changed, workflow")
    return 0 if measured.fine else 1


def start(folder: Path, count: int) -> Bureau:
    bureau = Bureau(folder)
    bureau.write_logo("specs/umum/logo.png", "navy")
    (bureau.home / "specs/umum/sopgen.yaml").write_text("logo: logo.png\n", encoding="utf-8")
    for number in range(1, count + 1):
        place = "umum/" if number <= count // 10 else ""
        bureau.write_spec(f"{place}surat-{number:03}.sop.yaml", number)
    target = bureau.home / ".github/workflows/sopgen.yml"
    target.parent.mkdir(parents=True)
    shutil.copy(KIT / "sopgen.yml", target)
    bureau.must("sopgen", "build")
    bureau.must("git", "add", "-A")
    bureau.must("git", "commit", "-q", "-m", "awal")
    bureau.add_hook()
    return bureau


def change(bureau: Bureau, last: int) -> tuple[str, str]:
    """The names of the documents that are nobody's then."""
    deleted, renamed = f"surat-{last - 1:03}", f"surat-{last:03}"
    bureau.must("git", "rm", "-q", f"specs/{deleted}.sop.yaml")
    bureau.must("git", "mv", f"specs/{renamed}.sop.yaml", "specs/berita.sop.yaml")
    bureau.write_logo("specs/umum/logo.png", "darkred")
    bureau.must("git", "add", "-A")
    return deleted, renamed


def hook(bureau: Bureau, measured: Measured, last: int) -> None:
    """The commit is stopped until the documents are those of its specs."""
    orphans = change(bureau, last)
    began = time.monotonic()
    stopped = bureau.commit()
    told = "stopped: " + stopped.stderr.strip().splitlines()[-1][:70] if stopped.returncode else "let through"
    measured.row("hook, documents not rebuilt", time.monotonic() - began, told, fine=stopped.returncode != 0)
    began = time.monotonic()
    built = bureau.run("sopgen", "build")
    told = f"{built.stdout.count(' → output/')} made"
    measured.row("sopgen build", time.monotonic() - began, told, fine=built.returncode == 0)
    for orphan in orphans:
        for suffix in ("pdf", "xlsx"):
            bureau.must("git", "rm", "-q", "-f", f"output/{orphan}.{suffix}")
    bureau.must("git", "add", "-A")
    began = time.monotonic()
    passed = bureau.commit()
    told = "passed" if passed.returncode == 0 else passed.stderr[-200:]
    measured.row("hook, documents rebuilt", time.monotonic() - began, told, fine=passed.returncode == 0)


def shards(bureau: Bureau, measured: Measured, what: str, *, made: int) -> None:
    """Each part in the output folder that it kept; then gathered and held against a build from nothing."""
    total, seconds = 0, []
    for part in range(1, PARTS + 1):
        began = time.monotonic()
        done = bureau.run("sopgen", "build", "--shard", f"{part}/{PARTS}", "-o", f"../bagian-{part}")
        seconds.append(time.monotonic() - began)
        total += done.stdout.count(f" → ../bagian-{part}/")
        assert done.returncode == 0, done.stderr
    fine = total == made
    measured.row(what, max(seconds), f"the slowest part; {total} SOPs made, {made} wanted", fine=fine)
    began = time.monotonic()
    parts = [f"../bagian-{part}" for part in range(1, PARTS + 1)]
    shutil.rmtree(bureau.home.parent / "dokumen", ignore_errors=True)
    done = bureau.run("sopgen", "gather", *parts, "-o", "../dokumen")
    took = time.monotonic() - began
    bureau.must("sopgen", "build", "-o", "../utuh")
    same = contents(bureau.home.parent / "dokumen") == contents(bureau.home.parent / "utuh")
    shutil.rmtree(bureau.home.parent / "utuh")
    left = (done.stdout + done.stderr).count("ditinggalkan")
    told = f"{left} files left out; byte for byte a build from nothing: {'yes' if same else 'no'}"
    measured.row("gather", took, told, fine=same and done.returncode == 0)


def workflow(folder: Path, bureau: Bureau) -> Runner:
    bare = folder / "biro.git"
    bureau.must("git", "init", "-q", "--bare", "-b", "main", str(bare))
    bureau.must("git", "remote", "add", "origin", bare.as_uri())
    return Runner(folder, bare, {"SOPGEN": str(ROOT)})


def publish(bureau: Bureau, runner: Runner, measured: Measured, what: str) -> None:
    bureau.must("git", "push", "-q", "origin", "main")
    began = time.monotonic()
    steps = list(runner.run())
    failed = [step for step in steps if step.code]
    made = sum(step.told.count(" → output/") for step in steps if step.name == "Make this part's documents")
    found = contents(runner.artifacts / "dokumen") if not failed else {}
    bureau.must("sopgen", "build", "-o", "../utuh")
    same = {name: data for name, data in found.items() if name not in PUBLISHED} == contents(
        bureau.home.parent / "utuh"
    )
    shutil.rmtree(bureau.home.parent / "utuh")
    told = f"{len(steps)} steps, {made} SOPs made, {len(found)} files published"
    told += f"; failed: {failed[0].name}: {failed[0].told[-100:]}" if failed else ""
    measured.row(what, time.monotonic() - began, told, fine=same and not failed)


def contents(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


if __name__ == "__main__":
    sys.exit(main())
