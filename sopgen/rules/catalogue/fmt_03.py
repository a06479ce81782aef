"""FMT-03. Nama pelaksana berada di kolom sendiri, tidak di kolom kegiatan.

Diperiksa:
    Uraian tidak diawali nama pelaksana, baik sebagai label (“Kabag: Memeriksa …”) maupun sebagai subjek (“PPK
    menerima …”).

Dasar:
    Paparan KemenPAN-RB 2014, slide 41.

Alasan:
    Formatnya memisahkan pelaksana dari kegiatan: simbol di kolom sudah menyatakan siapa yang bekerja.

Salah:
    kegiatan:
      - {uraian: "Analis: Menyusun konsep surat", pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {uraian: Menyusun konsep surat, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Hapus nama pelaksana dari awal uraian; tempatkan kegiatan di kolomnya.

English. Executors stand in their own columns, not in the text of the activity.

Checked:
    A text does not open with an executor, be it as a label (“Kabag: Memeriksa …”) or as the subject (“PPK
    menerima …”).

Basis:
    KemenPAN-RB slides 2014, slide 41.

Why:
    The format separates executors from activities: the symbol in the column already says who acts.

Remedy:
    Drop the executor from the start of the text; put the activity into its column.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.offices import leading_office
from sopgen.rules.language.words import whole_text


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        name = leading_office(whole_text(kegiatan.uraian), spec.sop.pelaksana)
        if name:
            yield Finding(
                in_step(kegiatan, "uraian"),
                Message(
                    f"Uraian diawali nama pelaksana “{name}”.",
                    f"The text opens with the executor “{name}”.",
                ),
                Message(
                    f"Hapus “{name}” dan awali dengan kata kerja; simbolnya sudah berada di kolom pelaksana.",
                    f"Drop “{name}” and open with the verb; the symbol stands in the executor's column.",
                ),
                at=name,
            )
