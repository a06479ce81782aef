"""Review -> one self-contained HTML file to be printed and filed: a cover over many SOPs, then a sheet for each.

Every text is escaped; nothing is loaded from anywhere.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from sopgen.diagnostics import Language, Message
from sopgen.intake.sop import Pengesahan, Sop
from sopgen.intake.text import on_one_line
from sopgen.report.recognition import GENERATOR
from sopgen.report.review import STATUS, VERDICTS, Review, Reviewed, counts
from sopgen.report.seal import sealed_page
from sopgen.report.sheet_cover import (
    BASIS,
    BASIS_NAME,
    COVER,
    OLD,
    SCOPE,
    SHEET,
    bureau_of,
    cover_foot,
    cover_pages,
    left_out_facts,
    verdict_words,
)
from sopgen.report.sheet_entries import COLUMNS, ENTRY_HEADS, entries_of
from sopgen.report.sheet_markup import (
    both,
    facts_table,
    head_of,
    running_head,
    stacked,
    sum_box,
    title,
)
from sopgen.report.sheet_order import in_order
from sopgen.report.sheet_pages import Block, Layout, pages_of
from sopgen.report.sheet_style import STYLE, page_foot
from sopgen.report.sheet_tail import ROOMS, SHOWN, differs, ending
from sopgen.report.sheet_unread import UNREAD, unread_foot, unread_layout
from sopgen.wording import date_words

_TITLE: Final = Message("LEMBAR PEMERIKSAAN SOP", "SOP COMPLIANCE SHEET")
_CONTINUES: Final = Message("Lembar Pemeriksaan SOP", "SOP compliance sheet")
_PARTLY: Final = Message("yang tidak diperiksa tercantum di bawah", "what was not examined is listed below")
_FINE: Final = Message("sejauh aturan yang dikenal sopgen", "as far as the rules that sopgen knows")
_INSIDE: Final = Message("menurut spesifikasi di dalamnya; di kertas lain", "by the spec inside; other on paper")
_NUMBERS: Final = (Message("wajib", "mandatory"), Message("anjuran", "advised"), Message("diterima", "accepted"))
_JUDUL: Final = Message("Judul SOP", "Title")


def compliance_sheet(review: Review, language: Language) -> str:
    """The whole file, ending with a line feed."""
    files = in_order(review)
    sheets = [_pages(file, (number, len(files)), review, language) for number, file in enumerate(files, start=1)]
    feet = [page_foot(number, _foot(file, review, language)) for number, file in enumerate(files, start=1)]
    names: list[int | str] = [*range(1, len(sheets) + 1)]
    if lost := [file for file in review.files if file.is_unread]:
        sheets.append(pages_of(unread_layout(lost, review, language)))
        feet.append(page_foot(UNREAD, unread_foot(review, language)))
        names.append(UNREAD)
    if sum(file.examined for file in (*files, *lost)) > 1:
        sheets.insert(0, cover_pages(review, files, [len(pages) for pages in sheets], language))
        feet.insert(0, page_foot(COVER, cover_foot(review, language)))
        names.insert(0, COVER)
    body = "\n".join(map(_article, names, sheets))
    return sealed_page(
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n{GENERATOR}\n'
        f"<title>{both(_TITLE, language)}</title>\n<style>\n{STYLE[language]}{''.join(feet)}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _article(name: int | str, pages: list[str]) -> str:
    return f'<article id="lembar-{name}">\n' + "\n".join(pages) + "\n</article>"


def _pages(file: Reviewed, place: tuple[int, int], review: Review, language: Language) -> list[str]:
    """With the end that reads best of those that take no further page, and a little smaller if that saves one."""
    layout = _layout(file, place, review, language)
    ends = [layout._replace(tail=stacked(ending(file, language, room))) for room in ROOMS]
    return min((pages_of(end._replace(tight=tight)) for tight in (False, True) for end in ends), key=len)


def _layout(file: Reviewed, place: tuple[int, int], review: Review, language: Language) -> Layout:
    """All but its end. `place`: which sheet of how many."""
    sop = file.sop
    opening = [
        title(f"{_place(place, language)}{both(_TITLE, language)}", bureau_of(sop) if sop else ""),
        facts_table(_identity(file, review, language, alone=place[1] == 1), language, head=sop is not None, note=True),
        _sum(file, review, language) if file.examined else Block("", 0),
    ]
    name = on_one_line(sop.judul) if sop else file.name
    running = running_head(f"{_CONTINUES.in_language(language)}: {name}", language)
    head = head_of(ENTRY_HEADS, COLUMNS, language)
    return Layout(stacked(opening), running, "entries", COLUMNS, head, entries_of(file, language), Block("", 0))


def _foot(file: Reviewed, review: Review, language: Language) -> str:
    """What each page of a sheet says at its foot, so that none can be taken for another SOP's."""
    number = on_one_line(file.sop.nomor) if file.sop else ""
    digest = f"SHA-256 {file.digest[:SHOWN]}" if file.digest else ""
    return " · ".join(filter(None, (number or file.name, date_words(review.today).in_language(language), digest)))


