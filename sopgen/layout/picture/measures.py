"""Places and sizes of the annotated picture on A4, in points unless the name says mm; A3 is the same, enlarged."""

from __future__ import annotations

from typing import Final

from sopgen.layout import style

MM: Final = style.MM
WIDTH: Final = round(210 * MM, 2)
HEIGHT: Final = round(297 * MM, 2)
MARGIN: Final = 14 * MM
LEFT: Final = MARGIN
RIGHT: Final = WIDTH - MARGIN
TOP: Final = 11.4 * MM
FOOT_LINE: Final = HEIGHT - 9 * MM  # the baseline of the last line
BOTTOM: Final = HEIGHT - 13.6 * MM  # of the boxes above it

FRAME: Final = 0.8
THICK: Final = 1.8  # of the arrows between tiles
ICON_STROKE: Final = 1.8  # at 20 mm
SMALL_ICON_STROKE: Final = 1.55  # at 13 mm
