"""Tools that a bare machine may lack: a test that needs one is skipped there, but never in CI."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

VARIABLE = "SOPGEN_REQUIRE_TOOLS"


def skip_without(name: str, lacking: str) -> NoReturn:
    """Skip with what is lacking as the reason; fail if SOPGEN_REQUIRE_TOOLS (names with commas) holds `name`."""
    required = os.environ.get(VARIABLE, "")
    if name in {tool.strip() for tool in required.split(",")}:
        pytest.fail(f"{lacking}, but {VARIABLE}={required} requires it")
    pytest.skip(lacking)
