"""Fixtures for all tests."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sopgen.cli import GARBAGE_THRESHOLD
from tests.required_tools import skip_without
from tests.stand_ins import StandIns

SLOW = (
    "bad_input/test_awkward.py",
    "bad_input/test_refused.py",
    "benchmarks",
    "cli/test_hardship.py",
    "cli/test_pdfa.py",
    "cli/test_process.py",
    "drawn/test_office.py",
    "properties",
    "render/pdf/test_verapdf.py",
    "render/pdf/test_viewers.py",
    "test_bare_python.py",
    "test_ci_kit.py",
    "test_ci_workflow.py",
    "test_optimised.py",
    "web",
)
"""Files and folders whose tests take long: sweeps, processes, browsers. So do all tests that ask another program."""
TOOLS = frozenset({"require_tool", "session_tool"})
settings.register_profile(
    "sure", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("sure")
"""Examples are the same in each run, and none is too slow on a busy machine: no test of them fails by chance."""
QUICK = "SOPGEN_QUICK_TESTS"
"""Set for the workers of a run that leaves slow tests out."""


def pytest_configure(config: pytest.Config) -> None:
    """A newcomer's `python -m pytest` is quick. CI, a path, `-m` or `-k` ask for all that they name."""
    asked = config.args_source is not pytest.Config.ArgsSource.TESTPATHS or config.option.markexpr
    if not (asked or config.option.keyword or os.environ.get("CI") or hasattr(config, "workerinput")):
        os.environ[QUICK] = "1"


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """What is left out as a whole is not even imported."""
    return True if os.environ.get(QUICK) and _takes_long(collection_path) else None


def _takes_long(path: Path) -> bool:
    home = Path(__file__).parent
    return path.is_relative_to(home) and path.relative_to(home).as_posix().startswith(SLOW)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if os.environ.get(QUICK):
        terminalreporter.write_line("What takes long was left out: CI=true python -m pytest runs all.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if _takes_long(item.path) or TOOLS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
    if os.environ.get(QUICK):
        slow = [item for item in items if item.get_closest_marker("slow")]
        items[:] = [item for item in items if not item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)


def pytest_collection_finish() -> None:
    """Look for garbage as seldom as the commands do, and never through what was collected: a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE_THRESHOLD)


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


@pytest.fixture
def monkeypatch() -> Iterator[pytest.MonkeyPatch]:
    """No test leaves the next ones what it put in another's place."""
    patches = StandIns()
    yield patches
    patches.undo()


@pytest.fixture(autouse=True)
def _same_folder() -> Iterator[None]:
    """No test leaves the next ones in another working folder."""
    before = Path.cwd()
    yield
    os.chdir(before)
