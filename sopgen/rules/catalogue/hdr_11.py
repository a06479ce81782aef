from __future__ import annotations

__doc__ = """\
HDR-11. Peralatan mencakup alat, formulir, dan bahan yang dipakai langkah.

Diperiksa:
    Alat, formulir, dan bahan di `kelengkapan` (formulir, aplikasi, komputer, kendaraan, stempel …) ada di
    `peralatan`, kecuali dihasilkan langkah sebelumnya. Nama lain dari alat yang sama diterima (ATK = alat tulis
    kantor, PC = komputer); keadaan (“jaringan stabil”) bukan alat.

Dasar:
    Paparan KemenPAN-RB 2014, slide 50; tafsiran atas contohnya.

Alasan:
    Unit menyiapkan peralatan dari kotak ini; yang tidak tercantum tidak tersedia ketika dibutuhkan.

Salah:
    peralatan:
      - Komputer
    kegiatan:
      - {uraian: Mengisi permintaan, pelaksana: analis, kelengkapan: Formulir permintaan}
      - {uraian: Mendokumentasikan permintaan, pelaksana: analis}

Benar:
    peralatan:
      - Komputer
      - Formulir permintaan
    kegiatan:
      - {uraian: Mengisi permintaan, pelaksana: analis, kelengkapan: Formulir permintaan}
      - {uraian: Mendokumentasikan permintaan, pelaksana: analis}

Perbaikan:
    Tambahkan alat, formulir, atau bahan itu ke `peralatan`.

English. Peralatan covers the tools, forms and materials that steps use.

Checked:
    Tools, forms and materials in `kelengkapan` (formulir, aplikasi, komputer, kendaraan, stempel …) stand in
    `peralatan`, unless an earlier step makes them. Other names of one thing are accepted (ATK = alat tulis kantor,
    PC = komputer); a state (“jaringan stabil”) is no tool.

Basis:
    KemenPAN-RB slides 2014, slide 50; read out of its example.

Why:
    A unit gets its equipment ready by this box; what is missing there is missing when needed.

Remedy:
    Add the tool, form or material to `peralatan`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec, in_step
from sopgen.rules.language.equipment import equipment_words, is_equipment
from sopgen.rules.language.words import pieces, whole_text


def check(spec: Spec) -> Iterator[Finding]:
    ready = equipment_words(whole_text(spec.sop.peralatan))
    if not ready:
        return  # HDR-17 speaks of the empty box
    made: list[str] = []
    for kegiatan in spec.sop.kegiatan:
        for item in pieces(kegiatan.kelengkapan):
            if is_equipment(item) and not _is_there(equipment_words(item), ready, made):
                yield Finding(
                    in_step(kegiatan, "kelengkapan"),
                    Message(f"“{item}” tidak tercantum di Peralatan.", f"“{item}” does not stand in Peralatan."),
                    Message("Tambahkan ke `peralatan`.", "Add it to `peralatan`."),
                    at=item,
                    about=(Message(f"“{item}”", f"“{item}”"),),
                )
        made.append(whole_text(kegiatan.output))


def _is_there(needed: frozenset[str], ready: frozenset[str], made: list[str]) -> bool:
    """Whether a thing is kept ready, or an earlier step made it."""
    return bool(needed & ready) or any(needed & equipment_words(output) for output in made)
