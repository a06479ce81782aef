"""What people do to a finished workbook, on three references: each edit is seen, once, at its place."""

from __future__ import annotations

import re

import pytest

from sopgen import finished, pipeline
from sopgen.diagnostics import Severity
from sopgen.drawn.files import read_file
from sopgen.drawn.reading import read_panels
from sopgen.rules.drawing import pnh_06
from sopgen.rules.drawing.charting import chart_of, with_known_heads
from sopgen.rules.drawing.source import source_of
from sopgen.workbook.package import parts_of
from tests.rules.drawing.edits import (
    DRAWING,
    IDENTITY,
    ROOT,
    SHEET,
    added,
    box,
    changed,
    drawn_as,
    flow_sheet,
    moved,
    renumbered,
    row_added,
    row_gone,
    row_of,
    shape,
    shapes_moved,
    straight,
    symbol,
    typed,
    unglued,
    without,
    workbook,
)

REFERENCES = ("sirebo", "konsinyering", "contoh-lengkap")
PLAIN = {"sirebo": 3, "konsinyering": 2, "contoh-lengkap": 3}  # a box with one arrow out, to the next step
DECISION = {"sirebo": 7, "konsinyering": 5, "contoh-lengkap": 4}
THROUGH = {"sirebo": (1, 2, 4), "konsinyering": (2, 4, 8), "contoh-lengkap": (2, 3, 14)}  # from, what is between, to
LAST = {"sirebo": 11, "konsinyering": 9, "contoh-lengkap": 20}


def findings(data: bytes):
    return finished.check_workbook(data, "x.xlsx")[1]


def only(data: bytes, code: str):
    found = findings(data)
    assert [each.code for each in found] == [code], [each.message.id for each in found]
    return found[0]


def place(name: str, step: int) -> tuple[int, int]:
    """Row and column, from 1, of a step's symbol."""
    row, column = flow_sheet(name).place_of(symbol(name, step).centre)
    return row + 1, column + 1


def at(found) -> tuple[int, int]:
    return found.span.line, found.span.column


@pytest.fixture(params=[*REFERENCES[:2], pytest.param(REFERENCES[2], marks=pytest.mark.slow)])
def name(request) -> str:
    return request.param


def test_a_symbol_in_another_lane(name):
    step = PLAIN[name]
    title = symbol(name, step).name
    own = place(name, step)[1]
    by = 1 if own < place(name, 1)[1] + 2 else -1
    found = findings(changed(name, (DRAWING, drawn_as(title, moved(columns=by)))))
    told = [each for each in found if each.code == "AKT-07"]
    assert len(told) == 1
    assert told[0].step == step
    assert at(told[0]) == (place(name, step)[0], own + by)


def test_labels_swapped(name):
    step = DECISION[name]
    labels = [each for each in flow_sheet(name).shapes if each.name.startswith(f"Label langkah {step} ·")]
    assert len(labels) == 2
    one, other = labels

    def swapped(drawing: str) -> str:
        first = drawn_as(one.name, lambda anchor: anchor.replace(f"<a:t>{one.text}<", f"<a:t>{other.text}<"))(drawing)
        return drawn_as(other.name, lambda anchor: anchor.replace(f"<a:t>{other.text}<", f"<a:t>{one.text}<"))(first)

    found = only(changed(name, (DRAWING, swapped)), "PNH-06")
    assert found.step == step
    assert "tertukar" in found.message.id
    assert found.severity is Severity.WAJIB


def test_a_label_moved_away(name):
    step = DECISION[name]
    label = next(each for each in flow_sheet(name).shapes if each.name.startswith(f"Label langkah {step} ·"))
    found = only(changed(name, (DRAWING, drawn_as(label.name, moved(right=-400)))), "PNH-06")
    assert found.step == step
    assert label.text in found.message.id


def test_a_second_symbol_in_a_row(name):
    step = PLAIN[name]
    x0, y0, x1, y1 = symbol(name, step).box
    lane = flow_sheet(name).columns[place(name, 1)[1] - 1]
    by = 60 if x0 - 60 < lane else -60
    second = box("flowChartProcess", (x0 + by, y0, x1 + by, y1))
    found = only(changed(name, (DRAWING, added(second))), "SIM-07")
    assert found.step == step


def test_a_page_break_without_pentagons(name):
    row = row_of(name, DECISION[name])
    breaks = re.search(r'<rowBreaks count="(\d+)"', workbook_part(name, SHEET))

    def broken(sheet: str) -> str:
        new = f'<brk id="{row}" min="0" max="16383" man="1"/>'
        if breaks:
            return sheet.replace("</rowBreaks>", f"{new}</rowBreaks>")
        return sheet.replace("<drawing ", f'<rowBreaks count="1" manualBreakCount="1">{new}</rowBreaks><drawing ')

    found = [each for each in findings(changed(name, (SHEET, broken))) if each.code == "OPC-04"]
    assert len(found) == 1
    assert found[0].span.line == row + 1
    assert found[0].severity is Severity.WAJIB


