"""What a drawn document says: its steps with texts, lanes and symbols, its edges with labels. For comparing with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sopgen.columns import FIELD_OF
from sopgen.diagnostics import Message
from sopgen.scene import Cell, Document, Page, Point, SymbolKind
from sopgen.workbook.retyped import Retyped


class DueStep(NamedTuple):
    """One step. `lanes` from 0 by its symbols; `kinds` of its symbols, extra capsules included."""

    number: int
    texts: Mapping[str, str]
    lanes: tuple[int, ...]
    kinds: tuple[SymbolKind, ...]
    extras: int


class Unlike(NamedTuple):
    """Something that hides, covers or joins what cells say, on the sheet of that name.

    `points`: the places on it that it is about; without any `where` says it. `kind` as among causes (`causes`); `rows`:
    where it is rows that nobody sees, which, from 0. `margin`: the printed head and foot as they are and as they should
    be. `note`: advice. `is_placed`: it is told by where it stands, which another edition of the drawings may choose
    otherwise. `retyped`: the cell that says something else, without any of that; `is_undone`: what was read says what
    it should.
    """

    told: Message
    where: Message
    sheet: str = ""
    points: tuple[Point, ...] = ()
    kind: str = "look"
    remedy: Message | None = None
    rows: tuple[int, ...] = ()
    margin: tuple[str, str] | None = None
    note: bool = False
    is_placed: bool = False
    retyped: Retyped | None = None
    is_undone: bool = False


class Source(NamedTuple):
    """`edges`: (from, to) → the branch's label; to None where an extra capsule closes. `returns_above`: steps that a
    return may enter by the top. `labels`: the headings by the role of their column. `unlike`: what now hides or covers
    what the cells of the file examined say.
    """

    document: Document
    steps: tuple[DueStep, ...]
    edges: Mapping[tuple[int, int | None], str]
    labels: Mapping[str, str]
    lane_names: tuple[str, ...]
    returns_above: frozenset[int]
    heads_repeated: bool = True
    unlike: tuple[Unlike, ...] = ()


def source_of(document: Document) -> Source:
    cells = [cell for _, _, cell in document.cells()]
    flow = next((page for page in document.pages if page.lanes), None)
    lanes = flow.lanes if flow else ()
    names = tuple(" ".join(lane.name.split()) for lane in lanes)
    return Source(
        document,
        _steps(document, cells, {lane.id: at for at, lane in enumerate(lanes)}),
        _edges(document),
        {
            cell.role.removeprefix("kepala_"): " ".join(said(cell).split())
            for cell in cells
            if cell.role.startswith("kepala_") and cell.texts
        },
        names,
        frozenset(step for each in document.figures.relaxations for step in each.steps),
        all(_has_head(page) for page in document.pages if page.lanes),
    )


def groups_of(document: Document) -> tuple[str, ...]:
    """What stands above neighbours of one group, once each."""
    flow = next((page for page in document.pages if page.lanes), None)
    return tuple(sorted({lane.group for lane in flow.lanes if lane.group})) if flow else ()


def _has_head(page: Page) -> bool:
    return any(cell.role.startswith("kepala_") for table in page.tables for cell in table.cells)


def _steps(document: Document, cells: list[Cell], lanes: Mapping[str, int]) -> tuple[DueStep, ...]:
    texts: dict[int, dict[str, str]] = {}
    for cell in cells:
        if cell.step is not None and cell.role in FIELD_OF:
            texts.setdefault(cell.step, {})[cell.role] = said(cell)
    symbols = [symbol for page in document.pages for symbol in page.symbols if symbol.step is not None]
    return tuple(
        DueStep(
            number,
            texts.get(number, {}),
            tuple(sorted({lanes[lane] for each in symbols if each.step == number for lane in each.lanes})),
            tuple(each.kind for each in symbols if each.step == number),
            sum(each.extra for each in symbols if each.step == number),
        )
        for number in sorted({*texts, *(each.step for each in symbols if each.step is not None)})
    )


def _edges(document: Document) -> dict[tuple[int, int | None], str]:
    edges: dict[tuple[int, int | None], str] = {}
    for arrow in (arrow for page in document.pages for arrow in page.arrows):
        for source, target in arrow.edges:
            if source is not None:
                edges[source, target] = edges.get((source, target)) or (arrow.label.text if arrow.label else "")
    return edges


def heads_of(document: Document) -> frozenset[str]:
    """All that the heads of its flow table say."""
    flow = next((page for page in document.pages if page.lanes), None)
    cells = [cell for _, _, cell in document.cells() if cell.role.startswith("kepala")]
    lanes = flow.lanes if flow else ()
    return frozenset((*map(said, cells), *(lane.name for lane in lanes), *(lane.group for lane in lanes)))


def said(cell: Cell) -> str:
    """A cell's texts, each on a line."""
    return "\n".join(text.text for text in cell.texts)
