"""What a workbook holds, as plain values. Rows and columns count from 0, boxes are (x0, y0, x1, y1) in points."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sopgen.workbook.styles import Look

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Side = Literal["T", "L", "B", "R"]
Place = tuple[int, int]  # row, column


class Shape(NamedTuple):
    """A shape that is no line. `preset` is DrawingML's name of its outline, "" for a free form.

    `rimless`: neither outline nor ground is seen, only its text.
    `corners` of a free form, its curves as straight pieces; `source` of a picture: the part that holds it.
    """

    id: int
    name: str
    preset: str
    box: Box
    text: str = ""
    text_box: bool = False
    corners: tuple[Point, ...] = ()
    source: str = ""
    rimless: bool = False

    @property
    def centre(self) -> Point:
        x0, y0, x1, y1 = self.box
        return (x0 + x1) / 2, (y0 + y1) / 2

    def site(self, side: Side) -> Point:
        """The middle of one side."""
        x0, y0, x1, y1 = self.box
        x, y = self.centre
        return {"T": (x, y0), "L": (x0, y), "B": (x, y1), "R": (x1, y)}[side]


class Connector(NamedTuple):
    """A connector or a line drawn free. `glued`: (shape id, site) that each end says it hangs on. Ω stand at `omegas`.

    `heads`: whether there is an arrow head at the first and the last point.
    """

    id: int
    name: str
    points: tuple[Point, ...]
    omegas: tuple[Point, ...] = ()
    glued: tuple[tuple[int, int] | None, tuple[int, int] | None] = (None, None)
    heads: tuple[bool, bool] = (False, False)


class Sheet(NamedTuple):
    """`columns` and `rows` are edges, one more than there are; `breaks` the rows that begin a new page.

    `titles`: the first and the last row that are printed on every page, if there are any.
    `looks`: of cells with borders or a ground. `folded`: rows and columns that nobody sees, read as large as they
    should be.
    """

    name: str
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: dict[Place, str]
    merges: tuple[tuple[Place, Place], ...] = ()  # first and last cell, both included
    breaks: tuple[int, ...] = ()
    shapes: tuple[Shape, ...] = ()
    lines: tuple[Connector, ...] = ()
    pictures: tuple[Shape, ...] = ()
    others: tuple[Box, ...] = ()  # drawn things of no such kind
    remarks: tuple[tuple[Place, str], ...] = ()  # notes hung on cells
    is_hidden: bool = False
    paper: int | None = None  # as `paperSize` numbers it
    titles: tuple[int, int] | None = None
    looks: dict[Place, Look] = {}  # noqa: RUF012 - never written to
    folded: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())

    def span(self, place: Place) -> tuple[Place, Place]:
        """The merged range that a cell lies in, or the cell alone."""
        row, column = place
        for first, last in self.merges:
            if first[0] <= row <= last[0] and first[1] <= column <= last[1]:
                return first, last
        return place, place

    def box_of(self, place: Place) -> Box:
        """Of a cell, or of the merged range that it lies in."""
        (row, column), last = self.span(place)
        return self.columns[column], self.rows[row], self.columns[last[1] + 1], self.rows[last[0] + 1]

    def middle(self, place: Place) -> Point:
        """The middle of a cell, or of the merged range that it lies in."""
        x0, y0, x1, y1 = self.box_of(place)
        return (x0 + x1) / 2, (y0 + y1) / 2

    def place_of(self, point: Point) -> Place:
        """The cell that holds a point."""
        return _index(self.rows, point[1]), _index(self.columns, point[0])


def _index(edges: tuple[float, ...], at: float) -> int:
    return max((number for number, edge in enumerate(edges[:-1]) if edge <= at), default=0)
