"""What a connector strip says of its pages: "Bersambung ke halaman 3 dan 5"."""

from __future__ import annotations

from sopgen.layout import style
from sopgen.layout.route.problem import BandKind
from sopgen.layout.setting import Setter
from sopgen.scene import Box
from sopgen.text.block import Block, Item, block_of
from sopgen.text.face import Face
from sopgen.wording import Wording

NOTE_PAD = (7.0, 2.0)  # points beside, above and below


def strip_note(
    kind: BandKind,
    pages: list[int],
    box: Box,
    face: Face,
    setter: Setter,
    wording: Wording = Wording(),  # noqa: B008 - an immutable value
) -> tuple[Block, float]:
    """The note and its size in points: smaller where it names many pages, then only as many as `box` has room for."""
    width, height = box[2] - box[0] - 2 * NOTE_PAD[0], box[3] - box[1] - 2 * NOTE_PAD[1]
    for kept in range(len(pages), 0, -1):
        block = block_of((Item("", wording.goes_on(pages, kept, back=kind is BandKind.HEAD)),), face, setter.measurer)
        for size in (style.NOTE_SIZE, style.NOTE_LEAST):
            if setter.height(block, width, size) <= height:
                return block, size
    return block, style.NOTE_LEAST
