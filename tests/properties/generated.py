"""Generated specs, read and drawn."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sopgen.intake import load_spec
from sopgen.intake.sop import Sop
from sopgen.layout.flowpages.care import FlowResult
from sopgen.layout.flowpages.layout import FlowLayout
from sopgen.scene import Document

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


@contextmanager
def computed_crossings() -> Iterator[list[int]]:
    """For each SOP laid out meanwhile, the crossings the sweep computed; the Scene tells only the Ω that are drawn."""
    found: list[int] = []
    plain = FlowLayout.lay_out

    def kept(*given: Any) -> FlowResult:
        result = plain(*given)
        found.append(sum(chart.routed.crossings for chart in result.charts))
        return result

    with patch.object(FlowLayout, "lay_out", kept):
        yield found
