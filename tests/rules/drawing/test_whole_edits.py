"""Edits of sheets as wholes: what is hidden, covered, merged, renamed, added or printed otherwise is told once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from sopgen.diagnostics import Diagnostic, Severity
from sopgen.workbook.package import parts_of
from tests.rules.drawing.edits import (
    ANCHOR,
    DRAWING,
    IDENTITY,
    SHEET,
    added,
    box,
    cell,
    changed,
    drawn_as,
    flow_sheet,
    moved,
    packed,
    row_of,
    symbol,
    typed,
    without,
    workbook,
)
from tests.rules.drawing.test_one_edit_one_finding import LAST, NAME, STEP, chain, entries, title, told

BOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
ROW = row_of(NAME, STEP)
KEGIATAN, WAKTU = "C", "M"
TEXTS = {"C": 2, "J": 9, "M": 12, "P": 15, "S": 18}
"""Columns whose cells hold the texts of steps."""
Change = Callable[[str], str]
WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln>'


def one(*edits: tuple[str, Change], name: str = NAME) -> Diagnostic:
    found = [each for each in told(*edits, name=name) if "yang tercetak lain" not in each.message.id]
    assert len(found) == 1, [(each.code, each.message.id, each.where) for each in found]
    assert "“”" not in found[0].message.id
    return found[0]


def hidden(row: int) -> Change:
    return lambda sheet: sheet.replace(f'<row r="{row}" ', f'<row r="{row}" hidden="1" ')


def as_high(row: int, points: float) -> Change:
    return lambda sheet: re.sub(rf'(<row r="{row}" ht=)"[\d.]+"', rf'\g<1>"{points}"', sheet)


def as_wide(column: str, width: str) -> Change:
    number = ord(column) - ord("A") + 1
    return lambda sheet: re.sub(rf'<col width="[\d.]+"( customWidth="1" min="{number}")', rf"<col {width}\1", sheet)


def flat(row: int) -> Change:
    """Shapes that begin and end in a hidden row, as a spreadsheet writes their ends: without any height."""
    return lambda drawing: re.sub(
        rf"<xdr:row>{row - 1}</xdr:row><xdr:rowOff>\d+</xdr:rowOff>",
        f"<xdr:row>{row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff>",
        drawing,
    )


UNSEEN = {
    "hidden": ((SHEET, hidden(ROW)),),
    "hidden, shapes flattened": ((SHEET, hidden(ROW)), (DRAWING, flat(ROW))),
    "of no height": ((SHEET, as_high(ROW, 0)),),
    "too low to be read": ((SHEET, as_high(ROW, 3)),),
    "the first": ((SHEET, hidden(row_of(NAME, 1))),),
    "a decision's": ((SHEET, hidden(row_of(NAME, 5))),),
    "the last": ((SHEET, hidden(row_of(NAME, LAST))),),
    "two": ((SHEET, chain(hidden(ROW), hidden(ROW + 1))),),
}


@pytest.mark.parametrize("how", UNSEEN)
def test_rows_that_nobody_sees_are_one_entry(how: str) -> None:
    found = one(*UNSEEN[how])
    assert (found.code, found.severity) == ("TBL-05", Severity.WAJIB)
    assert "tidak tampak: baris" in found.message.id
    assert found.where is not None
    assert re.match(r"hal\. 2, langkah \d(, \d)?, kolom No \(sel Prosedur!A\d", found.where.id)


@pytest.mark.parametrize(
    ("part", "column", "width", "place"),
    [
        (SHEET, WAKTU, 'width="0" hidden="1"', "hal. 2, kepala tabel, kolom Waktu"),
        (SHEET, WAKTU, 'width="0.2"', "hal. 2, kepala tabel, kolom Waktu"),
        (SHEET, KEGIATAN, 'width="0" hidden="1"', "hal. 2, kepala tabel, kolom Kegiatan"),
        (SHEET, "A", 'width="0" hidden="1"', "hal. 2, kepala tabel, kolom No"),
        (SHEET, "H", 'width="0" hidden="1"', "hal. 2, kepala tabel, kolom Asdep"),
        (IDENTITY, "C", 'width="0" hidden="1"', "hal. 1, baris Nomor SOP"),
    ],
)
def test_so_are_columns(part: str, column: str, width: str, place: str) -> None:
    found = one((part, as_wide(column, width)))
    assert "kolom lembar" in found.message.id
    assert found.where is not None
    assert found.where.id.startswith(place)


def test_a_title_changed_in_both_places_is_one_entry_that_names_both() -> None:
    (row, column), said = next((at, text) for at, text in flow_sheet(NAME).cells.items() if at == (0, 0))
    assert (row, column) == (0, 0)
    edits = (IDENTITY, cell("C9", "Pembuatan Laporan Konsinyering Triwulan")), (SHEET, cell("A1", f"{said} TRIWULAN"))
    found = one(*edits)
    assert found.where is not None
    assert found.where.id == (
        "hal. 1, baris Judul SOP; hal. 2, di atas tabel alur (sel Identitas!C9, Prosedur!A1)"
    )  # fmt: skip


def test_two_edits_of_the_title_are_two() -> None:
    found = told((IDENTITY, cell("C9", "Pembuatan Laporan Triwulan")), (SHEET, cell("A1", "PROSEDUR LAIN SEKALI")))
    assert len(found) == 2


def test_a_number_changed_wherever_it_stands_is_one() -> None:
    number = "01/K/PAN-RB/D.IV/4/2012"
    found = one(*((part, lambda sheet: sheet.replace(number, f"{number}-B")) for part in (IDENTITY, SHEET)))
    assert found.where is not None
    assert found.where.id.startswith(
        "hal. 1, baris Nomor SOP; lembar Identitas, kepala atau kaki cetak; lembar Prosedur"
    )


def test_words_replaced_in_several_steps_are_one() -> None:
    name = "contoh-lengkap"
    cells = flow_sheet(name).cells
    same = [(row, column) for (row, column), text in cells.items() if text == "1 jam" and row > 3]
    assert len(same) > 1
    refs = [f"{chr(ord('A') + column)}{row + 1}" for row, column in same]
    found = one((SHEET, chain(*(cell(ref, "9 hari") for ref in refs))), name=name)
    assert "kolom Waktu (“9 hari”) tidak sama" in found.message.id


def test_two_boxes_that_changed_places_are_one() -> None:
    found = one((IDENTITY, _exchanged("A15", "B15")))
    assert found.message.id == (
        "Isi kotak Peringatan dan Pencatatan dan Pendataan tertukar, tidak seperti di spesifikasinya."
    )


def _exchanged(one_: str, other: str) -> Change:
    def over(sheet: str) -> str:
        held = [re.search(rf'<c r="{ref}" s="\d+"[^>]*>(.*?)</c>', sheet, re.DOTALL) for ref in (one_, other)]
        first, second = (found[1] for found in held if found)
        return sheet.replace(first, "#").replace(second, first).replace("#", second)

    return over


def test_a_label_of_the_form_written_over_is_one() -> None:
    found = one((IDENTITY, cell("A14", "CATATAN PENTING")))
    assert found.message.id == "Lembar “Identitas”: label “PERINGATAN” diganti “CATATAN PENTING”."


def covering(references: str, text: str = "", row: int = ROW) -> Change:
    """A white rectangle upon a row's cells, from one column to another."""
    first, last = (ord(letter) - ord("A") for letter in references)
    sheet = flow_sheet(NAME)
    at = (sheet.columns[first] + 1, sheet.rows[row - 1] + 1, sheet.columns[last + 1] - 1, sheet.rows[row] - 1)
    drawn = box("rect", at, text).replace("<a:avLst/></a:prstGeom>", f"<a:avLst/></a:prstGeom>{WHITE}", 1)
    return added(drawn)


