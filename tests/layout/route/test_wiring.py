"""The sweep unrolled: every strand is tied to the next band, from an arrow's start to its end."""

from __future__ import annotations

from sopgen.layout.route.problem import BandKind
from sopgen.layout.route.wiring import Wiring
from tests.layout.route.random_charts import random_charts

COUNT = 40


def wirings() -> list[Wiring]:
    return [chart.routed.wiring for chart in random_charts(COUNT)]


def test_every_strand_is_tied():
    for wiring in wirings():
        assert len(wiring.gaps) == len(wiring.bands) - 1
        for above, ties, below in zip(wiring.bands, wiring.gaps, wiring.bands[1:], strict=False):
            left = {tie.departure for tie in ties if tie.departure is not None}
            assert left == set(range(len(above.departures)))
            assert {tie.arrival for tie in ties} == set(range(len(below.arrivals)))
            for tie in ties:
                if tie.departure is not None:
                    assert above.departures[tie.departure].net == tie.net


def test_nothing_comes_from_above_the_first_band_or_leaves_the_last():
    for wiring in wirings():
        assert wiring.bands[0].arrivals == ()
        assert wiring.bands[-1].departures == ()


def test_every_passing_strand_goes_on_below():
    for wiring in wirings():
        for band, wires in zip(wiring.problem.bands, wiring.bands, strict=True):
            if band.kind is not BandKind.STEP:
                continue
            on = [i for i, strand in enumerate(wires.arrivals) if strand.slot % 2 == 0 and strand.goes_on]
            assert sorted(d.arrival for d in wires.departures if d.arrival is not None) == on


def test_strands_stand_in_the_order_of_their_slots():
    for wiring in wirings():
        for band, wires in zip(wiring.problem.bands, wiring.bands, strict=True):
            if band.kind is BandKind.STEP:
                for row in (wires.arrivals, wires.departures):
                    slots = [strand.slot for strand in row]
                    assert slots == sorted(slots)


def test_one_main_arrow_at_a_top_centre_and_one_arrow_at_a_bottom():
    for wiring in wirings():
        for wires in wiring.bands:
            if not wires.pentagons:
                for row in (wires.arrivals, wires.departures):
                    centred = [strand.slot for strand in row if strand.slot % 2]
                    assert len(set(centred)) == len(centred)


def test_every_link_is_carried_to_its_lower_end():
    for wiring in wirings():
        problem = wiring.problem
        for link in problem.links:
            strands = wiring.bands[link.bottom].arrivals
            if problem.bands[link.bottom].kind is BandKind.FOOT:
                assert link.pentagon in wiring.bands[link.bottom].pentagons
            elif link.is_return:
                ending = [strand for strand in strands if any(k == link.id for k, _ in strand.ends)]
                assert [link.id in wiring.nets[strand.net].links for strand in ending] == [True]
            else:
                top = 2 * problem.bands[link.target].lead + 1
                (strand,) = (s for s in strands if s.slot == top)
                assert wiring.nets[strand.net].target == link.target


def test_pentagons_stand_on_strips_each_once():
    strips = 0
    for wiring in wirings():
        for number, (band, wires) in enumerate(zip(wiring.problem.bands, wiring.bands, strict=True)):
            wanted = {
                k.pentagon
                for k in wiring.problem.links
                if k.pentagon is not None and (k.top if band.kind is BandKind.HEAD else k.bottom) == number
            }
            if band.kind is BandKind.STEP:
                assert wires.pentagons == ()
                continue
            strips += 1
            assert set(wires.pentagons) == wanted
            assert len(wires.pentagons) == len(wanted)
    assert strips > COUNT
