"""Review -> one self-contained HTML file: an A4 compliance sheet for each spec, to be printed and filed.

Every text is escaped; nothing is loaded from anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from sopgen.diagnostics import Diagnostic, Language, Message, Severity
from sopgen.intake.sop import Pengesahan, Sop
from sopgen.intake.text import on_one_line
from sopgen.report.recognition import GENERATOR
from sopgen.report.review import Accepted, Drawing, FingerprintedFinding, Review, Reviewed, Verdict, counts, is_failure
from sopgen.report.sheet_style import STYLE
from sopgen.report.text import STEP, spelled_out
from sopgen.version import __version__
from sopgen.wording import printed_date

_TITLE: Final = Message("LEMBAR PEMERIKSAAN SOP", "SOP COMPLIANCE SHEET")
_MEETS: Final = Message("Memenuhi semua aturan wajib", "Meets every mandatory rule")
_MEETS_SOME: Final = Message("Memenuhi aturan wajib yang diperiksa", "Meets the mandatory rules examined")
_FAILS: Final = Message("Belum memenuhi aturan wajib", "Does not meet the mandatory rules yet")
_REFUSED: Final = Message("Tidak dapat dinilai: tidak terbaca", "Cannot be judged: unreadable")
_UNDRAWN: Final = Message("Tidak dapat dinilai: tidak dapat digambar", "Cannot be judged: it cannot be drawn")
_OPEN: Final = Message("Tidak dapat dinilai seluruhnya", "Cannot be judged as a whole")
_BASIS: Final = Message("terhadap Permenpan-RB 35/2012", "against Permenpan-RB 35/2012")
_PARTLY: Final = Message("yang tidak diperiksa tercantum di bawah", "what was not examined is listed below")
_UNEXAMINED: Final = Message("Tidak diperiksa", "Not examined")
_WAJIB: Final = Message("wajib", "mandatory")
_ANJURAN: Final = Message("anjuran", "advised")
_WEIGHTS: Final = {Severity.WAJIB: _WAJIB, Severity.ANJURAN: _ANJURAN}
_ACCEPTED: Final = Message("diabaikan", "accepted")
_FINDINGS: Final = Message("Temuan", "Findings")
_ACCEPTED_ONES: Final = Message("Temuan yang diterima", "Findings accepted")
_FIGURES: Final = Message("Gambar dan waktu", "Drawing and time")
_NONE: Final = Message("Tidak ada.", "None.")
_LINE: Final = Message("baris {}", "line {}")
_NO_END: Final = Message("tanpa batas", "no end")
_CODE, _WHERE, _SAID, _SOURCE = (
    Message("Kode", "Code"),
    Message("Tempat", "Place"),
    Message("Temuan dan perbaikan", "Finding and remedy"),
    Message("Sumber", "Source"),
)
_SAID_ONLY, _REASON, _UNTIL = (
    Message("Temuan", "Finding"),
    Message("Alasan", "Reason"),
    Message("Sampai", "Until"),
)
_WHAT, _WHY = Message("Yang tidak diperiksa", "Not examined"), Message("Sebabnya", "Why")
_REVIEWER: Final = Message("Pemeriksa,", "Reviewer,")
_NAME: Final = Message("Nama, tanggal, dan tanda tangan", "Name, date and signature")
_KEY: Final = re.compile("`([^`]*)`")


def compliance_sheet(review: Review, language: Language) -> str:
    """The whole file, ending with a line feed."""
    sheets = "\n".join(_sheet(file, review, language) for file in review.files)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n{GENERATOR}\n'
        f"<title>{_text(_TITLE.in_language(language))}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n{sheets}\n</body>\n</html>\n"
    )


def _sheet(file: Reviewed, review: Review, language: Language) -> str:
    sop = file.sop
    bureau = " · ".join(on_one_line(*lines) for lines in (sop.instansi, sop.unit) if lines) if sop else ""
    parts = [
        f"<h1>{_text(_TITLE.in_language(language))}</h1>",
        f'<p class="bureau">{_text(bureau)}</p>',
        _rows(_identity(file, review), language),
        _sum(file, review, language) if file.examined else "",
        _heading(_FINDINGS, language),
        _findings(file.findings, language),
    ]
    if file.unexamined:
        parts += [_heading(_UNEXAMINED, language), _unexamined(file, language)]
    if file.accepted:
        parts += [_heading(_ACCEPTED_ONES, language), _accepted(file.accepted, language)]
    if sop is not None:
        parts += [_heading(_FIGURES, language), _rows(_figures(file, sop, language), language)]
    signed = f"<div>{_both(_REVIEWER, language)}<div class='line'>{_both(_NAME, language)}</div></div>"
    parts += [f'<div class="signed">{signed}</div>', f"<footer>sopgen {__version__} · {_text(file.file)}</footer>"]
    return "<article>\n" + "\n".join(parts) + "\n</article>"


def _identity(file: Reviewed, review: Review) -> list[tuple[Message, str]]:
    rows: list[tuple[Message, str]] = []
    if sop := file.sop:
        dates = sop.tanggal
        rows = [
            (Message("Judul", "Title"), on_one_line(sop.judul)),
            (Message("Nomor", "Number"), on_one_line(sop.nomor) or "–"),
            (
                Message("Tanggal pembuatan / revisi / efektif", "Dates: made / revised / in force"),
                " / ".join(printed_date(day) or "–" for day in (dates.pembuatan, dates.revisi, dates.efektif)),
            ),
            (Message("Disahkan oleh", "Approved by"), _approval(sop.pengesahan)),
        ]
    day = (Message("Tanggal acuan pemeriksaan", "Reference date of the check"), printed_date(review.today))
    scope = [(Message("Aturan yang diperiksa", "Rules examined"), review.scope)] if review.scope else []
    return [*rows, (Message("Berkas", "File"), file.file), day, *scope]


def _approval(approval: Pengesahan) -> str:
    return ", ".join(filter(None, map(on_one_line, (approval.jabatan, approval.nama)))) or "–"


def _sum(file: Reviewed, review: Review, language: Language) -> str:
    """The verdict and the three numbers."""
    found = counts(file.findings)
    basis = _PARTLY if file.unexamined else _BASIS
    verdict = _said(file, review)
    cells = [
        f"<div><b>{_both(verdict, language)}</b><span>{_both(basis, language)}</span></div>",
        *(
            f"<div><b>{number}</b><span>{_both(word, language)}</span></div>"
            for number, word in ((found.wajib, _WAJIB), (found.anjuran, _ANJURAN), (len(file.accepted), _ACCEPTED))
        ),
    ]
    return f'<div class="sum">{"".join(cells)}</div>'


def _said(file: Reviewed, review: Review) -> Message:
    match file.verdict:
        case Verdict.MET:
            return _MEETS_SOME if review.scope or file.unexamined else _MEETS
        case Verdict.FAILED:
            return _FAILS
        case Verdict.OPEN if not any(is_failure(each.diagnostic) for each in file.findings):
            return _OPEN
    return _REFUSED if file.sop is None else _UNDRAWN


def _unexamined(file: Reviewed, language: Language) -> str:
    rows = [
        f"<tr><td>{_both(each.what, language)}</td><td>{_both(each.why, language)}</td></tr>"
        for each in file.unexamined
    ]
    return _table((_WHAT, _WHY), rows, language)


def _findings(findings: Iterable[FingerprintedFinding], language: Language) -> str:
    """Mandatory ones first, then by code; what is said alike stands once, with all its places."""
    alike: dict[tuple[str, Message, Message], list[Diagnostic]] = {}
    for finding in findings:
        each = finding.diagnostic
        alike.setdefault((each.code, each.message, each.remedy), []).append(each)
    groups = sorted(alike.values(), key=lambda group: (group[0].severity is not Severity.WAJIB, group[0].code))
    rows = []
    for group in groups:
        found = group[0]
        said = f"{_prose(found.message, language)}<p class='remedy'>{_prose(found.remedy, language)}</p>"
        source = _prose(found.source, language) if found.source else ""
        rows.append(
            f"<tr>{_code(found, language)}<td class='where'>{_where(group, language)}</td><td>{said}</td>"
            f"<td class='source'>{source}</td></tr>"
        )
    return _table((_CODE, _WHERE, _SAID, _SOURCE), rows, language)


def _accepted(accepted: Iterable[Accepted], language: Language) -> str:
    rows = []
    for each in accepted:
        found = each.finding.diagnostic
        until = printed_date(each.until) if each.until else _NO_END.in_language(language)
        rows.append(
            f"<tr>{_code(found, language)}<td class='where'>{_where([found], language)}</td>"
            f"<td>{_prose(found.message, language)}</td><td>{_both(each.reason, language)}</td>"
            f"<td>{_text(until)}</td></tr>"
        )
    return _table((_CODE, _WHERE, _SAID_ONLY, _REASON, _UNTIL), rows, language)


def _figures(file: Reviewed, sop: Sop, language: Language) -> list[tuple[Message, str]]:
    rows = [
        (Message("Kegiatan / pelaksana", "Steps / executors"), f"{len(sop.kegiatan)} / {len(sop.pelaksana)}"),
    ]
    if drawing := file.drawing:
        rows += [
            (Message("Halaman", "Pages"), str(drawing.pages)),
            (Message("Persilangan panah", "Arrow crossings"), _crossings(drawing).in_language(language)),
            (Message("Belokan panah", "Arrow bends"), str(drawing.bends)),
        ]
    if file.time:
        rows.append((Message("Waktu jalur utama", "Time of the main path"), file.time.in_language(language)))
    return rows


def _crossings(drawing: Drawing) -> Message:
    if drawing.proved:
        return Message(f"{drawing.crossings} (terbukti paling sedikit)", f"{drawing.crossings} (proved the fewest)")
    return Message(
        f"{drawing.crossings} (tidak kurang dari {drawing.bound})",
        f"{drawing.crossings} (no fewer than {drawing.bound})",
    )


def _code(found: Diagnostic, language: Language) -> str:
    weight = _both(_WEIGHTS[found.severity], language)
    return f"<td class='code'>{_text(found.code)}<small class='{found.severity.value}'>{weight}</small></td>"


def _where(group: list[Diagnostic], language: Language) -> str:
    """Steps as they are numbered in the document; of what is no step the line in the file."""
    steps = list(dict.fromkeys(str(each.step) for each in group if each.step is not None))
    spans = [each.span for each in group if each.step is None and each.span]
    lines = list(dict.fromkeys(str(span.line) for span in spans if not span.sheet))
    cells = list(dict.fromkeys(span.place for span in spans if span.sheet))
    parts = [f"{STEP.in_language(language)} {', '.join(steps)}"] if steps else []
    parts += [_LINE.in_language(language).format(", ".join(lines))] if lines else []
    parts += [", ".join(cells)] if cells else []
    return "<br>".join(map(_text, parts))


def _table(heads: Iterable[Message], rows: list[str], language: Language) -> str:
    if not rows:
        return f'<p class="none">{_both(_NONE, language)}</p>'
    head = "".join(f"<th>{_both(each, language)}</th>" for each in heads)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"


def _rows(rows: Iterable[tuple[Message, str]], language: Language) -> str:
    lines = (f"<tr><th>{_both(name, language)}</th><td>{_text(value)}</td></tr>" for name, value in rows)
    return '<table class="identity">\n' + "\n".join(lines) + "\n</table>"


def _heading(words: Message, language: Language) -> str:
    return f"<h2>{_both(words, language)}</h2>"


def _both(words: Message, language: Language) -> str:
    return _text(words.in_language(language))


def _prose(words: Message, language: Language) -> str:
    """Escaped, keys in backticks set apart, line breaks kept."""
    return _KEY.sub(r"<code>\1</code>", _both(words, language)).replace("\n", "<br>")


def _text(text: str) -> str:
    return escape(spelled_out(text))
