"""Every code there is, by what examines it. Codes are for good: never renumbered, never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Final

from sopgen.diagnostics import Message

FAMILIES: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "FMT": Message("Format", "Format"),
        "HDR": Message("Kepala dan enam kotak", "Header and the six boxes"),
        "JDL": Message("Judul", "Title"),
        "TBL": Message("Tabel alur", "Flow table"),
        "KEG": Message("Kegiatan", "Activities"),
        "AKT": Message("Pelaksana", "Executors"),
        "SIM": Message("Simbol", "Symbols"),
        "PNH": Message("Panah", "Arrows"),
        "OPC": Message("Penghubung halaman", "Off-page connectors"),
        "MB": Message("Mutu baku", "Quality standards (mutu baku)"),
        "WKT": Message("Waktu di dalam teks", "Times within texts"),
        "JNS": Message("Jenis SOP", "Kinds of SOP"),
        "DOK": Message("Dokumen SOP", "The SOP document"),
        "STD": Message("Standar pelayanan", "Service standard"),
        "RVS": Message("Revisi", "Revisions"),
        "PUB": Message("Publikasi", "Publication"),
        "MON": Message("Pemantauan dan evaluasi", "Monitoring and evaluation"),
        "TIK": Message("Salah ketik", "Slips of typing"),
        "EJA": Message("Ejaan", "Spelling"),
        "ABAI": Message("Temuan yang diterima", "Accepted findings"),
        "BACA": Message("Pembacaan (ditolak)", "Reading (refused)"),
        "GAMBAR": Message("Penggambaran (ditolak)", "Drawing (refused)"),
        "BERKAS": Message("Berkas keluaran (ditolak)", "Output files (refused)"),
        "PROGRAM": Message("Kesalahan program", "Faults of the program"),
    }
)

ON_SPEC: Final[tuple[str, ...]] = (
    "FMT-03",
    *(f"HDR-{number:02}" for number in range(3, 19)),
    "HDR-20",
    *("JDL-01", "JDL-05", "JDL-06"),
    *("TBL-01", "TBL-03", "TBL-04"),
    *("KEG-01", "KEG-02", "KEG-03", "KEG-04", "KEG-05", "KEG-07", "KEG-08"),
    *("AKT-01", "AKT-02", "AKT-04", "AKT-05", "AKT-06"),
    *("SIM-02", "SIM-05"),
    *("MB-01", "MB-02", "MB-03", "MB-04", "MB-05", "MB-06", "MB-07", "MB-08"),
    *("WKT-01", "STD-01", "RVS-02"),
    *("JNS-01", "JNS-02", "JNS-03", "JNS-04", "JNS-05"),
    *("DOK-05", "PUB-01", "PUB-02", "MON-01", "TIK-01", "TIK-02", "EJA-01"),
)
"""Rules that examine one spec."""

ON_COMPILATION: Final[tuple[str, ...]] = ("HDR-08", "HDR-19", "JDL-02", "JDL-03", "DOK-06")
"""Rules that compare the specs checked together."""


@cache
def rule_module(code: str) -> ModuleType:
    return import_module(f"sopgen.rules.catalogue.{code.lower().replace('-', '_')}")
