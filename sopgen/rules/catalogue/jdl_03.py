from __future__ import annotations

__doc__ = """\
JDL-03. Kegiatan yang sama hanya punya satu SOP.

Diperiksa:
    Di antara SOP satu instansi yang diperiksa bersama, tidak ada dua yang berbeda judul tetapi sama
    kegiatannya: uraian semua langkahnya sama, atau, di satu unit, judulnya hanya berbeda pada kata skala
    (Penyusunan dan Pembuatan, Penyelenggaraan dan Pelaksanaan).

Dasar:
    Paparan KemenPAN-RB 2014, slide 16.

Alasan:
    Dua SOP untuk satu kegiatan akan berbeda pada revisi berikutnya; pelaksana tidak tahu mana yang berlaku.

Salah:
    # satu.sop.yaml
    judul: Pembuatan Surat Tugas
    # dua.sop.yaml
    judul: Penyusunan Surat Tugas
    nomor: SOP-08/ORG/2026
    kegiatan:
      - {uraian: Mencatat permintaan surat, pelaksana: analis}
      - {uraian: Mendokumentasikan surat tugas, pelaksana: analis}

Benar:
    # satu.sop.yaml
    judul: Pembuatan Surat Tugas
    # dua.sop.yaml
    judul: Pembuatan Surat Keterangan
    nomor: SOP-08/ORG/2026
    kegiatan:
      - {uraian: Mencatat permintaan surat, pelaksana: analis}
      - {uraian: Mendokumentasikan surat keterangan, pelaksana: analis}

Perbaikan:
    Gabungkan keduanya, atau perjelas kegiatan masing-masing.

English. One activity has one SOP.

Checked:
    Among the SOPs of one agency that are checked together no two with different titles are of the same
    activity: all their steps read alike, or, in one unit, the titles differ only in the word of scale
    (Penyusunan and Pembuatan, Penyelenggaraan and Pelaksanaan).

Basis:
    KemenPAN-RB slides 2014, slide 16.

Why:
    Two SOPs for one activity will differ after the next revision; nobody knows which one holds.

Remedy:
    Merge the two, or make each one's activity clear.
"""

from collections.abc import Iterator, Sequence

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded
from sopgen.rules.compilation import and_more, grouped, unit_of
from sopgen.rules.finding import Finding
from sopgen.rules.language.words import whole_text, words
from sopgen.rules.titles import title_words

SCALE = {"penyusunan": "pembuatan", "penyelenggaraan": "pelaksanaan"}


def check_compilation(specs: Sequence[Loaded]) -> Iterator[tuple[int, Finding]]:
    alike = zip(grouped(specs, _steps), grouped(specs, _unscaled), strict=True)
    for (index, loaded, of_steps), (_, _, of_title) in alike:
        both = {id(other): other for other in (*of_steps, *of_title)}.values()
        # The same title is JDL-02's.
        title = title_words(loaded.sop.judul)
        others = [other for other in both if title_words(other.sop.judul) != title]
        if others:
            shown, named, more = others[0].shown_path, others[0].sop.judul, and_more(others)
            yield (
                index,
                Finding(
                    ("judul",),
                    Message(
                        f"Kegiatannya sama dengan {shown} (“{named}”){more.id}.",
                        f"Its activity is that of {shown} (“{named}”){more.en}.",
                    ),
                    Message("Gabungkan keduanya, atau perjelas kegiatannya.", "Merge the two, or tell them apart."),
                ),
            )


def _steps(loaded: Loaded) -> object:
    return tuple(words(whole_text(kegiatan.uraian)) for kegiatan in loaded.sop.kegiatan)


def _unscaled(loaded: Loaded) -> object:
    """The title but for the word of its scale, and the unit: another has an activity of that name too."""
    title = title_words(loaded.sop.judul)
    return unit_of(loaded), (SCALE.get(title[0], title[0]), *title[1:]) if title else title
