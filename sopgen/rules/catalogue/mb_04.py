from __future__ import annotations

__doc__ = """\
MB-04. Jumlah waktu tidak melebihi batas di Peringatan.

Diperiksa:
    Waktu sepanjang jalur utama tidak lebih dari batas yang disebut `peringatan` (“paling lambat 1 minggu”,
    “dalam waktu 3 hari kerja”); dari beberapa batas, yang terlama. Hari, minggu, dan bulan dihitung menurut
    `waktu_kerja`.

Dasar:
    Paparan KemenPAN-RB 2014, slide 50-51; tafsiran atas contohnya.

Alasan:
    Batas yang dijanjikan harus dapat dicapai bila setiap langkah memakai waktunya.

Salah:
    peringatan: Surat selesai paling lambat 1 jam sejak disposisi.
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, waktu: 2 jam}
      - {uraian: Mendokumentasikan surat, pelaksana: analis, waktu: 15 menit}

Benar:
    peringatan: Surat selesai paling lambat 1 hari kerja sejak disposisi.
    kegiatan:
      - {uraian: Menyusun surat, pelaksana: analis, waktu: 2 jam}
      - {uraian: Mendokumentasikan surat, pelaksana: analis, waktu: 15 menit}

Perbaikan:
    Perpendek langkahnya, atau sesuaikan batas di `peringatan`.

English. The total time keeps within the limit in Peringatan.

Checked:
    The time along the main path is not above the limit that `peringatan` names (“paling lambat 1 minggu”,
    “dalam waktu 3 hari kerja”); of several limits the longest. Days, weeks and months are counted by
    `waktu_kerja`.

Basis:
    KemenPAN-RB slides 2014, slide 50-51; read out of its example.

Why:
    A promised limit must be within reach when each step takes its time.

Remedy:
    Shorten steps, or adjust the limit in `peringatan`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.waktu.limits import Sense, limits_in
from sopgen.waktu.main_path import duration, main_path_time


def check(spec: Spec) -> Iterator[Finding]:
    hours, box = spec.setelan.waktu_kerja, spec.sop.peringatan
    total = main_path_time(spec.sop, hours)
    limits: list[tuple[float, tuple[int, ...]]] = []
    for place, item in [((), box.teks), *(((i,), item) for i, item in enumerate(box.butir))]:
        limits += [
            (limit.length.longest, place) for limit in limits_in(item, hours) if limit.sense is not Sense.LASTING
        ]
    longest, place = max(limits, key=lambda limit: limit[0], default=(total.longest, ()))
    if total.longest > longest:
        told, allowed = total.told(hours), duration(longest, hours)
        beyond = (
            Message("melebihi", "above") if total.shortest > longest else Message("dapat melebihi", "at most above")
        )
        yield Finding(
            ("peringatan", *place),
            Message(
                f"Waktu jalur utama {told.id}, {beyond.id} batas {allowed.id}.",
                f"The main path takes {told.en}, {beyond.en} the limit of {allowed.en}.",
            ),
            Message("Perpendek langkahnya, atau sesuaikan batasnya.", "Shorten steps, or adjust the limit."),
        )
