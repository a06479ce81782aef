"""Comparison → one self-contained HTML page: the matrix semula–menjadi. Every text is escaped; nothing is loaded."""

from __future__ import annotations

from html import escape
from typing import Final

from sopgen.comparing.change import Change, Comparison
from sopgen.comparing.words import HENCE, SEE, SIGNS, class_name, count_words, tell
from sopgen.comparing.wordwise import Piece, word_pair
from sopgen.diagnostics import Language, Message
from sopgen.intake.text import on_one_line
from sopgen.report.harmless import spelled_out
from sopgen.report.recognition import CHANGES_GENERATOR
from sopgen.report.seal import sealed_page

_TITLE: Final = Message("Perubahan SOP", "Changes of the SOP")
_HEADS: Final = (
    Message("No", "No"),
    Message("±", "±"),
    Message("Kelas", "Class"),
    Message("Tempat", "Place"),
    Message("Semula", "Before"),
    Message("Menjadi", "After"),
    Message("Keterangan", "Note"),
)
_NONE: Final = Message("Tidak ada perubahan isi.", "No change of what it says.")
_COUNT: Final = Message("Perubahan", "Changes")
_STYLE: Final = """\
@page { size: A4 landscape; margin: 12.5mm 15mm 17.5mm 20mm; }
body { font: 8.5pt/1.35 Arial, "Liberation Sans", Helvetica, sans-serif; color: #000; margin: 10mm; }
h1 { font-size: 13pt; margin: 0; }
p { margin: 1mm 0 3mm; }
table { border-collapse: collapse; width: 100%; }
th, td { border: .4pt solid #000; padding: 1mm 1.4mm; text-align: left; vertical-align: top; white-space: pre-line; }
thead th { background: #e4e4e4; border-width: .8pt .4pt; }
td:nth-child(-n+3) { text-align: center; white-space: nowrap; }
td:nth-child(2) { font-weight: bold; }
.tag { font-size: 6.5pt; font-weight: bold; border: .6pt solid #000; padding: .3mm 1mm; }
del { text-decoration: line-through; }
ins { font-weight: bold; text-decoration: underline; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
@media print { body { margin: 0; } }
"""


def changes_html(comparison: Comparison, old: str, new: str, language: Language, *, letak: bool = False) -> str:
    """Ends with a line feed. `old`, `new`: what the two are called."""
    shown = comparison.changes if letak else comparison.entries
    rows = "\n".join(_row(number, change, comparison, language) for number, change in enumerate(shown, start=1))
    heads = "".join(f"<th>{_text(head.in_language(language))}</th>" for head in _HEADS)
    table = f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    body = table if shown else f"<p>{_text(_NONE.in_language(language))}</p>"
    count = f"{_COUNT.in_language(language)}: {count_words(comparison)}"
    title = _text(_TITLE.in_language(language))
    return sealed_page(
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n{CHANGES_GENERATOR}\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{title}: {_text(on_one_line(comparison.new.judul))}</h1>\n"
        f"<p>{_text(old)} → {_text(new)}. {_text(count)}</p>\n{body}\n</body>\n</html>\n"
    )


def _row(number: int, change: Change, comparison: Comparison, language: Language) -> str:
    told = tell(change, comparison, language)
    pair = word_pair(told.before, told.after)
    notes = [f"{HENCE.in_language(language)}: {each}" for each in told.hence]
    if change.cause is not None:
        notes.append(SEE.in_language(language).format(change.cause))
    cells = (
        str(number),
        SIGNS[change.kind],
        f'<span class="tag">{_text(class_name(change.kelas))}</span>',
        _text(told.place),
        _text(told.before) if change.kind == "added" else _marked(pair.before),
        _text(told.after) if change.kind == "removed" else _marked(pair.after),
        _text("\n".join(notes)),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _marked(pieces: tuple[Piece, ...]) -> str:
    tags = {"removed": "del", "added": "ins"}
    return "".join(
        f"<{tag}>{_text(piece.text)}</{tag}>" if (tag := tags.get(piece.state)) else _text(piece.text)
        for piece in pieces
    )


def _text(told: str) -> str:
    return escape(spelled_out(told))