def _place(place: tuple[int, int], language: Language) -> str:
    """Of several sheets the number that the cover names it by."""
    number, count = place
    of = Message(f"dari {count}", f"of {count}")
    return f"<span>{both(SHEET, language)} {number} {both(of, language)}</span>" if count > 1 else ""


def _identity(
    file: Reviewed, review: Review, language: Language, *, alone: bool
) -> list[tuple[tuple[Message, str], ...]]:
    """As on the SOP's own head: what it is called alone, then its number and kind beside its dates.

    `alone`: whether there is no cover, which tells what is of the whole check.
    """
    rows: list[tuple[tuple[Message, str], ...]] = []
    if sop := file.sop:
        dates = sop.tanggal
        kind = ", ".join(each for each in (sop.jenis, sop.sifat) if each)
        number = (on_one_line(sop.nomor) or "–") + _inside(file, "nomor", language)
        rows = [
            ((_JUDUL, on_one_line(sop.judul) + _inside(file, "judul", language)),),
            (
                (Message("Nomor SOP", "Number"), number),
                (Message("Tanggal Pembuatan", "Made"), _day(dates.pembuatan, language)),
            ),
            (
                (Message("Jenis dan sifat", "Kind, nature"), kind or "–"),
                (Message("Tanggal Revisi", "Revised"), _day(dates.revisi, language)),
            ),
            (
                (Message("Disahkan oleh", "Approved by"), _approval(sop.pengesahan)),
                (Message("Tanggal Efektif", "In force"), _day(dates.efektif, language)),
            ),
            *([_status(sop, language)] if sop.status in STATUS else []),
        ]
    day = (Message("Tanggal pemeriksaan", "Date of the check"), date_words(review.today).in_language(language))
    rows += _held_in(file, day, review, language)
    if alone:
        rows += [(fact,) for fact in left_out_facts(review, language)]
    if review.terms:
        rows.append(((SCOPE, review.terms),))
    return [*rows, ((BASIS_NAME, BASIS.in_language(language)),)]


def _status(sop: Sop, language: Language) -> tuple[tuple[Message, str], ...]:
    """That it is not in force, and what is instead."""
    told, after = STATUS[sop.status], on_one_line(sop.digantikan_oleh)
    instead = Message(f"; digantikan oleh {after}", f"; replaced by {after}") if after else Message("", "")
    return ((Message("Status", "Status"), told.in_language(language) + instead.in_language(language)),)


def _held_in(
    file: Reviewed, day: tuple[Message, str], review: Review, language: Language
) -> list[tuple[tuple[Message, str], ...]]:
    """The file, and all others that bring the same SOP, each by its digest and with its own verdict."""
    name = Message("Berkas", "File")
    others = [each for each in review.files_of(file) if each.name != file.name]
    if not others:
        return [((name, file.name), day)]
    again = Message("SOP yang sama", "The same SOP")
    told = [(name, _by_digest(file, language)), *((again, _by_digest(each, language)) for each in others)]
    return [*((each,) for each in told), (day,)]


def _by_digest(file: Reviewed, language: Language) -> str:
    digest = f" · SHA-256 {file.digest[:SHOWN]}" if file.digest else ""
    return f"{file.name}{digest} · {VERDICTS[file.verdict].in_language(language)}"


def _day(day: date | Literal["-"] | None, language: Language) -> str:
    return date_words(day).in_language(language) if isinstance(day, date) else day or "–"


def _inside(file: Reviewed, key: str, language: Language) -> str:
    return f" ({_INSIDE.in_language(language)})" if differs(file, key) else ""


def _approval(approval: Pengesahan) -> str:
    return ", ".join(filter(None, map(on_one_line, (approval.jabatan, approval.nama)))) or "–"


def _sum(file: Reviewed, review: Review, language: Language) -> Block:
    """The verdict and the three numbers."""
    found = counts(file.findings)
    numbers = (found.wajib, found.anjuran, len(file.waived))
    basis = _PARTLY if file.unexamined else _FINE
    counted = [(number, both(word, language)) for number, word in zip(numbers, _NUMBERS, strict=True)]
    counted += [(len(file.old), both(OLD, language))] if file.old else []
    return sum_box(both(verdict_words(file, review), language), both(basis, language), counted)
