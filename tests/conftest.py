"""Fixtures for all tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest

REQUIRED_TOOLS_VARIABLE = "SOPGEN_REQUIRE_TOOLS"


@pytest.fixture
def require_tool() -> Callable[[str], str]:
    """`require_tool("soffice")` gives the program's path.

    Without it the test is skipped, unless SOPGEN_REQUIRE_TOOLS (names with commas) says that it must be there.
    """

    def path_of(name: str) -> str:
        path = shutil.which(name)
        if path is not None:
            return path
        required = os.environ.get(REQUIRED_TOOLS_VARIABLE, "")
        if name in {tool.strip() for tool in required.split(",")}:
            pytest.fail(f"{name} is not installed, but {REQUIRED_TOOLS_VARIABLE}={required} requires it")
        pytest.skip(f"{name} is not installed")

    return path_of
