"""Specs whose files are called what no file should be."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.hostile_files.making import SPEC, Bases, Made, Rng, flip

_PIECES = (
    b"a", b"\xe9", b"\xff", b"\n", b"\x1b[31m", b"%20", b" ", b"#", b"?", b"'", b'"', b"\\", b":", b"-", b"~$", b"*",
    "\u202e".encode(), "é".encode(), "e\u0301".encode(), "ﬁ".encode(), b"::error::", b"]]>", b"&amp;",
)  # fmt: skip


def make(rng: Rng, folder: Path, _bases: Bases) -> Made:
    (folder / "specs").mkdir()
    for _ in range(3):
        name = b"".join(rng.choice(_PIECES) for _ in range(rng.randrange(1, 12)))[:200]
        path = folder / "specs" / os.fsdecode(name + rng.choice((b".sop.yaml", b".sop.yaml", b".SOP.YAML")))
        text = SPEC.encode() if rng.random() < 0.7 else flip(rng, SPEC.encode())
        if not path.exists():
            path.write_bytes(text)
    commands = [
        ("check", "--format", rng.choice(("text", "json", "sarif", "junit", "html", "github"))),
        ("check", "--format", f"{rng.choice(('json', 'sarif', 'junit', 'html', 'github'))}=laporan"),
        ("check", "--baseline", "lama.json", "--update-baseline"),
        ("build", "--format", "xlsx", "--report", "json"),
        ("map", "--format", "dot"),
        ("index",),
        ("layout", "--json"),
    ]
    return Made("odd names", tuple(rng.sample(commands, 2)))
