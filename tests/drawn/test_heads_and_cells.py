"""Heads above several lanes, cells over several rows, words of one line each."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from sopgen.drawn.hyphens import CUT, whole, words_of
from sopgen.drawn.panels import panels_of
from sopgen.drawn.reading import Imported, read_panels
from sopgen.intake.loaded import Setelan
from sopgen.rules.drawing.charting import chart_of
from sopgen.rules.drawing.checking import check_drawing
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


def counted(heading: str, *waktu: str) -> list[str]:
    texts = {**TEXTS, (1, 5): heading, **{(3 + at, 5): text for at, text in enumerate(waktu)}}
    merges = tuple(each for each in MERGES if each[0][0] < 3)
    columns = (0, 30, 180, 270, 400, 480, 540, 620, 700, 760)
    shapes = tuple(Shape(at, "", "rect", (200, 45 + 50 * at, 240, 65 + 50 * at)) for at in (1, 2, 3))
    rows = (0, 20, 40, 80, 130, 180, 230, 250)
    (each,) = read_panels(panels_of((Sheet("A", columns, rows, texts, merges, shapes=shapes),)))
    return [step.get("waktu", "") for step in each.steps]


def test_bare_numbers_count_what_the_heading_of_their_column_says():
    assert counted("Waktu (menit)", "10", "1,5", "2 jam") == ["10 menit", "1,5 menit", "2 jam"]
    assert counted("Waktu (Hari Kerja)", "1", "2", "3") == ["1 hari kerja", "2 hari kerja", "3 hari kerja"]
    assert counted("Waktu", "10", "1", "2 jam") == ["10", "1", "2 jam"]
    assert counted("Waktu (menit/jam)", "10", "1", "2 jam") == ["10", "1", "2 jam"]


def test_a_row_that_only_says_where_the_flow_begins_or_ends_is_no_step():
    """Its capsule opens and closes the flow all the same."""
    texts = {
        (0, 0): "No", (0, 1): "Kegiatan", (0, 2): "Pelaksana", (0, 4): "Mutu Baku", (0, 7): "Ket.",
        (1, 2): "Staf", (1, 3): "Kabag", (1, 4): "Kelengkapan", (1, 5): "Waktu", (1, 6): "Output",
        (2, 1): "Mulai", (3, 0): "1", (3, 1): "Menyusun surat", (4, 0): "2", (4, 1): "Mengirim", (5, 1): "Selesai",
    }  # fmt: skip
    merges = (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 6)), ((0, 7), (1, 7)))
    columns, rows = (0, 30, 180, 270, 400, 480, 540, 620, 700, 760), (0, 20, 60, 110, 160, 210, 260, 280)
    kinds = "flowChartTerminator", "rect", "rect", "flowChartTerminator"
    shapes = tuple(Shape(at, "", kind, (200, 75 + 50 * at, 240, 95 + 50 * at)) for at, kind in enumerate(kinds))
    lines = tuple(
        Connector(at + 9, "", ((220, 95 + 50 * at), (220, 125 + 50 * at)), heads=(False, True)) for at in range(3)
    )
    (each,) = read_panels(panels_of((Sheet("A", columns, rows, texts, merges, shapes=shapes, lines=lines),)))
    assert [step["kegiatan"] for step in each.steps] == ["Menyusun surat", "Mengirim"]
    assert [doubt.message.en for doubt in each.doubts if "not read" in doubt.message.en] == []
    told = check_drawing(each, chart_of(each), "a.xlsx", Setelan())
    assert "SIM-01" not in {finding.code for finding in told}
