"""Flows denser than any bureau writes are drawn too; layout examines each drawing and refuses what breaks a rule.

The committed seeds are the same as `benchmarks/fuzz.py --dense` runs by the thousand.
"""

from __future__ import annotations

import pytest

from sopgen.layout import lay_out
from sopgen.pipeline import render_document
from tests.generator_dense import generate_dense
from tests.layout.small_sops import small_sop
from tests.properties.generated import computed_crossings, sop_of
from tests.properties.readback import faults


@pytest.mark.parametrize("seed", range(25))
def test_is_drawn_with_the_crossings_computed_and_every_word(seed: int) -> None:
    sop = sop_of(generate_dense(seed))
    with computed_crossings() as computed:
        document = lay_out(sop)
    assert computed == [document.figures.crossings]
    assert list(faults(sop, document, render_document(document))) == []


@pytest.mark.parametrize("seed", [131, 547, 796])
def test_a_return_crosses_arrows_below_their_join(seed: int) -> None:
    """Each of these once showed one Ω more than the sweep had computed."""
    with computed_crossings() as computed:
        document = lay_out(sop_of(generate_dense(seed)))
    assert computed == [document.figures.crossings]
    assert document.figures.crossings


@pytest.mark.parametrize("seed", [37, 376])
def test_neighbouring_omegas_share_the_air_between_them(seed: int) -> None:
    """Each of these was refused, for twice the air was asked for between two Ω on one line."""
    assert lay_out(sop_of(generate_dense(seed))).figures.crossings > 1


def test_the_sample_is_dense() -> None:
    steps = [step for seed in range(25) for step in sop_of(generate_dense(seed)).kegiatan]
    returns = [arrow for step in steps for arrow in step.arah if arrow.ke is not None and arrow.ke < step.nomor]

    assert sum(step.keputusan for step in steps) > len(steps) / 2
    assert sum(len(step.arah) == 3 for step in steps) > len(steps) / 8
    assert len(returns) > len(steps) / 3


def test_every_kind_of_flow_occurs() -> None:
    sops = [sop_of(generate_dense(seed)) for seed in range(100)]

    assert {len(sop.pelaksana) for sop in sops} == {1, 2, 3, 4, 5}
    assert {len(sop.kegiatan) for sop in sops} == set(range(3, 10))
    assert any(len(step.pelaksana) > 1 for sop in sops for step in sop.kegiatan)
    assert any(not step.keputusan and len(step.arah) == 2 for sop in sops for step in sop.kegiatan)
    assert any(sum(arrow.ke is None for step in sop.kegiatan for arrow in step.arah) > 2 for sop in sops)


def test_no_more_is_drawn_than_computed_where_a_return_meets_a_join() -> None:
    steps = (
        "a ? Ya 2 Tidak 4",
        "c ? Ya 3 Tidak 6 Ragu 5",
        "c ? Ya 5 Tidak 1",
        "d > 5",
        "c ? Ya 6 Tidak 1",
        "e ? Ya selesai Tidak 3 Ragu 5",
    )
    with computed_crossings() as computed:
        document = lay_out(small_sop(*steps, lanes="abcde"))
    assert computed == [document.figures.crossings]
