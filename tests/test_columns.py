"""The flow table's columns as a list: one less or one more is drawn, and its head follows from the list."""

from __future__ import annotations

import pytest

from sopgen.columns import Column, Columns, columns_of, without
from sopgen.intake.sop import Isi, Sop
from sopgen.layout import lay_out
from sopgen.render.pdf import render_pdf
from sopgen.scene import Document, Table
from sopgen.text.measure import BoxMeasurer
from tests.layout.small_sops import changed, small_sop

LANES = ["Lajur A", "Lajur B", "Lajur C"]


def told(*lanes: str) -> Sop:
    """A SOP whose every column says something."""
    sop = small_sop(*lanes, lanes="abc")
    isi = {name: Isi(f"{name} dokumen") for name in ("kelengkapan", "output", "keterangan")}
    steps = tuple(changed(k, waktu="1 jam", bersama="rapat", **isi) for k in sop.kegiatan)  # type: ignore[arg-type]
    return changed(sop, kegiatan=steps)


def with_one_more(columns: Columns) -> Columns:
    """A column behind Kegiatan that says what makes a kegiatan joint."""
    one, kegiatan, *others = columns.each
    return Columns((one, kegiatan, Column("bersama", "text", "Bentuk", field="bersama"), *others))


def drawn(sop: Sop, columns: Columns) -> tuple[Document, Table]:
    document = lay_out(sop, columns=columns, measurer=BoxMeasurer())
    return document, document.pages[-1].tables[0]


def heads(table: Table) -> list[tuple[str, int, int, int, int]]:
    return [(c.texts[0].text, c.row, c.column, c.row_span, c.column_span) for c in table.cells if c.header]


def row(table: Table, step: int) -> list[tuple[str, str]]:
    return [(c.role, c.texts[0].text if c.texts else "") for c in table.cells if c.step == step]


def test_the_form():
    _, table = drawn(told("a", "b"), columns_of(told("a", "b")))

    assert heads(table) == [
        ("No", 0, 0, 2, 1),
        ("Kegiatan", 0, 1, 2, 1),
        ("Pelaksana", 0, 2, 1, 3),
        ("Mutu Baku", 0, 5, 1, 3),
        ("Keterangan", 0, 8, 2, 1),
        ("Lajur A", 1, 2, 1, 1),
        ("Lajur B", 1, 3, 1, 1),
        ("Lajur C", 1, 4, 1, 1),
        ("Kelengkapan", 1, 5, 1, 1),
        ("Waktu", 1, 6, 1, 1),
        ("Output", 1, 7, 1, 1),
    ]


def test_a_table_without_mutu_baku():
    sop = told("a", "b", "c")
    document, table = drawn(sop, without(columns_of(sop), "mutu_baku"))

    assert [text for text, *_ in heads(table)] == ["No", "Kegiatan", "Pelaksana", "Keterangan", *LANES]
    assert [role for role, _ in row(table, 2)] == ["no", "kegiatan", *["pelaksana"] * 3, "keterangan"]
    assert {page.tables[0].columns[-1] for page in document.pages} == {table.columns[-1]}, "as wide as the form"
    assert len(table.columns) == 7


def test_a_table_whose_lanes_come_last_has_no_rule_twice():
    sop = told("a", "b", "c")
    kept = Columns(tuple(c for c in columns_of(sop).each if c.kind != "text" or c.key == "kegiatan"))
    _, table = drawn(sop, kept)

    right = [rule for rule in table.rules if rule.x0 == rule.x1 == table.columns[-1]]
    assert [(rule.y0, rule.y1) for rule in right] == [(table.rows[0], table.rows[-1])]
    assert all(rule.x0 < rule.x1 or rule.y0 < rule.y1 for rule in table.rules)


def test_a_table_with_one_column_more():
    sop = told("a", "b", "c")
    document, table = drawn(sop, with_one_more(columns_of(sop)))

    assert ("Bentuk", 0, 2, 2, 1) in heads(table)
    assert row(table, 3)[2] == ("bersama", "rapat")
    lanes = document.pages[-1].lanes
    assert [table.columns[3], table.columns[6]] == [lanes[0].x0, lanes[-1].x1]


@pytest.mark.parametrize("change", [lambda c: without(c, "mutu_baku"), with_one_more])
def test_the_pdf_of_another_table_is_tagged(change):
    sop = told("a", "b")
    assert render_pdf(lay_out(sop, columns=change(columns_of(sop)))).startswith(b"%PDF")
