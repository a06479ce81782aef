"""An unedited workbook has no finding; each rule has an edit that raises it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sopgen import finished, pipeline
from sopgen.intake import MemorySource
from sopgen.rules import REGISTRY
from sopgen.rules.drawing.checking import ON_DRAWING
from sopgen.workbook.package import parts_of
from tests.generator import generate
from tests.rules.drawing.edits import (
    BOOK_TITLES,
    DRAWING,
    IDENTITY,
    SHEET,
    added,
    as_preset,
    box,
    cell,
    drawn_as,
    edited,
    moved,
    packed,
    straight,
    symbol,
    typed,
    unglued,
    without,
    workbook,
)


def codes(data: bytes) -> list[str]:
    """Of all findings, those that came of others too."""
    return [code for each in finished.check_workbook(data, "x.xlsx")[1] for code in (each.code, *each.also)]


@pytest.mark.parametrize("name", ["sirebo", "konsinyering", "contoh-lengkap", "contoh-ringkas"])
def test_what_nobody_edited_has_no_finding(name):
    loaded, found = finished.check_workbook(workbook(name), "x.xlsx")
    assert found == ()
    assert loaded is not None
    assert loaded.sop.kegiatan


LARGE = (101, 103)  # more than 25 steps each, in nine lanes or more


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, marks=pytest.mark.slow if seed in LARGE else ()) for seed in range(100, 106)]
)
def test_nor_has_a_generated_one(seed, tmp_path):
    path = tmp_path / "x.sop.yaml"
    path.write_text(generate(seed, steps=(8, 30)), encoding="utf-8")
    document = pipeline.build_document(path)
    assert set(codes(pipeline.render_document(document, "xlsx"))) <= {"SIM-02"}  # generated starts stand anywhere


def test_nor_has_one_whose_last_capsule_stands_under_a_wide_box_in_the_next_lane(tmp_path):
    path = tmp_path / "x.sop.yaml"
    path.write_text(generate(426), encoding="utf-8")
    assert codes(pipeline.render_document(pipeline.build_document(path), "xlsx")) == []


@pytest.mark.parametrize("numbers", ["true", "false"])
@pytest.mark.parametrize("lanes", [1, 2, 15])
def test_nor_has_one_of_few_or_many_lanes(lanes, numbers, tmp_path):
    path = tmp_path / "x.sop.yaml"
    names = "".join(f"  l{n}: Pejabat {n}\n" for n in range(lanes))
    steps = "".join(f"  - {{uraian: Menyusun, pelaksana: l{n}}}\n" for n in range(lanes))
    path.write_text(
        f"judul: Uji\npelaksana:\n{names}kegiatan:\n{steps}tampilan: {{nomor_kolom: {numbers}}}\n", encoding="utf-8"
    )
    assert codes(pipeline.render_document(pipeline.build_document(path), "xlsx")) == []


@pytest.mark.parametrize("lanes", [1, 4])
def test_nor_has_one_with_identity_and_flow_on_one_page(lanes, tmp_path):
    path = tmp_path / "x.sop.yaml"
    names = "".join(f"  l{n}: Pejabat {n}\n" for n in range(lanes))
    steps = "".join(f"  - {{uraian: Menyusun, pelaksana: l{n % lanes}}}\n" for n in range(4))
    path.write_text(
        f"judul: Uji\nketerkaitan:\n  - SOP Arsip\npelaksana:\n{names}kegiatan:\n{steps}"
        "tampilan: {halaman: gabung}\n",
        encoding="utf-8",
    )
    document = pipeline.build_document(path)
    assert len(document.pages) == 1
    data = pipeline.render_document(document, "xlsx")
    assert codes(data) == []
    parts = parts_of(data)
    changed = {name: part.replace(b"SOP Arsip", b"SOP Lain") for name, part in parts.items()}
    assert changed != parts
    assert "TBL-05" in codes(packed(changed))


def test_nor_has_one_whose_texts_look_like_escapes(tmp_path):
    path = tmp_path / "x.sop.yaml"
    path.write_text(
        "judul: Uji _x0041_\n"
        "pelaksana: {a: A, b: B}\nkegiatan:\n  - {uraian: Menyusun _x000D_ dan _x005F_, pelaksana: a}\n",
        encoding="utf-8",
    )
    assert codes(pipeline.render_document(pipeline.build_document(path), "xlsx")) == []


def glue(line: str, end: str, site: int):
    return drawn_as(line, lambda anchor: re.sub(rf'(<a:{end}Cxn id="\d+" idx=)"\d"', rf'\1"{site}"', anchor))


def lettered(old: str, new: str):
    return lambda text: text.replace(old, new)


def line(start: int, end: int):
    """An arrow drawn straight from step to step."""
    one, other = symbol("sirebo", start), symbol("sirebo", end)
    return added(straight((one.centre[0], one.box[3]), (other.centre[0], other.box[1]), (one.id, other.id)))


def elsewhere(drawing: str) -> str:
    return line(9, 11)(without("Panah 9 → 10")(drawing))


BREAK = '<brk id="8" min="0" max="16383" man="1"/>'
EDITS = {
    "FMT-02": [
        ("konsinyering", DRAWING, drawn_as("Langkah 3 · Proses", as_preset("cloud"))),
        ("konsinyering", DRAWING, drawn_as("Langkah 3 · Proses", as_preset("flowChartDocument"))),
    ],
    "FMT-05": [("konsinyering", DRAWING, drawn_as("Langkah 3 · Proses", as_preset("flowChartConnector")))],
    "TBL-01": [
        ("sirebo", SHEET, lettered("<t>Output</t>", "<t>Hasil</t>")),
        (
            "sirebo",
            SHEET,
            lambda s: s.replace("<t>Waktu<", "<t>W<").replace("<t>Output<", "<t>Waktu<").replace("<t>W<", "<t>Output<"),
        ),
    ],
    "TBL-02": [
        ("sirebo", SHEET, lambda s: re.sub(r'(<c r="A7"[^>]*><v>)4', r"\g<1>5", s)),
    ],
    "TBL-03": [("sirebo", SHEET, lettered("<t>Stakeholder</t>", "<t>Staf Pelaksana</t>"))],
    "TBL-04": [("sirebo", *BOOK_TITLES)],
    "TBL-05": [
        ("sirebo", SHEET, lettered("Penjelasan Singkat", "Menjelaskan Singkat")),
        ("sirebo", SHEET, cell("N4", "15 menit")),
        ("sirebo", SHEET, lettered("<t>Karo POK</t>", "<t>Kepala Biro</t>")),
        ("sirebo", IDENTITY, lettered("SOP-49/SESJEN/10/2018", "SOP-50/SESJEN/10/2018")),
        ("sirebo", IDENTITY, lettered("SOP Penatausahaan surat masuk", "")),
    ],
    "SIM-01": [
        ("sirebo", DRAWING, drawn_as("Langkah 1 · Mulai/Selesai", as_preset("flowChartProcess"))),
        ("sirebo", DRAWING, drawn_as("Langkah 3 · Proses", as_preset("flowChartTerminator"))),
    ],
    "SIM-02": [("sirebo", DRAWING, drawn_as("Langkah 1 · Mulai/Selesai", moved(columns=1)))],
    "SIM-03": [
        ("sirebo", DRAWING, lambda s: glue("Panah 1 → 2", "st", 3)(drawn_as("Panah 1 → 2", moved(right=40))(s)))
    ],
    "SIM-04": [
        ("sirebo", DRAWING, lambda s: glue("Panah 10 → 11", "end", 1)(drawn_as("Panah 10 → 11", moved(right=-40))(s)))
    ],
    "SIM-05": [
        ("sirebo", DRAWING, without("Panah 7 → 6")),
        ("sirebo", DRAWING, drawn_as("Langkah 7 · Keputusan", as_preset("flowChartProcess"))),
    ],
    "AKT-07": [("sirebo", DRAWING, drawn_as("Langkah 3 · Proses", moved(columns=1)))],
    "SIM-07": [("sirebo", DRAWING, added(box("flowChartProcess", (384, 205, 420, 227))))],
    "SIM-08": [("sirebo", DRAWING, typed("Langkah 3 · Proses", "Proses"))],
    "SIM-06": [("sirebo", DRAWING, drawn_as("Langkah 3 · Proses", as_preset("flowChartOffpageConnector")))],
    "PNH-01": [
        ("sirebo", DRAWING, lambda s: glue("Panah 2 → 3", "end", 1)(drawn_as("Panah 2 → 3", moved(right=-40))(s)))
    ],
    "PNH-02": [
        ("sirebo", DRAWING, lambda s: glue("Panah 7 → 6", "end", 0)(drawn_as("Panah 7 → 6", moved(right=60))(s)))
    ],
    "PNH-03": [("contoh-lengkap", DRAWING, lambda s: re.sub(r"<a:arcTo [^>]*/>", "", s))],
    "PNH-04": [
        ("sirebo", DRAWING, without("Panah 3 → 4")),
        ("sirebo", DRAWING, drawn_as("Panah 3 → 4", lambda a: moved(right=60)(unglued(a)))),
        ("sirebo", DRAWING, without("Langkah 3 · Proses")),
    ],
    "PNH-06": [
        ("sirebo", DRAWING, without("Panah 3 → 4")),
        ("sirebo", DRAWING, elsewhere),
        ("sirebo", DRAWING, without("Label langkah 7 · Tidak")),
        ("sirebo", DRAWING, lettered("<a:t>Tidak</a:t>", "<a:t>Ya</a:t>")),
    ],
    "PNH-07": [("sirebo", DRAWING, line(1, 4))],
    "PNH-08": [("sirebo", DRAWING, line(3, 4))],
    "OPC-04": [
        ("konsinyering", SHEET, lambda s: s.replace("<drawing ", f'<rowBreaks count="1">{BREAK}</rowBreaks><drawing '))
    ],
    "OPC-01": [("contoh-ringkas", DRAWING, None)],
    "OPC-02": [
        ("sirebo", DRAWING, without("Konektor 2 · dari halaman lain")),
        ("sirebo", DRAWING, drawn_as("Konektor 2 · dari halaman lain", lettered("<a:t>2</a:t>", "<a:t>3</a:t>"))),
        ("sirebo", DRAWING, drawn_as("Konektor 2 · ke halaman lain", lettered("<a:t>2</a:t>", "<a:t></a:t>"))),
    ],
    "OPC-03": [("sirebo", DRAWING, lambda s: s.replace('tailEnd type="triangle"', 'headEnd type="triangle"', 20))],
}


def numbered(drawing: str) -> str:
    """A number on both pentagons of a pair that needs none."""
    said = '<a:r><a:rPr lang="id-ID"/><a:t>1</a:t></a:r>'
    for name in ("Konektor · ke halaman lain", "Konektor · dari halaman lain"):
        drawing = drawn_as(name, lambda anchor: anchor.replace("<a:endParaRPr", f"{said}<a:endParaRPr"))(drawing)
    return drawing


@pytest.mark.parametrize(
    ("code", "name", "part", "change"),
    [(code, *edit) for code, edits in EDITS.items() for edit in edits],
)
def test_each_rule_has_an_edit_that_raises_it(code, name, part, change):
    assert code in codes(edited(name, part, change or numbered))


def test_every_drawing_rule_has_its_edit_and_its_place_among_the_rules():
    assert set(EDITS) == set(ON_DRAWING)
    for code in ON_DRAWING:
        assert REGISTRY[code].kind == "drawing" or REGISTRY[code].on_spec


def test_a_finding_says_where_it_is():
    _, (found,) = finished.check_workbook(edited("sirebo", SHEET, cell("N5", "1 jam")), "hasil.xlsx")
    assert (found.span.file, found.span.line, found.span.column, found.step) == ("hasil.xlsx", 5, 14, 2)
    assert "kolom Waktu" in found.message.id
    assert found.source is not None


def test_without_its_spec_a_workbook_is_judged_by_its_labels_alone():
    parts = parts_of(edited("sirebo", DRAWING, without("Label langkah 7 · Tidak")))
    alone = packed({name: data for name, data in parts.items() if not name.startswith("customXml/")})
    loaded, found = finished.check_workbook(alone, "x.xlsx")
    assert loaded is None
    assert [(each.code, each.step) for each in found] == [("SIM-05", 7)]


def test_shapes_and_lines_that_were_moved_with_a_row_are_fine():
    def higher(sheet: str) -> str:
        return re.sub(r'(<row r="6" ht=)"[0-9.]+"', r'\1"96"', sheet)

    assert codes(edited("sirebo", SHEET, higher)) == []


def test_an_arrow_led_elsewhere_is_one_finding():
    _, found = finished.check_workbook(edited("sirebo", DRAWING, elsewhere), "x.xlsx")
    assert [each.message.en for each in found if each.code == "PNH-06"] == [
        "The arrow from step 9 leads to 11; by the spec to 10."
    ]


def test_a_start_in_another_column_is_told_once_where_the_spec_has_it_there() -> None:
    text = generate(40005, steps=(3, 30)).encode()
    loaded = pipeline.load(MemorySource("x.sop.yaml", text))
    data = pipeline.render_document(pipeline.lay_out(loaded), "xlsx")

    held = finished.check_held(data, "x.xlsx", today=date(2026, 6, 1))
    assert [each.code for each in held.diagnostics].count("SIM-02") == 1
