"""What a person would still redo on the pages: one command, one table.

    python benchmarks/pages.py --specs FOLDER [--originals asli.tsv]      # specs beside their originals' page counts
    python benchmarks/pages.py --seeds 0:1000 [--dense]                   # generated specs

`--originals`: lines of a spec's file name, a tab, the number of pages of its original; a head line is skipped. Ours
may have one page more, since the identity stands on a page of its own. A label is faulty when it is smaller than
7 pt, turned, over 4 pt from its arm or nearer to a foreign line; an arrow when its last piece is shorter than a
full head and 6 pt of shaft, or when it runs for longer than the lowest row within 3 mm of the lanes' black
frame. The worst specs are named, so that a change can be looked at.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the generator stands with the tests, which are not installed

from sopgen import pipeline  # noqa: E402
from sopgen.diagnostics import Refusal  # noqa: E402
from sopgen.scene import Arrow, Box, Document, Page, Point  # noqa: E402
from tests.generator import generate  # noqa: E402
from tests.generator_dense import generate_dense  # noqa: E402

LABEL_LEAST = 7.0
LABEL_FARTHEST = 4.0
SHAFT_LEAST = 6.0
FRAME_CLEAR = 3 * 72 / 25.4
HEAD_MOST = 60.0
COMFORTABLE = 8.5
NAMED = 12  # specs named for each fault
EPS = 0.015  # coordinates are rounded to hundredths of a point


class Measured(NamedTuple):
    """One document: its pages and type, and how many labels and arrows show which fault."""

    name: str
    refused: str
    identity: int
    flow: int
    size: float
    row: float  # the lowest row of a kegiatan
    labels: int
    returns: int
    crossings: int
    bends: int
    faults: Counter[str]

    @property
    def pages(self) -> int:
        return self.identity + self.flow


def measure(spec: Path) -> Measured:
    """Draw one spec and measure it."""
    try:
        document = pipeline.lay_out(pipeline.load(spec))
    except Refusal as refusal:
        return Measured(spec.name, refusal.diagnostics[0].code, 0, 0, 0.0, 0.0, 0, 0, 0, 0, Counter())
    arrows = [(page, arrow) for page in document.pages for arrow in page.arrows]
    faults: Counter[str] = Counter()
    for page, arrow in arrows:
        faults.update(arrow_faults(page, arrow, document.style.arrow_length))
    if head_height(document) > HEAD_MOST + EPS:
        faults["head over 60 pt"] += 1
    return Measured(
        spec.name,
        "",
        sum(page.kind == "identitas" for page in document.pages),
        sum(page.kind == "prosedur" for page in document.pages),
        document.font_size,
        _lowest_row(document),
        sum(arrow.label is not None for _, arrow in arrows),
        sum(arrow.is_return and arrow.head for _, arrow in arrows),
        document.figures.crossings,
        document.figures.bends,
        faults,
    )


def _lowest_row(document: Document) -> float:
    return min(row.y1 - row.y0 for page in document.pages for row in page.rows if row.step is not None)


def arrow_faults(page: Page, arrow: Arrow, head: float) -> Iterator[str]:
    """What is wrong with an arrow's label and shaft; `head`: the length of a head in points."""
    yield from label_faults(page, arrow)
    if arrow.head and arrow.edges and last_piece(arrow) < head + SHAFT_LEAST - EPS:
        yield "short shaft, return" if arrow.is_return else "short shaft, main"
    if any(map(runs_by_frame(page), zip(arrow.points, arrow.points[1:], strict=False))):
        yield "long line by the frame"


def runs_by_frame(page: Page) -> Callable[[tuple[Point, Point]], bool]:
    """Whether a piece of an arrow runs down the lanes' frame for longer than the page's lowest row."""
    left, right = page.lanes[0].x0, page.lanes[-1].x1
    lowest = min(row.y1 - row.y0 for row in page.rows if row.step is not None)

    def beside(piece: tuple[Point, Point]) -> bool:
        (ax, ay), (bx, by) = piece
        return ax == bx and abs(ay - by) > lowest + EPS and min(ax - left, right - ax) < FRAME_CLEAR - EPS

    return beside


def head_height(document: Document) -> float:
    """The height of the flow table's head in points; 0 without one."""
    tables = [table for page in document.pages if page.lanes for table in page.tables]
    heads = [[cell for cell in table.cells if cell.header] for table in tables]
    return max(
        (
            table.rows[max(cell.row + cell.row_span for cell in cells)] - table.rows[0]
            for table, cells in zip(tables, heads, strict=True)
            if cells and table.role == "alur"
        ),
        default=0.0,
    )


