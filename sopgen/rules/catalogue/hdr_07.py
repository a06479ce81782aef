from __future__ import annotations

__doc__ = """\
HDR-07. Isi kotak ditulis sebagai daftar bernomor tanpa butir ganda.

Diperiksa:
    Di dalam satu kotak tidak ada dua butir yang sama, dan butir tidak diketik dengan nomornya sendiri (program
    yang mencetaknya). Begitu pula uraian kegiatan tidak diawali nomor langkahnya sendiri.

Dasar:
    Contoh SOP SIREBO Setjen Wantannas 2018.

Alasan:
    Butir ganda biasanya sisa salinan; nomor yang diketik tercetak dua kali.

Salah:
    peralatan:
      - Komputer
      - Jaringan internet
      - Komputer

Benar:
    peralatan:
      - Komputer
      - Jaringan internet

Perbaikan:
    Hapus butir yang berulang atau nomor yang diketik.

English. Boxes are numbered lists without repeated items.

Checked:
    Within a box no two items are the same, and no item is typed with a number of its own (the program prints
    it). Nor does the text of a step begin with the step's number.

Basis:
    The SIREBO SOP of Setjen Wantannas 2018.

Why:
    A repeated item is mostly left from copying; a typed number is printed twice.

Remedy:
    Delete the repeated item, or the typed number.
"""

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.sop import BOXES
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.words import whole_text, words

TYPED = Message("Butir diketik dengan nomornya sendiri.", "The item is typed with a number of its own.")
TYPED_STEP = Message("Uraian diketik dengan nomor langkahnya.", "The text is typed with its step's number.")
TYPED_NUMBER = r"\(?\d{1,2}[.)]\s"


def check(spec: Spec) -> Iterator[Finding]:
    for key in BOXES:
        first: dict[tuple[str, ...], int] = {}
        for index, item in enumerate(getattr(spec.sop, key).butir):
            earlier = first.setdefault(words(item), index)
            if earlier != index:
                yield Finding(
                    (key, index),
                    Message(
                        f"Butir {index + 1} sama dengan butir {earlier + 1}.",
                        f"Item {index + 1} is the same as item {earlier + 1}.",
                    ),
                    Message("Hapus salah satunya.", "Delete one of them."),
                )
            elif re.match(TYPED_NUMBER, item):
                yield Finding(
                    (key, index),
                    TYPED,
                    Message("Hapus nomornya; program yang mencetaknya.", "Delete it; the program prints the numbers."),
                )
    for kegiatan in spec.sop.kegiatan:
        if re.match(rf"\(?{kegiatan.nomor}[.)]\s+\S", whole_text(kegiatan.uraian)):
            yield Finding(
                in_step(kegiatan, "uraian"),
                TYPED_STEP,
                Message("Hapus nomornya; program yang mencetaknya.", "Delete it; the program prints the numbers."),
            )
