"""Pieces in, texts and strokes at their places out: what stands in a cell, or in the page's full breadth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sopgen.layout.papers import sizes
from sopgen.layout.papers.spans import SpanLine, break_spans
from sopgen.layout.setting import drawn_glyphs
from sopgen.layout.style import MM
from sopgen.papers.blocks import Blank, Choice, Piece, Span, Tag, Tick, Words
from sopgen.scene import Align, Box, Glyph, Rule, Run, Text
from sopgen.text.face import Face, Family
from sopgen.text.measure import Measurer


@dataclass(slots=True)
class Ink:
    """What was set: texts in reading order, strokes, and frames that are filled (`#RRGGBB`)."""

    texts: list[Text] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    filled: list[tuple[Box, str]] = field(default_factory=list)


class Setting(NamedTuple):
    """How pieces are set: type size, distance of lines and room between paragraphs in em."""

    family: Family
    measurer: Measurer
    size: float
    leading: float = sizes.LEADING
    gap: float = sizes.ITEM_GAP
    bold: bool = False
    align: Align = "left"
    role: str = "isi"

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        return Face(self.family, bold or self.bold, italic)

    def cap(self, size: float | None = None) -> float:
        return self.measurer.metrics(self.face()).cap_height * (size or self.size)

    # --- heights ---------------------------------------------------------------------------------

    def height(self, pieces: Sequence[Piece], width: float) -> float:
        """From the first cap height to the last baseline."""
        return self._walk(pieces, 0.0, width, 0.0, None)

    def put(self, pieces: Sequence[Piece], left: float, right: float, top: float, ink: Ink, cell: Box) -> float:
        """The pieces below each other, the first one's cap height at `top`; where the last baseline lies."""
        return top + self._walk(pieces, left, right - left, top, (ink, cell))

    def _walk(
        self, pieces: Sequence[Piece], left: float, width: float, top: float, target: tuple[Ink, Box] | None
    ) -> float:
        y = 0.0
        for number, piece in enumerate(pieces):
            if number:
                y += (self.leading + self.gap) * self.size - self.cap()
            y += self._piece(piece, left, width, top + y, target)
        return y

    def _piece(self, piece: Piece, left: float, width: float, top: float, target: tuple[Ink, Box] | None) -> float:
        match piece:
            case Words():
                return self._words(piece, left, width, top, target)
            case Tick():
                return self._ticks((piece,), left, width, top, target)
            case Choice():
                ticks = tuple(Tick(option, option == piece.chosen) for option in piece.options)
                return self._ticks(ticks, left, width, top, target)
            case Blank():
                return self._blank(piece, left, width, top, target)
            case Tag():
                return self._tag(piece, left, width, top, target)

    # --- words -----------------------------------------------------------------------------------

    def _words(self, piece: Words, left: float, width: float, top: float, target: tuple[Ink, Box] | None) -> float:
        size = piece.size or self.size
        indent = piece.marker_width * MM if piece.marker else 0.0
        lines = break_spans(piece.spans, width - indent, size, self.family, self.measurer, bold=self.bold)
        if target:
            self._put_words(piece, lines, size, left, width, indent, top, target)
        return self.cap(size) + (len(lines) - 1) * self.leading * size

    def _put_words(
        self,
        piece: Words,
        lines: Sequence[SpanLine],
        size: float,
        left: float,
        width: float,
        indent: float,
        top: float,
        target: tuple[Ink, Box],
    ) -> None:
        ink, cell = target
        if not piece.text.strip():
            return
        base = lines[0].segments[0].look.face if lines[0].segments else self.face()
        align = piece.align or self.align
        baseline = top + self.cap(size)
        runs: list[Run] = []
        if piece.marker:
            wide = self.measurer.width(piece.marker, base, size)
            runs.append(Run(piece.marker, left, baseline, wide, marker=True))
        for number, line in enumerate(lines):
            if number:
                baseline += self.leading * size
            slack = width - indent - line.width * size
            x = left + indent + (0.0 if align == "left" else slack / 2 if align == "center" else slack)
            for at, segment in enumerate(line.segments):
                last = at == len(line.segments) - 1
                wide = segment.width * size
                glyphs = drawn_glyphs(self.measurer, segment.text, x, baseline, segment.look.face, size)
                face = None if segment.look.face == base else segment.look.face
                end = line.end if last else ""
                runs.append(Run(segment.text, x, baseline, wide, glyphs, line.hard, end=end, face=face))
                if segment.look.struck or segment.look.underlined:
                    trimmed = self.measurer.width(segment.text.rstrip(" "), segment.look.face, size)
                    lift = sizes.STRUCK_AT if segment.look.struck else -sizes.UNDER_AT
                    level = baseline - lift * size
                    ink.rules.append(Rule(x, level, x + trimmed, level, sizes.STROKE_EM * size))
                x += wide
        ink.texts.append(self._text(piece.text, runs, base, size, cell, align, marker=piece.marker))

    def _text(
        self, said: str, runs: list[Run], face: Face, size: float, cell: Box, align: Align, *, marker: str = ""
    ) -> Text:
        box = (
            min(run.x for run in runs),
            runs[0].baseline - self.cap(size),
            max(run.x + run.width for run in runs),
            runs[-1].baseline,
        )
        told = f"{marker} {said}" if marker else said
        return Text(self.role, told, tuple(runs), face, size, box, cell, align=align)

    # --- boxes, lines, tags ----------------------------------------------------------------------

    def _ticks(
        self, ticks: Sequence[Tick], left: float, width: float, top: float, target: tuple[Ink, Box] | None
    ) -> float:
        """Each box reaches as far below its label's baseline as above its cap height."""
        y = 0.0
        side = sizes.TICK_SIDE
        for number, tick in enumerate(ticks):
            room = width - side - sizes.TICK_GAP
            label = (Span(tick.label),) if tick.label else ()
            lines = break_spans(label, room, self.size, self.family, self.measurer, bold=self.bold) if label else ()
            if number:
                y += sizes.TICK_ROW - self.cap()
            if target:
                self._put_tick(tick, lines, left, width, top + y, target)
            y += self.cap() + max(0, len(lines) - 1) * self.leading * self.size
        return y

    def _put_tick(
        self, tick: Tick, lines: Sequence[SpanLine], left: float, width: float, top: float, target: tuple[Ink, Box]
    ) -> None:
        ink, cell = target
        side = sizes.TICK_SIDE
        baseline = top + self.cap()
        middle = top + self.cap() / 2
        x = left if tick.label or self.align == "left" else left + (width - side) / 2
        outer = side / _SQUARE_SHARE  # a shape's square is smaller than its place
        inset = (outer - side) / 2
        box = (x - inset, middle - outer / 2, x - inset + outer, middle + outer / 2)
        character = "☒" if tick.ticked else "☐"
        runs = [Run(character, x, baseline, side, (Glyph(character, box),), end=" " if tick.label else "\n")]
        for number, line in enumerate(lines):
            at = x + side + sizes.TICK_GAP
            level = baseline + number * self.leading * self.size
            runs += [Run(part.text, at, level, part.width * self.size, end=line.end) for part in line.segments]
        said = f"{character} {tick.label}".strip()
        ink.texts.append(self._text(said, runs, self.face(), self.size, cell, "left"))

    def _blank(self, piece: Blank, left: float, width: float, top: float, target: tuple[Ink, Box] | None) -> float:
        if target:
            ink, cell = target
            baseline = top + self.cap()
            x = left
            wide = self.measurer.width(piece.label, self.face(), self.size)
            if piece.centred and piece.width is not None:
                x += (width - wide - sizes.BLANK_GAP - piece.width * MM) / 2
            if piece.label:
                run = Run(piece.label, x, baseline, wide)
                ink.texts.append(self._text(piece.label, [run], self.face(), self.size, cell, "left"))
                x += wide + sizes.BLANK_GAP
            end = left + width if piece.width is None else min(left + width, x + piece.width * MM)
            ink.rules.append(
                Rule(x, baseline + 1.0, max(end, x + sizes.BLANK_LEAST), baseline + 1.0, sizes.BLANK_STROKE)
            )
        return self.cap()

    def _tag(self, piece: Tag, left: float, width: float, top: float, target: tuple[Ink, Box] | None) -> float:
        size = sizes.TAG_SIZE
        face = Face(self.family, bold=True)
        across, along = sizes.TAG_PAD
        high = self.cap(size)
        if target:
            ink, cell = target
            wide = self.measurer.width(piece.text, face, size)
            slack = width - wide - 2 * across
            x = left + (0.0 if self.align == "left" else slack / 2 if self.align == "center" else slack)
            middle = top + self.cap() / 2
            frame = (x, middle - high / 2 - along, x + wide + 2 * across, middle + high / 2 + along)
            run = Run(piece.text, x + across, middle + high / 2, wide)
            text = self._text(piece.text, [run], face, size, cell, "left")
            ink.texts.append(text._replace(grey=1.0 if piece.bad else 0.0))
            if piece.bad:
                ink.filled.append((frame, sizes.BLACK))
            ink.rules += frame_rules(frame, sizes.RULE_CELL)
        return self.cap()


_SQUARE_SHARE = 0.78  # of a shape's place that its square takes (`render/shapes`)


def frame_rules(box: Box, width: float) -> list[Rule]:
    x0, y0, x1, y1 = box
    return [
        Rule(x0, y0, x1, y0, width),
        Rule(x1, y0, x1, y1, width),
        Rule(x0, y1, x1, y1, width),
        Rule(x0, y0, x0, y1, width),
    ]
