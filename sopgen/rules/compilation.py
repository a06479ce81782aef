"""Which specs that are checked together belong together."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded
from sopgen.rules.titles import title_words

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


def number_of(loaded: Loaded) -> str:
    """The number as it is compared: case and spaces aside."""
    return "".join(loaded.sop.nomor.casefold().split())


def sop_of(loaded: Loaded) -> tuple[object, ...]:
    """Which SOP it is, in whatever version: of one unit, title and number; without number each is its own."""
    number = number_of(loaded)
    return (unit_of(loaded), title_words(loaded.sop.judul), number) if number else (id(loaded),)


def _plain(lines: tuple[str, ...]) -> str:
    return " ".join(" ".join(lines).casefold().split())


def look_difference(key: str, loaded: Loaded, usual: object, agency: Sequence[Loaded]) -> Message:
    """A key of `tampilan`: what it is here, what it usually is, and where that can be seen."""
    name, here, there = LOOKS[key], _value(getattr(loaded.sop.tampilan, key)), _value(usual)
    same = [each.shown_path for each in agency if getattr(each.sop.tampilan, key) == usual]
    more = Message(f" dan {len(same) - 1} lagi", f" and {len(same) - 1} more") if len(same) > 1 else Message("", "")
    return Message(
        f"{name.id} {here.id} (di {same[0]}{more.id}: {there.id})",
        f"{name.en} {here.en} (in {same[0]}{more.en}: {there.en})",
    )


def _value(value: object) -> Message:
    """What stands under a key of `tampilan`."""
    match value:
        case True:
            return Message("ya", "yes")
        case False:
            return Message("tidak", "no")
        case tuple():
            told = ", ".join(" → ".join(map(str, pair)) if isinstance(pair, tuple) else str(pair) for pair in value)
            return Message(told or "bawaan", told or "as the form has them")
        case _:
            return Message(str(value), str(value))
