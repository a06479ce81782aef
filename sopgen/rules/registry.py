"""REGISTRY: code → Rule, for everything that can stand in a finding. A rule is read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, Literal, NamedTuple

from sopgen.diagnostics import Message, Severity, family
from sopgen.rules.codes import ON_COMPILATION, ON_SPEC, rule_module
from sopgen.rules.documentation import Documentation, read_documentation
from sopgen.rules.notes import NOTES
from sopgen.rules.presets import PRESETS, Preset, severity_in

Kind = Literal["spec", "drawing", "held", "left-out", "reader", "layout", "program"]

_REFUSED: Final = Message("Ditolak oleh program", "Refused by the program")
_OWN: Final = Message("Format spesifikasi sopgen", "sopgen's spec format")
_ABAI: Final[Mapping[str, Message]] = {
    "ABAI-01": Message("Pengabaian sudah lewat tanggalnya", "An acceptance past its date"),
    "ABAI-02": Message("Pengabaian tanpa temuan", "An acceptance that meets no finding"),
    "ABAI-03": Message("Pengabaian atau bobot untuk aturan yang tidak ada", "Acceptance or weight of no known rule"),
    "ABAI-04": Message("Catatan lama tanpa temuan", "A baseline entry that meets no finding"),
}
_PROGRAM: Final[Mapping[str, Message]] = {
    "BERKAS-01": Message("Dua spesifikasi menulis ke satu keluaran", "Two specs that write one output"),
    "BERKAS-02": Message("Nomor tujuan kini kegiatan lain", "A target's number is another step now"),
    "PROGRAM-01": Message("Kesalahan di dalam sopgen sendiri", "A fault inside sopgen itself"),
}

_BESIDE: Final[Mapping[str, Message]] = {
    "RVS-01": Message(
        "Isi berubah sejak dokumen terakhir terbit tanpa entri riwayat",
        "Changed since the document issued last, without an entry in the history",
    ),
}
"""What a check finds in a spec by the document that was made of it."""
_SINCE_ISSUED: Final = Message(
    "Dibandingkan dengan dokumen yang terakhir terbit, bila menurut Tanggal Efektifnya sudah berlaku: yang "
    "ditandatangani di output/; selain itu yang disimpan sopgen build di output/.terbit/ ketika menggantinya dengan "
    "isi lain tanpa entri `riwayat`; selain itu yang terakhir dibuat. Yang dibuat dengan --konsep dan SOP berstatus "
    "konsep tidak pernah terbit. Perbaikan: catat dengan sopgen revise, atau tulis entri `riwayat` sendiri.",
    "Compared with the document issued last, if by its Tanggal Efektif it is in force: the one in output/ that was "
    "signed; else the one that sopgen build kept in output/.terbit/ when it put another content in its place without "
    "an entry in `riwayat`; else the one built last. What was built with --konsep, and a SOP whose status is konsep, "
    "was never issued. Remedy: record it with sopgen revise, or write an entry in `riwayat` yourself.",
)

_GAMBAR: Final = tuple(f"GAMBAR-{number:02}" for number in range(1, 8))  # of layout, which a check does not import


class Rule(NamedTuple):
    """One code. `kind` says who examines it: a rule over specs, one over drawings, nobody (held by construction,
    or left out: `note` says why), the reader, the layout, or the program.

    A drawing rule may have a part that a spec alone shows: then `on_spec` is true as well.
    """

    code: str
    kind: Kind
    title: Message
    source: Message
    on_spec: bool = False
    on_compilation: bool = False
    note: Message | None = None
    documentation: Documentation | None = None

    @property
    def family(self) -> str:
        return family(self.code)

    @property
    def is_checked(self) -> bool:
        """Whether a finding can carry this code."""
        return self.kind not in {"held", "left-out"}

    @property
    def docs(self) -> str:
        """The rule's page, from the project's root."""
        own_page = self.kind not in {"reader", "layout", "program"}
        return f"docs/rules/{self.code if own_page else self.family}.md"

    def severity(self, preset: Preset = "baku") -> Severity | None:
        return severity_in(preset, self.code) if self.is_checked else None

    @property
    def severities(self) -> dict[Preset, Severity | None]:
        return {preset: self.severity(preset) for preset in PRESETS}


class _Registry(Mapping[str, Rule]):
    def __getitem__(self, code: str) -> Rule:
        return _rule(code)

    def __contains__(self, code: object) -> bool:
        return code in _codes()

    def __iter__(self) -> Iterator[str]:
        return iter(_codes())

    def __len__(self) -> int:
        return len(_codes())


REGISTRY: Final[Mapping[str, Rule]] = _Registry()


@cache
def _codes() -> tuple[str, ...]:
    from sopgen.intake.codes import Code
    from sopgen.rules.codes import FAMILIES

    order = list(FAMILIES)
    own = {*ON_SPEC, *ON_COMPILATION, *NOTES, *_BESIDE}
    return (
        *sorted(own, key=lambda code: (order.index(family(code)), code)),
        *_ABAI,
        *Code,
        *_GAMBAR,
        *_PROGRAM,
    )


@cache
def _rule(code: str) -> Rule:  # noqa: PLR0911 - one a family
    if code not in _codes():
        raise KeyError(code)
    if code in _BESIDE:
        return Rule(code, "program", _BESIDE[code], _OWN, note=_SINCE_ISSUED)
    match family(code):
        case "ABAI":
            return Rule(code, "program", _ABAI[code], _OWN)
        case "BACA":
            from sopgen.intake.codes import TITLES, Code

            return Rule(code, "reader", TITLES[Code(code)], _OWN, note=_REFUSED)
        case "GAMBAR":
            from sopgen.layout.faults import CODES

            return Rule(code, "layout", CODES[code], _OWN, note=_REFUSED)
        case "BERKAS" | "PROGRAM":
            return Rule(code, "program", _PROGRAM[code], _OWN, note=_REFUSED)
    on_spec, on_compilation = code in ON_SPEC, code in ON_COMPILATION
    note = NOTES.get(code)
    if on_spec or on_compilation:
        text = read_documentation(rule_module(code).__doc__ or "")
        kind: Kind = note.kind if note else "spec"
        return Rule(code, kind, text.title, text.source, on_spec, on_compilation, documentation=text)
    assert note is not None
    return Rule(code, note.kind, note.title, note.source, note=note.note)
