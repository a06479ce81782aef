"""Which specs that are checked together belong together."""

from __future__ import annotations

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded

LOOKS = {
    "kertas": Message("ukuran kertas", "size of paper"),
    "huruf": Message("jenis huruf", "typeface"),
    "kapsul": Message("letak kapsul mulai dan selesai", "where capsules stand"),
    "gabungan": Message("bentuk langkah beberapa pelaksana", "form of steps of several executors"),
    "kepala_berulang": Message("kepala tabel di tiap halaman", "table head on every page"),
    "nomor_kolom": Message("baris nomor kolom", "row of column numbers"),
    "warna_kepala": Message("warna kepala tabel", "colour of the table head"),
    "label": Message("judul kolom", "headings of columns"),
}
"""Each key of `tampilan` that is held against the others', and what everybody sees of it on paper."""


def agency_of(loaded: Loaded) -> str:
    """The agency, however it is cased and broken into lines; specs that name none are one group."""
    return _plain(loaded.sop.instansi)


def unit_of(loaded: Loaded) -> tuple[str, str]:
    return agency_of(loaded), _plain(loaded.sop.unit)


def _plain(lines: tuple[str, ...]) -> str:
    return " ".join(" ".join(lines).casefold().split())
