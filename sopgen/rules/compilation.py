"""Which specs that are checked together belong together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded
from sopgen.placenames import BOX_NAMES, COLUMN_NAMES, ROW_NAMES
from sopgen.rules.versions import identity_of, plain_lines, plain_number

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


_HEADINGS = 3
"""So many headings that differ are told; the others are counted."""


def agency_of(loaded: Loaded) -> str:
    """The agency, however it is cased and broken into lines; specs that name none are one group."""
    return plain_lines(loaded.sop.instansi)


def unit_of(loaded: Loaded) -> tuple[str, str]:
    return agency_of(loaded), plain_lines(loaded.sop.unit)


def number_of(loaded: Loaded) -> str:
    """The number as it is compared: case and spaces aside."""
    return plain_number(loaded.sop.nomor)


def sop_of(loaded: Loaded) -> tuple[object, ...]:
    """Which SOP it is, in whatever version; without number each is its own."""
    return identity_of(loaded.sop) or (id(loaded),)


def grouped(specs: Sequence[Loaded], key: Callable[[Loaded], object]) -> list[tuple[int, Loaded, list[Loaded]]]:
    """Each spec with the others of one agency that share its key. What it is about stands on all of them."""
    groups: dict[object, list[Loaded]] = {}
    for loaded in specs:
        groups.setdefault((agency_of(loaded), key(loaded)), []).append(loaded)
    return [
        (index, loaded, [other for other in groups[agency_of(loaded), key(loaded)] if other is not loaded])
        for index, loaded in enumerate(specs)
    ]


def and_more(listed: Sequence[object]) -> Message:
    """Behind the first of several: how many there are besides."""
    more = len(listed) - 1
    return Message(f" dan {more} lagi", f" and {more} more") if more > 0 else Message("", "")


def look(loaded: Loaded, key: str) -> object:
    """What stands under a key of `tampilan`, as it is held against others: headings but for case and a full stop."""
    value = getattr(loaded.sop.tampilan, key)
    return tuple((name, _bare(label)) for name, label in value) if isinstance(value, tuple) else value


def look_difference(key: str, loaded: Loaded, usual: object, agency: Sequence[Loaded]) -> Message:
    """A key of `tampilan`: what it is here, what it usually is, and which SOP shows that."""
    like = [each for each in agency if look(each, key) == usual]
    here, there = _differing(getattr(loaded.sop.tampilan, key), getattr(like[0].sop.tampilan, key))
    name, shown, more = LOOKS[key], like[0].shown_path, and_more(like)
    return Message(
        f"{name.id} {here.id}, acuannya {there.id} ({shown}{more.id})",
        f"{name.en} {here.en}, to be {there.en} ({shown}{more.en})",
    )


def _bare(label: str) -> str:
    return " ".join(label.casefold().split()).removesuffix(".")


def _differing(here: object, there: object) -> tuple[Message, Message]:
    """Both values; of headings only those that differ."""
    if not (isinstance(here, tuple) and isinstance(there, tuple)):
        return _value(here), _value(there)
    own, others = dict(here), dict(there)
    odd = [
        key
        for key in dict.fromkeys((*own, *others))
        if _bare(own.get(key, _printed(key))) != _bare(others.get(key, _printed(key)))
    ]
    told = [", ".join(f"“{labels.get(key, _printed(key))}”" for key in odd[:_HEADINGS]) for labels in (own, others)]
    more = and_more(odd[_HEADINGS - 1 :])
    return Message(f"{told[0]}{more.id}", f"{told[0]}{more.en}"), Message(f"{told[1]}{more.id}", f"{told[1]}{more.en}")


def _printed(key: str) -> str:
    """A heading as the form has it."""
    column = {"kegiatan": "uraian"}.get(key, key)
    row = next((ROW_NAMES[path] for path in ((key,), tuple(key.split("_", 1))) if path in ROW_NAMES), key)
    return COLUMN_NAMES.get(column) or BOX_NAMES.get(key) or row


def _value(value: object) -> Message:
    """What stands under a key of `tampilan`."""
    match value:
        case True:
            return Message("ya", "yes")
        case False:
            return Message("tidak", "no")
        case _:
            return Message(str(value), str(value))
