"""Operations on a spec's text → the text with them made, all else kept byte by byte.

Importing this package brings in yaml and the model, and no library beyond those: it also runs in a browser.
"""

from __future__ import annotations

from sopgen.editing.draft import Draft
from sopgen.editing.edit_fault import EditFault
from sopgen.editing.operations import Edited, apply_operation, apply_operations

__all__ = ["Draft", "EditFault", "Edited", "apply_operation", "apply_operations"]
