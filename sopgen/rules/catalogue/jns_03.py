from __future__ import annotations

__doc__ = """\
JNS-03. SOP rutin diawali penanggung jawab kegiatan dan berakhir pendokumentasian oleh pelaksana administratif.

Diperiksa:
    Bila `sifat: rutin`, kegiatan pertama bukan Pemohon dan, bila ada `peran: penanggung_jawab`, dikerjakan
    olehnya; kegiatan terakhir mendokumentasikan atau mengarsipkan dan, bila ada `peran: administrasi`,
    dikerjakan olehnya.

Dasar:
    Paparan KemenPAN-RB 2014, slide 21 dan 24.

Alasan:
    Kegiatan rutin terencana dan dimulai dari dalam; bukti pelaksanaannya harus tersimpan.

Salah:
    sifat: rutin
    kegiatan:
      - {uraian: Menyusun jadwal dan menyerahkannya kepada Analis, pelaksana: kabag}
      - {uraian: Melaksanakan jadwal, pelaksana: analis}

Benar:
    sifat: rutin
    kegiatan:
      - {uraian: Menyusun jadwal dan menyerahkannya kepada Analis, pelaksana: kabag}
      - {uraian: Mendokumentasikan jadwal, pelaksana: analis}

Perbaikan:
    Mulai dari penanggung jawab, tutup dengan “Mendokumentasikan …”; tandai kolomnya dengan `peran`.

English. A routine SOP starts with the one in charge and ends with documenting by administrative staff.

Checked:
    Where `sifat: rutin`, the first step is not an applicant's and, where there is a `peran: penanggung_jawab`,
    is that one's; the last step documents or archives and, where there is a `peran: administrasi`, is that
    one's.

Basis:
    KemenPAN-RB slides 2014, slides 21 and 24.

Why:
    Routine work is planned and starts inside; the proof of it must be kept.

Remedy:
    Start with the one in charge, end with “Mendokumentasikan …”; mark the columns by `peran`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.roles import has_other_role, holders_of, is_known_applicant, undocumented_end


def check(spec: Spec) -> Iterator[Finding]:
    if spec.sop.sifat != "rutin":
        return
    first = spec.sop.kegiatan[0]
    starter = spec.lane(first.pelaksana[0])
    if is_known_applicant(starter) or has_other_role(spec, first, "penanggung_jawab"):
        charge = holders_of(spec, "penanggung_jawab")
        yield Finding(
            in_step(first, "pelaksana"),
            Message(
                f"SOP rutin diawali {starter.nama}, bukan penanggung jawab kegiatan{charge.id}.",
                f"A routine SOP that starts with {starter.nama}, not with the one in charge{charge.en}.",
            ),
            Message(
                "Mulai dari penanggung jawab kegiatan, atau tandai kolomnya `peran: penanggung_jawab`.",
                "Start with the one in charge, or mark the column `peran: penanggung_jawab`.",
            ),
        )
    yield from undocumented_end(spec)
