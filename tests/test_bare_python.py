"""The whole way with nothing installed but what a browser has too, and the same bytes whatever else is installed."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys

import pytest

from sopgen import pipeline
from tests.rules.references import spec_path

NAME = "contoh-ringkas"
WHOLE_WAY = f"""
import hashlib, json, sys
from datetime import date
for name in {{barred!r}}:
    sys.modules[name] = None  # importing it fails
from sopgen import pipeline
loaded = pipeline.load("specs/{NAME}.sop.yaml")
findings = pipeline.check(loaded, today=date(2026, 1, 15))
document = pipeline.lay_out(loaded)
row = pipeline.index_row(loaded, document, today=date(2026, 1, 15))
made = {{{{
    "pdf": pipeline.render_document(document, "pdf"),
    "xlsx": pipeline.render_document(document, "xlsx"),
    "index": pipeline.render_index([row], [loaded.sop], today=date(2026, 1, 15)),
}}}}
used = [name for name in {{barred!r}} if sys.modules.get(name)]
print(json.dumps([{{{{key: hashlib.sha256(data).hexdigest() for key, data in made.items()}}}}, len(findings), used]))
"""
NOT_IN_A_BROWSER = ("PIL", "pikepdf", "lxml", "numpy", "pandas", "graphviz", "yaml._yaml", "yaml.cyaml")


def whole_way(*barred: str, **environment: str) -> list:
    """Digests of the finished files, how many findings there are, and which barred libraries were there."""
    code = WHOLE_WAY.format(barred=barred)
    run = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def usual() -> list:
    return whole_way(OPENPYXL_LXML="True")


def test_nothing_is_needed_that_a_browser_has_not(usual):
    bare, findings, used = whole_way(*NOT_IN_A_BROWSER)
    assert (bare, findings, used) == (usual[0], usual[1], [])
    document = pipeline.build_document(spec_path(NAME))
    assert bare["pdf"] == hashlib.sha256(pipeline.render_document(document, "pdf")).hexdigest()


def test_workbooks_do_not_hang_on_lxml(usual):
    assert whole_way(OPENPYXL_LXML="False") == usual