def label_faults(page: Page, arrow: Arrow) -> Iterator[str]:
    """What is wrong with an arrow's label."""
    label = arrow.label
    if label is None:
        return
    if label.size < LABEL_LEAST - EPS:
        yield "label below 7 pt"
    if label.turned:
        yield "label turned"
    own = _gap(label.box, arrow)
    if own > LABEL_FARTHEST + EPS:
        yield "label over 4 pt off"
    if any(_gap(label.box, other) < own - EPS for other in page.arrows if other is not arrow):
        yield "label nearer to another line"


def _gap(box: Box, arrow: Arrow) -> float:
    return min(_distance(box, a, b) for a, b in zip(arrow.points, arrow.points[1:], strict=False))


def _distance(box: Box, a: Point, b: Point) -> float:
    dx = max(box[0] - max(a[0], b[0]), min(a[0], b[0]) - box[2], 0.0)
    dy = max(box[1] - max(a[1], b[1]), min(a[1], b[1]) - box[3], 0.0)
    return float((dx * dx + dy * dy) ** 0.5)


def last_piece(arrow: Arrow) -> float:
    """The length of the straight piece at an arrow's end, in points: its head and its shaft."""
    (ax, ay), (bx, by) = arrow.points[-2:]
    return abs(ax - bx) + abs(ay - by)


def table(found: Sequence[Measured], originals: dict[str, int]) -> Iterator[str]:
    """The lines of the table."""
    drawn = [one for one in found if not one.refused]
    count = len(drawn)
    yield f"drawn                               {count} of {len(found)}"
    refused = Counter(one.refused for one in found if one.refused)
    for code, number in sorted(refused.items()):
        yield f"refused, {code:27}{number}" + _names([one for one in found if one.refused == code])
    more = [one for one in drawn if one.identity > 1]
    yield f"identity on one page                {count - len(more)}" + _names(more)
    yield f"pages, of these flow                {sum(d.pages for d in drawn)}, {sum(d.flow for d in drawn)}"
    if originals:
        more = [one for one in drawn if one.pages > originals[one.name] + 1]
        yield f"not over the original and one page  {count - len(more)}" + _names(more)
    small = [one for one in drawn if one.size < COMFORTABLE - EPS]
    yield f"flow text at 8.5 pt or more         {count - len(small)}" + _names(small)
    smallest = min((one.size for one in drawn), default=0.0)
    yield f"smallest flow text, lowest row      {smallest:g}, {min((one.row for one in drawn), default=0.0):g} pt"
    yield f"labels, returns with a head         {sum(d.labels for d in drawn)}, {sum(d.returns for d in drawn)}"
    yield f"crossings, bends                    {sum(d.crossings for d in drawn)}, {sum(d.bends for d in drawn)}"
    for fault in (
        "label below 7 pt",
        "label turned",
        "label over 4 pt off",
        "label nearer to another line",
        "short shaft, main",
        "short shaft, return",
        "long line by the frame",
        "head over 60 pt",
    ):
        with_it = [one for one in drawn if one.faults[fault]]
        yield f"{fault:36}{sum(one.faults[fault] for one in with_it)}" + _names(with_it)


def _names(found: Sequence[Measured]) -> str:
    names = [one.name.removesuffix(".sop.yaml") for one in found]
    return f"  ({', '.join(names[:NAMED])}{', …' if len(names) > NAMED else ''})" if names else ""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print; 0 also where faults are found: they are figures, not failures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--specs", type=Path, help="folder of *.sop.yaml")
    parser.add_argument("--originals", type=Path, help="page counts of the originals")
    parser.add_argument("--seeds", help="generated specs, A:B")
    parser.add_argument("--dense", action="store_true", help="generated specs of the dense kind")
    parser.add_argument("--jobs", type=int, default=2)
    wishes = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        specs = sorted(wishes.specs.glob("*.sop.yaml")) if wishes.specs else []
        for seed in range(*map(int, wishes.seeds.split(":"))) if wishes.seeds else ():
            spec = Path(folder) / f"acak-{seed:05d}.sop.yaml"
            spec.write_text((generate_dense if wishes.dense else generate)(seed), encoding="utf-8")
            specs.append(spec)
        with ProcessPoolExecutor(wishes.jobs) as workers:
            found = list(workers.map(measure, specs, chunksize=4))
    print("\n".join(table(found, _originals(wishes.originals))))
    return 0


def _originals(path: Path | None) -> dict[str, int]:
    if path is None:
        return {}
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line.strip()]
    return {line[0]: int(line[1]) for line in lines}


if __name__ == "__main__":
    sys.exit(main())
