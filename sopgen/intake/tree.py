"""Tree: maps, lists and texts as they stand in the file, with the place of every key and value."""

from __future__ import annotations

from typing import Any, Final

from sopgen.diagnostics import Message, Span
from sopgen.intake.fault import Fault, Path


class Unread:
    """Stands where a value could not be read; its fault has been reported."""


UNREAD: Final = Unread()


class Tree:
    """`data`: None, str, list or dict. `faults` in file order; with any in the syntax the first stands alone."""

    def __init__(self, shown: str, lines: tuple[str, ...]) -> None:
        self.shown = shown
        self.lines = lines
        self.data: Any = None
        self.spans: dict[Path, Span] = {}
        self.key_spans: dict[Path, Span] = {}
        self.faults: list[Fault] = []
        self.broken = False
        # Maps in which a key was refused: what they hold is not counted.
        self.incomplete: set[Path] = set()
        # Of a form: what was read otherwise than it stands, worth telling. None for a text.
        self.remarks: list[tuple[Span, Message]] | None = None
        # Of a form: the names of its sheets, from left to right.
        self.sheets: tuple[str, ...] = ()
        # Of a form: cells that call a step as it was called once; there each old name and the one of today.
        self.outdated: dict[Span, list[tuple[str, str]]] = {}
        # Of a form: targets that are told by words besides their number.
        self.worded: set[Path] = set()

    def place(self, path: Path) -> Path:
        """The deepest existing node on the way to `path`; elements that do not exist are stepped over."""
        here: Path = ()
        for element in path:
            if (*here, element) in self.spans:
                here = (*here, element)
        return here

    def span(self, path: Path, *, on_key: bool = False) -> Span:
        here = self.place(path)
        if not here:
            return self.spans.get((), Span(self.shown, 1, 1))
        return self.key_spans.get(here, self.spans[here]) if on_key else self.spans[here]
