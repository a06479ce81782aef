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
from sopgen.report.review import Drawing, Review, Reviewed, counts
from sopgen.report.seal import sealed_page
from sopgen.report.sheet_cover import (
    BASIS,
    BASIS_NAME,
    COVER,
    SHEET,
    bureau_of,
    cover,
    cover_foot,
    in_order,
    left_out_facts,
    verdict_words,
)
from sopgen.report.sheet_entries import asks_for_reasons, entries_table
from sopgen.report.sheet_markup import both, facts_table, heading, in_pairs, kept_table, prose, table, text
from sopgen.report.sheet_style import STYLE, page_foot
from sopgen.rules.paper import Paper
from sopgen.version import __version__
from sopgen.wording import printed_date

_TITLE: Final = Message("LEMBAR PEMERIKSAAN SOP", "SOP COMPLIANCE SHEET")
_FIGURES: Final = Message("Gambar dan waktu", "Drawing and time")
_REDRAWN: Final = Message(
    "Waktu, dan gambar ulang sopgen (bukan gambar di berkas ini)",
    "Time, and sopgen's redrawing (not what this file shows)",
)
_UNEXAMINED: Final = Message("Tidak diperiksa", "Not examined")
_PARTLY: Final = Message("yang tidak diperiksa tercantum di bawah", "what was not examined is listed below")
_FINE: Final = Message("sejauh aturan yang dikenal sopgen", "as far as the rules that sopgen knows")
_WHAT, _WHY = Message("Yang tidak diperiksa", "Not examined"), Message("Sebabnya", "Why")
_UNREAD: Final = Message(
    "Berkas ini tidak terbaca sebagai SOP; tidak ada yang diperiksa, jadi tidak ada yang ditandatangani",
    "This file does not read as an SOP; nothing was examined, so there is nothing to sign",
)
_WHAT_TO_DO: Final = Message("Yang perlu dilakukan", "What to do")
_INSIDE: Final = Message("menurut spesifikasi di dalamnya; di kertas lain", "by the spec inside; other on paper")
_NUMBERS: Final = (Message("wajib", "mandatory"), Message("anjuran", "advised"), Message("diterima", "accepted"))
_REASONS: Final = Message(
    "Alasan penolakan atau kekeliruan (sebut nomor temuan)", "Reasons for rejecting (by number of finding)"
)
_SIGNERS: Final = (
    Message("Penyusun,", "Author,"),
    Message("Pemeriksa,", "Reviewer,"),
    Message("Pemilik prosedur,", "Owner of the procedure,"),
)
_JUDUL: Final = Message("Judul SOP", "Title")
_DATE: Final = Message("tanggal", "date")
_SHOWN: Final = 16  # digits of a digest that tell files apart
_REJECTIONS: Final = 3  # lines to write on


