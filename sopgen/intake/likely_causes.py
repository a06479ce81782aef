"""The likelier cause of a syntax error: what a clerk mistypes, read from the lines around the place libyaml names."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Message, Span
from sopgen.intake.codes import Code
from sopgen.intake.fault import Fault
from sopgen.intake.mistyped_lines import empty_label, too_shallow, without_key, wrong_dash

_NO_SPACE: Final = re.compile(r"\s*(?:- +)*(\w+):(?![/\s])\S")
_LONE_KEY: Final = re.compile(r"( +)(\w+)")
_KEY_COLUMN: Final = re.compile(r"\s*(?:- +)*")
_BRANCHES: Final = re.compile(r"\s*(?:- +)*keputusan: +(?=[^\s{\"'])")
_NO_BREAK: Final = re.compile("^(?: *- *)?[ ]*([\u00a0\u2007\u202f])|^\\s*(?:- +)*\\w+:([\u00a0\u2007\u202f])")

# Word turns typed quotation marks into these; YAML takes them for letters.
CURLY_QUOTES: Final = tuple("\u201c\u201d\u201e\u2018\u2019")
_CURLY: Final = re.compile(rf"\s*(?:- +)*(?:\w+: +)?[{''.join(CURLY_QUOTES)}]")
STRAIGHT_QUOTES: Final = Message(
    'Kutip melengkung dari Word bukan tanda kutip di sini: ganti dengan kutip lurus ("…").',
    'Word\'s curly quotes do not quote here: put straight quotes ("…") in their place.',
)
BRANCH_FORM: Final = Message(
    "Tulis di dalam kurung kurawal: `keputusan: {Ya: kirim, Tidak: konsep}`.",
    "Write them in braces: `keputusan: {Ya: kirim, Tidak: konsep}`.",
)


def likely_cause(
    problem: str, line: int, column: int, context_line: int | None, lines: tuple[str, ...], shown: str
) -> Fault | None:
    """`line`, `column` and `context_line` count from 0, as libyaml names them."""
    above = _line_above(line, lines)
    for number in sorted({n for n in (above, context_line, line) if n is not None and n < len(lines)}):
        if found := _NO_BREAK.match(lines[number]):
            return no_break_space(Span(shown, number + 1, (found.start(1) if found[1] else found.start(2)) + 1))
    if "expected" in problem and (fault := wrong_dash(line, above, lines, shown)):
        return fault
    if "could not find expected ':'" in problem:
        return _missing_space(context_line, lines, shown)
    if "did not find expected" in problem:
        return (
            _open_quote(line, column, lines, shown)
            or empty_label(line, column, lines, shown)
            or too_shallow(line, lines, shown)
        )
    if "mapping values are not allowed" in problem and line < len(lines):
        return _colon_in_text(line, column, above, lines, shown)
    return None


def _colon_in_text(line: int, column: int, above: int | None, lines: tuple[str, ...], shown: str) -> Fault | None:
    if found := _BRANCHES.match(lines[line]):
        message = Message("Cabang `keputusan` belum diapit kurung.", "The branches of `keputusan` lack braces.")
        length = len(lines[line].rstrip()) - found.end()
        return Fault(Code.SYNTAX, (), message, BRANCH_FORM, span=Span(shown, line + 1, found.end() + 1, length))
    if _CURLY.match(lines[line][:column]):
        message = Message("Titik dua `: ` di tengah teks.", "A colon `: ` inside a text.")
        return Fault(Code.SYNTAX, (), message, STRAIGHT_QUOTES, span=Span(shown, line + 1, column + 1))
    return (
        _missing_space(above, lines, shown)
        or without_key(line, above, lines, shown)
        or _too_deep(line, column, above, lines, shown)
    )


def _line_above(line: int, lines: tuple[str, ...]) -> int | None:
    """The nearest line above that is neither empty nor a comment."""
    for number in range(min(line, len(lines)) - 1, -1, -1):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            return number
    return None


def no_break_space(span: Span) -> Fault:
    message = Message(
        "Spasi di sini adalah spasi khusus (U+00A0), biasanya tersalin dari Word.",
        "The space here is a no-break space (U+00A0), usually pasted from Word.",
    )
    remedy = Message("Hapus, lalu ketik spasi biasa.", "Delete it and type ordinary spaces.")
    return Fault(Code.SYNTAX, (), message, remedy, span=span)


def _missing_space(line: int | None, lines: tuple[str, ...], shown: str) -> Fault | None:
    found = _NO_SPACE.match(lines[line]) if line is not None and line < len(lines) else None
    if found is None or line is None:
        return None
    message = Message("Setelah titik dua belum ada spasi.", "A space is missing behind the colon.")
    remedy = Message(f"Tulis `{found[1]}: …`.", f"Write `{found[1]}: …`.")
    return Fault(Code.SYNTAX, (), message, remedy, span=Span(shown, line + 1, found.end(1) + 1))


def _too_deep(line: int, column: int, above: int | None, lines: tuple[str, ...], shown: str) -> Fault | None:
    key = _LONE_KEY.fullmatch(lines[line][:column].rstrip())
    if key is None or above is None:
        return None
    start = _KEY_COLUMN.match(lines[above])
    wanted = start.end() if start else 0
    if len(key[1]) <= wanted or ": " not in lines[above]:
        return None
    message = Message(
        f"Baris ini terlalu menjorok dibandingkan dengan baris {above + 1}.",
        f"This line is indented deeper than line {above + 1}.",
    )
    remedy = Message(
        f"Luruskan: `{key[2]}` diawali {wanted} spasi. Bila ini sambungan teks, apit seluruh teks dengan tanda kutip.",
        f"Line it up: {wanted} spaces before `{key[2]}`. If it continues a text, put the whole text in quotes.",
    )
    return Fault(Code.SYNTAX, (), message, remedy, span=Span(shown, line + 1, len(key[1]) + 1, len(key[2])))


def _open_quote(line: int, column: int, lines: tuple[str, ...], shown: str) -> Fault | None:
    """A quote that was forgotten ends at the next text's opening quote, where libyaml then stumbles."""
    before = lines[line][:column].rstrip() if line < len(lines) else ""
    if not before.endswith('"') or '"' in before[:-1].replace('\\"', ""):
        return None
    for number in range(line - 1, -1, -1):
        at = lines[number].replace('\\"', "  ").rfind('"')
        if at >= 0:
            message = Message(
                "Tanda kutip dibuka di sini, tetapi tidak ditutup.", "A quotation mark opens here and is never closed."
            )
            remedy = Message("Tutup tanda kutip itu di akhir teksnya.", "Close that quotation mark behind its text.")
            return Fault(Code.SYNTAX, (), message, remedy, span=Span(shown, number + 1, at + 1))
    return None
