from __future__ import annotations

import json


def test_prints_the_schema(sopgen):
    outcome = sopgen("schema")
    assert outcome.code == 0
    assert "kegiatan" in json.loads(outcome.out)["properties"]
    assert outcome.out.endswith("}\n")
