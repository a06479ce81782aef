from __future__ import annotations

__doc__ = """\
JDL-01. Judul terdiri atas aspek kegiatan dan outputnya.

Diperiksa:
    Judul (tanpa “SOP” di depannya) diawali kata benda kegiatan, pe-…-an (“Penyusunan”, “Pelayanan”) atau
    serapan (“Verifikasi”), lalu menyebut objek atau hasilnya.

Dasar:
    Paparan KemenPAN-RB 2014, slide 30.

Alasan:
    Judul turun dari uraian tugas: kegiatan yang riil dan hasilnya. Nama benda atau sistem tidak memberi tahu
    prosedur apa yang dimulai.

Salah:
    judul: Surat Tugas

Benar:
    judul: Pembuatan Surat Tugas

Perbaikan:
    Awali dengan kegiatannya, misalnya “Pembuatan …”, “Penyusunan …”, “Pelayanan …”, “Pelaksanaan …”.

English. A title is the aspect of the activity and its output.

Checked:
    The title (without a leading “SOP”) opens with the noun of an activity, pe-…-an (“Penyusunan”, “Pelayanan”)
    or a loan (“Verifikasi”), and then names its object or result.

Basis:
    KemenPAN-RB slides 2014, slide 30.

Why:
    Titles come down from the tasks: a real activity and what it yields. The name of a thing or system does not
    say which procedure it is.

Remedy:
    Open with the activity, such as “Pembuatan …”, “Penyusunan …”, “Pelayanan …”, “Pelaksanaan …”.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.nouns import is_process_noun
from sopgen.rules.language.words import words
from sopgen.rules.titles import bare_title


def check(spec: Spec) -> Iterator[Finding]:
    said = words(bare_title(spec.sop.judul))
    if said and is_process_noun(said[0]) and len(said) > 1:
        return
    if said and is_process_noun(said[0]):
        wrong = Message("tidak menyebut objek atau hasilnya", "names no object or result")
    else:
        wrong = Message(
            f"tidak diawali kegiatan (“{said[0] if said else ''}”)",
            f"does not open with an activity (“{said[0] if said else ''}”)",
        )
    yield Finding(
        ("judul",),
        Message(f"Judul {wrong.id}.", f"The title {wrong.en}."),
        Message(
            "Tulis kegiatan dan hasilnya, misalnya “Pembuatan Laporan Konsinyering”.",
            "Write activity and result, such as “Pembuatan Laporan Konsinyering”.",
        ),
    )
