"""Face and text in; widths and missing glyphs out.

Measures come from the JSON beside each vendored font (made by `tools/vendor_fonts.py`), so that no font is parsed
to lay out a page. They are the widths that reportlab adds up for the same file: no kerning, no ligatures.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from sopgen.text.face import FAMILIES, Face

SHAPES = "✓✗☐☑☒●"
"""Characters drawn as shapes where the font lacks them."""

SHAPE_WIDTH = 0.8
"""Em width of the blank room a shape is drawn in."""

_FONTS = Path(__file__).parent / "fonts"
_STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}


class _Advances(dict[str, float]):
    """Widths by character; one the font lacks has the room of its shape or of the missing glyph."""

    def __init__(self, known: Mapping[str, float], missing: float) -> None:
        super().__init__(known)
        self._missing = missing

    def __missing__(self, char: str) -> float:
        return SHAPE_WIDTH if char in SHAPES else self._missing


class Metrics:
    """One face's measures in em. `descent` is negative, as in the font. `missing` is the width of what it lacks."""

    def __init__(
        self,
        *,
        cap_height: float,
        x_height: float,
        ascent: float,
        descent: float,
        advances: Mapping[str, float],
        missing: float = 0.5,
    ) -> None:
        self.cap_height = cap_height
        self.x_height = x_height
        self.ascent = ascent
        self.descent = descent
        # a dictionary's own look-up: every character of every text passes here
        self.advance: Callable[[str], float] = _Advances(advances, missing).__getitem__
        self._advances = advances

    def covers(self, char: str) -> bool:
        return char in self._advances


class Measurer:
    """What layout measures with. It is passed in, so that a test can lay out with glyphs of round widths."""

    def metrics(self, face: Face) -> Metrics:
        return _vendored(face)

    def width(self, text: str, face: Face, size: float) -> float:
        """The width of one line in points, `size` being in points."""
        return sum(map(self.metrics(face).advance, text)) * size

    def missing_glyphs(self, text: str, face: Face) -> tuple[str, ...]:
        """The characters that `face` lacks and that are not drawn as shapes, each once, as they first appear."""
        covers = self.metrics(face).covers
        return tuple(char for char in dict.fromkeys(text) if char not in SHAPES and char != "\n" and not covers(char))


class BoxMeasurer(Measurer):
    """For layout tests: every character of every face is `advance` em wide, and none is missing."""

    def __init__(self, advance: float = 0.5) -> None:
        self._metrics = _BoxMetrics(advance)

    def metrics(self, face: Face) -> Metrics:  # noqa: ARG002 - all faces are alike
        return self._metrics


class _BoxMetrics(Metrics):
    def __init__(self, advance: float) -> None:
        super().__init__(cap_height=0.75, x_height=0.5, ascent=1.0, descent=-0.25, advances={}, missing=advance)
        self.advance = lambda _char: advance

    def covers(self, char: str) -> bool:  # noqa: ARG002 - a box stands for anything
        return True


DEFAULT = Measurer()


def metrics(face: Face) -> Metrics:
    return DEFAULT.metrics(face)


def width(text: str, face: Face, size: float) -> float:
    return DEFAULT.width(text, face, size)


def missing_glyphs(text: str, face: Face) -> tuple[str, ...]:
    return DEFAULT.missing_glyphs(text, face)


def describe(char: str) -> str:
    """The name to refuse a character by: `U+1F600 GRINNING FACE`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def font_name(face: Face) -> str:
    """The name of the face's files, and what a renderer registers it under."""
    return f"{FAMILIES[face.family].file}-{_STYLES[face.bold, face.italic]}"


def font_path(face: Face) -> Path:
    return _FONTS / f"{font_name(face)}.ttf"


@cache
def _vendored(face: Face) -> Metrics:
    stored = json.loads(font_path(face).with_suffix(".json").read_bytes())
    em = stored["unitsPerEm"]
    return Metrics(
        cap_height=stored["capHeight"] / em,
        x_height=stored["xHeight"] / em,
        ascent=stored["ascent"] / em,
        descent=stored["descent"] / em,
        advances={chr(code): units / em for first, run in stored["runs"] for code, units in enumerate(run, first)},
        missing=stored["missing"] / em,
    )
