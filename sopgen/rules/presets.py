"""Which rules weigh how much: severities live here, not in the rules.

`baku` is the list that the bureaus agreed on, closed on purpose: what it does not name is advice. `ketat` raises
besides what the catalogue of sources calls binding.
"""

from __future__ import annotations

from typing import Final, Literal

from sopgen.diagnostics import REFUSALS, Severity, family
from sopgen.intake.loaded import Setelan

Preset = Literal["baku", "ketat"]
PRESETS: Final[tuple[Preset, ...]] = ("baku", "ketat")

_BAKU: Final = frozenset(
    "FMT-02 JDL-02 JDL-03 TBL-01 TBL-02 TBL-03 KEG-01 AKT-01 AKT-02 AKT-04 "  # noqa: SIM905 - reads better as text
    "SIM-01 SIM-02 SIM-03 SIM-04 SIM-05 SIM-06 PNH-01 PNH-03 PNH-04 PNH-06 OPC-01 OPC-02 OPC-03 OPC-04 "
    "MB-01 JNS-01 JNS-03 JNS-04 "
    "TIK-02".split()
)
_KETAT: Final = _BAKU | frozenset(
    "FMT-03 FMT-05 HDR-03 HDR-04 HDR-12 HDR-13 HDR-15 HDR-17 HDR-19 JDL-01 PNH-07 MB-03 JNS-02 DOK-05".split()  # noqa: SIM905
)
_WAJIB: Final[dict[Preset, frozenset[str]]] = {"baku": _BAKU, "ketat": _KETAT}


def severity_in(preset: Preset, code: str) -> Severity:
    """What a rule weighs in a preset."""
    binding = code in _WAJIB[preset] or family(code) in REFUSALS
    return Severity.WAJIB if binding else Severity.ANJURAN


def severity_for(code: str, setelan: Setelan) -> Severity | None:
    """What a rule weighs under a project's settings; None: it is switched off."""
    weight = dict(setelan.aturan).get(code)
    if weight == "mati":
        return None
    return Severity(weight) if weight else severity_in(setelan.preset, code)
