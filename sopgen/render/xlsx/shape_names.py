"""What shapes are called, so that a person knows the step and a program finds the flow: name and description."""

from __future__ import annotations

from collections.abc import Mapping

from sopgen.render.chart_words import lane_names
from sopgen.render.xlsx.markup import Named
from sopgen.scene import Arrow, Document, Page, Symbol, Text

KINDS = {"terminator": "Mulai/Selesai", "process": "Proses", "decision": "Keputusan", "offpage": "Konektor"}
DIRECTIONS = {"out": "ke halaman lain", "in": "dari halaman lain"}


class Names:
    """Names for one document. Lanes are called by their printed names."""

    def __init__(self, document: Document) -> None:
        self.lanes = lane_names(document)

    def symbol(self, symbol: Symbol) -> Named:
        kind = KINDS[symbol.kind]
        if symbol.direction is not None:
            number = f" {symbol.number.text}" if symbol.number else ""
            way = DIRECTIONS[symbol.direction]
            return Named(f"{kind}{number} · {way}", f"{kind}{number} {way}")
        extra = " (tambahan)" if symbol.extra else ""
        lanes = ", ".join(self.lanes.get(lane, lane) for lane in symbol.lanes)
        return Named(
            f"Langkah {symbol.step} · {kind}{extra}", f"Langkah {symbol.step}: {kind}{extra}; pelaksana: {lanes}"
        )

    def arrow(self, arrow: Arrow, symbols: Mapping[str, Symbol]) -> Named:
        if not arrow.edges:
            step = symbols[arrow.source].step
            return Named(f"Garis bersama · langkah {step}", f"Garis kegiatan bersama langkah {step}")
        ways = ", ".join(_way(edge) for edge in arrow.edges)
        said = [f"Panah {ways}"]
        if arrow.label:
            said.append(f"cabang: {' '.join(arrow.label.text.split())}")
        if arrow.is_return:
            said.append("kembali")
        return Named(f"Panah {ways}", "; ".join(said))

    def label(self, arrow: Arrow) -> Named:
        text = " ".join(arrow.label.text.split()) if arrow.label else ""
        step = arrow.edges[0][0] if arrow.edges else None
        return Named(f"Label langkah {step} · {text}", f"Cabang langkah {step}: {text}")

    def watermark(self, page: Page, text: Text) -> Named:
        return Named(f"Tanda air · halaman {page.number}", text.text)

    def picture(self, alternative: str) -> Named:
        return Named("Lambang", alternative)


def _way(edge: tuple[int | None, int | None]) -> str:
    start, end = edge
    return f"{'mulai' if start is None else start} → {'selesai' if end is None else end}"
