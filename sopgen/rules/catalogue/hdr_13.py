from __future__ import annotations

__doc__ = """\
HDR-13. Tanggal Efektif tidak mendahului Tanggal Pembuatan.

Diperiksa:
    Bila kedua tanggal terisi, Tanggal Efektif sama dengan atau sesudah Tanggal Pembuatan.

Dasar:
    Pedoman SOP AP daerah (salinan lampiran Permenpan-RB 35/2012), bagian identitas.

Alasan:
    Tanggal Pembuatan ialah hari SOP selesai disusun; SOP tidak dapat berlaku sebelum ada.

Salah:
    tanggal: {pembuatan: 2026-03-02, revisi: '-', efektif: 2026-02-16}

Benar:
    tanggal: {pembuatan: 2026-02-16, revisi: '-', efektif: 2026-03-02}

Perbaikan:
    Periksa kedua tanggal; biasanya keduanya tertukar.

English. The effective date does not precede the date of making.

Checked:
    Where both dates are given, Tanggal Efektif is Tanggal Pembuatan or later.

Basis:
    A regional SOP AP guideline (copying the annex of Permenpan-RB 35/2012), identity part.

Why:
    Tanggal Pembuatan is the day the SOP was finished; it cannot be in force before it exists.

Remedy:
    Check both dates; mostly they are swapped.
"""

from collections.abc import Iterator
from datetime import date

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.wording import printed_date


def check(spec: Spec) -> Iterator[Finding]:
    made, in_force = spec.sop.tanggal.pembuatan, spec.sop.tanggal.efektif
    if isinstance(made, date) and isinstance(in_force, date) and in_force < made:
        yield Finding(
            ("tanggal", "efektif"),
            Message(
                f"Tanggal Efektif ({printed_date(in_force)}) mendahului Tanggal Pembuatan ({printed_date(made)}).",
                f"Tanggal Efektif ({in_force}) precedes Tanggal Pembuatan ({made}).",
            ),
            Message("Periksa kedua tanggal; mungkin tertukar.", "Check both dates; they may be swapped."),
        )
