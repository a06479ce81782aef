from __future__ import annotations

__doc__ = """\
FMT-03. Nama pelaksana berada di kolom sendiri, tidak di kolom kegiatan.

Diperiksa:
    Uraian tidak diawali nama pelaksana, baik sebagai label (“Kabag: Memeriksa …”) maupun sebagai subjek (“PPK
    menerima …”). Bila nama itu kolom lain, uraian dan letak simbolnya tidak sejalan.

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
    menerima …”). Where it is another column, the text and the place of the symbol disagree.

Basis:
    KemenPAN-RB slides 2014, slide 41.

Why:
    The format separates executors from activities: the symbol in the column already says who acts.

Remedy:
    Drop the executor from the start of the text; put the activity into its column.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.offices import is_lane, leading_office
from sopgen.rules.language.words import whole_text


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        name = leading_office(whole_text(kegiatan.uraian), spec.sop.pelaksana)
        if name:
            named = [lane for lane in spec.sop.pelaksana if is_lane(name, lane)]
            elsewhere = bool(named) and not any(lane.id in kegiatan.pelaksana for lane in named)
            own = spec.lane(kegiatan.pelaksana[0]).nama
            told = _elsewhere(name, named[0].nama, own) if elsewhere else _named(name, has_lane=bool(named))
            yield Finding(in_step(kegiatan, "uraian"), *told, at=name, caused_by="KEG-01")


def _elsewhere(name: str, lane: str, own: str) -> tuple[Message, Message]:
    return Message(
        f"Menurut uraian “{name}” yang bekerja, tetapi simbolnya berada di kolom {own}.",
        f"By its text “{name}” acts, but the symbol stands in the column {own}.",
    ), Message(
        f"Pindahkan langkah ini ke kolom {lane}, atau tulis apa yang dikerjakan {own}.",
        f"Move the step to the column {lane}, or write what {own} does.",
    )


def _named(name: str, *, has_lane: bool) -> tuple[Message, Message]:
    if has_lane:
        return Message(
            f"“{name}” tertulis dua kali: di uraian, dan sebagai kolom simbolnya.",
            f"“{name}” is told twice: in the text, and by the symbol's column.",
        ), Message(
            f"Hapus “{name}” dan awali dengan kata kerja; simbolnya sudah berada di kolom pelaksana.",
            f"Drop “{name}” and open with the verb; the symbol stands in the executor's column.",
        )
    return Message(
        f"Uraian diawali nama pelaksana “{name}”, yang tidak mempunyai kolom.",
        f"The text opens with the executor “{name}”, who has no column.",
    ), Message(
        f"Awali dengan kata kerja; bila “{name}” yang bekerja, beri ia kolom sendiri.",
        f"Open with the verb; if “{name}” is the one who acts, give it a column of its own.",
    )
