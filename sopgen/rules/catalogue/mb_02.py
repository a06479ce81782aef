from __future__ import annotations

__doc__ = """\
MB-02. Kelengkapan suatu langkah bersambung dengan output langkah sebelumnya.

Diperiksa:
    `kelengkapan` memuat sesuatu dari `output` salah satu langkah sebelumnya (dibandingkan menurut kata isinya),
    menunjuknya dengan nomor (“Berkas pada butir (1)”), atau hanya menyebut alat. Kegiatan 1 memulai prosedur dan
    tidak dibandingkan. Bila salah satunya kosong, aturan ini diam.

Dasar:
    Paparan KemenPAN-RB 2014, slide 51.

Alasan:
    Rantai output dan kelengkapan memperlihatkan bahwa setiap langkah benar-benar memakai hasil sebelumnya.

Salah:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, output: Konsep surat}
      - {uraian: Mendokumentasikan surat, pelaksana: analis, kelengkapan: Daftar hadir}

Benar:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, output: Konsep surat}
      - {uraian: Mendokumentasikan surat, pelaksana: analis, kelengkapan: Konsep surat}

Perbaikan:
    Sebut output langkah sebelumnya di `kelengkapan`, atau perbaiki `output` langkah itu.

English. What a step needs continues what the step before gave.

Checked:
    `kelengkapan` holds something of the `output` of an earlier step (compared by their content words), points to
    it by number (“Berkas pada butir (1)”), or names tools alone. Step 1 opens the procedure and is not compared.
    Where either is empty the rule is silent.

Basis:
    KemenPAN-RB slides 2014, slide 51.

Why:
    The chain from output to kelengkapan shows that each step indeed uses what came before.

Remedy:
    Name the former step's output in `kelengkapan`, or mend that step's `output`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from sopgen.diagnostics import Message
from sopgen.intake.sop import Kegiatan
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.equipment import is_equipment, is_state
from sopgen.rules.language.made import Made
from sopgen.rules.language.words import all_words, content_words, pieces, says_nothing, whole_text

BY_NUMBER = r"\b(?:butir|langkah|kegiatan|nomor|no|output|poin|angka|tahap|huruf)\b\W{0,3}\(?\d"


def check(spec: Spec) -> Iterator[Finding]:
    sources: dict[int, list[Kegiatan]] = {}
    for kegiatan in spec.sop.kegiatan:
        for target in spec.targets(kegiatan):
            sources.setdefault(target.nomor, []).append(kegiatan)
    made = Made()  # by all earlier steps
    for last, kegiatan in pairwise(spec.sop.kegiatan):
        made.add(whole_text(last.output))
        before = sources.get(kegiatan.nomor, [])
        forward = [step for step in before if step.nomor < kegiatan.nomor] or before
        needed = whole_text(kegiatan.kelengkapan)
        if not forward or says_nothing(needed) or any(says_nothing(whole_text(step.output)) for step in forward):
            continue
        back = [step for step in before if step.nomor > kegiatan.nomor]
        if not (made.has_words_of(needed) or _continues(kegiatan, back) or made.has_otherwise(needed)):
            numbers = ", ".join(str(step.nomor) for step in forward)
            yield Finding(
                in_step(kegiatan, "kelengkapan"),
                Message(
                    f"Kelengkapan tidak bersambung dengan output langkah {numbers}.",
                    f"Kelengkapan does not continue the output of step {numbers}.",
                ),
                Message(
                    "Sebut output langkah sebelumnya, atau perbaiki output itu.",
                    "Name the former step's output, or mend that output.",
                ),
                sure=False,
            )


def _continues(kegiatan: Kegiatan, back: list[Kegiatan]) -> bool:
    """Whether a step points to one by number, needs tools alone, or uses what came `back` to it."""
    needed = whole_text(kegiatan.kelengkapan)
    tools_alone = all(is_equipment(item) or is_state(item) for item in pieces(kegiatan.kelengkapan))
    if tools_alone or re.search(BY_NUMBER, needed.casefold()):
        return True
    texts = [whole_text(step.output) for step in back]
    return any(content_words(needed) & all_words(text) or all_words(needed) & content_words(text) for text in texts)
