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
    Isi kotaknya; bila memang tidak ada, tulis “Tidak ada”.

English. None of the six boxes is empty.

Checked:
    `dasar_hukum`, `kualifikasi_pelaksana`, `keterkaitan`, `peralatan`, `peringatan` and `pencatatan` are given.

Basis:
    Rules of SOP AP software of regional governments.

Why:
    An empty box does not say whether there is nothing, or it was forgotten.

Remedy:
    Fill the box; if there is nothing, write “Tidak ada”.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.sop import BOXES
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.words import whole_text


def check(spec: Spec) -> Iterator[Finding]:
    for key in BOXES:
        if not whole_text(getattr(spec.sop, key)):
            name = key.replace("_", " ").capitalize()
            yield Finding(
                (key,),
                Message(f"Kotak {name} kosong.", f"The box {name} is empty."),
                Message(f"Isi `{key}`; bila memang tidak ada, tulis “Tidak ada”.", f"Give `{key}`, or “Tidak ada”."),
            )
