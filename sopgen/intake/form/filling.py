"""Form: a workbook's grids on their way into a tree, with what the readers of its sheets share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, Path
from sopgen.intake.form.sheets import Table
from sopgen.intake.form.targets import Steps
from sopgen.intake.tree import Tree
from sopgen.workbook.grid import Grid

_ITEM: Final = re.compile(r"\s*[-•–]\s+(.*)", re.DOTALL)


class FormTree(Tree):
    """`codes`: every row's own, in order; `texts`: what they say.

    `places`: where fields of one value have their cells, filled or not; `history`: the table of revisions.
    """

    def __init__(self, shown: str) -> None:
        super().__init__(shown, ())
        self.remarks = []
        self.codes: list[str] = []
        self.texts: list[str] = []
        self.places: dict[Path, Span] = {}
        self.history: Table | None = None


class Renamed(NamedTuple):
    """Where an executor's name of today stands, what that is, and what to tell of cells that have the old one."""

    span: Span
    now: str
    told: Message


class Form:
    """`data` grows into the tree's. `lanes`: an executor's folded name or key → the key.

    `renamed`: a folded name that an executor had once → its name of today.
    `taken`: the names of sheets that were read. `steps`: what their rows say, once these are read.
    """

    def __init__(self, grids: Sequence[Grid], tree: FormTree) -> None:
        self.grids, self.tree = grids, tree
        self.data: dict[str, Any] = {}
        self.lanes: dict[str, str] = {}
        self.renamed: dict[str, Renamed] = {}
        self.taken: set[str] = set()
        self.steps = Steps((), ())

    def put(self, path: Path, value: Any, span: Span) -> None:
        """A value below keys alone, at its cell."""
        holder = self.data
        for depth, element in enumerate(path[:-1], start=1):
            self.tree.spans.setdefault(path[:depth], span)
            holder = holder.setdefault(str(element), {})
        holder[str(path[-1])] = value
        self.tree.spans[path] = span

    def free(self) -> list[Grid]:
        """The sheets that nobody has read yet."""
        return [grid for grid in self.grids if grid.name not in self.taken]

    def remark(self, span: Span, message: Message) -> None:
        """What was read otherwise than it stands, or not at all."""
        assert self.tree.remarks is not None
        self.tree.remarks.append((span, message))

    def fault(self, code: Code, span: Span, message: Message, remedy: Message) -> None:
        self.tree.faults.append(Fault(code, (), message, remedy, span=span))


def content_of(text: str) -> Any:
    """A cell of several lines: lines begun by a dash are the items of a list, under a sentence or alone."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if _ITEM.fullmatch(line)), None)
    if first is None or text in {"-", "–"}:
        return text
    items: list[str] = []
    for line in lines[first:]:
        if found := _ITEM.fullmatch(line):
            items.append(found[1].strip())
        elif line.strip():
            items[-1] += f"\n{line.strip()}"
    above = "\n".join(lines[:first]).strip()
    return {"teks": above, "butir": items} if above else items


def without_dash(text: str) -> str:
    found = _ITEM.fullmatch(text)
    return found[1].strip() if found else text.strip()
