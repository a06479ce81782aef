from __future__ import annotations

__doc__ = """\
SIM-05. Belah ketupat mempunyai dua cabang berlabel.

Diperiksa:
    Sebuah keputusan bercabang dua. Labelnya, dan bahwa keduanya berbeda, sudah diwajibkan pembaca spesifikasi.

Dasar:
    Paparan KemenPAN-RB 2014, slide 43 dan 46.

Alasan:
    Keputusan memilih di antara sepasang alternatif: ya-tidak, lengkap-tidak, sesuai-tidak.

Salah:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis}
      - uraian: Memeriksa surat. Jika benar, menandatanganinya; jika salah, memperbaikinya; jika batal, mengarsipkannya
        pelaksana: analis
        keputusan: {Benar: 3, Salah: 1, Batal: selesai}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis}
      - uraian: Memeriksa surat. Jika benar, menandatanganinya; jika salah, memperbaikinya
        pelaksana: analis
        keputusan: {Benar: 3, Salah: 1}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Jadikan dua keputusan berurutan; bila ketiga akibat memang tidak terpisahkan, terima lewat `abaikan` dengan
    alasannya.

English. A diamond has two labelled branches.

Checked:
    A decision has two branches. The reader already demands their labels, and that they differ.

Basis:
    KemenPAN-RB slides 2014, slides 43 and 46.

Why:
    A decision chooses between a pair: yes-no, complete-not, fitting-not.

Remedy:
    Make it two decisions in a row; if the three outcomes cannot be parted, accept it under `abaikan` with the
    reason.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step


def check(spec: Spec) -> Iterator[Finding]:
    for kegiatan in spec.sop.kegiatan:
        if kegiatan.keputusan and len(kegiatan.arah) != 2:
            labels = ", ".join(arah.label for arah in kegiatan.arah)
            yield Finding(
                in_step(kegiatan, "keputusan"),
                Message(
                    f"Keputusan bercabang {len(kegiatan.arah)} ({labels}), bukan dua.",
                    f"A decision of {len(kegiatan.arah)} branches ({labels}), not two.",
                ),
                Message("Jadikan dua keputusan berurutan.", "Make it two decisions in a row."),
                about=(Message(labels, labels),),
            )
