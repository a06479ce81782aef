"""How wide a figure of the usual font is: what columns are counted in."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from sopgen.workbook.styles import MAIN, styles_of


@pytest.mark.parametrize(
    ("name", "points", "pixels"),
    [
        *(("Calibri", 11, 7), ("Aptos Narrow", 11, 7), ("Times New Roman", 12, 8), ("Times New Roman", 10, 7)),
        *(("Arial", 8, 6), ("Arial", 9, 7), ("Arial", 10, 7), ("ARIAL", 12, 9), ("Verdana", 10, 8), ("Tahoma", 8, 6)),
    ],
)
def test_a_figure_is_as_wide_as_its_type_has_it(name: str, points: int, pixels: int) -> None:
    """Symbols of a workbook in Arial 9, placed without cells, stood one lane too far to the right."""
    space = MAIN.strip("{}")
    font = f'<font><sz val="{points}"/><name val="{name}"/></font>'
    root = ET.fromstring(f'<styleSheet xmlns="{space}"><fonts>{font}</fonts></styleSheet>')
    assert styles_of(root).digit == pixels


def test_a_workbook_that_says_no_font_is_one_of_ours() -> None:
    assert styles_of(ET.fromstring(f'<styleSheet xmlns="{MAIN.strip("{}")}"/>')).digit == 8
