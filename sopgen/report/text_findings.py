"""Review -> text for a terminal: every finding with its line and caret, a line for each file, the sum."""

from __future__ import annotations

from sopgen.diagnostics import Language, Message
from sopgen.report.review import Counts, Review, Reviewed, Verdict, counts
from sopgen.report.text import finding_text, spelled_out

TIME = Message("waktu jalur utama {}", "main path takes {}")
ACCEPTED = Message("{} diabaikan", "{} accepted")
FINE = Message("tanpa temuan", "no findings")
OPEN = Message("tidak dapat dinilai seluruhnya", "cannot be judged as a whole")
UNEXAMINED = Message("tidak diperiksa", "not examined")


def text_findings(review: Review, language: Language) -> str:
    """Ends with a line feed. What stands at no file of the check (a baseline's own findings) comes where it was put."""
    findings = [finding_text(each.diagnostic, language, file) for file, each in review.findings()]
    files = [line for file in review.files for line in (*unexamined_lines(file, language), file_line(file, language))]
    return "\n".join([*findings, *files, sum_line(review, language)]) + "\n"


def file_line(file: Reviewed, language: Language) -> str:
    """`specs/a.sop.yaml: 12 wajib, 5 anjuran; 1 diabaikan; waktu jalur utama …`."""
    parts = [counts(file.findings).message.in_language(language) if file.findings else FINE.in_language(language)]
    if file.verdict is Verdict.OPEN and file.unexamined:
        parts.append(OPEN.in_language(language))
    if file.accepted:
        parts.append(ACCEPTED.in_language(language).format(len(file.accepted)))
    if file.time:
        parts.append(TIME.in_language(language).format(file.time.in_language(language)))
    return f"{spelled_out(file.file)}: {'; '.join(parts)}"


def unexamined_lines(file: Reviewed, language: Language) -> list[str]:
    """`x.xlsx: tidak diperiksa: kepala, enam kotak, … (berkas ini tidak membawa spesifikasi sopgen)`."""
    return [
        f"{spelled_out(file.file)}: {UNEXAMINED.in_language(language)}: {each.what.in_language(language)} "
        f"({each.why.in_language(language)})"
        for each in file.unexamined
    ]


def sum_line(review: Review, language: Language) -> str:
    told = _sum(
        sum(file.examined for file in review.files),
        counts(finding for _, finding in review.findings()),
        sum(len(file.accepted) for file in review.files),
        review.today.isoformat(),
    )
    return f"{told.in_language(language)}; {review.scope}" if review.scope else told.in_language(language)


def _sum(files: int, found: Counts, accepted: int, today: str) -> Message:
    return Message(
        f"{files} berkas diperiksa: {found.message.id}, {accepted} diabaikan; tanggal acuan {today}",
        f"{files} {'file' if files == 1 else 'files'} checked: {found.message.en}, {accepted} accepted; "
        f"reference date {today}",
    )
