"""Cells that a sheet rules or shades apart: where a row has no symbol they say whose the step is, and that is told."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from sopgen.drawn.frames import frames_of
from sopgen.drawn.panels import panels_of
from sopgen.drawn.reading import Imported, read_panels
from sopgen.workbook.styles import Look, styles_of
from sopgen.workbook.values import Shape, Sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
THIN, HEAVY = Look(1, 1, 1, 1), Look(2, 2, 2, 2)
COLUMNS, ROWS = (0.0, 30, 180, 270, 400, 480, 540, 620, 700, 760), (0.0, 20, 40, 110, 190, 270, 290)
TEXTS = {
    (0, 0): "No", (0, 1): "Kegiatan", (0, 2): "Pelaksana", (0, 4): "Mutu Baku", (0, 7): "Ket.",
    (1, 2): "Staf", (1, 3): "Kabag", (1, 4): "Kelengkapan", (1, 5): "Waktu", (1, 6): "Output",
    (2, 0): "1", (2, 1): "Menyusun", (3, 0): "2", (3, 1): "Memeriksa", (4, 0): "3", (4, 1): "Mengirim",
}  # fmt: skip
MERGES = (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 6)), ((0, 7), (1, 7)))
CAPSULES = (
    Shape(1, "", "flowChartTerminator", (200, 60, 240, 80)),
    Shape(3, "", "flowChartTerminator", (200, 220, 240, 240)),
)


def read(looks: dict, *, shapes: tuple[Shape, ...] = CAPSULES) -> Imported:
    sheet = Sheet("A", COLUMNS, ROWS, TEXTS, MERGES, shapes=shapes, looks=looks)
    (found,) = read_panels(panels_of((sheet,)))
    return found


def table(row: int, column: int, look: Look) -> dict:
    """All cells of the lanes thin, one otherwise."""
    return {(at, lane): THIN for at in (2, 3, 4) for lane in (2, 3)} | {(row, column): look}


@pytest.mark.parametrize(
    ("looks", "executors"),
    [
        (table(3, 3, HEAVY), (1,)),
        (table(3, 2, HEAVY), (0,)),
        (table(3, 2, THIN._replace(filled=True)), (0,)),
        ({(3, 3): THIN}, (1,)),  # no rules between the lanes
        (table(3, 3, THIN), ()),  # like all others
        (table(3, 3, HEAVY) | {(3, 2): HEAVY}, ()),  # a whole row
    ],
)
def test_a_cell_apart_from_its_neighbours_stands_for_a_symbol(looks, executors):
    found = read(looks)
    assert found.read.executors[1] == executors
    (words,) = {each.message.en for each in found.doubts if each.step == 1 and "no symbol stands" in each.message.en}
    assert ("a framed cell" in words) == bool(executors)


def test_where_a_symbol_stands_no_frame_is_one():
    found = read(table(3, 3, HEAVY), shapes=(*CAPSULES, Shape(2, "", "rect", (210, 140, 250, 160))))
    assert found.read.executors[1] == (0,)


def test_a_side_is_as_heavy_as_either_cell_says_and_merged_cells_are_one():
    edges = tuple(10.0 * at for at in range(6))
    looks = {
        (1, 1): Look(left=2, top=2), (1, 2): Look(top=2), (2, 1): Look(left=2, bottom=2), (2, 2): Look(bottom=2),
        (1, 3): Look(left=2), (2, 3): Look(left=2),
    }  # fmt: skip
    (frame,) = frames_of(Sheet("A", edges, edges, {}, (((1, 1), (2, 2)),), looks=looks))
    assert (frame.box, frame.weight) == ((10.0, 10.0, 30.0, 30.0), 2)


def test_styles_say_borders_and_grounds():
    root = ET.fromstring(
        f"""<styleSheet xmlns="{MAIN}"><fills>
        <fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill></fills>
        <borders><border/><border><left style="thin"/><right style="thick"/><top style="hair"/><bottom style="none"/>
        </border></borders>
        <cellXfs><xf/><xf borderId="1"/><xf fillId="2"/><xf fillId="3"/><xf fillId="1"/><xf borderId="9"/></cellXfs>
        </styleSheet>"""
    )
    assert styles_of(root).looks == {1: Look(1, 2, 1, 0), 2: Look(filled=True)}


def test_ranges_of_millions_of_cells_cost_nothing():
    """Also where others run backward, whose cells would count below nothing."""
    edges = tuple(10.0 * at for at in range(6))
    huge, backward = ((0, 0), (1_000_000, 16_000)), ((1_000_000, 1), (0, 16_000))
    sheet = Sheet("A", edges, edges, {}, (huge, backward), looks={(1, 1): HEAVY})
    assert frames_of(sheet) == ()
    assert frames_of(sheet._replace(merges=(huge,), looks={})) == ()
