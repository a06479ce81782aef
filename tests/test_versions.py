"""Every Python that is found here makes the same bytes; and what tools/versions.py makes of pyproject.toml."""

from __future__ import annotations

import subprocess

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


def test_the_tests_that_are_run_with_other_versions_are_there() -> None:
    paths = [test.removeprefix("--ignore=") for test in versions.TESTS]
    assert [path for path in paths if not (versions.ROOT / path).exists()] == []
