from __future__ import annotations

__doc__ = """\
KEG-07. Syarat di dalam uraian menyebut juga akibat bila tidak terpenuhi.

Diperiksa:
    Uraian langkah yang bukan keputusan tidak memuat satu syarat saja (“apabila disetujui”, “jika lengkap”) tanpa
    akibat lainnya. “Bila perlu”, “jika ada …”, dan sejenisnya bukan syarat.

Dasar:
    Paparan KemenPAN-RB 2014, slide 51; tafsiran atas contohnya.

Alasan:
    Pelaksana yang mendapati syaratnya tidak terpenuhi tidak tahu harus berbuat apa, dan alurnya tidak bercabang.

Salah:
    kegiatan:
      - {uraian: Mencatat surat apabila persyaratannya lengkap, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {uraian: Mencatat surat, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Jadikan langkah itu keputusan dengan kedua cabangnya, atau hapus syaratnya bila selalu terpenuhi di sini.

English. A condition in a text tells its other case too.

Checked:
    The text of a step that is no decision does not hold a single condition (“apabila disetujui”, “jika lengkap”)
    without what follows otherwise. “Bila perlu”, “jika ada …” and the like are none.

Basis:
    KemenPAN-RB slides 2014, slide 51; read out of its example.

Why:
    Who finds the condition unmet does not know what to do, and the flow has no branch for it.

Remedy:
    Make the step a decision with both branches, or drop the condition if it always holds here.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.activities import one_sided_condition
from sopgen.rules.language.words import whole_text


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        condition = "" if kegiatan.keputusan else one_sided_condition(whole_text(kegiatan.uraian))
        if condition:
            yield Finding(
                in_step(kegiatan, "uraian"),
                Message(
                    f"“{condition}” tanpa akibat bila tidak demikian.",
                    f"“{condition}” without what happens otherwise.",
                ),
                Message(
                    "Beri `keputusan` dengan kedua cabangnya, atau hapus syaratnya bila selalu terpenuhi di sini.",
                    "Give it a `keputusan` with both branches, or drop the condition if it always holds here.",
                ),
                at=condition,
                sure=False,
            )
