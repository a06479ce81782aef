"""The first sheet over many SOPs: how many meet the mandatory rules, a row for each, the most frequent causes."""

from __future__ import annotations

from collections import Counter
from typing import Final

from sopgen.diagnostics import Language, Message
from sopgen.intake.text import on_one_line
from sopgen.report.folding import steps_of
from sopgen.report.review import Review, Reviewed, Verdict, counts
from sopgen.report.sheet_entries import first_failure
from sopgen.report.sheet_markup import both, heading, rows_table, table, text
from sopgen.rules.registry import REGISTRY
from sopgen.wording import printed_date

_TITLE: Final = Message("REKAPITULASI PEMERIKSAAN SOP", "SUMMARY OF THE SOP CHECK")
_BASIS: Final = Message(
    "Permenpan-RB 35/2012; paparan KemenPAN-RB 2014; sumber tiap temuan tertulis padanya",
    "Permenpan-RB 35/2012; KemenPAN-RB slides 2014; each finding names its source",
)
_MEETS: Final = Message("Memenuhi semua aturan wajib", "Meets every mandatory rule")
_MEETS_SOME: Final = Message("Memenuhi aturan wajib yang diperiksa", "Meets the mandatory rules examined")
_FAILS: Final = Message("Belum memenuhi aturan wajib", "Does not meet the mandatory rules yet")
_REFUSED: Final = Message("Tidak dapat dinilai: tidak terbaca", "Cannot be judged: unreadable")
_UNDRAWN: Final = Message("Tidak dapat dinilai: tidak dapat digambar", "Cannot be judged: it cannot be drawn")
_OPEN: Final = Message("Tidak dapat dinilai seluruhnya", "Cannot be judged as a whole")
_TAGS: Final = {
    Verdict.MET: Message("MEMENUHI", "MET"),
    Verdict.FAILED: Message("BELUM MEMENUHI", "NOT MET"),
    Verdict.OPEN: Message("TIDAK DAPAT DINILAI", "OPEN"),
}
SHEET: Final = Message("Lembar", "Sheet")
_HEADS: Final = (
    SHEET,
    Message("Judul dan nomor SOP", "Title and number"),
    Message("Kegiatan", "Steps"),
    Message("Wajib", "Mandatory"),
    Message("Anjuran", "Advised"),
    Message("Diterima", "Accepted"),
    Message("Kesimpulan", "Verdict"),
)
_SUM: Final = Message("Jumlah", "Sum")
_NOTE: Final = Message(
    "Satu temuan adalah satu sebab; sebab yang sama di beberapa tempat dihitung sekali. Anjuran tidak menghalangi "
    "pengesahan.",
    "A finding is one cause; the same cause in several places counts once. Advice does not stand in the way of "
    "approval.",
)
_FREQUENT: Final = Message("Temuan yang paling sering", "The most frequent findings")
_CAUSES: Final = (
    Message("Aturan", "Rule"),
    Message("Isi aturan", "What it says"),
    Message("Pada SOP", "In SOPs"),
    Message("Tempat", "Places"),
)
_MOST: Final = 5
_REVIEWER: Final = Message("Pemeriksa,", "Reviewer,")


def verdict_words(file: Reviewed, review: Review) -> Message:
    """The verdict on one file in a sentence."""
    match file.verdict:
        case Verdict.MET:
            return _MEETS_SOME if review.scope or file.unexamined else _MEETS
        case Verdict.FAILED:
            return _FAILS
        case Verdict.OPEN if first_failure(file) is None:
            return _OPEN
    return _REFUSED if file.sop is None else _UNDRAWN


def in_order(review: Review) -> list[Reviewed]:
    """The files as their sheets follow each other: by the SOPs' numbers, those that are none last."""
    return sorted(
        review.files, key=lambda file: (not file.examined, file.sop is None, file.sop.nomor if file.sop else "")
    )


