"""SOPs of one number in what is to be bound or listed together: an old copy, most often, and nobody would see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sopgen.cli.console import Console
from sopgen.diagnostics import Message

if TYPE_CHECKING:
    from sopgen.intake.sop import Sop


def tell_of_equal_numbers(sops: Sequence[Sop], console: Console) -> None:
    """One line for each number that several have; the run goes on."""
    for number, titles in _shared(sops):
        told = "; ".join(titles)
        console.fault(
            Message(
                f"nomor {number} dipakai {len(titles)} SOP: {told}; salinan lama?",
                f"{len(titles)} SOPs have the number {number}: {told}; an old copy?",
            )
        )


def _shared(sops: Sequence[Sop]) -> Iterable[tuple[str, list[str]]]:
    titles: dict[str, list[str]] = {}
    for sop in sops:
        if sop.nomor:
            titles.setdefault(" ".join(sop.nomor.split()), []).append(sop.judul)
    return ((number, found) for number, found in titles.items() if len(found) > 1)
