"""Pentagons read 1 2 3 at a page's head as at the foot above, where that costs no crossing."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.scene import Page

SPECS = Path(__file__).resolve().parents[3] / "specs"


@pytest.mark.parametrize("name", ["contoh-lengkap", "sirebo", "konsinyering"])
def test_every_strip_reads_from_left_to_right(name: str) -> None:
    document = pipeline.lay_out(pipeline.load(SPECS / f"{name}.sop.yaml"))
    strips = [strip for page in document.pages for strip in _strips(page)]
    assert all(strip == sorted(strip) for strip in strips), strips


def test_the_strips_are_there() -> None:
    document = pipeline.lay_out(pipeline.load(SPECS / "contoh-lengkap.sop.yaml"))
    assert [strip for page in document.pages for strip in _strips(page) if len(strip) > 1] == [[1, 2], [1, 2]]


def _strips(page: Page) -> list[list[int]]:
    """The numbers of the page's strips, each from left to right."""
    rows: defaultdict[float, list[tuple[float, int]]] = defaultdict(list)
    for symbol in page.symbols:
        if symbol.kind == "offpage" and symbol.number:
            rows[symbol.box[1]].append((symbol.box[0], int(symbol.number.text)))
    return [[number for _, number in sorted(row)] for row in rows.values()]
