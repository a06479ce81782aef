"""Setting text: a block of wrapped lines becomes positioned runs inside a cell.

Blocks are centred on their ink, from the cap height of the first line to the last baseline, so that
one line and five lines look centred alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from sopgen.layout import style
from sopgen.scene import Align, Box, Glyph, Point, Run, Text
from sopgen.text.block import Block, BlockLine
from sopgen.text.face import Face
from sopgen.text.measure import DEFAULT, SHAPE_WIDTH, SHAPES, Measurer

VAlign = Literal["top", "middle"]

_NO_SHAPE = frozenset(SHAPES).isdisjoint


class BrokenBlock(NamedTuple):
    """A block broken into lines, or some of its lines, and the size that they are set in."""

    block: Block
    lines: Sequence[BlockLine]
    size: float


class Setter(NamedTuple):
    """Sets blocks in points. `leading` is the distance of baselines in em."""

    measurer: Measurer = DEFAULT
    leading: float = style.LINE_HEIGHT

    def cap(self, face: Face, size: float) -> float:
        return self.measurer.metrics(face).cap_height * size

    def room(self, width: float, size: float) -> float:
        """The width in em that a block may fill in a column of `width` points between its paddings."""
        return round(width / style.SLACK / size, 4)

    def height(self, block: Block, width: float, size: float) -> float:
        """Ink height in points: cap height, then one leading a line and a gap before each further item."""
        count = block.line_count(self.room(width, size))
        return self.ink(block, count, size)

    def ink(self, block: Block, lines: int, size: float) -> float:
        if not lines:
            return 0.0
        gaps = max(0, block.item_count - 1) * style.ITEM_GAP * size
        return self.cap(block.face, size) + (lines - 1) * self.leading * size + gaps

    def text(
        self,
        role: str,
        block: Block,
        size: float,
        cell: Box,
        *,
        pad: tuple[float, float] = (style.PAD_SIDE, style.PAD_INK),
        align: Align = "left",
        valign: VAlign = "middle",
        step: int | None = None,
        grey: float = 0.0,
    ) -> Text | None:
        """The block inside `cell`; None for an empty one."""
        if not block.text.strip():
            return None
        x0, y0, x1, y1 = cell
        left, right = x0 + pad[0], x1 - pad[0]
        lines = block.lines(self.room(right - left, size))
        ink = self.ink(block, len(lines), size)
        top = y0 + pad[1] if valign == "top" else (y0 + y1 - ink) / 2
        text = self.lines(role, BrokenBlock(block, lines, size), cell, (left, right), top, align)
        return text._replace(step=step, grey=grey)

    def lines(
        self, role: str, broken: BrokenBlock, cell: Box, sides: tuple[float, float], top: float, align: Align = "left"
    ) -> Text:
        """Given lines, the first one's cap height at `top`. The whole block's text is what they say."""
        block, lines, size = broken
        face = block.face
        cap = self.cap(face, size)
        baseline = top + cap
        leading, item_gap = self.leading * size, style.ITEM_GAP * size
        left, right = sides
        runs: list[Run] = []
        for i, line in enumerate(lines):
            if i:
                baseline += leading + (item_gap if line.first else 0.0)
            if line.marker:
                marker = self.run(line.marker, left, baseline, face, size, hard=line.hard)
                runs.append(marker._replace(marker=bool(line.text)))
            indent = line.indent * size
            shift = 0.0
            if align != "left":
                slack = (right - left) - indent - line.width * size
                shift = slack / 2 if align == "center" else slack
            if line.text:
                x = left + indent + shift
                glyphs = drawn_glyphs(self.measurer, line.text, x, baseline, face, size)
                runs.append(Run(line.text, x, baseline, line.width * size, glyphs, line.hard, end=line.end))
        box = _ink_box(runs, cap) if runs else (left, top, left, baseline)
        return Text(role, block.text, tuple(runs), face, size, box, cell, None, align)

    def run(
        self,
        text: str,
        x: float,
        baseline: float,
        face: Face,
        size: float,
        width: float | None = None,
        hard: int = 0,
    ) -> Run:
        """One run, measured where its width is not known; shapes stand for characters that the font lacks."""
        if width is None:
            width = self.measurer.width(text, face, size)
        glyphs = drawn_glyphs(self.measurer, text, x, baseline, face, size)
        return Run(text, x, baseline, width, glyphs, hard)

    def single(
        self, role: str, text: str, face: Face, size: float, at: Point, cell: Box, align: Align = "left"
    ) -> Text:
        """One line whose left, centre or right end stands at a place on its baseline."""
        x, baseline = at
        run = self.run(text, x, baseline, face, size)
        width = run.width
        if align != "left":
            start = x - (width / 2 if align == "center" else width)
            run = self.run(text, start, baseline, face, size) if run.glyphs else run._replace(x=start)
        box = (run.x, baseline - self.cap(face, size), run.x + width, baseline)
        return Text(role, text, (run,), face, size, box, cell, None, align)

    def turned(self, role: str, block: Block, size: float, cell: Box, length: float) -> Text | None:
        """A block reading upward, centred in its cell; `length` is the room along the reading direction."""
        if not block.text.strip():
            return None
        lines = block.lines(self.room(length, size))
        ink = self.ink(block, len(lines), size)
        x0, y0, x1, y1 = cell
        x = (x0 + x1 - ink) / 2 + self.cap(block.face, size)
        runs = []
        for i, line in enumerate(lines):
            if i:
                x += self.leading * size
            start = (y0 + y1 + line.width * size) / 2
            runs.append(Run(line.text, x, start, line.width * size, hard=line.hard, end=line.end))
        cap = self.cap(block.face, size)
        box = (
            min(r.x for r in runs) - cap,
            min(r.baseline - r.width for r in runs),
            max(r.x for r in runs),
            max(r.baseline for r in runs),
        )
        return Text(role, block.text, tuple(runs), block.face, size, box, cell, None, "center", turned=True)


def _ink_box(runs: list[Run], cap: float) -> Box:
    """From the first cap height to the last baseline; runs are given from the top."""
    return (
        min([run.x for run in runs]),
        runs[0].baseline - cap,
        max([run.x + run.width for run in runs]),
        runs[-1].baseline,
    )


def drawn_glyphs(
    measurer: Measurer, text: str, x: float, baseline: float, face: Face, size: float
) -> tuple[Glyph, ...]:
    """The shapes that stand for characters that the font lacks, in a run that begins at `x`."""
    if _NO_SHAPE(text):
        return ()
    metrics = measurer.metrics(face)
    side = SHAPE_WIDTH * size
    glyphs: list[Glyph] = []
    for c in text:
        if c in SHAPES and not metrics.covers(c):
            glyphs.append(Glyph(c, (x, baseline - side, x + side, baseline)))
        x += metrics.advance(c) * size
    return tuple(glyphs)
