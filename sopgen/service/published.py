"""Which SOPs are published: service SOPs alone (KemenPAN-RB slides, 63.3)."""

from __future__ import annotations

from typing import Final, Literal

from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity
from sopgen.intake.sop import Sop

CODE = "PUB-01"


_WHY: Final = {
    "publik": Message(
        "yang dipublikasikan ialah SOP Pelayanan, sedangkan SOP Rutin dan SOP Penugasan tidak perlu dipublikasikan "
        "(slide 63)",
        "service SOPs are published, routine ones and assignments need not be (slide 63)",
    ),
    "standar": Message(
        "standar pelayanan disusun dari SOP Pelayanan, sedangkan SOP Rutin dan SOP Penugasan tidak perlu disusun "
        "standar pelayanannya (slide 63)",
        "a service standard is drawn up from a service SOP, routine ones and assignments need none (slide 63)",
    ),
}


def is_no_service(refusal: Refusal) -> bool:
    """Whether nothing else was refused than that the SOP is none of a service."""
    return all(each.code == CODE and each.path == ("sifat",) for each in refusal.diagnostics)


def check_published(sop: Sop, what: Literal["publik", "standar"] = "publik") -> None:
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
                Message(f"SOP ini {told}; {_WHY[what].id}.", f"This SOP has {told_en}; {_WHY[what].en}."),
                Message(
                    "Tulis `sifat: pelayanan` bila memang melayani pemohon.",
                    "Write `sifat: pelayanan` if it does serve applicants.",
                ),
                path=("sifat",),
            ),
        )
    )
