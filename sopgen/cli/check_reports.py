"""The reports of a check: which were asked for, where each goes, and writing them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import FILE
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import UsageFault
from sopgen.cli.overwriting import refuse_unrecognised
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Language, Message
from sopgen.foreign.names import utf8

if TYPE_CHECKING:
    from sopgen.report.review import Review

WRITERS = {
    "text": ("text_findings", "text_findings"),
    "json": ("json_findings", "json_findings"),
    "sarif": ("sarif", "sarif_log"),
    "junit": ("junit", "junit_xml"),
    "github": ("github", "github_annotations"),
    "html": ("sheet", "compliance_sheet"),
}


_SHEET = Message(
    "{}: lembar pemeriksaan; buka dengan peramban, lalu cetak pada kertas A4",
    "{}: the compliance sheet; open it in a browser and print it on A4",
)


FOR_SERVERS = frozenset({"sarif", "github"})
"""What a repository's server reads: it knows files by their paths from the root."""


class ReportTarget(NamedTuple):
    """One report: its form, and the file it goes to; without one it goes where `-o` says, or to the screen."""

    form: str
    file: Path | None = None


if TYPE_CHECKING:
    _Form = click.ParamType[ReportTarget]
else:
    _Form = click.ParamType


class ReportForm(_Form):
    """`sarif`, or `sarif=temuan.sarif`."""

    name = "form"

    def __init__(self, language: Language) -> None:
        self._file = FILE.in_language(language)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> ReportTarget:  # noqa: ARG002
        if isinstance(value, ReportTarget):
            return value
        form, equals, file = str(value).partition("=")
        if form not in WRITERS:
            names = ", ".join(WRITERS)
            raise UsageFault(
                Message(f"--format {form}: pilih salah satu: {names}", f"--format {form}: choose one of {names}")
            )
        if equals and not file:
            raise UsageFault(Message(f"--format {form}= tanpa nama berkas", f"--format {form}= names no file"))
        if file == "-":
            raise UsageFault(
                Message(
                    f"--format {form}=-: tanpa nama berkas laporan ke layar: --format {form}",
                    f"--format {form}=-: without a file the report goes to the screen: --format {form}",
                )
            )
        return ReportTarget(form, Path(file) if file else None)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        return f"[{'|'.join(WRITERS)}][={self._file}]"


def placed(wished: tuple[ReportTarget, ...], output: Path | None) -> tuple[ReportTarget, ...]:
    """What to write where. Only one can go to the screen, or to the file of `-o`, `output`. Raises UsageFault."""
    reports = wished or (ReportTarget("text"),)
    placed_reports = tuple(each if each.file else each._replace(file=output) for each in reports)
    files = [each.file for each in placed_reports]
    if len(set(files)) < len(files):
        raise UsageFault(
            Message(
                "dua laporan ke satu tempat; beri masing-masing berkasnya: --format BENTUK=BERKAS",
                "two reports go to one place; give each its file: --format FORM=FILE",
            )
        )
    return placed_reports


def free(reports: Sequence[ReportTarget], attempts: Attempts, *, force: bool) -> list[ReportTarget]:
    """Those that nothing of another's stands in the way of."""
    return [
        report
        for report in reports
        if report.file is None or force or attempts.attempt(report.file, _unclaimed, report.file)
    ]


def _unclaimed(file: Path) -> bool:
    """True. Raises EditedFault."""
    refuse_unrecognised(file, "check")
    return True


def write_report(review: Review, report: ReportTarget, attempts: Attempts, console: Console) -> None:
    """To the screen, or whole or not at all to the file asked for: one that cannot be written is told there."""
    from sopgen.cli.repository import checkout_around
    from sopgen.report.checkout import from_root

    if report.form in FOR_SERVERS:
        review = from_root(review, checkout_around(Path.cwd(), os.environ))
    text = writer_of(report.form)(review, console.language)
    if report.file is None:
        tell = console.findings if report.form == "text" else console.data
        tell(text.removesuffix("\n"))
    else:
        from sopgen.report.seal import sealed_report

        data = utf8(sealed_report(text, report.form))
        attempts.attempt(report.file, write_output, report.file.parent, Path(report.file.name), data)


def say_sum(review: Review, reports: Sequence[ReportTarget], console: Console) -> None:
    """Once, however many files the reports went to; a text on the screen ends with it. Then what to do with a sheet."""
    on_screen = any(report.file is None and report.form == "text" for report in reports)
    if not on_screen and any(report.file is not None for report in reports):
        from sopgen.report.text_findings import sum_line, verdicts_line

        console.note(sum_line(review, console.language))
        console.note(verdicts_line(review, console.language))
        for report in reports:
            if report.form == "html" and report.file is not None:
                console.note(_SHEET.in_language(console.language).format(shown(report.file)))


def writer_of(report_format: str) -> Callable[[Review, Language], str]:
    module, name = WRITERS[report_format]
    writer: Callable[[Review, Language], str] = getattr(import_module(f"sopgen.report.{module}"), name)
    return writer
