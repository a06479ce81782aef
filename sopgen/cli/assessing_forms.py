"""The files of `sopgen monev`: forms, minutes and the calendar, of the SOPs that each of them lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sopgen.cli.attempts import Attempts
from sopgen.cli.console import Console, shown
from sopgen.cli.faults import EXIT_FINE, EXIT_REFUSED
from sopgen.cli.filled_forms import tell_of_strangers
from sopgen.cli.outputs import check_output_folder
from sopgen.cli.overwriting import replace_output
from sopgen.cli.specs import find_specs
from sopgen.diagnostics import Message

if TYPE_CHECKING:
    from sopgen.bureau.standing import Standing
    from sopgen.intake import Loaded
    from sopgen.papers.assessed import Half
    from sopgen.papers.blocks import Paper
    from sopgen.paperwork import PaperForm

CALENDAR = "tinjauan.ics"


class Wishes(NamedTuple):
    """What the command line asks for."""

    sheets: tuple[str, ...]
    forms: tuple[PaperForm, ...]
    half: Half | None
    single: bool
    number: str
    day: date | None
    deadline: date | None
    today: date | None
    """The reference date of findings that propose results; None where none are asked for."""


def write_forms(
    named: tuple[Path, ...],
    output: Path,
    wishes: Wishes,
    standings: dict[str, Standing],
    *,
    force: bool,
    console: Console,
) -> int:
    """Every form that was asked for; the exit code. A spec that is refused is left out, and all others are listed."""
    check_output_folder(output)
    specs = find_specs(named)
    attempts = Attempts(console)
    found: list[tuple[Path, Loaded]] = []
    nothing = EXIT_FINE
    for number, spec in enumerate(specs, start=1):
        console.progress(number, len(specs), spec)
        loaded = attempts.attempt(spec, _load, spec)
        if loaded is not None:
            found.append((spec, loaded))
    console.done()
    _tell_of_other_settings([loaded for _, loaded in found], console)
    for sheet in wishes.sheets:
        listed = _listed(found, sheet, console)
        if not listed:
            console.fault(
                Message(
                    f"lembar {sheet} tidak ditulis: tidak ada SOP yang dapat dicantumkan",
                    f"no sheet {sheet}: there is no SOP to list",
                )
            )
            nothing = EXIT_REFUSED
            continue
        if sheet == "kalender":
            _write_calendar(listed, standings, output, attempts, console, force=force)
            continue
        for form in wishes.forms:
            _write_one(listed, sheet, form, output, (wishes, standings), attempts, console, force=force)
    return max(attempts.exit_code, nothing)


def _tell_of_other_settings(found: list[Loaded], console: Console) -> None:
    """Who assesses stands once on a form, though its SOPs may have several sopgen.yaml."""
    if any(loaded.setelan.monev != found[0].setelan.monev for loaded in found):
        name = found[0].defaults.shown if found[0].defaults else "-"
        console.fault(
            Message(
                f"SOP memakai beberapa sopgen.yaml; penilai dan tempat diambil dari {name}",
                f"the SOPs have several sopgen.yaml; assessor and place are those of {name}",
            )
        )


def _listed(found: list[tuple[Path, Loaded]], sheet: str, console: Console) -> list[tuple[Path, Loaded]]:
    """Monitoring and evaluation are of SOPs in force, minutes of those not yet signed too; what is left out is told."""
    out = ("dicabut",) if sheet == "berita-acara" else ("dicabut", "konsep")
    for status in out:
        names = ", ".join(spec.name for spec, loaded in found if loaded.sop.status == status)
        if names:
            word = {"dicabut": "withdrawn", "konsep": "draft"}[status]
            said = Message(f"{sheet}: {status}, tidak dicantumkan: {names}", f"{sheet}: {word}, left out: {names}")
            console.note(said.in_language(console.language))
    return [(spec, loaded) for spec, loaded in found if loaded.sop.status not in out]


def _write_one(
    listed: list[tuple[Path, Loaded]],
    sheet: str,
    form: PaperForm,
    output: Path,
    known: tuple[Wishes, Mapping[str, Standing]],
    attempts: Attempts,
    console: Console,
    *,
    force: bool,
) -> None:
    spec = listed[0][0]
    data = attempts.attempt(spec, _rendered, [loaded for _, loaded in listed], sheet, form, *known)
    if data is None:
        return
    name = Path(f"{sheet}.{form}")
    written = attempts.attempt(spec, replace_output, output, name, data, force=force, maker="monev")
    if written is not None:
        console.result(f"{len(listed)} SOP → {shown(written)}")


def _write_calendar(
    listed: list[tuple[Path, Loaded]],
    standings: dict[str, Standing],
    output: Path,
    attempts: Attempts,
    console: Console,
    *,
    force: bool,
) -> None:
    from sopgen import paperwork
    from sopgen.bureau.standing import reviews_of, standing_of

    sops = [loaded.sop for _, loaded in listed]
    tell_of_strangers(standings, sops, console)
    undated = [spec.name for spec, loaded in listed if not reviews_of(loaded.sop, standing_of(loaded.sop, standings))]
    if undated:
        names = ", ".join(undated)
        told = Message(f"kalender: tanpa tanggal, tidak dicantumkan: {names}", f"calendar: no date: {names}")
        console.note(told.in_language(console.language))
    data = attempts.attempt(listed[0][0], paperwork.render_reviews, sops, standings)
    if data is None:
        return
    written = attempts.attempt(listed[0][0], replace_output, output, Path(CALENDAR), data, force=force, maker="monev")
    if written is not None:
        console.result(f"{len(listed) - len(undated)} SOP → {shown(written)}")


def _load(spec: Path) -> Loaded:
    from sopgen import pipeline

    return pipeline.load(spec)


def _rendered(
    listed: list[Loaded], sheet: str, form: PaperForm, wishes: Wishes, standings: Mapping[str, Standing]
) -> bytes:
    from sopgen import paperwork

    return paperwork.render_paper(_paper(listed, sheet, wishes, standings, spreadsheet=form == "xlsx"), form)


def _paper(
    listed: list[Loaded], sheet: str, wishes: Wishes, standings: Mapping[str, Standing], *, spreadsheet: bool
) -> Paper:
    sops = [loaded.sop for loaded in listed]
    monev = listed[0].setelan.monev
    match sheet:
        case "monitoring":
            from sopgen.papers.monitoring import monitoring_paper

            return monitoring_paper(sops, monev, wishes.half, spreadsheet=spreadsheet)
        case "evaluasi":
            from sopgen.papers.evaluation import evaluation_paper

            return evaluation_paper(sops, monev, wishes.half, single=wishes.single, spreadsheet=spreadsheet)
    from sopgen import paperwork
    from sopgen.bureau.standing import standing_of
    from sopgen.papers.minutes import Terms, minutes_paper

    proposals = None
    if wishes.today is not None:
        proposals = [
            paperwork.proposal_of(loaded, today=wishes.today, standing=standing_of(loaded.sop, standings))
            for loaded in listed
        ]
    terms = Terms(wishes.number, wishes.day, wishes.deadline)
    return minutes_paper(sops, monev, terms, proposals, band=sops[0].tampilan.pita_tte, spreadsheet=spreadsheet)
