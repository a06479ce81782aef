"""The first sheet over many SOPs: how many meet the mandatory rules, a row for each, the most frequent causes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from sopgen.diagnostics import Language, Message, some
from sopgen.intake.sop import Sop
from sopgen.intake.text import on_one_line
from sopgen.report.review import STATUS, VERDICTS, Review, Reviewed, Verdict, counts, worst
from sopgen.report.sheet_causes import frequent_causes
from sopgen.report.sheet_caveats import caveats_of
from sopgen.report.sheet_entries import first_failure
from sopgen.report.sheet_markup import (
    both,
    facts_table,
    head_of,
    running_head,
    stacked,
    sum_box,
    text,
    title,
)
from sopgen.report.sheet_measure import MM, Cell, row_height
from sopgen.report.sheet_order import version_notes
from sopgen.report.sheet_pages import Block, Layout, Line, pages_of
from sopgen.report.sheet_unread import UNREAD
from sopgen.wording import date_words

_TITLE: Final = Message("REKAPITULASI PEMERIKSAAN SOP", "SUMMARY OF THE SOP CHECK")
BASIS_NAME: Final = Message("Dasar pemeriksaan", "Basis")
BASIS: Final = Message(
    "Wajib: paparan KemenPAN-RB 2014 tentang Permenpan-RB 35/2012; kesamaan berkas dengan spesifikasi di dalamnya "
    "(AKT-07, PNH-06, TBL-05): aturan sopgen sendiri. Anjuran: juga lampiran peraturannya dan sumber lain. Tiap temuan "
    "menyebut sumbernya.",
    "Mandatory: KemenPAN-RB's slides of 2014 on Permenpan-RB 35/2012; that a file says what the spec inside says "
    "(AKT-07, PNH-06, TBL-05): sopgen's own. Advice: the regulation's annex and other sources too. Each finding names "
    "its own.",
)
_MEETS: Final = Message("Memenuhi semua aturan wajib", "Meets every mandatory rule")
_MEETS_BUT: Final = Message(
    "Memenuhi aturan wajib, kecuali {} temuan wajib yang diterima pembuatnya; pemeriksa yang memutuskan",
    "Meets the mandatory rules but for {} of the findings, which its maker accepted; the reviewer decides",
)
_WITHDRAWN: Final = Message("; SOP ini sudah dicabut", "; this SOP is withdrawn")
_MEETS_SOME: Final = Message("Memenuhi aturan wajib yang diperiksa", "Meets the mandatory rules examined")
_OLD_FAILS: Final = Message(
    "Belum memenuhi aturan wajib: temuan lama belum diperbaiki",
    "Does not meet the mandatory rules yet: old findings are not mended",
)
_FAILS: Final = Message("Belum memenuhi aturan wajib", "Does not meet the mandatory rules yet")
_REFUSED: Final = Message("Tidak dapat dinilai: tidak terbaca", "Cannot be judged: unreadable")
_UNDRAWN: Final = Message("Belum memenuhi: tidak dapat digambar", "Does not meet the rules: it cannot be drawn")
_OPEN: Final = Message("Tidak dapat dinilai seluruhnya", "Cannot be judged as a whole")
_TAGS: Final = {verdict: Message(*map(str.upper, words)) for verdict, words in VERDICTS.items()}
_LOST: Final = Message("TIDAK TERBACA", "UNREADABLE")
_AGAIN: Final = Message("SOP yang sama; temuan tambahan berkas ini", "the same SOP; what this file shows besides")
SHEET: Final = Message("Lembar", "Sheet")
_HEADS: Final = (
    SHEET,
    Message("Judul, nomor, dan berkas SOP", "Title, number and file"),
    Message("Kegiatan", "Steps"),
    Message("Wajib", "Mandatory"),
    Message("Anjuran", "Advised"),
    Message("Diterima", "Accepted"),
    Message("Kesimpulan", "Verdict"),
    Message("Hal.", "Page"),
)
OLD: Final = Message("temuan lama", "old findings")
SCOPE: Final = Message("Aturan diperiksa", "Rules examined")
_BUREAU: Final = Message("Isi bersama dari", "Shared contents from")
_LEFT_OUT: Final = Message("Berkas yang tidak diperiksa", "Files not examined")
_COLUMNS: Final = (14.0, 64.0, 15.0, 15.0, 15.0, 15.0, 26.0, 11.0)
_SUM: Final = Message("Jumlah", "Sum")
_NOTE: Final = Message(
    "Satu temuan adalah satu sebab; sebab yang sama di beberapa tempat dihitung sekali. Anjuran tidak menghalangi "
    "pengesahan.",
    "A finding is one cause; the same cause in several places counts once. Advice does not stand in the way of "
    "approval.",
)
_GOES_ON: Final = ("dan ", "serta ", "di ", "pada ", "untuk ", "dalam ")
_LEVELS: Final = (
    *("badan ", "bagian ", "balai ", "bidang ", "biro ", "deputi ", "dinas ", "direktorat ", "inspektorat"),
    *("kantor ", "kecamatan ", "kelurahan ", "lembaga ", "pemerintah ", "puskesmas ", "pusat ", "rumah sakit "),
    *("satuan ", "sekretariat", "sekolah ", "subbagian ", "unit ", "universitas ", "upt"),
)
"""What names a level of an agency below another; other lines go on with the name above."""
COVER: Final = "rekapitulasi"
_FOOT: Final = Message("Rekapitulasi pemeriksaan", "Summary of the check of")
_REVIEWER: Final = Message("Pemeriksa,", "Reviewer,")


def verdict_words(file: Reviewed, review: Review) -> Message:
    """The verdict on one file in a sentence; of what is in force no more, that it is not.

    Of what meets the rules also what keeps it from being signed all the same.
    """
    said = _verdict_words(file, review)
    if file.verdict is Verdict.MET and (caveats := list(caveats_of(file))):
        told = Message(*("; ".join(words) for words in zip(*caveats, strict=True)))
        said = Message(f"{said.id}, tetapi {told.id}", f"{said.en}, but {told.en}")
    withdrawn = file.sop is not None and file.sop.status == "dicabut"
    return Message(said.id + _WITHDRAWN.id, said.en + _WITHDRAWN.en) if withdrawn else said


def _verdict_words(file: Reviewed, review: Review) -> Message:
    match file.verdict:
        case Verdict.MET if waives := sum(each.is_waiver for each in file.accepted):
            return Message(*(words.format(waives) for words in _MEETS_BUT))
        case Verdict.MET:
            return _MEETS_SOME if review.scope or file.unexamined else _MEETS
        case Verdict.FAILED:
            if not counts(file.findings).wajib and first_failure(file) is None:
                return _OLD_FAILS
            return _FAILS if first_failure(file) is None else _UNDRAWN
        case Verdict.OPEN:
            return _OPEN if first_failure(file) is None else _REFUSED


def cover_pages(review: Review, files: Sequence[Reviewed], sheets: Sequence[int], language: Language) -> list[str]:
    """`files` as their sheets follow each other; `sheets`: how many pages each takes.

    Last of these that of the files that could not be read, if any.
    """
    layout = _layout(review, files, [0] * len(sheets), language)
    first = len(pages_of(layout)) + 1  # whatever the numbers are, they take as much room
    starts = list(accumulate(sheets, initial=first))
    return pages_of(_layout(review, files, starts, language))


def _layout(review: Review, files: Sequence[Reviewed], starts: Sequence[int], language: Language) -> Layout:
    """`starts`: on which page each sheet begins."""
    counted = [file for file in files if file.examined and not file.same_as]
    notes = version_notes(files, review.today)
    lines = [
        _row(number + 1, file, starts[number], review, language, notes.get(file.name))
        for number, file in enumerate(files)
        if file.examined
    ]
    lines += [_unread_row(file, starts[len(files)], language) for file in review.files if file.is_unread]
    last = lines.pop()
    summed = _sum_row(review, language)
    lines.append(Line(last.html + "\n" + summed.html, last.height + summed.height))
    name = _TITLE.in_language(language).capitalize().replace("sop", "SOP")
    return Layout(
        _opening(review, language),
        running_head(name, language),
        "rekap",
        _COLUMNS,
        head_of(_HEADS, _COLUMNS, language),
        lines,
        stacked([*frequent_causes(counted, language), _signature(language)]),
    )


def _opening(review: Review, language: Language) -> Block:
    found = review.counts()
    sums = review.sums
    verdicts = review.verdicts()
    sops = sum(verdicts.values())
    told = Message(
        f"{verdicts[Verdict.MET]} dari {sops} SOP memenuhi aturan wajib yang diperiksa",
        f"{verdicts[Verdict.MET]} of {some(sops, 'SOP')} meet the mandatory rules examined",
    )
    held = len({file.file for file in review.files if file.examined and not file.is_unread})
    steps, unread = _steps(review), review.unread
    lost = Message(f", {unread} berkas tidak terbaca sebagai SOP", f", {some(unread, 'file')} not read as an SOP")
    examined = Message(
        f"{sops} SOP dalam {held} berkas, {steps} kegiatan{lost.id if unread else ''}",
        f"{some(sops, 'SOP')} in {some(held, 'file')}, {some(steps, 'step')}{lost.en if unread else ''}",
    )
    identity = [
        (BASIS_NAME, BASIS.in_language(language)),
        (Message("Tanggal pemeriksaan", "Date of the check"), date_words(review.today).in_language(language)),
        (Message("Yang diperiksa", "Examined"), examined.in_language(language)),
        *left_out_facts(review, language),
        *([(SCOPE, review.terms)] if review.terms else []),
    ]
    numbers = [(found.wajib, _HEADS[3]), (found.anjuran, _HEADS[4]), (sums["diabaikan"], _HEADS[5])]
    numbers += [(sums["lama"], OLD)] if sums["lama"] else []
    counted = [(number, text(word.in_language(language).lower())) for number, word in numbers]
    return stacked(
        [
            title(both(_TITLE, language), _bureau(review)),
            facts_table([(fact,) for fact in identity], language),
            sum_box(both(told, language), both(_NOTE, language), counted),
        ]
    )


def _steps(review: Review) -> int:
    return sum(len(file.sop.kegiatan) for file in review.sops if file.sop)


def _sum_row(review: Review, language: Language) -> Block:
    found = review.counts()
    verdicts = f"<small>{both(_sum_of(review.verdicts()), language)}</small>"
    cells = (both(_SUM, language), _steps(review), found.wajib, found.anjuran, review.sums["diabaikan"], verdicts, "")
    told = "".join(f"<td>{cell}</td>" for cell in cells)
    return Block(f"<tr class='group'><td></td>{told}</tr>", row_height([Cell(verdicts, _COLUMNS[6])]))


def left_out_facts(review: Review, language: Language) -> list[tuple[Message, str]]:
    """What of the bureau's decides from outside the folder; the files that stand beside those examined, and why."""
    return [(_BUREAU, each) for each in review.bureaus] + [
        (_LEFT_OUT, f"{', '.join(map(on_one_line, files))}: {why.in_language(language)}")
        for why, files in review.left_out_by_reason().items()
    ]


