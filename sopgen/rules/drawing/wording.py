"""Words that several drawing rules use."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.sop import COLUMN_LABELS
from sopgen.rules.drawing.chart import Chart

_SHOWN: Final = 40
_BEFORE: Final = 12  # letters that are shown before a difference
FACT: Final = Message(
    "Periksa mana yang sah: yang tercetak, atau yang ada di spesifikasinya; jangan sahkan sebelum keduanya sama.",
    "Find out which is valid: what is printed, or what the spec says; do not approve before both are the same.",
)


def or_made_anew(undo: Message) -> Message:
    """What undoes an edit, or what to ask for where it was meant: who holds a document does not write its spec."""
    return Message(
        f"{undo.id}; bila memang dimaksud, minta pembuatnya mengubah spesifikasinya dan membuat dokumen ini lagi.",
        f"{undo.en}; if it is meant, ask its maker to change the spec and make this document anew.",
    )


def shortened(text: str) -> str:
    plain = " ".join(text.split())
    return f"{plain[:_SHOWN]}…" if len(plain) > _SHOWN else plain


def told_apart(said: str, expected: str) -> tuple[str, str]:
    """Both shortened; around where they begin to differ where that would not be seen."""
    texts = [" ".join(text.split()) for text in (said, expected)]
    same = next((at for at, (one, other) in enumerate(zip(*texts, strict=False)) if one != other), min(map(len, texts)))
    if max(map(len, texts)) <= _SHOWN or same <= _SHOWN - _BEFORE or not all(texts):
        return shortened(said), shortened(expected)
    start = texts[0].rfind(" ", 0, max(same - _BEFORE, 0)) + 1
    return f"…{shortened(texts[0][start:])}", f"…{shortened(texts[1][start:])}"


def column_name(chart: Chart, role: str) -> str:
    """As the bureau calls it."""
    labels = chart.source.labels if chart.source else COLUMN_LABELS
    return labels.get(role, COLUMN_LABELS[role])
