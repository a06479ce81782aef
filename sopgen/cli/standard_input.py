"""`-` among SPECS: the spec that comes in by standard input, as if it stood in the working folder."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopgen.intake import FileSource

STANDARD_INPUT = Path("-")
NAME = "spesifikasi.sop.yaml"


@cache
def standard_input() -> FileSource:
    """Read once; its sopgen.yaml and its logo are looked for from the working folder."""
    from sopgen.intake import FileSource
    from sopgen.intake.decoding import MAX_BYTES

    data = sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin is not None else b""
    return FileSource(Path(NAME), str(STANDARD_INPUT), data)


def source(spec: Path) -> FileSource | Path:
    """What to read for a spec of the command line."""
    return standard_input() if spec == STANDARD_INPUT else spec
