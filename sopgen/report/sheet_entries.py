"""The entries of one sheet: mandatory ones, advice, what was accepted; each with its place and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sopgen.diagnostics import Diagnostic, Language, Message, Severity
from sopgen.report.places import place_words
from sopgen.report.review import Accepted, Reviewed, is_failure
from sopgen.report.sheet_markup import CONTINUED, WIDTH, both, place_text, prose, text
from sopgen.report.sheet_measure import SLIMMEST, SMALL, Cell, row_height
from sopgen.report.sheet_pages import Block, Group, Line
from sopgen.report.text import CONSEQUENCE, UNSURE
from sopgen.rules.held import Unexamined
from sopgen.rules.remedies import on_paper
from sopgen.wording import date_words

ENTRY_HEADS: Final = (
    Message("No", "No"),
    Message("Temuan dan perbaikan", "Finding and remedy"),
    Message("Tempat", "Place"),
    Message("Sumber", "Source"),
    Message("Tindak lanjut", "Follow-up"),
)
_WAJIB: Final = Message("A. WAJIB DIPERBAIKI ({}) · SOP belum dapat disahkan", "A. TO BE MENDED ({}) · no approval yet")
_NO_WAJIB: Final = Message("A. WAJIB DIPERBAIKI (0) · Tidak ada temuan.", "A. TO BE MENDED (0) · No findings.")
_NO_ANJURAN: Final = Message("B. ANJURAN (0) · Tidak ada temuan.", "B. ADVICE (0) · No findings.")
_ANJURAN: Final = Message(
    "B. ANJURAN ({}) · boleh ditolak dengan alasan", "B. ADVICE ({}) · may be rejected with a reason"
)
_ACCEPTED: Final = Message(
    "C. DITERIMA DENGAN ALASAN ({}) · tidak perlu tindak lanjut", "C. ACCEPTED WITH A REASON ({}) · nothing to do"
)
_WAIVED: Final = Message(
    "C. DITERIMA PEMBUATNYA DENGAN ALASAN ({}) · aturan wajib di sini diputuskan pemeriksa",
    "C. ACCEPTED BY ITS MAKER WITH A REASON ({}) · mandatory rules here are for the reviewer to decide",
)
_OLD: Final = Message(
    "TEMUAN LAMA YANG BELUM DIPERBAIKI ({}) · tercatat di baseline, tetap harus diperbaiki",
    "OLD FINDINGS NOT MENDED YET ({}) · in the baseline, still to be mended",
)
_UNEXAMINED: Final = Message("TIDAK DIPERIKSA ({}) · beserta sebabnya", "NOT EXAMINED ({}) · and why")
COLUMNS: Final = (8.0, 70.0, 30.0, 41.0, 26.0)
"""mm of each."""
_LEAST: Final = 13.5
"""mm: two boxes to tick and a line for initials."""
_MENDED, _MISTAKEN, _AGREED, _REJECTED, _INITIALS = (
    Message("diperbaiki", "mended"),
    Message("temuan keliru", "finding is wrong"),
    Message("alasan diterima", "reason accepted"),
    Message("ditolak", "rejected"),
    Message("paraf", "initials"),
)
_REASON: Final = Message("Alasan", "Reason")
_UNTIL: Final = Message("berlaku sampai {}", "until {}")
_NO_END: Final = Message("tanpa batas waktu", "no end")


def entries_of(file: Reviewed, language: Language) -> list[Line]:
    """Numbered through all groups; within each by the first place on paper; last what was not examined."""
    found = [finding.diagnostic for finding in file.findings]
    wajib = sorted((each for each in found if each.severity is Severity.WAJIB), key=_on_paper)
    advised = sorted((each for each in found if each.severity is not Severity.WAJIB), key=_on_paper)
    # What is mandatory is nobody's to refuse: it is mended, or the finding itself is wrong.
    boxes = _follow_up(language, _MENDED, _MISTAKEN)
    entries = [_entry(n, each, file, language, boxes) for n, each in enumerate(wajib, start=1)]
    lines = _grouped(_WAJIB if wajib else _NO_WAJIB, entries, language)
    boxes = _follow_up(language, _MENDED, _REJECTED)
    entries = [_entry(n, each, file, language, boxes) for n, each in enumerate(advised, start=len(wajib) + 1)]
    lines += _grouped(_ANJURAN if advised else _NO_ANJURAN, entries, language)
    if file.waived:
        waives = any(each.is_waiver for each in file.waived)
        entries = _accepted(file.waived, len(found) + 1, file, language)
        lines += _grouped(_WAIVED if waives else _ACCEPTED, entries, language)
    if file.old:
        first = len(found) + len(file.waived) + 1
        entries = [_old(n, each.finding.diagnostic, file, language) for n, each in enumerate(file.old, first)]
        lines += _grouped(_OLD, entries, language)
    if file.unexamined:
        lines += _grouped(_UNEXAMINED, [_unexamined(each, language) for each in file.unexamined], language)
    return lines


def _grouped(words: Message, entries: list[Block], language: Language) -> list[Line]:
    group = _group(words, len(entries), language)
    if not entries:
        return [Line(group.first, group.height)]
    return [Line(each.html, each.height, group, ends=words is not _UNEXAMINED) for each in entries]


def _on_paper(found: Diagnostic) -> tuple[int, str, str]:
    return found.step or 0, ".".join(map(str, found.path)), found.code


def _group(words: Message, count: int, language: Language) -> Group:
    first = words.in_language(language).format(count)
    again = f"{first.partition(' · ')[0]} · {CONTINUED.in_language(language)}"
    height = row_height([Cell(f"<b>{text(first)}</b>", WIDTH)])
    rows = [f"<tr class='group'><td colspan='5'>{text(told)}</td></tr>" for told in (first, again)]
    return Group(rows[0], rows[1], height)


def _unexamined(each: Unexamined, language: Language) -> Block:
    what = Message(*(f"{said[:1].upper()}{said[1:]}" for said in each.what))
    told = f"{prose(what, language)}: {prose(each.why, language)}"
    html = f"<tr class='open'><td></td><td colspan='4'>{told}</td></tr>"
    return Block(html, row_height([Cell(told, sum(COLUMNS[1:]), SMALL)], pad=SLIMMEST))


def _entry(number: int, found: Diagnostic, file: Reviewed, language: Language, last: str, more: str = "") -> Block:
    unsure = "" if found.sure else f" <i>({both(UNSURE, language)})</i>"
    remedy = prose(on_paper(found.remedy), language)
    said = f"<b>{prose(found.message, language)}</b>{unsure}<p class='remedy'>{remedy}</p>"
    said += "".join(
        f"<p class='effect'>{both(CONSEQUENCE, language)}: {prose(each, language)}</p>" for each in found.consequences
    )
    source = prose(found.source, language) if found.source else ""
    codes = " · ".join((found.code, *dict.fromkeys(found.also)))
    place = place_text(found.where.in_language(language) if found.where else place_words(found, file, language))
    said, source = said + more, f"{source}<small>{text(codes)}</small>"
    cells = (Cell(said, COLUMNS[1]), Cell(place, COLUMNS[2]), Cell(source, COLUMNS[3], SMALL))
    return Block(
        f"<tr class='entry'><td class='no'>{number}</td><td>{said}</td><td class='where'>{place}</td>"
        f"<td class='source'>{source}</td><td class='follow'>{last}</td></tr>",
        row_height(cells, _LEAST),
    )


def _follow_up(language: Language, *choices: Message) -> str:
    boxes = "".join(f"<i class='box'></i> {both(each, language)}<br>" for each in choices)
    return f"{boxes}{both(_INITIALS, language)} <u></u>"


def _accepted(accepted: Iterable[Accepted], first: int, file: Reviewed, language: Language) -> list[Block]:
    rows = []
    for number, each in enumerate(accepted, start=first):
        until = (
            _UNTIL.in_language(language).format(date_words(each.until).in_language(language))
            if each.until
            else _NO_END.in_language(language)
        )
        reason = f"<p class='effect'>{both(_REASON, language)}: {both(each.reason, language)} ({text(until)})</p>"
        last = _follow_up(language, _AGREED, _REJECTED) if each.is_waiver else "–"
        rows.append(_entry(number, each.finding.diagnostic, file, language, last, reason))
    return rows


def _old(number: int, found: Diagnostic, file: Reviewed, language: Language) -> Block:
    choice = _MISTAKEN if found.severity is Severity.WAJIB else _REJECTED
    return _entry(number, found, file, language, _follow_up(language, _MENDED, choice))


def asks_for_reasons(file: Reviewed) -> bool:
    """Whether there is anything that somebody may refuse."""
    return bool(file.findings or file.old) or any(each.is_waiver for each in file.accepted)


def first_failure(file: Reviewed) -> Diagnostic | None:
    """Why a file could not be read or drawn."""
    return next((each.diagnostic for each in file.findings if is_failure(each.diagnostic)), None)
