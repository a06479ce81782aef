"""Diagnostic -> text for a terminal: where, what, the line with a caret under it, what to do.

What a clerk typed is shown so that it can neither steer the terminal nor hide: control and format
characters are spelled out, tabs take a fixed width, and the caret counts columns as a terminal does.
"""

from __future__ import annotations

from itertools import accumulate

from sopgen.diagnostics import WEIGHTS, Diagnostic, Language, Message
from sopgen.report.harmless import cells as visible_cells
from sopgen.report.harmless import on_one_line, spelled_out
from sopgen.rules.ranges import ranges

WINDOW_COLUMNS = 96
COLUMNS_BEFORE_CARET = 56
CUT = "…"
REACH = 400  # characters of a line on either side of the caret that are looked at
"""A line may hold a whole spec: what is far from the caret is cut off before anything is measured."""

REMEDY = Message("Perbaikan", "Remedy")
SOURCE = Message("Sumber", "Source")
PLACE = Message("Tempat", "Place")
STEP, STEPS = Message("langkah", "step"), Message("langkah", "steps")
CONSEQUENCE = Message("Akibatnya", "So that")
UNSURE = Message("mungkin", "perhaps")


def diagnostic_text(diagnostic: Diagnostic, language: Language, file: str = "") -> str:
    """All lines for one error. `file` is named where the diagnostic itself knows no place."""
    return _all_lines(diagnostic, language, file, diagnostic.code)


def finding_text(diagnostic: Diagnostic, language: Language, file: str = "") -> str:
    """The same for a finding: with its severity, and the source that it rests on."""
    unsure = "" if diagnostic.sure else f" {UNSURE.in_language(language)}"
    text = _all_lines(
        diagnostic, language, file, f"{diagnostic.code} {WEIGHTS[diagnostic.severity].in_language(language)}{unsure}"
    )
    for told in diagnostic.consequences:
        text += f"\n    {CONSEQUENCE.in_language(language)}: {_indented(told.in_language(language))}"
    if diagnostic.where is not None:
        text += f"\n    {PLACE.in_language(language)}: {_indented(diagnostic.where.in_language(language))}"
    if diagnostic.source is None:
        return text
    return f"{text}\n    {SOURCE.in_language(language)}: {_indented(diagnostic.source.in_language(language))}"


def _all_lines(diagnostic: Diagnostic, language: Language, file: str, code: str) -> str:
    lines = [_headline(diagnostic, language, file, code)]
    span, line = diagnostic.span, diagnostic.source_line
    if span is not None and line is not None and not span.sheet:
        lines += _excerpt(line, span.line, span.column, span.length)
    if remedy := _indented(diagnostic.remedy.in_language(language)):
        lines.append(f"    {REMEDY.in_language(language)}: {remedy}")
    return "\n".join(lines)


def column_width(text: str) -> int:
    """The columns that visible text takes on a terminal: wide letters and pictures two, marks on others none."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # few texts need its tables

    return wcswidth(text)


def _headline(diagnostic: Diagnostic, language: Language, file: str, code: str) -> str:
    span = diagnostic.span
    place = on_one_line(span.file if span else file)
    if span is not None:
        place = f"{place}:{on_one_line(span.place)}"
    if diagnostic.step is not None:
        steps = diagnostic.steps or (diagnostic.step,)
        word = STEP if len(steps) == 1 else STEPS
        code = f"{code} ({word.in_language(language)} {ranges(steps)})"
    parts = (place, code, _indented(diagnostic.message.in_language(language)))
    return ": ".join(part for part in parts if part)


def _indented(text: str) -> str:
    return spelled_out(text).strip().replace("\n", "\n    ")


def _excerpt(line: str, number: int, column: int, length: int) -> list[str]:
    line = line.rstrip("\r\n")
    caret = min(max(column - 1, 0), len(line))
    left, right = max(caret - REACH, 0), caret + REACH
    cells = visible_cells(line[left:right])
    widths = list(map(len if all(map(str.isascii, cells)) else column_width, cells))
    caret -= left
    first, last = _window(widths, caret)
    head = CUT if first > 0 or left > 0 else ""
    tail = CUT if last < len(cells) or right < len(line) else ""
    before = len(head) + column_width("".join(cells[first:caret]))
    marked = column_width("".join(cells[caret : min(caret + max(length, 1), last)]))
    gutter = f"{number:>5} | "
    bare_gutter = " " * (len(gutter) - 2) + "| "
    return [
        (gutter + head + "".join(cells[first:last]) + tail).rstrip(),
        bare_gutter + " " * before + "^" * max(marked, 1),
    ]


def _window(widths: list[int], caret: int) -> tuple[int, int]:
    """The part of a long line to show: indexes of its first cell and of the one behind its last."""
    if sum(widths) <= WINDOW_COLUMNS:
        return 0, len(widths)
    first, room = caret, COLUMNS_BEFORE_CARET
    while first > 0 and widths[first - 1] <= room:
        first -= 1
        room -= widths[first]
    ends = accumulate(widths[first:])
    last = first + sum(1 for end in ends if end <= WINDOW_COLUMNS)
    # A window must not open on marks that belong to a letter left outside.
    while first < caret and widths[first] == 0:
        first += 1
    return first, max(last, min(caret + 1, len(widths)))
