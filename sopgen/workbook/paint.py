"""Whether a person sees what is drawn upon a sheet: outlines, grounds and type of the paper's colour, or of none."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

from sopgen.workbook.poses import A

_PAPER: Final = frozenset({"bg1", "lt1", "window", "white"})
"""Names of the paper's own colour in a theme, of the system, of a palette."""
_RGB: Final = re.compile("[0-9A-Fa-f]{6}")
_BRIGHT: Final = 0.93  # of white: nobody sees what is brighter upon white paper
_FULL: Final = 100_000  # what DrawingML counts a whole as
_FAINT: Final = 0.1  # how much of a colour is left of what nobody sees any more


def is_rimless(look: ET.Element) -> bool:
    """Whether a shape has no outline that is seen, and no ground but a white one. `look`: its `spPr`."""
    return is_undrawn(look) and is_bare(look)


def is_bare(look: ET.Element) -> bool:
    """Whether a shape says that it has no ground, or the paper's."""
    return look.find(f"{A}noFill") is not None or is_unseen(look)


def is_undrawn(look: ET.Element) -> bool:
    """Whether a line, or an outline, says that it has no colour, or the paper's."""
    line = look.find(f"{A}ln")
    return line is not None and (line.find(f"{A}noFill") is not None or is_unseen(line))


def is_unseen(painted: ET.Element) -> bool:
    """Whether a line, a ground or type is painted in the paper's colour, or so faintly that nobody sees it."""
    ground = painted.find(f"{A}solidFill")
    colour = None if ground is None else next(iter(ground), None)
    if colour is None:
        return False
    if _part(colour, "alpha") <= _FAINT:
        return True
    told = colour.get("val", "").casefold()
    if told in _PAPER:
        return _part(colour, "lumMod") >= _BRIGHT
    return _RGB.fullmatch(told) is not None and _brightness(told) >= _BRIGHT


def _part(colour: ET.Element, change: str) -> float:
    """How much of a colour a change of it leaves, 1.0 without any."""
    found = colour.find(f"{A}{change}")
    return float(found.get("val", "0")) / _FULL if found is not None else 1.0


def _brightness(rgb: str) -> float:
    return min(int(rgb[at : at + 2], 16) for at in (0, 2, 4)) / 255
