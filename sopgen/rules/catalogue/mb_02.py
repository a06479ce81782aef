"""MB-02. Kelengkapan suatu langkah bersambung dengan output langkah sebelumnya.

Diperiksa:
    `kelengkapan` memuat sesuatu dari `output` salah satu langkah yang menuju ke sana (dibandingkan menurut kata
    isinya). Kegiatan 1 memulai prosedur dan tidak dibandingkan, juga bila panah balik menuju ke sana.
    Bila salah satunya kosong, aturan ini diam.

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
    `kelengkapan` holds something of the `output` of a step that leads there (compared by their content words).
    Step 1 opens the procedure and is not compared, even where a return leads to it. Where either is empty the
    rule is silent.

Basis:
    KemenPAN-RB slides 2014, slide 51.

Why:
    The chain from output to kelengkapan shows that each step indeed uses what came before.

Remedy:
    Name the former step's output in `kelengkapan`, or mend that step's `output`.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.sop import Kegiatan
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.words import content_words, whole_text


def check(spec: Spec) -> Iterator[Finding]:
    sources: dict[int, list[Kegiatan]] = {}
    for kegiatan in spec.sop.kegiatan:
        for target in spec.targets(kegiatan):
            sources.setdefault(target.nomor, []).append(kegiatan)
    for kegiatan in spec.sop.kegiatan[1:]:
        before = [step for step in sources.get(kegiatan.nomor, []) if step.output]
        needed = content_words(whole_text(kegiatan.kelengkapan))
        if before and needed and not any(needed & content_words(whole_text(step.output)) for step in before):
            numbers = ", ".join(str(step.nomor) for step in before)
            yield Finding(
                in_step(kegiatan, "kelengkapan"),
                Message(
                    f"Kelengkapan tidak bersambung dengan output kegiatan {numbers}.",
                    f"Kelengkapan does not continue the output of step {numbers}.",
                ),
                Message(
                    "Sebut output langkah sebelumnya, atau perbaiki output itu.",
                    "Name the former step's output, or mend that output.",
                ),
            )
