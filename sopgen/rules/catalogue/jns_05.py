from __future__ import annotations

__doc__ = """\
JNS-05. Tahap-tahap kegiatan mengikuti pola jenisnya.

Diperiksa:
    Pola menurut `sifat` dan kata pertama judul. Penyusunan dan pembuatan: pengumpulan bahan, konsep, pemeriksaan,
    pengesahan, pendokumentasian. Penyelenggaraan dan pelaksanaan: persiapan, pelaksanaan, laporan, pemeriksaan,
    pengesahan, pendokumentasian; keduanya dengan pembentukan tim bila `tim: true`. Pelayanan: pengesahan.
    Penugasan: pelaksanaan dan pelaporan. Tahap dikenali dari kata di uraian dan output, maka temuannya hanya
    mungkin, dan SOP di bawah lima langkah tidak diperiksa; langkah awal dan akhir diperiksa JNS-01 sampai JNS-04.

Dasar:
    Paparan KemenPAN-RB 2014, slide 56 sampai 62.

Alasan:
    Tahap yang tidak tertulis tetap dikerjakan orang, tetapi tanpa pelaksana, waktu, dan output yang pasti.

Salah:
    judul: Penyusunan Laporan Kinerja
    kegiatan:
      - {uraian: Mengumpulkan bahan laporan, pelaksana: analis}
      - {uraian: Mengolah bahan laporan, pelaksana: analis}
      - {uraian: Menyusun konsep laporan, pelaksana: analis}
      - {uraian: Mencetak laporan dan menyerahkannya kepada Arsiparis, pelaksana: analis}
      - {uraian: Mendokumentasikan laporan, pelaksana: arsiparis}

Benar:
    judul: Penyusunan Laporan Kinerja
    kegiatan:
      - {uraian: Mengumpulkan bahan laporan, pelaksana: analis}
      - {uraian: Mengolah bahan laporan, pelaksana: analis}
      - {uraian: Menyusun konsep laporan dan menyerahkannya kepada Kabag, pelaksana: analis}
      - {uraian: Memeriksa dan menandatangani laporan serta menyerahkannya kepada Arsiparis, pelaksana: kabag}
      - {uraian: Mendokumentasikan laporan, pelaksana: arsiparis}

Perbaikan:
    Tambahkan langkah untuk tahap yang disebut, atau sebut dalam uraian langkah yang mengerjakannya.

English. The stages of the steps follow the pattern of their kind.

Checked:
    The pattern by `sifat` and the title's first word. Drawing up and making: gathering, draft, checking, approval,
    documenting. Holding and carrying out: preparing, carrying out, report, checking, approval, documenting; both with
    forming a team where `tim: true`. Services: approval. Assignments: carrying out and reporting. Stages are known by
    words in texts and outputs, so that a finding is only a possible one; SOPs of fewer than five steps are left out;
    JNS-01 to JNS-04 look at both ends.

Basis:
    KemenPAN-RB slides 2014, slide 56 to 62.

Why:
    A stage that is not written is done all the same, but by nobody in particular, in no time and with no output.

Remedy:
    Add a step for the stage that is named, or name it in the text of the step that does it.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.stages import unseen_stages


def check(spec: Spec) -> Iterator[Finding]:
    kind, missing = unseen_stages(spec.sop)
    if missing:
        told_id, told_en = ", ".join(name.id for name in missing), ", ".join(name.en for name in missing)
        yield Finding(
            ("judul",),
            Message(
                f"Tahap yang tidak terlihat menurut pola {kind.id}: {told_id}.",
                f"Stages that cannot be seen by the pattern of {kind.en}: {told_en}.",
            ),
            Message(
                "Tambahkan langkahnya, atau sebut dalam uraian langkah yang mengerjakannya.",
                "Add a step for it, or name it in the text of the step that does it.",
            ),
            sure=False,
        )
