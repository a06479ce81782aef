"""Text → Sop: YAML with positions, the file's model, bureau defaults, references, JSON Schema.

Importing this package is cheap: yaml and pydantic come in with the first name that needs them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sopgen.spec.loaded import Loaded, Setelan, WaktuKerja
    from sopgen.spec.loading import load_spec
    from sopgen.spec.project import find_project
    from sopgen.spec.schema import json_schema, schema_text

__all__ = ["Loaded", "Setelan", "WaktuKerja", "find_project", "json_schema", "load_spec", "schema_text"]

_HOMES = {
    "Loaded": "loaded",
    "Setelan": "loaded",
    "WaktuKerja": "loaded",
    "find_project": "project",
    "json_schema": "schema",
    "load_spec": "loading",
    "schema_text": "schema",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
