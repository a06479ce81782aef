"""Which specs that are checked together belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Final

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded
from sopgen.placenames import BOX_NAMES, COLUMN_NAMES, ROW_NAMES
from sopgen.rules.versions import identity_of, plain_lines, plain_number

Pairs = tuple[tuple[str, str], ...]
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
_SEEN: Final = {
    ("kapsul", "kegiatan"): Message("pada langkah pertama dan terakhir", "at the first and last steps"),
    ("kapsul", "tambahan"): Message("tersendiri di luar langkah", "by themselves, besides the steps"),
    ("gabungan", "tertaut"): Message("kotak bagi tiap pelaksana yang ditautkan", "a box for each, joined"),
    ("gabungan", "lebar"): Message("satu kotak lintas kolom", "one box across the columns"),
    ("kepala_berulang", True): Message("ada", "there"),
    ("kepala_berulang", False): Message("tidak ada", "not there"),
    ("nomor_kolom", True): Message("ada", "there"),
    ("nomor_kolom", False): Message("tidak ada", "not there"),
}
"""What values look like on paper, where they are no words for it."""


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


def usual_look(key: str, agency: Sequence[Loaded]) -> object:
    """What most have; of a tie the first, for Counter keeps their order. A repeated head is TBL-04's, if any has it."""
    looks = [look(loaded, key) for loaded in agency]
    return True if key == "kepala_berulang" and True in looks else Counter(looks).most_common(1)[0][0]


def look_difference(key: str, loaded: Loaded, usual: Any, agency: Sequence[Loaded]) -> Message:
    """A key of `tampilan`: what it is here, what it usually is, and which SOP shows that, if any does."""
    like = [each for each in agency if look(each, key) == usual]
    own: Any = getattr(loaded.sop.tampilan, key)
    others: Any = getattr(like[0].sop.tampilan, key) if like else usual
    here, there = _differing(own, others) if key == "label" else (_seen(key, own), _seen(key, others))
    shown = Message(*(f" ({like[0].shown_path}{more})" for more in and_more(like))) if like else Message("", "")
    name = _HEADING if key == "label" else LOOKS[key]
    return Message(
        f"{name.id} {here.id}, acuannya {there.id}{shown.id}", f"{name.en} {here.en}, to be {there.en}{shown.en}"
    )


def _bare(label: str) -> str:
    return " ".join(label.casefold().split()).removesuffix(".")


def _differing(here: Pairs, there: Pairs) -> tuple[Message, Message]:
    """Of headings those that differ: of what they are, and both."""
    own, others = dict(here), dict(there)
    odd = [
        key
        for key in dict.fromkeys((*own, *others))
        if _bare(own.get(key, _printed(key))) != _bare(others.get(key, _printed(key)))
    ]
    told = [", ".join(f"“{labels.get(key, _printed(key))}”" for key in odd[:_HEADINGS]) for labels in (own, others)]
    more, of = and_more(odd[_HEADINGS - 1 :]), _kinds(odd)
    here_told = Message(f"{of.id} {told[0]}{more.id}", f"{of.en} {told[0]}{more.en}")
    return here_told, Message(f"{told[1]}{more.id}", f"{told[1]}{more.en}")


def _kinds(labels: Sequence[str]) -> Message:
    """Whether they are headings of columns, of boxes, or of rows of the head."""
    kinds = {_COLUMN if _column(key) else _BOX if key in BOX_NAMES else _ROW for key in labels}
    named = [kind for kind in (_ROW, _BOX, _COLUMN) if kind in kinds]
    return Message(", ".join(kind.id for kind in named), "of " + ", ".join(kind.en for kind in named))


_HEADING: Final = Message("judul", "headings")
_ROW: Final = Message("baris", "rows")
_BOX: Final = Message("kotak", "boxes")
_COLUMN: Final = Message("kolom", "columns")


def _column(key: str) -> str | None:
    return COLUMN_NAMES.get({"kegiatan": "uraian"}.get(key, key))


def _printed(key: str) -> str:
    """A heading as the form has it."""
    row = next((ROW_NAMES[path] for path in ((key,), tuple(key.split("_", 1))) if path in ROW_NAMES), key)
    return _column(key) or BOX_NAMES.get(key) or row


def _seen(key: str, value: str | bool) -> Message:
    """What one sees of a value on paper."""
    return _SEEN.get((key, value)) or Message(str(value), str(value))
