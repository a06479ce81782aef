"""The baseline file of a check: read, applied under each spec's name from its folder, made, shrunk."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from sopgen.cli.console import shown
from sopgen.cli.faults import CommandLineFault, UsageFault
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Message
from sopgen.foreign.files import read_file
from sopgen.report import baseline
from sopgen.report.baseline import Baseline, BaselineEntry
from sopgen.report.fingerprint import content, with_fingerprints
from sopgen.report.review import Accepted, FingerprintedFinding, Reviewed, is_failure
from sopgen.report.selection import Selection


class KnownFindings:
    """Without a `path` there is none, and nothing is done."""

    def __init__(self, path: Path | None, *, update: bool) -> None:
        self._path = path
        self._update = update
        self._new = path is not None and not os.path.lexists(path)
        if path is None and update:
            raise UsageFault(
                Message("--update-baseline memerlukan --baseline BERKAS", "--update-baseline needs --baseline FILE")
            )
        if path is not None and self._new and not update:
            raise CommandLineFault(
                Message(
                    f"tidak ada berkas baseline {shown(path)}; buatlah dengan --update-baseline",
                    f"no baseline file {shown(path)}; make it with --update-baseline",
                )
            )
        self.baseline = None if path is None else Baseline(shown(path)) if self._new else _read(path)

    def name(self, spec: Path) -> str:
        """What the baseline calls this spec: its path from the baseline's folder, the same on every machine."""
        if self._path is None:
            return shown(spec)
        try:
            return Path(os.path.relpath(spec, self._path.parent)).as_posix()
        except ValueError:  # another drive
            return Path(os.path.abspath(spec)).as_posix()  # noqa: PTH100 - links stay

    def settle(self, files: Sequence[Reviewed], names: Sequence[str], selection: Selection) -> list[Reviewed]:
        """Make or shrink the baseline if asked to; else its stale entries become findings of the baseline's own.

        `names`: what the baseline calls each file.
        """
        if self._path is None or self.baseline is None:
            return list(files)
        by_name = dict(zip(names, files, strict=True))
        if self._new:
            return self._made(by_name)
        idle = baseline.stale(self.baseline, _met(by_name), lambda entry: self._is_examined(entry, by_name, selection))
        if self._update:
            if idle:
                gone = frozenset(idle)
                self._write([entry for entry in self.baseline.entries if entry not in gone])
            return list(files)
        told = with_fingerprints(baseline.stale_diagnostics(self.baseline, idle), None)
        return [*files, Reviewed(self.baseline.shown, told, examined=False)] if told else list(files)

    def _made(self, by_name: dict[str, Reviewed]) -> list[Reviewed]:
        """The first time all findings are recorded, and so none is left."""
        entries = [
            baseline.entry_of(name, finding, content(finding.diagnostic, file.sop))
            for name, file in by_name.items()
            for finding in _recorded(file)
        ]
        self._write(entries)
        return [
            file._replace(
                findings=tuple(finding for finding in file.findings if is_failure(finding.diagnostic)),
                accepted=file.accepted
                + tuple(Accepted(finding, baseline.REASON, by="baseline") for finding in _recorded(file)),
            )
            for file in by_name.values()
        ]

    def _is_examined(self, entry: BaselineEntry, by_name: dict[str, Reviewed], selection: Selection) -> bool:
        assert self._path is not None
        file = by_name.get(entry.file)
        if file is None:
            return not (self._path.parent / entry.file).exists()
        return file.sop is not None and selection.wants(entry.rule)

    def _write(self, entries: Sequence[BaselineEntry]) -> None:
        assert self._path is not None
        write_output(self._path.parent, Path(self._path.name), baseline.baseline_bytes(entries))


def _recorded(file: Reviewed) -> tuple[FingerprintedFinding, ...]:
    return tuple(finding for finding in file.findings if not is_failure(finding.diagnostic))


def _met(by_name: dict[str, Reviewed]) -> list[tuple[str, str, str]]:
    return [
        (name, accepted.finding.diagnostic.code, accepted.finding.fingerprint)
        for name, file in by_name.items()
        for accepted in file.accepted
        if accepted.by == "baseline"
    ]


def _read(path: Path) -> Baseline:
    try:
        return baseline.read_baseline(read_file(path), shown(path))
    except baseline.TooManyEntries:
        raise CommandLineFault(
            Message(
                f"{shown(path)} memuat lebih dari {baseline.MOST_ENTRIES} temuan; buat satu baseline "
                "untuk setiap folder",
                f"{shown(path)} holds more than {baseline.MOST_ENTRIES} findings; make a baseline for each folder",
            )
        ) from None
    except (OSError, ValueError):
        raise CommandLineFault(
            Message(
                f"{shown(path)} bukan berkas baseline sopgen; buat yang baru dengan --update-baseline",
                f"{shown(path)} is no baseline of sopgen's; make a new one with --update-baseline",
            )
        ) from None
