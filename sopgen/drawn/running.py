"""Panels → the same without the lines that a program sets on every page, above and below what the page is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from sopgen.drawn.identity import has_identity
from sopgen.drawn.model import Cell, Panel

_STEP: Final = 3.0  # points: lines so near stand at one height
_DIGITS: Final = re.compile(r"\d+")


def without_running(panels: Sequence[Panel]) -> tuple[Panel, ...]:
    """A line is one of these if it stands at one height on several pages, one of which has no identity part."""
    lines = [{_key(cell) for cell in panel.cells if not cell.ruled and cell.text.strip()} for panel in panels]
    count = Counter(key for keys in lines for key in keys)
    plain = {key for panel, keys in zip(panels, lines, strict=True) if keys and not has_identity(panel) for key in keys}
    running = {key for key, times in count.items() if times > 1 and key in plain}
    if not running:
        return tuple(panels)
    return tuple(
        panel._replace(cells=tuple(cell for cell in panel.cells if cell.ruled or _key(cell) not in running))
        for panel in panels
    )


def _key(cell: Cell) -> tuple[str, int]:
    return _DIGITS.sub("#", " ".join(cell.text.casefold().split())), round(cell.box[1] / _STEP)
