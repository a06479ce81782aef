"""What a report tells of a workbook beyond what it tells of the same one as it was made."""

from __future__ import annotations

from datetime import date

from sopgen import finished
from sopgen.diagnostics import Diagnostic
from sopgen.report.folding import folded
from sopgen.report.reviewing import Terms, review_file
from tests.rules.drawing.edits import Change, changed, symbol, workbook

NAME = "konsinyering"
STEP, DECISION, LAST = 2, 5, 9
TODAY = date(2026, 1, 15)


def entries(data: bytes) -> list[Diagnostic]:
    held = finished.check_held(data, "x.xlsx", today=TODAY)
    told = review_file("x.xlsx", held.diagnostics, held.loaded, Terms(TODAY), entries=False)
    return [each.diagnostic for each in folded(told._replace(paper=held.paper)).findings]


def own(name: str = NAME) -> set[str]:
    """What is said of the workbook as it was made."""
    return {each.message.id for each in entries(workbook(name))}


def told(*edits: tuple[str, Change], name: str = NAME) -> list[Diagnostic]:
    known = own(name)
    return [each for each in entries(changed(name, *edits)) if each.message.id not in known]


def one(*edits: tuple[str, Change], name: str = NAME) -> Diagnostic:
    found = [each for each in told(*edits, name=name) if "yang tercetak lain" not in each.message.id]
    assert len(found) == 1, [(each.code, each.message.id, each.where) for each in found]
    assert "“”" not in found[0].message.id
    return found[0]


def title(step: int) -> str:
    return symbol(NAME, step).name


def chain(*changes: Change) -> Change:
    def over(text: str) -> str:
        for change in changes:
            text = change(text)
        return text

    return over
