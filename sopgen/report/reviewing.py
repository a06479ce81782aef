"""Diagnostics of one file in, what is to be reported of it out: selected, accepted, sorted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Diagnostic
from sopgen.intake.loaded import Loaded
from sopgen.report import acceptance
from sopgen.report.baseline import Baseline
from sopgen.report.baseline import accept as accept_known
from sopgen.report.fingerprint import with_fingerprints
from sopgen.report.review import Accepted, Drawing, Reviewed, place_order
from sopgen.report.selection import Selection
from sopgen.rules.presets import Preset

if TYPE_CHECKING:  # a plain check draws nothing
    from sopgen.scene import Document


class Terms(NamedTuple):
    """On what terms findings are reported. `preset` goes before the one in sopgen.yaml.

    `fixes`: whether each finding is to say what would mend it mechanically.
    """

    today: date
    selection: Selection = Selection()
    baseline: Baseline | None = None
    preset: Preset | None = None
    fixes: bool = False


def review_file(
    file: str,
    diagnostics: Iterable[Diagnostic],
    loaded: Loaded | None,
    terms: Terms,
    *,
    baseline_name: str = "",
    entries: bool = True,
) -> Reviewed:
    """`diagnostics` as the stages gave them; `baseline_name` is what the baseline calls this file.

    `entries`: whether the file is the spec itself. The spec in a finished document is no place to point into, and its
    `abaikan` accepts findings there but is not held against them.
    """
    sop = loaded.sop if loaded else None
    found = tuple(loaded.locate(each) if loaded and entries and each.span is None else each for each in diagnostics)
    if loaded is not None and entries:
        found += acceptance.idle_entries(loaded, found, terms.today)
    # What two places of a drawing say alike, in one cell, is said once: all sums count it so.
    said_once = dict.fromkeys(each for each in found if terms.selection.wants(each.code))
    wanted = sorted(said_once, key=place_order)
    findings = with_fingerprints(wanted, sop)
    accepted: tuple[Accepted, ...] = ()
    if sop is not None:
        findings, accepted = acceptance.accept(findings, sop.abaikan, terms.today)
    if terms.baseline is not None:
        findings, more = accept_known(baseline_name or file, findings, terms.baseline)
        accepted += more
    return Reviewed(file, findings, accepted, sop)


def drawing_of(document: Document) -> Drawing:
    """What is told of a drawing."""
    figures = document.figures
    return Drawing(
        len(document.pages),
        figures.crossings,
        figures.crossing_lower_bound,
        figures.proved_minimal,
        figures.bends,
        tuple((row.step, page.number) for page in document.pages for row in page.rows if row.step is not None),
    )
