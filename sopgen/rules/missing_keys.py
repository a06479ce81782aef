"""Rules that say nothing for want of something: a key of the spec, a dictionary. What to fill in, or install."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded
from sopgen.intake.sop import Pelayanan
from sopgen.rules.held import Unexamined
from sopgen.rules.presets import severity_for

_BY_KEY: Final = (
    ("sifat", "JNS-01 … JNS-04", "`sifat` (pelayanan | rutin | penugasan)"),
    ("jenis", "AKT-04", "`jenis` (administratif | teknis)"),
    ("tim", "JDL-05", "`tim` (true | false)"),
    ("cakupan", "DOK-05", "`cakupan` (generik | spesifik)"),
)

_NO_SERVICE: Final = (
    Unexamined(
        Message("aturan STD-01 dan PUB-02", "rules STD-01 and PUB-02"),
        Message("isi kunci `pelayanan` (jangka_waktu, jumlah_pelaksana, …)", "fill in the key `pelayanan` (…)"),
        decisive=False,
    ),
)


_NO_DICTIONARY: Final = Unexamined(
    Message("ejaan menurut kamus (EJA-01)", "spelling by a dictionary (EJA-01)"),
    Message("kamus id_ID tidak terpasang; sopgen[ejaan] membawanya", "no dictionary id_ID; sopgen[ejaan] brings it"),
    decisive=False,
)
_FOREIGN: Final = Unexamined(
    Message("ejaan menurut kamus (EJA-01)", "spelling by a dictionary (EJA-01)"),
    Message("terlalu banyak kata yang tidak ada di kamus id_ID", "too many words are not in the dictionary id_ID"),
    decisive=False,
)


def unexamined_in(loaded: Loaded) -> tuple[Unexamined, ...]:
    """What no rule said of a spec, and what would make it say so."""
    return unexamined_for_want_of_keys(loaded) + _unexamined_spelling(loaded)


def unexamined_for_want_of_keys(loaded: Loaded) -> tuple[Unexamined, ...]:
    """No verdict rests on these: the keys are no part of the form."""
    absent = _NO_SERVICE if loaded.sop.sifat == "pelayanan" and loaded.sop.pelayanan == Pelayanan() else ()
    return absent + tuple(
        Unexamined(
            Message(f"aturan {codes}", f"rules {codes}"),
            Message(f"isi kunci {key}", f"fill in the key {key}"),
            decisive=False,
        )
        for name, codes, key in _BY_KEY
        if getattr(loaded.sop, name) is None
    )


def _unexamined_spelling(loaded: Loaded) -> tuple[Unexamined, ...]:
    """Why EJA-01 did not open the dictionary, if it did not and was to."""
    from sopgen.rules.language.spelling.dictionary import find_word_list
    from sopgen.rules.language.spelling.document import is_foreign

    if severity_for("EJA-01", loaded.setelan) is None:
        return ()
    if find_word_list() is None:
        return (_NO_DICTIONARY,)
    return (_FOREIGN,) if is_foreign(loaded) else ()
