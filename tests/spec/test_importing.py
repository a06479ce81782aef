"""Importing sopgen.spec costs nothing until a spec is read."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys
import sopgen.spec
assert not {"yaml", "pydantic"} & set(sys.modules), "imported too early"
from sopgen.spec import load_spec
assert {"yaml", "pydantic"} <= set(sys.modules)
assert not {"difflib", "PIL", "reportlab"} & set(sys.modules), "needed by few specs only"
import pathlib
load_spec(pathlib.Path("specs/sirebo.sop.yaml"))
assert "importlib.metadata" not in sys.modules, "no other package is looked at"
assert "pydantic.plugin._loader" not in sys.modules, "others may use plugins"
"""


def test_heavy_libraries_are_imported_only_when_reading() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=False)
    assert done.stderr == ""
