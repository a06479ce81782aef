"""The JSON Schema of a spec file, for editors: made from the very models that validate."""

from __future__ import annotations

import json
from typing import Any, Final

from sopgen.foreign.json_text import read_json
from sopgen.intake.model import BerkasSop
from sopgen.intake.shape import Bagian

_HEAD: Final = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Spesifikasi SOP (sopgen)"}


def json_schema() -> dict[str, Any]:
    _build(Bagian)
    schema = _plain(BerkasSop.model_json_schema())
    return {**_HEAD, **{key: value for key, value in schema.items() if key != "description"}}


def _build(model: type[Bagian]) -> None:
    """All models below: older versions of pydantic (2.11) describe none that is yet to be built (`defer_build`)."""
    for each in model.__subclasses__():
        each.model_rebuild()
        _build(each)


def schema_text() -> str:
    """The text of sop.schema.json."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def is_schema(data: bytes) -> bool:
    """Whether it is the text of a sop.schema.json, of this version or another, with nothing before it or behind."""
    try:
        found = read_json(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and all(found.get(key) == told for key, told in _HEAD.items())


def _plain(node: Any, *, names: bool = False) -> Any:
    """Without the titles and defaults that pydantic adds, and with every optional value allowed to be empty."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    dropped = () if names else ("title", "default")
    plain = {
        key: _plain(value, names=not names and key in ("properties", "$defs"))
        for key, value in node.items()
        if key not in dropped
    }
    if not names and "properties" in plain:
        required = plain.get("required", ())
        plain["properties"] = {
            key: value if key in required else _or_empty(value) for key, value in plain["properties"].items()
        }
    return plain


def _or_empty(value: dict[str, Any]) -> dict[str, Any]:
    """A key may stand there with nothing behind it."""
    inner = {key: part for key, part in value.items() if key != "description"}
    if "null" in inner.get("type", ()) or None in inner.get("enum", ()):
        return value
    choices = inner["anyOf"] if list(inner) == ["anyOf"] else [inner]
    if {"type": "null"} not in choices:
        choices = [*choices, {"type": "null"}]
    return {"description": value["description"], "anyOf": choices}


if __name__ == "__main__":
    import sys

    sys.stdout.write(schema_text())
