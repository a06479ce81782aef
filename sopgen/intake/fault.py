"""Fault: a refusal found somewhere in a spec's tree, before its line and column are looked up."""

from __future__ import annotations

from typing import Final, NamedTuple

from sopgen.diagnostics import Diagnostic, Message, Severity, Span
from sopgen.intake.codes import Code

Path = tuple[str | int, ...]

MAX_SHOWN: Final = 60
"""A value is named in a message up to this many characters; the source line shows it whole."""


class Fault(NamedTuple):
    """What is wrong at `path`. `on_key` points at the key instead of its value; `span` overrides both."""

    code: Code
    path: Path
    message: Message
    remedy: Message
    on_key: bool = False
    span: Span | None = None


def name(value: object) -> str:
    """The value as it is named inside a message."""
    text = " ".join(str(value).split())
    return f"`{text[:MAX_SHOWN]}…`" if len(text) > MAX_SHOWN else f"`{text}`"


def step_of(path: Path) -> int | None:
    """The number of the kegiatan that a path lies in."""
    if len(path) > 1 and path[0] == "kegiatan" and isinstance(path[1], int):
        return path[1] + 1
    return None


def diagnose(fault: Fault, span: Span | None, lines: tuple[str, ...]) -> Diagnostic:
    source_line = lines[span.line - 1] if span and 0 < span.line <= len(lines) else None
    return Diagnostic(
        code=fault.code.value,
        severity=Severity.WAJIB,
        message=fault.message,
        remedy=fault.remedy,
        span=span,
        source_line=source_line,
        step=step_of(fault.path),
        path=fault.path,
    )
