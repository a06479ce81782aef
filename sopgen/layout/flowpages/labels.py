"""Branch labels: each on its own arm, clear of every line, rule, symbol and other label.

Candidates run from the likeliest place outward: above the side arm, below it, in the empty corner beside the
diamond's vertex, beside the stem; then along the arrow's further way. The first that is clear of everything is
taken, or one a little further along that stands in more air; a long label may be set on several lines. What finds no
place asks for more room. Where there is none to be had, labels may be smaller, farther off or turned: each `Manner`
says how.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice, product
from math import sqrt
from typing import NamedTuple

from sopgen.layout import style
from sopgen.layout.flowpages.labelplaces import Arm, Place, beginning, level_places, turned_places
from sopgen.layout.flowpages.rulegrid import RuleGrid, Segment
from sopgen.layout.setting import BrokenBlock, Setter
from sopgen.scene import Box, Point, Text
from sopgen.text.block import Block, Item, block_of
from sopgen.text.face import Face


class Ground(NamedTuple):
    """What labels keep clear of: the segments of all arrows, symbols, rules, Ω, and the drawing area.

    `between_lanes`: the rules that a label may stand across where it finds no room in one lane. `foreign`: the segments
    of all arrows but the label's own.
    """

    segments: tuple[tuple[int, Segment], ...]  # (index of the arrow, segment)
    symbols: tuple[Box, ...]
    rules: RuleGrid
    omegas: tuple[Point, ...]
    area: Box
    between_lanes: RuleGrid
    foreign: RuleGrid = RuleGrid()

    def of(self, index: int) -> Ground:
        """As the label of one arrow meets it."""
        return self._replace(foreign=RuleGrid(segment for arrow, segment in self.segments if arrow != index))


class Manner(NamedTuple):
    """How labels may be set.

    The sizes to try, how far from its arm one may stand, how far along it from the symbol, whether it may be turned,
    whether words that would fit a lane may be divided, what it keeps from symbols and its diamond's sides, and whether
    it may stand across the rule between two lanes.
    """

    sizes: tuple[float, ...]
    farthest: float = 1e9
    along: float = 1e9
    turned: bool = False
    divided: bool = False
    off: float = style.LABEL_OFF_SYMBOL
    to_diamond: float = style.LABEL_TO_DIAMOND
    across: bool = False


CAREFUL = Manner(
    (style.LABEL_SIZE,),
    style.LABEL_FARTHEST,
    style.LABEL_ALONG,
    off=style.LABEL_OFF_WISH,
    to_diamond=style.LABEL_TO_DIAMOND_WISH,
)
SMALLER = Manner((style.LABEL_COMFORT,), style.LABEL_FARTHEST, style.LABEL_ALONG)
DIVIDED = SMALLER._replace(divided=True)
ALONG = SMALLER._replace(along=1e9)
APART = ALONG._replace(farthest=3 * style.LABEL_FARTHEST)
UPRIGHT = ALONG._replace(sizes=(style.LABEL_SIZE, style.LABEL_COMFORT), across=True)
ACROSS = SMALLER._replace(sizes=UPRIGHT.sizes, across=True)
ANYHOW = Manner((style.LABEL_SIZE, style.LABEL_COMFORT, style.LABEL_SMALL, style.LABEL_LEAST), turned=True, across=True)


class Shape(NamedTuple):
    """A label's lines at one size, in points."""

    block: Block
    size: float
    width_em: float
    width: float
    lines: int


def place_labels(
    arms: dict[int, Arm],
    ground: Ground,
    setter: Setter,
    face: Face,
    taken: tuple[Box, ...] = (),
    manner: Manner = ANYHOW,
) -> tuple[dict[int, Text], list[int]]:
    """The label of each arm (by arrow index), and the arms that found no place. `taken`: labels that stand already.

    Each takes the first place that is clear; one that finds none may choose before the others.
    """
    order = list(arms)
    best: tuple[dict[int, Text], list[int]] | None = None
    for _ in range(_TURNS):
        placed, lost = _place_all({i: arms[i] for i in order}, ground, setter, face, taken, manner)
        if best is None or len(lost) < len(best[1]):
            best = placed, lost
        first = [*lost, *(i for i in order if i not in lost)]
        if not lost or first == order:
            break
        order = first
    assert best is not None
    return {i: best[0][i] for i in arms if i in best[0]}, sorted(best[1])


def _place_all(
    arms: dict[int, Arm], ground: Ground, setter: Setter, face: Face, taken: tuple[Box, ...], manner: Manner
) -> tuple[dict[int, Text], list[int]]:
    boxes = list(taken)
    placed: dict[int, Text] = {}
    lost: list[int] = []
    for index, arm in arms.items():
        found = _place(index, arm, ground, boxes, setter, face, manner)
        if found is None:
            lost.append(index)
            continue
        placed[index] = found
        boxes.append(found.box)
    return placed, lost


