from __future__ import annotations

__doc__ = """\
JDL-06. Judul tidak mengulang kata “SOP”.

Diperiksa:
    Judul tidak diawali “SOP”, “Standar Operasional Prosedur”, atau nama lainnya. “Penyusunan SOP …” boleh: di
    sana SOP objeknya.

Dasar:
    Telaah 348 SOP BPS Provinsi Bengkulu 2022-2025.

Alasan:
    Kolom di sebelahnya sudah bertuliskan “Judul SOP”; di daftar isi semua judul akan diawali kata yang sama.

Salah:
    judul: SOP Pembuatan Surat Tugas

Benar:
    judul: Pembuatan Surat Tugas

Perbaikan:
    Hapus kata “SOP” dari awal judul.

English. A title does not repeat the word “SOP”.

Checked:
    The title does not begin with “SOP”, “Standar Operasional Prosedur” or another name of it. “Penyusunan SOP
    …” is fine: there an SOP is the object.

Basis:
    A study of 348 SOPs of BPS Provinsi Bengkulu 2022-2025.

Why:
    The label beside it already reads “Judul SOP”; in a table of contents all titles would begin alike.

Remedy:
    Drop “SOP” from the title's start.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.titles import bare_title


def check(spec: Spec) -> Iterator[Finding]:
    bare = bare_title(spec.sop.judul)
    if bare != " ".join(spec.sop.judul.split()):
        repeated = " ".join(spec.sop.judul.split())[: -len(bare)].strip(" :")
        yield Finding(
            ("judul",),
            Message(f"Judul mengulang kata “{repeated}”.", f"The title repeats the word “{repeated}”."),
            Message(f"Tulis “{bare}”.", f"Write “{bare}”."),
            at=repeated,
        )
