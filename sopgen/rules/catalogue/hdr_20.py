from __future__ import annotations

__doc__ = """\
HDR-20. Kualifikasi ditulis untuk semua pelaksana bersama, bukan per pelaksana.

Diperiksa:
    Butir `kualifikasi_pelaksana` tidak diawali nama pelaksana atau jabatan (“Bendahara: …”, “Kabag mampu …”).
    “Pelaksana …”, “Pegawai …”, dan “Petugas …” saja bukan nama.

Dasar:
    Pedoman SOP Mahkamah Agung 2012, muatan SOP.

Alasan:
    Kotak ini satu untuk seluruh prosedur; kualifikasi tiap jabatan berada di standar kompetensinya.

Salah:
    kualifikasi_pelaksana:
      - "Bendahara: menguasai perpajakan"
      - Memahami tata naskah dinas

Benar:
    kualifikasi_pelaksana:
      - Menguasai perpajakan
      - Memahami tata naskah dinas

Perbaikan:
    Hapus nama pelaksananya dan gabungkan kualifikasi yang sama.

English. Qualifications are written for all executors together, not for each.

Checked:
    No item of `kualifikasi_pelaksana` opens with an executor or an office (“Bendahara: …”, “Kabag mampu …”).
    “Pelaksana …”, “Pegawai …” and “Petugas …” alone are no names.

Basis:
    The Supreme Court's SOP guideline 2012, contents of an SOP.

Why:
    The box is one for the whole procedure; what each office must be able to do stands in its own standard.

Remedy:
    Drop the executor's name, and say once what several need.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.language.offices import named_first


def check(spec: Spec) -> Iterator[Finding]:
    box = spec.sop.kualifikasi_pelaksana
    places = [((), box.teks), *(((i,), item) for i, item in enumerate(box.butir))]
    named = [(place, name) for place, item in places if (name := named_first(item, spec.sop.pelaksana))]
    if not named:
        return
    place, name = named[0]
    others = len(named) - 1
    more = Message(f" dan {others} butir lain", f" and {others} more") if others else Message("", "")
    yield Finding(
        ("kualifikasi_pelaksana", *place),
        Message(
            f"Kualifikasi ditulis per pelaksana (“{name}”{more.id}).",
            f"Qualifications are written for each executor (“{name}”{more.en}).",
        ),
        Message("Hapus nama pelaksananya, gabungkan yang sama.", "Drop the names, and say once what is the same."),
        at=name,
    )
