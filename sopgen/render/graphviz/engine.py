"""DOT in, the picture out: finds a Graphviz engine and lets it draw.

`graphviz-pure` comes with `pip install sopgen`, carries its own fonts and so gives the same bytes everywhere; it makes
no PDF. An installed `dot` does, and is used where it is asked for.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from sopgen.diagnostics import Message

Picture = Literal["svg", "png", "pdf"]
VARIABLE = "SOPGEN_DOT"
PURE = "graphviz-pure"
_DATE = re.compile(rb"(/CreationDate \(D:)([^)]*)")
INSTALL = {"linux": "sudo apt-get install graphviz", "darwin": "brew install graphviz"}
INSTALL_ELSEWHERE = "winget install Graphviz.Graphviz"


class EngineFault(Exception):  # noqa: N818 - like Refusal: what happened
    """No engine can make this picture; the message says which command installs one."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


def find_engine(picture: Picture, *, installed: bool) -> Path:
    """$SOPGEN_DOT, then an installed `dot` where it is asked for or for a PDF, else graphviz-pure."""
    named = os.environ.get(VARIABLE, "").strip()
    if named:
        found = shutil.which(named)
        if found is None:
            raise EngineFault(
                Message(
                    f"{VARIABLE}={named}: program itu tidak ada; perbaiki atau hapus {VARIABLE}",
                    f"{VARIABLE}={named}: no such program; mend or unset {VARIABLE}",
                )
            )
        return Path(found)
    if installed or picture == "pdf":
        found = shutil.which("dot")
        if found is None:
            command = INSTALL.get(sys.platform, INSTALL_ELSEWHERE)
            raise EngineFault(
                Message(
                    f"{'PDF' if picture == 'pdf' else '--engine dot'} memerlukan Graphviz; pasang dengan: {command}",
                    f"{'PDF' if picture == 'pdf' else '--engine dot'} needs Graphviz; install it with: {command}",
                )
            )
        return Path(found)
    return _pure()


def _pure() -> Path:
    """The program that pip put beside Python, which need not be on PATH, or any on PATH."""
    beside = [sysconfig.get_path("scripts"), str(Path(sys.executable).parent)]
    found = next((path for folder in beside if (path := shutil.which(PURE, path=folder))), None) or shutil.which(PURE)
    if found is None:
        command = f"{Path(sys.executable).name} -m pip install {PURE}"
        raise EngineFault(
            Message(
                f"program gambar {PURE} tidak ada; pasang dengan: {command}",
                f"the drawing program {PURE} is missing; install it with: {command}",
            )
        )
    return Path(found)


def draw(dot: str, picture: Picture, *, installed: bool = False) -> bytes:
    """The picture of a graph, in the layout that the graph names. Raises `EngineFault`."""
    import graphviz
    from graphviz.backend import dot_command

    engine = find_engine(picture, installed=installed)
    before = dot_command.DOT_BINARY
    dot_command.DOT_BINARY = engine
    try:
        with _no_clock():
            made = bytes(graphviz.Source(dot).pipe(format=picture, quiet=True))
    except graphviz.CalledProcessError as error:
        said = " ".join(bytes(error.stderr or b"").decode("utf-8", "replace").split())[:300]
        raise EngineFault(
            Message(f"{engine.name} tidak dapat membuat {picture}: {said}", f"{engine.name} makes no {picture}: {said}")
        ) from error
    except (graphviz.ExecutableNotFound, OSError) as error:
        raise EngineFault(
            Message(f"{engine} tidak dapat dijalankan: {error}", f"{engine} cannot be run: {error}")
        ) from error
    finally:
        dot_command.DOT_BINARY = before
    return _DATE.sub(_undated, made) if picture == "pdf" else made


@contextmanager
def _no_clock() -> Iterator[None]:
    """Newer versions write the time of day into a PDF unless this variable says another."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = before or "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]


def _undated(found: re.Match[bytes]) -> bytes:
    """Older versions know no such variable: the same number of characters, for a PDF counts them."""
    return found[1] + b"19700101000000Z"[: len(found[2])].ljust(len(found[2]))
