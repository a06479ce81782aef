"""Filled forms of monitoring and evaluation on the command line: read, summed up, held against the SOPs at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopgen.cli.attempts import Attempts
from sopgen.cli.bilingual_click import FILE
from sopgen.cli.console import Console, shown
from sopgen.diagnostics import Language, Message, some

if TYPE_CHECKING:
    from sopgen.bureau.standing import Standing
    from sopgen.intake.sop import Sop
    from sopgen.papers.filled import Assessment


def filled_option(language: Language, name: str, told: Message) -> click.Option:
    return click.Option(
        [name, "filled"],
        metavar=FILE.in_language(language),
        type=click.Path(path_type=Path),
        multiple=True,
        help=told.in_language(language),
    )


def read_forms(files: Sequence[Path], attempts: Attempts) -> list[Assessment]:
    """What all of them say; a file that is refused is told and left out."""
    from sopgen import paperwork

    found: list[Assessment] = []
    for file in files:
        found += attempts.attempt(file, paperwork.read_filled, file, shown(file)) or ()
    return found


def tell_of_strangers(standings: dict[str, Standing], sops: Iterable[Sop], console: Console) -> None:
    """What was assessed and is none of these SOPs."""
    from sopgen.bureau.standing import key_of

    known = {key_of(text) for sop in sops for text in (sop.nomor, sop.judul)}
    strangers = sorted(set(standings) - known)
    if strangers:
        names = ", ".join(strangers)
        console.fault(
            Message(
                f"dinilai, tetapi tidak ada SOP bernomor atau berjudul itu: {names}",
                f"assessed, but there is no SOP of that number or title: {names}",
            )
        )


def tell_summary(assessments: Sequence[Assessment], console: Console) -> None:
    """Which SOPs are to be revised, until when; how many are not; which nobody assessed."""
    from sopgen.bureau.standing import key_of
    from sopgen.papers.filled import standings, unassessed

    language = console.language
    found = standings(assessments)
    names = {key_of(each.number or each.title): _name(each) for each in assessments}
    bad = {key: each for key, each in found.items() if each.revise}
    head = Message(
        f"{len(bad)} dari {len(found)} SOP yang dinilai perlu direvisi",
        f"{len(bad)} of {some(len(found), 'SOP')} assessed are to be revised",
    )
    console.result(head.in_language(language))
    for key, each in bad.items():
        console.result(f"  {names[key]}: {_results(each)}")
        for line in _to_do(each):
            console.result(f"    {line.in_language(language)}")
    dues = [(key, each) for key, each in found.items() if not each.revise and (each.deadline or _unfinished(each))]
    for key, each in dues:
        console.result(f"  {names[key]}: {_results(each)}")
        for line in _to_do(each):
            console.result(f"    {line.in_language(language)}")
    waiting = list(dict.fromkeys(f"{_name(each)} ({each.kind})" for each in unassessed(assessments)))
    if waiting:
        listed = "; ".join(waiting)
        console.result(Message(f"belum dinilai: {listed}", f"not yet assessed: {listed}").in_language(language))


def _unfinished(standing: Standing) -> bool:
    return "belum dijawab" in standing.evaluation


def _name(assessment: Assessment) -> str:
    return " ".join(filter(None, (assessment.number, assessment.title)))


def _results(standing: Standing) -> str:
    told = (("monitoring", standing.monitoring), ("evaluasi", standing.evaluation))
    return "; ".join(f"{kind} {text[:1].lower()}{text[1:]}" for kind, text in told if text)


def _to_do(standing: Standing) -> list[Message]:
    found = []
    if standing.notes:
        found.append(Message(f"catatan: {standing.notes}", f"notes: {standing.notes}"))
    if standing.action:
        found.append(Message(f"tindak lanjut: {standing.action}", f"to do: {standing.action}"))
    if standing.deadline:
        found.append(Message(f"batas: {standing.deadline:%d-%m-%Y}", f"deadline: {standing.deadline:%d-%m-%Y}"))
    return found
