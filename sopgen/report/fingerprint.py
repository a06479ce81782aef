"""A finding's fingerprint: by rule and content, so that it stays the same when lines or steps move.

The content is what the finding speaks of: the text at its place in the Sop, and the step's `uraian`. Step numbers,
lines and the message (which may name both) take no part. Nor does what `check --fix` mends: a baseline knows a finding
by the text as it is mended.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from sopgen.diagnostics import Diagnostic
from sopgen.intake.sop import Kegiatan, Sop
from sopgen.intake.text import on_one_line
from sopgen.report.review import FingerprintedFinding
from sopgen.rules.mechanical import mended_text

LENGTH = 16  # hexadecimal digits; a clash within one rule and one file is out of the question


def with_fingerprints(diagnostics: Iterable[Diagnostic], sop: Sop | None) -> tuple[FingerprintedFinding, ...]:
    """In the order given. Equal findings of one file are told apart by a number behind the second and further ones."""
    seen: Counter[str] = Counter()
    findings = []
    for diagnostic in diagnostics:
        mark = fingerprint(diagnostic, sop)
        seen[mark] += 1
        findings.append(FingerprintedFinding(diagnostic, mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"))
    return tuple(findings)


def fingerprint(diagnostic: Diagnostic, sop: Sop | None) -> str:
    keys = ".".join(element for element in diagnostic.path if isinstance(element, str))
    told = "\n".join((diagnostic.code, keys, _content(diagnostic, sop, as_mended=True)))
    return hashlib.sha256(told.encode()).hexdigest()[:LENGTH]


def content(diagnostic: Diagnostic, sop: Sop | None) -> str:
    """The words that the finding is about, on one line; of a file that could not be read the source line."""
    return _content(diagnostic, sop, as_mended=False)


def _content(diagnostic: Diagnostic, sop: Sop | None, *, as_mended: bool) -> str:
    if sop is None:
        return on_one_line(diagnostic.source_line or "")
    found: list[Any] = []
    if diagnostic.step is not None and 0 < diagnostic.step <= len(sop.kegiatan):
        found.append(sop.kegiatan[diagnostic.step - 1].uraian)
    found.append(_at(sop, diagnostic.path))
    is_title = diagnostic.path[:1] == ("judul",)

    def said(text: str) -> str:
        return mended_text(text, is_title=is_title) if as_mended else text

    pieces = [_words(value, said) for value in found]
    return on_one_line(" ".join(dict.fromkeys(filter(None, pieces))))


def _at(sop: Sop, path: tuple[str | int, ...]) -> Any:
    """The value at the path, or the nearest one above it; nothing for a whole step, or all steps."""
    node: Any = sop
    for element in path:
        below = _child(node, element)
        if below is None:
            break
        node = below
    return "" if isinstance(node, (Sop, Kegiatan)) or node is sop.kegiatan else node


def _child(node: Any, element: str | int) -> Any:
    if isinstance(element, str):
        by_id = [each for each in node if getattr(each, "id", None) == element] if type(node) is tuple else []
        return by_id[0] if by_id else getattr(node, element, None)
    items = getattr(node, "butir", node)
    return items[element] if isinstance(items, tuple) and element < len(items) else None


def _words(value: Any, said: Callable[[str], str]) -> str:
    """Of a list each item once, as the mend of repeated ones leaves it."""
    match value:
        case str():
            return said(value)
        case date():
            return value.isoformat()
        case tuple():
            return " ".join(dict.fromkeys(filter(None, (_words(each, said) for each in value))))
        case _:
            return ""  # step numbers and flags are not content
