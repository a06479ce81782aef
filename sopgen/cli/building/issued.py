"""The document that was issued last, kept while a build that nobody recorded has taken its place.

A build cannot know whether a person signed on paper what it made: what says that it is in force counts as issued. When
a spec says something else and `riwayat` does not tell it, the document is put into `.terbit/` below the output folder
before the new one is written. There it stays until a document with the entry is built, or one that says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen.cli.building.build_request import Job
from sopgen.cli.building.manifest import ManifestEntry
from sopgen.cli.writing import write_output
from sopgen.diagnostics import Refusal
from sopgen.foreign.files import is_irregular, read_file

if TYPE_CHECKING:
    from sopgen.intake import Loaded

FOLDER = ".terbit"
SUFFIXES = (".pdf", ".xlsx")


def document_names(stem: Path) -> Iterator[Path]:
    """The documents of a SOP that carry its spec, below the output folder, the PDF first."""
    return (stem.with_name(stem.name + suffix) for suffix in SUFFIXES)


def kept_issued(output: Path, stem: Path) -> Path | None:
    """The document kept, if there is one."""
    places = (output / FOLDER / name for name in document_names(stem))
    return next((place for place in places if place.is_file() and not is_irregular(place)), None)


def is_draft(entry: ManifestEntry) -> bool:
    """Whether a file was built with KONSEP across its pages."""
    return "konsep" in entry.options.split()


def settle_issued(job: Job, loaded: Loaded, written: set[Path]) -> None:
    """Before a build writes `written`: keep what was issued, or let it go where the new document records the change.

    What a spec issued under another file name is kept under the name that it has now. Raises WriteFault: then nothing
    should be written over what could not be kept.
    """
    kept = kept_issued(job.output, job.stem)
    name = job.issued
    if kept is None and (name is None or name not in written):
        _settle_renamed(job, loaded)
        return
    place = kept or job.output / (name or job.stem)
    try:
        data = read_file(place)
        owing = _owes(data, place, job, loaded)
    except (Refusal, OSError):
        return  # a document without a spec: nothing can be compared with it
    if owing and kept is None and name is not None:
        write_output(job.output, FOLDER / name, data)
    elif kept is not None and not owing:
        with suppress(OSError):  # it says nothing that the spec does not record
            kept.unlink()


def _settle_renamed(job: Job, loaded: Loaded) -> None:
    from sopgen.cli.building.numbers import of_number

    place = of_number(loaded.sop.nomor, job.left_behind)
    if place is None:
        return
    try:
        data = read_file(place)
        owing = _owes(data, place, job, loaded)
    except (Refusal, OSError):
        return
    if owing:
        name = next(each for each in document_names(job.stem) if each.suffix == place.suffix)
        write_output(job.output, FOLDER / name, data)


def _owes(data: bytes, place: Path, job: Job, loaded: Loaded) -> bool:
    """Whether the spec changed what was issued without saying so. Raises `Refusal` for a document without a spec."""
    from sopgen import finished
    from sopgen.comparing.revising import changed_content, new_entries
    from sopgen.paperwork import compare

    if finished.carries(data, loaded):
        return False
    before = finished.load_held(data, str(place))
    comparison = compare(before, loaded)
    recorded = bool(new_entries(comparison)) and not job.wanted.draft
    return _was_issued(before) and bool(changed_content(comparison)) and not recorded


def _was_issued(loaded: Loaded) -> bool:
    """Whether it says of itself that it is in force, sooner or later."""
    return loaded.sop.status == "berlaku" and isinstance(loaded.sop.tanggal.efektif, date)
