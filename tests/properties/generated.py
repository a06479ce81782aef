"""Generated specs, read and drawn."""

from __future__ import annotations

import tempfile
from pathlib import Path

from sopgen.scene import Document
from sopgen.spec import load_spec
from sopgen.spec.sop import Sop

TOO_LARGE_FOR_PAPER = frozenset({"GAMBAR-02", "GAMBAR-03", "GAMBAR-05", "GAMBAR-06"})
"""The only reasons for which a valid spec may be refused."""


def sop_of(text: str) -> Sop:
    """What the spec says. Nothing stays on the disk: only a logo would be read again, and none is generated."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "acak.sop.yaml"
        path.write_text(text, encoding="utf-8")
        return load_spec(path).sop


def flow_pages(document: Document) -> int:
    return sum(page.kind == "prosedur" for page in document.pages)
