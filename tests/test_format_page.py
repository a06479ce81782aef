"""docs/format-spesifikasi.md: the contract's page names every key there is, and no other."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "format-spesifikasi.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "sop.schema.json").read_text(encoding="utf-8"))
EXAMPLE = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]


def properties(schema: dict[str, object]) -> dict[str, dict[str, object]]:
    """The keys of a mapping in the schema, whichever of its forms has keys of its own."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][str(schema["$ref"]).rsplit("/", 1)[1]]
    found = dict(schema.get("properties", {}))
    for form in schema.get("anyOf", ()):
        found |= properties(form)
    return found


def test_every_key_of_the_schema_stands_on_the_page():
    keys = properties(SCHEMA)
    missing = [key for key in keys if not re.search(rf"\b{key}\b", EXAMPLE)]
    missing += [f"tampilan.{key}" for key in properties(keys["tampilan"]) if not re.search(rf"\b{key}\b", EXAMPLE)]
    missing += [f"pelayanan.{key}" for key in properties(keys["pelayanan"]) if not re.search(rf"\b{key}\b", EXAMPLE)]
    assert not missing


def test_the_example_names_no_key_that_there_is_not():
    data = yaml.safe_load(EXAMPLE)
    keys = properties(SCHEMA)
    assert set(data) <= set(keys)
    for part in ("tampilan", "pelayanan", "pengesahan", "tanggal"):
        assert set(data[part]) <= set(properties(keys[part])), part
