"""What a command left and said: its files and its diagnostics, read back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

OK, REFUSED, WRONG_COMMAND = 0, 1, 2
BUILT = "specs/baik.sop.yaml → output/baik.pdf (2 halaman)\n"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


class Said(NamedTuple):
    """One diagnostic as it was printed."""

    code: str
    line: int
    column: int
    message: str
    marked: str | None
    remedy: str


def write(project: Path, spec: str | bytes, name: str = "buruk") -> Path:
    path = project / "specs" / f"{name}.sop.yaml"
    path.write_bytes(spec.encode() if isinstance(spec, str) else spec)
    return path


def left_in(folder: Path) -> list[str]:
    """All files but the manifest."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".sopgen.json")
    return sorted(path.relative_to(folder).as_posix() for path in found)


HEADLINE = re.compile(r"specs/\w+\.sop\.yaml:(\d+):(\d+): ([A-Z]+-\d\d)(?: \((?:langkah|step) \d+\))?: (.+)")


def said(err: str, remedy_word: str) -> list[Said]:
    """The diagnostics printed; fails on any line that is none of theirs."""
    found: list[Said] = []
    lines = err.splitlines()
    while lines:
        head = HEADLINE.fullmatch(lines.pop(0))
        assert head, err
        marked = None
        if re.match(r" *\d+ \|", lines[0]):
            shown, carets = lines.pop(0), lines.pop(0)
            assert re.fullmatch(r" +\| *\^+", carets), carets
            cut = "…" if shown[len(carets) :] == "…" else ""
            marked = shown[carets.index("^") : len(carets)] + cut
        remedy = lines.pop(0)
        assert remedy.startswith(f"    {remedy_word}: "), remedy
        found.append(Said(head[3], int(head[1]), int(head[2]), head[4], marked, remedy))
    return found
