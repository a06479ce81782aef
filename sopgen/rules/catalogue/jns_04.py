from __future__ import annotations

__doc__ = """\
JNS-04. SOP penugasan diawali perintah atasan dan berakhir pendokumentasian.

Diperiksa:
    Bila `sifat: penugasan`, kegiatan pertama berupa perintah (menugaskan, memerintahkan, mendisposisikan,
    menerbitkan surat tugas …) dan, bila ada `peran: atasan`, dikerjakan olehnya; kegiatan terakhir
    mendokumentasikan atau mengarsipkan dan, bila ada `peran: administrasi`, dikerjakan olehnya.

Dasar:
    Paparan KemenPAN-RB 2014, slide 22 dan 25.

Alasan:
    Penugasan dipicu perintah atasan yang berwenang; tanpa perintah kegiatannya tidak berdasar.

Salah:
    sifat: penugasan
    kegiatan:
      - {uraian: Menyusun jadwal dan menyerahkannya kepada Analis, pelaksana: kabag}
      - {uraian: Mendokumentasikan jadwal, pelaksana: analis}

Benar:
    sifat: penugasan
    kegiatan:
      - {uraian: Menugaskan Analis menyusun laporan, pelaksana: kabag}
      - {uraian: Mendokumentasikan laporan, pelaksana: analis}

Perbaikan:
    Mulai dengan “Menugaskan …” oleh atasan, tutup dengan “Mendokumentasikan …”; tandai kolomnya dengan `peran`.

English. An assignment SOP starts with a superior's order and ends with documenting.

Checked:
    Where `sifat: penugasan`, the first step is an order (menugaskan, memerintahkan, mendisposisikan,
    menerbitkan surat tugas …) and, where there is a `peran: atasan`, is that one's; the last step documents or
    archives and, where there is a `peran: administrasi`, is that one's.

Basis:
    KemenPAN-RB slides 2014, slides 22 and 25.

Why:
    An assignment is triggered by an order of the superior; without it the work has no ground.

Remedy:
    Start with the superior's “Menugaskan …”, end with “Mendokumentasikan …”; mark the columns by `peran`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.roles import has_other_role, holders_of, orders, undocumented_end


def check(spec: Spec) -> Iterator[Finding]:
    if spec.sop.sifat != "penugasan":
        return
    first = spec.sop.kegiatan[0]
    starter = spec.lane(first.pelaksana[0])
    if not orders(first) or has_other_role(spec, first, "atasan"):
        superior = holders_of(spec, "atasan")
        yield Finding(
            in_step(first, "pelaksana"),
            Message(
                f"SOP penugasan diawali {starter.nama}, bukan perintah atasan{superior.id}.",
                f"An assignment SOP that starts with {starter.nama}, not with a superior's order{superior.en}.",
            ),
            Message(
                "Mulai dengan “Menugaskan …” oleh atasan, atau tandai kolomnya `peran: atasan`.",
                "Start with the superior's “Menugaskan …”, or mark the column `peran: atasan`.",
            ),
        )
    yield from undocumented_end(spec)
