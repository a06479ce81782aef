"""Characters → lines of text: in cells, in symbols, free among them."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sopgen.drawn.hyphens import CUT, MARK
from sopgen.drawn.model import Box, Point
from sopgen.drawn.pdf.values import Character

BLANK: Final = 0.22  # em between two characters: a blank is meant
LEAST_BLANK: Final = 0.16  # the same where no blank at all is written
TYPED_BLANK: Final = 0.265  # the same where blanks are written: a substituted font stands loosely, but means none
_TYPED: Final = 0.04  # of a page's characters are blanks: they are written there
SPREAD: Final = 2.2  # em between two characters: texts beside each other
LABELS: Final = 0.8  # the same for short labels
_LOWER: Final = 0.35  # em: characters whose base lies so much lower stand in another line
_LOWER_LABEL: Final = 0.15  # the same for short labels, which have no raised or lowered signs
_BEYOND: Final = 0.4  # em behind a letter or blank, where blanks are written: the next label begins
_PADDING: Final = 6.0  # points at both sides of a cell together
_WORDS_PADDING: Final = 11.4  # the same in tables of Word, unless somebody changed it
_ROOM: Final = 1.75  # times the usual way from line to line: room was left
_OTHER_SIZE: Final = 0.93  # of a line's size: the next is of another paragraph
_BAND: Final = 16.0  # points that a band of boxes is high at least
_MOST_BANDS: Final = 1000


class Written(NamedTuple):
    """A line of text."""

    text: str
    box: Box
    base: float
    size: float


def runs_of(characters: Sequence[Character]) -> list[list[Character]]:
    """Characters that were written in one go: each right behind the one before."""
    runs: list[list[Character]] = []
    for each in characters:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and last.turn == each.turn
            and abs(last.base[1] - each.base[1]) < _LOWER * max(each.size, 4)
            and -0.5 * each.size < each.box[0] - last.box[2] < 0.6 * each.size
        ):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def blank_of(characters: Sequence[Character]) -> float:
    """How far apart, in em, two characters of a page stand that have a blank between them."""
    blanks = sum(each.text == " " for each in characters)
    if not blanks:
        return LEAST_BLANK
    return TYPED_BLANK if blanks > _TYPED * len(characters) else BLANK


def lines_of(characters: Sequence[Character], *, split: float | None = None, blank: float = BLANK) -> list[Written]:
    """Lines downward. `split`: also where texts stand so many em beside each other; `blank`: of their page."""
    upright = [each for each in characters if each.turn == 0]
    lines = _gathered(upright, split=split, blank=blank)
    for turn in (1, 2, 3):
        if any(each.turn == turn and each.text.strip() for each in characters):
            turned = [each for each in characters if each.turn == turn]
            lines += _sideways(turned, turn, split=split, blank=blank)
    return lines


def _gathered(characters: Sequence[Character], *, split: float | None, blank: float) -> list[Written]:
    lower = _LOWER if split is None or split > LABELS else _LOWER_LABEL
    rows: list[list[Character]] = []
    for each in sorted(characters, key=lambda one: (one.base[1], one.base[0])):
        for row in reversed(rows[-4:]):
            if abs(row[0].base[1] - each.base[1]) <= lower * max(min(row[0].size, each.size), 4):
                row.append(each)
                break
        else:
            rows.append([each])
    lines = []
    for row in rows:
        row.sort(key=lambda one: one.base[0])
        lines += _written(row, split=split, blank=blank)
    return sorted(lines, key=lambda line: (line.base, line.box[0]))


def _written(row: list[Character], *, split: float | None, blank: float) -> list[Written]:
    pieces: list[list[Character]] = [[]]
    texts: list[str] = [""]
    right, typed = None, 0.0
    for each in row:
        size = max(each.size, 3.0)
        gap = 0.0 if right is None else each.base[0] - right
        if each.text == " ":
            typed = each.box[2]
            continue
        parts = split and gap > split * size
        if split and split <= LABELS and (typed or blank >= TYPED_BLANK):  # a blank would be written, and no wider
            parts = each.base[0] - (typed or right or each.base[0]) > _BEYOND * size
        if right is not None and parts:
            pieces.append([])
            texts.append("")
        elif right is not None and (gap > blank * size or typed):
            texts[-1] += " "
        typed = 0.0
        pieces[-1].append(each)
        texts[-1] += each.text
        right = max(each.box[2], right or each.box[2]) if gap > -size else each.box[2]
    return [
        Written(
            text.strip(),
            (
                min(each.box[0] for each in piece),
                min(each.box[1] for each in piece),
                max(each.box[2] for each in piece),
                max(each.box[3] for each in piece),
            ),
            piece[0].base[1],
            max(each.size for each in piece),
        )
        for piece, text in zip(pieces, texts, strict=True)
        if text.strip()
    ]


def _sideways(characters: Sequence[Character], turn: int, *, split: float | None, blank: float) -> list[Written]:
    """Text that runs up or down, read as if its page were turned."""
    flat = [
        each._replace(box=_turned_box(each.box, turn), base=_turned(*each.base, turn), turn=0) for each in characters
    ]
    return [line._replace(box=_turned_box(line.box, -turn % 4)) for line in _gathered(flat, split=split, blank=blank)]


def _turned(x: float, y: float, turn: int) -> Point:
    """Back by so many quarters."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _turned_box(box: Box, turn: int) -> Box:
    (ax, ay), (bx, by) = _turned(box[0], box[1], turn), _turned(box[2], box[3], turn)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def paragraph(lines: Sequence[Written], width: float | None = None) -> str:
    """Lines below each other as one text, with a blank line where room was left.

    `width`: of the cell; a word alone that fills it may have been cut there, which `CUT` at its end tells.
    """
    ways = sorted(after.base - before.base for before, after in itertools.pairwise(lines) if after.base > before.base)
    usual = ways[len(ways) // 4] if ways else 0.0
    text: list[str] = []
    for at, line in enumerate(lines):
        if at and line.base - lines[at - 1].base > max(_ROOM * usual, 1.9 * line.size if len(ways) < 2 else 0):
            text.append("")
        if at and abs(line.base - lines[at - 1].base) < 0.1:
            text[-1] += f" {line.text}"
        else:
            text.append(line.text)
        if width is not None and at + 1 < len(lines) and _fills(line, lines[at + 1], width) and text[-1][-1].isalpha():
            text[-1] += CUT
        if text[-1].endswith(MARK) and at + 1 < len(lines) and _is_other_size(lines[at + 1].size, line.size):
            text[-1] = f"{text[-1][:-1]}-"  # of another paragraph: the hyphen was typed
    return "\n".join(text)


def _is_other_size(one: float, other: float) -> bool:
    return min(one, other) < _OTHER_SIZE * max(one, other)


def _fills(line: Written, below: Written, width: float) -> bool:
    """Whether a word alone in its line left no room for a letter more: at the least for one as wide as those below."""
    if " " in line.text:
        return False
    room = width - (line.box[2] - line.box[0])
    letter = (below.box[2] - below.box[0]) / len(below.text)
    return room < _PADDING + 0.8 * line.size or room < _WORDS_PADDING + letter


class Finder:
    """Which of many boxes hold a point. Few bands, however far a stranger's boxes reach."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = boxes
        self.by_band: dict[int, list[int]] = defaultdict(list)
        reach = max((box[3] for box in boxes), default=0.0) - min((box[1] for box in boxes), default=0.0)
        self.high = max(_BAND, reach / _MOST_BANDS)
        for number, box in enumerate(boxes):
            for band in range(int(box[1] // self.high), int(box[3] // self.high) + 1):
                self.by_band[band].append(number)

    def all(self, x: float, y: float) -> Iterator[int]:
        for number in self.by_band.get(int(y // self.high), ()):
            x0, y0, x1, y1 = self.boxes[number]
            if x0 <= x <= x1 and y0 <= y <= y1:
                yield number

    def find(self, x: float, y: float) -> int | None:
        """The smallest."""

        def size(number: int) -> float:
            x0, y0, x1, y1 = self.boxes[number]
            return (x1 - x0) * (y1 - y0)

        return min(self.all(x, y), key=size, default=None)
