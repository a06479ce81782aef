"""RVS-01: what a spec says otherwise than the document that was last issued of it, and its history does not tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sopgen.comparing import Change, Comparison
from sopgen.comparing.revising import changed_content, new_entries
from sopgen.comparing.words import tell
from sopgen.diagnostics import Diagnostic, Language, Message
from sopgen.intake.loaded import Loaded
from sopgen.rules.presets import severity_for
from sopgen.rules.registry import REGISTRY

CODE: Final = "RVS-01"
_MOST_PLACES: Final = 3
_IN_SPEC: Final = Message(
    "Catat dengan sopgen revise, atau tulis entri `riwayat` sendiri.",
    "Record it with sopgen revise, or write an entry in `riwayat` yourself.",
)
_IN_FORM: Final = Message(
    "Catat dengan sopgen revise, atau isi lembar Riwayat sendiri.",
    "Record it with sopgen revise, or fill in the sheet Riwayat yourself.",
)
_MORE: Final = Message("dan {} lagi", "and {} more")


def check_revision(loaded: Loaded, comparison: Comparison, issued: str, *, today: date) -> tuple[Diagnostic, ...]:
    """`comparison`: from the issued document, shown as `issued`, to `loaded`. Only one in force counts as issued."""
    severity = severity_for(CODE, loaded.setelan)
    old = comparison.old
    in_force = old.status == "berlaku" and isinstance(old.tanggal.efektif, date) and old.tanggal.efektif <= today
    changes = changed_content(comparison)
    if severity is None or not in_force or not changes or new_entries(comparison):
        return ()
    told = Message(_places(comparison, changes, "id"), _places(comparison, changes, "en"))
    finding = Diagnostic(
        CODE,
        severity,
        Message(
            f"Isi berubah sejak {issued} tanpa entri riwayat: {told.id}.",
            f"Changed since {issued} without an entry in riwayat: {told.en}.",
        ),
        _IN_FORM if loaded.is_form else _IN_SPEC,
        path=("riwayat",),
        source=REGISTRY[CODE].source,
    )
    return (loaded.locate(finding),)


def _places(comparison: Comparison, changes: Sequence[Change], language: Language) -> str:
    """The first few, and how many more there are."""
    places = list(dict.fromkeys(tell(each, comparison, language).place for each in changes))
    more = len(places) - _MOST_PLACES
    told = "; ".join(places[:_MOST_PLACES])
    return f"{told} {_MORE.in_language(language).format(more)}" if more > 0 else told
