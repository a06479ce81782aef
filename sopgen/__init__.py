"""sopgen: structured SOP specs to official Indonesian SOP AP documents.

    loaded = sopgen.load("specs/sirebo.sop.yaml")
    findings = sopgen.check(loaded, today=date(2026, 1, 15))
    document = sopgen.lay_out(loaded)
    pdf = sopgen.render_document(document, "pdf")

`load` and `lay_out` raise `Refusal` with located diagnostics. The names are resolved at first use, so that
importing the package stays free of the libraries that only some of them need.
"""

from __future__ import annotations

from importlib import import_module

from sopgen.version import __version__

TYPE_CHECKING = False  # as type checkers read it; `typing` takes longer than all else until the command line is watched
if TYPE_CHECKING:
    from typing import Any

    from sopgen.diagnostics import Refusal
    from sopgen.pipeline import build_document, build_pdf, check, lay_out, load, render_document

__all__ = ["Refusal", "__version__", "build_document", "build_pdf", "check", "lay_out", "load", "render_document"]

_HOMES = {
    "Refusal": "sopgen.diagnostics",
    "build_document": "sopgen.pipeline",
    "build_pdf": "sopgen.pipeline",
    "check": "sopgen.pipeline",
    "lay_out": "sopgen.pipeline",
    "load": "sopgen.pipeline",
    "render_document": "sopgen.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module 'sopgen' has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
