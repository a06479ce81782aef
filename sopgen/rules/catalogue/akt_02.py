from __future__ import annotations

__doc__ = """\
AKT-02. Lebih dari satu pelaksana hanya untuk kegiatan yang serentak.

Diperiksa:
    `bersama` menyebut bentuk kegiatan serentak: pertemuan (rapat, diskusi, sidang), penandatanganan dan serah
    terima, pemeriksaan atau penilaian bersama. Bukan pekerjaan satu orang (“pengiriman surat”), bukan nama
    pelaksana, bukan “ya”, bukan “bergantian”. Kegiatan dengan satu pelaksana tidak
    memakai `bersama`.

Dasar:
    Paparan KemenPAN-RB 2014, slide 45.

Alasan:
    Pengecualian satu pelaksana satu simbol hanya untuk kegiatan yang dilakukan bersamaan, seperti rapat dan
    diskusi.

Salah:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: [analis, arsiparis], bersama: bergantian}
      - {uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Benar:
    kegiatan:
      - {uraian: Membahas isi surat, pelaksana: [analis, arsiparis], bersama: diskusi}
      - {uraian: Mendokumentasikan surat, pelaksana: arsiparis}

Perbaikan:
    Tulis bentuknya (rapat, diskusi, penandatanganan …), atau bagi kegiatan itu.

English. Several executors only for what is done together at one time.

Checked:
    `bersama` names a form of joint activity: meetings (rapat, diskusi, sidang), signing and handing over, joint
    examination or judging. Not what one person does (“pengiriman surat”), not an executor, not “ya”, not
    “bergantian”. A step of one executor has no `bersama`.

Basis:
    KemenPAN-RB slides 2014, slide 45.

Why:
    The exception from one executor, one symbol is for what is done at the same time, such as meetings and
    discussions.

Remedy:
    Name its form (rapat, diskusi, penandatanganan …), or split the step.
"""

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.sop import Pelaksana
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.nouns import is_joint_activity
from sopgen.rules.language.offices import is_lane, names_office


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        if not kegiatan.bersama:
            continue
        if len(kegiatan.pelaksana) == 1:
            wrong = Message("`bersama` pada kegiatan dengan satu pelaksana.", "`bersama` on a step of one executor.")
            remedy = Message(
                "Sebut semua pelaksananya, atau hapus `bersama`.", "Name all executors, or drop `bersama`."
            )
        elif not is_joint_activity(kegiatan.bersama) or _names_executors(kegiatan.bersama, spec.sop.pelaksana):
            wrong = Message(
                f"“{kegiatan.bersama}” bukan bentuk kegiatan serentak.",
                f"“{kegiatan.bersama}” is no form of joint activity.",
            )
            remedy = Message(
                "Tulis bentuknya (rapat, diskusi, penandatanganan …), atau bagi kegiatan itu.",
                "Name its form (rapat, diskusi, penandatanganan …), or split the step.",
            )
        else:
            continue
        yield Finding(in_step(kegiatan, "bersama"), wrong, remedy)


def _names_executors(text: str, columns: tuple[Pelaksana, ...]) -> bool:
    """Whether each part is an executor's name: "Kabag dan Analis"."""
    parts = [part for part in re.split(r",|/|&|\bdan\b|\bserta\b", text) if part.strip()]
    return all(names_office(part) or any(is_lane(part, lane) for lane in columns) for part in parts)
