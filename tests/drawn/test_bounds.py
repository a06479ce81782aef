"""A drawing with far more in it than an SOP has is refused in little work; the grid finds what looking at all would."""

from __future__ import annotations

import math
import random
import re
import subprocess
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from sopgen import finished, oldstock
from sopgen.diagnostics import Message
from sopgen.drawn import near
from sopgen.drawn.files import TOO_MUCH, NotRead
from sopgen.drawn.head import heads_of
from sopgen.drawn.model import Box, Cell, Panel, Stroke
from sopgen.drawn.near import Near, TooMuch, box_of, boxes_of, overlaps
from sopgen.drawn.pdf.strokes import Shape, _once
from sopgen.drawn.pieces import TOUCH, pieces_of
from sopgen.foreign.package import read_package
from sopgen.render.ooxml.parts import packed
from tests.drawn.drawing_pdf import Page
from tests.growth import LINEAR, growth

BOOK = Path(__file__).resolve().parents[2] / "output/contoh-lengkap.xlsx"


def crowded(count: int, *, lines: bool) -> bytes:
    """A workbook of ours with so many shapes or lines on its flow table, each a little off one that is there."""
    rng = random.Random(count)
    parts = read_package(BOOK.read_bytes())
    name = max((each for each in parts if each.startswith("xl/drawings/drawing")), key=lambda each: len(parts[each]))
    text = parts[name].decode()
    anchors = re.findall(r"<xdr:twoCellAnchor.*?</xdr:twoCellAnchor>", text, re.DOTALL)
    kept = [each for each in anchors if ("<xdr:cxnSp" in each or "custGeom" in each) is lines]

    def moved(anchor: str, number: int) -> str:
        away = rng.randrange(-200_000, 200_000)
        anchor = re.sub(r"(<xdr:rowOff>)(-?\d+)", lambda found: f"{found[1]}{int(found[2]) + away}", anchor)
        return re.sub(r'(<xdr:cNvPr id=")\d+', rf"\g<1>{10_000 + number}", anchor)

    more = "".join(moved(rng.choice(kept), number) for number in range(count - len(anchors)))
    return packed({**parts, name: text.replace("</xdr:wsDr>", f"{more}</xdr:wsDr>").encode()})


@pytest.mark.slow
@pytest.mark.parametrize("lines", [True, False], ids=["lines", "shapes"])
def test_4900_things_on_one_sheet(lines: bool) -> None:
    data = {count: crowded(count, lines=lines) for count in (2_450, 4_900)}

    def told(count: int) -> set[str]:
        with pytest.raises(NotRead) as refused:
            oldstock.import_drawn(data[count])
        assert refused.value.message == TOO_MUCH
        held = finished.check_held(data[count], "x.xlsx", today=date(2026, 1, 1))
        return {each.code for each in held.diagnostics}

    assert growth(told, 2_450, 4_900) < 6
    assert "BACA-01" in told(4_900)


def paths(rng: random.Random, count: int, size: float) -> list[tuple[tuple[float, float], ...]]:
    return [
        tuple((rng.uniform(0, size), rng.uniform(0, size)) for _ in range(rng.randrange(2, 5))) for _ in range(count)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_the_grid_gives_all_that_is_near(seed: int) -> None:
    rng = random.Random(seed)
    things = [boxes_of(path) for path in paths(rng, 60, 400)]
    things.append([(-1e9, -1e9, 1e9, 1e9)])
    things.append([(math.nan, 0, 0, 0)])
    grid = Near(things, 16)
    for _ in range(50):
        x, y = rng.uniform(-50, 450), rng.uniform(-50, 450)

        def away(box: Box, x: float = x, y: float = y) -> float:
            return math.hypot(max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3]))

        expected = {number for number, boxes in enumerate(things[:-1]) if min(map(away, boxes)) <= 16}
        given = grid.at((x, y))
        assert expected <= set(given)
        assert given == sorted(given)


@pytest.mark.parametrize("seed", range(5))
def test_overlaps_are_those_of_all_pairs(seed: int) -> None:
    boxes = [box_of(path) for path in paths(random.Random(seed), 40, 300)]
    assert overlaps(boxes) == [
        (a, b)
        for (a, one), (b, other) in combinations(enumerate(boxes), 2)
        if one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
    ]


def test_work_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "_MOST_WORK", 100)
    monkeypatch.setattr(near, "MOST_OVERLAPS", 100)
    grid = Near([[(0.0, 0.0, 1.0, 1.0)]] * 30, 1)
    for _ in range(3):
        grid.at((0, 0))
    with pytest.raises(TooMuch):
        grid.at((0, 0))
    with pytest.raises(TooMuch):
        overlaps([(0.0, 0.0, 1.0, 1.0)] * 30)


def naive(strokes: tuple[Stroke, ...]) -> tuple[Stroke, ...]:
    """Every end against every other, again after each tie."""
    pieces = list(strokes)
    while True:
        ends = [(at, end) for at in range(len(pieces)) for end in (0, 1)]
        for number, (at, end) in enumerate(ends):
            point = pieces[at].points[-end]
            met = [
                each for each in ends if each[0] != at and math.dist(pieces[each[0]].points[-each[1]], point) <= TOUCH
            ]
            if len(met) == 1 and met[0] in ends[number + 1 :]:
                one, other = pieces[at], pieces[met[0][0]]
                tied = (one if end else one.turned()).followed_by(other.turned() if met[0][1] else other)
                pieces = [each for here, each in enumerate(pieces) if here not in {at, met[0][0]}]
                pieces.append(tied)
                break
        else:
            return tuple(pieces)


