from __future__ import annotations

__doc__ = """\
TBL-01. Kepala tabel alur memakai nama kolom yang baku.

Diperiksa:
    Label kolom yang diganti lewat `tampilan.label` tidak kosong dan bukan salah ketik dari nama bakunya (“Mutu
    Buku”). Nama lain yang lazim, misalnya “Aktivitas” atau “Ket.”, diterima.

Dasar:
    Paparan KemenPAN-RB 2014, slide 51; telaah 348 SOP BPS Provinsi Bengkulu 2022-2025.

Alasan:
    Kolom dan urutannya dijaga program; hanya tulisannya yang dapat salah.

Salah:
    tampilan:
      label: {mutu_baku: Mutu Buku}

Benar:
    tampilan:
      label: {kegiatan: Aktivitas}

Perbaikan:
    Perbaiki tulisannya, atau hapus label itu dari `tampilan`.

English. The flow table's head has the standard column names.

Checked:
    A column label changed by `tampilan.label` is not empty and no misspelling of the standard name (“Mutu
    Buku”). Other usual names, such as “Aktivitas” or “Ket.”, are accepted.

Basis:
    KemenPAN-RB slides 2014, slide 51; a study of 348 SOPs of BPS Provinsi Bengkulu 2022-2025.

Why:
    The program keeps the columns and their order; only the wording can be wrong.

Remedy:
    Correct the wording, or delete that label from `tampilan`.
"""

from collections.abc import Iterator

from sopgen.diagnostics import Message
from sopgen.intake.sop import COLUMN_LABELS
from sopgen.rules.finding import Finding, Spec

LONG_ENOUGH = 5
"""Letters: below that, words differ by two letters without being misspelt."""


def check(spec: Spec) -> Iterator[Finding]:
    for key, text in spec.sop.tampilan.label:
        standard = COLUMN_LABELS.get(key, "")
        if standard and (not text.strip() or _is_misspelt(text.casefold(), standard.casefold())):
            yield Finding(
                ("tampilan", "label", key),
                Message(f"Label kolom “{text}”: bakunya “{standard}”.", f"Column label “{text}”: it is “{standard}”."),
                Message("Perbaiki tulisannya, atau hapus label itu.", "Correct it, or delete the label."),
            )


def _is_misspelt(text: str, standard: str) -> bool:
    if text == standard or min(len(text), len(standard)) < LONG_ENOUGH:
        return False
    from difflib import SequenceMatcher

    same = sum(block.size for block in SequenceMatcher(None, text, standard).get_matching_blocks())
    return max(len(text), len(standard)) - same <= 2
