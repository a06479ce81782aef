"""A filled form of monitoring or evaluation (XLSX) → what it says of each SOP.

Cells are found by their headings, wherever they stand; what was not filled is empty. Whatever cannot be taken as it
stands is told with its cell, all at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from sopgen.bureau.standing import Standing, key_of
from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity, Span
from sopgen.intake.codes import Code
from sopgen.papers.evaluation import ANSWERS, NO, QUESTIONS
from sopgen.papers.evaluation import SHEET_HEAD as EVALUATION_HEAD
from sopgen.papers.monitoring import ASSESSED_ON, BAD, CHOICES
from sopgen.papers.monitoring import SHEET_HEAD as MONITORING_HEAD
from sopgen.wording import MONTHS, printed_date
from sopgen.workbook.grid import Cell, Grid, read_grids
from sopgen.workbook.package import NoWorkbook

Kind = Literal["monitoring", "evaluasi"]

_TITLE, _NUMBER = MONITORING_HEAD[1:3]
_VERDICT, _NOTES, _ACTION, _DEADLINE = MONITORING_HEAD[3:7]
_EVALUATION_NOTES = EVALUATION_HEAD[-2]
_NUMERIC: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WORDED: Final = re.compile(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})")


class Assessment(NamedTuple):
    """One row. `good` is None where it was not assessed, or not wholly; `refused` are the questions answered no."""

    kind: Kind
    title: str
    number: str
    good: bool | None
    refused: tuple[int, ...] = ()
    unanswered: int = 0
    notes: str = ""
    action: str = ""
    deadline: date | None = None
    assessed: date | None = None

    @property
    def told(self) -> str:
        """The result in words."""
        day = f" ({printed_date(self.assessed)})" if self.assessed else ""
        if self.kind == "monitoring":
            return "" if self.good is None else f"{CHOICES[0] if self.good else BAD}{day}"
        if self.refused:
            numbers = ", ".join(map(str, self.refused))
            return f"Tidak pada pertanyaan {numbers}{day}"
        if self.good is None:
            return "" if self.unanswered == len(QUESTIONS) else f"{self.unanswered} pertanyaan belum dijawab{day}"
        return f"Ya pada semua pertanyaan{day}"


class _Place(NamedTuple):
    grid: Grid
    shown: str

    def span(self, row: int, column: int) -> Span:
        return Span(self.shown, row + 1, column + 1, sheet=self.grid.name)


def read_filled(data: bytes, shown: str) -> tuple[Assessment, ...]:
    """Every SOP of every form in the workbook, those not assessed too. Raises `Refusal`."""
    try:
        grids = read_grids(data)
    except NoWorkbook:
        raise Refusal((_fault(Code.UNREADABLE, Span(shown, 1, 1), _NO_WORKBOOK, _TAKE_FORM),)) from None
    found: list[Assessment] = []
    faults: list[Diagnostic] = []
    seen = False
    for grid in grids:
        head = None if grid.is_hidden else _head(grid)
        if head is not None:
            seen = True
            reader = _Reader(_Place(grid, shown), *head)
            found += reader.rows()
            faults += reader.faults
    if not seen:
        faults.append(_fault(Code.MISSING, Span(shown, 1, 1), _NO_FORM, _TAKE_FORM))
    if faults:
        raise Refusal(tuple(faults))
    return tuple(found)


_NO_WORKBOOK = Message("Bukan buku kerja XLSX, atau berkasnya rusak.", "Not an XLSX workbook, or a broken one.")
_NO_FORM = Message(
    "Tidak ada formulir monitoring atau evaluasi di dalamnya.", "There is no form of monitoring or evaluation in it."
)
_TAKE_FORM = Message(
    "Pakai XLSX yang dibuat sopgen monev, dengan kepala tabelnya.",
    "Use the XLSX that sopgen monev made, with its head.",
)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _head(grid: Grid) -> tuple[Kind, int, dict[str, int]] | None:
    """Which form it is, the row of its head, and the column of each heading."""
    rows: dict[int, dict[str, int]] = {}
    for (row, column), cell in grid.cells.items():
        rows.setdefault(row, {}).setdefault(_plain(cell.text), column)
    for row, columns in sorted(rows.items()):
        if _plain(_TITLE) in columns:
            if _plain(_VERDICT) in columns:
                return "monitoring", row, columns
            if any(_plain(question) in columns for question in QUESTIONS):
                return "evaluasi", row, columns
    return None


class _Reader:
    """One form: its rows below the head, until one that names no SOP."""

    def __init__(self, place: _Place, kind: Kind, head: int, columns: Mapping[str, int]) -> None:
        self.place, self.kind, self.head, self.columns = place, kind, head, columns
        self.faults: list[Diagnostic] = []

    def rows(self) -> list[Assessment]:
        assessed = self._assessed_on()
        wanted = QUESTIONS if self.kind == "evaluasi" else (_VERDICT,)
        for heading in wanted:
            if _plain(heading) not in self.columns:
                self._refuse(
                    Code.MISSING,
                    (self.head, 0),
                    Message(f"Kolom {heading} tidak ada.", f"The column {heading} is missing."),
                    _TAKE_FORM,
                )
        found: list[Assessment] = []
        known: dict[str, int] = {}
        last = max((row for row, _ in self.place.grid.cells), default=0)
        for row in range(self.head + 1, last + 1):
            title, number = self._text(row, _TITLE), self._text(row, _NUMBER)
            if not title and not number:
                break
            key = key_of(number or title)
            if key in known:
                self._refuse(
                    Code.DUPLICATE_KEY,
                    (row, self.columns[_plain(_TITLE)]),
                    Message(
                        f"SOP {number or title} sudah ada di baris {known[key] + 1}.",
                        f"SOP {number or title} stands in row {known[key] + 1} already.",
                    ),
                    Message("Hapus salah satunya.", "Delete one of them."),
                )
            known[key] = row
            found.append(self._row(row, title, number, assessed))
        return found

    def _row(self, row: int, title: str, number: str, assessed: date | None) -> Assessment:
        if self.kind == "monitoring":
            verdict = self._choice(row, _VERDICT, CHOICES)
            good = None if verdict is None else verdict != BAD
            notes, action = self._text(row, _NOTES), self._text(row, _ACTION)
            deadline = self._deadline(row)
            return Assessment("monitoring", title, number, good, (), 0, notes, action, deadline, assessed)
        answers = [self._choice(row, question, ANSWERS) for question in QUESTIONS]
        refused = tuple(n for n, answer in enumerate(answers, start=1) if answer == NO)
        unanswered = answers.count(None)
        good = False if refused else None if unanswered else True
        notes, deadline = self._text(row, _EVALUATION_NOTES), self._deadline(row)
        return Assessment("evaluasi", title, number, good, refused, unanswered, notes, "", deadline, assessed)

    def _deadline(self, row: int) -> date | None:
        return self._day(row, self.columns.get(_plain(_DEADLINE)))

    def _assessed_on(self) -> date | None:
        """The day beside its label, above the head."""
        for (row, column), cell in sorted(self.place.grid.cells.items()):
            if row < self.head and _plain(cell.text).rstrip(" :") == _plain(ASSESSED_ON):
                beside = [at for at_row, at in self.place.grid.cells if at_row == row and at > column]
                return self._day(row, min(beside)) if beside else None
        return None

    # --- cells -----------------------------------------------------------------------------------

    def _cell(self, row: int, column: int | None) -> Cell | None:
        cell = None if column is None else self.place.grid.cells.get((row, column))
        if cell is not None and cell.kind in ("error", "uncalculated"):
            assert column is not None
            self._refuse(
                Code.FORM_CELL,
                (row, column),
                Message("Sel ini berisi rumus yang tidak terhitung.", "This cell holds a formula that gives nothing."),
                Message("Ketik isinya.", "Type what it should say."),
            )
            return None
        return cell

    def _text(self, row: int, heading: str) -> str:
        cell = self._cell(row, self.columns.get(_plain(heading)))
        return " ".join(cell.text.split()) if cell else ""

    def _choice(self, row: int, heading: str, options: Sequence[str]) -> str | None:
        column = self.columns.get(_plain(heading))
        cell = self._cell(row, column)
        if cell is None or not cell.text.strip() or column is None:
            return None
        found = next((option for option in options if _plain(option) == _plain(cell.text)), None)
        if found is None:
            listed = " atau ".join(options), " or ".join(options)
            self._refuse(
                Code.WRONG_CHOICE,
                (row, column),
                Message(f"`{cell.text}` bukan pilihan di sini.", f"`{cell.text}` is no choice here."),
                Message(f"Pilih {listed[0]}, atau kosongkan.", f"Choose {listed[1]}, or leave it empty."),
            )
        return found

    def _day(self, row: int, column: int | None) -> date | None:
        cell = self._cell(row, column)
        if cell is None or not cell.text.strip() or column is None:
            return None
        day = _day_of(cell.text)
        if day is None:
            self._refuse(
                Code.DATE,
                (row, column),
                Message(f"`{cell.text}` bukan tanggal.", f"`{cell.text}` is no date."),
                Message("Tulis misalnya 31-12-2026.", "Write it as 31-12-2026."),
            )
        return day

    def _refuse(self, code: Code, cell: tuple[int, int], message: Message, remedy: Message) -> None:
        self.faults.append(_fault(code, self.place.span(*cell), message, remedy))


def _fault(code: Code, span: Span, message: Message, remedy: Message) -> Diagnostic:
    return Diagnostic(code.value, Severity.WAJIB, message, remedy, span)


def _day_of(text: str) -> date | None:
    plain = _plain(text)
    for pattern, order in ((_ISO, (0, 1, 2)), (_NUMERIC, (2, 1, 0))):
        if found := pattern.fullmatch(plain):
            numbers = [int(part) for part in found.groups()]
            return _real_day(*(numbers[at] for at in order))
    if found := _WORDED.fullmatch(plain):
        months = [month.casefold() for month in MONTHS]
        if found[2] in months:
            return _real_day(int(found[3]), months.index(found[2]) + 1, int(found[1]))
    return None


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# --- standings ----------------------------------------------------------------------------------------


def standings(assessments: Sequence[Assessment]) -> dict[str, Standing]:
    """By number, or title where there is none: the last assessment of each kind, an undated one before any dated."""
    latest: dict[str, dict[Kind, Assessment]] = {}
    for each in sorted(assessments, key=lambda each: each.assessed or date.min):
        if each.told:
            latest.setdefault(key_of(each.number or each.title), {})[each.kind] = each
    return {key: _standing(found) for key, found in latest.items()}


def _standing(found: Mapping[Kind, Assessment]) -> Standing:
    monitoring, evaluation = found.get("monitoring"), found.get("evaluasi")
    both = [each for each in (monitoring, evaluation) if each is not None]
    bad = [each for each in both if each.good is False]
    said = dict.fromkeys(text for each in bad for text in (each.action or each.notes,) if text)
    why = dict.fromkeys(each.notes for each in bad if each.action and each.notes)
    return Standing(
        monitoring.told if monitoring else "",
        evaluation.told if evaluation else "",
        "; ".join(said),
        min((each.deadline for each in both if each.deadline), default=None),
        bool(bad),
        monitoring.assessed if monitoring else None,
        evaluation.assessed if evaluation else None,
        "; ".join(why),
    )


def unassessed(assessments: Sequence[Assessment]) -> Iterator[Assessment]:
    """Rows that nobody filled."""
    return (each for each in assessments if not each.told)
