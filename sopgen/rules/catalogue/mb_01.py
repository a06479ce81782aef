from __future__ import annotations

__doc__ = """\
MB-01. Setiap kegiatan memiliki kelengkapan, waktu, dan output.

Diperiksa:
    `kelengkapan`, `waktu`, dan `output` terisi pada setiap kegiatan. Tanda dan kata pengisi (“-”, “…”, “Nihil”,
    “tidak ada”) di `kelengkapan` dan `output` sama dengan kosong. Isi `waktu` yang bukan waktu (“-”, “sesuai
    kebutuhan”) ditemukan MB-03 dan MB-05.

Dasar:
    Paparan KemenPAN-RB 2014, slide 51; contoh SOP SIREBO Setjen Wantannas 2018.

Alasan:
    Mutu baku ialah ukuran kegiatan: bahan apa, berapa lama, menghasilkan apa. Tanpa ukuran, penyimpangan tidak
    dapat dinilai.

Salah:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, waktu: ''}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, waktu: 1 jam}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Isi ketiganya pada setiap kegiatan.

English. Each step has kelengkapan, waktu and output.

Checked:
    `kelengkapan`, `waktu` and `output` are given in each step. Marks and words that fill a place (“-”, “…”, “Nihil”,
    “tidak ada”) in `kelengkapan` and `output` are as good as empty. What is no time in `waktu` (“-”, “sesuai
    kebutuhan”) MB-03 and MB-05 find.

Basis:
    KemenPAN-RB slides 2014, slide 51; the SIREBO SOP of Setjen Wantannas 2018.

Why:
    Mutu baku is what an activity is measured by: from what, how long, to what result. Without it no deviation
    can be judged.

Remedy:
    Give all three in each step.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.words import says_nothing, whole_text


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        for key in ("kelengkapan", "waktu", "output"):
            name, said = key.capitalize(), "" if key == "waktu" else whole_text(getattr(kegiatan, key))
            if not getattr(kegiatan, key):
                told = Message(f"{name} kosong.", f"{name} is empty.")
                about = Message(name, name)
            elif said and says_nothing(said):
                shown = " ".join(said.split())
                told = Message(
                    f"{name} hanya berisi “{shown}”, sama dengan kosong.",
                    f"{name} holds only “{shown}”, which is as good as empty.",
                )
                about = Message(f"{name} (“{shown}”)", f"{name} (“{shown}”)")
            else:
                continue
            remedy = Message(f"Isi `{key}`.", f"Give `{key}`.")
            yield Finding(in_step(kegiatan, key), told, remedy, about=(about,))
