"""Run the rules: specs → located findings, sorted, before any suppression."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from sopgen.diagnostics import Diagnostic, Message, Severity, Span
from sopgen.intake.fault import step_of
from sopgen.intake.loaded import Loaded
from sopgen.rules.codes import ON_COMPILATION, ON_SPEC, rule_module
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.presets import severity_for
from sopgen.rules.registry import REGISTRY
from sopgen.rules.settings import NO_RULE, check_settings

_MOST_SAID: Final = 1500  # letters of a finding
_QUOTED: Final = 240  # letters of a quotation that is told by its beginning
_LONG_QUOTE: Final = re.compile("“([^“”]{200})[^“”]{40,}”")


def check_spec(loaded: Loaded, *, today: date, codes: Sequence[str] = ON_SPEC) -> tuple[Diagnostic, ...]:
    """All findings of one spec by itself, in the order of its lines. `today` is the reference date."""
    spec = Spec(loaded, today)
    found: list[Diagnostic] = []
    for code in codes:
        severity = severity_for(code, loaded.setelan)
        if severity is not None:
            found += [_diagnose(code, severity, finding, loaded) for finding in rule_module(code).check(spec)]
    return tuple(sorted(found, key=_order))


def check_compilation(specs: Sequence[Loaded]) -> tuple[tuple[Diagnostic, ...], ...]:
    """What comparing the specs shows, and what is wrong with their settings: for each spec, in the order given."""
    found: list[list[Diagnostic]] = [[] for _ in specs]
    for code in ON_COMPILATION:
        for index, finding in rule_module(code).check_compilation(specs):
            severity = severity_for(code, specs[index].setelan)
            if severity is not None:
                found[index].append(_diagnose(code, severity, finding, specs[index]))
    for index, finding in check_settings(specs):
        severity = severity_for(NO_RULE, specs[index].setelan)
        if severity is not None:
            found[index].append(_diagnose(NO_RULE, severity, finding, specs[index]))
    return tuple(tuple(sorted(diagnostics, key=_order)) for diagnostics in found)


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.span or Span("", 0, 0)
    return span.file, span.line, span.column, diagnostic.code, diagnostic.message.id


def _diagnose(code: str, severity: Severity, finding: Finding, loaded: Loaded) -> Diagnostic:
    span = loaded.span(finding.path)
    line = loaded.source_line(span)
    return Diagnostic(
        code,
        severity,
        _short(finding.message),
        finding.remedy,
        _narrowed(span, line, finding.at),
        line,
        step_of(finding.path),
        finding.path,
        REGISTRY[code].source,
        finding.sure,
        finding.caused_by,
        about=finding.about,
    )


def _short(message: Message) -> Message:
    """A quoted text, or a long list, is told by its beginning: the line shown, and the place, say which it is."""
    if max(map(len, message)) < _QUOTED:
        return message
    quoted = (_LONG_QUOTE.sub(r"“\1…”", said) for said in message)
    return Message(*(said if len(said) <= _MOST_SAID else f"{said[:_MOST_SAID]}…" for said in quoted))


def _narrowed(span: Span, line: str | None, words: str) -> Span:
    """The caret under the words meant, where they stand in the line shown."""
    if not words or line is None:
        return span
    place = line.find(words, span.column - 1)
    return span if place < 0 else span._replace(column=place + 1, length=len(words))
