"""Build again whenever something that the outputs rest on has changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sopgen.cli.building.folder_build import FolderBuild
from sopgen.cli.faults import EXIT_FINE
from sopgen.cli.specs import DEFAULT_FOLDER, FORM_SUFFIX, SUFFIX
from sopgen.diagnostics import Message

PAUSE = 0.5  # seconds between two looks
WATCHED = (SUFFIX, FORM_SUFFIX, "sopgen.yaml", ".png", ".jpg", ".jpeg")
WAITING = Message("menunggu perubahan; Ctrl+C untuk berhenti", "waiting for changes; Ctrl+C to stop")

Signature = dict[str, tuple[int, int]]


def watch(build: FolderBuild, *, rest: Callable[[float], None] = time.sleep) -> int:
    """Until interrupted. A file that is being written is looked at again until it rests."""
    seen: Signature = {}
    try:
        while True:
            now = signature(build)
            if now != seen:
                rest(PAUSE)
                while (later := signature(build)) != now:
                    now = later
                    rest(PAUSE)
                seen = now
                build.build()
                build.console.note(WAITING.in_language(build.console.language))
            rest(PAUSE)
    except KeyboardInterrupt:
        build.console.done()
        return EXIT_FINE


def signature(build: FolderBuild) -> Signature:
    """Size and time of every file that may matter; content is compared by the build."""
    found: Signature = {}
    for path in _watched_files(build):
        try:
            state = path.stat()
        except OSError:
            continue
        found[str(path)] = (state.st_mtime_ns, state.st_size)
    return found


def _watched_files(build: FolderBuild) -> Iterator[Path]:
    output = os.path.realpath(build.output)
    for place in build.named or (DEFAULT_FOLDER,):
        if place.is_file():
            yield place
        for parent, folders, files in os.walk(place):
            folders[:] = [name for name in folders if os.path.realpath(Path(parent, name)) != output]
            yield from (Path(parent, name) for name in files if name.lower().endswith(WATCHED))
        for folder in (Path(os.path.abspath(place)), *Path(os.path.abspath(place)).parents):  # noqa: PTH100
            yield from (path for path in folder.glob("*") if path.name.lower().endswith(WATCHED[2:]))
            if (folder / "sopgen.yaml").exists() or (folder / ".git").exists():
                break
