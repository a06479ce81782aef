"""The named lengths of a free form: `a:gd` formulas and DrawingML's own names (ECMA-376, 20.1.9.11)."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final
from xml.etree import ElementTree as ET

from sopgen.workbook.poses import A

_MOST: Final = 1_000  # of one form
_DEGREE: Final = 60_000
_FORMULAS: Final[dict[str, Callable[..., float]]] = {
    "*/": lambda x, y, z: x * y / z if z else 0.0,
    "+-": lambda x, y, z: x + y - z,
    "+/": lambda x, y, z: (x + y) / z if z else 0.0,
    "?:": lambda x, y, z: y if x > 0 else z,
    "abs": abs,
    "at2": lambda x, y: math.degrees(math.atan2(y, x)) * _DEGREE,
    "cat2": lambda x, y, z: x * math.cos(math.atan2(z, y)),
    "cos": lambda x, y: x * math.cos(math.radians(y / _DEGREE)),
    "max": max,
    "min": min,
    "mod": lambda x, y, z: math.sqrt(x * x + y * y + z * z),
    "pin": lambda x, y, z: max(x, min(y, z)),
    "sat2": lambda x, y, z: x * math.sin(math.atan2(z, y)),
    "sin": lambda x, y: x * math.sin(math.radians(y / _DEGREE)),
    "sqrt": lambda x: math.sqrt(max(x, 0.0)),
    "tan": lambda x, y: x * math.tan(math.radians(y / _DEGREE)),
    "val": lambda x: x,
}


class Guides:
    """Numbers and names of a form's `a:custGeom`, whose frame is so wide and high (EMU)."""

    def __init__(self, geometry: ET.Element, width: float, height: float) -> None:
        short, long = sorted((width, height))
        self._values: dict[str, float] = {
            "l": 0, "t": 0, "r": width, "b": height, "w": width, "h": height, "hc": width / 2, "vc": height / 2,
            "ss": short, "ls": long, "cd2": 180 * _DEGREE, "cd4": 90 * _DEGREE, "cd8": 45 * _DEGREE,
            "3cd4": 270 * _DEGREE, "3cd8": 135 * _DEGREE, "5cd8": 225 * _DEGREE, "7cd8": 315 * _DEGREE,
        }  # fmt: skip
        for part in (2, 3, 4, 5, 6, 8, 10, 12, 32):
            self._values |= {f"wd{part}": width / part, f"hd{part}": height / part, f"ssd{part}": short / part}
        told = [gd for name in ("avLst", "gdLst") for gd in geometry.iterfind(f"{A}{name}/{A}gd")]
        for each in told[:_MOST]:
            name, *terms = (each.get("fmla") or "").split()
            self._values[each.get("name", "")] = _FORMULAS[name](*map(self.value, terms))

    def value(self, term: str) -> float:
        """Raises ValueError: what is no number has no such name."""
        known = self._values.get(term)
        return float(term) if known is None else known
