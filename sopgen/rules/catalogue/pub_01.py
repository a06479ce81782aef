from __future__ import annotations

__doc__ = """\
PUB-01. Hanya SOP pelayanan dipublikasikan, dengan waktu pelayanan dalam hari.

Diperiksa:
    Nama pelaksana atau kata-kata bagi pemohon (`publik`) hanya ada pada `sifat: pelayanan`, dan `jangka_waktu` di sana
    disebut dalam hari, bukan menit atau jam. Edisi publik (`sopgen build --edisi publik`) sendiri tidak memuat mutu
    baku, dan menolak SOP yang bukan pelayanan.

Dasar:
    Paparan KemenPAN-RB 2014, slide 63 dan 64.

Alasan:
    SOP Rutin dan SOP Penugasan tidak perlu dipublikasikan. Pemohon menghitung hari; menit dan jam hanya untuk pelayanan
    yang waktunya sudah pasti, dan itu dinyatakan dengan menerima temuan ini.

Salah:
    sifat: pelayanan
    pelayanan: {jangka_waktu: 6 jam, biaya: Gratis, pengaduan: Loket 1, tempat: Loket 2, jumlah_pelaksana: 3}
    kegiatan:
      - {uraian: Mengajukan permohonan kepada Analis, pelaksana: pemohon, publik: Ajukan permohonan}
      - {uraian: Memeriksa berkas dan menyerahkannya kepada Arsiparis, pelaksana: analis, publik: Berkas diperiksa}
      - {uraian: Mendokumentasikan berkas dan menyerahkannya kepada Pemohon, pelaksana: arsiparis}
      - {uraian: Menerima hasil, pelaksana: pemohon, publik: Terima hasil}

Benar:
    sifat: pelayanan
    pelayanan: {jangka_waktu: 1 hari kerja, biaya: Gratis, pengaduan: Loket 1, tempat: Loket 2, jumlah_pelaksana: 3}
    kegiatan:
      - {uraian: Mengajukan permohonan kepada Analis, pelaksana: pemohon, publik: Ajukan permohonan}
      - {uraian: Memeriksa berkas dan menyerahkannya kepada Arsiparis, pelaksana: analis, publik: Berkas diperiksa}
      - {uraian: Mendokumentasikan berkas dan menyerahkannya kepada Pemohon, pelaksana: arsiparis}
      - {uraian: Menerima hasil, pelaksana: pemohon, publik: Terima hasil}

Perbaikan:
    Sebut jangka waktu dalam hari, atau terima temuan ini; hapus `publik` dari SOP yang tidak dipublikasikan.

English. Only service SOPs are published, with the service's time in days.

Checked:
    Executors' names and words for applicants (`publik`) stand only where `sifat: pelayanan`, and `jangka_waktu` there
    is told in days, not minutes or hours. The public edition (`sopgen build --edisi publik`) itself has no mutu baku,
    and refuses a SOP that is none of a service.

Basis:
    KemenPAN-RB slides 2014, slides 63 and 64.

Why:
    Routine SOPs and assignments need not be published. Applicants count days; minutes and hours are for services whose
    time is fixed, which is said by accepting this finding.

Remedy:
    Tell the time in days, or accept this finding; remove `publik` from a SOP that is not published.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Place
from sopgen.intake.sop import Publik, Sop
from sopgen.rules.finding import Finding, Spec
from sopgen.waktu.service_time import is_in_days


def check(spec: Spec) -> Iterator[Finding]:
    sop = spec.sop
    if sop.sifat is not None and sop.sifat != "pelayanan" and (place := _public_words(sop)):
        yield Finding(
            place,
            Message(
                f"`publik` pada SOP {sop.sifat}; hanya SOP pelayanan dipublikasikan.",
                f"`publik` in a SOP that is {sop.sifat}; only service SOPs are published.",
            ),
            Message("Hapus `publik`, atau betulkan `sifat`.", "Remove `publik`, or mend `sifat`."),
        )
    said = sop.pelayanan.jangka_waktu.lama
    if sop.sifat == "pelayanan" and not is_in_days(said, spec.setelan.waktu_kerja):
        yield Finding(
            ("pelayanan", "jangka_waktu", "lama"),
            Message(
                f"Waktu pelayanan {said}: kepada pemohon waktunya dinyatakan dalam hari.",
                f"A service time of {said}: applicants are told days.",
            ),
            Message(
                "Sebut dalam hari, atau terima temuan ini bila waktunya memang pasti.",
                "Tell it in days, or accept this finding where the time is fixed.",
            ),
            at=said,
        )


def _public_words(sop: Sop) -> Place | None:
    """Where the first of them stands."""
    for lane in sop.pelaksana:
        if lane.publik:
            return ("pelaksana", lane.id, "publik")
    return next((("kegiatan", step.nomor - 1, "publik") for step in sop.kegiatan if step.publik != Publik()), None)