def cover_foot(review: Review, language: Language) -> str:
    """What each page of the cover says at its foot."""
    return f"{_FOOT.in_language(language)} {date_words(review.today).in_language(language)}"


def bureau_of(sop: Sop) -> str:
    """Whose SOP it is, in one line: each level of its agency and unit by itself, however its lines are broken."""
    levels: list[str] = []
    for line in filter(None, map(on_one_line, sop.instansi)):
        if levels and not line.lower().startswith(_LEVELS):
            levels[-1] += f" {line}"
        else:
            levels.append(line)
    units: list[str] = []
    for line in filter(None, map(on_one_line, sop.unit)):
        if units and (units[-1].endswith(",") or line.lower().startswith(_GOES_ON)):
            units[-1] += f" {line}"
        else:
            units.append(line)
    return " · ".join((*levels, *units))


def _bureau(review: Review) -> str:
    """Where all SOPs are of one bureau, its name."""
    named = {bureau_of(file.sop) for file in review.sops if file.sop}
    return named.pop() if len(named) == 1 else ""


def _signature(language: Language) -> Block:
    return Block(
        f'<div class="signed one"><div><p class="place"><u></u>,&nbsp;<u></u></p>{both(_REVIEWER, language)}'
        '<div class="line"><p>NIP <u></u></p></div></div></div>',
        46 * MM,
    )


