"""Review -> one JSON object for all files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sopgen.diagnostics import Diagnostic, Language
from sopgen.foreign.json_text import json_text
from sopgen.report.review import UNREAD, Review, Reviewed, Verdict
from sopgen.version import __version__

Json = dict[str, Any]


def json_findings(review: Review, language: Language) -> str:
    """Ends with a line feed. `date` is the reference date; a finding without a place has null for it.

    `sums` are those of every report, and count `findings`: why a document could not be read stands in `unread`,
    and which files of the folders named were not examined, and why, in `left_out`.
    In a workbook `line` and `column` are the row and column of `cell` on `sheet`.
    """
    on_sops = review.sop_verdicts()
    whole: Json = {
        "sopgen": __version__,
        "date": review.today.isoformat(),
        "scope": review.scope,
        "preset": review.preset,
        "bureaus": list(review.bureaus),
        "sums": review.sums,
        "files": [verdict_on(file, on_sops, language) for file in review.files if file.examined],
        "findings": [_finding(finding.diagnostic, file, language) for file, finding in review.of_sops()],
        "unread": [_finding(finding.diagnostic, file, language) for file, finding in review.of_unread()],
        "left_out": [{"file": each.file, "why": each.why.in_language(language)} for each in review.left_out],
    }
    return json_text(whole, indent=2) + "\n"


def verdict_on(file: Reviewed, on_sops: Mapping[str, Verdict], language: Language) -> Json:
    """What may be said of one file, or of one SOP in it, and what was not looked at.

    `sop_verdict` is that of `on_sops`, which `sums` count: the worst of all files that bring the SOP.
    """
    return {
        "file": file.file,
        "sop": file.part or None,
        "same_as": file.same_as or None,
        "verdict": UNREAD if file.is_unread else file.verdict.value,
        "sop_verdict": None if file.is_unread else on_sops[file.same_as or file.name].value,
        "unread": file.is_unread,
        "status": file.sop.status if file.sop else None,
        "sha256": file.digest or None,
        "unexamined": [
            {"what": each.what.in_language(language), "why": each.why.in_language(language)} for each in file.unexamined
        ],
    }


def _finding(diagnostic: Diagnostic, file: str, language: Language) -> Json:
    span = diagnostic.span
    return {
        "rule": diagnostic.code,
        "severity": diagnostic.severity.value,
        "file": span.file if span else file,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "sheet": (span.sheet or None) if span else None,
        "cell": span.cell if span else None,
        "place": diagnostic.where.in_language(language) if diagnostic.where else None,
        "step": diagnostic.step,
        "steps": list(diagnostic.steps) or ([] if diagnostic.step is None else [diagnostic.step]),
        "certain": diagnostic.sure,
        "consequences": [told.in_language(language) for told in diagnostic.consequences],
        "also": list(diagnostic.also),
        "message": diagnostic.message.in_language(language),
        "source": diagnostic.source.in_language(language) if diagnostic.source else None,
        "remedy": diagnostic.remedy.in_language(language),
    }
