"""What tools/versions.py makes of pyproject.toml; the versions themselves are tried by running it."""

from __future__ import annotations

from tools import versions


def test_the_oldest_versions_are_those_that_pyproject_names() -> None:
    assert versions.oldest(["click>=8.2", "PyYAML>=6.0.2"]) == ["click==8.2", "PyYAML==6.0.2"]
    assert all(">=" in requirement for requirement in versions.requirements()), "a bound that is tried"


def test_the_tests_that_are_run_with_other_versions_are_there() -> None:
    paths = [test.removeprefix("--ignore=") for test in versions.TESTS]
    assert [path for path in paths if not (versions.ROOT / path).exists()] == []