def cover(review: Review, language: Language) -> str:
    files = [(number, file) for number, file in enumerate(in_order(review), start=1) if file.examined]
    found = counts(finding for _, finding in review.findings())
    accepted = sum(len(file.accepted) for file in review.files)
    met = sum(file.verdict is Verdict.MET for _, file in files)
    told = Message(
        f"{met} dari {len(files)} SOP memenuhi aturan wajib yang diperiksa",
        f"{met} of {len(files)} SOPs meet the mandatory rules examined",
    )
    steps = sum(len(file.sop.kegiatan) for _, file in files if file.sop)
    identity = [
        (Message("Dasar pemeriksaan", "Basis"), _BASIS.in_language(language)),
        (Message("Tanggal pemeriksaan", "Date of the check"), printed_date(review.today)),
        (Message("Yang diperiksa", "Examined"), f"{len(files)} SOP, {steps} {_HEADS[2].in_language(language).lower()}"),
    ]
    numbers = ((found.wajib, _HEADS[3]), (found.anjuran, _HEADS[4]), (accepted, _HEADS[5]))
    cells = "".join(
        f"<div><b>{n}</b><span>{text(word.in_language(language).lower())}</span></div>" for n, word in numbers
    )
    verdicts = Message(f"{met} memenuhi, {len(files) - met} belum", f"{met} met, {len(files) - met} not")
    rows = [_row(number, file, language) for number, file in files]
    rows.append(
        f"<tr class='group'><td></td><td>{both(_SUM, language)}</td><td>{steps}</td><td>{found.wajib}</td>"
        f"<td>{found.anjuran}</td><td>{accepted}</td><td>{both(verdicts, language)}</td></tr>"
    )
    parts = [
        f"<h1>{both(_TITLE, language)}</h1>",
        rows_table(identity, language),
        f'<div class="sum"><div><b>{both(told, language)}</b><span>{both(_NOTE, language)}</span></div>{cells}</div>',
        f'<div class="rekap">{table(_HEADS, rows, language)}</div>',
        *_frequent([file for _, file in files], language),
        f'<div class="signed tail"><div>{both(_REVIEWER, language)}<div class="line">NIP</div></div></div>',
    ]
    return "<article>\n" + "\n".join(parts) + "\n</article>"


def _row(number: int, file: Reviewed, language: Language) -> str:
    found = counts(file.findings)
    if sop := file.sop:
        name = f"<b>{text(on_one_line(sop.judul))}</b><small>{text(on_one_line(sop.nomor))}</small>"
        steps = str(len(sop.kegiatan))
    else:
        failure = first_failure(file)
        name = f"<b>{text(file.file)}</b><small>{both(failure.message, language) if failure else ''}</small>"
        steps = "–"
    tag = f"<span class='tag {file.verdict.name.lower()}'>{both(_TAGS[file.verdict], language)}</span>"
    numbers = "".join(f"<td>{count or '–'}</td>" for count in (found.wajib, found.anjuran, len(file.accepted)))
    link = f"<a href='#lembar-{number}'>{name}</a>"
    cells = f"<td>{number}</td><td>{link}</td><td>{steps}</td>{numbers}<td>{tag}</td>"
    return f"<tr class='entry'>{cells}</tr>"


def _frequent(files: list[Reviewed], language: Language) -> list[str]:
    """Rules found in two SOPs or more, at most five."""
    in_sops: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for file in files:
        found = [finding.diagnostic for finding in file.findings]
        in_sops.update({each.code for each in found})
        for each in found:
            places[each.code] += max(len(steps_of(each)), 1)
    often = [code for code, count in sorted(in_sops.items(), key=lambda row: (-row[1], row[0])) if count > 1][:_MOST]
    if not often:
        return []
    rows = [
        f"<tr><td>{code}</td><td>{both(REGISTRY[code].title, language)}</td><td>{in_sops[code]}</td>"
        f"<td>{places[code]}</td></tr>"
        for code in often
    ]
    return [heading(_FREQUENT, language), f'<div class="often">{table(_CAUSES, rows, language)}</div>']
