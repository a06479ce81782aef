"""How a bureau's sheets and maps name agencies, units and themselves."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line


def heading(what: str, sops: Iterable[Sop]) -> str:
    """`what`, and the agency if all SOPs are of one that is named."""
    agencies = {on_one_line(*sop.instansi) for sop in sops}
    return f"{what} – {agency}" if len(agencies) == 1 and (agency := agencies.pop()) else what
