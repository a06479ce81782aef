"""Review -> text for a terminal: every finding with its line and caret, a line for each file, the sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sopgen.diagnostics import WEIGHTS, Language, Message, Severity, files_told, some
from sopgen.report.harmless import on_one_line
from sopgen.report.review import STATUS, VERDICTS, Counts, FingerprintedFinding, Review, Reviewed, Sums, Verdict, counts
from sopgen.report.text import diagnostic_text, finding_text
from sopgen.rules.held import Unexamined
from sopgen.rules.registry import REGISTRY

TIME = Message("waktu jalur utama {}", "main path takes {}")
ACCEPTED = Message("{} diterima", "{} accepted")
OLD = Message("{} temuan lama belum diperbaiki", "{} old and not mended")
FINE = Message("tanpa temuan", "no findings")
OPEN = Message("tidak dapat dinilai seluruhnya", "cannot be judged as a whole")
PARTLY = Message(
    "tidak dapat dinilai seluruhnya: sebagian aturan wajib tidak diperiksa",
    "cannot be judged as a whole: some mandatory rules were not examined",
)
_MET_BUT = Message(
    "memenuhi, kecuali {} temuan wajib yang diterima pembuatnya",
    "met but for {} of the mandatory findings, which its maker accepted",
)
UNREAD = Message("tidak terbaca, tidak dinilai", "could not be read, not judged")
SAME = Message("SOP yang sama dengan {}, dihitung sekali", "the same SOP as {}, counted once")
MORE = Message("dan {} lagi", "and {} more")
_FILES_NAMED = 3
_REVIEW_DUE = "MON-01"
UNEXAMINED = Message("tidak diperiksa", "not examined")


def text_findings(review: Review, language: Language) -> str:
    """Ends with a line feed. What stands at no file of the check (a baseline's own findings) comes where it was put."""
    if review.statistics:
        findings = statistics_lines(review, language)
    else:
        told = _in_order(review)
        late = [file for file, each in told if each.diagnostic.code == _REVIEW_DUE]
        together = len(late) > 1  # said of file after file it would hide the rest
        lost = {id(each) for _, each in review.of_unread()}  # weighs nothing, as the sums have it
        findings = [
            (diagnostic_text if id(each) in lost else finding_text)(each.diagnostic, language, file)
            for file, each in told
            if not (together and each.diagnostic.code == _REVIEW_DUE)
        ]
        findings += [_late_line(len(late), review, language)] if together else []
    files = [
        *unexamined_lines(review, language),
        *left_out_lines(review, language),
        *(file_line(file, language) for file in review.files),
    ]
    files += [told.in_language(language) for told in bureaus_told(review)]
    return "\n".join([*findings, *files, verdicts_line(review, language), sum_line(review, language)]) + "\n"


def _in_order(review: Review) -> list[tuple[str, FingerprintedFinding]]:
    """Of a spec by its lines; of a document, which has none, what is mandatory first."""
    files = [file.file for file in review.files]
    papers = {file.file for file in review.files if file.paper is not None}

    def order(told: tuple[str, FingerprintedFinding]) -> tuple[int, bool]:
        file, finding = told
        return files.index(file), file in papers and finding.diagnostic.severity is not Severity.WAJIB

    return sorted(review.findings(), key=order)


def _late_line(late: int, review: Review, language: Language) -> str:
    """One line for all SOPs that are due for review; other formats have each."""
    files = len(review.sops)
    told = Message(
        f"{_REVIEW_DUE} anjuran: {late} dari {files} SOP bertanggal terakhir lebih dari setahun yang lalu; "
        "tinjau, lalu isi Tanggal Revisi dan perbarui Tanggal Efektif. "
        f"Rinciannya: --select {_REVIEW_DUE} --format json",
        f"{_REVIEW_DUE} advised: the last date of {late} of {some(files, 'SOP')} is over a year ago; review them and "
        f"give Tanggal Revisi, renew Tanggal Efektif. Each of them: --select {_REVIEW_DUE} --format json",
    )
    return told.in_language(language)


def bureaus_told(review: Review) -> list[Message]:
    """Which sopgen.yaml the check rests on, where nobody may expect one: it is found above, and decides much."""
    return [
        Message(
            f"setelan dan isi bersama dari {on_one_line(each)}, di luar folder kerja",
            f"settings and shared contents from {on_one_line(each)}, outside the working folder",
        )
        for each in review.bureaus
    ]


def file_line(file: Reviewed, language: Language) -> str:
    """`specs/a.sop.yaml: belum memenuhi; 12 wajib, 5 anjuran; 1 diterima; waktu jalur utama …`."""
    if file.is_unread:
        return f"{on_one_line(file.name)}: {UNREAD.in_language(language)}"
    parts = [_verdict(file).in_language(language)] if file.examined else []
    parts.append(counts(file.findings).message.in_language(language) if file.findings else FINE.in_language(language))
    if file.sop and file.sop.status in STATUS:
        parts.append(STATUS[file.sop.status].in_language(language))
    if file.same_as:
        parts.append(SAME.in_language(language).format(on_one_line(file.same_as)))
    parts += [
        words.in_language(language).format(len(accepted))
        for words, accepted in ((OLD, file.old), (ACCEPTED, file.waived))
        if accepted
    ]
    if file.time:
        parts.append(TIME.in_language(language).format(file.time.in_language(language)))
    return f"{on_one_line(file.name)}: {'; '.join(parts)}"


def _verdict(file: Reviewed) -> Message:
    waives = sum(each.is_waiver for each in file.accepted)
    if file.verdict is Verdict.MET and waives:
        return Message(*(words.format(waives) for words in _MET_BUT))
    if file.verdict is Verdict.OPEN and file.unexamined:
        return PARTLY if file.is_open_by_choice else OPEN
    return VERDICTS[file.verdict]


def unexamined_lines(review: Review, language: Language) -> list[str]:
    """`x.xlsx: tidak diperiksa:`, and a line for each thing with its reason; what several files share is told once.

    Not what nobody asked for: the sum says what was.
    """
    by_row: dict[Unexamined, list[str]] = {}
    for file in review.files:
        for each in file.unexamined if not file.is_unread else ():
            if each.chosen == "asked":
                continue
            by_row.setdefault(each, []).append(on_one_line(file.name))
    by_files: dict[tuple[str, ...], list[str]] = {}
    for each, files in by_row.items():
        told = f"{each.what.in_language(language)}: {each.why.in_language(language)}"
        by_files.setdefault(tuple(files), []).append(f"    - {on_one_line(told)}")
    return [
        "\n".join([f"{files[0] if len(files) == 1 else _several(files, language)}: {told}:", *rows])
        for files, rows in by_files.items()
        for told in (UNEXAMINED.in_language(language),)
    ]


def left_out_lines(review: Review, language: Language) -> list[str]:
    """`2 berkas (a.pdf, a.xlsx): tidak diperiksa: …`; every file is named, for nothing else of the report does."""
    lines = []
    for why, files in review.left_out_by_reason().items():
        named = ", ".join(map(on_one_line, files))
        told = named if len(files) == 1 else f"{files_told(len(files)).in_language(language)} ({named})"
        lines.append(f"{told}: {UNEXAMINED.in_language(language)}: {why.in_language(language)}")
    return lines


def _several(files: Sequence[str], language: Language) -> str:
    """`7 berkas (a.pdf, b.xlsx, c.pdf, dan 4 lagi)`; SOPs, where a file holds several of them."""
    named = ", ".join(files[:_FILES_NAMED])
    more = len(files) - _FILES_NAMED
    rest = f", {MORE.in_language(language).format(more)}" if more > 0 else ""
    counted = Message(f"{len(files)} SOP", some(len(files), "SOP"))
    told = files_told(len(files)) if not any("#" in file for file in files) else counted
    return f"{told.in_language(language)} ({named}{rest})"


def statistics_lines(review: Review, language: Language) -> list[str]:
    """A line for each rule, the most frequent first: how often, code, weight, title."""
    found = [finding.diagnostic for _, finding in review.of_sops()]
    rows = Counter((each.code, each.severity) for each in found).most_common()
    return [
        f"{count:>5}  {code:<10} {WEIGHTS[severity].in_language(language):<9} "
        f"{REGISTRY[code].title.in_language(language)}"
        for (code, severity), count in sorted(rows, key=lambda row: (-row[1], row[0]))
    ]


def sum_line(review: Review, language: Language) -> str:
    told = _sum(review, review.sums)
    return f"{told.in_language(language)}; {review.terms}" if review.terms else told.in_language(language)


def verdicts_line(review: Review, language: Language) -> str:
    """`21 SOP: 7 memenuhi, 13 belum memenuhi, 1 tidak dapat dinilai; 2 berkas tidak terbaca`."""
    sums = review.sums
    met, failed, left = (review.verdicts()[verdict] for verdict in Verdict)
    scope = f" ({review.terms})" if review.terms else ""
    told = Message(
        f"{sums['sops']} SOP{scope}: {met} memenuhi, {failed} belum memenuhi, {left} tidak dapat dinilai",
        f"{some(sums['sops'], 'SOP')}{scope}: {met} met, {failed} not met, {left} cannot be judged",
    )
    lost = Message(f"; {sums['unread']} berkas tidak terbaca", f"; {some(sums['unread'], 'file')} unreadable")
    return told.in_language(language) + (lost.in_language(language) if sums["unread"] else "")


def _sum(review: Review, sums: Sums) -> Message:
    found = Counts(sums["wajib"], sums["anjuran"]).message
    files, sops, lost, accepted = sums["files"], sums["sops"], sums["unread"], sums["diabaikan"]
    today = review.today.isoformat()
    old = Message(*(f", {told.format(sums['lama'])}" if sums["lama"] else "" for told in OLD))
    unread = Message(f", {lost} tidak terbaca", f", {lost} unreadable") if lost else None
    several = Message(f" ({sops} SOP)", f" ({some(sops, 'SOP')})") if sops + lost != files else None
    return Message(
        f"{files} berkas diperiksa{several.id if several else ''}: {found.id}, {accepted} diterima{old.id}"
        f"{unread.id if unread else ''}; tanggal acuan {today}",
        f"{some(files, 'file')} checked{several.en if several else ''}: {found.en}, {accepted} "
        f"accepted{old.en}{unread.en if unread else ''}; reference date {today}",
    )
