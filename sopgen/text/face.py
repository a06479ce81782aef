"""Faces: which vendored font a text is set in."""

from __future__ import annotations

from typing import Literal, NamedTuple

Family = Literal["sans", "serif", "bookman"]


class FamilyFacts(NamedTuple):
    """One vendored family: its files' stem, the spec's `huruf`, and the font whose measures it shares, by whose name
    other programs find it. `below`: em that the lowest ink of any of its letters reaches below the baseline.
    """

    file: str
    huruf: str
    program_name: str
    below: float


FAMILIES: dict[Family, FamilyFacts] = {
    "sans": FamilyFacts("LiberationSans", "Arial", "Arial", 0.222),
    "serif": FamilyFacts("LiberationSerif", "Times", "Times New Roman", 0.222),
    "bookman": FamilyFacts("SopgenBookman", "Bookman", "Bookman Old Style", 0.248),
}


def family_called(huruf: str) -> Family:
    """The family of the spec's `huruf`."""
    return next(family for family, facts in FAMILIES.items() if facts.huruf == huruf)


class Face(NamedTuple):
    """A vendored face. Files stand in `text/fonts/`; `name` is the font's PostScript-like name."""

    family: Family
    bold: bool = False
    italic: bool = False
