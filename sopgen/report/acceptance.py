"""Findings in, findings left and findings accepted out: the spec's own `abaikan` entries.

An entry that is no longer in force, that meets nothing, or that names no rule is a finding itself (family ABAI).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from textwrap import shorten
from typing import Final, NamedTuple

from sopgen.diagnostics import REFUSALS, Diagnostic, Message, family
from sopgen.intake.loaded import Loaded
from sopgen.intake.sop import Pengabaian
from sopgen.report.review import Accepted, FingerprintedFinding
from sopgen.rules import REGISTRY
from sopgen.rules.codes import ON_SPEC
from sopgen.rules.held import Unexamined
from sopgen.rules.near_codes import near_codes
from sopgen.rules.presets import severity_for
from sopgen.wording import date_words

OVER: Final = "ABAI-01"
UNUSED: Final = "ABAI-02"
NO_RULE: Final = "ABAI-03"
STALE_BASELINE: Final = "ABAI-04"
_REASON: Final = 60  # letters of a reason that are quoted

SOURCE: Final = Message("Format spesifikasi sopgen, bagian `abaikan`", "sopgen's spec format, `abaikan`")


def accept(
    findings: Iterable[FingerprintedFinding], entries: tuple[Pengabaian, ...], today: date
) -> tuple[tuple[FingerprintedFinding, ...], tuple[Accepted, ...]]:
    """The findings that are left, and those that an entry in force accepts."""
    left, accepted = [], []
    for finding in findings:
        entry = next((each for each in entries if meets(each, finding.diagnostic) and in_force(each, today)), None)
        if entry is None or family(finding.diagnostic.code) in REFUSALS:
            left.append(finding)
        else:
            accepted.append(Accepted(finding, Message(entry.alasan, entry.alasan), entry.sampai))
    return tuple(left), tuple(accepted)


def meets(entry: Pengabaian, diagnostic: Diagnostic) -> bool:
    return entry.aturan == diagnostic.code and entry.kegiatan in (None, diagnostic.step)


def in_force(entry: Pengabaian, today: date) -> bool:
    """`sampai` is the last day on which the entry counts."""
    return entry.sampai is None or today <= entry.sampai


def waived(accepted: Iterable[Accepted]) -> tuple[Unexamined, ...]:
    """What a document's own maker accepted of mandatory rules: whoever holds it decides whether the reasons do."""
    said: dict[str, list[str]] = {}
    for each in accepted:
        if each.is_waiver:
            said.setdefault(each.finding.diagnostic.code, []).append(shorten(each.reason.id, _REASON, placeholder="…"))
    return tuple(
        Unexamined(
            Message(
                f"apakah alasan menerima {code} boleh berlaku ({len(reasons)}×, wajib)",
                f"whether {code} may be waived ({len(reasons)})",
            ),
            Message(
                f"pembuatnya menerima temuan itu: “{reasons[0]}”; pemeriksa yang memutuskan",
                f"the document's maker accepted it: “{reasons[0]}”; the reviewer decides",
            ),
        )
        for code, reasons in said.items()
    )


def idle_entries(loaded: Loaded, diagnostics: tuple[Diagnostic, ...], today: date) -> tuple[Diagnostic, ...]:
    """What is to be said of a spec's entries themselves. `diagnostics`: all that was found, of whatever rule."""
    faults = [(number, _fault(entry, diagnostics, today)) for number, entry in enumerate(loaded.sop.abaikan)]
    return tuple(
        loaded.locate(
            Diagnostic(fault.code, severity, fault.message, fault.remedy, path=("abaikan", number), source=SOURCE)
        )
        for number, fault in faults
        if fault and (severity := severity_for(fault.code, loaded.setelan))
    )


class _Fault(NamedTuple):
    code: str
    message: Message
    remedy: Message


def _meant(rule: str) -> Message:
    near = near_codes(rule, REGISTRY)
    if near and near[0] in REGISTRY:
        return Message(f"Mungkin maksudnya {near[0]}.", f"Probably {near[0]} is meant.")
    listed = Message("Lihat kode aturan dengan `sopgen rules`.", "See the codes with `sopgen rules`.")
    if not near:
        return listed
    codes = ", ".join(code for code in REGISTRY if family(code) == near[0])
    return Message(f"Yang ada: {codes}.", f"There are: {codes}.")


def _fault(entry: Pengabaian, diagnostics: tuple[Diagnostic, ...], today: date) -> _Fault | None:
    rule = entry.aturan
    if family(rule) in REFUSALS:
        return _Fault(
            NO_RULE,
            Message(f"{rule} tidak dapat diabaikan.", f"{rule} cannot be accepted."),
            Message("Perbaiki kesalahannya, lalu hapus butir ini.", "Mend the fault, then delete this entry."),
        )
    if rule not in REGISTRY:
        return _Fault(
            NO_RULE,
            Message(f"Tidak ada aturan {rule}.", f"There is no rule {rule}."),
            _meant(rule),
        )
    # Other rules look at several specs or at a drawing, which this check may not have had.
    if rule in ON_SPEC and not any(meets(entry, each) for each in diagnostics):
        return _Fault(
            UNUSED,
            Message(f"Tidak ada temuan {rule} yang diabaikan di sini.", f"No finding {rule} is left to accept here."),
            Message("Hapus butir ini.", "Delete this entry."),
        )
    if entry.sampai is not None and not in_force(entry, today):
        until = date_words(entry.sampai)
        return _Fault(
            OVER,
            Message(f"Pengabaian {rule} berlaku sampai {until.id}.", f"{rule} was accepted until {until.en} only."),
            Message(
                "Perbaiki temuannya, atau perpanjang `sampai` dengan alasan baru.",
                "Mend the finding, or extend `sampai` with a new reason.",
            ),
        )
    return None
