from __future__ import annotations

__doc__ = """\
HDR-10. SOP yang dirujuk di kolom Keterangan tercantum pula di Keterkaitan.

Diperiksa:
    Tiap “SOP …” di `keterangan` atau `uraian` suatu kegiatan ada di `keterkaitan`, menurut judul atau nomornya;
    judul yang dipendekkan diterima.

Dasar:
    Paparan KemenPAN-RB 2014, slide 50-51; tafsiran atas contohnya.

Alasan:
    Keterkaitan ialah daftar semua prosedur yang bersambung; rujukan di tengah alur tidak boleh terlewat.

Salah:
    keterkaitan:
      - SOP Pengelolaan Arsip Dinamis
    kegiatan:
      - {uraian: Menyusun konsep surat, pelaksana: analis, keterangan: SOP Penomoran Surat}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Benar:
    keterkaitan:
      - SOP Pengelolaan Arsip Dinamis
      - SOP Penomoran Surat
    kegiatan:
      - {uraian: Menyusun konsep surat, pelaksana: analis, keterangan: SOP Penomoran Surat}
      - {uraian: Mendokumentasikan surat, pelaksana: analis}

Perbaikan:
    Tambahkan SOP itu ke `keterkaitan`, atau samakan judulnya.

English. SOPs cited in Keterangan stand in Keterkaitan too.

Checked:
    Each “SOP …” in a step's `keterangan` or `uraian` stands in `keterkaitan`, by title or by number; a shortened
    title is accepted.

Basis:
    KemenPAN-RB slides 2014, slide 50-51; read out of its example.

Why:
    Keterkaitan lists every procedure that connects; a reference within the flow must not be missed.

Remedy:
    Add that SOP to `keterkaitan`, or give it the same title.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.citations import cited_sops
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.words import whole_text


def check(spec: Spec) -> Iterator[Finding]:
    box = spec.sop.keterkaitan
    listed = [box.teks, *box.butir] if box.teks else list(box.butir)
    if not listed:
        return  # HDR-17 speaks of the empty box
    for kegiatan in spec.sop.kegiatan:
        for key, content in (("uraian", kegiatan.uraian), ("keterangan", kegiatan.keterangan)):
            for cited in cited_sops(whole_text(content), in_prose=key == "uraian"):
                if not cited.stands_in(listed) and not cited.names(spec.sop.judul, spec.sop.nomor):
                    yield Finding(
                        in_step(kegiatan, key),
                        Message(
                            f"“{cited.shown}” tidak tercantum di Keterkaitan.",
                            f"“{cited.shown}” does not stand in Keterkaitan.",
                        ),
                        Message(
                            "Tambahkan ke `keterkaitan`, atau samakan judulnya.",
                            "Add it to `keterkaitan`, or give it the same title.",
                        ),
                        at=cited.shown,
                        about=(Message(f"“{cited.shown}”", f"“{cited.shown}”"),),
                    )
