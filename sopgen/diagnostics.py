"""One shape for every error and finding: where it is, what is wrong, what to do.

Texts for users exist twice, Indonesian first. A `Message` carries both, so that the
language is chosen where it is printed, never where the fault is found.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple

Language = Literal["id", "en"]


class Severity(StrEnum):
    """How much a finding weighs: `wajib` breaks the regulation, `anjuran` is advice."""

    WAJIB = "wajib"
    ANJURAN = "anjuran"


class Message(NamedTuple):
    """One text for users in both languages."""

    id: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.id if language == "id" else self.en


class Span(NamedTuple):
    """A place in a file. `line` and `column` count from 1; `length` in characters."""

    file: str
    line: int
    column: int
    length: int = 1


class Diagnostic(NamedTuple):
    """One error or finding.

    `code` is the rule's code for good (`BACA-nn` reader, `GAMBAR-nn` layout). `source_line`
    is the text of the line that `span` points into, shown with a caret under it.
    `step` is the number of the kegiatan it speaks of, if any. `path` is the place in the spec's tree
    (keys and list indexes from 0), for stages that know no file: `Loaded.locate` fills in the span.
    `source` names what a finding's rule rests on.
    """

    code: str
    severity: Severity
    message: Message
    remedy: Message
    span: Span | None = None
    source_line: str | None = None
    step: int | None = None
    path: tuple[str | int, ...] = ()
    source: Message | None = None


class Refusal(Exception):  # noqa: N818 - the field's word: a spec is refused
    """A spec that cannot be read or drawn, with every reason found, in file order."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return "; ".join(d.message.en for d in self.diagnostics)
