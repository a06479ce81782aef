"""Documents that somebody holds are judged by what their spec gives, drawn again."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import pipeline, redrawn
from sopgen.intake import MemorySource

SPEC = Path(__file__).parents[1] / "specs" / "sirebo.sop.yaml"
DRAW = pipeline.lay_out


@pytest.fixture
def drawn(monkeypatch):
    """Titles of what is drawn, one for each drawing."""
    titles = []
    monkeypatch.setattr(redrawn, "_newest", {})
    monkeypatch.setattr(
        pipeline, "lay_out", lambda loaded, *, draft: titles.append(loaded.sop.judul) or DRAW(loaded, draft=draft)
    )
    return titles


def held(name, text=None):
    return pipeline.load(MemorySource(name, text or SPEC.read_bytes()))


def test_a_workbook_and_a_pdf_of_one_sop_are_drawn_once_and_each_carries_its_own_spec(drawn):
    first, second = (redrawn.drawn_again(held(name)) for name in ("a.pdf", "a.xlsx"))
    assert len(drawn) == 1
    assert first == DRAW(held("a.pdf"))
    assert second == DRAW(held("a.xlsx"))


def test_a_draft_and_another_sop_are_drawn_anew(drawn):
    other = held("b.pdf", SPEC.read_bytes().replace(b"judul:", b"status: konsep\njudul:", 1))
    redrawn.drawn_again(held("a.pdf"))
    assert redrawn.drawn_again(held("a.pdf"), draft=True) == DRAW(held("a.pdf"), draft=True)
    assert redrawn.drawn_again(other) == DRAW(other)
    assert len(drawn) == 3
