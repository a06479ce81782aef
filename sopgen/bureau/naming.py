"""How a bureau's sheets and maps name agencies, units and themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sopgen.spec.sop import Sop


def on_one_line(lines: Sequence[str]) -> str:
    """A name that the spec may part into lines."""
    return " ".join(" ".join(lines).split())


def heading(what: str, sops: Iterable[Sop]) -> str:
    """`what`, and the agency if all SOPs are of one that is named."""
    agencies = {on_one_line(sop.instansi) for sop in sops}
    return f"{what} – {agency}" if len(agencies) == 1 and (agency := agencies.pop()) else what
