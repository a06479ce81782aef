from __future__ import annotations

__doc__ = """\
HDR-18. SOP tidak mencantumkan dirinya sendiri pada Keterkaitan.

Diperiksa:
    Tidak ada butir `keterkaitan` yang judulnya sama dengan `judul` (kata “SOP” di depan diabaikan).

Dasar:
    Telaah 348 SOP BPS Provinsi Bengkulu 2022-2025.

Alasan:
    Rujukan ke diri sendiri tidak membawa pembaca ke mana pun; biasanya sisa salinan.

Salah:
    judul: Pembuatan Surat Tugas
    keterkaitan:
      - SOP Pembuatan Surat Tugas

Benar:
    judul: Pembuatan Surat Tugas
    keterkaitan:
      - SOP Pengelolaan Arsip Dinamis

Perbaikan:
    Hapus butir itu, atau ganti dengan SOP yang dimaksud.

English. An SOP does not name itself in Keterkaitan.

Checked:
    No item of `keterkaitan` has the same title as `judul` (a leading “SOP” aside).

Basis:
    A study of 348 SOPs of BPS Provinsi Bengkulu 2022-2025.

Why:
    A reference to itself leads nowhere; mostly it is left from copying.

Remedy:
    Delete the item, or write the SOP that was meant.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.rules.titles import title_words


def check(spec: Spec) -> Iterator[Finding]:
    own = title_words(spec.sop.judul)
    box = spec.sop.keterkaitan
    for place, item in [((), box.teks), *(((i,), item) for i, item in enumerate(box.butir))]:
        if title_words(item) == own:
            yield Finding(
                ("keterkaitan", *place),
                Message(f"“{item}” ialah SOP ini sendiri.", f"“{item}” is this SOP itself."),
                Message("Hapus butir itu.", "Delete the item."),
            )
