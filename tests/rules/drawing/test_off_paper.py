"""What a screen shows and paper does not, or the other way round, is one finding at its place."""

from __future__ import annotations

import re

import pytest

from sopgen.diagnostics import Severity
from tests.rules.drawing.edits import BOOK, DRAWING, SHEET, STYLES, Change, drawn_as, flow_sheet, row_of
from tests.rules.drawing.telling import LAST, NAME, STEP, one, title

ROW = row_of(NAME, STEP)
UNPRINTED = '<xdr:clientData fPrintsWithSheet="0"/>'


def swapped(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new, 1)


def area_without(row: int) -> Change:
    return lambda book: re.sub(
        r"'Prosedur'!\$A\$1:\$T\$(\d+)", rf"'Prosedur'!$A$1:$T${row - 1},'Prosedur'!$A${row + 1}:$T$\1", book
    )


def rows_below(*texts: str) -> Change:
    """Cells of columns C and M in the row under the table."""
    cells = zip("CM", texts, strict=False)
    held = "".join(
        f'<c r="{letter}{row_of(NAME, LAST) + 1}" t="inlineStr"><is><t>{t}</t></is></c>' for letter, t in cells
    )
    return swapped("</sheetData>", f'<row r="{row_of(NAME, LAST) + 1}">{held}</row></sheetData>')


def rich(letter: str, run: str) -> Change:
    """The text of a cell of step 2, its first word in a type of its own."""
    first, _, rest = flow_sheet(NAME).cells[ROW - 1, ord(letter) - ord("A")].partition(" ")
    runs = f'<r><rPr>{run}</rPr><t>{first}</t></r><r><t xml:space="preserve"> {rest}</t></r>'
    return lambda sheet: re.sub(
        rf'(<c r="{letter}{ROW}" s="\d+" t="inlineStr"><is>)<t>.*?</t>', lambda found: found[1] + runs, sheet
    )


@pytest.mark.parametrize(
    ("part", "change", "words", "place"),
    [
        (
            DRAWING,
            drawn_as(title(STEP), swapped("<xdr:clientData/>", UNPRINTED)),
            "1 bentuk tampak di layar dan tidak ikut tercetak",
            "hal. 2, langkah 2, kolom Kasubid",
        ),
        (BOOK, swapped("<workbookPr/>", '<workbookPr showObjects="none"/>'), "tanpa simbol dan panahnya", "lembar"),
        (SHEET, swapped("<pageSetup ", '<pageSetup draft="1" '), "tanpa simbol dan panahnya", "lembar Prosedur"),
        (BOOK, area_without(ROW), "di luar daerah cetak", "hal. 2, langkah 2, kolom No, Kegiatan"),
        (SHEET, rows_below("Total waktu", "3 hari"), "“Total waktu 3 hari”", "hal. 2, di bawah langkah 9"),
        (SHEET, rich("C", '<color rgb="FFFFFFFF"/>'), "huruf sewarna dasarnya", "hal. 2, langkah 2, kolom Kegiatan"),
        (SHEET, rich("C", '<rFont val="Wingdings"/>'), "jenis lambang", "hal. 2, langkah 2, kolom Kegiatan"),
        (SHEET, rich("C", '<sz val="1"/>'), "terlalu kecil", "hal. 2, langkah 2, kolom Kegiatan"),
    ],
)
def test_it_is_one_mandatory_finding(part: str, change: Change, words: str, place: str) -> None:
    found = one((part, change))
    assert (found.code, found.severity) == ("TBL-05", Severity.WAJIB)
    assert words in found.message.id
    assert found.where is not None
    assert found.where.id.startswith(place)


def test_a_picture_in_the_printed_head_is_told() -> None:
    def watermark(sheet: str) -> str:
        shown = sheet.replace("<oddHeader/>", "<oddHeader>&amp;C&amp;G</oddHeader>")
        return shown.replace("</worksheet>", "<legacyDrawingHF/></worksheet>")

    assert "gambar ditambahkan di kepala atau kaki cetak" in one((SHEET, watermark)).message.id


def test_what_is_added_outside_the_print_area_is_advice() -> None:
    note = f'<c r="W{ROW}" t="inlineStr"><is><t>lihat lampiran</t></is></c></row><row r="{ROW + 1}" '
    found = one((SHEET, swapped(f'</row><row r="{ROW + 1}" ', note)))
    assert found.severity is Severity.ANJURAN
    assert "“lihat lampiran” ditambahkan di luar daerah cetak" in found.message.id


