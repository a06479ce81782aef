"""One shape for every error and finding: where it is, what is wrong, what to do.

Texts for users exist twice, Indonesian first. A `Message` carries both, so that the
language is chosen where it is printed, never where the fault is found.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, Literal, NamedTuple

Language = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("id", "en")


REFUSALS: Final = frozenset({"BACA", "GAMBAR", "BERKAS", "PROGRAM"})
"""Families of what is refused: always mandatory, never selected away, never accepted."""


def family(code: str) -> str:
    """The letters before the number: "KEG" of KEG-01."""
    return code.partition("-")[0]


class Severity(StrEnum):
    """How much a finding weighs: `wajib` departs from the form that the ministry teaches, `anjuran` is advice."""

    WAJIB = "wajib"
    ANJURAN = "anjuran"


class Message(NamedTuple):
    """One text for users in both languages."""

    id: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.id if language == "id" else self.en


WEIGHTS: Final = {Severity.WAJIB: Message("wajib", "mandatory"), Severity.ANJURAN: Message("anjuran", "advised")}
"""Each severity in words."""


def some(number: int, noun: str) -> str:
    """In English: `1 file`, `2 files`. Indonesian has one form."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"


def files_told(count: int) -> Message:
    return Message(f"{count} berkas", some(count, "file"))


class Span(NamedTuple):
    """A place in a file: in a text, or with `sheet` a cell of that sheet, whose row and column they then are.

    `line` and `column` count from 1; `length` in characters.
    """

    file: str
    line: int
    column: int
    length: int = 1
    sheet: str = ""

    @property
    def cell(self) -> str | None:
        """The cell as its program names it, `G7`; None in a text."""
        return f"{column_letters(self.column)}{self.line}" if self.sheet else None

    @property
    def place(self) -> str:
        """`7:3` in a text, `Kegiatan!G7` or `'Kegiatan (2)'!G7` in a workbook."""
        if not self.sheet:
            return f"{self.line}:{self.column}"
        plain = re.fullmatch(r"[^\W\d]\w*", self.sheet)
        doubled = self.sheet.replace("'", "''")
        name = self.sheet if plain else f"'{doubled}'"
        return f"{name}!{self.cell}"


_LINE_END: Final = re.compile("\r\n|[\r\n]")
_LINE: Final = re.compile("[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+")


def split_lines(text: str) -> tuple[str, ...]:
    """The lines that a `Span` counts: what stands between CR LF, CR and LF, as editors and CI count.

    Not str.splitlines, which ends a line at U+2028, U+0085 and six more. Behind a last line end stands one more, empty.
    """
    return tuple(_LINE_END.split(text))


def lines_with_ends(text: str) -> list[str]:
    """The same lines with what ends each, so that they join to the text; nothing for an empty last one."""
    return _LINE.findall(text)


def column_letters(number: int) -> str:
    """A spreadsheet column's name, from 1: A, B, … Z, AA, AB and so on."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Replacement(NamedTuple):
    """Text for what stands from `span` to before `end`, a line and column: part of a safe, mechanical mend."""

    span: Span
    end: tuple[int, int]
    text: str


class Seat(NamedTuple):
    """A place on the paper examined: its page, 0 where nobody can say it; what stands there; the column, if any."""

    page: int
    row: Message
    column: Message | None = None


class Diagnostic(NamedTuple):
    """One error or finding.

    `code` is the rule's code for good (`BACA-nn` reader, `GAMBAR-nn` layout). `source_line`
    is the text of the line that `span` points into, shown with a caret under it.
    `step` is the number of the kegiatan it speaks of, if any. `path` is the place in the spec's tree
    (keys and list indexes from 0), for stages that know no file: `Loaded.locate` fills in the span.
    `source` names what a finding's rule rests on. `sure` is False where its rule may be mistaken. `caused_by` is the
    rule whose finding in the same step makes this one a consequence; `consequences` are told with their cause, and
    `also` are the codes of those. `steps`, `spans` and `paths`: all steps, and the further places in the file and in
    the spec, of a finding about several. `fix` mends it mechanically. `about` names the arrows or items that it
    speaks of; `where` is its place on the paper examined, in words, where that is no spec; `seats` all such places.
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
    sure: bool = True
    caused_by: str = ""
    consequences: tuple[Message, ...] = ()
    also: tuple[str, ...] = ()
    steps: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    fix: tuple[Replacement, ...] = ()
    about: tuple[Message, ...] = ()
    where: Message | None = None
    seats: tuple[Seat, ...] = ()
    paths: tuple[tuple[str | int, ...], ...] = ()


class Refusal(Exception):  # noqa: N818 - the field's word: a spec is refused
    """A spec that cannot be read or drawn, with every reason found, in file order."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return "; ".join(d.message.en for d in self.diagnostics)
