from __future__ import annotations

__doc__ = """\
TIK-02. Isian contoh sudah diganti.

Diperiksa:
    Tidak ada lagi isian bertanda ‹…› dari `sopgen new`, dan tidak ada nomor atau nama pejabat dari contoh lama.

Dasar:
    Format spesifikasi sopgen.

Alasan:
    Dokumen yang memuat isian contoh belum menjadi SOP siapa pun.

Salah:
    pencatatan: ‹buku atau aplikasi tempat mencatat›

Benar:
    pencatatan: Buku agenda surat keluar

Perbaikan:
    Ganti seluruh tanda ‹…› dengan isi Anda.

English. Placeholders have been replaced.

Checked:
    No text marked ‹…› by `sopgen new` is left, nor the number or the official's name of the earlier sample.

Basis:
    sopgen's spec format.

Why:
    A document that holds placeholders is nobody's SOP yet.

Remedy:
    Put your own words in place of each ‹…›.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.starters.placeholders import placeholders_of

_REMEDY = Message("Ganti dengan isi Anda.", "Put your own words there.")


def check(spec: Spec) -> Iterator[Finding]:
    for path, text in placeholders_of(spec.loaded):
        told = Message(f"Isian contoh {text} belum diganti.", f"The placeholder {text} was not replaced.")
        yield Finding(path, told, _REMEDY, text)
