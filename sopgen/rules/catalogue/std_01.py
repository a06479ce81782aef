from __future__ import annotations

__doc__ = """\
STD-01. Prosedur tidak lebih lama daripada jangka waktu yang dijanjikan.

Diperiksa:
    Jumlah `waktu` pada jalan maju yang terlama, tanpa panah balik, tidak melebihi `pelayanan.jangka_waktu`. Langkah
    tanpa waktu pasti tidak menambah apa-apa; janji yang bukan lama waktu tidak dibandingkan. Hari kalender dihitung
    sebagai bagian hari kerja menurut `waktu_kerja`.

Dasar:
    Paparan KemenPAN-RB 2014, slide 66; Permenpan 15/2014, komponen jangka waktu penyelesaian. Perbandingannya
    rancangan kami.

Alasan:
    Janji yang lebih pendek daripada prosedurnya sendiri tidak dapat ditepati.

Salah:
    pelayanan: {jangka_waktu: 1 hari kerja}
    kegiatan:
      - {uraian: Memeriksa berkas, pelaksana: analis, waktu: 1 hari kerja}
      - {uraian: Mendokumentasikan surat, pelaksana: analis, waktu: 1 jam}

Benar:
    pelayanan: {jangka_waktu: 2 hari kerja}
    kegiatan:
      - {uraian: Memeriksa berkas, pelaksana: analis, waktu: 1 hari kerja}
      - {uraian: Mendokumentasikan surat, pelaksana: analis, waktu: 1 jam}

Perbaikan:
    Perpanjang jangka waktu yang dijanjikan, atau percepat langkah-langkahnya.

English. The procedure does not take longer than the time that is promised.

Checked:
    The sum of `waktu` along the longest way forward, arrows back left out, is at most `pelayanan.jangka_waktu`. Steps
    without a sure time add nothing; a promise that is no length of time is not compared. Calendar days count as parts
    of working days by `waktu_kerja`.

Basis:
    KemenPAN-RB slides 2014, slide 66; Permenpan 15/2014, the component of completion time. The comparison is our own.

Why:
    A promise shorter than its own procedure cannot be kept.

Remedy:
    Promise a longer time, or make the steps faster.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.waktu.limits import limits_in
from sopgen.waktu.longest_way import longest_way
from sopgen.waktu.main_path import duration
from sopgen.waktu.reading import Kind, read_waktu


def check(spec: Spec) -> Iterator[Finding]:
    hours = spec.setelan.waktu_kerja
    said = spec.sop.pelayanan.jangka_waktu.lama
    read = (read_waktu(said, hours), *(limit.length for limit in limits_in(said, hours)))
    promised = next((each for each in read if each.kind is Kind.SURE and not each.per), None)
    if promised is None:
        return
    way = longest_way(spec.sop, hours)
    if round(way.minutes) > round(promised.longest):
        takes = duration(way.minutes, hours)
        yield Finding(
            ("pelayanan", "jangka_waktu", "lama"),
            Message(
                f"Dijanjikan {said}, padahal jalan terlama tanpa panah balik {takes.id}.",
                f"{said} is promised, but the longest way without going back takes {takes.en}.",
            ),
            Message(
                "Perpanjang jangka waktu itu, atau percepat langkah-langkahnya.",
                "Promise a longer time, or make the steps faster.",
            ),
            at=said,
        )