def goes_straight_on(one: Stroke, other: Stroke) -> bool:
    for tip in {*one.points} & {*other.points}:
        (ax, ay), (bx, by) = (
            next((x - tip[0], y - tip[1]) for x, y in each.points if (x, y) != tip) for each in (one, other)
        )
        if ax * bx + ay * by < -0.95 * math.hypot(ax, ay) * math.hypot(bx, by):
            return True
    return False


def bent(strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    """Those of the strokes that go straight on into none of the others: such are tied first."""
    kept: list[Stroke] = []
    for stroke in strokes:
        if not any(goes_straight_on(stroke, other) for other in kept):
            kept.append(stroke)
    return tuple(kept)


@pytest.mark.parametrize("seed", range(30))
def test_pieces_are_tied_as_by_looking_at_all_ends_each_time(seed: int) -> None:
    rng = random.Random(seed)
    spots = [(rng.randrange(8) * 20.0, rng.randrange(8) * 20.0) for _ in range(14)]
    strokes = tuple(Stroke(tuple(rng.sample(spots, 2))) for _ in range(12))
    strokes = bent(each for each in strokes if each.points[0] != each.points[1])
    assert pieces_of(strokes, ()) == naive(strokes)


def test_cells_that_all_could_begin_a_head_are_looked_at_in_bounded_work() -> None:
    def below(count: int) -> Panel:
        cells = tuple(Cell((0, 12.0 * row, 100, 12.0 * row + 12), "Kegiatan") for row in range(count))
        return Panel(Message("a", "a"), (100, 180_000), cells)

    assert growth(lambda count: heads_of(below(count)), 2_000) < LINEAR
    assert heads_of(below(15_000)) == ()
    beside = tuple(Cell((0, 0, 100, 12), "Kegiatan") for _ in range(2_000))
    with pytest.raises(TooMuch):
        heads_of(below(1)._replace(cells=beside))


MOST_MEMORY = 300 << 20
_ONE = """
import sys
from pathlib import Path
from sopgen import finished, oldstock, pipeline
from sopgen.drawn.files import NotRead
try:
    oldstock.import_drawn(Path(sys.argv[1]).read_bytes())
except NotRead as reason:
    print(reason)
# not ru_maxrss: that begins with what the process had that started this one
(most,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
print(int(most.split()[1]) * 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
@pytest.mark.slow
def test_a_crowded_page_takes_little_memory(tmp_path: Path) -> None:
    """20,000 lines and 20,000 letters upon an SOP's page."""
    page = Page(fills=False)
    page.table()
    page.chart()
    rng = random.Random(1)
    for _ in range(20_000):
        x, y = rng.uniform(230, 450), rng.uniform(180, 420)
        page.rule(x, y, x + rng.uniform(-9, 9), y + rng.uniform(-9, 9))
    for at in range(400):
        page.text(10, 10 + at, "x" * 50, 2)
    file = tmp_path / "a.pdf"
    file.write_bytes(page.bytes())
    found = subprocess.run([sys.executable, "-c", _ONE, file], capture_output=True, text=True, check=True, timeout=120)
    assert int(found.stdout.split()[-1]) < MOST_MEMORY


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
@pytest.mark.slow
@pytest.mark.parametrize("far", [4e4, 1e9, 3e38])
def test_what_reaches_far_off_the_page_takes_little_memory(tmp_path: Path, far: float) -> None:
    """A cell that a spoilt number made 30,000 km high took 1.8 GB: it stood in each of its bands."""
    page = Page(fills=False)
    page.table()
    page.chart()
    page.canvas.setFillGray(1)
    for x, y, wide, high in ((300, 40, 40, far), (300, -far, 40, 2 * far), (-far, 100, 2 * far, 20), (far, far, 9, 9)):
        page.canvas.rect(x, y, wide, high, stroke=1, fill=0)
    page.rule(310, 100, 310, far)
    page.rule(-far, 200, far, 200)
    page.text(far, 100, "jauh")
    page.canvas.saveState()
    page.canvas.transform(far, 0, 0, far, -far, -far)
    page.rule(0, 0, 1, 1)
    page.text(0, 0, "besar")
    page.canvas.restoreState()
    file = tmp_path / "a.pdf"
    file.write_bytes(page.bytes())
    found = subprocess.run([sys.executable, "-c", _ONE, file], capture_output=True, text=True, check=True, timeout=120)
    assert int(found.stdout.split()[-1]) < MOST_MEMORY


@pytest.mark.slow
def test_shapes_of_a_page_are_held_against_each_other_in_bounded_work() -> None:
    """A page of 5,000 boxes kept the reader busy for a minute."""
    corners = [(at % 70 * 12.0, at // 70 * 12.0) for at in range(5_000)]
    shapes = [Shape(at, "process", (x, y, x + 9, y + 9)) for at, (x, y) in enumerate(corners)]

    def once(count: int) -> None:
        with pytest.raises(TooMuch) if count == len(shapes) else nullcontext():
            assert _once(shapes[:count]) == shapes[:count]

    assert growth(once, 600, len(shapes)) < LINEAR