def _sum_of(verdicts: dict[Verdict, int]) -> Message:
    met, failed, left = verdicts.values()
    unsure = Message(f", {left} tidak dapat dinilai", f", {left} cannot be judged") if left else Message("", "")
    return Message(f"{met} memenuhi, {failed} belum{unsure.id}", f"{met} met, {failed} not{unsure.en}")


def _row(number: int, file: Reviewed, page: int, review: Review, language: Language, version: Message | None) -> Line:
    found = counts(review.own_findings(file) if file.same_as else file.findings)
    steps = "–"
    if sop := file.sop:
        name = f"<b>{text(on_one_line(sop.judul))}</b><small>{text(on_one_line(sop.nomor))}</small>"
        told = [file, *(each for each in review.files_of(file)[1:] if not file.same_as)]
        names = [_with_verdict(each, review, language) for each in told]
        if file.same_as:
            name += f"<small>{both(_AGAIN, language)}</small>"
        else:
            steps = str(len(sop.kegiatan))
        name += f"<small class='file'>{'<br>'.join(text(on_one_line(each)) for each in names)}</small>"
        name += "".join(f"<small>{both(each, language)}</small>" for each in (STATUS.get(sop.status), version) if each)
        name += _why_open(file, language)
    else:
        name = _with_failure(file, language)
    tag = _tag(file, review, language)
    numbers = [str(count or "–") for count in (found.wajib, found.anjuran, len(review.own_accepted(file)))]
    return _listed(str(number), f"lembar-{number}", name, (steps, *numbers, tag, str(page)))


