"""FMT-02. Only the five symbols: capsule, box, diamond, pentagon, arrow (KemenPAN-RB slides 2014, slides 41-42)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.drawn.standins import STAND_IN, is_stand_in
from sopgen.rules.drawing.chart import Breach, Chart, Symbol
from sopgen.rules.drawing.due_symbols import SYMBOLS, as_due, due_kinds, is_capsule_due
from sopgen.scene import SymbolKind

NEARLY: Final = ("roundRect", "flowChartAlternateProcess", "ellipse", "flowChartConnector")  # taken for a capsule
OFFERED: Final = "flowChartTerminator, flowChartProcess, flowChartDecision, flowChartOffpageConnector"
_OTHER: Final = Message(
    "Hapus, atau ganti bentuknya (Change Shape) dengan kapsul, kotak, belah ketupat, atau segi lima.",
    f"Delete it, or change its shape to one of {OFFERED}.",
)
_CAPSULE: Final = Message(
    "Ganti bentuknya (Change Shape) dengan kapsul (Flowchart: Terminator).",
    "Change its shape to a capsule (Flowchart: Terminator).",
)

_STRANGE: Final = Message("Bentuk yang bukan salah satu dari lima simbol.", "A shape that is none of the five symbols.")
_STOOD_IN: Final = Message(
    "Gambar, tanda, atau bingkai sel berdiri di tempat simbol; yang dipakai hanya kelima simbol.",
    "A picture, a mark or a cell's frame stands for a symbol; only the five symbols are used.",
)
_DRAW: Final = Message(
    "Gambar simbolnya di kolom itu: kapsul, kotak, atau belah ketupat.",
    "Draw the symbol there: a capsule, a box or a diamond.",
)
_ROUND: Final = Message(
    "Kotak bersudut bulat atau oval dipakai sebagai kegiatan di tengah alur; kegiatan digambar sebagai persegi.",
    "A box with round corners or an oval stands for an activity amid the flow; activities are rectangles.",
)
_BOX: Final = Message(
    "Ganti bentuknya (Change Shape) dengan persegi (Flowchart: Process); yang dipakai hanya kelima simbol.",
    "Change its shape to a rectangle (Flowchart: Process); only the five symbols are used.",
)


def check(chart: Chart) -> Iterator[Breach]:
    for symbol in chart.strangers:
        due = None if symbol.step and chart.of_step(symbol.step) else _due(chart, symbol)
        told, remedy = _STRANGE, as_due(chart, chart.step(symbol.step)) if due and symbol.step else _OTHER
        named = symbol.drawn.outline or symbol.drawn.name
        if is_stand_in(symbol.drawn):
            told, remedy, named = _STOOD_IN, _DRAW, symbol.drawn.name.removeprefix(STAND_IN)  # the sign that was typed
        yield _of(symbol, told, remedy)._replace(about=(Message(f"“{named}”", f"“{named}”"),) if named else ())
    for symbol in chart.symbols:
        if is_nearly_capsule(symbol) and not is_circle(chart, symbol):
            yield _nearly(chart, symbol)


def is_nearly_capsule(symbol: Symbol) -> bool:
    """Whether a symbol is read as a capsule, though it is an oval or a rectangle with round corners."""
    return symbol.kind == "terminator" and symbol.drawn.outline in NEARLY


def _nearly(chart: Chart, symbol: Symbol) -> Breach:
    """An oval: where it stands says what it was meant for, or the spec inside does."""
    due = _due(chart, symbol)
    if chart.source is None and symbol.step is not None and is_capsule_due(chart, chart.step(symbol.step)) is False:
        return _of(symbol, _ROUND, _BOX)._replace(kind="nearly")
    if due is None or due == "terminator":
        told = Message(
            "Kapsul digambar sebagai oval atau persegi bersudut bulat.",
            "A capsule is drawn as an oval or a rectangle with round corners.",
        )
        return _of(symbol, told, _CAPSULE)._replace(kind="nearly")
    name, preset = SYMBOLS[due]
    told = Message(
        f"Simbol digambar sebagai oval atau persegi bersudut bulat; menurut spesifikasinya {name.id}.",
        f"The symbol is drawn as an oval or a rectangle with round corners; by the spec it is a {name.en}.",
    )
    remedy = Message(
        f"Ganti bentuknya (Change Shape) dengan {name.id} (Flowchart: {preset}).",
        f"Change its shape to a {name.en} (Flowchart: {preset}).",
    )
    return _of(symbol, told, remedy)._replace(kind="nearly")


def _due(chart: Chart, symbol: Symbol) -> SymbolKind | None:
    kinds = due_kinds(chart, chart.step(symbol.step)) if symbol.step else ()
    return kinds[0] if len(set(kinds)) == 1 else None


def _of(symbol: Symbol, told: Message, remedy: Message) -> Breach:
    return Breach(told, remedy, symbol.step, symbol.spot, "stranger", (symbol.step,) if symbol.step else ())


def is_circle(chart: Chart, symbol: Symbol) -> bool:
    """Whether it is the connector of other kinds of flowcharts (FMT-05), and not an oval where a flow opens or ends."""
    if symbol.drawn.outline not in {"ellipse", "flowChartConnector"}:
        return False
    x0, y0, x1, y1 = symbol.box
    as_wide_as_high = abs((x1 - x0) - (y1 - y0)) < 0.3 * (y1 - y0)
    return as_wide_as_high or (
        symbol.drawn.outline == "flowChartConnector" and symbol.step not in {1, len(chart.steps)}
    )
