from __future__ import annotations

__doc__ = """\
JDL-02. Tiap SOP memuat kegiatan yang riil dan dapat dibedakan.

Diperiksa:
    Di antara SOP satu unit yang diperiksa bersama, tidak ada dua yang judulnya sama (kata “SOP”, huruf besar, dan
    tanda baca diabaikan). Yang nomornya juga sama ialah versi lain dari SOP yang sama: itu HDR-19. Unit lain boleh
    mempunyai SOP dengan judul itu: setiap biro mengelola surat masuknya sendiri.

Dasar:
    Paparan KemenPAN-RB 2014, slide 17 dan 30.

Alasan:
    SOP dirujuk dengan judulnya; dua judul yang sama tidak dapat dibedakan di Keterkaitan dan daftar isi.

Salah:
    # satu.sop.yaml
    judul: Pembuatan Surat Tugas
    # dua.sop.yaml
    judul: Pembuatan surat  tugas
    nomor: SOP-08/ORG/2026

Benar:
    # satu.sop.yaml
    judul: Pembuatan Surat Tugas
    # dua.sop.yaml
    judul: Pembuatan Undangan Rapat
    nomor: SOP-08/ORG/2026
    kegiatan:
      - {uraian: Menyusun undangan, pelaksana: analis}
      - {uraian: Mendokumentasikan undangan, pelaksana: analis}

Perbaikan:
    Perjelas judul salah satunya, atau gabungkan keduanya.

English. Each SOP is about a real activity that can be told from others.

Checked:
    Among the SOPs of one unit that are checked together no two have the same title (a leading “SOP”, case and
    punctuation aside). Where the number is the same too, it is another version of one SOP: HDR-19. Other units may
    have an SOP of that title: each bureau handles its own incoming letters.

Basis:
    KemenPAN-RB slides 2014, slides 17 and 30.

Why:
    SOPs are cited by title; two of the same cannot be told apart in Keterkaitan nor in a table of contents.

Remedy:
    Make one title more exact, or merge the two.
"""

from collections.abc import Iterator, Sequence

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded
from sopgen.rules.compilation import and_more, grouped, sop_of, unit_of
from sopgen.rules.finding import Finding
from sopgen.rules.titles import title_words


def check_compilation(specs: Sequence[Loaded]) -> Iterator[tuple[int, Finding]]:
    for index, loaded, named_alike in grouped(specs, lambda each: (unit_of(each), title_words(each.sop.judul))):
        others = [other for other in named_alike if sop_of(other) != sop_of(loaded)]
        if others:
            more = and_more(others)
            yield (
                index,
                Finding(
                    ("judul",),
                    Message(
                        f"Judul “{loaded.sop.judul}” dipakai juga oleh {others[0].shown_path}{more.id}.",
                        f"The title “{loaded.sop.judul}” is used by {others[0].shown_path}{more.en} too.",
                    ),
                    Message(
                        "Perjelas salah satu judulnya, atau gabungkan keduanya.",
                        "Make one title more exact, or merge the two.",
                    ),
                ),
            )
