"""Which of an SOP's pictures is its logo: one of a logo's size beside or above its header's labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from sopgen.drawn.head import heads_of
from sopgen.drawn.identity import has_identity
from sopgen.drawn.model import Box, Panel
from sopgen.drawn.words import BOXES, meaning

_SIZES: Final = (15.0, 220.0)  # points
_SHAPES: Final = (0.25, 4.0)  # width to height


class Logo(NamedTuple):
    """A picture on a panel; `source` is its part in a workbook."""

    panel: Panel
    box: Box
    source: str = ""


def logo_of(panels: Sequence[Panel]) -> Logo | None:
    """The uppermost such picture on an SOP's panels; None if there is none."""
    panel = next((each for each in panels if has_identity(each)), None)
    if panel is None:
        return None
    end = _end(panel)
    sources = panel.sources or ("",) * len(panel.pictures)
    found = [
        Logo(panel, box, source)
        for box, source in zip(panel.pictures, sources, strict=True)
        if box[3] <= end + 3 and _is_like_one(box)
    ]
    return min(found, key=lambda each: (each.box[1], each.box[0]), default=None)


def _is_like_one(box: Box) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return all(_SIZES[0] <= side <= _SIZES[1] for side in (wide, high)) and _SHAPES[0] <= wide / high <= _SHAPES[1]


def _end(panel: Panel) -> float:
    """Where the boxes or the flow table begin."""
    boxes = [cell.box[1] for cell in panel.cells if meaning(cell.text.partition(":")[0], BOXES)]
    heads = [head.top for head in heads_of(panel)]
    return min([*boxes, *heads, panel.size[1]])
