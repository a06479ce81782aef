"""Rules that say nothing for want of something: a key of the spec, a dictionary. What to fill in, or install."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded
from sopgen.intake.sop import Pelayanan
from sopgen.rules.held import Unexamined
from sopgen.rules.presets import severity_for
from sopgen.rules.roles import undecided_applicants

_BY_KEY: Final = (
    (
        "sifat",
        Message(
            "apakah alurnya berawal dan berakhir menurut sifat SOP: pelayanan, rutin, atau penugasan (JNS-01 … JNS-04)",
            "whether the flow begins and ends as the SOP's nature asks: service, routine or assignment "
            "(JNS-01 … JNS-04)",
        ),
        "`sifat` (pelayanan | rutin | penugasan)",
        Message("tidak tertulis di dokumen: sifatnya", "not said in the document: its nature"),
        ("JNS-01", "JNS-02", "JNS-03", "JNS-04"),
    ),
    (
        "jenis",
        Message(
            "apakah banyaknya pelaksana sesuai dengan jenis SOP (AKT-04)",
            "whether the number of executors suits the kind of SOP (AKT-04)",
        ),
        "`jenis` (administratif | teknis)",
        Message(
            "tidak tertulis di dokumen: administratif atau teknis",
            "not said in the document: administrative or technical",
        ),
        ("AKT-04",),
    ),
    (
        "tim",
        Message(
            "apakah kata pertama judul sesuai dengan skala kegiatan (JDL-05)",
            "whether the title's first word suits the scale of the activity (JDL-05)",
        ),
        "`tim` (true | false)",
        Message(
            "tidak tertulis di dokumen: dikerjakan tim atau tidak", "not said in the document: done by a team or not"
        ),
        ("JDL-05",),
    ),
    (
        "cakupan",
        Message(
            "apakah yang mengesahkan sesuai dengan cakupan SOP (DOK-05)",
            "whether who puts it in force suits the SOP's scope (DOK-05)",
        ),
        "`cakupan` (generik | spesifik)",
        Message("tidak tertulis di dokumen: generik atau spesifik", "not said in the document: generic or specific"),
        ("DOK-05",),
    ),
)

_NO_SERVICE: Final = (
    Unexamined(
        Message("komponen standar pelayanan (STD-01, PUB-02)", "components of the service standard (STD-01, PUB-02)"),
        Message("isi kunci `pelayanan` (jangka_waktu, jumlah_pelaksana, …)", "fill in the key `pelayanan` (…)"),
        decisive=False,
        rules=("STD-01", "PUB-02"),
    ),
)

_UNWRITTEN_SERVICE: Final = (
    _NO_SERVICE[0]._replace(
        why=Message(
            "jangka waktu, biaya, jumlah pelaksana, dan komponen lain tidak tertulis di dokumen",
            "the document gives no time, fee, number of executors or other components",
        )
    ),
)


_OF_OTHER_PAPERS: Final = (
    Unexamined(
        Message(
            "yang perlu diketahui pemohon di gambar alur dan standar pelayanan (PUB-02)",
            "what applicants need to know on their picture and in the service standard (PUB-02)",
        ),
        Message("tidak tertulis di dokumen SOP", "the document of the SOP does not say it"),
        decisive=False,
        rules=("PUB-02",),
    ),
)
_NO_DICTIONARY: Final = Unexamined(
    Message("ejaan menurut kamus (EJA-01)", "spelling by a dictionary (EJA-01)"),
    Message("kamus id_ID tidak terpasang; sopgen[ejaan] membawanya", "no dictionary id_ID; sopgen[ejaan] brings it"),
    decisive=False,
    rules=("EJA-01",),
)
_FOREIGN: Final = Unexamined(
    Message("ejaan menurut kamus (EJA-01)", "spelling by a dictionary (EJA-01)"),
    Message("terlalu banyak kata yang tidak ada di kamus id_ID", "too many words are not in the dictionary id_ID"),
    decisive=False,
    rules=("EJA-01",),
)


def unexamined_in(loaded: Loaded, *, on_paper: bool = False) -> tuple[Unexamined, ...]:
    """What no rule said of a spec, and what would make it say so; `on_paper`: there are no keys to fill in."""
    return unexamined_for_want_of_keys(loaded, on_paper=on_paper) + _unexamined_spelling(loaded)


def unexamined_for_want_of_keys(loaded: Loaded, *, on_paper: bool = False) -> tuple[Unexamined, ...]:
    """No verdict rests on these: the keys are no part of the form."""
    service = _UNWRITTEN_SERVICE if on_paper else _NO_SERVICE
    absent: tuple[Unexamined, ...] = ()
    if loaded.sop.sifat == "pelayanan":
        said = _OF_OTHER_PAPERS if on_paper else ()
        absent = service if loaded.sop.pelayanan == Pelayanan() else said
    absent += _undecided_applicants(loaded, on_paper=on_paper)
    return absent + tuple(
        Unexamined(
            what,
            unwritten if on_paper else Message(f"isi kunci {key}", f"fill in the key {key}"),
            decisive=False,
            rules=rules,
        )
        for name, what, key, unwritten, rules in _BY_KEY
        if getattr(loaded.sop, name) is None
    )


def _undecided_applicants(loaded: Loaded, *, on_paper: bool) -> tuple[Unexamined, ...]:
    why = Message(
        "perbuatannya pada langkah pertama atau terakhir tidak memastikannya",
        "what they do in the first or last step does not tell",
    )
    key = Message("tulis `peran: pemohon` pada kolom pemohon", "write `peran: pemohon` in the applicant's column")
    names = " atau ".join(lane.nama for lane in undecided_applicants(loaded.sop))
    if not names:
        return ()
    what = Message(f"apakah {names} itu pemohon (JNS-01)", f"whether {names} applies for the service (JNS-01)")
    return (Unexamined(what, why if on_paper else key, decisive=False, rules=("JNS-01",)),)


def _unexamined_spelling(loaded: Loaded) -> tuple[Unexamined, ...]:
    """Why EJA-01 did not open the dictionary, if it did not and was to."""
    from sopgen.rules.language.spelling.dictionary import find_word_list
    from sopgen.rules.language.spelling.document import is_foreign

    if severity_for("EJA-01", loaded.setelan) is None:
        return ()
    if find_word_list() is None:
        return (_NO_DICTIONARY,)
    return (_FOREIGN,) if is_foreign(loaded) else ()
