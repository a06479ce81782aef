from __future__ import annotations

__doc__ = """\
JDL-05. Skala besar memakai “Penyusunan” atau “Penyelenggaraan”, skala kecil “Pembuatan” atau “Pelaksanaan”.

Diperiksa:
    Kata pertama judul cocok dengan `tim`. Tanpa `tim` aturan ini diam.

Dasar:
    Paparan KemenPAN-RB 2014, slide 35-36.

Alasan:
    Kata itu memberi tahu apakah kegiatan dikerjakan tim atau perorangan.

Salah:
    judul: Pembuatan Pedoman Tata Naskah Dinas
    tim: true

Benar:
    judul: Penyusunan Pedoman Tata Naskah Dinas
    tim: true

Perbaikan:
    Ganti kata pertama judul, atau perbaiki `tim`.

English. Large scale says “Penyusunan” or “Penyelenggaraan”, small scale “Pembuatan” or “Pelaksanaan”.

Checked:
    The title's first word fits `tim`. Without `tim` the rule is silent.

Basis:
    KemenPAN-RB slides 2014, slide 35-36.

Why:
    The word says whether a team does the work.

Remedy:
    Change the title's first word, or mend `tim`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.words import words
from sopgen.rules.titles import bare_title

LARGE = {"pembuatan": "Penyusunan", "pelaksanaan": "Penyelenggaraan"}
SMALL = {"penyusunan": "Pembuatan", "penyelenggaraan": "Pelaksanaan"}


def check(spec: Spec) -> Iterator[Finding]:
    if spec.sop.tim is None:
        return
    head = (words(bare_title(spec.sop.judul)) or ("",))[0]
    better = (LARGE if spec.sop.tim else SMALL).get(head)
    if better:
        scale = (
            Message("skala besar (tim)", "large scale (a team)")
            if spec.sop.tim
            else Message("skala kecil", "small scale")
        )
        yield Finding(
            ("judul",),
            Message(
                f"“{head.capitalize()}” tidak dipakai untuk {scale.id}.",
                f"“{head.capitalize()}” is not the word for {scale.en}.",
            ),
            Message(f"Ganti dengan “{better}”, atau perbaiki `tim`.", f"Write “{better}”, or mend `tim`."),
        )
