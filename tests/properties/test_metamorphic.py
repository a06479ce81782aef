"""What must not change when a spec is said another way: the crossings (routing.md, 6.11).

Held on one flow page: a page break empties the order of the arrows, so that cutting elsewhere changes the count.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sopgen.diagnostics import Refusal
from sopgen.intake.sop import Arah, Isi, Kegiatan, Sop
from sopgen.layout import lay_out
from tests.generator import generate
from tests.properties.generated import TOO_LARGE_FOR_PAPER, flow_pages, sop_of

SAME_EVERY_TIME = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)

seeds = st.integers(0, 9_999)
lengths = st.integers(3, 9)
widths = st.integers(2, 5)


def short_sop(seed: int, steps: int, lanes: int) -> Sop:
    """Few words and many decisions, so that one page holds much flow."""
    sop = sop_of(generate(seed, steps=(steps, steps), lanes=(lanes, lanes), letters=(1, 20), decisions=0.6))
    # The examples are about the flow: large paper, no other look.
    return sop._replace(tampilan=sop.tampilan._replace(kertas="Legal", ukuran_huruf=8.0, pita_tte=0.0))


def crossings(sop: Sop) -> int:
    """Of a drawing on one flow page; other examples, and such as fit no paper, do not count."""
    try:
        document = lay_out(sop)
    except Refusal as refusal:
        assume(not {d.code for d in refusal.diagnostics} <= TOO_LARGE_FOR_PAPER)
        raise
    assume(flow_pages(document) == 1)
    return document.figures.crossings


def on_one_page(sop: Sop) -> int:
    """The same for a chosen example, which must be drawn, on one flow page."""
    document = lay_out(sop)
    assert flow_pages(document) == 1
    return document.figures.crossings


def branches_turned(sop: Sop) -> Sop:
    return sop._replace(kegiatan=tuple(k._replace(arah=k.arah[::-1]) for k in sop.kegiatan))


@SAME_EVERY_TIME
@given(seeds, lengths, widths)
def test_mirrored_lanes(seed: int, steps: int, lanes: int) -> None:
    sop = short_sop(seed, steps, lanes)
    assert crossings(sop._replace(pelaksana=sop.pelaksana[::-1])) == crossings(sop)


@SAME_EVERY_TIME
@given(seeds, lengths, widths)
def test_branches_in_another_order(seed: int, steps: int, lanes: int) -> None:
    sop = short_sop(seed, steps, lanes)
    assert crossings(branches_turned(sop)) == crossings(sop)


@pytest.mark.parametrize("example", [(57061, 5, 3), (695259, 6, 3), (863916, 8, 3), (867915, 8, 4), (967264, 9, 5)])
def test_branches_in_another_order_found_by_search(example: tuple[int, int, int]) -> None:
    sop = short_sop(*example)
    assert on_one_page(branches_turned(sop)) == on_one_page(sop)


@SAME_EVERY_TIME
@given(seeds, lengths, widths, st.data())
def test_a_plain_step_more(seed: int, steps: int, lanes: int, data: st.DataObject) -> None:
    """A step inside an arrow to the next step takes that arrow's place among the others: nothing need cross it."""
    sop = short_sop(seed, steps, lanes)
    places = [k.nomor for k in sop.kegiatan if any(a.ke == k.nomor + 1 for a in k.arah)]
    longer = with_step_after(sop, data.draw(st.sampled_from(places)), data.draw(st.integers(0, lanes - 1)))
    assert crossings(longer) <= crossings(sop)


@pytest.mark.parametrize(
    ("example", "place", "lane"), [((980319, 5, 4), 3, 3), ((554996, 6, 3), 4, 2), ((713282, 7, 4), 3, 3)]
)
def test_a_plain_step_more_found_by_search(example: tuple[int, int, int], place: int, lane: int) -> None:
    sop = short_sop(*example)
    assert on_one_page(with_step_after(sop, place, lane)) <= on_one_page(sop)


def with_step_after(sop: Sop, place: int, lane: int) -> Sop:
    """A plain step between step `place` and the next, to which all but the arrow between the two keep leading."""

    def moved(arah: Arah, source: int) -> Arah:
        direct = source == place and arah.ke == place + 1
        return arah if arah.ke is None or arah.ke <= place or direct else arah._replace(ke=arah.ke + 1)

    new = Kegiatan(place + 1, Isi("Mencatat"), (sop.pelaksana[lane].id,), (Arah(place + 2),))
    old = [k._replace(arah=tuple(moved(a, k.nomor) for a in k.arah)) for k in sop.kegiatan]
    later = [k._replace(nomor=k.nomor + 1) for k in old[place:]]
    return sop._replace(kegiatan=(*old[:place], new, *later))


def test_a_step_more_keeps_the_flow() -> None:
    sop = sop_of(generate(1, steps=(8, 8), lanes=(3, 3)))
    place = next(k.nomor for k in sop.kegiatan if k.arah[0].ke == k.nomor + 1)
    longer = with_step_after(sop, place, 0)
    assert [k.nomor for k in longer.kegiatan] == list(range(1, 10))
    assert Arah(place + 2) in longer.kegiatan[place].arah
    assert any(a.ke == place + 1 for a in longer.kegiatan[place - 1].arah)
    assert sum(len(k.arah) for k in longer.kegiatan) == sum(len(k.arah) for k in sop.kegiatan) + 1


@pytest.mark.parametrize("seed", range(3))
def test_the_examples_have_crossings_to_count(seed: int) -> None:
    """Or equal numbers would prove nothing."""
    counts = []
    for number in range(seed * 100, seed * 100 + 60):
        sop = short_sop(number, 9, 3)
        try:
            counts.append(lay_out(sop).figures.crossings)
        except Refusal:
            continue
    assert max(counts) > 0
