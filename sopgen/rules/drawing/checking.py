"""Run the drawing rules on what was read out of a file → located findings, sorted. A place is a cell of its sheet."""

from __future__ import annotations

from bisect import bisect_right
from importlib import import_module
from typing import Final

from sopgen.diagnostics import Diagnostic, Message, Seat, Severity, Span
from sopgen.drawn.model import Panel
from sopgen.drawn.reading import Imported
from sopgen.intake.loaded import Setelan
from sopgen.rules.drawing.causes import Cause, by_cause
from sopgen.rules.drawing.chart import Breach, Chart, Spot
from sopgen.rules.drawing.standing import seats_of
from sopgen.rules.presets import severity_for
from sopgen.rules.registry import REGISTRY
from sopgen.rules.seats import seats_words

ON_DRAWING: Final[tuple[str, ...]] = (
    *("FMT-02", "FMT-05"),
    *("TBL-01", "TBL-02", "TBL-03", "TBL-04", "TBL-05"),
    "AKT-07",
    *("SIM-01", "SIM-02", "SIM-03", "SIM-04", "SIM-05", "SIM-06", "SIM-07", "SIM-08"),
    *("PNH-01", "PNH-02", "PNH-03", "PNH-04", "PNH-06", "PNH-07", "PNH-08"),
    *("OPC-01", "OPC-02", "OPC-03", "OPC-04"),
)
"""Rules that examine a drawing."""


def check_drawing(imported: Imported, chart: Chart, shown: str, setelan: Setelan) -> tuple[Diagnostic, ...]:
    """`chart`: what `charting` made of it, beside the document that the file's own spec gives, if it has one."""
    weights = {code: severity_for(code, setelan) for code in ON_DRAWING}
    found = [(code, breach) for code, weight in weights.items() if weight for breach in _found(code, chart)]
    told = [_diagnose(cause, weights, chart, imported, shown) for cause in by_cause(found)]
    return tuple(sorted(told, key=_order))


def _order(each: Diagnostic) -> tuple[str, int, int, str, Message]:
    span = each.span or Span("", 0, 0)
    return span.sheet, span.line, span.column, each.code, each.message


def _found(code: str, chart: Chart) -> tuple[Breach, ...]:
    if not chart.symbols and not chart.strangers and not (code.startswith("TBL") or code == "PNH-04"):
        return ()  # a table whose chart is a picture, or nothing: told as not examined
    return tuple(import_module(f"sopgen.rules.drawing.{code.lower().replace('-', '_')}").check(chart))


def _diagnose(
    cause: Cause, weights: dict[str, Severity | None], chart: Chart, imported: Imported, shown: str
) -> Diagnostic:
    breach = cause.breach
    parts = [(cause.code, breach), *cause.consequences]
    weighs = {_weight(part, weights[code]) for code, part in parts}
    summed = breach.steps if breach.step is None and breach.about else ()
    row = breach.step or next(iter(summed), None)
    step = chart.step(row) if row else None
    spots = (breach.spot, *breach.more) if breach.spot else ()
    seats = seats_of(imported, spots, breaks_known=chart.source is not None)
    return Diagnostic(
        cause.code,
        Severity.WAJIB if Severity.WAJIB in weighs else Severity.ANJURAN,
        breach.message,
        breach.remedy,
        _span(chart, breach.spot, shown),
        step=(step.due or step.order) if step else None,
        source=REGISTRY[cause.code].source,
        consequences=_few(tuple(dict.fromkeys(part.message for _, part in cause.consequences))),
        also=tuple(dict.fromkeys(code for code, _ in cause.consequences if code != cause.code)),
        steps=tuple(due or order for order, due in ((each, chart.step(each).due) for each in summed)),
        about=breach.about,
        path=breach.path,
        paths=breach.paths,
        where=_where(breach, seats),
        seats=seats,
        spans=tuple(span for spot in breach.more if (span := _span(chart, spot, shown))),
    )


def _few(told: tuple[Message, ...]) -> tuple[Message, ...]:
    """The first, and how many more there are: a table that was sorted anew has dozens."""
    if len(told) <= _TOLD + 1:
        return told
    more = len(told) - _TOLD
    return (*told[:_TOLD], Message(f"Dan {more} akibat lain.", f"And {more} more consequences."))


_TOLD: Final = 5


def _where(breach: Breach, seats: tuple[Seat, ...]) -> Message | None:
    """By its places, and what it says besides; one field of the header is called by its name."""
    named = breach.path and breach.path[0] != "kegiatan" and not breach.more and not breach.where
    if not seats or named:
        return breach.where
    words = seats_words(seats)
    return Message(*("; ".join(each) for each in zip(words, breach.where, strict=True))) if breach.where else words


def _weight(breach: Breach, usual: Severity | None) -> Severity | None:
    return Severity.ANJURAN if breach.note else Severity.WAJIB if breach.grave else usual


def _span(chart: Chart, spot: Spot | None, shown: str) -> Span | None:
    """The cell of a sheet; a page of another kind of file has none."""
    if spot is None:
        return None
    panel = chart.panels[spot.panel]
    if not panel.sheet:
        return None
    return cell_span(panel, spot.point, shown)


def cell_span(panel: Panel, point: tuple[float, float], shown: str) -> Span:
    """The cell of a sheet that holds a point."""
    row, column = (
        max(bisect_right(edges, at) - 1, 0) for edges, at in ((panel.rows, point[1]), (panel.columns, point[0]))
    )
    return Span(shown, row + 1, column + 1, sheet=panel.sheet)


def unreadable(message: Message) -> Diagnostic:
    """The finding of a file that cannot be examined at all. What a message says behind its semicolon is what to do."""
    cause, mend = zip(*(said.partition("; ")[::2] for said in message), strict=True)
    remedy = Message(*map(_sentence, mend)) if all(mend) else _READABLE
    return Diagnostic("BACA-01", Severity.WAJIB, Message(*map(_sentence, cause)), remedy)


_READABLE: Final = Message(
    "Bila ini SOP, pakai buku kerja XLSX yang tabel dan bentuknya utuh, PDF yang berteks, atau spesifikasinya; bila "
    "bukan, keluarkan dari pemeriksaan.",
    "If this is an SOP, use an XLSX workbook with its table and shapes, a PDF with text, or the spec; if not, leave it "
    "out.",
)


def _sentence(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}" + ("" if said.endswith(".") else ".")