def narrowest_label(text: str, setter: Setter, face: Face, *, divided: bool = True) -> float:
    """The width of a label on as many lines as it may have, in points; `divided`: with long words divided, too."""
    block = block_of((Item("", text),), face, setter.measurer)
    size = (style.LABEL_SIZE,)
    parted = _divided_shapes(block, size, _WORD_MOST) if divided else ()
    return min(shape.width for shape in chain(_whole_shapes(block, size), parted))


def _place(
    index: int, arm: Arm, ground: Ground, taken: list[Box], setter: Setter, face: Face, manner: Manner
) -> Text | None:
    """Near its symbol, on several lines if need be; else further along its arrow; else turned."""
    block = block_of((Item("", arm.text),), face, setter.measurer)
    ground = ground.of(index)
    whole = list(_whole_shapes(block, manner.sizes))
    divided = list(_divided_shapes(block, manner.sizes, _SYLLABLES if manner.divided else _WORD_MOST))
    alongs = min(style.LABEL_NEAR, manner.along), manner.along
    for shapes, along in product((whole, divided), alongs):
        near = arm._replace(points=beginning(arm.points, along))
        for shape in shapes:
            placed = _place_level(index, arm, near, shape, ground, taken, setter, manner)
            if placed is not None:
                return placed
    for shape in whole if manner.turned else ():
        if shape.lines == 1:
            turned = _place_turned(index, arm, shape, ground, taken, setter, face)
            if turned is not None:
                return turned
    return None


def _place_level(
    index: int, arm: Arm, near: Arm, shape: Shape, ground: Ground, taken: list[Box], setter: Setter, manner: Manner
) -> Text | None:
    """Upright, where the beginning of its arm is `near`."""
    height = setter.ink(shape.block, shape.lines, shape.size)
    drop = _DROP * shape.size
    airs = (
        (
            _air(index, arm, (left, baseline - height, left + shape.width, baseline + drop), ground, taken, manner),
            place,
        )
        for place in level_places(near, shape.width, height, drop, manner.to_diamond)
        for left, baseline, _ in (place,)
    )
    found = _airiest(airs)
    if found is None:
        return None
    left, baseline, align = found
    box = (left, baseline - height, left + shape.width, baseline + drop)
    broken = BrokenBlock(shape.block, shape.block.lines(shape.width_em), shape.size)
    text = setter.lines("label", broken, box, (left, box[2]), box[1], align)
    return text._replace(text=arm.text, box=box, step=arm.step)


def _airiest(airs: Iterator[tuple[float | None, Place]]) -> Place | None:
    """The first place that is clear; or one soon after it, along the same line, that is farther from foreign lines.

    `airs`: each place with its distance to these, None where it is not clear.
    """
    first = next(((air, place) for air, place in airs if air is not None), None)
    if first is None:
        return None
    along = 1 if first[1][2] == "center" else 0  # above or below a level line, or beside an upright one
    for air, place in (first, *islice(airs, 0 if first[0] >= style.LABEL_AIR else _FURTHER)):
        if air is not None and air >= style.LABEL_AIR and place[along] == first[1][along]:
            return place
    return first[1]


def _place_turned(
    index: int, arm: Arm, shape: Shape, ground: Ground, taken: list[Box], setter: Setter, face: Face
) -> Text | None:
    """Beside an upright piece of its arm, reading upward, as lane names do where lanes are as narrow."""
    high = setter.cap(face, shape.size)
    thick = high + _DROP * shape.size
    for left, top in turned_places(arm, thick, shape.width):
        box = (left, top, left + thick, top + shape.width)
        if _air(index, arm, box, ground, taken, ANYHOW) is not None:
            run = setter.run(arm.text, left + high, box[3], face, shape.size)
            return Text("label", arm.text, (run,), face, shape.size, box, box, arm.step, "center", turned=True)
    return None


_WIDER_THAN_PAPER = 200.0  # em
_FAR = 1e9  # points: as if there were none
_TURNS = 3  # orders in which labels may choose their places
_WORD_MOST = style.LANE_WISH - 2 * style.LABEL_CLEAR  # a word wider than a usual lane may be divided
_SYLLABLES = 24.0  # points: what has several, to be divided where nothing else helps
_FURTHER = 8  # places after the first clear one that may be better
_DROP = 0.21  # em below the baseline that a g or p needs


