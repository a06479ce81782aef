"""A number that names another step than at the last build stops the build until somebody has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopgen.cli.building.build_request import Job
from sopgen.cli.specs import FORM_SUFFIX
from sopgen.diagnostics import Diagnostic, Message, Refusal, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from sopgen.editing.shifts import Shift
    from sopgen.intake import Loaded
    from sopgen.intake.tree import Tree

_SHOWN = 60  # characters of a step's text


def load_unshifted(job: Job) -> Loaded:
    """The spec. Raises `Refusal` with every number that has shifted, before whatever else is wrong with it."""
    from sopgen import pipeline

    try:
        loaded = pipeline.load(job.spec)
    except Refusal as refusal:
        found = _told(job, _tree_alone(job.spec))
        raise (Refusal((*found, *refusal.diagnostics)) if found else refusal) from None
    if found := _told(job, loaded):
        raise Refusal(found)
    return loaded


def _tree_alone(spec: Path) -> Tree | None:
    """What a spec says that is refused, if it can be read at all."""
    from sopgen.intake import file_source
    from sopgen.intake.loading import read_tree

    source = file_source(spec)
    try:
        tree = read_tree(source.read(), source)
    except Refusal:
        return None
    return None if tree.broken else tree


def _told(job: Job, read: Loaded | Tree | None) -> tuple[Diagnostic, ...]:
    if job.remembered is None or job.wanted.accepted or read is None:
        return ()
    from sopgen.editing.shifts import shifts

    steady = _CHOSEN if job.spec.name.lower().endswith(FORM_SUFFIX) else _NAMED
    return tuple(_diagnostic(each, read, steady) for each in shifts(job.remembered, read.data, read.worded))


_NAMED: Final = Message("tulis tujuannya sebagai id (sopgen fmt --ids)", "write the target as an id (sopgen fmt --ids)")
_CHOSEN: Final = Message("pilih langkahnya dari daftar di sel itu", "choose the step from the cell's list")


def _diagnostic(shift: Shift, read: Loaded | Tree, steady: Message) -> Diagnostic:
    from sopgen.intake.fault import step_of

    text = shift.text if len(shift.text) <= _SHOWN else f"{shift.text[:_SHOWN].rstrip()}…"
    if shift.now is None:
        now = Message("yang kini tidak ada", "which is gone now")
        remedy = Message("", "")
    else:
        now = Message(f"yang kini nomor {shift.now}", f"which is number {shift.now} now")
        remedy = Message(
            f"Ganti dengan {shift.now} bila maksudnya tetap. ", f"Write {shift.now} if it still means that. "
        )
    span = read.key_spans.get(shift.path) if shift.on_key else read.span(shift.path)
    return Diagnostic(
        "BERKAS-02",
        Severity.WAJIB,
        Message(
            f"`{shift.told}` dahulu menuju “{text}”, {now.id}.",
            f"`{shift.told}` led to “{text}”, {now.en}.",
        ),
        Message(
            f"{remedy.id}Bila memang kegiatan {shift.number} yang sekarang: jalankan lagi dengan --terima, atau "
            f"{steady.id}.",
            f"{remedy.en}If step {shift.number} as it is now is meant: run again with --terima, or {steady.en}.",
        ),
        span=span,
        source_line=read.lines[span.line - 1] if span and 0 < span.line <= len(read.lines) else None,
        step=step_of(shift.path),
        path=shift.path,
    )
