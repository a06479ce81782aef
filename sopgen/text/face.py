"""Faces: which vendored font a text is set in."""

from __future__ import annotations

from typing import Literal, NamedTuple

Family = Literal["sans", "serif", "bookman"]


class Face(NamedTuple):
    """A vendored face. Files stand in `text/fonts/`; `name` is the font's PostScript-like name."""

    family: Family
    bold: bool = False
    italic: bool = False
