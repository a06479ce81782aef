"""The one line that `build` prints about a spec's findings: `sirebo: 12 wajib, 5 anjuran; lihat sopgen check`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sopgen.cli.reference_date import reference_date
from sopgen.diagnostics import Message

if TYPE_CHECKING:
    from sopgen.intake import Loaded


def findings_line(name: str, loaded: Loaded) -> Message | None:
    """Of one spec by itself, accepted findings left out; None if there is nothing to say."""
    from sopgen import pipeline
    from sopgen.report.folding import folded
    from sopgen.report.harmless import on_one_line
    from sopgen.report.review import counts
    from sopgen.report.reviewing import Terms, review_file

    today = reference_date(None, os.environ)
    findings = folded(review_file(name, pipeline.check(loaded, today=today), loaded, Terms(today))).findings
    if not findings:
        return None
    told, name = counts(findings).message, on_one_line(name)
    return Message(f"{name}: {told.id}; lihat sopgen check", f"{name}: {told.en}; see sopgen check")
