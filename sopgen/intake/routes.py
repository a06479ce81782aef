"""`rute`: the manual override of one arrow, checked against the steps it says it passes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sopgen.intake import reference_faults as said
from sopgen.intake.fault import Fault, Path
from sopgen.intake.sop import Rute


def read_route(
    value: Mapping[str, Any], source: int, target: int | None, path: Path, number_of: Callable[[str], int | None]
) -> tuple[Rute, list[Fault]]:
    """The route and its faults. Wrong shapes are the model's business and are stepped over here."""
    faults: list[Fault] = []
    passed: dict[int, Any] = {}
    entries = value.get("lewat")
    for text, side in entries.items() if isinstance(entries, dict) else ():
        here = (*path, "lewat", text)
        number = number_of(text)
        if number is None:
            faults.append(said.route_step_unknown(text, here))
        elif target is None or not min(source, target) < number < max(source, target):
            faults.append(said.route_step_not_between(text, source, target, here))
        elif number in passed:
            faults.append(said.route_step_twice(text, here))
        elif side in ("kiri", "kanan"):
            passed[number] = side
        elif side is None:
            faults.append(said.route_side_missing(text, here))
    leaving = value.get("keluar")
    return Rute(leaving if leaving in ("kiri", "kanan", "bawah") else None, tuple(passed.items())), faults
