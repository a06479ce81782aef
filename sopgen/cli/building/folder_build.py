"""One build of a folder: find what is stale, make it, keep the manifest, tell what was done."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from sopgen.cli.attempts import Attempts
from sopgen.cli.building.build_report import (
    Outcome,
    built_line,
    left_out_line,
    misnamed_line,
    report,
    standing_line,
    summary,
    waiting_line,
)
from sopgen.cli.building.build_request import EDITIONS, PAPERS, SHEET_FORMS, SHEETS, Job, Wanted, file_names, made_by
from sopgen.cli.building.digests import program
from sopgen.cli.building.issued import document_names, is_draft, kept_issued
from sopgen.cli.building.making import Made
from sopgen.cli.building.manifest import Manifest, ManifestEntry, merge_manifest, read_manifest
from sopgen.cli.building.orphaned import orphan_line
from sopgen.cli.building.renamed import left_behind
from sopgen.cli.building.shards import Shard
from sopgen.cli.building.staleness import (
    CurrentInputs,
    Standing,
    State,
    name_of,
    orphans,
    sheets_standing_of,
    standing_of,
)
from sopgen.cli.building.workers import make_all
from sopgen.cli.console import Console
from sopgen.cli.faults import EXIT_COMMAND_LINE, EXIT_FINE, EXIT_REFUSED, EXIT_STALE, WriteFault
from sopgen.cli.outputs import check_output_folder, collisions, stem_of
from sopgen.cli.placeholders_line import placeholders_line
from sopgen.cli.portable import note_unportable
from sopgen.cli.reference_date import reference_date
from sopgen.cli.specs import DEFAULT_FOLDER, find_specs, is_named, misnamed_specs
from sopgen.cli.writing import sweep_drafts
from sopgen.diagnostics import Diagnostic
from sopgen.remembered import Remembered

if TYPE_CHECKING:
    from sopgen.intake import Loaded

SAVED_EACH = 50  # specs: what a killed run may have to make again


class Plan(NamedTuple):
    """All specs with their places, those that want the same place, and those that are this build's share."""

    stems: dict[Path, Path]
    rivals: dict[Path, Diagnostic]
    share: tuple[Path, ...]
    unplaced: tuple[Outcome, ...] = ()


