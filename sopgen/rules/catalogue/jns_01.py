from __future__ import annotations

__doc__ = """\
JNS-01. SOP pelayanan diawali permohonan dari Pemohon dan berakhir pada penerimaan hasil oleh Pemohon.

Diperiksa:
    Bila `sifat: pelayanan`, kegiatan pertama dan terakhir dikerjakan Pemohon: pelaksana dengan `peran:
    pemohon` atau bernama Pemohon; bila tidak ada, yang `eksternal: true` atau yang membuka alur dengan mengajukan
    permohonan, apa pun namanya (Masyarakat, Wajib Pajak). Kegiatan pertama mengajukan, yang terakhir menerima. Bila
    perbuatan tidak memastikan siapa pemohonnya (“Menyerahkan berkas”), itu disebut sebagai tidak diperiksa.

Dasar:
    Paparan KemenPAN-RB 2014, slide 23 dan 27.

Alasan:
    Tidak ada pelayanan tanpa permintaan, dan pelayanan belum selesai sebelum hasilnya diterima.

Salah:
    sifat: pelayanan
    kegiatan:
      - {uraian: Menyiapkan berkas dan menyerahkannya kepada Kabag, pelaksana: analis}
      - {uraian: Memeriksa berkas dan menyerahkannya kepada Arsiparis, pelaksana: kabag}
      - {uraian: Mendokumentasikan berkas dan menyerahkannya kepada Pemohon, pelaksana: arsiparis}
      - {uraian: Menerima hasil, pelaksana: pemohon}

Benar:
    sifat: pelayanan
    kegiatan:
      - {uraian: Mengajukan permohonan kepada Analis, pelaksana: pemohon}
      - {uraian: Memeriksa berkas dan menyerahkannya kepada Arsiparis, pelaksana: analis}
      - {uraian: Mendokumentasikan berkas dan menyerahkannya kepada Pemohon, pelaksana: arsiparis}
      - {uraian: Menerima hasil, pelaksana: pemohon}

Perbaikan:
    Mulai dengan permohonan Pemohon dan tutup dengan penerimaan hasil olehnya; tandai kolomnya `peran: pemohon`.

English. A service SOP starts with the applicant and ends with the applicant receiving the result.

Checked:
    Where `sifat: pelayanan`, the first and the last step are the applicant's: an executor with `peran: pemohon`
    or named Pemohon; else one with `eksternal: true`, or who opens the flow by asking for the service, whatever the
    name (Masyarakat, Wajib Pajak). The first step asks (mengajukan, mendaftar …), the last receives (menerima,
    mengambil, mengunduh …). Where the act leaves it open who applies (“Menyerahkan berkas”), that is told as not
    examined.

Basis:
    KemenPAN-RB slides 2014, slides 23 and 27.

Why:
    There is no service without a request, and it is not done before its result is received.

Remedy:
    Start with the applicant's request and end with the receipt; mark the column `peran: pemohon`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.roles import applies, is_applicants, receives, undecided_applicants

NOTHING_ASKED = (
    Message("Langkah pertama Pemohon bukan permohonan.", "The applicant's first step asks for nothing."),
    Message("Awali dengan “Mengajukan permohonan …”.", "Start with “Mengajukan permohonan …”."),
)
NOTHING_GIVEN = (
    Message("Langkah terakhir Pemohon bukan penerimaan hasil.", "The applicant's last step receives nothing."),
    Message("Tutup dengan “Menerima hasil …”.", "End with “Menerima hasil …”."),
)


def check(spec: Spec) -> Iterator[Finding]:
    if spec.sop.sifat != "pelayanan":
        return
    first, last = spec.sop.kegiatan[0], spec.sop.kegiatan[-1]
    undecided = {lane.id for lane in undecided_applicants(spec.sop)}
    ends = (
        (first, Message("tidak diawali", "does not start")),
        (last, Message("tidak berakhir", "does not end")),
    )
    for kegiatan, wrong in ends:
        if not is_applicants(kegiatan, spec) and kegiatan.pelaksana[0] not in undecided:
            executor = spec.lane(kegiatan.pelaksana[0]).nama
            yield Finding(
                in_step(kegiatan, "pelaksana"),
                Message(
                    f"SOP pelayanan {wrong.id} oleh Pemohon, melainkan oleh {executor}.",
                    f"A service SOP that {wrong.en} with the applicant but with {executor}.",
                ),
                Message(
                    "Tambahkan langkah Pemohon; bila kolom itu memang pemohon, tulis `peran: pemohon`.",
                    "Add the applicant's step; if that column is the applicant, write `peran: pemohon`.",
                ),
            )
    if is_applicants(first, spec) and not applies(first):
        yield Finding(in_step(first, "uraian"), *NOTHING_ASKED)
    closing = [step for step in spec.sop.kegiatan[1:][-2:] if is_applicants(step, spec)]
    if is_applicants(last, spec) and closing and not any(receives(step) for step in closing):
        yield Finding(in_step(last, "uraian"), *NOTHING_GIVEN)
