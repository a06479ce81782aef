from __future__ import annotations

__doc__ = """\
DOK-06. Unsur prosedur seragam bentuknya dalam satu instansi.

Diperiksa:
    SOP satu instansi yang diperiksa bersama memakai kertas, huruf, bentuk kapsul dan gabungan, kepala tabel,
    warna, dan label yang sama; yang berbeda dari kebanyakan ditemukan. Yang dibandingkan hanya SOP yang
    spesifikasinya ada: pada gambar lain tidak semuanya terbaca. Kepala tabel yang diulang tetap acuannya.

Dasar:
    Lampiran Permenpan-RB 35/2012, bagian unsur prosedur.

Alasan:
    Kompilasi yang seragam lebih mudah dibaca dan menunjukkan satu baku di seluruh instansi.

Salah:
    # satu.sop.yaml
    judul: Pembuatan Undangan Rapat
    nomor: SOP-08/ORG/2026
    kegiatan:
      - {uraian: Menyusun undangan, pelaksana: analis}
      - {uraian: Mendokumentasikan undangan, pelaksana: analis}
    keterkaitan: SOP Pembuatan Surat Tugas
    # dua.sop.yaml
    keterkaitan: SOP Pembuatan Undangan Rapat
    tampilan: {huruf: Times}

Benar:
    # satu.sop.yaml
    judul: Pembuatan Undangan Rapat
    nomor: SOP-08/ORG/2026
    kegiatan:
      - {uraian: Menyusun undangan, pelaksana: analis}
      - {uraian: Mendokumentasikan undangan, pelaksana: analis}
    keterkaitan: SOP Pembuatan Surat Tugas
    # dua.sop.yaml
    keterkaitan: SOP Pembuatan Undangan Rapat

Perbaikan:
    Pindahkan `tampilan` ke sopgen.yaml, supaya berlaku untuk semua SOP.

English. The procedure part looks alike throughout an agency.

Checked:
    The SOPs of one agency that are checked together use one paper, font, form of capsules and joint symbols,
    table head, colour and labels; those that differ from most are found. Only SOPs whose spec is there are held
    against each other: of other drawings not all of it can be read. A repeated head stays the standard.

Basis:
    Annex of Permenpan-RB 35/2012, on the procedure part.

Why:
    A uniform compilation is easier to read and shows one standard throughout.

Remedy:
    Move `tampilan` to sopgen.yaml, so that it holds for all SOPs.
"""

from collections.abc import Iterator, Sequence

from sopgen.diagnostics import Message
from sopgen.intake.loaded import Loaded
from sopgen.rules.compilation import LOOKS, agency_of, look, look_difference, usual_look
from sopgen.rules.finding import Finding


def check_compilation(specs: Sequence[Loaded]) -> Iterator[tuple[int, Finding]]:
    known = [loaded for loaded in specs if not loaded.is_read_back]
    agencies: dict[object, list[Loaded]] = {}
    for loaded in known:
        agencies.setdefault(agency_of(loaded), []).append(loaded)
    usual = {(agency, key): usual_look(key, own) for agency, own in agencies.items() for key in LOOKS}
    for index, loaded in enumerate(specs):
        agency = agency_of(loaded)
        odd = [key for key in LOOKS if not loaded.is_read_back and look(loaded, key) != usual[agency, key]]
        if odd:
            told = [look_difference(key, loaded, usual[agency, key], agencies[agency]) for key in odd]
            listed = Message(*("; ".join(parts) for parts in zip(*told, strict=True)))
            yield (
                index,
                Finding(
                    ("tampilan", odd[0]),
                    Message(
                        f"Tampilan berbeda dari SOP lain instansi ini: {listed.id}.",
                        f"It looks unlike the agency's other SOPs: {listed.en}.",
                    ),
                    Message(
                        "Samakan dengan acuannya lewat `tampilan` di sopgen.yaml.",
                        "Make it so by `tampilan` in sopgen.yaml.",
                    ),
                ),
            )
