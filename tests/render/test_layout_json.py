"""The drawing as data: exactly the promised keys, in the promised order, two decimals."""

from __future__ import annotations

import json

import pytest

from sopgen import __version__
from sopgen.render.layout_json import layout_json
from tests.render.render_samples import a_document

TOP = (
    "sopgen spec font_size omega_radius symbol_sizes crossings crossing_lower_bound proved_minimal bends length "
    "relaxations pages"
)
PAGE = "number kind size drawing_area band signature_box lanes rows rules texts symbols arrows"
ARROW = "id from to edges ports return label label_box points omegas joins head"


@pytest.fixture(scope="module")
def line():
    return layout_json(a_document(draft=True), "specs/contoh.sop.yaml")


@pytest.fixture(scope="module")
def data(line):
    return json.loads(line)


def test_it_is_one_line_that_survives_a_round_trip(line, data):
    assert "\n" not in line
    assert json.dumps(data, ensure_ascii=False) == line


def test_keys_and_their_order(data):
    assert list(data) == TOP.split()
    assert data["sopgen"] == __version__
    assert data["spec"] == "specs/contoh.sop.yaml"
    for page in data["pages"]:
        assert list(page) == PAGE.split()
        assert all(list(arrow) == ARROW.split() for arrow in page["arrows"])
        assert all(list(text) == ["role", "step", "text", "box", "cell"] for text in page["texts"])
        assert all(list(lane) == ["id", "x0", "x1", "name", "group"] for lane in page["lanes"])
    assert data["relaxations"] == [{"kind": "return-joins-main", "steps": [9, 4]}]


def test_symbols_and_offpage_connectors_have_their_own_keys(data):
    capsule, *_, first, second = data["pages"][1]["symbols"]
    assert capsule == {
        "id": "s1",
        "step": 1,
        "kind": "terminator",
        "lanes": ["staf"],
        "extra": False,
        "box": [180.0, 120.0, 217.0, 143.0],
    }
    assert first == {
        "id": "o1",
        "kind": "offpage",
        "number": 1,
        "direction": "out",
        "box": [180.0, 400.0, 207.0, 423.0],
    }
    assert second["number"] is None


def test_rows_are_steps_or_strips(data):
    assert data["pages"][1]["rows"] == [
        {"step": 1, "y0": 118.0, "y1": 390.0},
        {"strip": "foot", "y0": 390.0, "y1": 430.0},
    ]


def test_an_arrow_says_whence_whither_and_whether_it_returns(data):
    returning, joining = data["pages"][1]["arrows"][2:]
    assert (returning["from"], returning["to"], returning["return"]) == ("s3", "o1", True)
    assert (returning["label"], len(returning["label_box"])) == ("Ya", 4)
    assert returning["omegas"] == [[220.0, 251.5], [240.0, 251.5]]
    assert (joining["edges"], joining["joins"], joining["head"], joining["label"]) == ([], "a3", False, None)


def test_every_printed_text_comes_once_in_reading_order(data):
    texts = [(text["role"], text["text"]) for text in data["pages"][1]["texts"]]
    assert texts == [
        ("judul_alur", "PROSEDUR CONTOH"),
        ("kepala", "Turned"),
        ("kegiatan", "✓ (benar) \\ é"),
        ("kaki", "Halaman 2 dari 3"),
        ("label", "Ya"),
        ("nomor_konektor", "1"),
    ]


def test_lengths_have_two_decimals_at_most_and_no_negative_zero():
    document = a_document()
    page = document.pages[1]._replace(band=(-0.001, 1 / 3, 100.005001, 2.675))
    line = layout_json(document._replace(pages=(page,)), "x")
    assert '"band": [0.0, 0.33, 100.01, 2.67]' in line

    def floats(value):
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            return [number for each in value for number in floats(each)]
        return [value] if isinstance(value, float) else []

    found = floats(json.loads(line))
    assert len(found) > 100
    assert all(number == round(number, 2) for number in found)