@pytest.mark.parametrize(
    ("references", "text", "place"),
    [
        ("CC", "", "hal. 2, langkah 2, kolom Kegiatan"),
        ("MM", "", "hal. 2, langkah 3, kolom Waktu"),
        ("MM", "9 hari", "hal. 2, langkah 3, kolom Waktu"),
        ("EH", "", "hal. 2, langkah 2, kolom Kasubid"),
        ("AS", "", "hal. 2, langkah 3, kolom No, Kegiatan, Analis, Waktu dan 2 kolom lagi"),
    ],
)
def test_a_cover_says_which_steps_and_columns_it_covers(references: str, text: str, place: str) -> None:
    found = one((DRAWING, covering(references, text, row_of(NAME, int(place.split()[3][0])))))
    assert found.severity is Severity.WAJIB
    assert "menutupi isi tabel" in found.message.id
    assert found.where is not None
    assert found.where.id.startswith(place)


def second(over: float) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = symbol(NAME, STEP).box
    return x0 + over, y0, x1 + over, y1


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (second(60), "2 simbol dalam satu baris (kolom Kasubid, Analis) tanpa garis penghubung"),
        (second(6), "2 simbol Kasubid dalam satu baris"),
    ],
)
def test_a_second_symbol_is_one_entry_however_it_is_anchored(at: tuple[float, ...], said: str) -> None:
    found = one((DRAWING, added(box("flowChartProcess", at))))
    assert (found.code, found.severity) == ("SIM-07", Severity.WAJIB)
    assert found.message.id == f"{said}; menurut spesifikasinya 1, di kolom Kasubid."