class FolderBuild:
    """What one command line asks for."""

    def __init__(
        self, named: Sequence[Path], output: Path, wanted: Wanted, console: Console, *, workers: int, shard: Shard
    ) -> None:
        self.named, self.output, self.wanted, self.console = tuple(named), output, wanted, console
        self.workers, self.shard = workers, shard
        self.outcomes: tuple[Outcome, ...] = ()  # of the last build

    def build(self, *, as_json: bool = False) -> int:
        """Make what is stale; the exit code."""
        reference_date(None, os.environ)  # a wrong one is wrong for every spec
        plan = self._plan()
        sweep_drafts(self.output)
        manifest = read_manifest(self.output)
        standings = {spec: self._standing(spec, plan, manifest) for spec in plan.share if spec not in plan.rivals}
        gone = left_behind(manifest, self.output)
        jobs = [
            Job(
                spec,
                plan.stems[spec],
                self.output,
                self.wanted,
                _known(standing, manifest),
                standing.fresh_files,
                manifest.steps.get(name_of(spec, self.output)),
                self._issued(spec, plan.stems[spec], manifest),
                not is_named(spec, self.named),
                () if self._was_built(plan.stems[spec], manifest) else gone,
            )
            for spec, standing in standings.items()
            if self.wanted.force or not standing.fresh
        ]
        outcomes, code = self._run(plan, standings, jobs, quiet=as_json)
        self.outcomes = tuple(outcomes)
        self._tell_beside(plan, manifest, outcomes)
        self._conclude(outcomes, (), code, as_json=as_json)
        return code

    def check(self, *, as_json: bool = False) -> int:
        """List what is missing, stale, edited or orphaned; nothing is written. The exit code."""
        plan = self._plan()
        manifest = read_manifest(self.output)
        attempts = Attempts(self.console)
        outcomes: list[Outcome] = list(plan.unplaced)
        for spec in plan.share:
            if spec in plan.rivals:
                attempts.refuse(spec, [plan.rivals[spec]])
                outcomes.append(Outcome(spec, "refused", diagnostics=(plan.rivals[spec],)))
                continue
            standing = self._standing(spec, plan, manifest)
            standing = standing._replace(files=(*standing.files, *self._beside(spec, plan, manifest)))
            if not standing.stale_files:
                outcomes.append(self._sound(spec, standing, quiet=as_json))
            elif (loaded := attempts.attempt(spec, _read, spec)) is None:
                outcomes.append(Outcome(spec, "refused"))
            elif self._has_none(spec, loaded, standing):
                outcomes.append(Outcome(spec, "left_out"))
            else:
                outcomes.append(self._stale(spec, standing, quiet=as_json))
        orphaned = [self.output / name for name in self._orphans(plan, manifest)]
        if not as_json:
            for path in orphaned:
                self.console.result(orphan_line(path).in_language(self.console.language))
        code = _check_code(outcomes, orphaned)
        self._conclude(outcomes, orphaned, code, as_json=as_json)
        return code

    def _plan(self) -> Plan:
        check_output_folder(self.output)
        for path in misnamed_specs(self.named):
            self.console.note(misnamed_line(path).in_language(self.console.language))
        specs = find_specs(self.named)
        note_unportable(specs, self.console)
        attempts = Attempts(self.console)
        stems: dict[Path, Path] = {}
        unplaced = []
        for spec in specs:
            stem = attempts.attempt(spec, stem_of, spec)
            if stem is None:
                unplaced.append(Outcome(spec, "refused"))
            else:
                stems[spec] = stem
        share = tuple(spec for spec in stems if self.shard.owns(name_of(spec, self.output)))
        return Plan(stems, collisions(stems), share, tuple(unplaced))

    def _standing(self, spec: Path, plan: Plan, manifest: Manifest) -> Standing:
        return standing_of(spec, plan.stems[spec], self.output, self.wanted, manifest, program())

    def _beside(self, spec: Path, plan: Plan, manifest: Manifest) -> tuple[tuple[Path, State], ...]:
        """The papers of other editions, and those of `standar`, that were made of a spec: they are to be told when they
        no longer agree.
        """
        stem = plan.stems[spec]
        found: list[tuple[Path, State]] = []

        def listed(names: Sequence[Path]) -> bool:
            return any(name.as_posix() in manifest.files for name in names)

        for edition in EDITIONS:
            wanted = self.wanted._replace(edition=edition)
            names = [file_names(stem, kind, 1, paper)[0] for paper in PAPERS[edition] for kind in wanted.kinds]
            if edition != self.wanted.edition and listed(names):
                told = standing_of(spec, stem, self.output, wanted, manifest, program())
                found += [(name, state) for name, state in told.files if listed([name])]
        sheets = [(sheet, form) for sheet in SHEETS for form in SHEET_FORMS if listed(file_names(stem, form, 1, sheet))]
        if sheets:
            found += sheets_standing_of(spec, stem, self.output, sheets, manifest, program()).files
        return tuple(found)

    def _tell_beside(self, plan: Plan, manifest: Manifest, outcomes: Sequence[Outcome]) -> None:
        """What was made of these specs by another command, and no longer says what they say."""
        for outcome in outcomes:
            if outcome.status in ("built", "unchanged", "edited"):
                stem = plan.stems[outcome.spec]
                for name, state in self._beside(outcome.spec, plan, manifest):
                    if state in ("stale", "edited"):
                        line = standing_line(self.output / name, state, made_by(stem, name))
                        self.console.note(line.in_language(self.console.language))

    def _has_none(self, spec: Path, loaded: Loaded, standing: Standing) -> bool:
        """Whether a spec that is not named itself is of a kind that has no such papers, nor has any; told."""
        is_service = self.wanted.edition == EDITIONS[0] or loaded.sop.sifat == "pelayanan"
        if is_service or is_named(spec, self.named) or any(state != "missing" for _, state in standing.files):
            return False
        self.console.note(left_out_line(spec).in_language(self.console.language))
        return True

    def _run(
        self, plan: Plan, standings: Mapping[Path, Standing], jobs: Sequence[Job], *, quiet: bool
    ) -> tuple[list[Outcome], int]:
        results = make_all(jobs, self.workers, started=lambda n, job: self.console.progress(n, len(jobs), job.spec))
        working = {job.spec for job in jobs}
        keeper = _Keeper(self.output, self.console)
        outcomes = list(plan.unplaced)
        try:
            for spec in plan.share:
                if spec in plan.rivals:
                    self.console.diagnostic(plan.rivals[spec], spec)
                    outcomes.append(Outcome(spec, "refused", diagnostics=(plan.rivals[spec],)))
                elif spec in working:
                    made = next(results)
                    keeper.keep(made)
                    outcomes.append(self._told(made, quiet=quiet))
                else:
                    standing = standings[spec]
                    outcomes.append(Outcome(spec, "unchanged", self._below(standing), standing.pages))
                    if not quiet:
                        self._name_placeholders(plan.stems[spec], standing.placeholders)
        finally:
            keeper.save()
            self.console.done()
        if self.shard.parts == 1:
            outcomes = self._refused_if_alone(outcomes)
        return outcomes, _build_code(outcomes, failed=keeper.failed)

    def _refused_if_alone(self, outcomes: list[Outcome]) -> list[Outcome]:
        """Where nothing is left that could be made, the reasons are told as those of refusals."""
        if not outcomes or any(each.status != "left_out" for each in outcomes):
            return outcomes
        for outcome in outcomes:
            for diagnostic in outcome.diagnostics:
                self.console.diagnostic(diagnostic, outcome.spec)
        return [each._replace(status="refused") for each in outcomes]

    def _told(self, made: Made, *, quiet: bool) -> Outcome:
        spec, console = made.job.spec, self.console
        if made.left_out:
            console.note(left_out_line(spec).in_language(console.language))
            return Outcome(spec, "left_out", diagnostics=made.diagnostics)
        for diagnostic in made.diagnostics:
            console.diagnostic(diagnostic, spec)
        for remark in made.remarks:
            console.note(remark.in_language(console.language))
        messages = (*(message for _, message in made.edited), *made.faults)
        for message in messages:
            console.fault(message)
        written = tuple(self.output / name for name, _ in made.written)
        outcome = Outcome(spec, "built", written, made.pages, messages, made.diagnostics)
        if written and not quiet:
            console.result(built_line(outcome).in_language(console.language))
            if made.findings:
                console.result(made.findings.in_language(console.language))
            self._name_placeholders(made.job.stem, made.remembered.placeholders if made.remembered else ())
        if made.diagnostics:
            return outcome._replace(status="refused")
        return outcome._replace(status="failed" if made.faults else "edited" if made.edited else "built")

    def _stale(self, spec: Path, standing: Standing, *, quiet: bool) -> Outcome:
        states = [state for _, state in standing.stale_files]
        worst = next(state for state in ("edited", "stale", "missing") if state in states)
        self._tell(spec, standing, quiet=quiet)
        return Outcome(spec, worst, tuple(self.output / name for name, _ in standing.stale_files), standing.pages)

    def _sound(self, spec: Path, standing: Standing, *, quiet: bool) -> Outcome:
        """Of a spec whose files are as it says, though hands may have been at some since."""
        self._tell(spec, standing, quiet=quiet)
        states: tuple[Literal["kept", "signed"], ...] = ("kept", "signed")
        for wanted in states:
            if files := tuple(self.output / name for name, state in standing.files if state == wanted):
                return Outcome(spec, wanted, files, standing.pages)
        return Outcome(spec, "unchanged", self._below(standing), standing.pages)

    def _tell(self, spec: Path, standing: Standing, *, quiet: bool) -> None:
        for name, state in standing.files:
            if state != "fresh" and not quiet:
                line = standing_line(self.output / name, state, made_by(stem_of(spec), name))
                self.console.result(line.in_language(self.console.language))

    def _name_placeholders(self, stem: Path, places: Sequence[str]) -> None:
        if places:
            self.console.result(placeholders_line(stem.name, places).in_language(self.console.language))

    def _orphans(self, plan: Plan, manifest: Manifest) -> list[Path]:
        return orphans(manifest, self.output, plan.stems, self.named or (DEFAULT_FOLDER,), self.shard)

    def _issued(self, spec: Path, stem: Path, manifest: Manifest) -> Path | None:
        """The document built last, if it is no draft and says something else than its spec does now."""
        current = CurrentInputs(spec, self.output)
        for name in document_names(stem):
            entry = manifest.files.get(name.as_posix())
            if entry is not None and not is_draft(entry) and not current.agrees(entry):
                return name
        return None

    def _was_built(self, stem: Path, manifest: Manifest) -> bool:
        kept = kept_issued(self.output, stem) is not None
        return kept or any(name.as_posix() in manifest.files for name in document_names(stem))

    def _below(self, standing: Standing) -> tuple[Path, ...]:
        return tuple(self.output / name for name, _ in standing.files)

    def _conclude(self, outcomes: Sequence[Outcome], orphaned: Sequence[Path], code: int, *, as_json: bool) -> None:
        if as_json:
            self.console.data(report(outcomes, orphaned, self.console.language, code))
        elif len(outcomes) > 1 or orphaned or all(each.status == "unchanged" for each in outcomes):
            self.console.result(summary(outcomes, len(orphaned), self.console.language))