def _why_open(file: Reviewed, language: Language) -> str:
    """What leaves the verdict on a file open: the first of it, its sheet tells all."""
    open_for = [each for each in file.unexamined if each.decisive] if file.verdict is Verdict.OPEN else []
    if not open_for:
        return ""
    told = f"{open_for[0].what.in_language(language)}: {open_for[0].why.in_language(language)}"
    return f"<small>{text(on_one_line(told))}</small>"


def _with_verdict(file: Reviewed, review: Review, language: Language) -> str:
    """A file's name, and its own verdict where the files of its SOP do not share one."""
    alone = len({each.verdict for each in review.files_of(file)}) == 1
    return file.name if alone else f"{file.name}: {VERDICTS[file.verdict].in_language(language)}"


def _tag(file: Reviewed, review: Review, language: Language) -> str:
    """The SOP's verdict, once: so the tags are as many as the sum says."""
    if file.same_as:
        return "–"
    verdict = worst(review.files_of(file))
    return f"<span class='tag {verdict.name.lower()}'>{both(_TAGS[verdict], language)}</span>"


def _unread_row(file: Reviewed, page: int, language: Language) -> Line:
    tag = f"<span class='tag open'>{both(_LOST, language)}</span>"
    return _listed("–", f"lembar-{UNREAD}", _with_failure(file, language), (*"––––", tag, str(page)))


def _with_failure(file: Reviewed, language: Language) -> str:
    failure = first_failure(file)
    return f"<b>{text(file.name)}</b><small>{both(failure.message, language) if failure else ''}</small>"


def _listed(number: str, sheet: str, name: str, cells: Sequence[str]) -> Line:
    told = "".join(f"<td>{cell}</td>" for cell in cells)
    html = f"<tr class='entry'><td>{number}</td><td><a href='#{sheet}'>{name}</a></td>{told}</tr>"
    return Line(html, row_height([Cell(name, _COLUMNS[1])]))