def _whole_shapes(block: Block, sizes: tuple[float, ...]) -> Iterator[Shape]:
    """From one line to several."""
    seen: set[tuple[float, int]] = set()
    for lines_most in (1, 2, 3, 4):
        for size in sizes:
            width_em = block.natural_width
            if lines_most > 1:
                width_em = _narrowest(block, lines_most)
            count = block.line_count(width_em)
            if (size, count) in seen or count > lines_most:
                continue
            seen.add((size, count))
            yield _shape(block, size, width_em)


def _divided_shapes(block: Block, sizes: tuple[float, ...], word_most: float) -> Iterator[Shape]:
    """With words divided that are wider than `word_most`. Points."""
    if block.widest_word * sizes[0] > word_most:
        for lines_most in (2, 3, 4):
            for size in sizes:
                yield _shape(block, size, _narrowest(block, lines_most, divide=True))


def _shape(block: Block, size: float, width_em: float) -> Shape:
    lines = block.lines(width_em)
    return Shape(block, size, width_em, max(line.width for line in lines) * size, len(lines))


def _narrowest(block: Block, lines: int, *, divide: bool = False) -> float:
    """The least width, in em, at which the block needs so many lines at the most; `divide`: words may be divided."""
    width = max(0.0 if divide else block.widest_word, block.natural_width / lines)
    while block.line_count(width) > lines and width < block.natural_width:
        width += 0.2 if width < _WIDER_THAN_PAPER else width / 50
    return width + 1e-4


def _air(index: int, arm: Arm, box: Box, ground: Ground, taken: list[Box], manner: Manner) -> float | None:
    """How far the box stands from all lines but its own, in points; None where it is not clear of everything."""
    ax0, ay0, ax1, ay1 = ground.area
    clear = style.LABEL_CLEAR
    if box[0] < ax0 + clear or box[1] < ay0 + clear or box[2] > ax1 - clear or box[3] > ay1 - clear:
        return None
    roomy = (box[0] - clear, box[1] - clear, box[2] + clear, box[3] + clear)
    if ground.rules.meets(roomy) or (not manner.across and ground.between_lanes.meets(roomy)):
        return None
    if not _clear_of_signs(arm, box, ground, taken, manner):
        return None
    own = _FAR
    foreign = _FAR
    for arrow, segment in ground.segments:
        nearest = own if arrow == index else foreign
        distance = _distance(box, segment, nearest)
        if distance >= nearest:
            continue
        if arrow == index:
            own = distance
        elif distance < clear:
            return None
        else:
            foreign = distance
    return foreign if 1.0 <= own <= manner.farthest and own < foreign else None


def _clear_of_signs(arm: Arm, box: Box, ground: Ground, taken: list[Box], manner: Manner) -> bool:
    """Whether the box is clear of foreign lines beside, above and below it, and of symbols, Ω and other labels."""
    clear = style.LABEL_CLEAR
    beside, above = (box[0] - clear, box[1], box[2] + clear, box[3]), (box[0], box[1] - clear, box[2], box[3] + clear)
    if ground.foreign.meets(beside) or ground.foreign.meets(above):
        return False
    for symbol in ground.symbols:
        if _overlap(box, symbol, manner.off) and not (
            symbol == arm.diamond and _beside_diamond(box, symbol, manner.to_diamond)
        ):
            return False
    radius = style.OMEGA_RADIUS + 1.2
    return not (
        any(_overlap(box, other, clear) for other in taken)
        or any(_overlap(box, (x, y, x, y), radius) for x, y in ground.omegas)
    )


def _beside_diamond(box: Box, diamond: Box, clear: float) -> bool:
    """Whether the label is clear of the slanted sides, though not of the box around them."""
    x, y = (diamond[0] + diamond[2]) / 2, (diamond[1] + diamond[3]) / 2
    a, b = x - diamond[0], y - diamond[1]
    dx, dy = max(box[0] - x, x - box[2], 0.0), max(box[1] - y, y - box[3], 0.0)
    return (dx / a + dy / b - 1.0) * a * b / sqrt(a * a + b * b) >= clear - 0.01


def _overlap(a: Box, b: Box, clear: float) -> bool:
    return a[0] < b[2] + clear and a[2] > b[0] - clear and a[1] < b[3] + clear and a[3] > b[1] - clear


def _distance(box: Box, segment: Segment, most: float) -> float:
    """How far a segment is from the box; `most` where one direction alone says that it is no nearer."""
    x0, y0, x1, y1 = segment
    if x0 > x1:
        x0, x1 = x1, x0
    dx = max(box[0] - x1, x0 - box[2], 0.0)
    if dx >= most:
        return most
    if y0 > y1:
        y0, y1 = y1, y0
    dy = max(box[1] - y1, y0 - box[3], 0.0)
    return most if dy >= most else sqrt(dx * dx + dy * dy)
