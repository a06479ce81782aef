from __future__ import annotations

__doc__ = """\
MB-08. Output setiap langkah disebut lagi di bagian lain SOP.

Diperiksa:
    Isi `output` suatu langkah, kecuali langkah yang mengakhiri prosedur, disebut lagi setidaknya dengan satu katanya:
    di uraian, kelengkapan, atau output mana pun selain itu, di judul, atau di keenam kotak. Imbuhan tidak dilihat;
    bukti pelaksanaan (“Tanda terima”, “Notula”) tidak diperiksa.

Dasar:
    Paparan KemenPAN-RB 2014, slide 51; tafsiran atas contohnya.

Alasan:
    Hasil yang tidak dipakai siapa pun dan tidak ada hubungannya dengan langkahnya biasanya tersalin dari SOP lain.

Salah:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, output: Konsep surat}
      - {uraian: Memeriksa surat, pelaksana: analis, kelengkapan: Konsep surat, output: Neraca triwulan}
      - {uraian: Mendokumentasikan surat, pelaksana: analis, kelengkapan: Konsep surat}

Benar:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, output: Konsep surat}
      - {uraian: Memeriksa surat, pelaksana: analis, kelengkapan: Konsep surat, output: Surat terperiksa}
      - {uraian: Mendokumentasikan surat, pelaksana: analis, kelengkapan: Surat terperiksa}

Perbaikan:
    Tulis hasil langkah itu, atau sebut hasilnya di langkah yang memakainya.

English. What a step yields is named elsewhere in the SOP.

Checked:
    What stands in the `output` of a step, but for steps that end the procedure, is named once more, with one word of
    it at least: in a text, kelengkapan or other output, in the title or the six boxes. Affixes do not count; what
    shows that a step was done (“Tanda terima”, “Notula”) is not looked at.

Basis:
    KemenPAN-RB slides 2014, slide 51; read out of its example.

Why:
    A result that nobody uses and that has nothing to do with its step was mostly copied from another SOP.

Remedy:
    Write what the step yields, or name it in the step that uses it.
"""

from collections.abc import Iterator
from typing import Final

from sopgen.diagnostics import Message
from sopgen.intake.sop import BOXES, Kegiatan
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.roots import core_of
from sopgen.rules.language.words import content_words, says_nothing, whole_text
from sopgen.starters.placeholders import has_placeholder

_OF_THE_DEED: Final = frozenset(
    "terima bukti resi disposisi notula notulen hadir paraf catatan acara dokumentasi foto register "  # noqa: SIM905
    "ekspedisi persetujuan keputusan keterangan informasi arahan kesepakatan".split()
)
"""What shows that a step was done, whatever it was about: "Tanda terima"."""


def check(spec: Spec) -> Iterator[Finding]:
    sop = spec.sop
    above = " ".join([sop.judul, *(whole_text(getattr(sop, box)) for box in BOXES)]).casefold()
    cells = [_cells(kegiatan).casefold() for kegiatan in sop.kegiatan]
    outputs = [whole_text(kegiatan.output) for kegiatan in sop.kegiatan]
    for place, kegiatan in enumerate(sop.kegiatan):
        said = content_words(outputs[place])
        cores = [core_of(word) for word in said]
        if (
            not cores
            or says_nothing(outputs[place])
            or "" in cores
            or said & _OF_THE_DEED
            or not spec.targets(kegiatan)
            or has_placeholder(outputs[place])
        ):
            continue
        others = " ".join([above, *cells, *outputs[:place], *outputs[place + 1 :]]).casefold()
        if not any(core in others for core in cores):
            told = f"“{outputs[place]}”"
            yield Finding(
                in_step(kegiatan, "output"),
                Message(f"{told} tidak disebut lagi di mana pun.", f"{told} is named nowhere else."),
                Message(
                    "Tulis hasil langkah itu, atau sebut hasilnya di langkah yang memakainya.",
                    "Write what the step yields, or name it in the step that uses it.",
                ),
                sure=False,
            )


def _cells(kegiatan: Kegiatan) -> str:
    return " ".join(map(whole_text, (kegiatan.uraian, kegiatan.kelengkapan, kegiatan.keterangan)))
