"""Symbols, arrows and pentagons that were covered, moved, doubled, painted over or taken out: one entry each."""

from __future__ import annotations

import re

import pytest

from sopgen.diagnostics import Severity
from sopgen.workbook.package import parts_of
from tests.rules.drawing.edits import (
    ANCHOR,
    DRAWING,
    Change,
    added,
    box,
    drawn_as,
    flow_sheet,
    moved,
    row_of,
    symbol,
    without,
    workbook,
)
from tests.rules.drawing.telling import NAME, STEP, chain, one, title, told

ROW = row_of(NAME, STEP)
WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln>'


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


def test_a_label_written_over_wherever_it_stands_is_one() -> None:
    found = one((DRAWING, lambda drawing: drawing.replace("<a:t>Tidak<", "<a:t>Tolak<")))
    assert found.message.id == "Label “Tidak” diganti “Tolak” di cabang 5 → 4, 6 → 5."
    assert len(found.seats) == 2


def test_an_arrow_that_is_gone_with_its_symbol_is_told_once() -> None:
    found = one((DRAWING, without(title(STEP))))
    assert [each.id for each in found.consequences] == [
        "Panah dari langkah 1 ke 2 tidak ada.",
        "Panah dari langkah 2 ke 3 tidak ada.",
    ]


def test_a_picture_in_a_symbols_place_is_one() -> None:
    """Whatever the program calls it, it is a picture to whoever reads of it."""
    from sopgen.drawn.panels import panels_of
    from sopgen.drawn.reading import read_panels
    from sopgen.rules.drawing.charting import chart_of
    from sopgen.rules.drawing.fmt_02 import check
    from sopgen.workbook.values import Shape

    sheet = flow_sheet(NAME)
    at = symbol(NAME, STEP)
    picture = Shape(901, "Picture 1", "picture", at.box)
    pictured = sheet._replace(shapes=tuple(each for each in sheet.shapes if each != at), pictures=(picture,))
    (found,) = check(chart_of(read_panels(panels_of((pictured,)))[0]))
    assert found.message.id.startswith("Gambar, tanda, atau bingkai sel berdiri di tempat simbol")
    assert found.about == ()


def test_arrows_that_are_gone_by_the_dozen_are_one() -> None:
    ways = [(1, 2), (2, 3), (3, 4), (4, 5), (6, 7), (7, 8), (8, 9)]
    found = one((DRAWING, chain(*(without(f"Panah {start} → {end}") for start, end in ways))))
    assert found.message.id == "7 panah tidak ada, yang pertama: Panah dari langkah 1 ke 2 tidak ada."
    assert len(found.seats) > 1


def test_all_symbols_of_a_column_dragged_to_another_are_one() -> None:
    found = one((DRAWING, chain(*(drawn_as(title(step), moved(columns=-1)) for step in (2, 4, 8)))))
    assert (found.code, found.message.id) == (
        "AKT-07",
        "Simbol langkah 2, 4, 8 berada di kolom Kabid; menurut spesifikasinya Kasubid.",
    )
