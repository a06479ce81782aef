"""One sheet for all documents of which nothing could be read: each with its cause and what to do. Nobody signs it."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Language, Message
from sopgen.report.review import Review, Reviewed
from sopgen.report.sheet_markup import both, facts_table, head_of, prose, running_head, stacked, text, title
from sopgen.report.sheet_measure import Cell, row_height
from sopgen.report.sheet_pages import Block, Layout, Line
from sopgen.version import __version__
from sopgen.wording import date_words

UNREAD: Final = "tak-terbaca"
_TITLE: Final = Message("BERKAS YANG TIDAK TERBACA", "UNREADABLE FILES")
_NOTE: Final = Message(
    "Tidak dapat dinilai: berkas di bawah ini tidak terbaca sebagai SOP. Tidak ada yang diperiksa, jadi tidak ada yang "
    "ditandatangani.",
    "Cannot be judged: these files do not read as SOPs. Nothing was examined, so there is nothing to sign.",
)
_HEADS: Final = (
    Message("No", "No"),
    Message("Berkas", "File"),
    Message("Sebabnya", "Why"),
    Message("Yang perlu dilakukan", "What to do"),
)
_COLUMNS: Final = (8.0, 47.0, 60.0, 60.0)
_DIGITS: Final = 16


def unread_layout(files: list[Reviewed], review: Review, language: Language) -> Layout:
    day = (Message("Tanggal pemeriksaan", "Date of the check"), date_words(review.today).in_language(language))
    note = (Message("Kesimpulan", "Verdict"), _NOTE.in_language(language))
    opening = stacked([title(both(_TITLE, language), ""), facts_table([(day,), (note,)], language), Block("<br>", 12)])
    lines = [_line(number, file, language) for number, file in enumerate(files, start=1)]
    return Layout(
        opening,
        running_head(_TITLE.in_language(language).capitalize(), language),
        "entries",
        _COLUMNS,
        head_of(_HEADS, _COLUMNS, language),
        lines,
        Block(f"<footer>sopgen {__version__}</footer>", 24),
    )


def unread_foot(review: Review, language: Language) -> str:
    """What each page of it says at its foot."""
    return f"{_TITLE.in_language(language).capitalize()} · {date_words(review.today).in_language(language)}"


def _line(number: int, file: Reviewed, language: Language) -> Line:
    found = [each.diagnostic for each in file.findings]
    digest = f"<small>SHA-256 {file.digest[:_DIGITS]}</small>" if file.digest else ""
    cells = (
        f"<b>{text(file.name)}</b>{digest}",
        "<br>".join(prose(each.message, language) for each in found),
        "<br>".join(prose(each.remedy, language) for each in found),
    )
    told = "".join(f"<td>{cell}</td>" for cell in cells)
    height = row_height(map(Cell, cells, _COLUMNS[1:]))
    return Line(f"<tr class='entry'><td class='no'>{number}</td>{told}</tr>", height)
