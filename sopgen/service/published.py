"""Which SOPs are published: service SOPs alone (KemenPAN-RB slides, 63.3)."""

from __future__ import annotations

from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity
from sopgen.intake.sop import Sop

CODE = "PUB-01"


def check_published(sop: Sop) -> None:
    """Raises Refusal for a SOP that is none of a service."""
    if sop.sifat == "pelayanan":
        return
    told = f"`sifat: {sop.sifat}`" if sop.sifat else "tanpa `sifat`"
    told_en = f"`sifat: {sop.sifat}`" if sop.sifat else "no `sifat`"
    raise Refusal(
        (
            Diagnostic(
                CODE,
                Severity.WAJIB,
                Message(
                    f"SOP ini {told}; yang dipublikasikan ialah SOP Pelayanan, sedangkan SOP Rutin dan SOP Penugasan "
                    "tidak perlu dipublikasikan (slide 63).",
                    f"This SOP has {told_en}; service SOPs are published, routine ones and assignments need not be "
                    "(slide 63).",
                ),
                Message(
                    "Tulis `sifat: pelayanan` bila memang melayani pemohon, atau buat tanpa --edisi publik.",
                    "Write `sifat: pelayanan` if it does serve applicants, or build it without --edisi publik.",
                ),
                path=("sifat",),
            ),
        )
    )
