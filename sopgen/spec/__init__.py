"""Text → Sop: YAML with positions, the file's model, bureau defaults, references, JSON Schema.

Importing this package brings in yaml and pydantic.
"""

from __future__ import annotations

from sopgen.spec.loaded import Loaded, Setelan, WaktuKerja
from sopgen.spec.loading import load_spec
from sopgen.spec.project import find_project
from sopgen.spec.schema import json_schema, schema_text

__all__ = ["Loaded", "Setelan", "WaktuKerja", "find_project", "json_schema", "load_spec", "schema_text"]
