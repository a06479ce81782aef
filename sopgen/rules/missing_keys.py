"""Rules that say nothing because a spec leaves a key out: what was not examined, and what to fill in."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded
from sopgen.intake.sop import Pelayanan
from sopgen.rules.held import Unexamined

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
