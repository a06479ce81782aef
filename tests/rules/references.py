"""The reference specs under examination, and their golden findings: tests/golden/NAME.findings.

A golden line is `CODE weight step place: message`, then `##` and why the finding is true.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sopgen.diagnostics import Diagnostic

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 1, 15)
NAMES = ("contoh-lengkap", "contoh-ringkas", "konsinyering", "sirebo")


def spec_path(name: str) -> Path:
    return ROOT / "specs" / f"{name}.sop.yaml"


def golden(name: str) -> list[tuple[str, str]]:
    """Each golden finding with its argument."""
    lines = (ROOT / "tests" / "golden" / f"{name}.findings").read_text(encoding="utf-8").splitlines()
    parts = [line.partition(" ## ") for line in lines if line.strip()]
    return [(finding, argument) for finding, _, argument in parts]


def lines_of(findings: Sequence[Diagnostic]) -> list[str]:
    """The findings as golden lines have them: places by key, since line numbers move with every comment."""
    return [
        f"{found.code} {found.severity} {found.step or '-'} {'.'.join(map(str, found.path))}: {found.message.id}"
        for found in findings
    ]
