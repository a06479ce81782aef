from __future__ import annotations

__doc__ = """\
HDR-14. Tanggal Revisi ialah tanggal direvisi atau rencana ditinjau ulang.

Diperiksa:
    Bila terisi, Tanggal Revisi tidak mendahului Tanggal Pembuatan dan tidak sesudah Tanggal Efektif. Urutan
    lain boleh, tetapi perlu dipastikan maksudnya.

Dasar:
    Pedoman daerah yang menyalin lampiran Permenpan-RB 35/2012, bagian identitas.

Alasan:
    Revisi sesudah tanggal berlaku berarti naskah yang berlaku belum direvisi, atau tanggalnya rencana tinjauan;
    pembaca tidak dapat membedakannya.

Salah:
    tanggal: {pembuatan: 2026-02-16, revisi: 2027-03-02, efektif: 2026-03-02}

Benar:
    tanggal: {pembuatan: 2026-02-16, revisi: 2026-02-25, efektif: 2026-03-02}

Perbaikan:
    Bila sudah direvisi, perbarui juga Tanggal Efektif; bila rencana, terima temuan ini lewat `abaikan` dengan
    alasannya.

English. Tanggal Revisi is the day of revision, or of a planned review.

Checked:
    Where given, Tanggal Revisi is not before Tanggal Pembuatan and not after Tanggal Efektif. Another order is
    allowed, but its meaning should be made sure.

Basis:
    A regional guideline that copies the annex of Permenpan-RB 35/2012, identity part.

Why:
    A revision after the effective date means that the text in force is not the revised one, or that the date is
    a plan; a reader cannot tell which.

Remedy:
    If it was revised, renew Tanggal Efektif too; if it is a plan, accept the finding under `abaikan` with that
    reason.
"""

from collections.abc import Iterator
from datetime import date

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.wording import printed_date


def check(spec: Spec) -> Iterator[Finding]:
    made, revised, in_force = spec.sop.tanggal
    if not isinstance(revised, date):
        return
    if isinstance(made, date) and revised < made:
        yield Finding(
            ("tanggal", "revisi"),
            Message(
                f"Tanggal Revisi ({printed_date(revised)}) mendahului Tanggal Pembuatan ({printed_date(made)}).",
                f"Tanggal Revisi ({revised}) precedes Tanggal Pembuatan ({made}).",
            ),
            Message("Periksa kedua tanggal.", "Check both dates."),
        )
    elif isinstance(in_force, date) and revised > in_force:
        yield Finding(
            ("tanggal", "revisi"),
            Message(
                f"Tanggal Revisi ({printed_date(revised)}) sesudah Tanggal Efektif ({printed_date(in_force)}).",
                f"Tanggal Revisi ({revised}) is after Tanggal Efektif ({in_force}).",
            ),
            Message(
                "Bila sudah direvisi, perbarui Tanggal Efektif; bila rencana tinjauan, terima lewat `abaikan`.",
                "If it was revised, renew Tanggal Efektif; if it is a planned review, accept it under `abaikan`.",
            ),
        )
