"""Who opens and closes a procedure, and by doing what: shared by the rules on kinds of SOP (JNS)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from sopgen.diagnostics import Message
from sopgen.intake.sop import Kegiatan, Pelaksana
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.words import whole_text, without_enumerator, words

_CHECKING: Final = (
    *("memeriksa", "mengecek", "mencek", "memverifikasi", "memvalidasi", "meneliti", "menelaah", "mencermati"),
    *("meninjau", "mereviu", "me-review", "mereview", "mencocokkan", "menilai", "melakukan pemeriksaan"),
    *("melakukan verifikasi", "melakukan pengecekan", "melakukan validasi", "melakukan penelaahan"),
)
_DOCUMENTING: Final = ("mendokumentasi", "mengarsip", "menyimpan", "pendokumentasian", "pengarsipan", "dokumentasi")
_ORDERING: Final = (
    "menugas",
    "memerintah",
    "menginstruksi",
    "mendisposisi",
    "menunjuk",
    "memberi",
    "menerbit",
    "mengeluar",
)
_ORDERS: Final = ("tugas", "perintah", "disposisi", "penugasan", "instruksi", "arahan", "menandatangani surat tugas")


def is_applicant(lane: Pelaksana) -> bool:
    return lane.peran == "pemohon" or (lane.peran is None and (lane.eksternal or "pemohon" in words(lane.nama)))


def is_applicants(kegiatan: Kegiatan, spec: Spec) -> bool:
    return any(is_applicant(spec.lane(name)) for name in kegiatan.pelaksana)


def has_other_role(spec: Spec, kegiatan: Kegiatan, role: Literal["penanggung_jawab", "atasan", "administrasi"]) -> bool:
    """Whether somebody has this role, but none of those who do the step; without roles nothing can be said."""
    return any(lane.peran == role for lane in spec.sop.pelaksana) and not any(
        spec.lane(name).peran == role for name in kegiatan.pelaksana
    )


def checks_file(kegiatan: Kegiatan) -> bool:
    return any(f" {start}" in _said(kegiatan) for start in _CHECKING)


def documents(kegiatan: Kegiatan) -> bool:
    return any(f" {start}" in _said(kegiatan) for start in _DOCUMENTING)


def orders(kegiatan: Kegiatan) -> bool:
    """Whether a step gives an order: by its verb, or "Memberikan …", "Menerbitkan …" with what an order is called."""
    said = _said(kegiatan)
    if said.startswith(tuple(f" {start}" for start in _ORDERING[:5])):
        return True
    return said.startswith(" me") and any(order in said for order in _ORDERS)


def undocumented_end(spec: Spec) -> Iterator[Finding]:
    """The finding of an SOP that does not end with documenting by administrative staff."""
    last = spec.sop.kegiatan[-1]
    if not documents(last):
        yield Finding(
            in_step(last, "uraian"),
            Message(
                "Kegiatan terakhir bukan pendokumentasian.",
                "The last step does not document.",
            ),
            Message("Tutup dengan “Mendokumentasikan …” atau “Mengarsipkan …”.", "End with “Mendokumentasikan …”."),
        )
    elif has_other_role(spec, last, "administrasi"):
        closer = spec.lane(last.pelaksana[0])
        yield Finding(
            in_step(last, "pelaksana"),
            Message(
                f"Pendokumentasian oleh {closer.nama}, bukan pelaksana administratif.",
                f"Documented by {closer.nama}, not by administrative staff.",
            ),
            Message("Serahkan kepada pelaksana dengan `peran: administrasi`.", "Leave it to a `peran: administrasi`."),
        )


def _said(kegiatan: Kegiatan) -> str:
    return " " + " ".join(words(without_enumerator(whole_text(kegiatan.uraian))))
