"""The JSON Schema of a spec file, for editors: made from the very models that validate."""

from __future__ import annotations

import json
from typing import Any

from sopgen.spec.model import BerkasSop


def json_schema() -> dict[str, Any]:
    schema = _plain(BerkasSop.model_json_schema())
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Spesifikasi SOP (sopgen)"}
    return {**head, **{key: value for key, value in schema.items() if key != "description"}}


def schema_text() -> str:
    """The text of sop.schema.json."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _plain(node: Any, *, names: bool = False) -> Any:
    """Without the titles and defaults that pydantic adds: they only repeat keys and inner values."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    dropped = () if names else ("title", "default")
    return {
        key: _plain(value, names=not names and key in ("properties", "$defs"))
        for key, value in node.items()
        if key not in dropped
    }
