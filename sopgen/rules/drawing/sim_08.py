"""SIM-08. Symbols carry no text: what is done stands in its column; a pentagon alone has a number (slides 41, 48)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.rules.drawing.chart import Breach, Chart

_SHOWN: Final = 30
_REMEDY: Final = Message(
    "Hapus teksnya; kegiatan ditulis di kolom Kegiatan.", "Delete it; what is done stands in its own column."
)


def check(chart: Chart) -> Iterator[Breach]:
    for symbol in chart.symbols:
        text = " ".join(symbol.drawn.text.split())
        if text and symbol.kind != "offpage":
            shown = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
            yield Breach(
                Message("Teks di dalam simbol.", "Text inside a symbol."),
                _REMEDY,
                symbol.step,
                symbol.spot,
                about=(Message(f"“{shown}”", f"“{shown}”"),),
            )
