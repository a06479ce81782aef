from __future__ import annotations

__doc__ = """\
KEG-03. Kegiatan menyebut penerima serahan bila berpindah pelaksana.

Diperiksa:
    Bila kegiatan berikutnya (pada keputusan: kegiatan di tiap cabang) dikerjakan pelaksana lain, uraian
    menyebut pelaksana itu; nama pendeknya (“Kabag”) cukup.

Dasar:
    Paparan KemenPAN-RB 2014, slide 51; tafsiran atas contohnya.

Alasan:
    Serah terima ialah tempat alur paling sering tersendat; pelaksana harus tahu kepada siapa ia menyerahkan.

Salah:
    kegiatan:
      - {uraian: Menyusun konsep surat, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Benar:
    kegiatan:
      - {uraian: Menyusun konsep surat dan menyerahkannya kepada Arsiparis, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Perbaikan:
    Tambahkan “… dan menyerahkannya kepada …” dengan nama pelaksana berikutnya.

English. A text names the receiver where the executor changes.

Checked:
    Where the next step (of a decision: the step of each branch) is another executor's, the text names that
    executor; the short name (“Kabag”) will do.

Basis:
    KemenPAN-RB slides 2014, slide 51; read out of its example.

Why:
    Hand-overs are where procedures stall; one must know to whom to hand over.

Remedy:
    Add “… dan menyerahkannya kepada …” with the next executor's name.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.sop import Kegiatan
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.handovers import others_named, unnamed_in


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        unnamed = unnamed_in(kegiatan, spec)
        if unnamed:
            to = ", ".join(dict.fromkeys(spec.lane(step.pelaksana[0]).nama for step in unnamed))
            others = others_named(kegiatan, spec)
            yield _misled(kegiatan, to, others) if others else _silent(kegiatan, to)


def _silent(kegiatan: Kegiatan, to: str) -> Finding:
    return Finding(
        in_step(kegiatan, "uraian"),
        Message(
            f"Alur berpindah ke {to}, tetapi uraian tidak menyebutnya.",
            f"The flow passes to {to}, whom the text does not name.",
        ),
        Message(
            f"Sebut penerimanya, misalnya “… dan menyerahkannya kepada {to}”.",
            f"Name the receiver, such as “… dan menyerahkannya kepada {to}”.",
        ),
        about=(Message(f"langkah {kegiatan.nomor} (ke {to})", f"step {kegiatan.nomor} (to {to})"),),
        caused_by="KEG-02" if kegiatan.keputusan else "",
    )


def _misled(kegiatan: Kegiatan, to: str, others: str) -> Finding:
    return Finding(
        in_step(kegiatan, "uraian"),
        Message(
            f"Menurut uraian penerimanya {others}, tetapi alur berpindah ke {to}.",
            f"By the text {others} receives it, but the flow passes to {to}.",
        ),
        Message(
            "Samakan: perbaiki nama penerima di uraian, arah panahnya, atau kolom langkah berikutnya.",
            "Let them agree: mend the receiver in the text, the arrow, or the next step's column.",
        ),
    )
