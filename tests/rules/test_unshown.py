"""What a workbook without a spec holds and its paper does not show leaves open whether it meets the rules."""

from __future__ import annotations

import re

import pytest

from sopgen import finished
from sopgen.rules.held import Held
from tests.rules.drawing.edits import packed, parts_of
from tests.rules.test_held_cases import CASES, TODAY

FLOW = "xl/worksheets/sheet2.xml"
STYLES = "xl/styles.xml"
BOOK = "xl/workbook.xml"
DRAWING = "xl/drawings/drawing1.xml"
FONT = '<font><name val="{name}"/>{more}<sz val="{size}"/></font>'


def by_hand(*edits: tuple[str, str, str]) -> Held:
    """A workbook drawn by hand; in each part what a pattern finds first is something else."""
    parts = dict(parts_of((CASES / "hand-1dot.xlsx").read_bytes()))
    for part, pattern, other in edits:
        text, count = re.subn(pattern, other, parts[part].decode(), count=1, flags=re.DOTALL)
        assert count
        parts[part] = text.encode()
    return finished.check_held(packed(parts), "x.xlsx", today=TODAY)


def dressed(font: str = "", number: int = 0) -> tuple[tuple[str, str, str], ...]:
    """The cell of the first step's activity in a style of its own."""
    style = f'<xf numFmtId="{number}" fontId="{1 if font else 0}" fillId="0" borderId="1"/></cellXfs>'
    return (
        (STYLES, "</font></fonts>", f"</font>{font}</fonts>"),
        (STYLES, '<numFmts count="0"/>', '<numFmts><numFmt numFmtId="199" formatCode=";;;"/></numFmts>'),
        (STYLES, "</cellXfs>", style),
        (FLOW, '<c r="B4" ', '<c r="B4" s="4" '),
    )


WHITE = FONT.format(name="Calibri", more='<color rgb="FFFFFFFF"/>', size=9)
SIGNS = FONT.format(name="Wingdings", more="", size=9)
STRUCK = FONT.format(name="Calibri", more="<strike/>", size=9)
TINY = FONT.format(name="Calibri", more="", size=1)
AREA = '<definedName name="_xlnm.Print_Area" localSheetId="1">Flowchart!$A$1:$I$4</definedName>'


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        (dressed(WHITE), "sewarna dasarnya"),
        (dressed(SIGNS), "jenis lambang"),
        (dressed(STRUCK), "dicoret"),
        (dressed(TINY), "terlalu kecil"),
        (dressed(number=199), "menyembunyikan isi selnya"),
        (((BOOK, "<definedNames/>", f"<definedNames>{AREA}</definedNames>"),), "di luar daerah cetak"),
        (((BOOK, "<workbookPr/>", '<workbookPr showObjects="none"/>'),), "tidak ikut tercetak"),
        (((FLOW, "<pageSetup ", '<pageSetup draft="1" '),), "tidak ikut tercetak"),
        (((DRAWING, "<xdr:clientData/>", '<xdr:clientData fPrintsWithSheet="0"/>'),), "Print object dimatikan"),
    ],
)
def test_what_paper_does_not_show_leaves_a_verdict_open(edits: tuple[tuple[str, str, str], ...], why: str) -> None:
    known = {each.what for each in by_hand().unexamined}
    (found,) = [each for each in by_hand(*edits).unexamined if each.what not in known]
    assert found.decisive
    assert why in found.why.id
    assert found.what.id.startswith("lembar Flowchart")


def test_a_conditional_format_is_named_and_leaves_nothing_open() -> None:
    rule = '<conditionalFormatting sqref="B4"><cfRule type="expression" priority="1"><formula>TRUE</formula></cfRule>'
    found = by_hand((FLOW, "<pageMargins", f"{rule}</conditionalFormatting><pageMargins"))
    (told,) = [each for each in found.unexamined if "bersyarat" in each.why.id]
    assert not told.decisive


def test_what_stands_in_a_hidden_row_is_in_no_other() -> None:
    """A symbol that begins and ends there is not drawn: it stood in the row below, beside that one's."""
    found = by_hand((FLOW, '<row r="5" ', '<row r="5" hidden="1" '))
    assert "SIM-07" not in {each.code for each in found.diagnostics}
