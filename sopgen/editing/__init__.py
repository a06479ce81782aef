"""Operations on a spec's text → the text with them made, all else kept byte by byte.

Importing this package costs nothing; what it then brings in is yaml and the model, and no library beyond those: it
also runs in a browser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sopgen.editing.draft import Draft
    from sopgen.editing.edit_fault import EditFault
    from sopgen.editing.operations import Edited, apply_operation, apply_operations

__all__ = ["Draft", "EditFault", "Edited", "apply_operation", "apply_operations"]

_HOMES = {
    "Draft": "draft",
    "EditFault": "edit_fault",
    "Edited": "operations",
    "apply_operation": "operations",
    "apply_operations": "operations",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
