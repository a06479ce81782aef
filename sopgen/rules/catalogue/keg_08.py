from __future__ import annotations

__doc__ = """\
KEG-08. Panah setiap cabang menuju penerima yang disebut uraian untuk cabang itu.

Diperiksa:
    Bila uraian sebuah keputusan menyebut untuk tiap akibat siapa penerimanya (“Jika setuju, … kepada Kabag; jika
    tidak, … kepada Analis”), panah cabang itu tidak menuju yang disebut untuk cabang lainnya; bila menyebut
    langkahnya (“kembali ke langkah 2”), panahnya menuju langkah itu; cabang yang “mengembalikan” tidak maju
    sementara cabang lainnya mundur. Akibat dan cabang dipasangkan menurut labelnya; bila tidak jelas mana cabang
    yang mana, aturan ini diam.

Dasar:
    Paparan KemenPAN-RB 2014, slide 46 dan 51; tafsiran atas contohnya.

Alasan:
    Yang setuju dan yang tidak setuju tertukar: naskah yang ditolak berjalan terus, yang disetujui kembali.

Salah:
    kegiatan:
      - {id: konsep, uraian: Menyusun surat dan menyerahkannya kepada Kabag, pelaksana: analis}
      - uraian: Memeriksa surat. Jika setuju, menyerahkannya kepada Arsiparis; jika tidak, kembali ke Analis
        pelaksana: kabag
        keputusan: {Setuju: konsep, Tidak setuju: arsip}
      - {id: arsip, uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Benar:
    kegiatan:
      - {id: konsep, uraian: Menyusun surat dan menyerahkannya kepada Kabag, pelaksana: analis}
      - uraian: Memeriksa surat. Jika setuju, menyerahkannya kepada Arsiparis; jika tidak, kembali ke Analis
        pelaksana: kabag
        keputusan: {Setuju: arsip, Tidak setuju: konsep}
      - {id: arsip, uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Perbaikan:
    Tukar tujuan kedua cabang, atau labelnya, atau perbaiki uraiannya.

English. The arrow of each branch goes to whom the text names for that branch.

Checked:
    Where the text of a decision names for each outcome who receives it (“Jika setuju, … kepada Kabag; jika tidak, …
    kepada Analis”), the arrow of that branch does not go to whom it names for the other; where it names the step
    (“kembali ke langkah 2”), the arrow goes there; a branch that gives back does not go on while the other goes
    back. Outcomes and branches are paired by the labels; where it is not plain which is which, the rule is silent.

Basis:
    KemenPAN-RB slides 2014, slides 46 and 51; read out of its example.

Why:
    Yes and no are swapped: what was turned down goes on, what was approved goes back.

Remedy:
    Swap the targets of both branches, or their labels, or mend the text.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.sop import Kegiatan
from sopgen.rules.branches import Clash, clashes_in, told_of
from sopgen.rules.finding import Finding, Spec, in_step


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        clashes = clashes_in(kegiatan, spec)
        if clashes:
            yield _finding(kegiatan, clashes, spec)


def _finding(kegiatan: Kegiatan, clashes: list[Clash], spec: Spec) -> Finding:
    told = [told_of(clash, spec) for clash in clashes]
    return Finding(
        in_step(kegiatan, "uraian"),
        Message(
            f"Panah cabang tidak sejalan dengan uraian: {'; '.join(each.id for each in told)}.",
            f"Arrows of branches contradict the text: {'; '.join(each.en for each in told)}.",
        ),
        _remedy(kegiatan, clashes),
        sure=sum(clash.weight for clash in clashes) > 1,
    )


def _remedy(kegiatan: Kegiatan, clashes: list[Clash]) -> Message:
    if len(clashes) == 1 and clashes[0].weight > 1:
        label, said = clashes[0].branch.label, clashes[0].said
        return Message(
            f"Arahkan panah “{label}” ke {said.id}, atau perbaiki nomor di uraiannya.",
            f"Lead the arrow “{label}” to {said.en}, or mend the number in the text.",
        )
    labels = [f"“{arah.label}”" for arah in kegiatan.arah]
    if len(labels) > 2:
        return Message(
            "Samakan tujuan setiap cabang dengan uraiannya.", "Let each branch lead where the text says that it does."
        )
    return Message(
        f"Tukar tujuan {' dan '.join(labels)}, atau labelnya; bila panahnya yang benar, perbaiki uraiannya.",
        f"Swap the targets of {' and '.join(labels)}, or the labels; if the arrows are right, mend the text.",
    )
