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
    Tambahkan “… dan menyerahkannya kepada <pelaksana berikutnya>”.

English. A text names the receiver where the executor changes.

Checked:
    Where the next step (of a decision: the step of each branch) is another executor's, the text names that
    executor; the short name (“Kabag”) will do.

Basis:
    KemenPAN-RB slides 2014, slide 51; read out of its example.

Why:
    Hand-overs are where procedures stall; one must know to whom to hand over.

Remedy:
    Add “… dan menyerahkannya kepada <the next executor>”.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.sop import Kegiatan
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.handing import hands_over_to
from sopgen.rules.language.offices import addressed, is_known, is_named
from sopgen.rules.language.words import whole_text


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        text = whole_text(kegiatan.uraian)
        unnamed = [step for step in spec.targets(kegiatan) if not _is_told(step, kegiatan, text, spec)]
        if len(unnamed) > _misnamed(kegiatan, text, spec):
            receivers = ", ".join(dict.fromkeys(spec.lane(step.pelaksana[0]).nama for step in unnamed))
            yield Finding(
                in_step(kegiatan, "uraian"),
                Message(
                    f"Alur berpindah ke {receivers}, tetapi uraian tidak menyebutnya.",
                    f"The flow passes to {receivers}, whom the text does not name.",
                ),
                Message(
                    f"Sebut penerimanya, misalnya “… dan menyerahkannya kepada {receivers}”.",
                    f"Name the receiver, such as “… dan menyerahkannya kepada {receivers}”.",
                ),
            )


def _misnamed(kegiatan: Kegiatan, text: str, spec: Spec) -> int:
    """How many receivers bear another name, or the step's own: both are KEG-04's."""
    return sum(
        not is_known(mention, spec.sop.pelaksana)
        or hands_over_to(mention, kegiatan.pelaksana, spec.sop.pelaksana, text)
        for mention in addressed(text, spec.sop.pelaksana)
    )


def _is_told(step: Kegiatan, kegiatan: Kegiatan, text: str, spec: Spec) -> bool:
    if set(step.pelaksana) & set(kegiatan.pelaksana):
        return True
    return any(is_named(spec.lane(name), text) for name in step.pelaksana)
