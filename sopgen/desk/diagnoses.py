"""Diagnostics → plain data in one language."""

from __future__ import annotations

from typing import Any

from sopgen.diagnostics import Diagnostic, Language
from sopgen.marking.places import Places


def told(diagnostic: Diagnostic, language: Language, places: Places | None = None) -> dict[str, Any]:
    """Place in the file, in the spec's tree, and with `places` on the pages: rings in points, the main one first."""
    span = diagnostic.span
    place = places.find(diagnostic) if places else None
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message.in_language(language),
        "remedy": diagnostic.remedy.in_language(language),
        "source": diagnostic.source.in_language(language) if diagnostic.source else None,
        "step": diagnostic.step,
        "path": list(diagnostic.path),
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "length": span.length if span else None,
        "sheet": (span.sheet or None) if span else None,
        "cell": span.cell if span else None,
        "page": place.page + 1 if place else None,
        "rings": [list(ring) for ring in place.rings] if place else [],
    }
