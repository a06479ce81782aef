from __future__ import annotations

__doc__ = """\
HDR-17. Keenam kotak isi tidak boleh kosong.

Diperiksa:
    `dasar_hukum`, `kualifikasi_pelaksana`, `keterkaitan`, `peralatan`, `peringatan`, dan `pencatatan` terisi.

Dasar:
    Aturan perangkat lunak SOP AP pemerintah daerah.

Alasan:
    Kotak kosong tidak memberi tahu apakah isinya tidak ada atau terlupa.

Salah:
    pencatatan:

Benar:
    pencatatan: Buku agenda surat keluar

Perbaikan:
    Isi kotaknya; bila memang tidak ada, tulis “Tidak ada”. SOP yang disebut kegiatan ditulis di Keterkaitan.

English. None of the six boxes is empty.

Checked:
    `dasar_hukum`, `kualifikasi_pelaksana`, `keterkaitan`, `peralatan`, `peringatan` and `pencatatan` are given.

Basis:
    Rules of SOP AP software of regional governments.

Why:
    An empty box does not say whether there is nothing, or it was forgotten.

Remedy:
    Fill the box; if there is nothing, write “Tidak ada”. SOPs that steps name belong into Keterkaitan.
"""

from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.sop import BOXES
from sopgen.rules.citations import cited_sops
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.words import whole_text

DOTS: Final = " .…_\n"
"""To be filled in: "…………"; a dash may say that there is nothing."""
_LAW: Final = Message(
    "Isi `dasar_hukum` dengan peraturan yang menugasi unit ini dan yang mengatur kegiatannya.",
    "Give `dasar_hukum`: what charges the unit with it, and what governs the activity.",
)
"""No SOP is without one."""


def check(spec: Spec) -> Iterator[Finding]:
    for key in BOXES:
        if not whole_text(getattr(spec.sop, key)).strip(DOTS):
            name = key.replace("_", " ").capitalize()
            cited = _cited(spec) if key == "keterkaitan" else []
            yield Finding(
                (key,),
                Message(f"Kotak {name} kosong.", f"The box {name} is empty."),
                _named(cited)
                if cited
                else _LAW
                if key == "dasar_hukum"
                else Message(
                    f"Isi `{key}`; bila memang tidak ada, tulis “Tidak ada”.", f"Give `{key}`, or “Tidak ada”."
                ),
            )


def _cited(spec: Spec) -> list[str]:
    """The SOPs that steps name, each once."""
    return list(
        dict.fromkeys(
            cited.shown
            for kegiatan in spec.sop.kegiatan
            for content, in_prose in ((kegiatan.uraian, True), (kegiatan.keterangan, False))
            for cited in cited_sops(whole_text(content), in_prose=in_prose)
            if not cited.names(spec.sop.judul, spec.sop.nomor)
        )
    )


def _named(cited: list[str]) -> Message:
    listed = ", ".join(f"“{each}”" for each in cited)
    return Message(
        f"Tulis di `keterkaitan` SOP yang sudah disebut kegiatan: {listed}.",
        f"Write into `keterkaitan` what the steps name already: {listed}.",
    )
