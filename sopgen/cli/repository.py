"""Which repository a check runs in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sopgen.report.checkout import Checkout

WORKSPACE = "GITHUB_WORKSPACE"


def checkout_around(folder: Path, environment: Mapping[str, str]) -> Checkout | None:
    """The one that the server names, if `folder` is in it, else the nearest with a `.git` from there upwards."""
    folder = folder.resolve()
    told = environment.get(WORKSPACE)
    if told and folder.is_relative_to(Path(told).resolve()):
        return Checkout(Path(told).resolve(), folder)
    root = next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)
    return Checkout(root, folder) if root else None
