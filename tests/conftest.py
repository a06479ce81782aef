"""Fixtures for all tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from tests.required_tools import skip_without


@pytest.fixture
def require_tool(session_tool: Callable[[str], str]) -> Callable[[str], str]:
    """`require_tool("soffice")` gives the program's path.

    Without it the test is skipped, unless SOPGEN_REQUIRE_TOOLS (names with commas) says that it must be there.
    """
    return session_tool


@pytest.fixture(scope="session")
def session_tool() -> Callable[[str], str]:
    """The same for fixtures that serve many tests."""

    def path_of(name: str) -> str:
        path = shutil.which(name)
        return path if path is not None else skip_without(name, f"{name} is not installed")

    return path_of
