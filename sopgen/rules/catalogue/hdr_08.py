from __future__ import annotations

__doc__ = """\
HDR-08. Keterkaitan menyebut SOP lain dengan awalan “SOP”.

Diperiksa:
    Tiap butir `keterkaitan` diawali “SOP”. Bila SOP satu unit yang diperiksa bersama memuat sebagian besar SOP
    yang disebutnya (tiga SOP atau lebih), yang lain pun ada di antaranya. Berkas masuk yang dipilih orang bukan
    seluruh SOP unit itu: di situ hanya judul yang mirip dengan judul SOP lain yang disebut.

Dasar:
    Paparan KemenPAN-RB 2014, slide 50; contoh SOP SIREBO Setjen Wantannas 2018.

Alasan:
    Kotak ini untuk prosedur baku lain yang bersambung; rujukan ke SOP yang tidak ada menyesatkan pelaksana.

Salah:
    keterkaitan:
      - Pengelolaan arsip dinamis

Benar:
    keterkaitan:
      - SOP Pengelolaan Arsip Dinamis

Perbaikan:
    Tulis “SOP” di depan judul yang dirujuk, dengan judul yang sama seperti di SOP itu.

English. Keterkaitan names other SOPs, each beginning with “SOP”.

Checked:
    Each item of `keterkaitan` begins with “SOP”. Where the SOPs of a unit that are checked together hold most of
    those they name (three SOPs or more), the others are among them too. An inbox is a choice of somebody's, not all
    that the unit has: there only titles near to another SOP's are told.

Basis:
    KemenPAN-RB slides 2014, slide 50; the SIREBO SOP of Setjen Wantannas 2018.

Why:
    This box is for other standard procedures that connect; a reference to an SOP that does not exist misleads.

Remedy:
    Write “SOP” before the title, and the title as that SOP has it.
"""

from collections.abc import Iterator, Sequence

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded, Place
from sopgen.rules.compilation import sop_of, unit_of
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.stock import Stock, absent, quoted
from sopgen.rules.titles import bare_title, is_numbered

NOTHING = frozenset({"", "-", "–", "tidak ada", "nihil"})


def check(spec: Spec) -> Iterator[Finding]:
    for place, item in _items(spec.loaded):
        if bare_title(item) == " ".join(item.split()) and not is_numbered(item):
            yield Finding(
                place,
                Message(f"“{quoted(item)}” tidak diawali “SOP”.", f"“{quoted(item)}” does not begin with “SOP”."),
                Message("Tulis “SOP” di depan judulnya.", "Write “SOP” before the title."),
                about=(Message(f"“{quoted(item)}”", f"“{quoted(item)}”"),),
            )


def check_compilation(specs: Sequence[Loaded]) -> Iterator[tuple[int, Finding]]:
    units: dict[object, dict[object, Loaded]] = {}
    for loaded in specs:
        units.setdefault(unit_of(loaded), {}).setdefault(sop_of(loaded), loaded)
    stocks = {unit: _stock([*held.values()]) for unit, held in units.items()}
    for index, loaded in enumerate(specs):
        stock = stocks[unit_of(loaded)]
        missing = [(place, item) for place, item in _items(loaded) if stock.may_lack(item)]
        if missing:
            yield index, absent(missing, stock.titles)


def _stock(held: Sequence[Loaded]) -> Stock:
    return Stock.of([loaded.sop.judul for loaded in held], [item for loaded in held for _, item in _items(loaded)])


def _items(loaded: Loaded) -> Iterator[tuple[Place, str]]:
    box = loaded.sop.keterkaitan
    places = [(("keterkaitan",), box.teks), *((("keterkaitan", i), item) for i, item in enumerate(box.butir))]
    return ((place, item) for place, item in places if item.casefold().strip(" .") not in NOTHING)
