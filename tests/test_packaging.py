from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = [
    line
    for line in (ROOT / "requirements-dev.lock").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_the_lock_pins_every_requirement_as_asked():
    locked = {Requirement(line).name: str(Requirement(line).specifier).removeprefix("==") for line in LOCK}
    asked = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["dev"]
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(locked[requirement.name.lower()]), requirement


def test_the_lock_holds_names_and_versions_only():
    assert [line for line in LOCK if not re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .*)?", line)] == []


def test_every_data_file_goes_into_the_wheel():
    globs = PROJECT["tool"]["setuptools"]["package-data"]["sopgen"]
    package = ROOT / "sopgen"
    packed = {path for glob in globs for path in package.glob(glob)}
    data = {path for path in package.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}}
    assert data <= packed


def test_every_folder_of_code_is_a_package():
    folders = {path.parent for path in (ROOT / "sopgen").rglob("*.py")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []
