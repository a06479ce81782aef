"""Which specs a check draws to know what `build` would refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.intake import MemorySource
from sopgen.intake.sop import Tampilan
from sopgen.layout import style
from sopgen.layout.paper import paper_of
from sopgen.rules import drawability
from sopgen.rules.drawability import may_be_undrawable
from tests.generator import generate
from tests.generator_dense import generate_dense

SPECS = Path(__file__).parents[2] / "specs"
KONSINYERING = (SPECS / "konsinyering.sop.yaml").read_text(encoding="utf-8")


def loaded(text):
    return pipeline.load(MemorySource("a.sop.yaml", text.encode()))


@pytest.mark.parametrize("seed", range(40))
def test_what_is_told_drawable_is_drawn(seed):
    spec = loaded(generate_dense(seed) if seed % 4 else generate(seed, steps=(8, 16)))
    if not may_be_undrawable(spec.sop):
        assert pipeline.lay_out(spec).pages


def test_many_arrows_past_a_row_are_drawn():
    assert may_be_undrawable(loaded(generate(99)).sop)  # refused for the tracks of its arrows, after half a minute


@pytest.mark.parametrize("name", ["konsinyering", "sirebo", "contoh-ringkas"])
def test_no_reference_is_drawn_for_nothing(name):
    assert not may_be_undrawable(pipeline.load(SPECS / f"{name}.sop.yaml").sop)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Mengonsep", "Mengonsep 文書", id="a letter that no face has"),
        pytest.param("Mengonsep", "Mengonsep " + "laporan yang panjang " * 200, id="a text as long as a page"),
        pytest.param("Tidak:", "Tidak sesuai dengan ketentuan yang berlaku:", id="a long label"),
        pytest.param("judul: ", "judul: " + "Pembuatan " * 40, id="a title as high as a page"),
    ],
)
def test_what_may_be_refused_is_drawn(old, new):
    assert old in KONSINYERING
    assert may_be_undrawable(loaded(KONSINYERING.replace(old, new, 1)).sop)


def test_its_measures_are_those_of_layout():
    for kertas, width in drawability.TABLE.items():
        paper = paper_of(Tampilan(kertas=kertas))
        assert width <= paper.right - paper.left < width + style.GRID
    assert drawability.NUMBERS == style.NO_WIDTH
    assert drawability.BROADEST == style.LANE_MOST
    assert drawability.LANES_SHARE == style.LANES_SHARE
    assert drawability.NARROWEST >= style.SYMBOL_LEAST_WIDTH + 4 * style.CLEAR_LEAST - 1e-6