def compliance_sheet(review: Review, language: Language) -> str:
    """The whole file, ending with a line feed."""
    files = in_order(review)
    sheets = [_sheet(number, file, review, language) for number, file in enumerate(files, start=1)]
    feet = [page_foot(number, _foot(file, review)) for number, file in enumerate(files, start=1)]
    if sum(file.examined for file in files) > 1:
        sheets.insert(0, cover(review, language))
        feet.insert(0, page_foot(COVER, cover_foot(review, language)))
    body = "\n".join(sheets)
    return sealed_page(
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n{GENERATOR}\n'
        f"<title>{both(_TITLE, language)}</title>\n<style>\n{STYLE[language]}{''.join(feet)}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _sheet(number: int, file: Reviewed, review: Review, language: Language) -> str:
    sop = file.sop
    bureau = bureau_of(sop) if sop else ""
    parts = [
        f"<h1>{_place(number, review, language)}{both(_TITLE, language)}</h1>",
        f'<p class="bureau">{text(bureau)}</p>',
        facts_table(_identity(file, review, language), language, head=sop is not None),
        _sum(file, review, language) if file.examined else "",
    ]
    if file.is_unread:  # nothing was examined: there is nothing to sign
        parts += [_causes(file, language), f"<footer>sopgen {__version__} · {text(file.name)}</footer>"]
        return _article(number, parts)
    tail = "\n".join(filter(None, _tail(file, language)))
    if not file.unexamined:
        return _article(number, [*parts, entries_table(file, language, tail)])
    rows = [
        f"<tr><td>{prose(each.what, language)}</td><td>{prose(each.why, language)}</td></tr>"
        for each in file.unexamined
    ]
    unexamined = kept_table("open", (_WHAT, _WHY), rows, tail, language)
    return _article(number, [*parts, entries_table(file, language), heading(_UNEXAMINED, language), unexamined])


def _tail(file: Reviewed, language: Language) -> list[str]:
    """What stays together, and with the last line before it: nobody signs a sheet that says nothing else."""
    parts = []
    if asks_for_reasons(file):
        parts += [heading(_REASONS, language), f'<div class="ruled">{"<p></p>" * _REJECTIONS}</div>']
    if file.sop is not None:
        facts = _figures(file, file.sop, language)
        parts += [
            heading(_REDRAWN if _shows_ours(file) else _FIGURES, language),
            facts_table([*in_pairs(facts), *_main_path(file, language)], language),
        ]
    return [
        *parts,
        f"<p class='bound'>{both(_bound(file), language)}</p>" if file.examined else "",
        _signatures(language),
        f"<footer>sopgen {__version__} · {text(file.name)}</footer>",
    ]


def _article(number: int, parts: list[str]) -> str:
    return f'<article id="lembar-{number}">\n' + "\n".join(filter(None, parts)) + "\n</article>"


def _causes(file: Reviewed, language: Language) -> str:
    """Why a file could not be read, and what to do."""
    found = [each.diagnostic for each in file.findings]
    rows = [
        f"<tr><td>{prose(each.message, language)}</td><td>{prose(each.remedy, language)}</td></tr>" for each in found
    ]
    return heading(_UNREAD, language) + table((_WHY, _WHAT_TO_DO), rows, language)


def _foot(file: Reviewed, review: Review) -> str:
    """What each page of a sheet says at its foot, so that none can be taken for another SOP's."""
    number = on_one_line(file.sop.nomor) if file.sop else ""
    digest = f"SHA-256 {file.digest[:_SHOWN]}" if file.digest else ""
    return " · ".join(filter(None, (number or file.name, printed_date(review.today), digest)))


def _bound(file: Reviewed) -> Message:
    """What the signatures stand for."""
    found = counts(file.findings)
    title = f"“{on_one_line(file.sop.judul)}”" if file.sop and not _differs(file, "judul") else ""
    digest = f", SHA-256 {file.digest[:_SHOWN]}" if file.digest else ""
    return Message(
        f"Lembar ini memeriksa {title or 'berkas'} ({file.name}{digest}) dan memuat {found.wajib} temuan wajib dan "
        f"{found.anjuran} anjuran.",
        f"This sheet examines {title or 'the file'} ({file.name}{digest}) and holds {found.wajib} mandatory findings "
        f"and {found.anjuran} of advice.",
    )


def _shows_ours(file: Reviewed) -> bool:
    """Whether the figures are those of a drawing that is not the file's own."""
    return file.redrawn and file.drawing is not None and not (file.paper and file.paper.steps)


def _place(number: int, review: Review, language: Language) -> str:
    """Of several sheets the number that the cover names it by."""
    count = len(in_order(review))
    of = Message(f"dari {count}", f"of {count}")
    return f"<span>{both(SHEET, language)} {number} {both(of, language)}</span>" if count > 1 else ""


def _signatures(language: Language) -> str:
    lines = f"<div class='line'><p>NIP <u></u></p><p>{both(_DATE, language)} <u></u></p></div>"
    cells = "".join(f"<div>{both(who, language)}{lines}</div>" for who in _SIGNERS)
    return f'<div class="signed">{cells}</div>'


def _identity(file: Reviewed, review: Review, language: Language) -> list[tuple[tuple[Message, str], ...]]:
    """As on the SOP's own head: what it is called alone, then its number and kind beside its dates."""
    rows: list[tuple[tuple[Message, str], ...]] = []
    if sop := file.sop:
        dates = sop.tanggal
        kind = ", ".join(each for each in (sop.jenis, sop.sifat) if each)
        number = (on_one_line(sop.nomor) or "–") + _inside(file, "nomor", language)
        rows = [
            ((_JUDUL, on_one_line(sop.judul) + _inside(file, "judul", language)),),
            ((Message("Nomor SOP", "Number"), number), (Message("Tanggal Pembuatan", "Made"), _day(dates.pembuatan))),
            (
                (Message("Jenis dan sifat", "Kind, nature"), kind or "–"),
                (Message("Tanggal Revisi", "Revised"), _day(dates.revisi)),
            ),
            (
                (Message("Disahkan oleh", "Approved by"), _approval(sop.pengesahan)),
                (Message("Tanggal Efektif", "In force"), _day(dates.efektif)),
            ),
        ]
    day = (Message("Tanggal pemeriksaan", "Date of the check"), printed_date(review.today))
    rows += _held_in(file, day, review)
    if len(in_order(review)) == 1:
        rows += [(fact,) for fact in left_out_facts(review, language)]
    if review.scope:
        rows.append(((Message("Aturan diperiksa", "Rules examined"), review.scope),))
    return [*rows, ((BASIS_NAME, BASIS.in_language(language)),)]


def _held_in(file: Reviewed, day: tuple[Message, str], review: Review) -> list[tuple[tuple[Message, str], ...]]:
    """The file, and all others that bring the same SOP, each by its digest and with its own verdict."""
    name = Message("Berkas", "File")
    others = [each for each in review.files_of(file) if each.name != file.name]
    if not others:
        return [((name, file.name), day)]
    again = Message("SOP yang sama", "The same SOP")
    told = [(name, _by_digest(file)), *((again, _by_digest(each)) for each in others)]
    return [*((each,) for each in told), (day,)]


def _by_digest(file: Reviewed) -> str:
    digest = f" · SHA-256 {file.digest[:_SHOWN]}" if file.digest else ""
    return f"{file.name}{digest} · {file.verdict.value}"


def _day(day: date | Literal["-"] | None) -> str:
    return printed_date(day) or "–"


def _inside(file: Reviewed, key: str, language: Language) -> str:
    return f" ({_INSIDE.in_language(language)})" if _differs(file, key) else ""


def _differs(file: Reviewed, key: str) -> bool:
    """Whether a fact of the header stands otherwise on the paper than in the spec that it carries (TBL-05)."""
    found = (each.diagnostic for each in file.findings)
    return any(each.code == "TBL-05" and each.path == (key,) for each in found)


def _approval(approval: Pengesahan) -> str:
    return ", ".join(filter(None, map(on_one_line, (approval.jabatan, approval.nama)))) or "–"


def _sum(file: Reviewed, review: Review, language: Language) -> str:
    """The verdict and the three numbers."""
    found = counts(file.findings)
    numbers = (0, 0, 0) if file.is_unread else (found.wajib, found.anjuran, len(file.accepted))
    basis = _PARTLY if file.unexamined else _FINE
    cells = [
        f"<div><b>{both(verdict_words(file, review), language)}</b><span>{both(basis, language)}</span></div>",
        *(
            f"<div><b>{number}</b><span>{both(word, language)}</span></div>"
            for number, word in zip(numbers, _NUMBERS, strict=True)
        ),
    ]
    return f'<div class="sum">{"".join(cells)}</div>'


def _figures(file: Reviewed, sop: Sop, language: Language) -> list[tuple[Message, str]]:
    facts = [
        (Message("Kegiatan / pelaksana", "Steps / executors"), f"{len(sop.kegiatan)} / {len(sop.pelaksana)}"),
    ]
    if file.paper is not None and file.paper.steps:
        facts += _figures_on_paper(file.paper)
    elif drawing := file.drawing:
        facts += [
            (Message("Halaman", "Pages"), str(drawing.pages)),
            (Message("Persilangan panah", "Arrow crossings"), _crossings(drawing).in_language(language)),
            (Message("Belokan panah", "Arrow bends"), str(drawing.bends)),
        ]
    return facts


def _main_path(file: Reviewed, language: Language) -> list[tuple[tuple[Message, str], ...]]:
    if not file.time:
        return []
    return [((Message("Waktu jalur utama", "Time of the main path"), file.time.in_language(language)),)]


def _figures_on_paper(paper: Paper) -> list[tuple[Message, str]]:
    """Counted on what was examined."""
    rows = [(Message("Halaman", "Pages"), str(paper.pages))] if paper.pages else []
    if paper.crossings is not None:
        rows.append((Message("Persilangan panah", "Arrow crossings"), str(paper.crossings)))
    return rows


def _crossings(drawing: Drawing) -> Message:
    if drawing.proved:
        return Message(f"{drawing.crossings} (terbukti paling sedikit)", f"{drawing.crossings} (proved the fewest)")
    return Message(
        f"{drawing.crossings} (tidak kurang dari {drawing.bound})",
        f"{drawing.crossings} (no fewer than {drawing.bound})",
    )