class _Keeper:
    """Lists what was written, every so often and at the end."""

    def __init__(self, output: Path, console: Console) -> None:
        self._output, self._console = output, console
        self._entries: dict[str, ManifestEntry] = {}
        self._steps: dict[str, Remembered | None] = {}
        self._waiting = 0
        self.failed = False

    def keep(self, made: Made) -> None:
        self._entries.update((name.as_posix(), entry) for name, entry in made.written)
        if made.written:
            self._steps[name_of(made.job.spec, self._output)] = made.remembered
        self._waiting += 1
        if self._waiting >= SAVED_EACH:
            self.save()

    def save(self) -> None:
        if not self._entries or self.failed:
            return
        try:
            merge_manifest(self._output, self._entries, program(), self._steps, self._tell_of_waiting)
        except WriteFault as fault:
            self._console.fault(fault.message)
            self.failed = True
        self._entries, self._steps, self._waiting = {}, {}, 0

    def _tell_of_waiting(self, lock: Path) -> None:
        self._console.note(waiting_line(lock).in_language(self._console.language))


def _known(standing: Standing, manifest: Manifest) -> tuple[tuple[str, str], ...]:
    names = [name.as_posix() for name, _ in standing.files]
    return tuple((name, manifest.files[name].content) for name in names if name in manifest.files)


def _read(spec: Path) -> Loaded:
    from sopgen import pipeline

    return pipeline.load(spec)


def _build_code(outcomes: Sequence[Outcome], *, failed: bool) -> int:
    statuses = {each.status for each in outcomes}
    if failed or "failed" in statuses:
        return EXIT_COMMAND_LINE
    return EXIT_REFUSED if statuses & {"refused", "edited"} else EXIT_FINE


def _check_code(outcomes: Sequence[Outcome], orphaned: Sequence[Path]) -> int:
    statuses = {each.status for each in outcomes}
    if statuses & {"refused", "edited", "kept"}:
        return EXIT_REFUSED
    return EXIT_STALE if orphaned or statuses & {"missing", "stale"} else EXIT_FINE
