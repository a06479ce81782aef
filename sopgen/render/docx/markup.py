"""Elements of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn

TWIPS = 20  # of a point
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_BOX_FONT = "MS Gothic"  # the face that Word takes for its own boxes

nsmap.setdefault("w14", _W14)


def element(name: str, attributes: Mapping[str, object] | None = None, *children: Any) -> Any:
    """`name` and the attributes' names with their prefix, as in `w:tab`."""
    made = OxmlElement(name)
    for key, value in (attributes or {}).items():
        made.set(qn(key), str(value))
    for child in children:
        made.append(child)
    return made


def field(code: str, shown: str) -> Any:
    """A field with what it shows until it is worked out."""
    run = element("w:r", None, element("w:t"))
    run[0].text = shown
    return element("w:fldSimple", {"w:instr": f" {code} "}, run)


def check_box(*, ticked: bool, half_points: int) -> Any:
    """A box that is ticked by a click."""
    state = {"w14:font": _BOX_FONT}
    box = element(
        "w14:checkbox",
        None,
        element("w14:checked", {"w14:val": int(ticked)}),
        element("w14:checkedState", {"w14:val": "2612", **state}),
        element("w14:uncheckedState", {"w14:val": "2610", **state}),
    )
    fonts = {f"w:{each}": _BOX_FONT for each in ("ascii", "eastAsia", "hAnsi")}
    look = element(
        "w:rPr", None, element("w:rFonts", {**fonts, "w:hint": "eastAsia"}), element("w:sz", {"w:val": half_points})
    )
    sign = element("w:t")
    sign.text = "☒" if ticked else "☐"
    return element(
        "w:sdt",
        None,
        element("w:sdtPr", None, box),
        element("w:sdtContent", None, element("w:r", None, look, sign)),
    )


def border(name: str, points: float, grey: float = 0.0) -> Any:
    """One side's line; none for no width."""
    if not points:
        return element(f"w:{name}", {"w:val": "nil"})
    level = round(grey * 255)
    colour = f"{level:02X}" * 3
    return element(f"w:{name}", {"w:val": "single", "w:sz": max(2, round(points * 8)), "w:space": 0, "w:color": colour})
