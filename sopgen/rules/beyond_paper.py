"""Findings that rest on keys of a spec of which its document shows nothing: nobody who holds paper can mend them."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Diagnostic
from sopgen.intake.loaded import Loaded
from sopgen.rules.language.joint import says_joint
from sopgen.rules.language.words import whole_text

_OF_OTHER_PAPERS: Final = frozenset({"PUB-01", "PUB-02"})
"""What the public edition and the applicants' picture lack: the SOP's own pages are right without."""


def is_on_paper(found: Diagnostic, loaded: Loaded) -> bool:
    """Whether the document of the spec shows what a finding in it speaks of.

    Several executors are joint on paper where the text says that they meet; what `bersama` says of one executor, no
    paper shows.
    """
    if found.code in _OF_OTHER_PAPERS:
        return False
    if found.step is None or found.code not in {"AKT-01", "AKT-02"}:
        return True
    step = loaded.sop.kegiatan[found.step - 1]
    if found.code == "AKT-01":
        return not says_joint(whole_text(step.uraian))
    return len(step.pelaksana) > 1 and not says_joint(whole_text(step.uraian))
