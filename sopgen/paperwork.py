"""The papers beside SOPs, from values to finished files: changes, monitoring and evaluation, the service standard.

What an SOP itself takes is `pipeline`'s order; this one stands on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from sopgen.diagnostics import Diagnostic, Refusal
from sopgen.finished import read_held
from sopgen.intake import Loaded, MemorySource
from sopgen.intake.sop import Sop
from sopgen.pipeline import check, render_document
from sopgen.redrawn import drawn_again

if TYPE_CHECKING:  # what draws is imported where it draws
    from sopgen.bureau.standing import Standing
    from sopgen.comparing import Comparison
    from sopgen.papers.blocks import Paper
    from sopgen.papers.filled import Assessment
    from sopgen.papers.minutes import Proposal
    from sopgen.papers.service_standard import Dated
    from sopgen.scene import Document

PaperForm = Literal["pdf", "docx", "xlsx"]
ServiceSheet = Literal["standar", "maklumat", "selebaran"]


def compare(old: Loaded, new: Loaded) -> Comparison:
    """What changed from one to the other. Logos do not travel with finished documents: then they are left aside."""
    from sopgen.comparing import compare as of_sops

    without = any(isinstance(each.origin, MemorySource) and each.origin.logos is None for each in (old, new))
    return of_sops(_comparable(old.sop, without_logo=without), _comparable(new.sop, without_logo=without))


def lay_out_changes(old: Loaded, new: Loaded, *, large: bool = False) -> Document:
    """The sheet of changes with the pages that changed, before and after; `large`: these on A3.

    Raises `Refusal` for what no page holds.
    """
    from sopgen.layout.changes import lay_out_changes as lay_out_both

    return lay_out_both(compare(old, new), drawn_again(old), drawn_again(new), large=large)


def render_changes(old: Loaded, new: Loaded, form: PaperForm = "pdf", *, large: bool = False) -> bytes:
    """The sheet of changes; as PDF with the pages that changed, on A3 if `large`.

    Raises `Refusal` for what no page holds.
    """
    if form == "pdf":
        return render_document(lay_out_changes(old, new, large=large))
    from sopgen.layout.changes import pages_of_entries
    from sopgen.papers.changes import changes_paper

    comparison = compare(old, new)
    pages = pages_of_entries(comparison, drawn_again(old), drawn_again(new))
    return render_paper(changes_paper(comparison, pages, spreadsheet=form == "xlsx"), form)


def check_revision(loaded: Loaded, issued: Loaded, *, today: date) -> tuple[Diagnostic, ...]:
    """What a spec says otherwise than the document issued last, and its `riwayat` does not tell."""
    from sopgen.rules.revision import check_revision as of_comparison

    return of_comparison(loaded, compare(issued, loaded), issued.shown_path, today=today)


def _comparable(sop: Sop, *, without_logo: bool) -> Sop:
    """A logo is the same wherever its file lies."""
    if without_logo or sop.logo is None:
        return sop._replace(logo=None)
    return sop._replace(logo=sop.logo._replace(path=Path(sop.logo.path.name)))


def render_paper(paper: Paper, form: PaperForm = "pdf") -> bytes:
    """The finished file of a paper beside SOPs. Raises `Refusal` for a text that no page holds."""
    if form == "docx":
        from sopgen.render.docx import render_docx

        return render_docx(paper)
    if form == "xlsx":
        from sopgen.render.xlsx.paper import render_paper as as_workbook

        return as_workbook(paper)
    from sopgen.layout.papers import lay_out_paper

    return render_document(lay_out_paper(paper), "pdf")


def read_filled(path: Path, shown: str) -> tuple[Assessment, ...]:
    """What a filled form of monitoring or evaluation says, row by row. Raises `Refusal` with every fault."""
    from sopgen.papers.filled import read_filled as read

    return read(read_held(path), shown)


def render_reviews(sops: Sequence[Sop], standings: Mapping[str, Standing] = MappingProxyType({})) -> bytes:
    """The calendar of due reviews, each from the SOP's last assessment, else its last date."""
    from sopgen.bureau.standing import reviews_of, standing_of
    from sopgen.render.calendar import render_calendar

    return render_calendar([review for sop in sops for review in reviews_of(sop, standing_of(sop, standings))])


def render_service(loaded: Loaded, sheet: ServiceSheet, form: PaperForm = "pdf", *, dated: Dated = None) -> bytes:
    """A paper of a service SOP. Raises `Refusal`."""
    try:
        paper = _service_paper(loaded, sheet, dated)
        if form != "pdf":
            return render_paper(paper, form)
        from sopgen.layout.finishing import with_watermark
        from sopgen.layout.papers import lay_out_paper

        return render_document(with_watermark(lay_out_paper(paper), loaded.sop))
    except Refusal as refusal:
        located = tuple(d if d.span else loaded.locate(d) for d in refusal.diagnostics)
    raise Refusal(located)


def _service_paper(loaded: Loaded, sheet: ServiceSheet, dated: Dated) -> Paper:
    from sopgen.papers.service_standard import leaflet, pledge, service_standard

    hours = loaded.setelan.waktu_kerja
    match sheet:
        case "standar":
            return service_standard(loaded.sop, hours, dated=dated)
        case "selebaran":
            return leaflet(loaded.sop, hours)
        case "maklumat":
            return pledge(loaded.sop, dated=dated)


def empty_components(loaded: Loaded, *, published: bool = False) -> tuple[str, ...]:
    """The components of the service standard that nobody filled in, by their names; of the `published` part alone."""
    from sopgen.service.components import PUBLISHED, components_of

    found = components_of(loaded.sop, loaded.setelan.waktu_kerja)
    return tuple(each.name for each in (found[:PUBLISHED] if published else found) if not each.lines)


def proposal_of(loaded: Loaded, *, today: date, standing: Standing | None = None) -> Proposal:
    """What the check and its last assessment make of one SOP, as minutes of its evaluation propose it."""
    from sopgen.diagnostics import Severity
    from sopgen.papers.minutes import Proposal
    from sopgen.report.folding import folded, steps_of
    from sopgen.report.reviewing import Terms, review_file

    reviewed = review_file(loaded.shown_path, check(loaded, today=today), loaded, Terms(today))
    found = [each.diagnostic for each in folded(reviewed).findings]
    mandatory = sum(each.severity is Severity.WAJIB for each in found)
    causes = []
    for each in sorted(found, key=lambda each: each.severity is not Severity.WAJIB):
        steps = steps_of(each)
        where = f"Langkah {', '.join(map(str, steps))}: " if steps else ""
        causes.append(where + each.message.id)
    assessed = standing.told if standing is not None and standing.revise else ""
    return Proposal(mandatory, len(found) - mandatory, tuple(causes), assessed)
