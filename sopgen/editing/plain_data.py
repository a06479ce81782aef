"""A spec's plain data: compared as a reader has it, and changed at a path."""

from __future__ import annotations

import copy
from typing import Any

from sopgen.editing.scalars import as_text
from sopgen.intake.fault import Path
from sopgen.intake.printed import is_text_list


def normal(value: Any, path: Path) -> Any:
    """The value as a reader would have it: texts cleaned, empty items of text lists left out."""
    if isinstance(value, dict):
        return {str(key): normal(each, (*path, str(key))) for key, each in value.items()}
    if isinstance(value, list):
        items = [normal(each, (*path, n)) for n, each in enumerate(value)]
        return [each for each in items if each is not None] if is_text_list(path) else items
    if value is None:
        return None
    return as_text(value)


def order_of_keys(value: Any) -> Any:
    """The order of all keys, which equality of maps does not see."""
    if isinstance(value, dict):
        return [(key, order_of_keys(each)) for key, each in value.items()]
    return [order_of_keys(each) for each in value] if isinstance(value, list) else None


def changed(data: Any, path: Path, value: Any) -> Any:
    changed = copy.deepcopy(data)
    at_path(changed, path[:-1])[path[-1]] = value
    return changed


def at_path(data: Any, path: Path) -> Any:
    for element in path:
        data = data[element]
    return data