def workbook_part(name: str, part: str) -> str:
    return parts_of(workbook(name))[part].decode()


def arrow_title(step: int) -> str:
    return f"Panah {step} → {step + 1}"


def test_a_duplicated_arrow(name):
    title = arrow_title(PLAIN[name])

    def twice(drawing: str) -> str:
        start = drawing.index(f'name="{title}"')
        begin = drawing.rfind("<xdr:twoCellAnchor", 0, start)
        end = drawing.index("</xdr:twoCellAnchor>", start) + len("</xdr:twoCellAnchor>")
        copy = re.sub(r'<xdr:cNvPr id="\d+"', '<xdr:cNvPr id="950"', drawing[begin:end])
        return added(copy)(drawing)

    found = only(changed(name, (DRAWING, twice)), "PNH-08")
    assert found.step == PLAIN[name]


def test_a_text_in_a_symbol(name):
    step = PLAIN[name]
    found = only(changed(name, (DRAWING, typed(symbol(name, step).name, "Proses"))), "SIM-08")
    assert at(found) == place(name, step)


def test_a_changed_title(name):
    title = pipeline.load(f"specs/{name}.sop.yaml").sop.judul.split()[-1]
    found = only(changed(name, (IDENTITY, lambda sheet: sheet.replace(title, "Lainnya", 1))), "TBL-05")
    assert "Judul SOP" in found.message.id
    assert found.span.sheet == "Identitas"


def test_a_changed_title_above_the_table(name):
    found = only(changed(name, (SHEET, lambda sheet: sheet.replace("<t>PROSEDUR ", "<t>TATA CARA ", 1))), "TBL-05")
    assert at(found) == (1, 1)


def test_dates_that_changed_places_in_the_header():
    def swapped(sheet: str) -> str:
        return (
            sheet.replace("4 September 2012", "#")
            .replace("7 September 2012", "4 September 2012")
            .replace("#", "7 September 2012")
        )

    found = findings(changed("konsinyering", (IDENTITY, swapped)))
    assert [each.code for each in found] == ["TBL-05", "TBL-05"]
    assert {each.message.id.split(" “")[0] for each in found} == {"Tanggal Pembuatan", "Tanggal Efektif"}


def test_a_slanting_line_across_another(name):
    step = PLAIN[name]
    arrow = next(each for each in flow_sheet(name).lines if each.name == arrow_title(step))
    (ax, ay), (bx, by) = max(
        zip(arrow.points, arrow.points[1:], strict=False), key=lambda pair: abs(pair[0][1] - pair[1][1])
    )
    middle = (ax + bx) / 2, (ay + by) / 2
    line = straight((middle[0] - 9, middle[1] - 5), (middle[0] + 9, middle[1] + 5))
    found = findings(changed(name, (DRAWING, added(line))))
    told = [each.message.id for each in found if each.code == "PNH-03"]
    assert told
    assert not any(" dan Panah" in each for each in told)


def test_an_arrow_through_a_symbol(name):
    first, between, last = THROUGH[name]
    one, other = symbol(name, first), symbol(name, last)
    x, _ = one.centre
    line = straight((x, one.box[3]), (x, other.box[1]), (one.id, other.id))
    found = findings(changed(name, (DRAWING, added(line))))
    (told,) = [each for each in found if f"menembus simbol langkah {between}." in _all_said(each)]
    assert (told.code, "PNH-07" in told.also) == ("PNH-06", True)


def _all_said(found) -> str:
    return " ".join(said.id for said in (found.message, *found.consequences))


def test_the_last_step_is_gone(name):
    step = LAST[name]
    title = symbol(name, step).name
    row = row_of(name, step)
    arrows = {
        line.name for line in flow_sheet(name).lines if line.glued[1] and line.glued[1][0] == symbol(name, step).id
    }

    def undrawn(drawing: str) -> str:
        for each in [title, *sorted(arrows)]:
            drawing = without(each)(drawing)
        return drawing

    found = only(changed(name, (SHEET, row_gone(row)), (DRAWING, undrawn)), "TBL-05")
    assert f"Langkah {step} " in found.message.id
    assert found.severity is Severity.WAJIB


def test_a_hidden_row_is_told_as_such(name):
    step = PLAIN[name]
    row = row_of(name, step)
    found = findings(
        changed(name, (SHEET, lambda sheet: sheet.replace(f'<row r="{row}" ', f'<row r="{row}" hidden="1" ')))
    )
    (told,) = found
    assert told.code == "TBL-05"
    assert told.message.id.startswith(f"Langkah {step} (“")
    assert f"tidak tampak: baris {row} lembar “Prosedur” disembunyikan" in told.message.id
    assert told.remedy.id.startswith("Tampilkan lagi (Unhide")