def test_a_symbol_dragged_to_another_row_is_one() -> None:
    found = one((DRAWING, drawn_as(title(STEP), moved(rows=1))))
    assert (found.code, found.message.id) == ("PNH-04", "Simbol langkah 2 berada di baris langkah 3.")


@pytest.mark.parametrize("colour", ["<a:noFill/>", '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'])
def test_an_arrow_that_nobody_sees_is_gone(colour: str) -> None:
    line = drawn_as(
        "Panah 2 → 3",
        lambda anchor: re.sub(r"(<a:ln[^>]*>)<a:solidFill>.*?</a:solidFill>", rf"\1{colour}", anchor),
    )
    found = one((DRAWING, line))
    assert (found.code, found.severity) == ("PNH-06", Severity.WAJIB)


def test_a_symbol_in_white_is_gone() -> None:
    found = one((DRAWING, drawn_as(title(STEP), lambda anchor: anchor.replace('val="000000"', 'val="FFFFFF"'))))
    assert (found.code, found.severity) == ("PNH-04", Severity.WAJIB)


def test_a_return_turned_round_is_one_entry_though_an_arrow_leads_there_already() -> None:
    def turned(anchor: str) -> str:
        return anchor.replace("tailEnd", "#").replace("headEnd", "tailEnd").replace("#", "headEnd")

    found = one((DRAWING, drawn_as("Panah 5 → 4", turned)))
    assert (found.code, found.severity) == ("PNH-06", Severity.WAJIB)
    assert found.message.id == "Panah dari langkah 5 ke 4 terbalik arahnya."


def test_an_arrow_with_two_heads_is_mandatory() -> None:
    double = drawn_as("Panah 2 → 3", lambda anchor: anchor.replace("<a:tailEnd", '<a:headEnd type="arrow"/><a:tailEnd'))
    found = one((DRAWING, double))
    assert (found.severity, found.message.id) == (Severity.WAJIB, "Panah berkepala di kedua ujungnya: 2 → 3.")


def test_texts_sorted_anew_are_one_entry_with_few_consequences() -> None:
    rows = [row_of(NAME, step) for step in range(1, LAST + 1)]
    cells = flow_sheet(NAME).cells
    order = sorted(rows, key=lambda row: cells[row - 1, 2])

    def sort(sheet: str) -> str:
        for row, other in zip(rows, order, strict=True):
            for letter, at in TEXTS.items():
                sheet = cell(f"{letter}{row}", cells.get((other - 1, at), ""))(sheet)
        return sheet

    found = [each for each in told((SHEET, sort)) if each.severity is Severity.WAJIB and each.code == "TBL-05"]
    assert [each.message.id.partition(":")[0] for each in found] == ["Urutan langkah diubah"]
    assert len(found[0].consequences) <= 6


