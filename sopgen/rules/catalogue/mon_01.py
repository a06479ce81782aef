from __future__ import annotations

__doc__ = """\
MON-01. SOP dievaluasi paling sedikit setahun sekali.

Diperiksa:
    Tanggal terakhir (pembuatan, revisi, atau efektif) yang tidak sesudah tanggal acuan berumur paling lama
    setahun. Tanpa tanggal aturan ini diam.

Dasar:
    Lampiran Permenpan-RB 35/2012, bagian monitoring dan evaluasi.

Alasan:
    Prosedur berubah tanpa terasa; monitoring tiap enam bulan dan evaluasi setahun sekali menjaga SOP tetap
    benar.

Salah:
    tanggal: {pembuatan: 2024-02-12, revisi: '-', efektif: 2024-03-01}

Benar:
    tanggal: {pembuatan: 2026-02-12, revisi: '-', efektif: 2026-03-02}

Perbaikan:
    Tinjau SOP itu; bila berubah, isi Tanggal Revisi dan perbarui Tanggal Efektif; bila tidak, terima lewat
    `abaikan` dengan `sampai`.

English. An SOP is evaluated once a year at least.

Checked:
    The last date (made, revised or effective) that is not after the reference date is a year old at most.
    Without dates the rule is silent.

Basis:
    Annex of Permenpan-RB 35/2012, on monitoring and evaluation.

Why:
    Procedures drift; monitoring every six months and evaluation once a year keep an SOP true.

Remedy:
    Review the SOP; if it changed, give Tanggal Revisi and renew Tanggal Efektif; if not, accept it under
    `abaikan` with `sampai`.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from sopgen.diagnostics import Message
from sopgen.rules.finding import Finding, Spec
from sopgen.wording import printed_date

YEAR = timedelta(days=366)  # of a leap year too


def check(spec: Spec) -> Iterator[Finding]:
    dates = {key: value for key, value in spec.sop.tanggal._asdict().items() if isinstance(value, date)}
    past = {key: value for key, value in dates.items() if value <= spec.today}
    if not past:
        return
    last = max(past, key=lambda key: past[key])
    if spec.today - past[last] > YEAR:
        yield Finding(
            ("tanggal", last),
            Message(
                f"Tanggal terakhir {printed_date(past[last])}, lebih dari setahun sebelum {printed_date(spec.today)}.",
                f"The last date is {past[last]}, over a year before {spec.today}.",
            ),
            Message(
                "Tinjau SOP ini, lalu isi Tanggal Revisi dan perbarui Tanggal Efektif; atau terima lewat `abaikan` "
                "dengan `sampai`.",
                "Review the SOP, give Tanggal Revisi and renew Tanggal Efektif; or accept it under `abaikan` with "
                "`sampai`.",
            ),
        )
