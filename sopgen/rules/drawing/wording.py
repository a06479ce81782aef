"""Words that several drawing rules use."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.sop import COLUMN_LABELS
from sopgen.rules.drawing.chart import Chart

_SHOWN: Final = 40
LOST: Final = Message(
    "Ubah spesifikasinya lalu jalankan `sopgen build`; suntingan di sini hilang pada pembuatan berikutnya.",
    "Change the spec and run `sopgen build`; an edit made here is lost with the next build.",
)

FACT: Final = Message(
    "Periksa mana yang sah: yang tercetak, atau yang ada di spesifikasinya; jangan sahkan sebelum keduanya sama.",
    "Find out which is valid: what is printed, or what the spec says; do not approve before both are the same.",
)


def shortened(text: str) -> str:
    plain = " ".join(text.split())
    return f"{plain[:_SHOWN]}…" if len(plain) > _SHOWN else plain


def column_name(chart: Chart, role: str) -> str:
    """As the bureau calls it."""
    labels = chart.source.labels if chart.source else COLUMN_LABELS
    return labels.get(role, COLUMN_LABELS[role])
