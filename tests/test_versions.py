"""Every Python that is found here makes the same bytes; and what tools/versions.py makes of pyproject.toml."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import versions


@pytest.mark.slow
def test_every_python_makes_the_same_bytes(capfd: pytest.CaptureFixture[str]) -> None:
    if len(versions.pythons()) < 2:
        pytest.skip("no other Python is here")
    try:
        assert versions.compare_pythons() == 0
    except subprocess.CalledProcessError as error:
        if "pip" not in map(str, error.cmd):
            raise
        pytest.skip("pip cannot get the libraries for another Python")
    assert f"{len(versions.pythons())} Pythons: the same bytes" in capfd.readouterr().out


def test_the_oldest_versions_are_those_that_pyproject_names() -> None:
    assert versions.oldest(["click>=8.2", "PyYAML>=6.0.2"]) == ["click==8.2", "PyYAML==6.0.2"]
    assert all(">=" in requirement for requirement in versions.requirements()), "a bound that is tried"


def test_each_library_is_tried_by_tests_that_are_there() -> None:
    assert sorted(versions.TESTS) == sorted(requirement.split(">=")[0] for requirement in versions.requirements())
    files = {test.split("::")[0] for test in versions.tests()}
    assert [file for file in sorted(files) if not (versions.ROOT / file).exists()] == []


def test_they_ask_for_no_library_besides() -> None:
    allowed = {"sopgen", "tests", "tools", *sys.stdlib_module_names}
    allowed |= {"PIL", "docx", "fontTools", "graphviz_pure", "yaml"}  # as they are called when imported
    allowed |= {name.replace("-", "_") for name in (*versions.TESTS, *versions.TESTERS)}
    asked = [test.split("::")[0] for test in versions.tests()]
    paths = [
        path for name in asked for path in ((versions.ROOT / name).rglob("*.py") if name[-3:] != ".py" else [name])
    ]
    left = [versions.ROOT / path for path in dict.fromkeys(paths)]
    seen: set[Path] = set()
    while left:
        path = left.pop()
        seen.add(path)
        for name in _imported(path):
            assert name.split(".")[0] in allowed, f"{path.relative_to(versions.ROOT)} imports {name}"
            own = versions.ROOT.joinpath(*name.split(".")).with_suffix(".py")
            if name.startswith("tests.") and own.exists() and own not in seen:
                left.append(own)
    assert len(seen) > len(versions.TESTS)


def _imported(path: Path) -> Iterator[str]:
    """What a module imports at once; what a test imports inside may be lacking, and is then told by itself."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
