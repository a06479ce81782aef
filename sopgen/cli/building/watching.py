"""Build again whenever something that the outputs rest on has changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sopgen.cli.building.folder_build import FolderBuild
from sopgen.cli.building.inputs import inputs_of
from sopgen.cli.faults import EXIT_FINE
from sopgen.cli.specs import DEFAULT_FOLDER, FORM_SUFFIX, SUFFIX
from sopgen.diagnostics import Message
from sopgen.foreign.files import state_of

PAUSE = 0.5  # seconds between two looks
WAITING = Message("menunggu perubahan; Ctrl+C untuk berhenti", "waiting for changes; Ctrl+C to stop")

Signature = dict[Path, tuple[int, int] | None]
"""Time and size of each file; None where there is none."""


def watch(build: FolderBuild, *, rest: Callable[[float], None] = time.sleep) -> int:
    """Until interrupted. A file that is being written is looked at again until it rests."""
    watched = _Watched(build)
    seen: Signature | None = None
    try:
        while True:
            now = watched.look()
            if now != seen:
                rest(PAUSE)
                while (later := watched.look()) != now:
                    now = later
                    rest(PAUSE)
                seen = now
                build.build()
                build.console.note(WAITING.in_language(build.console.language))
            rest(PAUSE)
    except KeyboardInterrupt:
        build.console.done()
        return EXIT_FINE


class _Watched:
    """The specs of a build with all that reading them opens or looks for. Content is compared by the build."""

    def __init__(self, build: FolderBuild) -> None:
        self._build = build
        self._inputs: dict[Path, Signature] = {}

    def look(self) -> Signature:
        """How all of it stands now. A spec is read again only when something that it reads has changed."""
        whole: Signature = {}
        for spec in self._specs():
            known = self._inputs.get(spec)
            now = {path: state_of(path) for path in known or ()}
            if not known or now != known:
                now = {path: state_of(path) for path in inputs_of(spec)}
                self._inputs[spec] = now
            whole |= now
        return whole

    def _specs(self) -> Iterator[Path]:
        output = os.path.realpath(self._build.output)
        for place in self._build.named or (DEFAULT_FOLDER,):
            if place.is_file():
                yield place
            for parent, folders, files in os.walk(place):
                folders[:] = [name for name in folders if os.path.realpath(Path(parent, name)) != output]
                yield from (Path(parent, name) for name in files if name.lower().endswith((SUFFIX, FORM_SUFFIX)))
