"""Pentagons in their strips: numbered from left to right at a page's foot and head, and within a lane."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.intake import MemorySource
from sopgen.scene import Document, Page, Symbol

SPECS = Path(__file__).resolve().parents[3] / "specs"
MANY = "judul: Sambungan\npelaksana: {a: A, b: B, c: C}\nkegiatan:\n" + "".join(
    f"  - {{uraian: Kegiatan {step}, pelaksana: {'abc'[step % 3]}"
    + (f", keputusan: {{Ya: {step + 1}, Tidak: {target}}}" if target else "")
    + "}\n"
    for step, target in ((n, {9: 2, 10: 5, 12: 24, 13: 23}.get(n)) for n in range(1, 26))
)


@cache
def drawn(name: str) -> Document:
    if name != "banyak":
        return pipeline.lay_out(pipeline.load(SPECS / f"{name}.sop.yaml"))
    return pipeline.lay_out(pipeline.load(MemorySource("banyak.sop.yaml", MANY.encode())))


def in_strip(page: Page, strip: str) -> list[Symbol]:
    found = [
        symbol
        for row in page.rows
        if row.strip == strip
        for symbol in page.symbols
        if symbol.kind == "offpage" and row.y0 < (symbol.box[1] + symbol.box[3]) / 2 < row.y1
    ]
    return sorted(found, key=lambda symbol: symbol.box[0])


@pytest.mark.parametrize("name", ["contoh-lengkap", "banyak"])
def test_a_foot_reads_from_left_to_right(name: str) -> None:
    numbers = [
        [int(symbol.number.text) for symbol in in_strip(page, "foot") if symbol.number] for page in drawn(name).pages
    ]
    told = [number for page in numbers for number in page]
    assert len(told) >= 2
    assert told == list(range(1, len(told) + 1))


@pytest.mark.parametrize("name", ["contoh-lengkap", "banyak"])
def test_every_pentagon_stands_within_a_lane(name: str) -> None:
    for page in drawn(name).pages:
        for symbol in (*in_strip(page, "foot"), *in_strip(page, "head")):
            left, _, right, _ = symbol.box
            assert any(lane.x0 <= left and right <= lane.x1 for lane in page.lanes), symbol.id


@pytest.mark.parametrize("name", ["contoh-lengkap", "banyak"])
def test_a_head_reads_from_left_to_right_where_that_costs_no_crossing(name: str) -> None:
    heads = [
        [int(symbol.number.text) for symbol in in_strip(page, "head") if symbol.number] for page in drawn(name).pages
    ]
    assert any(len(head) > 1 for head in heads)
    assert all(head == sorted(head) for head in heads), heads
