from __future__ import annotations

__doc__ = """\
WKT-01. Waktu yang disebut uraian tidak dilampaui kolom Waktu.

Diperiksa:
    Batas di dalam `uraian` atau `keterangan` suatu langkah (“paling lambat 2 hari kerja”, “dalam waktu 1 jam”)
    tidak lebih pendek daripada `waktu` langkah itu, dan lama yang disebut (“selama 7 hari”) sama dengannya; begitu
    pula waktu yang diberikan begitu saja (“dalam waktu 3 hari kerja”, di sini hanya mungkin). Angka boleh ditulis
    dengan huruf. Hari kalender dihitung sebagai bagian hari kerja menurut `waktu_kerja`. Batas sebelum suatu
    kejadian dan lama penyimpanan tidak dibandingkan.

Dasar:
    Paparan KemenPAN-RB 2014, slide 51; tafsiran atas contohnya.

Alasan:
    Dua waktu yang berbeda untuk satu langkah tidak dapat ditaati keduanya.

Salah:
    kegiatan:
      - {uraian: Menyusun surat paling lambat 1 jam, pelaksana: analis, waktu: 2 jam}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {uraian: Menyusun surat paling lambat 2 jam, pelaksana: analis, waktu: 2 jam}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Samakan waktu di uraian dengan kolom Waktu, atau hapus dari uraian.

English. The time that a text names is kept by its Waktu.

Checked:
    A limit within a step's `uraian` or `keterangan` (“paling lambat 2 hari kerja”, “dalam waktu 1 jam”) is not
    shorter than its `waktu`, and a length named (“selama 7 hari”) is the same; so is a time simply given
    (“dalam waktu 3 hari kerja”, there only perhaps). Numbers may be words. Calendar days count as parts of working
    days by `waktu_kerja`. Limits before an event and times of storage are not compared.

Basis:
    KemenPAN-RB slides 2014, slide 51; read out of its example.

Why:
    Two different times for one step cannot both be kept.

Remedy:
    Give text and Waktu one time, or drop it from the text.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.words import whole_text
from sopgen.waktu.limits import Limit, Sense, limits_in
from sopgen.waktu.reading import Kind, Waktu, read_waktu

STORING = ("menyimpan", "mengarsip", "mendokumentasi", "mempublikasi")


def check(spec: Spec) -> Iterator[Finding]:
    hours = spec.setelan.waktu_kerja
    for kegiatan in spec.sop.kegiatan:
        due = read_waktu(kegiatan.waktu, hours)
        if due.kind is not Kind.SURE or due.per:
            continue
        for key, content in (("uraian", kegiatan.uraian), ("keterangan", kegiatan.keterangan)):
            text = whole_text(content)
            told: set[str] = set()
            for limit in limits_in(text, hours):
                if limit.shown not in told and _differs(due, limit, text):
                    told.add(limit.shown)
                    yield Finding(
                        in_step(kegiatan, key),
                        Message(
                            f"Teks menyebut {limit.shown}, kolom Waktu {kegiatan.waktu}.",
                            f"The text says “{limit.shown}”, the column Waktu “{kegiatan.waktu}”.",
                        ),
                        Message("Samakan keduanya, atau hapus dari teks.", "Make them one, or drop it from the text."),
                        at=limit.shown,
                        sure=due.longest > limit.length.longest or limit.sense is Sense.LASTING,
                    )


def _differs(due: Waktu, limit: Limit, text: str) -> bool:
    if due.longest >= limit.length.longest or limit.sense is Sense.MOST:
        return due.longest > limit.length.longest
    if limit.sense is Sense.LASTING:
        return not text.casefold().startswith(STORING)
    return limit.is_alone  # "dalam waktu 3 hari" beside 1 hari: it may be a limit that leaves time
