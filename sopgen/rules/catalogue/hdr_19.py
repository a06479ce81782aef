from __future__ import annotations

__doc__ = """\
HDR-19. Nomor SOP unik dalam satu kompilasi.

Diperiksa:
    Di antara SOP satu instansi yang diperiksa bersama, tidak ada dua yang nomornya sama (huruf besar dan spasi
    diabaikan). Bila unit dan judulnya juga sama, keduanya versi dari satu SOP, dan tinggal satu yang berlaku.

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
    Where unit and title are the same too, they are versions of one SOP, of which one is in force.

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
from sopgen.rules.compilation import agency_of, number_of, sop_of
from sopgen.rules.finding import Finding


def check_compilation(specs: Sequence[Loaded]) -> Iterator[tuple[int, Finding]]:
    first: dict[tuple[object, str], Loaded] = {}
    for index, loaded in enumerate(specs):
        number = number_of(loaded)
        if not number:
            continue
        other = first.setdefault((agency_of(loaded), number), loaded)
        if other is not loaded:
            yield index, _version(other) if sop_of(other) == sop_of(loaded) else _taken(loaded, other)


def _version(other: Loaded) -> Finding:
    return Finding(
        ("nomor",),
        Message(
            f"Kemungkinan SOP yang sama dalam versi lain: judul, nomor, dan unitnya sama dengan {other.shown_path}.",
            f"Probably another version of one SOP: title, number and unit are those of {other.shown_path}.",
        ),
        Message(
            "Tentukan mana yang berlaku, dan keluarkan yang lain; bila memang dua SOP, beri nomor dan judul sendiri.",
            "Decide which is in force, and take the other out; if they are two SOPs, give each its number and title.",
        ),
    )


def _taken(loaded: Loaded, other: Loaded) -> Finding:
    return Finding(
        ("nomor",),
        Message(
            f"Nomor “{loaded.sop.nomor}” sudah dipakai {other.shown_path} ({other.sop.judul}).",
            f"Number “{loaded.sop.nomor}” is taken by {other.shown_path} ({other.sop.judul}).",
        ),
        Message("Beri salah satu SOP nomor lain.", "Give one of the SOPs another number."),
    )
