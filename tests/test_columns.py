"""The flow table's columns as a list: one less or one more is drawn, and its head follows from the list."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest

from sopgen import finished, pipeline
from sopgen.columns import Column, Columns, columns_of, without
from sopgen.diagnostics import Refusal
from sopgen.intake.memory_source import MemorySource
from sopgen.intake.sop import Isi, Sop
from sopgen.layout import lay_out
from sopgen.layout.flowpicture import flow_picture
from sopgen.render.layout_json import layout_json
from sopgen.render.pdf import render_pdf
from sopgen.scene import Document, Table
from sopgen.text.measure import BoxMeasurer
from tests.layout.small_sops import changed, small_sop
from tests.rules.drawing.edits import packed

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


# --- neighbours under a common head ---------------------------------------------------------------------


def grouped(*names: str) -> Sop:
    """A SOP with a lane for each of these groups, "" for none."""
    lanes = "abcdef"[: len(names)]
    sop = small_sop(*lanes, lanes=lanes)
    pelaksana = tuple(changed(p, kelompok=name) for p, name in zip(sop.pelaksana, names, strict=True))
    return changed(sop, pelaksana=pelaksana)


def common(table: Table) -> list[tuple[str, int, int]]:
    return [(c.texts[0].text, c.column, c.column_span) for c in table.cells if c.role == "kelompok_pelaksana"]


def test_neighbours_of_one_group_share_a_head():
    sop = grouped("", "Satker", "Satker", "Keuangan", "Satker")
    _, table = drawn(sop, columns_of(sop))

    assert common(table) == [("Satker", 3, 2), ("Keuangan", 5, 1), ("Satker", 6, 1)]
    names = [(c.row, c.column, c.row_span) for c in table.cells if c.role == "nama_pelaksana"]
    assert names == [(1, 2, 2), (2, 3, 1), (2, 4, 1), (2, 5, 1), (2, 6, 1)], "a lane of no group is as high as both"
    assert [(c.row, c.row_span) for c in table.cells if c.role == "kepala_keterangan"] == [(0, 3)]


def test_the_rule_under_a_common_head_ends_with_its_group():
    sop = grouped("", "Satker", "Satker", "")
    document, table = drawn(sop, columns_of(sop))
    lanes, y = document.pages[-1].lanes, table.rows[2]

    assert [(r.x0, r.x1) for r in table.rules if r.y0 == r.y1 == y] == [(lanes[1].x0, lanes[2].x1)]
    inside = [r for r in table.rules if r.x0 == r.x1 == lanes[2].x0 and r.y0 < table.rows[3]]
    assert [r.y0 for r in inside] == [y], "nothing divides the common head"


def test_turned_names_stand_under_a_common_head_too():
    sop = grouped(*["Satuan Kerja"] * 6)
    longer = tuple(changed(p, nama="Penanggungjawab administrasi") for p in sop.pelaksana)
    _, table = drawn(changed(sop, pelaksana=longer), columns_of(changed(sop, pelaksana=longer)))

    (head,) = (c for c in table.cells if c.role == "kelompok_pelaksana")
    assert (head.column_span, head.texts[0].turned) == (6, False)


SPEC = """\
judul: Penerimaan Barang
pelaksana:
  penyedia: Penyedia
  gudang: {nama: Petugas Gudang, kelompok: Satker Penerima}
  ppk: {nama: PPK, kelompok: Satker Penerima}
kegiatan:
  - {uraian: Menyerahkan barang, pelaksana: penyedia}
  - {uraian: Memeriksa barang, pelaksana: gudang}
  - {uraian: Menandatangani berita acara, pelaksana: ppk}
"""


@cache
def by_spec() -> Document:
    return pipeline.build_document(MemorySource("k.sop.yaml", SPEC.encode()))


def test_the_layout_json_tells_the_groups():
    lanes = json.loads(layout_json(by_spec(), "k.sop.yaml"))["pages"][-1]["lanes"]

    assert [(lane["name"], lane["group"]) for lane in lanes] == [
        ("Penyedia", None),
        ("Petugas Gudang", "Satker Penerima"),
        ("PPK", "Satker Penerima"),
    ]


def test_the_flowchart_alone_has_the_common_heads_too():
    picture = flow_picture(by_spec()).pages[0]
    (table,) = picture.tables

    assert common(table) == [("Satker Penerima", 2, 2)]
    names = [(c.texts[0].text, c.row, c.row_span) for c in table.cells if c.role == "nama_pelaksana"]
    assert names == [("Penyedia", 0, 2), ("Petugas Gudang", 1, 1), ("PPK", 1, 1)]
    assert table.rows[2] == picture.rows[0].y0, "the first kegiatan begins below both levels of the head"
    assert [(r.x0, r.x1) for r in table.rules if r.y0 == r.y1 == table.rows[1]] == [
        (table.columns[2], table.columns[4])
    ]


def workbook_with(change: Callable[[str], str]) -> bytes:
    with zipfile.ZipFile(BytesIO(pipeline.render_document(by_spec(), "xlsx"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts = next(name for name, data in parts.items() if b"Satker Penerima" in data and b"PPK" in data)
    return packed(parts | {texts: change(parts[texts].decode()).encode()})


@pytest.mark.parametrize(
    ("before", "after"), [("PPK", "PPK"), ("Satker Penerima", "Satker Pengirim"), ("Petugas Gudang", "Juru Gudang")]
)
def test_the_heads_of_a_workbook_are_read_back(before, after):
    data = workbook_with(lambda part: part.replace(before, after))
    _, findings = finished.check_workbook(data, "k.xlsx")

    assert [f.code for f in findings if f.code.startswith("TBL")] == (["TBL-05"] if before != after else [])
    assert not any(f.code.startswith(("SIM", "PNH")) for f in findings), "symbols stand in the lanes that were read"


def test_a_common_head_with_a_glyph_that_no_font_has_is_refused_at_its_place():
    sop = grouped("", "字")
    with pytest.raises(Refusal) as refusal:
        lay_out(sop)

    assert [each.path for each in refusal.value.diagnostics] == [("pelaksana", "b", "kelompok")]


def test_a_form_keeps_the_groups():
    form = pipeline.render_form_of(MemorySource("k.sop.yaml", SPEC.encode()))
    sop = pipeline.load(MemorySource("k.form.xlsx", form)).sop

    assert [p.kelompok for p in sop.pelaksana] == ["", "Satker Penerima", "Satker Penerima"]
