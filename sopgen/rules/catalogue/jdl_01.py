from __future__ import annotations

__doc__ = """\
JDL-01. Judul terdiri atas aspek kegiatan dan outputnya.

Diperiksa:
    Judul (tanpa “SOP” di depannya) diawali kata benda kegiatan, pe-…-an (“Penyusunan”, “Pelayanan”), serapan
    (“Verifikasi”), atau nama kegiatan (“Wisuda”), lalu menyebut objek atau hasilnya; tidak diawali naskah, sistem,
    barang, tempat, lembaga, orang, uang, keadaan (ke-…-an), atau kata kerja. Kata lain hanya ditemukan (mungkin) bila
    langkahnya memperlakukannya sebagai barang (“Menandatangani …”). Judul menyebut naskah yang dikerjakan langkahnya:
    “Surat Izin Cuti” di atas langkah-langkah tentang surat tugas ditemukan (mungkin).

Dasar:
    Paparan KemenPAN-RB 2014, slide 30.

Alasan:
    Judul turun dari uraian tugas: kegiatan yang riil dan hasilnya. Nama benda atau sistem tidak memberi tahu
    prosedur apa yang dimulai.

Salah:
    judul: Surat Tugas

Benar:
    judul: Pembuatan Surat Tugas

Perbaikan:
    Awali dengan kegiatannya, misalnya “Pembuatan …”, “Penyusunan …”, “Pelayanan …”, “Pelaksanaan …”.

English. A title is the aspect of the activity and its output.

Checked:
    The title (without a leading “SOP”) opens with the noun of an activity, pe-…-an (“Penyusunan”, “Pelayanan”), a
    loan (“Verifikasi”) or an activity's name (“Wisuda”), and then names its object or result; not with a paper,
    system, thing, place, body, person, money, state (ke-…-an) or a verb; other words are found (perhaps) where a step
    handles them as a thing. The title names the paper that its steps work on (else perhaps).

Basis:
    KemenPAN-RB slides 2014, slide 30.

Why:
    Titles come down from the tasks: a real activity and what it yields. The name of a thing or system does not
    say which procedure it is.

Remedy:
    Open with the activity, such as “Pembuatan …”, “Penyusunan …”, “Pelayanan …”, “Pelaksanaan …”.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.matter import is_handled, other_paper
from sopgen.rules.language.nouns import is_form_of_thing, is_process_noun
from sopgen.rules.language.things import names_a_thing
from sopgen.rules.language.verbs import is_active_verb, is_passive
from sopgen.rules.language.words import words
from sopgen.rules.titles import bare_title


def check(spec: Spec) -> Iterator[Finding]:
    title = bare_title(spec.sop.judul)
    first, second = (*words(title), "", "")[:2]
    if is_process_noun(first) and second:
        yield from _of_another_matter(title, spec)
        return
    sure = not second or _is_no_activity(first, second)
    if is_process_noun(first):
        wrong = Message("tidak menyebut objek atau hasilnya", "names no object or result")
    elif sure or is_handled(first, second, spec.sop):
        wrong = Message(f"tidak diawali kegiatan (“{first}”)", f"does not open with an activity (“{first}”)")
    else:
        return  # nobody knows all names of activities: wisuda, triase
    yield Finding(
        ("judul",),
        Message(f"Judul {wrong.id}.", f"The title {wrong.en}."),
        Message(
            "Tulis kegiatan dan hasilnya, misalnya “Pembuatan Laporan Konsinyering”.",
            "Write activity and result, such as “Pembuatan Laporan Konsinyering”.",
        ),
        sure=sure,
    )


def _of_another_matter(title: str, spec: Spec) -> Iterator[Finding]:
    paper = other_paper(title, spec.sop)
    if paper:
        yield Finding(
            ("judul",),
            Message(
                f"Yang dikerjakan langkahnya “{paper}”, bukan yang disebut judul.",
                f"The steps work on “{paper}”, not on what the title names.",
            ),
            Message("Samakan judul dengan kegiatannya.", "Let the title say what the steps do."),
            sure=False,
        )


def _is_no_activity(first: str, second: str) -> bool:
    return names_a_thing(first, second) or is_form_of_thing(first) or is_active_verb(first) or is_passive(first)
