from __future__ import annotations

__doc__ = """\
KEG-05. Satu baris satu kegiatan.

Diperiksa:
    Uraian tidak memuat daftar kegiatan (“1) Mengesahkan …, 2) Mempelajari …”) dan tidak merangkai beberapa
    kegiatan. Menerima, menyerahkan, dan menandatangani termasuk kegiatan di sebelahnya; dua kata kerja dengan
    satu objek (“Mengumpulkan dan mengolah data”) satu kegiatan.

Dasar:
    Paparan KemenPAN-RB 2014, slide 45; contoh SOP SIREBO Setjen Wantannas 2018.

Alasan:
    Satu kegiatan satu pelaksana satu simbol: kegiatan kedua di dalam baris tidak mempunyai simbol, waktu, dan
    outputnya sendiri.

Salah:
    kegiatan:
      - {uraian: Menyusun surat dan memesan kendaraan dinas, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis}
      - {uraian: Memesan kendaraan dinas, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Jadikan setiap kegiatan satu baris.

English. One row, one activity.

Checked:
    A text holds no list of activities (“1) Mengesahkan …, 2) Mempelajari …”) and does not chain several.
    Receiving, handing over and signing belong to the activity beside them; two verbs with one object
    (“Mengumpulkan dan mengolah data”) are one activity.

Basis:
    KemenPAN-RB slides 2014, slide 45; the SIREBO SOP of Setjen Wantannas 2018.

Why:
    One activity, one executor, one symbol: a second activity in the row has no symbol, time or output of its
    own.

Remedy:
    Give each activity a row of its own.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.activities import activities
from sopgen.rules.language.verbs import is_active_verb
from sopgen.rules.language.words import whole_text, words


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        if sum(map(is_active_verb, words(whole_text(kegiatan.uraian)))) < 2:
            continue  # several activities have several verbs
        found = activities(kegiatan.uraian)
        if len(found) > 1:
            told = ", ".join(found)
            yield Finding(
                in_step(kegiatan, "uraian"),
                Message(
                    f"Satu langkah memuat {len(found)} kegiatan: {told}.",
                    f"One row holds {len(found)} activities: {told}.",
                ),
                Message("Pecah menjadi satu langkah untuk setiap kegiatan.", "Split it: one row for each activity."),
            )
