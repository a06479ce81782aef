"""Heads above several lanes, cells over several rows, words of one line each."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from sopgen.drawn.hyphens import CUT, whole, words_of
from sopgen.drawn.panels import panels_of
from sopgen.drawn.reading import Imported, read_panels
from sopgen.intake.loaded import Setelan
from sopgen.rules.read_back import judge_read
from sopgen.workbook.values import Connector, Shape, Sheet

TEXTS = {
    (0, 0): "No", (0, 1): "Kegiatan", (0, 2): "Pelaksana", (0, 4): "Mutu Baku", (0, 7): "Ket.",
    (1, 2): "Bidang Teknis", (2, 2): "Staf", (2, 3): "Kabag", (1, 4): "Kelengkapan", (1, 5): "Waktu", (1, 6): "Output",
    (3, 0): "1", (3, 1): "Menyusun", (4, 0): "2", (4, 1): "Memeriksa", (5, 0): "3", (5, 1): "Mengirim",
    (3, 5): "1 jam", (4, 5): "2 hari kerja",
}  # fmt: skip
MERGES = (
    ((0, 0), (2, 0)), ((0, 1), (2, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 6)), ((0, 7), (2, 7)), ((1, 2), (1, 3)),
    ((1, 4), (2, 4)), ((1, 5), (2, 5)), ((1, 6), (2, 6)), ((4, 5), (5, 5)),
)  # fmt: skip


def found() -> Imported:
    shapes = tuple(
        Shape(at, "", "flowChartTerminator" if at != 2 else "rect", (200, 45 + 50 * at, 240, 65 + 50 * at))
        for at in (1, 2, 3)
    )
    lines = tuple(
        Connector(at + 3, "", ((220, 65 + 50 * at), (220, 95 + 50 * at)), heads=(False, True)) for at in (1, 2)
    )
    columns = (0, 30, 180, 270, 400, 480, 540, 620, 700, 760)
    rows = (0, 20, 40, 80, 130, 180, 230, 250)
    (each,) = read_panels(panels_of((Sheet("A", columns, rows, TEXTS, MERGES, shapes=shapes, lines=lines),)))
    return each


def test_a_head_above_several_lanes_is_their_group():
    assert yaml.safe_load(found().spec("a.xlsx"))["pelaksana"] == {
        "staf": {"nama": "Staf", "kelompok": "Bidang Teknis"},
        "kabag": {"nama": "Kabag", "kelompok": "Bidang Teknis"},
    }


def test_a_cell_over_several_rows_is_said_of_the_first_and_told():
    each = found()
    assert [step.get("waktu", "") for step in each.steps] == ["1 jam", "2 hari kerja", ""]
    assert [doubt.message.en for doubt in each.doubts if doubt.step == 1] == [
        "one merged cell of waktu for steps 2–3; its words were read as step 2's alone, and waktu of step 3 as empty"
    ]


def test_a_step_under_such_a_cell_is_not_told_to_lack_its_words():
    each = found()
    each = each._replace(identity=each.identity._replace(title="Pengiriman Surat"))
    judged = judge_read(each, "a.xlsx", Setelan(), today=date(2026, 1, 1))
    empty = [each.path for each in judged.diagnostics if each.code == "MB-01"]
    assert ("kegiatan", 2, "waktu") not in empty
    assert ("kegiatan", 2, "output") in empty


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"Dilakukan{CUT}\nsetiap awal bulan", "Dilakukan\nsetiap awal bulan"),
        (f"Persiapan{CUT}\nbahan", "Persiapan\nbahan"),
        (f"Pertanggu{CUT}\nngjawaban", "Pertanggungjawaban"),
        (f"Sekre{CUT}\ntaris", "Sekretaris"),
    ],
)
def test_a_word_that_fills_its_line_is_cut_only_if_no_part_is_a_word(text, read):
    assert whole(text, words_of((text,))) == read


def with_round_boxes(*, arrows: tuple[tuple[int, int], ...]) -> Imported:
    """Three steps whose symbols all have round corners."""
    shapes = tuple(Shape(at, "", "roundRect", (200, 45 + 50 * at, 240, 65 + 50 * at)) for at in (1, 2, 3))
    lines = tuple(
        Connector(10 + at, "", ((220, 65 + 50 * one), (220, 45 + 50 * other)), heads=(False, True))
        for at, (one, other) in enumerate(arrows)
    )
    columns = (0, 30, 180, 270, 400, 480, 540, 620, 700, 760)
    rows = (0, 20, 40, 80, 130, 180, 230, 250)
    (each,) = read_panels(panels_of((Sheet("A", columns, rows, TEXTS, MERGES, shapes=shapes, lines=lines),)))
    return each


def test_a_round_box_amid_the_flow_without_an_arrow_ends_nothing_and_is_doubted():
    each = with_round_boxes(arrows=((1, 2),))
    assert "selesai" not in each.spec("a.xlsx")
    assert {1, 2} <= {doubt.step for doubt in each.doubts}


def test_round_boxes_that_arrows_join_need_no_doubt():
    each = with_round_boxes(arrows=((1, 2), (2, 3)))
    assert [(edge.source, edge.target) for edge in each.read.edges] == [(0, 1), (1, 2)]
    assert "selesai" not in each.spec("a.xlsx")
