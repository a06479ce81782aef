"""Overrides that break a rule are refused before anything is routed."""

from __future__ import annotations

import pytest

from sopgen.flow import build_flow
from sopgen.intake.sop import Rute, Sop
from sopgen.layout.flowpages.overrides import check_overrides
from tests.layout.small_sops import changed, small_sop

STEPS = ("a", "b ? Ya 3 Tidak 1", "c ? Ya 4 Tidak selesai", "a")


def forced(steps: tuple[str, ...], **sides: str) -> Sop:
    """`s2_1="kiri"`: the second way out of kegiatan 2 leaves by the left."""
    sop = small_sop(*steps)
    kegiatan = list(sop.kegiatan)
    for name, side in sides.items():
        number, way = (int(part) for part in name.removeprefix("s").split("_"))
        arah = list(kegiatan[number - 1].arah)
        arah[way] = changed(arah[way], rute=Rute(keluar=side))  # type: ignore[arg-type]
        kegiatan[number - 1] = changed(kegiatan[number - 1], arah=tuple(arah))
    return changed(sop, kegiatan=tuple(kegiatan))


def faults(steps: tuple[str, ...], **sides: str) -> list[tuple[str, int | None, str]]:
    sop = forced(steps, **sides)
    found = check_overrides(build_flow(sop))
    return [(d.code, d.step, d.message.id.split("melanggar ")[1].split(":")[0]) for d in found]


@pytest.mark.parametrize(
    "sides",
    [
        {},
        {"s1_0": "bawah"},
        {"s2_0": "bawah", "s2_1": "kiri"},
        {"s2_0": "kiri", "s2_1": "kanan"},
        {"s3_0": "kanan", "s3_1": "bawah"},
        {"s2_1": "bawah"},
    ],
)
def test_what_keeps_the_rules_is_let_through(sides):
    assert faults(STEPS, **sides) == []


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ({"s1_0": "kiri"}, [("GAMBAR-04", 1, "SIM-03")]),
        ({"s2_0": "kiri", "s2_1": "kiri"}, [("GAMBAR-04", 2, "PNH-03")]),
        ({"s3_0": "kanan", "s3_1": "kanan"}, [("GAMBAR-04", 3, "PNH-03")]),
        (
            {"s1_0": "kanan", "s2_0": "kanan", "s2_1": "kanan"},
            [("GAMBAR-04", 1, "SIM-03"), ("GAMBAR-04", 2, "PNH-03")],
        ),
    ],
)
def test_what_breaks_a_rule_is_refused_by_its_name(sides, expected):
    assert faults(STEPS, **sides) == expected


def test_the_fault_points_at_its_kegiatan_and_says_what_to_do():
    sop = forced(STEPS, s2_0="kiri", s2_1="kiri")

    (found,) = check_overrides(build_flow(sop))

    assert found.path[:2] == ("kegiatan", 1)
    assert "kegiatan 2" in found.message.id
    assert "step 2" in found.message.en
    assert "rute" in found.remedy.id


def test_an_extra_capsule_frees_the_first_step():
    assert faults(("a ? Ya 2 Tidak 3", "b", "c"), s1_0="kanan") == []


def test_boxes_of_a_group_may_be_left_on_one_side_each():
    assert faults(("a", "bc ? Ya 3 Tidak 4", "a", "b"), s2_0="bawah", s2_1="bawah") == []
