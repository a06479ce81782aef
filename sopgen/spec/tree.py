"""Tree: maps, lists and texts as they stand in the file, with the place of every key and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from sopgen.diagnostics import Span
from sopgen.spec.fault import Fault, Path


class Unread:
    """Stands where a value could not be read; its fault has been reported."""


UNREAD: Final = Unread()


@dataclass(slots=True)
class Tree:
    """`data`: None, str, list or dict. `faults` in file order; with any in the syntax the first stands alone."""

    shown: str
    lines: tuple[str, ...]
    data: Any = None
    spans: dict[Path, Span] = field(default_factory=dict)
    key_spans: dict[Path, Span] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    broken: bool = False

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
