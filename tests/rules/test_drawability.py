"""Which specs a check draws to know what `build` would refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import layout, pipeline
from sopgen.diagnostics import Refusal
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
    assert may_be_undrawable(loaded(generate_dense(8)).sop)


@pytest.mark.parametrize("seed", [10, 85, 145, 471, 659, 757])
def test_no_flow_far_from_a_refusal_is_drawn(seed):
    """Many ends of lines in rows nearby, many lines past a row, or wide boxes beside each other: not all at once."""
    assert not may_be_undrawable(loaded(generate(seed)).sop)


def test_ways_that_are_drawn_as_one_line_count_as_one():
    """Eight returns to step 1 are one line beside the others, and so few that no check draws them."""
    deciding = "".join(
        f"  - {{uraian: Memeriksa berkas {n}, pelaksana: {'ab'[n % 2]}, keputusan: {{Ya: {n + 1}, Tidak: 1}}}}\n"
        for n in range(2, 9)
    )
    first = "  - {uraian: Menyusun, pelaksana: a}\n"
    text = f"judul: Pemeriksaan\npelaksana: {{a: Kasubbag, b: Analis}}\nkegiatan:\n{first}"
    spec = loaded(f"{text}{deciding}  - {{uraian: Mengarsipkan, pelaksana: a}}\n")
    assert not may_be_undrawable(spec.sop)
    assert pipeline.lay_out(spec).pages


@pytest.mark.parametrize(("across", "drawn"), [("a, b, c, d", True), ("a, b", False)])
def test_lines_past_a_wide_box_across_all_lanes_and_another_are_drawn(across, drawn):
    """Four lines passed two such boxes in fifteen narrow lanes, and found no track in the outer ones."""
    steps = [
        ("a", "keputusan: {Ya: 2, Tidak: 6}"),
        ("[b, c]", "keputusan: {Ya: 3, Tidak: 7}"),
        (f"[{across}]", "keputusan: {Ya: 4, Tidak: 1}"),
        ("d", "keputusan: {Ya: 5, Tidak: 8}"),
        ("a", "keputusan: {Ya: 6, Tidak: 1}"),
        *[("a", "waktu: 1 jam")] * 4,
    ]
    kegiatan = "".join(f"  - {{uraian: Memeriksa, pelaksana: {lanes}, {rest}}}\n" for lanes, rest in steps)
    head = "judul: Pemeriksaan\ntampilan: {gabungan: lebar}\npelaksana: {a: A, b: B, c: C, d: D}\nkegiatan:\n"
    assert may_be_undrawable(loaded(head + kegiatan).sop) is drawn


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


@pytest.mark.parametrize("seed", [8, 30])
def test_a_drawing_without_any_search_is_enough_to_know_that_build_refuses_nothing(seed, monkeypatch):
    spec = loaded(generate_dense(seed))
    assert may_be_undrawable(spec.sop)
    monkeypatch.setattr(pipeline, "lay_out", lambda spec: pytest.fail("laid out with all its searches"))
    pipeline.ensure_drawable(spec)


def test_what_has_no_room_is_refused_by_a_check_as_by_a_build():
    spec = loaded(KONSINYERING.replace("Mengonsep", "Mengonsep " + "laporan yang panjang " * 400, 1))
    told = []
    for ask in (pipeline.lay_out, pipeline.ensure_drawable):
        with pytest.raises(Refusal) as refused:
            ask(spec)
        told.append([each.code for each in refused.value.diagnostics])
    assert told[0] == told[1]


def test_what_the_search_gives_up_a_drawing_without_one_serves(monkeypatch):
    monkeypatch.setattr(layout.FlowLayout, "lay_out", _only_hasty(layout.FlowLayout.lay_out))
    assert layout.lay_out(loaded(KONSINYERING).sop).pages


def _only_hasty(lay_out):
    def stand_in(self, *wishes):
        if not self.hasty:
            raise Refusal(())
        return lay_out(self, *wishes)

    return stand_in
