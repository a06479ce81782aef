"""Text → Sop: YAML with positions, the file's model, bureau defaults, references, JSON Schema.

Importing this package brings in yaml and pydantic.
"""

from __future__ import annotations

from sopgen.intake.file_source import FileSource, file_source
from sopgen.intake.loaded import Loaded, Setelan, WaktuKerja
from sopgen.intake.loading import load_spec
from sopgen.intake.memory_source import MemorySource
from sopgen.intake.project import find_project
from sopgen.intake.schema import is_schema, json_schema, schema_text
from sopgen.intake.source import Source

__all__ = [
    "FileSource",
    "Loaded",
    "MemorySource",
    "Setelan",
    "Source",
    "WaktuKerja",
    "file_source",
    "find_project",
    "is_schema",
    "json_schema",
    "load_spec",
    "schema_text",
]
