"""What libyaml complains about → what a clerk can do about it. PyYAML's own words are put into its words first."""

from __future__ import annotations

import re
from typing import Final

from yaml import MarkedYAMLError, YAMLError

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault
from sopgen.intake.likely_causes import likely_cause

SIGNS: Final = "*&!%@`"

_QUOTE_OR_BLOCK: Final = Message(
    'Apit teksnya dengan tanda kutip ("…"), atau tulis di baris berikutnya setelah `|`.',
    'Put the text in quotes ("…"), or write it on the next line after `|`.',
)
_TAB_REMEDY: Final = Message("Ganti tab dengan spasi.", "Replace the tab with spaces.")

_BEHIND_QUOTE: Final = Message(
    "Ada teks sesudah tanda kutip penutup.", "There is text behind the closing quotation mark."
)
_QUOTE_WHOLE: Final = Message(
    "Tulis seluruh teks setelah `|` di baris berikutnya; apostrof dan kutip di tengah teks boleh di sana.",
    "Write the whole text behind `|` on the next line; apostrophes and quotes inside a text are fine there.",
)
_BEHIND_BRACKET: Final = Message("Ada teks sesudah kurung penutup.", "There is text behind the closing bracket.")
_QUOTE_BRACKET: Final = Message(
    "Teks yang berawal kurung diapit seluruhnya dengan tanda kutip; kurung yang berlebih dihapus.",
    "Put a text that begins with a bracket in quotes as a whole; delete a bracket too many.",
)

# A part of libyaml's sentence → (message, remedy). The first that matches counts.
_EXPLANATIONS: Final[tuple[tuple[str, Message, Message], ...]] = (
    (
        "mapping values are not allowed",
        Message("Titik dua `: ` di tengah teks tanpa tanda kutip.", "A colon `: ` inside an unquoted text."),
        _QUOTE_OR_BLOCK,
    ),
    (
        "could not find expected ':'",
        Message("Baris ini bukan `kunci: isi`.", "This line is not `key: value`."),
        Message(
            "Beri titik dua dan spasi setelah kunci; sambungan teks ditulis lebih menjorok, atau setelah `|`.",
            "Put a colon and a space behind the key; indent a continued text deeper, or write it after `|`.",
        ),
    ),
    (
        "block sequence entries are not allowed",
        Message("Tanda `-` tidak dapat berdiri di sini.", "A `-` cannot stand here."),
        Message(
            "Mulai daftar di baris berikutnya; tanda hubung sebagai isi ditulis '-'.",
            "Begin the list on the next line; write a dash meant as text as '-'.",
        ),
    ),
    (
        "did not find expected comment or line break",
        Message("Setelah `|` atau `>` tidak boleh ada teks di baris yang sama.", "No text may follow `|` or `>` here."),
        Message(
            "Lanjutkan teks di baris berikutnya, atau apit seluruhnya dengan tanda kutip.",
            "Continue the text on the next line, or put all of it in quotes.",
        ),
    ),
    (
        "unknown escape character",
        Message("Tanda `\\` di dalam kutip ganda punya arti khusus.", "A `\\` inside double quotes has a meaning."),
        Message("Pakai kutip tunggal: '…'.", "Use single quotes: '…'."),
    ),
    (
        "unexpected end of stream",
        Message("Tanda kutip dibuka, tetapi tidak ditutup.", "A quotation mark is opened but never closed."),
        Message("Tutup tanda kutip itu.", "Close that quotation mark."),
    ),
    (
        "',' or ']'",
        Message("Daftar `[ … ]` tidak dapat dibaca di sini.", "The list `[ … ]` cannot be read here."),
        Message(
            "Pisahkan butirnya dengan koma; teks yang memuat `: ` atau kurung diapit tanda kutip.",
            "Part its items with commas; put a text that holds `: ` or a bracket in quotes.",
        ),
    ),
    (
        "',' or '}'",
        Message("Isian `{ … }` tidak dapat dibaca di sini.", "The map `{ … }` cannot be read here."),
        Message(
            "Pisahkan isinya dengan koma; teks yang memuat `: ` atau kurung diapit tanda kutip.",
            "Part its entries with commas; put a text that holds `: ` or a bracket in quotes.",
        ),
    ),
    (
        "did not find expected",
        Message("Baris ini tidak sejajar dengan yang di atasnya.", "This line does not line up with those above it."),
        Message(
            "Samakan indentasinya; jika teks memakai tanda kutip, apit seluruh teks.",
            "Give it the same indentation; if a text uses quotes, quote the whole text.",
        ),
    ),
)

