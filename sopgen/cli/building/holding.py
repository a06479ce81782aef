"""Which of a spec's files stay as they stand: one edited by hand, and those that would no longer agree with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen.cli.building.build_request import Job
from sopgen.cli.building.digests import file_digest
from sopgen.cli.console import shown
from sopgen.cli.faults import EditedFault
from sopgen.cli.overwriting import refuse_edited
from sopgen.diagnostics import Message
from sopgen.foreign.files import read_file

if TYPE_CHECKING:
    from sopgen.scene import Origin


def held(job: Job, names: Sequence[Path], origin: Origin | None) -> dict[Path, Message]:
    """Those of the files that are not to be written, each with the reason. `origin`: what they would be made from."""
    edited = {name: told for name in names if (told := _edited(job, name))}
    older = [name for name in edited if not _is_of(job.output / name, origin)]
    if not older:
        return edited
    first = job.output / older[0]
    return {name: edited.get(name) or _kept_with(job.output / name, first) for name in names}


def _edited(job: Job, name: Path) -> Message | None:
    """What is listed and as it was written needs no further look."""
    known = dict(job.known).get(name.as_posix())
    if known is not None and file_digest(job.output / name) in (None, known):
        return None
    try:
        refuse_edited(job.output / name)
    except EditedFault as fault:
        return fault.message
    return None


def _is_of(target: Path, origin: Origin | None) -> bool:
    """Whether a document still carries just these sources: one that was signed does, and what is new agrees with it."""
    from sopgen import pipeline
    from sopgen.render.enclosed import NothingEnclosed

    try:
        carried = pipeline.enclosed(read_file(target))
    except (NothingEnclosed, OSError):
        return False
    return origin is not None and (carried.spec, carried.defaults) == (origin.spec, origin.defaults)


def _kept_with(target: Path, edited: Path) -> Message:
    return Message(
        f"{shown(target)}: tidak diperbarui, supaya tidak berbeda isi dengan {shown(edited)} yang ditandatangani "
        "atau diubah; pindahkan berkas itu lalu ulangi, atau timpa keduanya dengan --force",
        f"{shown(target)}: not renewed, so that it says nothing else than {shown(edited)}, which was signed or edited; "
        "move that file away and try again, or overwrite both with --force",
    )
