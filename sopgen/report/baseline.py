"""A baseline: the findings that stood when checking began, one entry a line in a JSON file. It may only shrink.

An entry names file, rule and fingerprint; `text` is for its readers. Files are named from the baseline's own folder.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Final, NamedTuple

from sopgen.diagnostics import Diagnostic, Message, Severity, Span, split_lines
from sopgen.foreign.json_text import json_text, read_json
from sopgen.report.acceptance import STALE_BASELINE
from sopgen.report.review import Accepted, FingerprintedFinding, is_failure

FORMAT: Final = 1
REASON: Final = Message("temuan lama yang belum diperbaiki (baseline)", "an old finding, not mended yet (baseline)")
SOURCE: Final = Message("Berkas baseline sopgen", "sopgen's baseline file")
TEXT_LENGTH: Final = 80
MOST_ENTRIES: Final = 100_000
"""Thirty findings of each of three thousand specs."""


class TooManyEntries(ValueError):  # noqa: N818 - what was found
    """A baseline of more entries than any folder of specs has findings."""


class BaselineEntry(NamedTuple):
    file: str
    rule: str
    fingerprint: str
    text: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        return self.file, self.rule, self.fingerprint


class Baseline(NamedTuple):
    """`shown` is the file's own name in messages; `lines` hold each entry's line in it."""

    shown: str
    entries: tuple[BaselineEntry, ...] = ()
    lines: tuple[int, ...] = ()


def read_baseline(data: bytes, shown: str) -> Baseline:
    """Raises `ValueError` for what is no baseline of this format, `TooManyEntries`."""
    try:
        text = data.decode("utf-8-sig")
        told = read_json(text.encode())
        is_ours = told["sopgen-baseline"] == FORMAT
        entries = tuple(BaselineEntry(*(str(each[key]) for key in BaselineEntry._fields)) for each in told["findings"])
    except (ValueError, KeyError, TypeError, RecursionError):
        is_ours = False
    if not is_ours:
        raise ValueError(shown)
    if len(entries) > MOST_ENTRIES:
        raise TooManyEntries(shown)
    lines = _lines(text)
    return Baseline(shown, entries, tuple(lines.get((entry.fingerprint, entry.file), 1) for entry in entries))


def _lines(text: str) -> dict[tuple[str, str], int]:
    """The line of each fingerprint in each file, as the program writes them: an entry a line."""
    found: dict[tuple[str, str], int] = {}
    for number, line in enumerate(split_lines(text), start=1):
        with suppress(ValueError, RecursionError):
            told = json.loads(line.strip().removesuffix(","))
            if isinstance(told, dict):
                found.setdefault((str(told.get("fingerprint")), str(told.get("file"))), number)
    return found


def baseline_bytes(entries: Iterable[BaselineEntry]) -> bytes:
    """The whole file: sorted, one entry a line, so that a change reads well in a comparison."""
    lines = [json_text(entry._asdict()) for entry in sorted(entries)]
    body = "\n    " + ",\n    ".join(lines) + "\n  " if lines else ""
    return f'{{\n  "sopgen-baseline": {FORMAT},\n  "findings": [{body}]\n}}\n'.encode()


def entry_of(file: str, finding: FingerprintedFinding, text: str) -> BaselineEntry:
    return BaselineEntry(file, finding.diagnostic.code, finding.fingerprint, text[:TEXT_LENGTH])


def accept(
    file: str, findings: Iterable[FingerprintedFinding], baseline: Baseline
) -> tuple[tuple[FingerprintedFinding, ...], tuple[Accepted, ...]]:
    """The findings of one file that are left, and those that stand in the baseline."""
    known = {entry.key for entry in baseline.entries if entry.file == file}
    left, accepted = [], []
    for finding in findings:
        if (file, finding.diagnostic.code, finding.fingerprint) in known and not is_failure(finding.diagnostic):
            accepted.append(Accepted(finding, REASON, by="baseline"))
        else:
            left.append(finding)
    return tuple(left), tuple(accepted)


def stale(
    baseline: Baseline, met: Iterable[tuple[str, str, str]], examined: Callable[[BaselineEntry], bool]
) -> tuple[BaselineEntry, ...]:
    """Entries that met no finding, among those whose file and rule were examined in this check."""
    found = frozenset(met)
    return tuple(entry for entry in baseline.entries if entry.key not in found and examined(entry))


def stale_diagnostics(baseline: Baseline, entries: Iterable[BaselineEntry]) -> Iterator[Diagnostic]:
    lines = dict(zip(baseline.entries, baseline.lines, strict=True))
    return (_stale_diagnostic(baseline, entry, lines[entry]) for entry in entries)


def _stale_diagnostic(baseline: Baseline, entry: BaselineEntry, line: int) -> Diagnostic:
    told = f"{entry.rule} ({entry.text})" if entry.text else entry.rule
    return Diagnostic(
        STALE_BASELINE,
        Severity.ANJURAN,
        Message(f"{entry.file} tidak lagi mempunyai temuan {told}.", f"{entry.file} no longer has the finding {told}."),
        Message(
            "Ringkas berkas ini dengan `--update-baseline`; isinya hanya boleh berkurang.",
            "Shrink this file with `--update-baseline`; it may only lose entries.",
        ),
        Span(baseline.shown, line, 1),
        source=SOURCE,
    )
