"""One job in, what became of it out. Runs in this process or in a worker; a value that travels between the two."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sopgen.cli.attempts import told_of_system, traced_fault
from sopgen.cli.building.build_request import EditionPaper, Job, Kind, Wanted, file_names
from sopgen.cli.building.digests import Inputs, digest, program
from sopgen.cli.building.holding import held, overwritten
from sopgen.cli.building.issued import settle_issued
from sopgen.cli.building.manifest import ManifestEntry
from sopgen.cli.building.shifted import load_unshifted
from sopgen.cli.building.staleness import name_of
from sopgen.cli.console import shown
from sopgen.cli.faults import WriteFault
from sopgen.cli.findings_line import findings_line
from sopgen.cli.placeholders_line import placeholders_left
from sopgen.cli.remarks import remarks_of
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Diagnostic, Message, Refusal
from sopgen.remembered import Remembered

if TYPE_CHECKING:
    from sopgen.intake import Loaded
    from sopgen.scene import Document


class Made(NamedTuple):
    """`written`: paths below the output folder with their entries. `faults`: files that could not be written.

    `edited`: files left alone because a hand changed them, or another of the same spec. `diagnostics`: why the spec was
    refused; `left_out`: not asked for by name, and of a kind that has no such papers. `remembered`: what the next build
    is to know of its steps.
    """

    job: Job
    written: tuple[tuple[Path, ManifestEntry], ...] = ()
    pages: int = 0
    edited: tuple[tuple[Path, Message], ...] = ()
    faults: tuple[Message, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    findings: Message | None = None
    remarks: tuple[Message, ...] = ()
    remembered: Remembered | None = None
    left_out: bool = False


def make(job: Job) -> Made:
    """Draw and write one spec. Never raises but for an interruption."""
    try:
        return _make(job)
    except Refusal as refusal:
        return Made(job, diagnostics=refusal.diagnostics, left_out=job.found and _is_no_service(refusal))
    except OSError as error:  # a full disk for temporary files, say
        name, why = shown(job.spec), told_of_system(error)
        return Made(job, faults=(Message(f"{name}: {why.id}", f"{name}: {why.en}"),))
    except Exception as error:  # noqa: BLE001 - no spec may end the run or show a traceback
        return Made(job, diagnostics=(traced_fault(error),))


def _is_no_service(refusal: Refusal) -> bool:
    from sopgen.service.published import is_no_service

    return is_no_service(refusal)


def _make(job: Job) -> Made:
    loaded = load_unshifted(job)
    documents, refused = laid_out(loaded, job.wanted)
    rendered = [
        (paper, kind, rendered_files(document, kind, job.wanted))
        for paper, document in documents.items()
        for kind in job.wanted.kinds
    ]
    pages = {paper: len(document.pages) for paper, document in documents.items()}
    made = Made(
        job,
        pages=sum(pages.values()),
        diagnostics=refused,
        remarks=remarks_of(loaded),
        remembered=_remembered(loaded),
    )
    inputs, origin = inputs_of(loaded, job.output), next(iter(documents.values())).origin
    written: list[tuple[Path, ManifestEntry]] = []
    faults: list[Message] = []
    files = [
        (paper, kind, name, data)
        for paper, kind, contents in rendered
        for name, data in zip(file_names(job.stem, kind, len(contents), paper), contents, strict=True)
        if job.wanted.force or name not in job.fresh
    ]
    names = [name for *_, name, _ in files]
    kept = held(job, names, origin)
    made = made._replace(remarks=(*made.remarks, *overwritten(job, [name for name in names if name not in kept])))
    try:
        settle_issued(job, loaded, {*names} - {*kept})
    except WriteFault as fault:
        return made._replace(faults=(fault.message,))
    for paper, kind, name, data in files:
        if name in kept:
            continue
        try:
            write_output(job.output, name, data)
        except WriteFault as fault:
            faults.append(fault.message)
        else:
            options = job.wanted.options(kind)
            spec = name_of(job.spec, job.output)
            entry = ManifestEntry(spec, digest(data), pages[paper], options, inputs, program().key)
            written.append((name, entry))
    made = made._replace(written=tuple(written), edited=tuple(kept.items()), faults=tuple(faults))
    try:
        return made._replace(findings=findings_line(job.stem.name, loaded) if written else None)
    except Exception as error:  # noqa: BLE001 - what is written stays listed
        return made._replace(diagnostics=(*refused, traced_fault(error)))


def _remembered(loaded: Loaded) -> Remembered | None:
    from sopgen.editing.shifts import remember

    remembered, places = remember(loaded.data), placeholders_left(loaded)
    return (remembered or Remembered((), ()))._replace(placeholders=places) if remembered or places else None


def laid_out(loaded: Loaded, wanted: Wanted) -> tuple[dict[EditionPaper, Document], tuple[Diagnostic, ...]]:
    """Each paper of the edition that can be drawn, and why others cannot. Raises `Refusal` where none can."""
    documents: dict[EditionPaper, Document] = {}
    refused: list[Diagnostic] = []
    for paper in wanted.papers:
        try:
            documents[paper] = _drawn(loaded, paper, draft=wanted.draft)
        except Refusal as refusal:
            refused += refusal.diagnostics
    told = tuple(dict.fromkeys(refused))
    if not documents:
        raise Refusal(told)
    return documents, told


def _drawn(loaded: Loaded, paper: EditionPaper, *, draft: bool) -> Document:
    from sopgen import pipeline

    match paper:
        case "sop":
            return pipeline.lay_out(loaded, draft=draft)
        case "publik":
            return pipeline.lay_out_public(loaded, draft=draft)
        case "gambar":
            return pipeline.lay_out_picture(loaded, draft=draft)
        case "gambar-a3":
            return pipeline.lay_out_picture(loaded, "A3", draft=draft)


def rendered_files(document: Document, kind: Kind, wanted: Wanted) -> tuple[bytes, ...]:
    from sopgen import pipeline

    match kind:
        case "png" | "svg":
            return pipeline.render_pages(document, kind)
        case "pdf" | "xlsx":
            return (pipeline.render_document(document, kind, archival=wanted.archival),)


def inputs_of(loaded: Loaded, output: Path) -> Inputs:
    """Of the very bytes that were read: a spec that changed meanwhile is stale at once."""
    emblem = loaded.sop.logo
    logo = None if emblem is None else (name_of(emblem.path, output), digest(emblem.data))
    defaults = digest(loaded.defaults_source) if loaded.defaults_source is not None else None
    return Inputs(digest(loaded.source), defaults, logo)