@pytest.mark.parametrize(
    "colour",
    [
        '<a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr>',
        '<a:schemeClr val="bg1"/>',
        '<a:srgbClr val="FAFAFA"/>',
    ],
)
def test_an_arrow_painted_so_that_nobody_sees_it_is_gone(colour: str) -> None:
    found = one((DRAWING, drawn_as("Panah 2 → 3", lambda each: each.replace('<a:srgbClr val="000000"/>', colour))))
    assert (found.code, found.message.id) == ("PNH-06", "Panah dari langkah 2 ke 3 tidak ada.")


def test_one_in_grey_is_not() -> None:
    """Excel calls its greys the paper's colour, darkened."""
    from tests.rules.drawing.telling import told

    grey = '<a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr>'
    assert told((DRAWING, drawn_as("Panah 2 → 3", lambda each: each.replace('<a:srgbClr val="000000"/>', grey)))) == []


def test_a_label_in_white_is_gone() -> None:
    label = next(each.name for each in flow_sheet(NAME).shapes if each.name.startswith("Label langkah 5 ·"))
    white = r'\1<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    type_ = re.compile(r"(<a:rPr[^>]*>)<a:solidFill>.*?</a:solidFill>", re.DOTALL)
    found = one((DRAWING, drawn_as(label, lambda each: type_.sub(white, each))))
    assert (found.code, found.severity) == ("PNH-06", Severity.WAJIB)


def test_a_box_turned_onto_its_corner_is_no_box() -> None:
    found = one((DRAWING, drawn_as(title(STEP), lambda each: each.replace("<a:xfrm>", '<a:xfrm rot="2700000">'))))
    assert (found.code, found.severity) == ("FMT-02", Severity.WAJIB)


def test_a_number_with_its_unit_in_the_format_says_both() -> None:
    from tests.rules.drawing.edits import packed, parts_of, workbook
    from tests.rules.drawing.telling import entries, own

    parts = dict(parts_of(workbook(NAME)))
    styles, sheet = parts[STYLES].decode(), parts[SHEET].decode()
    count = len(re.findall(r"<xf ", styles[styles.index("<cellXfs") :].partition("</cellXfs>")[0]))
    format_ = '<numFmts count="1"><numFmt numFmtId="199" formatCode="0 &quot;menit&quot;"/></numFmts>'
    styles = re.sub(r'<numFmts count="0"\s*/>', "", styles).replace("<fonts", f"{format_}<fonts", 1)
    styles = styles.replace("</cellXfs>", '<xf numFmtId="199" fontId="0" fillId="0" borderId="0"/></cellXfs>')
    parts[STYLES] = styles.encode()
    parts[SHEET] = re.sub(
        r'<c r="M4" s="\d+" t="inlineStr">.*?</c>', f'<c r="M4" s="{count}"><v>15</v></c>', sheet
    ).encode()
    assert [each.message.id for each in entries(packed(parts)) if each.message.id not in own()] == []


def formula(reference: str, text: str, result: str) -> Change:
    return lambda sheet: re.sub(
        rf'<c r="{reference}" s="(\d+)".*?</c>',
        rf'<c r="{reference}" s="\1" t="str"><f>{text}</f><v>{result}</v></c>',
        sheet,
        count=1,
    )


def test_a_formula_that_gave_what_is_due_is_told_for_it_may_give_something_else() -> None:
    found = one((SHEET, formula("M4", '"5 hari"', "15 menit")))
    assert (found.code, found.severity) == ("TBL-05", Severity.WAJIB)
    assert 'sel berisi rumus (“="5 hari"”)' in found.message.id
    assert found.where is not None
    assert found.where.id == "hal. 2, langkah 1, kolom Waktu (sel Prosedur!M4)"


def test_one_that_gave_something_else_is_told_as_that() -> None:
    assert "(“5 hari”) tidak sama" in one((SHEET, formula("M4", '"5 hari"', "5 hari"))).message.id


def test_how_it_is_printed_leaves_open_nothing_that_it_says() -> None:
    from datetime import date

    from sopgen import finished
    from tests.rules.drawing.edits import changed

    scale = (SHEET, swapped('scale="100"', 'scale="40"'))
    held = finished.check_held(changed(NAME, scale), "x.xlsx", today=date(2026, 1, 15))
    assert (held.altered, held.unexamined) == (False, ())
