"""The stages of steps by kind (slides 56-62): which there are, and the words by which a stage is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from sopgen.diagnostics import Message
from sopgen.intake.sop import Sop
from sopgen.rules.language.words import whole_text, words
from sopgen.rules.roles import documents


class _Stage(NamedTuple):
    """How words begin by which a stage is known."""

    name: Message
    stems: tuple[str, ...]


_STAGES: Final[Mapping[str, _Stage]] = {
    "tim": _Stage(Message("pembentukan tim", "forming a team"), ("tim", "pokja", "panitia", "satgas")),
    "persiapan": _Stage(
        Message("persiapan", "preparing"),
        ("menyiap", "mempersiap", "persiapan", "menjadwal", "jadwal", "rencana", "merencana", "kerangka", "kak", "tor",
         "undangan", "mengundang", "menugas", "menunjuk", "mengoordinasi", "mengkoordinasi", "bahan"),
    ),
    "bahan": _Stage(
        Message("pengumpulan bahan", "gathering"),
        ("mengumpul", "pengumpulan", "menghimpun", "himpunan", "bahan", "data", "mengolah", "merekap", "rekap",
         "menginventaris", "mengidentifikasi", "menelaah", "mempelajari", "menganalisis", "masukan", "usulan"),
    ),
    "konsep": _Stage(
        Message("konsep", "draft"),
        ("konsep", "mengonsep", "mengkonsep", "draf", "rancangan", "menyusun", "membuat", "merumus", "mengetik",
         "menulis", "menuangkan"),
    ),
    "pelaksanaan": _Stage(
        Message("pelaksanaan", "carrying out"),
        ("melaksana", "pelaksanaan", "menyelenggara", "melakukan", "mengerjakan", "menjalankan", "memberi", "membuka",
         "memfasilitasi", "memimpin", "menyampaikan materi", "mengajar", "melatih", "meninjau", "memandu"),
    ),
    "laporan": _Stage(Message("pelaporan", "reporting"), ("lapor", "melapor", "pelaporan", "notula", "berita")),
    "pemeriksaan": _Stage(
        Message("pemeriksaan", "checking"),
        ("memeriksa", "pemeriksaan", "mengoreksi", "koreksi", "mereviu", "mereview", "me-review", "reviu", "review",
         "memverifikasi", "verifikasi", "memvalidasi", "validasi", "meneliti", "menelaah", "mencermati", "mengecek",
         "membahas", "pembahasan", "memaraf", "paraf", "menilai", "mengevaluasi", "menguji"),
    ),
    "pengesahan": _Stage(
        Message("pengesahan", "approval"),
        ("mengesah", "pengesahan", "menandatangan", "penandatanganan", "ditandatangan", "tanda", "ttd", "tte",
         "menetap", "penetapan", "menyetujui", "persetujuan", "disetujui", "disahkan", "ditetapkan", "setuju",
         "memutus", "menerbit"),
    ),
}  # fmt: skip
_PRODUCT: Final = ("bahan", "konsep", "pemeriksaan", "pengesahan")
_ACTIVITY: Final = ("persiapan", "pelaksanaan", "laporan", "pemeriksaan", "pengesahan")
_FEWEST: Final = 5  # steps: a shorter procedure has no room for its stages
_DOCUMENTING: Final = Message("pendokumentasian", "documenting")
_BY_TITLE: Final = {
    "penyusunan": _PRODUCT,
    "pembuatan": _PRODUCT,
    "perumusan": _PRODUCT,
    "penyelenggaraan": _ACTIVITY,
    "pelaksanaan": _ACTIVITY,
}


def unseen_stages(sop: Sop) -> tuple[Message, tuple[Message, ...]]:
    """What the pattern is called, and its stages that no text or output shows."""
    kind, stages, documented = _pattern(sop)
    if len(sop.kegiatan) < _FEWEST:
        return kind, ()
    said = {word for step in sop.kegiatan for part in (step.uraian, step.output) for word in words(whole_text(part))}
    missing = [_STAGES[key].name for key in stages if not any(word.startswith(_STAGES[key].stems) for word in said)]
    if documented and not any(documents(step) for step in sop.kegiatan):
        missing.append(_DOCUMENTING)
    return kind, tuple(missing)


def _pattern(sop: Sop) -> tuple[Message, tuple[str, ...], bool]:
    """What it is called, its stages, and whether JNS-01 to JNS-04 leave its documenting to this rule."""
    if sop.sifat == "pelayanan":
        return Message("pelayanan", "services"), ("pengesahan",), False
    if sop.sifat == "penugasan":
        return Message("penugasan", "assignments"), ("pelaksanaan", "laporan"), False
    head = (words(sop.judul.removeprefix("SOP ")) or ("",))[0]
    stages = _BY_TITLE.get(head, ())
    team = ("tim",) if sop.tim and stages else ()
    return Message(head, head), (*team, *stages), bool(stages) and sop.sifat is None
