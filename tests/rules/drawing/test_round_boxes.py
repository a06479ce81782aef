"""Bureaus that draw every activity with round corners: one thing to mend, not a capsule at each step."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from sopgen import finished
from tests.rules.drawing.edits import DRAWING, edited, packed


def by_hand(outline: str, drawn: str = "flowChartProcess", roundness: int | None = None) -> bytes:
    """A workbook that carries no spec, its boxes (or what else was `drawn`) drawn as another shape."""

    def change(drawing: str) -> str:
        told = "" if roundness is None else f'<a:gd name="adj" fmla="val {roundness}"/>'
        return re.sub(
            rf'prst="{drawn}"(?:><a:avLst/>|><a:avLst></a:avLst>)',
            f'prst="{outline}"><a:avLst>{told}</a:avLst>',
            drawing,
        )

    data = edited("contoh-lengkap", DRAWING, change)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.startswith("customXml")}
    for name in ("[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"):
        parts[name] = re.sub(rb"<(?:Override|Relationship)[^>]*customXml[^>]*/>", b"", parts[name])
    return packed(parts)


@pytest.mark.parametrize("outline", ["roundRect", "flowChartAlternateProcess"])
def test_round_boxes_amid_the_flow_are_boxes_that_want_another_shape(outline):
    _, found = finished.check_workbook(by_hand(outline), "x.xlsx")
    drawn = [each for each in found if each.code[:3] in {"FMT", "SIM", "PNH", "OPC"}]
    assert {each.code for each in drawn} == {"FMT-02"}
    assert len({(each.message, each.remedy) for each in drawn}) == 1  # told once, its steps listed
    assert {each.step for each in drawn} == {3, 5, 7, 10, 11, 12, 13, 14, 15, 18, 19}
    assert "kegiatan di tengah alur" in drawn[0].message.id
    assert not any("apsul" in each.message.id for each in drawn)


@pytest.mark.parametrize(("roundness", "codes"), [(50_000, set()), (16_667, {"FMT-02"})])
def test_a_box_whose_ends_are_half_circles_is_a_capsule_on_paper(roundness, codes):
    _, found = finished.check_workbook(by_hand("roundRect", "flowChartTerminator", roundness), "x.xlsx")
    assert {each.code for each in found if each.code[:3] in {"FMT", "SIM"}} == codes
