"""One state of an SOP on a command line: a spec, a form, a finished document, or a file in a git revision."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen.cli.console import Console, shown
from sopgen.cli.faults import CommandLineFault
from sopgen.cli.git_source import git_source, names_revision
from sopgen.cli.remarks import remarks_of
from sopgen.cli.specs import is_document
from sopgen.cli.standard_input import STANDARD_INPUT, source
from sopgen.diagnostics import Message

if TYPE_CHECKING:
    from sopgen.intake import Loaded

_EDITED = Message(
    "{}: diubah tangan sejak dibuat sopgen; yang dibandingkan spesifikasi di dalamnya",
    "{}: edited by hand since sopgen made it; the spec inside it is what is compared",
)


def load_version(text: str, console: Console) -> Loaded:
    """Raises `Refusal` for what cannot be read, `CommandLineFault` for what is not there."""
    from sopgen import finished, pipeline

    if names_revision(text):
        found = git_source(text)
        if is_document(Path(found.path)):
            return _held(found.data, found.shown, console)
        return pipeline.load(found)
    path = Path(text)
    if path != STANDARD_INPUT and not os.path.lexists(path):
        raise CommandLineFault(Message(f"tidak ada berkas {shown(path)}", f"no such file: {shown(path)}"))
    if is_document(path):
        return _held(finished.read_held(path), shown(path), console)
    loaded = pipeline.load(source(path))
    for remark in remarks_of(loaded):
        console.note(remark.in_language(console.language))
    return loaded


def _held(data: bytes, name: str, console: Console) -> Loaded:
    from sopgen import finished, pipeline

    loaded = finished.load_held(data, name)
    if pipeline.seal_state(data) == "edited":
        console.note(_EDITED.in_language(console.language).format(name))
    return loaded
