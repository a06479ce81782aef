from __future__ import annotations

import json


def test_prints_the_schema(sopgen):
    outcome = sopgen("schema")
    assert outcome.code == 0
    assert "kegiatan" in json.loads(outcome.out)["properties"]
    assert outcome.out.endswith("}\n")


def test_writes_it_into_a_file(sopgen, project):
    assert sopgen("schema", "-o", "sop.schema.json").code == 0
    assert (project / "sop.schema.json").read_text(encoding="utf-8") == sopgen("schema").out
