"""Reading a spec imports no more than it needs."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys
from sopgen.intake import load_spec
assert not {"difflib", "PIL", "reportlab"} & set(sys.modules), "needed by few specs only"
import pathlib
load_spec(pathlib.Path("specs/sirebo.sop.yaml"))
assert "importlib.metadata" not in sys.modules, "no other package is looked at"
assert "pydantic.plugin._loader" not in sys.modules, "others may use plugins"
"""


def test_reading_imports_no_more_than_it_needs() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=False)
    assert done.stderr == ""
