"""The sheet being filled: texts in the order they are read, figures, and what fits in a given room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sopgen.diagnostics import Message, Refusal
from sopgen.intake.fault import Path
from sopgen.layout.faults import fault, refuse
from sopgen.layout.setting import BrokenBlock, Setter
from sopgen.outlines import polygon, polyline
from sopgen.scene import Align, Box, Figure, Image, Point, Shape, Text
from sopgen.text.block import Block, Item, block_of
from sopgen.text.face import Face

BLACK = "#000000"
GREY = "#E9E9E9"
SANS, BOLD = Face("sans"), Face("sans", bold=True)
_HEAD = (6.5, 4.6)  # an arrow's head: length, width


class Fitted(NamedTuple):
    """A text that was found a size for in a `width`: its lines' height in points from the first cap to the last
    baseline.
    """

    block: Block
    size: float
    lines: int
    ink: float
    width: float


@dataclass(slots=True)
class Sheet:
    setter: Setter
    texts: list[Text] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)

    def block(self, lines: str | Sequence[Item], face: Face = SANS) -> Block:
        items = (Item("", lines),) if isinstance(lines, str) else tuple(lines)
        return block_of(items, face, self.setter.measurer)

    def fit(
        self, block: Block, width: float, height: float, sizes: Sequence[float], place: Path, *, most: int | None = None
    ) -> Fitted:
        """As `try_fit`. Raises Refusal, which names `place`."""
        found = self.try_fit(block, width, height, sizes, most=most)
        if found is None:
            raise too_long(place, block.text)
        return found

    def try_fit(
        self, block: Block, width: float, height: float, sizes: Sequence[float], *, most: int | None = None
    ) -> Fitted | None:
        """The largest of the sizes in which it fits `width` and `height`, on `most` lines."""
        for size in sizes:
            room = self.setter.room(width, size)
            lines = block.line_count(room)
            ink = self.setter.ink(block, lines, size)
            if ink <= height + 0.01 and (most is None or lines <= most) and block.widest_word <= room:
                return Fitted(block, size, lines, ink, width)
        return None

    def put(
        self,
        role: str,
        fitted: Fitted,
        left: float,
        top: float,
        *,
        align: Align = "left",
        grey: float = 0.0,
        step: int | None = None,
    ) -> float:
        """With its first cap height at `top`, in the width that it was fitted to; where its last baseline stands."""
        if not fitted.block.text.strip():
            return top
        width = fitted.width
        lines = fitted.block.lines(self.setter.room(width, fitted.size))
        cell = (left, top - fitted.size, left + width, top + fitted.ink + fitted.size)
        sides = (left, left + width)
        text = self.setter.lines(role, BrokenBlock(fitted.block, lines, fitted.size), cell, sides, top, align)
        self.texts.append(text._replace(step=step, grey=grey))
        return top + fitted.ink

    def append(self, other: Sheet) -> None:
        """What another one holds, read after all that stands here."""
        self.figures += [each._replace(before=each.before + len(self.texts)) for each in other.figures]
        self.images += other.images
        self.texts += other.texts

    def word(
        self,
        role: str,
        text: str,
        face: Face,
        size: float,
        x: float,
        baseline: float,
        *,
        align: Align = "left",
        grey: float = 0.0,
    ) -> float:
        """One line; its width."""
        wide = self.setter.measurer.width(text, face, size)
        start = x - {"left": 0.0, "center": wide / 2, "right": wide}[align]
        cell = (start - 1.0, baseline - size, start + wide + 1.0, baseline + size * 0.3)
        self.texts.append(self.setter.single(role, text, face, size, (x, baseline), cell, align)._replace(grey=grey))
        return wide

    def shape(self, role: str, box: Box, *shapes: Shape) -> None:
        """Decoration: nothing that is not said in words as well."""
        self.figures.append(Figure(role, box, shapes, before=len(self.texts)))

    def figure(self, role: str, box: Box, shapes: tuple[Shape, ...], alternative: str) -> None:
        """A picture that is told in words here."""
        self.figures.append(Figure(role, box, shapes, alternative, before=len(self.texts)))

    def arrow(self, start: Point, end: Point, stroke: float) -> tuple[Shape, ...]:
        """Upright, its head at the end."""
        (x, y0), (_, y1) = start, end
        way = 1.0 if y1 > y0 else -1.0
        length, half = _HEAD[0] * stroke, _HEAD[1] * stroke / 2
        base = y1 - way * length
        head = polygon(((x, y1), (x - half, base), (x + half, base)))
        return Shape(polyline((start, (x, base + way * 0.5))), stroke), Shape(head, fill=BLACK)


_SHORTEN: Final = Message("persingkat", "shorten it")
_SHORT_WORDS: Final = Message(
    "persingkat, atau tulis `publik: {judul: …, teks: …}` dengan kata-kata yang pendek",
    "shorten it, or write short words as `publik: {judul: …, teks: …}`",
)


def too_long(place: Path, text: str) -> Refusal:
    shown = text if len(text) <= 60 else f"{text[:57]}…"
    return refuse(
        fault(
            "GAMBAR-02",
            Message(
                f"teks ini tidak muat pada gambar alur pelayanan: {shown}",
                f"this text does not fit the annotated picture: {shown}",
            ),
            _SHORTEN if place[:1] == ("pelayanan",) else _SHORT_WORDS,
            place,
        )
    )
