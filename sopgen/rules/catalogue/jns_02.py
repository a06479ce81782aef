from __future__ import annotations

__doc__ = """\
JNS-02. Pada SOP pelayanan langkah kedua memeriksa berkas, dan pendokumentasian mendahului penyerahan hasil.

Diperiksa:
    Bila `sifat: pelayanan`, kegiatan sesudah permohonan memeriksa berkas, dan ada kegiatan mendokumentasikan
    atau mengarsipkan sebelum hasil sampai kepada Pemohon.

Dasar:
    Paparan KemenPAN-RB 2014, slide 23 dan 27.

Alasan:
    Berkas yang tidak lengkap ditolak di depan, dan salinan hasil tidak dapat diarsipkan sesudah diserahkan.

Salah:
    sifat: pelayanan
    kegiatan:
      - {uraian: Mengajukan permohonan kepada Analis, pelaksana: pemohon}
      - {uraian: Memeriksa berkas dan menyerahkan hasil kepada Pemohon, pelaksana: analis}
      - {uraian: Menerima hasil, pelaksana: pemohon}

Benar:
    sifat: pelayanan
    kegiatan:
      - {uraian: Mengajukan permohonan kepada Analis, pelaksana: pemohon}
      - {uraian: Memeriksa berkas dan menyerahkannya kepada Arsiparis, pelaksana: analis}
      - {uraian: Mendokumentasikan berkas dan menyerahkannya kepada Pemohon, pelaksana: arsiparis}
      - {uraian: Menerima hasil, pelaksana: pemohon}

Perbaikan:
    Tambahkan pemeriksaan berkas sebagai langkah kedua, dan pendokumentasian sebelum penyerahan.

English. In a service SOP the second step checks the file, and documenting precedes the hand-over.

Checked:
    Where `sifat: pelayanan`, the step behind the request checks the file, and a step documents or archives
    before the applicant gets the result.

Basis:
    KemenPAN-RB slides 2014, slides 23 and 27.

Why:
    An incomplete file is turned away at the door, and a result cannot be filed once it is gone.

Remedy:
    Add checking the file as step 2, and documenting before the hand-over.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.roles import checks_file, documents, is_applicants


def check(spec: Spec) -> Iterator[Finding]:
    steps = spec.sop.kegiatan
    if spec.sop.sifat != "pelayanan" or len(steps) < 3:
        return
    if is_applicants(steps[0], spec) and not checks_file(steps[1]):
        yield Finding(
            in_step(steps[1], "uraian"),
            Message("Langkah kedua tidak memeriksa berkas permohonan.", "The second step does not check the file."),
            Message("Sisipkan “Memeriksa berkas permohonan …”.", "Insert “Memeriksa berkas permohonan …”."),
        )
    received = max((step.nomor for step in steps[1:] if is_applicants(step, spec)), default=len(steps) + 1)
    # Recording the request is not yet documenting its result.
    if not any(documents(step) for step in steps if received <= 2 * step.nomor < 2 * received):
        place = steps[min(received, len(steps)) - 1]
        yield Finding(
            in_step(place, "uraian"),
            Message("Hasil diserahkan tanpa didokumentasikan lebih dulu.", "The result is handed over undocumented."),
            Message("Sisipkan “Mendokumentasikan …” sebelum penyerahan.", "Insert “Mendokumentasikan …” before that."),
        )
