"""Too many executors: only a paper that holds them is recommended, and where none does, what else to do."""

from __future__ import annotations

import re

import pytest

from sopgen.diagnostics import Refusal
from sopgen.intake.sop import Arah, Isi, Kegiatan, Pelaksana, Sop, Tampilan
from sopgen.layout import lay_out
from sopgen.layout.paper import PAPERS
from sopgen.text.measure import BoxMeasurer
from tests.layout.small_sops import small_sop

MEASURER = BoxMeasurer()


def sop_on(paper: str, lanes: int) -> Sop:
    """Two steps, in the outermost of so many lanes."""
    steps = (
        Kegiatan(1, Isi("Mencatat"), ("p0",), (Arah(2),)),
        Kegiatan(2, Isi("Mengarsipkan"), (f"p{lanes - 1}",), (Arah(None),)),
    )
    executors = tuple(Pelaksana(f"p{number}", f"P{number}") for number in range(lanes))
    return Sop("Pencatatan", executors, steps, tampilan=Tampilan(kertas=paper))  # type: ignore[arg-type]


def refusal_of(paper: str, lanes: int) -> str | None:
    """The remedy, or None if the SOP is drawn."""
    try:
        lay_out(sop_on(paper, lanes), measurer=MEASURER)
    except Refusal as refusal:
        (found,) = refusal.diagnostics
        assert (found.code, found.path) == ("GAMBAR-03", ("pelaksana",))
        for paper_name in PAPERS:
            assert (paper_name in found.remedy.id) is (paper_name in found.remedy.en)
        return found.remedy.id
    return None


@pytest.mark.parametrize("lanes", [14, 16, 18, 20, 21, 23, 24, 30, 40])
def test_just_the_papers_that_suffice_are_named(lanes: int) -> None:
    remedies = {paper: refusal_of(paper, lanes) for paper in PAPERS}
    enough = {paper for paper, remedy in remedies.items() if remedy is None}
    for remedy in filter(None, remedies.values()):
        if enough:
            assert set(re.findall(r"A4|F4|Letter|Legal", remedy)) == enough
        else:
            assert remedy.startswith("Tidak ada kertas yang cukup lebar: kurangi pelaksana")


def test_the_most_that_the_widest_paper_holds_is_told() -> None:
    told = re.search(r"kertas Legal memuat paling banyak (\d+)", refusal_of("A4", 40) or "")
    assert told
    most = int(told[1])
    assert refusal_of("Legal", most) is None
    assert refusal_of("Legal", most + 1) is not None


def test_outer_lanes_grow_as_far_as_the_paper_has_room() -> None:
    """Wide boxes below each other leave lines the outer lanes alone: 48 points more were asked for at once, or none."""
    steps = (
        *("l", "gn", "g ? Ya 4 Tidak 8 Lain 2", "iah ? Ya 5 Tidak 12 Lain 13", "bmn ? Ya 6 Tidak 8 Lain selesai"),
        *("a", "n", "icfj ? Ya 9 Tidak 12", "adbm ? Ya 10 Tidak selesai", "e", "fen", "gh ? Ya 13 Tidak 9", "cnbg"),
    )
    sop = small_sop(*steps, lanes="abcdefghijklmn", kertas="Letter", gabungan="lebar")
    assert lay_out(sop).pages
