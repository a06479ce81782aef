"""How long one text and one list of a spec may be: whatever reads them further costs time for each letter and item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sopgen.diagnostics import Message
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault, Path
from sopgen.intake.tree import UNREAD, Tree

MAX_TEXT: Final = 20_000
"""Characters: about two pages full of the smallest type, and less than a cell of a workbook holds."""

MAX_LABEL: Final = 500
"""Characters of a branch label, which every place on the page is tried for: far more than finds room anywhere."""

MAX_ITEMS: Final = 1_000
"""Items of a list, as many as steps: these are counted where references are resolved."""

_STEPS: Final[Path] = ("kegiatan",)


def refuse_oversized(tree: Tree) -> None:
    """Put `UNREAD` where a text or a list is longer than is allowed, and its fault into the tree."""
    tree.data = _within(tree, tree.data, ())


def _within(tree: Tree, value: Any, path: Path) -> Any:
    if isinstance(value, str) and len(value) > MAX_TEXT:
        tree.faults.append(_too_long(path, len(value)))
        return UNREAD
    if isinstance(value, list) and len(value) > MAX_ITEMS and path != _STEPS:
        tree.faults.append(_too_many(path, len(value)))
        return UNREAD
    for key, item in _held(value):
        if isinstance(item, dict | list) or (isinstance(item, str) and len(item) > MAX_TEXT):
            value[key] = _within(tree, item, (*path, key))
    return value


def _held(value: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, dict):
        yield from list(value.items())
    elif isinstance(value, list):
        yield from enumerate(value)


def _too_long(path: Path, count: int) -> Fault:
    message = Message(f"Teks {count} huruf: terlalu panjang.", f"A text of {count} letters: too long.")
    remedy = Message(
        f"Paling banyak {MAX_TEXT}; singkat, atau pindahkan ke lampiran dan sebut namanya.",
        f"At most {MAX_TEXT}; shorten it, or move it to an annex and name that.",
    )
    return Fault(Code.TOO_LONG, path, message, remedy)


def label_too_long(path: Path, count: int) -> Fault:
    message = Message(f"Label cabang {count} huruf: terlalu panjang.", f"A branch label of {count} letters: too long.")
    remedy = Message(
        "Tulis jawabannya saja, misalnya Ya atau Tidak; syaratnya masuk `uraian`.",
        "Write the answer alone, like Ya or Tidak; what it depends on goes into `uraian`.",
    )
    return Fault(Code.TOO_LONG, path, message, remedy)


def _too_many(path: Path, count: int) -> Fault:
    message = Message(f"Daftar {count} butir: terlalu banyak.", f"A list of {count} items: too many.")
    remedy = Message(
        f"Paling banyak {MAX_ITEMS}; gabungkan, atau pindahkan ke lampiran dan sebut namanya.",
        f"At most {MAX_ITEMS}; join some, or move them to an annex and name that.",
    )
    return Fault(Code.TOO_MANY, path, message, remedy)