def test_heads_of_two_lanes_exchanged_are_one() -> None:
    found = one((SHEET, chain(cell("E3", "Kasubid"), cell("F3", "Kabid"))))
    assert "tertukar nama" in found.message.id


def test_a_sheet_that_is_gone_is_one_entry() -> None:
    def gone(book: str) -> str:
        book = re.sub(r'<sheet name="Identitas"[^>]*/>', "", book)
        return re.sub(r'<definedName[^>]*localSheetId="0".*?</definedName>', "", book).replace(
            'localSheetId="1"', 'localSheetId="0"'
        )

    assert one((BOOK, gone)).message.id == "Lembar “Identitas” tidak ada lagi di buku kerja ini."


@pytest.mark.parametrize(
    "change",
    [
        lambda book: book.replace('name="Prosedur"', 'name="Alur"').replace("'Prosedur'!", "'Alur'!"),
        lambda book: (
            re.sub(r"(<sheet [^>]*/>)(<sheet [^>]*/>)", r"\2\1", book)
            .replace('localSheetId="0"', "#")
            .replace('localSheetId="1"', 'localSheetId="0"')
            .replace("#", 'localSheetId="1"')
        ),
    ],
)
def test_sheets_renamed_or_in_another_order_are_told_nothing(change: Change) -> None:
    assert told((BOOK, change)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda setup: setup.replace('scale="100"', 'scale="40"'),
            "tercetak 40 % dari ukurannya, hurufnya sekitar 4 pt",
        ),
        (lambda setup: setup.replace('scale="100"', 'scale="140"'), "terpotong ke samping"),
        (lambda setup: setup.replace("landscape", "portrait"), "karena kertasnya tegak (Portrait)"),
        (lambda setup: re.sub('paperSize="9"', 'paperSize="11"', setup), "karena kertasnya A5"),
        (lambda setup: re.sub('paperSize="9"', 'paperSize="8"', setup), ""),
        (lambda setup: setup.replace('scale="100"', 'scale="95"'), ""),
    ],
)
def test_a_page_set_up_so_that_it_prints_small_or_cut_is_told_with_its_cause(change: Change, said: str) -> None:
    edit = (SHEET, lambda sheet: re.sub(r"<pageSetup [^>]*/>", lambda found: change(found[0]), sheet))
    if said:
        found = one(edit)
        assert said in found.message.id
        assert (found.severity, found.where and found.where.id) == (
            Severity.ANJURAN,
            "lembar Prosedur, pengaturan halaman (Page Layout)",
        )
    else:
        assert told(edit) == []


def test_pages_fitted_into_one_are_told() -> None:
    def fitted(sheet: str) -> str:
        return sheet.replace("<pageSetUpPr/>", '<pageSetUpPr fitToPage="1"/>')

    found = [each for each in told((SHEET, fitted), name="contoh-lengkap") if "Fit to" in each.message.id]
    assert len(found) == 1


def test_pentagons_deleted_on_both_pages_are_one() -> None:
    pair = [each.name for each in flow_sheet("sirebo").shapes if each.name.startswith("Konektor 1 ")]
    assert len(pair) == 2
    found = one((DRAWING, chain(*(without(each) for each in pair))), name="sirebo")
    assert (found.code, found.severity) == ("PNH-04", Severity.WAJIB)


def test_a_pentagon_with_another_number_is_one() -> None:
    name = "Konektor 1 · ke halaman lain"
    found = one(
        (DRAWING, drawn_as(name, lambda anchor: anchor.replace("<a:t>1<", "<a:t>9<"))),
        name="sirebo",
    )
    assert "9 di kaki halaman dan 1 di kepala halaman berikutnya" in found.message.id


def test_every_place_is_in_words() -> None:
    """No bare cell, in whatever is found in a workbook."""
    for edits in UNSEEN.values():
        for each in entries(changed(NAME, *edits)):
            assert each.where is not None
            assert not re.match(r"(sel )?\w+![A-Z]+\d+", each.where.id)


