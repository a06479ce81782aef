from __future__ import annotations

import json

import pytest


@pytest.fixture(autouse=True)
def _json(words: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from sopgen.render import layout_json

    monkeypatch.setattr(layout_json, "layout_json", lambda _document, spec: json.dumps({"spec": spec}) + "\n")


def test_one_line_of_json_for_each_drawn_spec(sopgen, write, project):
    write("specs/1.sop.yaml")
    write("specs/2.sop.yaml", "rusak")
    write("specs/3.sop.yaml", "tak-muat")
    write("specs/4.sop.yaml")
    outcome = sopgen("layout", "--json")
    assert outcome.code == 1
    assert [json.loads(line)["spec"] for line in outcome.out.splitlines()] == ["specs/1.sop.yaml", "specs/4.sop.yaml"]
    assert "specs/2.sop.yaml:1:1" in outcome.err
    assert "specs/3.sop.yaml:1:1" in outcome.err
    assert not (project / "output").exists()


def test_the_figures_as_a_table(sopgen, write):
    write("specs/文書.sop.yaml")
    write("specs/b.sop.yaml")
    outcome = sopgen("layout")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "spesifikasi          halaman  huruf  silang  minimal  tekuk  panjang",
        "specs/b.sop.yaml           3    8.5       2      ≥ 1      9   812 pt",
        "specs/文書.sop.yaml        3    8.5       2      ≥ 1      9   812 pt",
    ]


def test_no_table_of_nothing(sopgen, write):
    write("specs/1.sop.yaml", "rusak")
    outcome = sopgen("layout")
    assert outcome.code == 1
    assert outcome.out == ""


def test_a_missing_path(sopgen):
    assert sopgen("layout", "tiada").code == 2