# What PyYAML's own parser says, which reads where libyaml cannot be had → libyaml's words for the same.
_EXPECTED: Final = re.compile(r"expected (.+?),? but (?:found|got) .*", re.DOTALL)
_OWN_WORDS: Final = {
    "<block end>": "key",
    "a comment or a line break": "comment or line break",
    "the node content": "node content",
}


def explain(error: YAMLError, shown: str, lines: tuple[str, ...]) -> Fault:
    """The fault that a YAML error stands for, with its place."""
    if not isinstance(error, MarkedYAMLError):
        return _generic(str(error), Span(shown, 1, 1))
    problem = _in_libyamls_words(error.problem or "")
    unclosed = "unexpected end of stream" in problem
    mark = (error.context_mark if unclosed else error.problem_mark) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    # At the end of the file libyaml points behind the last line; show the last one that has text.
    while line > 0 and (line >= len(lines) or (line == len(lines) - 1 and not lines[line].strip())):
        line, column = line - 1, len(lines[line - 1])
    text = lines[line] if line < len(lines) else ""
    if "unknown escape character" in problem and not text.startswith("\\", column):
        column -= 1  # libyaml points at the backslash, PyYAML behind it
    span = Span(shown, line + 1, column + 1)
    at = text[column : column + 1]
    if "\t" in (at, *text[: len(text) - len(text.lstrip())]):
        return tab(span)
    context_line = error.context_mark.line if error.context_mark else None
    if likely := likely_cause(problem, line, column, context_line, lines, shown):
        return likely
    context = error.context or ""
    if (at and at in SIGNS and "cannot start any token" in problem) or any(
        word in context for word in ("scanning an alias", "scanning an anchor", "tag", "directive")
    ):
        return special_sign(at if at in SIGNS else _sign_before(text, column), span)
    return _by_sentence(problem, text[:column], span)


def _in_libyamls_words(problem: str) -> str:
    if found := _EXPECTED.fullmatch(problem):
        return f"did not find expected {_OWN_WORDS.get(found[1], found[1])}"
    return problem.replace("sequence entries are not allowed here", "block sequence entries are not allowed")


def _by_sentence(problem: str, before: str, span: Span) -> Fault:
    if "did not find expected" in problem and before.rstrip().endswith(('"', "'")):
        return Fault(Code.SYNTAX, (), _BEHIND_QUOTE, _QUOTE_WHOLE, span=span)
    if "did not find expected" in problem and before.rstrip().endswith(("]", "}")) and "',' or" not in problem:
        return Fault(Code.SYNTAX, (), _BEHIND_BRACKET, _QUOTE_BRACKET, span=span)
    for part, message, remedy in _EXPLANATIONS:
        if part in problem:
            return Fault(Code.SYNTAX, (), message, remedy, span=span)
    return _generic(problem, span)


def tab(span: Span) -> Fault:
    message = Message("Indentasi memakai tab.", "The indentation uses a tab.")
    return Fault(Code.TAB, (), message, _TAB_REMEDY, span=span)


def special_sign(sign: str, span: Span) -> Fault:
    message = Message(
        f"Tanda “{sign}” di awal teks punya arti khusus di YAML.", f"A “{sign}” at the start of a text is a YAML sign."
    )
    return Fault(Code.SPECIAL_SIGN, (), message, _QUOTE_OR_BLOCK, span=span)


def _sign_before(text: str, column: int) -> str:
    """The sign that a scanner stumbled behind: the last one at or before the column."""
    before = [character for character in text[: column + 1] if character in SIGNS]
    return before[-1] if before else "!"


def _generic(problem: str, span: Span) -> Fault:
    message = Message(f"Baris ini bukan YAML yang benar ({problem}).", f"This line is not valid YAML ({problem}).")
    return Fault(Code.SYNTAX, (), message, _QUOTE_OR_BLOCK, span=span)
