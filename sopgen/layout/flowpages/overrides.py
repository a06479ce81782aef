"""Manual overrides (`rute`): what breaks a rule is refused with the rule's name, before anything is routed."""

from __future__ import annotations

from sopgen.diagnostics import Diagnostic, Message
from sopgen.flow import Edge, Flow
from sopgen.layout.faults import fault


def check_overrides(flow: Flow) -> list[Diagnostic]:
    """Faults of all overrides in the spec's order."""
    found: list[Diagnostic] = []
    taken: dict[tuple[int, str], Edge] = {}
    for edge in flow.edges:
        if edge.rute is None or edge.rute.keluar is None:
            continue
        keluar = edge.rute.keluar
        level = flow.levels[edge.source]
        step = edge.steps[0] or level.step
        if level.opens and keluar != "bawah" and len(level.nodes) == 1:
            found.append(
                _fault(
                    step,
                    "SIM-03: panah dari kapsul mulai turun lebih dulu",
                    "SIM-03: the arrow out of the opening capsule leaves downward",
                )
            )
        other = taken.setdefault((edge.source, keluar), edge)
        if other is not edge and len(level.nodes) == 1:
            found.append(
                _fault(
                    step,
                    f"PNH-03: dua panah tidak dapat keluar dari satu sisi ({keluar})",
                    f"PNH-03: two arrows cannot leave by one side ({keluar})",
                )
            )
    return found


def _fault(step: int, rule_id: str, rule_en: str) -> Diagnostic:
    return fault(
        "GAMBAR-04",
        Message(
            f"rute manual pada kegiatan {step} melanggar {rule_id}", f"the manual route of step {step} breaks {rule_en}"
        ),
        Message("hapus atau ubah `rute`", "remove or change `rute`"),
        ("kegiatan", step - 1),
        step,
    )
