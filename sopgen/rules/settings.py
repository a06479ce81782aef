"""The weights that sopgen.yaml gives to codes which take none: a misspelt code must not pass in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.diagnostics import Message, family
from sopgen.intake.loaded import Loaded
from sopgen.intake.source import Source
from sopgen.rules.finding import Finding
from sopgen.rules.registry import REGISTRY

NO_RULE: Final = "ABAI-03"


def check_settings(specs: Sequence[Loaded]) -> Iterator[tuple[int, Finding]]:
    """What is wrong with `aturan:`, once for each sopgen.yaml, told with the first spec that it serves."""
    seen: set[Source | None] = set()
    for index, loaded in enumerate(specs):
        if loaded.defaults in seen:
            continue
        seen.add(loaded.defaults)
        for code, _ in loaded.setelan.aturan:
            wrong = _wrong(code)
            if wrong is not None:
                remedy = Message("Lihat kode aturan dengan `sopgen rules`.", "See the codes with `sopgen rules`.")
                yield index, Finding(("aturan", code), wrong, remedy)


def _wrong(code: str) -> Message | None:
    if code not in REGISTRY:
        return Message(f"Tidak ada aturan {code}.", f"There is no rule {code}.")
    if REGISTRY[code].kind in {"spec", "drawing"} or family(code) in {"ABAI", "RVS"}:
        return None
    return Message(f"Bobot {code} tidak dapat diubah.", f"The weight of {code} cannot be changed.")
