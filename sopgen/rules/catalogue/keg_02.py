from __future__ import annotations

__doc__ = """\
KEG-02. Cabang keputusan diuraikan “Jika …; jika tidak …” di dalam kegiatan.

Diperiksa:
    Uraian sebuah keputusan menyebut tiap akibat dengan jika, apabila, atau bila, sebanyak cabangnya.
    Sebaliknya, langkah tanpa `keputusan` tidak menguraikan pilihan; “jika ada” dan “bila perlu” bukan pilihan.

Dasar:
    Paparan KemenPAN-RB 2014, slide 51; contoh SOP SIREBO Setjen Wantannas 2018.

Alasan:
    Belah ketupat tidak bertulisan: syaratnya hanya dapat dibaca di kolom kegiatan. Pilihan yang diuraikan tanpa
    belah ketupat tidak terlihat di alur.

Salah:
    kegiatan:
      - {uraian: "Memeriksa surat. Jika benar, menandatanganinya; jika salah, mengembalikannya", pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {id: konsep, uraian: Menyusun surat, pelaksana: analis}
      - uraian: Memeriksa surat. Jika benar, menandatanganinya; jika salah, mengembalikannya
        pelaksana: analis
        keputusan: {Ya: arsip, Tidak: konsep}
      - {id: arsip, uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Tulis “Jika …, …; jika tidak …, …”, atau beri langkah itu `keputusan` dengan cabangnya.

English. A decision's branches are told as “Jika …; jika tidak …” in its text.

Checked:
    The text of a decision names each outcome by jika, apabila or bila, as many as it has branches. And a step
    without `keputusan` describes no choice; “jika ada” and “bila perlu” are none.

Basis:
    KemenPAN-RB slides 2014, slide 51; the SIREBO SOP of Setjen Wantannas 2018.

Why:
    The diamond carries no text: its condition can be read in the text alone. A choice told without a diamond
    cannot be seen in the flow.

Remedy:
    Write “Jika …, …; jika tidak …, …”, or give the step a `keputusan` with its branches.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message, some
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.activities import conditions, describes_choice
from sopgen.rules.language.words import whole_text


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        text = whole_text(kegiatan.uraian)
        told, branches = conditions(text), len(kegiatan.arah)
        if kegiatan.keputusan and told < branches:
            labels = ", ".join(arah.label for arah in kegiatan.arah)
            message = Message(
                f"Keputusan bercabang {branches} ({labels}), uraiannya menyebut {told} syarat.",
                f"A decision of {branches} branches ({labels}) whose text names {some(told, 'condition')}.",
            )
            if not told:
                message = Message(
                    f"Uraian belum menyebut syarat setiap cabang ({labels}).",
                    f"The text names no condition of its branches ({labels}).",
                )
            yield Finding(
                in_step(kegiatan, "uraian"),
                message,
                Message(
                    "Uraikan setiap cabang: “Jika …, …; jika tidak …, …”.",
                    "Tell each branch: “Jika …, …; jika tidak …, …”.",
                ),
                about=(Message(labels, labels),) if not told else (),
            )
        elif not kegiatan.keputusan and describes_choice(text):
            yield Finding(
                in_step(kegiatan, "uraian"),
                Message(
                    "Uraian menyebut pilihan, tetapi langkah ini bukan keputusan.",
                    "The text describes a choice, but the step is no decision.",
                ),
                Message(
                    "Beri `keputusan` dengan cabangnya, atau pindahkan pilihan itu ke langkah tersendiri.",
                    "Give it a `keputusan` with branches, or make the choice a step of its own.",
                ),
            )
