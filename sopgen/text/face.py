"""Faces: which vendored font a text is set in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal["sans", "serif", "bookman"]


@dataclass(frozen=True, slots=True)
class Face:
    """A vendored face. Files stand in `text/fonts/`; `name` is the font's PostScript-like name."""

    family: Family
    bold: bool = False
    italic: bool = False