def without_spec(data: bytes) -> bytes:
    parts = {name: part for name, part in parts_of(data).items() if not name.startswith("customXml")}
    for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        parts[name] = re.sub(rb"<(Relationship|Override)[^>]*customXml[^>]*/>", b"", parts[name])
    return packed(parts)


def test_where_nobody_can_say_the_page_the_sheet_is_named() -> None:
    typed_in = chain(typed(title(1), "Mulai"), typed(title(LAST), "Selesai"))
    found = {each.code: each for each in entries(without_spec(changed(NAME, (DRAWING, typed_in))))}
    assert found["SIM-08"].where.id == (
        "lembar Prosedur, langkah 1, kolom Kabid; langkah 9, kolom Analis (sel E4, G12)"
    )  # fmt: skip
    assert all(re.match(r"lembar \w+, \w+|seluruh SOP", each.where.id) for each in found.values())


def test_ends_that_stop_short_are_placed_each() -> None:
    short = chain(*(drawn_as(f"Panah {step} → {step + 1}", cut_short) for step in (1, 2)))
    found = [each for each in told((DRAWING, short)) if "dianggap menempel" in each.message.id]
    assert [each.where.id for each in found] == [
        "hal. 2, langkah 2, kolom Kasubid; langkah 3, kolom Analis (sel Prosedur!F5, G6)"
    ]


def cut_short(anchor: str) -> str:
    """An arrow that ends six points above its symbol."""
    unhung = re.sub(r"<a:(st|end)Cxn [^>]*/>", "", anchor)
    return re.sub(
        r"(<xdr:to>.*?<xdr:rowOff>)(-?\d+)",
        lambda found: f"{found[1]}{int(found[2]) - 6 * 12700}",
        unhung,
        flags=re.DOTALL,
    )


def joint(number: int) -> str:
    """The id of a box of the joint step of contoh-lengkap."""
    boxes = [each.id for each in flow_sheet("contoh-lengkap").shapes if each.name.startswith("Langkah 10 ·")]
    return f'cNvPr id="{boxes[number]}"'


def test_a_participants_symbol_that_is_gone_is_one_entry() -> None:
    gone = [each for each in ANCHOR.findall(drawing_of("contoh-lengkap")) if joint(-1) in each]
    found = one((DRAWING, lambda drawing: drawing.replace(gone[0], "")), name="contoh-lengkap")
    assert found.message.id == "Simbol langkah 10 di kolom Tim Pertimbangan tidak ada."
    assert found.severity is Severity.WAJIB


def test_so_is_the_line_that_joined_it() -> None:
    ids = {each.id for each in flow_sheet("contoh-lengkap").shapes if each.name.startswith("Langkah 10 ·")}
    lines = [
        each.name for each in flow_sheet("contoh-lengkap").lines if all(end and end[0] in ids for end in each.glued)
    ]
    found = one((DRAWING, without(lines[0])), name="contoh-lengkap")
    assert (found.code, found.severity) == ("SIM-07", Severity.WAJIB)
    assert found.message.id.startswith("Garis penghubung simbol bersama di langkah 10 tidak ada")


def drawing_of(name: str) -> str:
    return parts_of(workbook(name))[DRAWING].decode()


def test_a_symbol_dragged_into_a_row_of_one_like_it_is_found_too() -> None:
    """Step 4 and step 8 of konsinyering have boxes of one executor; that of 8 is put beside that of 4."""
    one_, other = symbol(NAME, 4), symbol(NAME, 8)
    rows = row_of(NAME, 4) - row_of(NAME, 8)
    assert one_.box[0] == other.box[0]
    found = [each for each in told((DRAWING, drawn_as(title(8), moved(rows=rows, right=2)))) if each.code == "PNH-04"]
    assert [each.message.id for each in found] == ["Simbol langkah 8 berada di baris langkah 4."]


def test_a_remark_in_a_column_that_was_empty_is_one() -> None:
    found = one((SHEET, cell(f"S{ROW}", "Boleh dilewati")))
    assert (found.code, found.severity) == ("TBL-05", Severity.WAJIB)
