"""Data → a spec's text as the house writes it, from nothing: keys in order, an empty line between the parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sopgen.editing.house_order import order_of
from sopgen.editing.scalars import entry_lines
from sopgen.intake.fault import Path

_APART: Final = frozenset({"dasar_hukum", "pelaksana", "kegiatan", "pelayanan", "riwayat", "tampilan", "abaikan"})


def house_text(data: Mapping[str, Any]) -> str:
    lines: list[str] = []
    for key, value in in_order(data, ()).items():
        if key in _APART and lines:
            lines.append("")
        lines += entry_lines(key, value, (key,))
    return "\n".join(lines) + "\n"


def in_order(value: Any, path: Path) -> Any:
    """The same with the keys of every map in the house's order; keys it does not know come last, as they were."""
    if isinstance(value, Mapping):
        order = order_of(path)
        known = [key for key in order if key in value]
        keys = [*known, *(key for key in value if key not in order)]
        return {key: in_order(value[key], (*path, key)) for key in keys}
    if isinstance(value, list):
        return [in_order(each, (*path, n)) for n, each in enumerate(value)]
    return value
