"""Faces and the characters they set in, `@font-face` rules out, with each face cut down to these characters."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from io import BytesIO

from sopgen.text.face import FAMILIES, Face
from sopgen.text.measure import font_path

_KEPT = ("OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep")
"""No kerning, no ligatures: the layout's widths are those of single letters."""


def css_family(face: Face) -> str:
    """The name that a page's rules and texts call the family by."""
    return f"sopgen-{face.family}"


def font_style(face: Face) -> str:
    """The declarations that choose a face; behind ours the font whose measures it shares."""
    name = FAMILIES[face.family].program_name
    weight, style = 700 if face.bold else 400, "italic" if face.italic else "normal"
    return f"font-family:{css_family(face)},'{name}';font-weight:{weight};font-style:{style}"


def font_rules(used: Mapping[Face, frozenset[str]]) -> str:
    """One rule a face, in an order of their own."""
    return "".join(_rule(face, "".join(sorted(used[face]))) for face in sorted(used))


def _rule(face: Face, characters: str) -> str:
    weight, style = 700 if face.bold else 400, "italic" if face.italic else "normal"
    data = b64encode(_subset(face, characters)).decode()
    return (
        f"@font-face{{font-family:{css_family(face)};font-weight:{weight};font-style:{style};"
        f"src:url(data:font/woff;base64,{data})}}"
    )


@cache
def _subset(face: Face, characters: str) -> bytes:
    """WOFF, without a time of making."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(
        flavor="woff", hinting=True, layout_features=[], name_IDs=[1, 2], notdef_outline=True, recalc_timestamp=False
    )
    target = BytesIO()
    with TTFont(str(font_path(face)), recalcTimestamp=False, lazy=True) as font:
        for table in set(font.keys()) - {*_KEPT, "GlyphOrder"}:
            del font[table]
        cutter = subset.Subsetter(options)
        cutter.populate(text=characters)
        cutter.subset(font)
        font.flavor = "woff"
        font.save(target)
    return target.getvalue()
