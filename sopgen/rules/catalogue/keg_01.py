from __future__ import annotations

__doc__ = """\
KEG-01. Uraian kegiatan diawali kata kerja aktif (me-) tanpa subjek.

Diperiksa:
    Kata pertama `uraian` berbentuk kata kerja me- (mem-, men-, meng-, meny-, menge-) menurut perubahan
    bunyinya, juga “Mengumpulkan dan menyerahkan …” dan “Me-review …”. Kata benda (“Penjelasan …”, “Menteri …”),
    kata kerja pasif (“Dibuat …”), kata dasar dan serapan telanjang (“Upload …”) tidak. Yang dilihat isi di
    belakang label nama pelaksana (“Kabag: …”), yang ditemukan FMT-03.

Dasar:
    Paparan KemenPAN-RB 2014, slide 51.

Alasan:
    Kata kerja aktif menyatakan apa yang dikerjakan pelaksana di kolomnya; subjeknya sudah dinyatakan simbol.

Salah:
    kegiatan:
      - {uraian: Penjelasan singkat isi surat, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {uraian: Menjelaskan singkat isi surat, pelaksana: analis}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Ubah kata benda menjadi kata kerja (Penjelasan menjadi Menjelaskan), kalimat pasif menjadi aktif, dan
    serapan menjadi padanannya (Upload menjadi Mengunggah).

English. A text opens with an active verb (me-) and no subject.

Checked:
    The first word of `uraian` has the form of a me- verb (mem-, men-, meng-, meny-, menge-) by its sound
    changes, also “Mengumpulkan dan menyerahkan …” and “Me-review …”. Nouns (“Penjelasan …”, “Menteri …”),
    passives (“Dibuat …”), bare roots and loans (“Upload …”) are not. What stands behind an executor's name as a label
    (“Kabag: …”) is looked at; the label is FMT-03's.

Basis:
    KemenPAN-RB slides 2014, slide 51.

Why:
    An active verb says what the executor of the column does; the symbol already is the subject.

Remedy:
    Turn the noun into a verb (Penjelasan to Menjelaskan), the passive into the active, the loan into its
    equivalent (Upload to Mengunggah).
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.nouns import is_process_noun, is_verb_with_ber
from sopgen.rules.language.offices import behind_label, leading_office
from sopgen.rules.language.verbs import LOANS, MANNERS, is_active_verb, is_passive
from sopgen.rules.language.words import whole_text, without_enumerator, words
from sopgen.rules.subjects import judged_subject


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        text = without_enumerator(behind_label(whole_text(kegiatan.uraian), spec.sop.pelaksana))
        spoken = words(text) or ("",)
        first = spoken[0]
        if is_active_verb(first) or (first in MANNERS and len(spoken) > 1 and is_active_verb(spoken[1])):
            continue
        shown = text[: len(first)] if text.casefold().startswith(first) else text.split(maxsplit=1)[0]
        subject = leading_office(text, spec.sop.pelaksana)
        wrong, remedy = judged_subject(subject, kegiatan, spec) if subject else _judge(first, shown)
        yield Finding(in_step(kegiatan, "uraian"), wrong, remedy, at=subject or shown)


def _judge(first: str, shown: str) -> tuple[Message, Message]:
    if first in LOANS:
        return (
            Message(f"“{shown}” bukan kata kerja me-.", f"“{shown}” is no me- verb."),
            Message(f"Tulis “{LOANS[first]} …”.", f"Write “{LOANS[first]} …”."),
        )
    if is_passive(first):
        return (
            Message(f"“{shown}” kata kerja pasif.", f"“{shown}” is a passive verb."),
            Message("Ubah di- menjadi me-: apa yang dikerjakan pelaksana?", "Turn di- into me-: what does one do?"),
        )
    if is_verb_with_ber(first):
        kind = Message("kata kerja ber-, bukan me-", "a verb with ber-, not me-")
    elif is_process_noun(first):
        kind = Message("kata benda", "a noun")
    else:
        kind = Message("bukan kata kerja me-", "no me- verb")
    return (
        Message(f"Uraian diawali “{shown}”, {kind.id}.", f"The text opens with “{shown}”, {kind.en}."),
        Message(
            "Awali dengan kata kerja me-, misalnya “Menyusun …”, “Memeriksa …”, “Menyerahkan …”.",
            "Open with a me- verb, such as “Menyusun …”, “Memeriksa …”, “Menyerahkan …”.",
        ),
    )