def test_a_label_where_none_is_due_is_told_without_empty_quotes():
    name = "contoh-lengkap"
    source = source_of(pipeline.build_document(ROOT / "specs" / f"{name}.sop.yaml"))
    unlabelled = {edge: "" if edge[0] == DECISION[name] else label for edge, label in source.edges.items()}
    (imported,) = read_panels(with_known_heads(read_file(workbook(name)), source))
    chart = chart_of(imported, source._replace(edges=unlabelled))
    said = " ".join(breach.message.id for breach in pnh_06.check(chart))
    assert "menurut spesifikasinya tanpa label" in said
    assert "“”" not in said


def test_an_arrow_that_is_gone_is_one_mandatory_finding(name):
    step = PLAIN[name]
    found = only(changed(name, (DRAWING, without(arrow_title(step)))), "PNH-06")
    assert (found.severity, found.step, at(found)) == (Severity.WAJIB, step, place(name, step))
    assert found.consequences


def test_so_is_a_loose_one(name):
    step = PLAIN[name]
    loose = drawn_as(arrow_title(step), lambda anchor: moved(down=-26, right=14)(unglued(anchor)))
    found = findings(changed(name, (DRAWING, loose)))
    assert [(each.code, each.severity) for each in found if each.severity is Severity.WAJIB] == [
        ("PNH-04", Severity.WAJIB)
    ]


def test_and_a_reversed_one(name):
    step = PLAIN[name]
    turned = drawn_as(arrow_title(step), lambda anchor: anchor.replace("<a:tailEnd type", "<a:headEnd type"))
    found = only(changed(name, (DRAWING, turned)), "PNH-06")
    assert "terbalik" in found.message.id
    assert found.severity is Severity.WAJIB


def test_an_arrow_without_its_head(name):
    step = PLAIN[name]
    bald = drawn_as(arrow_title(step), lambda anchor: re.sub(r"<a:tailEnd [^>]*/>", "", anchor))
    found = only(changed(name, (DRAWING, bald)), "PNH-04")
    assert "kepala" in found.message.id


@pytest.mark.parametrize("numbers", ["anew", "as they were"])
def test_a_row_that_was_put_in_is_one_finding(name, numbers):
    step = PLAIN[name]
    row = row_of(name, step) + 1
    edits = [(SHEET, row_added(row, {"A": str(step + 1), "C": "Menggandakan berkas usulan", "K": "Berkas"}))]
    if numbers == "anew":
        edits.append((SHEET, renumbered(name, step)))
    found = findings(changed(name, *edits, (DRAWING, shapes_moved(row))))
    assert len(found) == 1, [(each.code, each.message.id) for each in found]
    assert found[0].span.line == row
    assert "disisipkan" in found[0].message.id


def test_a_row_with_its_symbol_and_arrows_is_one_finding_too(name):
    step = PLAIN[name]
    row = row_of(name, step) + 1
    top = flow_sheet(name).rows[row - 1]
    x0, _, x1, _ = symbol(name, step).box
    own = (x0, top + 12, x1, top + 34)
    middle = (x0 + x1) / 2
    below = symbol(name, step + 1)
    goal = (below.centre[0], below.box[1] + 48)
    drawn = [
        box("flowChartProcess", own),
        straight((middle, symbol(name, step).box[3]), (middle, own[1]), (symbol(name, step).id, 901), 902),
        straight((middle, own[3]), goal, (901, below.id), 903),
    ]

    def with_them(drawing: str) -> str:
        lower = without(arrow_title(step))(shapes_moved(row)(drawing))
        return added("".join(drawn))(lower)

    found = findings(
        changed(
            name,
            (SHEET, row_added(row, {"A": str(step + 1), "C": "Menggandakan berkas usulan", "K": "Berkas"})),
            (SHEET, renumbered(name, step)),
            (DRAWING, with_them),
        )
    )
    assert [each.code for each in found if "disisipkan" in each.message.id] == ["TBL-05"]
    assert {each.code for each in found} <= {"TBL-05", "PNH-03", "PNH-07"}, [each.message.id for each in found]


def test_an_end_a_little_off_its_symbol_is_a_note(name):
    step = PLAIN[name]
    short = drawn_as(arrow_title(step), lambda anchor: moved(down=-6)(unglued(anchor)))
    data = changed(name, (DRAWING, short))
    notes = [each for each in findings(data) if each.code == "PNH-04"]
    assert [each.severity for each in notes] == [Severity.ANJURAN]
    assert shape(name, symbol(name, step).name)
