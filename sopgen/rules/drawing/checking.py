"""Run the drawing rules on a workbook: bytes → located findings, sorted. A place is a cell of the sheet."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from sopgen.diagnostics import Diagnostic, Message, Severity, Span
from sopgen.intake.loaded import Setelan
from sopgen.rules.drawing.chart import Breach, Chart, read_chart
from sopgen.rules.presets import severity_for
from sopgen.rules.registry import REGISTRY
from sopgen.scene import Document
from sopgen.workbook.package import NoWorkbook
from sopgen.workbook.reading import read_workbook

ON_DRAWING: Final[tuple[str, ...]] = (
    *("FMT-02", "FMT-05"),
    *("TBL-01", "TBL-02", "TBL-03", "TBL-05"),
    *("SIM-01", "SIM-02", "SIM-03", "SIM-04", "SIM-05", "SIM-06"),
    *("PNH-01", "PNH-02", "PNH-03", "PNH-04", "PNH-06"),
    *("OPC-01", "OPC-02", "OPC-03"),
)
"""Rules that examine a drawing."""


def check_drawing(data: bytes, shown: str, expected: Document | None, setelan: Setelan) -> tuple[Diagnostic, ...]:
    """`expected`: the document that the workbook's own source gives; without it nothing is compared."""
    try:
        chart = read_chart(read_workbook(data), expected)
    except NoWorkbook:
        return (unreadable(Message("Bukan buku kerja XLSX yang utuh.", "No whole XLSX workbook.")),)
    if chart is None:
        told = Message("Tidak ada tabel alur di dalam buku kerja ini.", "There is no flow table in this workbook.")
        return (unreadable(told),)
    found = [
        _diagnose(code, severity, breach, shown, chart.sheet.name)
        for code in ON_DRAWING
        if (severity := severity_for(code, setelan)) is not None
        for breach in _found(code, chart)
    ]
    return tuple(sorted(found, key=lambda each: (each.span, each.code, each.message)))


def _found(code: str, chart: Chart) -> tuple[Breach, ...]:
    return tuple(import_module(f"sopgen.rules.drawing.{code.lower().replace('-', '_')}").check(chart))


def _diagnose(code: str, severity: Severity, breach: Breach, shown: str, sheet: str) -> Diagnostic:
    row, column = breach.place or (0, 0)
    return Diagnostic(
        code,
        severity,
        breach.message,
        breach.remedy,
        Span(shown, row + 1, column + 1, sheet=sheet),
        step=breach.step,
        source=REGISTRY[code].source,
    )


def unreadable(message: Message) -> Diagnostic:
    """The finding of a workbook that cannot be examined at all."""
    remedy = Message("Pakai berkas XLSX yang dibuat sopgen.", "Use an XLSX file that sopgen made.")
    return Diagnostic("BACA-01", Severity.WAJIB, message, remedy)
