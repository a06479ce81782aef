from __future__ import annotations

__doc__ = """\
HDR-19. Nomor SOP unik dalam satu kompilasi.

Diperiksa:
    Di antara SOP satu instansi yang diperiksa bersama, tidak ada dua yang nomornya sama (huruf besar dan spasi
    diabaikan). Bila unit dan judulnya juga sama, keduanya versi dari satu SOP, dan tinggal satu yang berlaku.
    Temuannya ada pada setiap SOP itu, dengan tanggal revisi masing-masing.

Dasar:
    Telaah 348 SOP BPS Provinsi Bengkulu 2022-2025, yang beberapa nomornya berulang.

Alasan:
    Nomor ialah satu-satunya tanda pengenal SOP di dalam rujukan, arsip, dan keputusan penetapannya.

Salah:
    # satu.sop.yaml
    nomor: SOP-01/ORG/2026
    # dua.sop.yaml
    judul: Pembuatan Undangan Rapat
    nomor: sop-01/ORG/2026
    kegiatan:
      - {uraian: Menyusun undangan, pelaksana: analis}
      - {uraian: Mendokumentasikan undangan, pelaksana: analis}

Benar:
    # satu.sop.yaml
    nomor: SOP-01/ORG/2026
    # dua.sop.yaml
    judul: Pembuatan Undangan Rapat
    nomor: SOP-02/ORG/2026
    kegiatan:
      - {uraian: Menyusun undangan, pelaksana: analis}
      - {uraian: Mendokumentasikan undangan, pelaksana: analis}

Perbaikan:
    Beri salah satu SOP nomor lain menurut buku agenda; dari dua versi satu SOP simpan yang berlaku.

English. An SOP's number is unique within a compilation.

Checked:
    Among the SOPs of one agency that are checked together no two have the same number (case and spaces aside).
    Where unit and title are the same too, they are versions of one SOP, of which one is in force. The finding
    stands on each of them, with the dates of revision.

Basis:
    A study of 348 SOPs of BPS Provinsi Bengkulu 2022-2025, some of whose numbers repeat.

Why:
    The number is what references, archives and the enacting decree know an SOP by.

Remedy:
    Give one of the SOPs another number from the register; of two versions of one SOP keep the one in force.
"""

from collections.abc import Iterator, Sequence

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded
from sopgen.rules.compilation import and_more, grouped, number_of, sop_of
from sopgen.rules.finding import Finding
from sopgen.rules.versions import another_version


def check_compilation(specs: Sequence[Loaded]) -> Iterator[tuple[int, Finding]]:
    for index, loaded, others in grouped(specs, number_of):
        versions = [other for other in others if sop_of(other) == sop_of(loaded)]
        strangers = [other for other in others if sop_of(other) != sop_of(loaded)]
        if number_of(loaded) and versions:
            yield index, another_version(loaded, versions)
        if number_of(loaded) and strangers:
            yield index, _taken(loaded, strangers)


def _taken(loaded: Loaded, others: Sequence[Loaded]) -> Finding:
    other, more = others[0], and_more(others)
    return Finding(
        ("nomor",),
        Message(
            f"Nomor “{loaded.sop.nomor}” dipakai juga oleh {other.shown_path} ({other.sop.judul}){more.id}.",
            f"Number “{loaded.sop.nomor}” is used by {other.shown_path} ({other.sop.judul}){more.en} too.",
        ),
        Message("Beri salah satu SOP nomor lain.", "Give one of the SOPs another number."),
    )
