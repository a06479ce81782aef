"""A workbook that another program saved without a change: whatever its texts look like, nothing in it is a change."""

from __future__ import annotations

import json
from datetime import date

import pytest

from sopgen import finished, pipeline
from sopgen.intake import MemorySource
from sopgen.rules.holding import judge_enclosed
from sopgen.workbook.package import parts_of
from sopgen.workbook.reading import read_workbook
from tests.rules.drawing.edits import drawn_as, moved, packed

TODAY = date(2026, 6, 1)
BOXES = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
LIKE_MARKS = [
    "✓ centang",
    "(1) kurung",
    "a. huruf",
    "– garis",
    "* bintang",
    "- setrip",
    "3. a. ganda",
    "1 ; 2. x",
]
LIKE_LABELS = ["KETERKAITAN", "Peralatan/Perlengkapan", "Judul SOP", "Nomor SOP : 12", "(lanjutan)"]
LIKE_NUMBERS = ["12", "1.", "-", "2024."]
CELLS = ("uraian", "kelengkapan", "output", "keterangan")


def saved_anew(spec: dict[str, object]):
    loaded = pipeline.load(MemorySource("a.sop.yaml", json.dumps(spec).encode()))
    parts = parts_of(pipeline.render_document(pipeline.lay_out(loaded), "xlsx"))
    data = packed({**parts, "xl/theme/theme1.xml": parts["xl/theme/theme1.xml"] + b"<!-- saved -->"})
    assert pipeline.seal_state(data) == "edited"
    return loaded, finished.check_held(data, "a.xlsx", today=TODAY)


def sop(**more: object) -> dict[str, object]:
    steps = [
        {"uraian": "Menyusun surat", "pelaksana": "a", "kelengkapan": "Kertas", "waktu": "1 jam", "output": "Surat"},
        {"uraian": "Menyerahkan surat", "pelaksana": "b", "kelengkapan": "Surat", "waktu": "1 jam", "output": "Arsip"},
    ]
    lanes = {"a": "Analis", "b": "Kepala Biro"}
    return {"nomor": "01/X", "judul": "Penyusunan Surat", "pelaksana": lanes, "kegiatan": steps, **more}


def said_beyond_the_spec(spec: dict[str, object]) -> list[str]:
    loaded, held = saved_anew(spec)
    own = {(each.code, each.step) for each in judge_enclosed(loaded, TODAY)}
    return [each.message.id for each in held.diagnostics if (each.code, each.step) not in own]


@pytest.mark.parametrize("text", [*LIKE_MARKS, *LIKE_LABELS])
def test_boxes_that_read_as_something_else(text):
    for content in (text, ["Satu", text, "Tiga"]):
        assert said_beyond_the_spec(sop(**dict.fromkeys(BOXES, content))) == []


@pytest.mark.parametrize("key", CELLS)
def test_cells_that_read_as_something_else(key):
    spec = sop()
    first, last = spec["kegiatan"]
    between = [{**first, "pelaksana": "ab"[at % 2], key: text} for at, text in enumerate([*LIKE_MARKS, *LIKE_NUMBERS])]
    assert said_beyond_the_spec({**spec, "kegiatan": [first, *between, last]}) == []


def test_a_change_beside_such_a_text_is_found():
    spec = sop(keterkaitan="KETERKAITAN", peralatan=["Komputer", "1 ; 2. x"])
    loaded = pipeline.load(MemorySource("a.sop.yaml", json.dumps(spec).encode()))
    parts = parts_of(pipeline.render_document(pipeline.lay_out(loaded), "xlsx"))
    changed = {name: data.replace(b"Komputer", b"Kuitansi") for name, data in parts.items()}
    assert changed != parts
    held = finished.check_held(packed(changed), "a.xlsx", today=TODAY)
    (found,) = [each for each in held.diagnostics if each.code == "TBL-05"]
    assert "Kuitansi" in found.message.id


def test_a_label_dragged_to_another_decisions_branch_is_missed_at_its_own():
    spec = sop()
    first, last = spec["kegiatan"]
    asked = [
        {**first, "id": "konsep"},
        {
            **first,
            "uraian": "Memeriksa surat",
            "pelaksana": "b",
            "id": "satu",
            "keputusan": {"Ya": "dua", "Tidak": "konsep"},
        },
        {**first, "uraian": "Meneliti surat", "id": "dua", "keputusan": {"Ya": "akhir", "Tidak": "satu"}},
        {**last, "id": "akhir"},
    ]
    loaded = pipeline.load(MemorySource("a.sop.yaml", json.dumps({**spec, "kegiatan": asked}).encode()))
    data = pipeline.render_document(pipeline.lay_out(loaded), "xlsx")
    flow = read_workbook(data)[1]
    label = next(each for each in flow.shapes if each.name.startswith("Label langkah 2 · Ya"))
    target = next(each for each in flow.shapes if each.name.startswith("Label langkah 3 · Tidak"))
    right, down = (round(target.box[at] - label.box[at]) for at in (0, 1))
    parts = parts_of(data)
    parts["xl/drawings/drawing2.xml"] = drawn_as(label.name, moved(right=right, down=down + 8))(
        parts["xl/drawings/drawing2.xml"].decode()
    ).encode()
    held = finished.check_held(packed(parts), "a.xlsx", today=TODAY)
    (found,) = [each for each in held.diagnostics if each.code == "PNH-06"]
    assert (found.step, found.severity.value) == (2, "wajib")


def test_a_comment_on_a_cell_is_advice_once():
    loaded = pipeline.load(MemorySource("a.sop.yaml", json.dumps(sop()).encode()))
    parts = parts_of(pipeline.render_document(pipeline.lay_out(loaded), "xlsx"))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    remark = '<comment ref="C4" authorId="0"><text><r><t>Mohon dicek lagi</t></r></text></comment>'
    notes = (
        f'<comments xmlns="{main}"><authors><author>X</author></authors><commentList>{remark}</commentList></comments>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    relations = "xl/worksheets/_rels/sheet2.xml.rels"
    link = f'<Relationship Id="rIdC" Type="{kind}" Target="../comments1.xml"/></Relationships>'
    parts[relations] = parts[relations].replace(b"</Relationships>", link.encode())
    held = finished.check_held(packed({**parts, "xl/comments1.xml": notes.encode()}), "a.xlsx", today=TODAY)
    (found,) = [each for each in held.diagnostics if "Comment" in each.message.id]
    assert (found.code, found.severity.value) == ("TBL-05", "anjuran")
    assert "Mohon dicek lagi" in found.message.id
