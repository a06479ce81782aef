from __future__ import annotations

__doc__ = """\
MB-07. Output suatu langkah berbeda dari kelengkapannya.

Diperiksa:
    Tidak semua butir `output` sudah ada di `kelengkapan` langkah itu, kecuali langkah yang hanya meneruskan atau
    menerima (“Menyerahkan …”, “Mengirimkan …”).

Dasar:
    Paparan KemenPAN-RB 2014, slide 51; tafsiran atas contohnya.

Alasan:
    Langkah yang menghasilkan apa yang sudah ada tidak mengubah apa-apa; biasanya hasilnya lupa ditulis.

Salah:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, kelengkapan: Disposisi, output: Disposisi}
      - {uraian: Mendokumentasikan surat, pelaksana: analis, kelengkapan: Disposisi, output: Arsip disposisi}

Benar:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, kelengkapan: Disposisi, output: Surat}
      - {uraian: Mendokumentasikan surat, pelaksana: analis, kelengkapan: Surat, output: Arsip surat}

Perbaikan:
    Tulis hasil langkah itu, misalnya “Konsep surat terkoreksi”, “Surat bernomor”.

English. A step's output differs from what it needs.

Checked:
    Not all items of `output` stand in the step's `kelengkapan` already, but for steps that only pass on or receive
    (“Menyerahkan …”, “Mengirimkan …”).

Basis:
    KemenPAN-RB slides 2014, slide 51; read out of its example.

Why:
    A step that yields what was there changes nothing; mostly its result was forgotten.

Remedy:
    Write what the step yields, such as “Konsep surat terkoreksi”, “Surat bernomor”.
"""

from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.sop import Isi
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.activities import passes_on
from sopgen.rules.language.words import all_words, pieces, says_nothing, whole_text, words

_SAME: Final = Message(
    "Output sama dengan kelengkapan langkah itu sendiri.", "The output is what the step needed already."
)
_THERE_ALREADY: Final = Message(
    "Semua yang ada di output sudah ada di kelengkapan langkah itu sendiri.",
    "The step needed all of its output already.",
)


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        said = whole_text(kegiatan.output)
        if says_nothing(said) or not all_words(said) <= all_words(whole_text(kegiatan.kelengkapan)):
            continue  # most make something; only then is it worth taking them apart
        needed, given = _items(kegiatan.kelengkapan), _items(kegiatan.output)
        if given and given <= needed and not passes_on(kegiatan.uraian):
            yield Finding(
                in_step(kegiatan, "output"),
                _SAME if given == needed else _THERE_ALREADY,
                Message("Tulis hasil langkah itu.", "Write what the step yields."),
                sure=False,
            )


def _items(content: Isi) -> frozenset[tuple[str, ...]]:
    """The items of a cell, however they are parted."""
    parts = (part for piece in pieces(content) for part in piece.split(","))
    return frozenset(said for part in parts if (said := words(part)))
