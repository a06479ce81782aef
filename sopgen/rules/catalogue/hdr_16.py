from __future__ import annotations

__doc__ = """\
HDR-16. Kualifikasi bersifat gabungan untuk semua pelaksana, bukan per orang.

Diperiksa:
    Butir `kualifikasi_pelaksana` tidak menyebut nama orang: nama pengesah, gelar di belakang atau di depan
    nama, sapaan, atau NIP.

Dasar:
    Pedoman SOP Mahkamah Agung 2012, muatan SOP.

Alasan:
    SOP mengikat jabatan; nama orang berganti sebelum prosedurnya.

Salah:
    kualifikasi_pelaksana:
      - Budi Contoh, S.E., mampu menyusun surat tugas

Benar:
    kualifikasi_pelaksana:
      - Mampu menyusun surat tugas

Perbaikan:
    Ganti nama orang dengan kemampuan yang dibutuhkan.

English. Qualifications are those of all executors together, not of persons.

Checked:
    No item of `kualifikasi_pelaksana` names a person: the approver, an academic title with a name, a form of
    address, or a NIP.

Basis:
    The Supreme Court's SOP guideline 2012, contents of an SOP.

Why:
    An SOP binds offices; persons change sooner than procedures.

Remedy:
    Replace the person by the competence needed.
"""

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec

TITLE_BEHIND = r",\s*(?:[SM]\.\s?[A-Z]\w*\b|A\.\s?Md|SE|SH|MM|M\.?Si|M\.?Pd|S\.?Sos|Ph\.?D)\b"
TITLE_BEFORE = r"\b(?:Drs?|Dra|Ir|Prof|Sdr|Sdri|Bpk)\.\s+[A-Z]|\b(?:Bapak|Ibu|Saudara|Saudari)\s+[A-Z]"
NIP = r"\b\d{18}\b"


def check(spec: Spec) -> Iterator[Finding]:
    box = spec.sop.kualifikasi_pelaksana
    approver = spec.sop.pengesahan.nama.partition(",")[0].strip()
    for place, item in [((), box.teks), *(((i,), item) for i, item in enumerate(box.butir))]:
        found = re.search(f"{TITLE_BEHIND}|{TITLE_BEFORE}|{NIP}", item)
        named = found[0].strip(" ,") if found else approver if approver and approver in item else ""
        if named:
            yield Finding(
                ("kualifikasi_pelaksana", *place),
                Message(f"Kualifikasi menyebut orang (“{named}”).", f"A qualification names a person (“{named}”)."),
                Message("Tulis kemampuan yang dibutuhkan, tanpa nama orang.", "Write the competence, without a name."),
                at=named,
            )
