from __future__ import annotations

__doc__ = """\
RVS-02. Riwayat revisi dan Tanggal Revisi sepakat.

Diperiksa:
    Bila ada `riwayat`, `tanggal` entri terakhirnya sama dengan `tanggal.revisi`, dan tanggal-tanggalnya berurutan, yang
    terbaru paling bawah. Entri tanpa tanggal tidak dibandingkan.

Dasar:
    Format identitas SOP AP, butir Tanggal Revisi (Permenpan 35/2012); riwayatnya rancangan kami.

Alasan:
    Pembaca harus tahu revisi mana yang dipegangnya.

Salah:
    tanggal: {pembuatan: 2026-02-16, revisi: 2026-03-01, efektif: 2026-03-02}
    riwayat:
      - {revisi: 1, tanggal: 2026-02-20, bagian: kegiatan 2, semula: 1 jam, menjadi: 2 jam, alasan: Evaluasi}

Benar:
    tanggal: {pembuatan: 2026-02-16, revisi: 2026-03-01, efektif: 2026-03-02}
    riwayat:
      - {revisi: 1, tanggal: 2026-03-01, bagian: kegiatan 2, semula: 1 jam, menjadi: 2 jam, alasan: Evaluasi}

Perbaikan:
    Samakan Tanggal Revisi dengan entri terakhir riwayat; urutkan riwayat dari yang terlama.

English. The history of revisions and Tanggal Revisi agree.

Checked:
    Where there is a `riwayat`, the `tanggal` of its last entry is `tanggal.revisi`, and its dates follow one another,
    the newest last. Entries without a date are not compared.

Basis:
    The identity part of SOP AP, item Tanggal Revisi (Permenpan 35/2012); the history is our own design.

Why:
    A reader must know which revision is in hand.

Remedy:
    Give Tanggal Revisi the date of the last entry; put the oldest entry first.
"""

from collections.abc import Iterator
from itertools import pairwise

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.wording import printed_date


def check(spec: Spec) -> Iterator[Finding]:
    sop = spec.sop
    dated = [(number, entry.tanggal) for number, entry in enumerate(sop.riwayat) if entry.tanggal is not None]
    for (_, before), (number, day) in pairwise(dated):
        if day < before:
            yield Finding(
                ("riwayat", number, "tanggal"),
                Message(
                    f"Revisi tanggal {printed_date(day)} ditulis di bawah yang tanggal {printed_date(before)}.",
                    f"The revision of {day} stands below that of {before}.",
                ),
                Message("Urutkan riwayat, yang terbaru paling bawah.", "Put the newest entry last."),
            )
    if dated and dated[-1][0] == len(sop.riwayat) - 1 and sop.tanggal.revisi != dated[-1][1]:
        number, day = dated[-1]
        printed = printed_date(sop.tanggal.revisi) or "-"
        yield Finding(
            ("riwayat", number, "tanggal"),
            Message(
                f"Entri terakhir riwayat {printed_date(day)}, Tanggal Revisi {printed}.",
                f"The last entry of the history is of {day}, Tanggal Revisi says {printed}.",
            ),
            Message("Samakan keduanya.", "Make them one."),
        )
