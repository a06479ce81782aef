"""Which of a spec's files stay as they stand: one edited by hand, and those that would no longer agree with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen.cli.building.build_request import Job, Wanted
from sopgen.cli.building.digests import file_digest
from sopgen.cli.console import shown
from sopgen.cli.faults import EditedFault
from sopgen.cli.overwriting import refuse_edited
from sopgen.cli.writing import refuse_signed
from sopgen.diagnostics import Message
from sopgen.foreign.files import read_file

if TYPE_CHECKING:
    from sopgen.scene import Origin


def held(job: Job, names: Sequence[Path], origin: Origin | None) -> dict[Path, Message]:
    """Those of the files that are not to be written, each with the reason. `origin`: what they would be made from.

    By force only what somebody signed electronically is held, and what would no longer agree with it.
    """
    refuse = refuse_signed if job.wanted.force else refuse_edited
    edited = {name: told for name in names if (told := _refusal(job, name, refuse))}
    older = [name for name in edited if not _is_of(job.output / name, origin)]
    if not older:
        return edited
    first = job.output / older[0]
    return {name: edited.get(name) or _kept_with(job.output / name, first, job.wanted) for name in names}


def overwritten(job: Job, names: Sequence[Path]) -> tuple[Message, ...]:
    """What is told of each file that by force is written over though another hand than sopgen's was at it."""
    return tuple(
        Message(
            f"{shown(job.output / name)}: ditimpa (--force), padahal sudah diubah atau bukan buatan sopgen",
            f"{shown(job.output / name)}: overwritten (--force), though edited or not made by sopgen",
        )
        for name in names
        if job.wanted.force and _refusal(job, name, refuse_edited)
    )


def _refusal(job: Job, name: Path, refuse: Callable[[Path], None]) -> Message | None:
    """What is listed and as it was written needs no further look."""
    known = dict(job.known).get(name.as_posix())
    if known is not None and file_digest(job.output / name) in (None, known):
        return None
    try:
        refuse(job.output / name)
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


def _kept_with(target: Path, edited: Path, wanted: Wanted) -> Message:
    told = Message(
        f"{shown(target)}: tidak diperbarui, supaya tidak berbeda isi dengan {shown(edited)} yang ditandatangani "
        "atau diubah; pindahkan berkas itu lalu ulangi",
        f"{shown(target)}: not renewed, so that it says nothing else than {shown(edited)}, which was signed or edited; "
        "move that file away and try again",
    )
    if wanted.force:
        return told
    return Message(f"{told.id}, atau timpa keduanya dengan --force", f"{told.en}, or overwrite both with --force")
