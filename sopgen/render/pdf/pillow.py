"""reportlab without Pillow: it imports it when it is imported, though nothing but an image needs it."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from types import ModuleType

_PILLOW = "PIL"


def import_reportlab() -> None:
    """Import what asks for Pillow, and where that is missing let it have a name in its stead."""
    if "reportlab.lib.utils" not in sys.modules and find_spec(_PILLOW) is None:
        stand_in = ModuleType(_PILLOW)
        vars(stand_in)["Image"] = None  # which reportlab takes for "no images here"
        before = {name: sys.modules[name] for name in (_PILLOW,) if name in sys.modules}
        sys.modules[_PILLOW] = stand_in
        try:
            import reportlab.lib.utils  # noqa: F401 - what it keeps of Pillow is the name alone
        finally:
            del sys.modules[_PILLOW]
            sys.modules.update(before)
