"""Six whole SOPs to begin from, one for each kind of procedure: decisions stand where checks are."""

from __future__ import annotations

from pathlib import Path
from typing import Final

BLANK: Final = "blank"
"""The name of the spec in which nothing is said yet."""
PATTERNS: Final = (
    "penyusunan-besar",
    "pembuatan-kecil",
    "penyelenggaraan-besar",
    "pelaksanaan-kecil",
    "pelayanan",
    "penugasan",
)
"""Their names in the order in which they are offered."""


def pattern_text(name: str) -> str:
    """The spec called `name`, as it stands."""
    return Path(__file__).with_name(f"{name}.sop.yaml").read_text(encoding="utf-8")
