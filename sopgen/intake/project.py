"""Where a spec's bureau defaults lie, and which folder is its project's root."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

DEFAULTS_NAME: Final = "sopgen.yaml"
_PROJECT_MARKS: Final = (".git", "pyproject.toml")


def find_project(spec_path: Path) -> tuple[Path | None, Path]:
    """The nearest sopgen.yaml above the spec, not above the repository, and the project's root.

    The root is the folder of sopgen.yaml, else the current one.
    """
    for defaults in places_of_defaults(spec_path):
        if os.path.lexists(defaults):  # whatever it is: who reads it says what is wrong with it
            return defaults, defaults.parent
    try:
        return None, Path.cwd()
    except FileNotFoundError:  # it was deleted; a spec that was named absolutely needs none
        return None, Path(os.path.abspath(spec_path)).parent  # noqa: PTH100 - `resolve` would leave the folders named


def places_of_defaults(spec_path: Path) -> Iterator[Path]:
    """Where its sopgen.yaml is looked for, nearest first; the first that is there is the one."""
    folder = Path(os.path.abspath(spec_path)).parent  # noqa: PTH100 - `resolve` would leave the folders the user named
    for candidate in (folder, *folder.parents):
        yield candidate / DEFAULTS_NAME
        if any(os.path.lexists(candidate / mark) for mark in _PROJECT_MARKS):
            break


def shown(path: Path, like: Path) -> str:
    """A path as messages show it: relative if the spec was named so, always with `/`."""
    if like.is_absolute():
        return path.as_posix()
    return Path(os.path.relpath(path)).as_posix()
